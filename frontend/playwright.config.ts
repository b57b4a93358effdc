import { defineConfig } from '@playwright/test';

const port = Number(process.env.PORT ?? 4173);
const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';
// A worker is not told; it has what this process has in its environment.
const project = (process.env.STORIES ??= ['real', 'tag'].find((name) => process.argv.includes(name)) ?? 'mock');
// They may run at once, and each empties its folder first.
const outputDir = `test-results/${project}`;

const launchOptions = {
  executablePath: chromium,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

export default defineConfig({
  outputDir,
  forbidOnly: Boolean(process.env.CI),
  workers: Number(process.env.WORKERS ?? 2),
  // Nobody gives the product a second try either.
  retries: 0,
  // Stories say what happens, not how fast: on a busy machine only what never comes is a failure.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: `${outputDir}/report.json` }]],
  use: {
    // Stories wait for what is there in the end, not for it to glide in.
    contextOptions: { reducedMotion: 'reduce' },
    locale: 'en-GB',
    timezoneId: 'Europe/Amsterdam',
    // A trace of everything makes the stories a third slower: TRACE=1 asks for one.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions,
  },
  projects: [
    {
      name: 'mock',
      testDir: 'e2e/mock',
      fullyParallel: true,
      use: {
        baseURL: `http://localhost:${port}`,
        viewport: { width: 1440, height: 900 },
        // The preview would compress two megabytes for every page that opens, on the same machine.
        extraHTTPHeaders: { 'Accept-Encoding': 'identity' },
        launchOptions: {
          ...launchOptions,
          args: [
            ...launchOptions.args,
            // A page opens in the process of the one before it, which has compiled the same script already,
            '--renderer-process-limit=1',
            // and need not read it ahead once more. This list replaces Playwright's: the others are from there.
            '--disable-features=ScriptStreaming,PaintHolding,AvoidUnnecessaryBeforeUnloadCheckSync',
          ],
        },
      },
    },
    {
      name: 'tag',
      // Each story has a site and a service of its own.
      testDir: 'e2e/tag',
      fullyParallel: true,
    },
    {
      name: 'real',
      testDir: 'e2e/real',
      // A run of a million customers among other things, beside a whole stack on one machine.
      timeout: 600_000,
      use: {
        baseURL: process.env.CONNECTIONS_URL ?? 'http://localhost:8080',
        actionTimeout: 20_000,
        viewport: { width: 1440, height: 900 },
      },
    },
  ],
  ...(project === 'mock'
    ? {
        webServer: {
          command: `npx vite preview --mode mock --outDir dist-mock --port ${port} --strictPort`,
          port,
          reuseExistingServer: false,
        },
      }
    : {}),
});
