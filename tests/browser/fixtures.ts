import { test as base, type ConsoleMessage, type Request } from "@playwright/test";

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
      context.on("console", (message) => {
        if (isComplaint(message)) complaints.push(told(message));
      });
      context.on("weberror", (error) => complaints.push(`uncaught: ${error.error().message}`));
      context.on("request", (request) => {
        if (leaves(request, baseURL)) complaints.push(`request to another host: ${request.url()}`);
      });
      await use();
      const unexpected = complaints.filter((text) => !expectedMessages.some((re) => re.test(text)));
      base.expect(unexpected, "what the page complained of").toEqual([]);
    },
    { auto: true },
  ],
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
