import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const SYSTEM_PATHS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

const WHAT_TO_INSTALL =
  "The browser tests need a Chromium: install Debian's with `apt-get install chromium` or " +
  "Playwright's with `npx playwright install chromium`, or set CHROMIUM_PATH to the one you have.";

/**
 * The Chromium to test with: the one that CHROMIUM_PATH names, else the system's, else Playwright's.
 *
 * @throws Error that says in one sentence what to install, where there is none
 * @example findChromium() // "/usr/bin/chromium"
 */
export function findChromium(): string {
  const named = process.env["CHROMIUM_PATH"];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH is "${named}", but there is no file of that name.`);
  }
  const found = [...SYSTEM_PATHS, chromium.executablePath()].find((path) => existsSync(path));
  if (found === undefined) throw new Error(WHAT_TO_INSTALL);
  return found;
}

/**
 * How Chromium is started: quiet, without services of its own, and with no name resolved but this
 * machine's, so that a page that asks for anything from elsewhere fails.
 */
export const LAUNCH_ARGS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];
