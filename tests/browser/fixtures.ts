import {
  type BrowserContext,
  type CDPSession,
  type ConsoleMessage,
  type Page,
  type Request,
  type WebError,
  test as base,
} from "@playwright/test";

export { expect } from "@playwright/test";

interface Quiet {
  /** Console messages that a test provokes on purpose, say by asking for a page that is missing. */
  expectedMessages: readonly RegExp[];
  /** Runs for every test by itself: fails it on what no page of ours may do. */
  quiet: void;
}

interface Shared {
  /** The profile of a worker's tests. It stands here for all, since tests with other fixtures start another browser. */
  profile: BrowserContext;
}

/**
 * Playwright's `test`, in a profile of its own and with two laws added: a page says nothing on the console that warns or fails,
 * throws nothing, and asks nothing of any host but the one that serves it.
 *
 * @example isolatedTest("the page opens", async ({ page }) => { await page.goto("/"); })
 */
export const isolatedTest = base.extend<Quiet, Shared>({
  profile: [
    async ({ browser }, lend, { project }) => {
      const { baseURL = "", serviceWorkers = "allow", viewport = null } = project.use;
      const profile = await browser.newContext({ baseURL, serviceWorkers, viewport });
      await lend(profile);
      await profile.close();
    },
    { scope: "worker" },
  ],
  expectedMessages: [[], { option: true }],
  quiet: [
    async ({ context, baseURL, expectedMessages }, use) => {
      const complaints: string[] = [];
      const onMessage = (message: ConsoleMessage) => {
        if (isComplaint(message)) complaints.push(told(message));
      };
      const onError = (error: WebError) => complaints.push(`uncaught: ${error.error().message}`);
      const onRequest = (request: Request) => {
        if (leaves(request, baseURL)) complaints.push(`request to another host: ${request.url()}`);
      };
      context.on("console", onMessage).on("weberror", onError).on("request", onRequest);
      await use();
      context.off("console", onMessage).off("weberror", onError).off("request", onRequest);
      const unexpected = complaints.filter((text) => !expectedMessages.some((re) => re.test(text)));
      base.expect(unexpected, "what the page complained of").toEqual([]);
    },
    { auto: true },
  ],
});

/**
 * The same on a page that the tests of a worker share: a page of one's own costs five times as much, since it compiles
 * and lays out all anew. What a site can store is erased before each test, and what a test can set is set back. Nothing
 * moves unless a test is about that. A test that changes more (the quota, the scripts of a page, the system's wishes) is
 * isolated.
 *
 * @example test("the page opens", async ({ page }) => { await page.goto("/"); })
 */
export const test = isolatedTest.extend({
  context: async ({ profile }, lend) => {
    await lend(profile);
    const [, ...others] = profile.pages();
    for (const page of others) await page.close();
    await profile.clearPermissions();
  },
  page: async ({ profile, baseURL, viewport }, lend) => {
    const page = profile.pages()[0] ?? (await profile.newPage());
    await empty(await devtoolsOf(page), page, new URL(baseURL ?? "").origin);
    await page.emulateMedia({ media: null, colorScheme: null, reducedMotion: "reduce" });
    if (viewport) await page.setViewportSize(viewport);
    await lend(page);
  },
});

/** Makes a page what a new tab would be: nothing that the last one kept for itself is left. */
export async function asNewTab(page: Page) {
  await page.goto("/icon.svg");
  await page.evaluate(() => window.sessionStorage.clear());
}

/** Leaves a page at a picture of the site, with nothing stored. */
async function empty(devtools: CDPSession, page: Page, origin: string) {
  await page.goto(`${origin}/icon.svg`);
  await page.evaluate(() => window.sessionStorage.clear());
  await devtools.send("Storage.clearDataForOrigin", { origin, storageTypes: STORED });
}

/** What speaks to Chromium of a page: opened once, as is its window, which draws no tabs and no address while it is full. */
async function devtoolsOf(page: Page): Promise<CDPSession> {
  const known = opened.get(page);
  if (known) return known;
  const devtools = await page.context().newCDPSession(page);
  const { windowId } = await devtools.send("Browser.getWindowForTarget");
  await devtools.send("Browser.setWindowBounds", {
    windowId,
    bounds: { windowState: "fullscreen" },
  });
  opened.set(page, devtools);
  return devtools;
}

const opened = new WeakMap<Page, CDPSession>();

const STORED = "cookies,indexeddb,local_storage,cache_storage";

// What Playwright itself says where a test lets no service worker in.
const BLOCKED = "Service Worker registration blocked by Playwright";

// What Chromium asks for by itself where a picture is opened as a page.
const ICON = "/favicon.ico";

function isComplaint(message: ConsoleMessage): boolean {
  if (message.text() === BLOCKED || message.location().url.endsWith(ICON)) return false;
  return message.type() === "error" || message.type() === "warning";
}

function told(message: ConsoleMessage): string {
  return `console ${message.type()}: ${message.text()} (${message.location().url})`;
}

function leaves(request: Request, baseURL: string | undefined): boolean {
  const url = new URL(request.url());
  return url.protocol.startsWith("http") && url.origin !== baseURL;
}
