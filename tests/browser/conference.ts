/** A conference for a journey: the real binary on data of its own, and a person at each of its links. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { type Socket, createSocket } from 'node:dgram';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { type Server, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, type Page, expect, test as base } from '@playwright/test';
import { equip } from './ear.ts';
import { Firewall } from './firewall.ts';
import { type Tongue, words } from './words.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SAMPLE = join(ROOT, 'conferences/gcm-arab-2021/conference.toml');
const BINARY = process.env.PLENARY ?? join(ROOT, 'target/debug/plenary');

/** A person chooses the language of the page; nothing is loaded anew. */
export async function speak(page: Page, tongue: Tongue): Promise<void> {
  const choice = page.locator(`button[lang="${tongue}"]`).filter({ visible: true }).first();
  // On a phone the room and the moderator's desk keep the languages behind their menu; the desk names only the others.
  const menu = page.locator('header :is(button.menu, button.opens)').filter({ visible: true });
  await expect(choice.or(menu).first()).toBeVisible();
  const now = (await page.locator('html').getAttribute('lang')) as Tongue;
  if (await choice.isVisible()) await choice.click();
  else if (now !== tongue) {
    await menu.click();
    const named = page.getByRole('button', { name: words(now, 'language-name', { language: tongue }), exact: true });
    await choice.or(named).first().click();
    await page.keyboard.press('Escape');
  }
  await expect(page.locator('html')).toHaveAttribute('lang', tongue);
  await expect(page.locator('html')).toHaveAttribute('dir', tongue === 'ar' ? 'rtl' : 'ltr');
}

/** People whom the sample conference names for its demonstration, by a word of their line in what it prints. */
const WHO = {
  chair: 'chair:',
  secretariat: 'secretariat:',
  rapporteur: 'rapporteur:',
  iraq: ', Iraq',
  lebanon: ', Lebanon',
  tunisia: ', Tunisia',
  jordan: ', Jordan',
  observer: 'observer:',
  interpreter: 'interpreter:',
  display: 'display:',
} as const;
/** People whom the journeys invite besides, by their ids. */
const INVITED = [
  'interpreter-en-1',
  'interpreter-en-2',
  'interpreter-fr-1',
  'moderator-2',
  'technician-1',
  'captioner-ar-1',
  'migrants-and-diaspora-representative',
] as const;
type Invited = (typeof INVITED)[number];
export type Who = keyof typeof WHO | Invited;

/** What is there before the conference begins. */
export interface Before {
  /** Whether simulated people hold the opening session. */
  robots: boolean;
  /** What stands between the browsers and the server, if anything does. */
  firewall: Firewall | null;
  /** The rules of procedure of the opening session, where others than the sample's. */
  profile: Profile | null;
  /** How long after now the list of speakers, open since yesterday, closes by itself, in milliseconds; null where it has no window. */
  inscription: number | null;
  /** Whether the statements are one list over all sessions: that of an agenda item. */
  item: boolean;
  /** The name of this machine in the addresses of the pages. */
  host: string;
  /** Whether the server has a certificate, which nobody has signed, and speaks HTTPS. */
  sealed: boolean;
  /** Whether the programme stays on the days that the sample names. */
  keepDays: boolean;
  /** Whether the server listens on every interface, not on loopback alone: Firefox takes no WebRTC from there. */
  everywhere: boolean;
}

type Profile = 'general_assembly' | 'functional_commission';

export class Conference {
  private process: ChildProcess | undefined;
  private printed = '';
  private logged = '';
  private links = new Map<Who, string>();

  private constructor(
    private readonly browser: Browser,
    private readonly options: BrowserContextOptions,
    private readonly data: string,
    private readonly port: number,
    private readonly before: Before,
  ) {}

  static async start(browser: Browser, options: BrowserContextOptions, before: Before): Promise<Conference> {
    const data = await mkdtemp(join(tmpdir(), 'plenary-journey-'));
    const port = await freePort();
    before.firewall?.protect(port);
    const conference = new Conference(browser, options, data, port, before);
    conference.invite(INVITED);
    await conference.run();
    conference.readLinks();
    return conference;
  }

