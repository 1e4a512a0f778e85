import {
  type BrowserContext,
  type ConsoleMessage,
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

/**
 * Playwright's `test`, in a profile of its own and with two laws added: a page says nothing on the console that warns or fails,
 * throws nothing, and asks nothing of any host but the one that serves it.
 *
 * @example isolatedTest("the page opens", async ({ page }) => { await page.goto("/"); })
 */
export const isolatedTest = base.extend<Quiet>({
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
 * The same, in a profile that the tests of a worker share, and with it the files that the first page has loaded: they
 * are most of what a page costs. What a site can store is erased before each test. A test that changes the profile
 * itself (its quota, its clock, its network) is isolated.
 *
 * @example test("the page opens", async ({ page }) => { await page.goto("/"); })
 */
export const test = isolatedTest.extend<object, { profile: BrowserContext }>({
  profile: [
    async ({ browser }, lend, { project }) => {
      const {
        baseURL = "",
        serviceWorkers = "allow",
        viewport = null,
        contextOptions,
      } = project.use;
      const profile = await browser.newContext({
        ...contextOptions,
        baseURL,
        serviceWorkers,
        viewport,
      });
      await lend(profile);
      await profile.close();
    },
    { scope: "worker" },
  ],
  context: async ({ profile }, lend) => {
    await lend(profile);
    for (const page of profile.pages()) await page.close();
    await profile.clearPermissions();
  },
  page: async ({ profile, baseURL }, lend) => {
    const page = await profile.newPage();
    const devtools = await profile.newCDPSession(page);
    const { origin } = new URL(baseURL ?? "");
    await devtools.send("Storage.clearDataForOrigin", { origin, storageTypes: STORED });
    await devtools.detach();
    await lend(page);
  },
});

const STORED = "cookies,indexeddb,local_storage,cache_storage";

// What Playwright itself says where a test lets no service worker in.
const BLOCKED = "Service Worker registration blocked by Playwright";

function isComplaint(message: ConsoleMessage): boolean {
  if (message.text() === BLOCKED) return false;
  return message.type() === "error" || message.type() === "warning";
}

function told(message: ConsoleMessage): string {
  return `console ${message.type()}: ${message.text()} (${message.location().url})`;
}

function leaves(request: Request, baseURL: string | undefined): boolean {
  const url = new URL(request.url());
  return url.protocol.startsWith("http") && url.origin !== baseURL;
}
