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
 * Playwright's `test`, with two laws added: a page says nothing on the console that warns or fails,
 * throws nothing, and asks nothing of any host but the one that serves it.
 *
 * @example test("the page opens", async ({ page }) => { await page.goto("/"); })
 */
export const test = base.extend<Quiet>({
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
 * `test` for pages that are read and leave nothing behind: the tests of a worker share a profile, and with it the
 * files that the first page has loaded, which are most of what a page costs. Each still opens a page of its own.
 */
export const readingTest = test.extend<object, { profile: BrowserContext }>({
  profile: [
    async ({ browser }, lend, { project }) => {
      const { baseURL = "", serviceWorkers = "allow", viewport = null } = project.use;
      const profile = await browser.newContext({ baseURL, serviceWorkers, viewport });
      await lend(profile);
      await profile.close();
    },
    { scope: "worker" },
  ],
  context: ({ profile }, lend) => lend(profile),
  page: async ({ profile }, lend) => {
    const page = await profile.newPage();
    await lend(page);
    await page.close();
  },
});

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