  /** Issues links to people of whom the demonstration prints none. */
  private invite(people: readonly string[]): void {
    const args = ['links', '--data', this.data, '--public-url', this.url, 'issue', ...people];
    args.push('--conference', SAMPLE);
    const { stdout, stderr, status } = spawnSync(BINARY, args, { cwd: ROOT, encoding: 'utf8' });
    if (status !== 0) throw new Error(`no links were issued: ${stderr}`);
    for (const line of stdout.trim().split('\n').slice(1)) {
      const [person = '', link = ''] = [line.split(',')[0], line.split(',').at(-1)?.trim()];
      this.links.set(person as Who, link);
    }
  }

  /** The server is gone without a word, as after a power cut. */
  async kill(): Promise<void> {
    const gone = once(this.running(), 'exit');
    this.running().kill('SIGKILL');
    await gone;
  }

  /** The server comes back on the same data and at the same address, by the same command: earlier links stay good. */
  async restart(): Promise<void> {
    await this.run();
  }

  /** Ends the server in order. An error in its log fails the journey. */
  async stop(): Promise<void> {
    if (this.process?.exitCode === null && this.process.signalCode === null) {
      const gone = once(this.process, 'exit');
      this.process.kill('SIGTERM');
      await gone;
    }
    await rm(this.data, { recursive: true, force: true });
    const errors = this.logged.split('\n').filter((line) => line.includes('ERROR') || line.includes('panicked'));
    if (errors.length > 0) throw new Error(`the server logged errors:\n${errors.join('\n')}`);
  }

  /** Files of the newest recording of the opening session, by their names; none before there is one. */
  async recording(): Promise<Map<string, Buffer>> {
    const folder = join(this.data, 'recordings', 'opening');
    const newest = (await readdir(folder).catch(() => [])).toSorted().at(-1);
    if (newest === undefined) return new Map();
    const names = await readdir(join(folder, newest));
    const files = names.map(async (name) => [name, await readFile(join(folder, newest, name))] as const);
    return new Map(await Promise.all(files));
  }

  /** Somebody's personal link. */
  link(who: Who): string {
    const link = this.links.get(who);
    if (!link) throw new Error(`the demonstration printed no link for ${who}`);
    return link;
  }

  /** A person opens their link in a browser of their own, and stands in the lobby. */
  async enter(who: Who, options: BrowserContextOptions & { tone?: number } = {}): Promise<Page> {
    const link = this.link(who);
    const page = await this.open(who, { permissions: ['microphone'], ...options });
    await page.goto(link);
    await page.waitForURL(/\/as\/[^/]+\/$/);
    return page;
  }

  /** Somebody without a link opens an address of the server, in a browser of their own. */
  async visit(path: string, tongue: Tongue, options: BrowserContextOptions & { tone?: number } = {}): Promise<Page> {
    const page = await this.open('a visitor', options);
    await page.goto(`${this.scheme}://${this.before.host}:${this.port}${path}`);
    await speak(page, tongue);
    return page;
  }

  /** A person enters a session, the opening one unless told otherwise, in the language of their page; `screen` is empty for the session room. */
  async join(
    who: Who,
    tongue: Tongue,
    screen: '' | 'chair' | 'moderator' | 'proceedings' | 'podium' | 'booth' | 'technician' | 'rapporteur' | 'captions' = '',
    options: BrowserContextOptions & { tone?: number; transport?: 'udp' | 'tcp' | 'ws' | 'ogg'; session?: string } = {},
  ): Promise<Page> {
    const { transport, session = 'opening', ...rest } = options;
    const page = await this.enter(who, rest);
    // As the lobby's switch of languages leaves it: the lobby itself has journeys of its own.
    const [, link = ''] = /\/as\/([^/]+)\/$/.exec(page.url()) ?? [];
    await page.evaluate(([to, chosen]) => localStorage.setItem(to, chosen), [`plenary.language:${link}`, tongue] as const);
    await page.goto(`${page.url()}session/${session}${screen && `/${screen}`}${transport ? `?sound=${transport}` : ''}`);
    return page;
  }

