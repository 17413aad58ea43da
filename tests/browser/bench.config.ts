import journeys from './playwright.config.ts';

/** Measures, in the same Chromium as the journeys; not a part of the tests. */
export default {
  ...journeys,
  testMatch: '**/*.bench.ts',
  reporter: [['dot']],
  use: { ...journeys.use, trace: 'off' },
} satisfies typeof journeys;
