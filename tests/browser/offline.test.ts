import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import sirv from "sirv";
import { generate } from "@/lib/exercises";
import { writeWorker } from "@/lib/cli/offline.mjs";
import { expect, isolatedTest } from "./fixtures";

interface Host {
  /** A host of the exported site; a page of it can be changed, as a new version would. */
  deploy: (version: string) => void;
}

const SITE = "out";
const PAGES = ["index.html", "learn.html"];
/** Left out, to be kept in a moment: the pages below those of the menu, and the typesetter, which no worker keeps. */
const LEFT_OUT = /^out\/(?:typst$|(?!_next\/)[^/]+\/)/;

const hosted = isolatedTest.extend<Host>({
  deploy: async ({ baseURL }, provide) => {
    const folder = foldersByOrigin.get(baseURL ?? "");
    if (!folder) throw new Error("the host is not there");
    await provide((version) => deployTo(folder, version));
  },
  baseURL: async ({ browserName }, provide) => {
    const folder = mkdtempSync(join(tmpdir(), `kernelwise-${browserName}-`));
    cpSync(SITE, folder, { recursive: true, filter: (path) => !LEFT_OUT.test(path) });
    deployTo(folder, "one");
    const files = sirv(folder, { dev: true, etag: true });
    const server = createServer((request, response) =>
      files(request, response, () => {
        response.writeHead(404).end();
      }),
    );
    await new Promise<void>((resolve) => server.listen(0, resolve));
    const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
    foldersByOrigin.set(origin, folder);
    await provide(origin);
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  },
});

const foldersByOrigin = new Map<string, string>();

const WORKING = {
  serviceWorkers: "allow" as const,
  expectedMessages: [/ERR_INTERNET_DISCONNECTED|of 404/],
};
isolatedTest.use(WORKING);
hosted.use(WORKING);

isolatedTest(
  "after the first visit every page opens and works offline, and a missing one is told from them",
  async ({ page, context }) => {
    await page.goto("/");
    await isKept(page);
    await context.setOffline(true);
    await page
      .getByRole("navigation", { name: "Main" })
      .getByRole("link", { name: "Learn" })
      .click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Learn");
    for (const path of [
      "/learn/backward-pass",
      "/practice",
      "/practice/progress",
      "/cards/20",
      "/sets",
      "/sets/grade",
      "/sets/open",
      "/learn/",
    ]) {
      const response = await page.goto(path);
      expect(response?.status(), path).toBe(200);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    }
    const { answer, version } = generate({ id: "output-size", seed: "9", level: 1 });
    await page.goto(`/practice/output-size?v=${version}&seed=9&level=1`);
    await page.getByRole("textbox", { name: "Shape" }).fill(JSON.stringify(answer));
    await page.getByRole("button", { name: "Check", exact: true }).click();
    await expect(page.getByText("✓ Right")).toBeVisible();
    await page.getByRole("link", { name: "Practise" }).first().click();
    await page.getByRole("link", { name: "Your progress" }).click();
    await expect(page.getByText("1 of 1 problem solved on 1 day.")).toBeVisible();
    const missing = await page.goto("/no/such/page");
    expect(missing?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  },
);

hosted(
  "a new version waits, then takes over as a whole with the next load, unless another tab still shows the old one",
  async ({ page, context, deploy }) => {
    await page.goto("/");
    await isKept(page);
    deploy("two");
    await page.goto("/learn");
    expect(await versionOf(page)).toBe("one");
    await isWaiting(page);
    await page.goto("/");
    await expect.poll(() => versionOf(page), { timeout: 15_000 }).toBe("two");
    await page.goto("/learn");
    expect(await versionOf(page)).toBe("two");

    const other = await context.newPage();
    await other.goto("/learn");
    deploy("three");
    await page.goto("/learn");
    await isWaiting(page);
    for (const tab of [page, other]) {
      await tab.reload();
      expect(await versionOf(tab)).toBe("two");
    }
    await other.close();
    await page.reload();
    await expect.poll(() => versionOf(page), { timeout: 15_000 }).toBe("three");
  },
);

/** Marks two pages with a version, in place of all that a new build would change. */
function deployTo(folder: string, version: string): void {
  for (const name of PAGES) {
    const html = readFileSync(join(SITE, name), "utf8");
    writeFileSync(
      join(folder, name),
      html.replace("<head>", `<head><meta name="test" content="${version}"/>`),
    );
  }
  writeWorker(folder);
}

function versionOf(page: Page): Promise<string | null> {
  return page.locator("meta[name=test]").getAttribute("content");
}

async function isKept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
}

/** Has the browser look for a new version, as it does by itself a moment after each load. */
async function isWaiting(page: Page): Promise<void> {
  const waiting = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      if (!registration?.installing && !registration?.waiting) await registration?.update();
      return registration?.waiting?.state;
    });
  await expect.poll(waiting, { timeout: 15_000 }).toBe("installed");
}