  /** A browser of somebody's own. An error in its page fails the journey. */
  private async open(who: string, options: BrowserContextOptions & { tone?: number }): Promise<Page> {
    const { tone, ...rest } = options;
    const context = await this.browser.newContext({ ...this.options, ignoreHTTPSErrors: this.before.sealed, ...rest });
    if (tone !== undefined) await equip(context, tone);
    const page = await context.newPage();
    page.on('pageerror', (error) => {
      this.logged += `ERROR in the page of ${who}: ${error.message}\n`;
    });
    return page;
  }

  /** Where browsers reach it. */
  private get address(): string {
    return `${this.before.host}:${this.before.firewall?.port ?? this.port}`;
  }

  private get scheme(): string {
    return this.before.sealed ? 'https' : 'http';
  }

  private get url(): string {
    return `${this.scheme}://${this.address}`;
  }

  /** The settings of a certificate made for these pages. */
  private certificate(): string[] {
    const [cert, key] = [join(this.data, 'cert.pem'), join(this.data, 'key.pem')];
    const made = spawnSync('openssl', [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
      ...['-subj', `/CN=${this.before.host}`, '-keyout', key, '-out', cert],
    ]);
    if (made.status !== 0) throw new Error(`openssl made no certificate: ${made.error ?? made.stderr}`);
    return ['--tls-cert', cert, '--tls-key', key];
  }

  private running(): ChildProcess {
    if (!this.process) throw new Error('the server was not started');
    return this.process;
  }

  private async run(): Promise<void> {
    this.printed = '';
    const told = this.logged.length;
    const args = ['demo', '--data', this.data, '--listen', `${this.before.everywhere ? '0.0.0.0' : '127.0.0.1'}:${this.port}`];
    args.push('--conference', this.before.profile || this.before.inscription || this.before.item ? await this.amended() : SAMPLE);
    // Journeys are made by people; the simulated have a journey of their own.
    if (!this.before.robots) args.push('--no-robots');
    // The windows of inscription are set by the days of now, and would move along with the programme.
    if (this.before.keepDays || this.before.inscription) args.push('--keep-days');
    if (this.before.firewall) args.push('--advertise', this.address);
    args.push('--public-url', this.url);
    if (this.before.sealed) args.push(...this.certificate());
    const server = spawn(BINARY, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    this.process = server;
    await new Promise<void>((ready, failed) => {
      // Log and links come by pipes of their own, in either order.
      const look = (): void => {
        const linked = this.printed.includes('Ctrl-C stops');
        if (linked && this.logged.slice(told).includes(' ready ')) ready();
      };
      server.stdout?.on('data', (chunk: Buffer) => {
        this.printed += chunk;
        look();
      });
      server.stderr?.on('data', (chunk: Buffer) => {
        this.logged += chunk;
        look();
      });
      server.once('error', failed);
      server.once('exit', () => failed(new Error(`the server ended at once:\n${this.logged.slice(told)}`)));
    });
  }

  /** The sample conference, its opening session under other rules of procedure, its lists with windows of inscription. */
  private async amended(): Promise<string> {
    const { profile, inscription, item } = this.before;
    let text = await readFile(SAMPLE, 'utf8');
    if (profile) text = text.replace('id = "opening"\n', `id = "opening"\nrules = { profile = "${profile}" }\n`);
    if (inscription) {
      const [opened, closes, tomorrow] = [-DAY_MS, inscription, DAY_MS].map((ms) => localTime(Date.now() + ms));
      text = text
        .replace('id = "statements"\n', `id = "statements"\nopens = ${opened}\ncloses = ${closes}\n`)
        .replace('id = "right-of-reply"\n', `id = "right-of-reply"\nopens = ${tomorrow}\n`);
    }
    if (item)
      text = text.replace(
        '[[sessions]]\n',
        `[[agenda_items]]
id = "general-debate"
title = { ar = "المناقشة العامة", en = "General debate", fr = "Débat général" }
lists = ["statements"]

[[sessions]]
`,
      );
    const file = join(this.data, 'conference.toml');
    await writeFile(file, text);
    return file;
  }

  private readLinks(): void {
    const lines = this.printed.split('\n').map((line) => line.trim());
    for (const [who, word] of Object.entries(WHO) as [keyof typeof WHO, string][]) {
      const at = lines.findIndex((line) => line.includes(word));
      const link = lines[at + 1];
      if (at < 0 || !link?.includes('/join#')) throw new Error(`no link for ${who} in:\n${this.printed}`);
      this.links.set(who, link);
    }
  }
}

const DAY_MS = 24 * 60 * 60_000;

/** A moment in the sample's time zone, as its file writes it. */
function localTime(ms: number): string {
  return new Date(ms).toLocaleString('sv-SE', { timeZone: 'Asia/Beirut' }).replace(' ', 'T');
}

/**
 * A number free for TCP and for UDP. Below those that systems give out by themselves (32768 and up on Linux): there a
 * browser's own socket could take it before the server does.
 */
export async function freePort(): Promise<number> {
  for (let tried = 0; tried < 100; tried += 1) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    if ((await isFree(port, createServer())) && (await isFree(port, createSocket('udp4')))) return port;
  }
  throw new Error('no port to be had');
}

