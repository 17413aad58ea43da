/**
 * Other engines than Chromium, moved by one hand: Debian's Firefox by WebDriver BiDi, WebKit by its own driver. A journey
 * says what a person does, each engine does it.
 */
import { writeFile } from 'node:fs/promises';
import { type Browser, type Page, firefox } from '@playwright/test';
import { expect, test as base } from './conference.ts';
import { WebDriver, type What } from './webdriver.ts';

export const FIREFOX = process.env.FIREFOX ?? '/usr/bin/firefox-esr';

export type Name = string | RegExp;

/** What the microphone sings that each engine has for tests, in Hz: Firefox what it is told, WebKit a hum below its beeps. */
export const VOICE = { firefox: 500, webkit: 150 } as const;

/** Somebody's window. What is pressed is told by its role and by the name that screen readers are given. */
export interface Screen {
  go(address: string): Promise<void>;
  press(what: What, name: Name): Promise<void>;
  write(what: What, name: Name, text: string): Promise<void>;
  /** Runs a function of the page's, which sees nothing of here but what it is given. */
  run<A, T>(inPage: (given: A) => T | Promise<T>, given: A): Promise<T>;
  /** The size of the page within the window, in CSS pixels. */
  resize(width: number, height: number): Promise<void>;
  /** A picture of it, for whoever looks into what failed. */
  picture(): Promise<Buffer>;
  /** What the page complained of since it was opened: errors, and what its security policy forbade. */
  complaints(): string[];
  close(): Promise<void>;
}

export interface Engine {
  open(): Promise<Screen>;
  close(): Promise<void>;
}

class Firefox implements Engine {
  private constructor(private readonly browser: Browser) {}

  static async start(): Promise<Engine> {
    const browser = await firefox.launch({
      channel: 'moz-firefox',
      executablePath: FIREFOX,
      // Those of the journeys are Chromium's.
      args: [],
      firefoxUserPrefs: {
        // A microphone of the browser's own, which sings, and no question about it.
        'media.navigator.streams.fake': true,
        'media.navigator.permission.disabled': true,
        'media.navigator.audio.fake_frequency': VOICE.firefox,
        // Sound between pages of one machine, without a press of anybody's.
        'media.autoplay.default': 0,
        'media.peerconnection.ice.loopback': true,
        'media.peerconnection.ice.obfuscate_host_addresses': false,
        // It asks nobody for experiments and settings.
        'services.settings.server': 'data:,',
        'nimbus.rollouts.enabled': false,
        'app.normandy.enabled': false,
        'browser.backup.enabled': false,
      },
    });
    return new Firefox(browser);
  }

  async open(): Promise<Screen> {
    const context = await this.browser.newContext({ viewport: { width: 1440, height: 900 } });
    return new FirefoxScreen(await context.newPage());
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}

class FirefoxScreen implements Screen {
  private readonly told: string[] = [];

  constructor(private readonly page: Page) {
    page.on('pageerror', (error) => this.told.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.told.push(message.text());
    });
  }

  async go(address: string): Promise<void> {
    await this.page.goto(address);
  }

  async press(what: What, name: Name): Promise<void> {
    await this.find(what, name).click();
  }

  async write(what: What, name: Name, text: string): Promise<void> {
    await this.find(what, name).fill(text);
  }

  async run<A, T>(inPage: (given: A) => T | Promise<T>, given: A): Promise<T> {
    return this.page.evaluate(inPage as never, given as never) as Promise<T>;
  }

  async resize(width: number, height: number): Promise<void> {
    await this.page.setViewportSize({ width, height });
  }

  async picture(): Promise<Buffer> {
    return this.page.screenshot();
  }

  complaints(): string[] {
    return this.told;
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  private find(what: What, name: Name) {
    const [role = what, within] = what.split(' ').toReversed() as ('button' | 'dialog')[];
    const around = within ? this.page.getByRole(within) : this.page;
    return around.getByRole(role as 'button', { name }).filter({ visible: true }).first();
  }
}

/** WebKit, as GNOME's Web has it. Each window is a browser of its own with its own driver, for a driver holds no second one. */
class WebKit implements Engine {
  async open(): Promise<Screen> {
    const screen = new WebKitScreen(await WebDriver.open());
    await screen.resize(1440, 900);
    return screen;
  }

  async close(): Promise<void> {}
}

class WebKitScreen implements Screen {
  constructor(private readonly driver: WebDriver) {}

  async go(address: string): Promise<void> {
    await this.driver.go(address);
  }

  async press(what: What, name: Name): Promise<void> {
    await this.driver.press(what, pattern(name));
  }

  async write(what: What, name: Name, text: string): Promise<void> {
    await this.driver.write(what, pattern(name), text);
  }

  async run<A, T>(inPage: (given: A) => T | Promise<T>, given: A): Promise<T> {
    return this.driver.run(inPage, given);
  }

  async resize(width: number, height: number): Promise<void> {
    await this.driver.resize(width, height);
  }

  async picture(): Promise<Buffer> {
    return this.driver.picture();
  }

  complaints(): string[] {
    return this.driver.console.split('\n').filter((line) => /^CONSOLE .*(ERROR|Refused)/.test(line));
  }

  async close(): Promise<void> {
    await this.driver.close();
  }
}

function pattern(name: Name): RegExp {
  return typeof name === 'string' ? new RegExp(name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'i') : name;
}

/** Takes a seat: a window of the engine's own, of somebody who has not been here before. */
type Seat = () => Promise<Screen>;

/** Journeys in the engine that the project names. What any page complained of fails them. */
export const test = base.extend<{ seat: Seat }, { engine: 'firefox' | 'webkit'; started: Engine }>({
  engine: ['firefox', { option: true, scope: 'worker' }],
  started: [
    async ({ engine }, use) => {
      const started = engine === 'firefox' ? await Firefox.start() : new WebKit();
      await use(started);
      await started.close();
    },
    { scope: 'worker' },
  ],
  seat: async ({ started }, use, info) => {
    const screens: Screen[] = [];
    await use(async () => {
      const screen = await started.open();
      screens.push(screen);
      return screen;
    });
    // Before any picture, for which Playwright would write a style into the page.
    const complaints = screens.flatMap((screen) => screen.complaints());
    for (const [at, screen] of screens.entries()) {
      if (info.status !== info.expectedStatus) await writeFile(info.outputPath(`screen-${at + 1}.png`), await screen.picture());
      await screen.close();
    }
    expect(complaints, 'what the pages complained of').toEqual([]);
  },
});
export { expect } from '@playwright/test';
