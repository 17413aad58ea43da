import { defineConfig } from '@playwright/test';
import journeys from './playwright.config.ts';

/** The main journeys in other engines than Chromium, against the same binary. Chromium sits at the table where sound goes between engines. */
export default defineConfig(journeys, {
  testMatch: '**/*.engines.ts',
  globalSetup: './devices.ts',
  outputDir: '../../target/engines',
  // Two browsers are drawn by the processor alone.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: { ...journeys.use, trace: 'off', screenshot: 'off', actionTimeout: 15_000 },
  projects: [
    { name: 'firefox', use: { engine: 'firefox' } },
    { name: 'webkit', use: { engine: 'webkit' } },
  ] as never,
});
