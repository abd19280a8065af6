import { defineConfig } from '@playwright/test';
import { findBrowser } from './test/e2e/find-browser.ts';

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '*.e2e.ts',
  outputDir: '.cache/test-results',
  globalSetup: './test/e2e/build-sites.ts',
  workers: 2,
  fullyParallel: true,
  // A browser on a busy machine stumbles now and then; what passed at the second try is listed as flaky.
  retries: process.env.CI ? 2 : 0,
  timeout: 60_000,
  use: {
    // What cannot be reached is told at once, rather than at the end of the whole test.
    actionTimeout: 10_000,
    launchOptions: {
      executablePath: findBrowser(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
    locale: 'en-US',
    timezoneId: 'UTC',
  },
});
