import { defineConfig } from '@playwright/test';
import journeys from './playwright.config.ts';

/** Measurements: by hand, `npx playwright test -c measure.config.ts`. They print figures, and fail only if they cannot measure. */
export default defineConfig(journeys, {
  testMatch: '**/*.measure.ts',
  timeout: 240_000,
  reporter: [['line']],
  // A trace would be most of what is measured.
  use: { ...journeys.use, trace: 'off', screenshot: 'off' },
});
