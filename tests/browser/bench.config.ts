import { defineConfig } from '@playwright/test';
import journeys from './playwright.config.ts';

/** Measures, in the Chromium that people have; not a part of the tests. Fails only where it cannot measure. */
export default defineConfig(journeys, {
  testMatch: '**/*.bench.ts',
  timeout: 240_000,
  reporter: [['line']],
  // A trace would be most of what is measured.
  use: {
    ...journeys.use,
    trace: 'off',
    screenshot: 'off',
    launchOptions: { ...journeys.use?.launchOptions, executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium' },
  },
});
