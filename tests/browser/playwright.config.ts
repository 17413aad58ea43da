import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

/** Chromium without its windows: the same pages for two thirds of the time. */
const SHELL = '/usr/bin/chromium-headless-shell';

/** Journeys of real people in real Chromium, against the binary that `cargo build` made. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.journey.ts',
  outputDir: '../../target/journeys',
  timeout: 45_000,
  expect: { timeout: 8_000 },
  // Two cores: a second worker would only make both slower, and figures of time meaningless.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  reporter: [['list']],
  use: {
    headless: true,
    viewport: { width: 1440, height: 900 },
    actionTimeout: 8_000,
    // A trace costs a fifth of the time: asked for with TRACE=1, where a journey fails. Without moving pictures, for those of six
    // pages would take the processor from their sound: three times the time, and gaps.
    trace: process.env.TRACE ? { mode: 'retain-on-failure', screenshots: false } : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? (existsSync(SHELL) ? SHELL : '/usr/bin/chromium'),
      args: [
        // The shell would fit letters to whole pixels, which makes words wider than people's browsers do.
        '--font-render-hinting=none',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // A name of this machine that is not loopback's: its pages are no secure context.
        '--host-resolver-rules=MAP plenary.test 127.0.0.1',
        // Sound between pages of one machine, without a press of anybody's.
        '--allow-loopback-in-peer-connection',
        '--autoplay-policy=no-user-gesture-required',
      ],
    },
  },
});
