/**
 * What a browser of other people's has and a server's machine has not: a screen, and a loudspeaker. Both show and play to
 * nobody. WebKit does not begin without the one; the sound of Firefox stands still without the other.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** For Playwright, before the first journey; what it returns is done after the last. */
export default async function devices(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'plenary-devices-'));
  const socket = join(folder, 'sound');
  const screen = spawn('Xvfb', ['-displayfd', '2', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp']);
  process.env.DISPLAY = `:${await word(screen, /^(\d+)$/m)}`;
  const modules = ['module-null-sink', `module-native-protocol-unix socket=${socket} auth-anonymous=1`];
  const loudspeaker = spawn(
    'pulseaudio',
    ['-n', '--daemonize=no', '--exit-idle-time=-1', '--use-pid-file=no', '-v', ...modules.flatMap((one) => ['-L', one])],
    { env: { ...process.env, PULSE_RUNTIME_PATH: folder, PULSE_STATE_PATH: folder } },
  );
  await word(loudspeaker, /Daemon (startup) complete/);
  process.env.PULSE_SERVER = `unix:${socket}`;
  return async () => {
    await Promise.all([screen, loudspeaker].map(end));
    await rm(folder, { recursive: true, force: true });
  };
}

/** Waits for a word in what a program says of itself. */
async function word(program: ChildProcess, sought: RegExp): Promise<string> {
  let told = '';
  return new Promise((resolve, reject) => {
    program.once('error', reject);
    program.once('exit', () => reject(new Error(`${program.spawnfile} ended at once: ${told}`)));
    program.stderr?.on('data', (chunk: Buffer) => {
      told += chunk;
      const found = sought.exec(told)?.[1];
      if (found) resolve(found);
    });
  });
}

async function end(program: ChildProcess): Promise<void> {
  const gone = once(program, 'exit');
  program.kill();
  await gone;
}
