import { defineConfig, devices } from "@playwright/test";
import { findChromium, LAUNCH_ARGS } from "./tests/browser/chromium";
import { freePort } from "./tests/browser/free-port";
import { zoneAtNoon } from "./tests/browser/noon";

// Playwright reads this file again in every worker; the environment hands them the same values.
const environment = process.env;
try {
  environment["CHROMIUM_PATH"] = findChromium();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
environment["KERNELWISE_TEST_PORT"] ??= String(await freePort());
// Chromium takes it over, so that a test and its pages have the same days.
environment["TZ"] = zoneAtNoon(new Date());
/** `npm run screenshots` takes the README's pictures instead of testing. */
const PICTURES = environment["KERNELWISE_SCREENSHOTS"] !== undefined;
const port = environment["KERNELWISE_TEST_PORT"];
/** A page of a test lives for seconds: what is compiled for speed meanwhile, on further threads, does not pay. */
const UNCOMPILED = "--js-flags=--no-maglev --no-turbofan";

export default defineConfig({
  testDir: "tests/browser",
  testMatch: PICTURES ? "screenshots.ts" : "**/*.test.ts",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // Waits, not bounds: a busy machine may take its time.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  forbidOnly: environment["CI"] !== undefined,
  reporter: "list",
  use: {
    ...devices["Desktop Chrome"],
    baseURL: `http://localhost:${port}`,
    launchOptions: {
      executablePath: environment["CHROMIUM_PATH"],
      args: [...LAUNCH_ARGS, UNCOMPILED],
    },
    screenshot: "only-on-failure",
    // The worker fetches the whole site; only the tests of it let it in.
    serviceWorkers: "block",
  },
  webServer: {
    command: "npm start",
    url: `http://localhost:${port}`,
    env: { PORT: port },
    reuseExistingServer: false,
    timeout: 600_000,
  },
});
