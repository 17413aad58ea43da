/** A window of WebKit by its own driver: as much of WebDriver (https://www.w3.org/TR/webdriver2/) as journeys ask for. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './conference.ts';

const DRIVER = process.env.WEBKIT_DRIVER ?? '/usr/bin/WebKitWebDriver';
const BROWSER = process.env.WEBKIT ?? '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

/** What the protocol calls the member that holds an element's id. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
/** Roles that journeys press and write into, and what may have them. */
const DRAWN_BY = {
  button: 'button',
  dialog: '[role=dialog]',
  link: 'a[href]',
  radio: '[role=radio], input[type=radio]',
  textbox: 'textarea, input:not([type])',
} as const;
type Role = keyof typeof DRAWN_BY;
/** A role, or one within another. */
export type What = Role | `dialog ${Role}`;

/** Without it the browser's own bar keeps the window wider than a phone. */
const NARROW = '* { font-size: 1px; padding: 0; margin: 0; border-width: 0; min-width: 0; min-height: 0; } image { -gtk-icon-transform: scale(0.1); }';

/** How long what is asked for may take to be there, as in the other journeys. */
const PATIENCE_MS = 15_000;

/** Tries until there is an answer: an act on a page that changes meanwhile is tried anew. The last reason fails. */
async function until<T>(what: string, attempt: () => Promise<T | undefined>): Promise<T> {
  const deadline = performance.now() + PATIENCE_MS;
  let reason: unknown = 'not there';
  do {
    try {
      const answer = await attempt();
      if (answer !== undefined) return answer;
    } catch (error) {
      reason = error;
    }
    await new Promise((later) => setTimeout(later, 50));
  } while (performance.now() < deadline);
  throw new Error(`${what}: ${reason}`);
}

export class WebDriver {
  /** All that the browser and the page wrote to the console, newest last. */
  console = '';

  private constructor(
    private readonly driver: ChildProcess,
    private readonly port: number,
    private readonly settings: string,
    private session = '',
  ) {
    for (const pipe of [driver.stdout, driver.stderr]) pipe?.on('data', (chunk: Buffer) => (this.console += chunk));
  }

  /** A browser with one window and nothing kept from before. A driver holds no second one. */
  static async open(): Promise<WebDriver> {
    const port = await freePort();
    const settings = await mkdtemp(join(tmpdir(), 'plenary-webkit-'));
    await mkdir(join(settings, 'gtk-3.0'));
    await writeFile(join(settings, 'gtk-3.0/gtk.css'), NARROW);
    const driver = spawn(DRIVER, [`--port=${port}`], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, XDG_CONFIG_HOME: settings },
    });
    const browser = new WebDriver(driver, port, settings);
    await until('the driver of WebKit', () => browser.call('GET', '/status'));
    const args = ['--automation', '--enable-write-console-messages-to-stdout=true', ];
    // A microphone of the browser's own, and no question about it.
    args.push('--enable-mock-capture-devices=true', '--features=-MockCaptureDevicesPrompt');
    const asked = { 'webkitgtk:browserOptions': { binary: BROWSER, args } };
    const { sessionId } = await browser.call<{ sessionId: string }>('POST', '/session', { capabilities: { alwaysMatch: asked } });
    browser.session = `/session/${sessionId}`;
    return browser;
  }

  async close(): Promise<void> {
    await this.call('DELETE', this.session);
    const gone = once(this.driver, 'exit');
    this.driver.kill();
    await gone;
    await rm(this.settings, { recursive: true, force: true });
  }

  async go(url: string): Promise<void> {
    await this.call('POST', `${this.session}/url`, { url });
  }

  /** Runs a function of the page's, which sees nothing of here but what it is given. */
  async run<A, T>(inPage: (given: A) => T | Promise<T>, given: A): Promise<T> {
    return this.call('POST', `${this.session}/execute/sync`, { script: `return (${inPage})(...arguments)`, args: [given] });
  }

  /** Sets the size of what the page is given, whatever the window has around it. */
  async resize(width: number, height: number): Promise<void> {
    const size = () => this.run(() => [innerWidth, innerHeight] as const, null);
    await this.call('POST', `${this.session}/window/rect`, { width, height });
    // The page learns of it a moment later; what a window has around it is less than this.
    const near = async () => Math.abs((await size())[0] - width) < 200 || undefined;
    await until(`be about ${width} px wide`, near);
    const [wide, high] = await size();
    await this.call('POST', `${this.session}/window/rect`, { width: 2 * width - wide, height: 2 * height - high });
    await until(`be ${width} px wide`, async () => (await size())[0] === width || undefined);
  }

  async press(what: What, name: RegExp): Promise<void> {
    await until(`press ${what} ${name}`, async () => {
      const element = await this.find(what, name);
      return element && this.call('POST', `${element}/click`, {});
    });
  }

  async write(what: What, name: RegExp, text: string): Promise<void> {
    await until(`write into ${what} ${name}`, async () => {
      const element = await this.find(what, name);
      return element && this.call('POST', `${element}/value`, { text });
    });
  }

  async picture(): Promise<Buffer> {
    return Buffer.from(await this.call<string>('GET', `${this.session}/screenshot`), 'base64');
  }

  /** The first that is seen, can be used, and is called so, as the engine tells it to screen readers. */
  private async find(what: What, name: RegExp): Promise<string | undefined> {
    const selector = what.split(' ').map((role) => `:is(${DRAWN_BY[role as Role]})`).join(' ');
    const seen = await this.run((selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility()), selector);
    for (const one of seen) {
      const element = `${this.session}/element/${(one as unknown as Record<string, string>)[ELEMENT]}`;
      if (!name.test(await this.call('GET', `${element}/computedlabel`))) continue;
      // Asked last: what has just come to mean something else is not to be pressed for a moment.
      const usable = await this.run((one) => !one.matches(':disabled, [aria-disabled=true]'), one);
      return usable ? element : undefined;
    }
    return undefined;
  }

  private async call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await fetch(`http://127.0.0.1:${this.port}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const { value } = (await answer.json()) as { value: T & { error?: string; message?: string } };
    if (!answer.ok) throw new Error(`${method} ${path}: ${value.error} ${value.message ?? ''}`);
    return value;
  }
}