async function isFree(port: number, socket: Server | Socket): Promise<boolean> {
  const bound = new Promise<boolean>((told) => {
    socket.once('error', () => told(false));
    socket.once('listening', () => told(true));
  });
  if ('bind' in socket) socket.bind(port, '127.0.0.1');
  else socket.listen(port, '127.0.0.1');
  const free = await bound;
  if (free) await new Promise<void>((closed) => void socket.close(() => closed()));
  return free;
}

interface Settings {
  /** Whether simulated people hold the opening session, as `make demo` has it. */
  robots: boolean;
  /** Whether a firewall stands before the server; it lets all TCP through until the journey says otherwise. */
  walled: boolean;
  /** The rules of procedure of the opening session, where others than the sample's. */
  profile: Profile | null;
  /** When the list of speakers closes by itself, in milliseconds from now; null where it has no window. */
  inscription: number | null;
  /** Whether the statements are one list over all sessions: that of an agenda item. */
  item: boolean;
  /** The name of this machine in the addresses of the pages: `127.0.0.1`, or `INSECURE`. */
  host: string;
  /** Whether the server speaks HTTPS; the browser's context must then ignore that nobody has signed its certificate. */
  sealed: boolean;
  /** Whether the programme stays on the days that the sample names, in February 2021; else it begins today. */
  keepDays: boolean;
  /** Whether the server listens on every interface of this machine, and so can be reached for sound at an address of it that is not loopback's. */
  everywhere: boolean;
}

/** A name of this machine that browsers do not take for loopback: pages by plain HTTP from there are not secure. */
export const INSECURE = 'plenary.test';

export const test = base.extend<Settings & { firewall: Firewall; conference: Conference }>({
  robots: [false, { option: true }],
  walled: [false, { option: true }],
  profile: [null, { option: true }],
  inscription: [null, { option: true }],
  item: [false, { option: true }],
  host: ['127.0.0.1', { option: true }],
  sealed: [false, { option: true }],
  keepDays: [false, { option: true }],
  everywhere: [false, { option: true }],
  firewall: async ({}, use) => {
    const firewall = await Firewall.open();
    await use(firewall);
    await firewall.close();
  },
  conference: async ({ browser, contextOptions, viewport, robots, walled, profile, inscription, item, host, sealed, keepDays, everywhere, firewall }, use) => {
    const before = { robots, firewall: walled ? firewall : null, profile, inscription, item, host, sealed, keepDays, everywhere };
    const conference = await Conference.start(browser, { ...contextOptions, viewport }, before);
    await use(conference);
    await Promise.all(browser.contexts().map((context) => context.close()));
    await conference.stop();
  },
});
export { expect } from '@playwright/test';
