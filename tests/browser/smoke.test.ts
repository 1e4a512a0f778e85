import type { Page } from "@playwright/test";
import { axeFindings } from "./axe";
import { expect, test } from "./fixtures";
import { LIMIT_KB, listed, scriptsOf, totalKb } from "./first-load";
import { tabThrough, walk } from "./keyboard";
import { PHONE, hiddenAt } from "./phone";
import { playersOf } from "./players";
import { htmlOf, siteRoutes, visitedRoutes } from "./routes";

// Zooming to 200 % halves the width that the layout sees (WCAG 1.4.4): a window 1280 pixels wide is
// laid out as one of 640, so that is what is opened. 320 is a small phone, or 1280 at 400 %.
const WIDTHS = [
  { what: "on a phone 320 px wide", width: 320, height: 640 },
  { what: "at 200 % zoom", width: 640, height: 360 },
];

for (const [index, route] of visitedRoutes().entries()) {
  // Neighbours are alike, and both schemes draw on one set of tokens.
  const colorScheme = index % 2 === 0 ? "light" : "dark";

  // One load for all that every page owes: loading is most of the time that a test takes.
  test(`${route} is served, light to load, open to everyone and never too wide`, async ({
    page,
  }) => {
    test.slow(); // axe reads all of a long page
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const loaded = scriptsOf(page);
    const response = await page.goto(route, { waitUntil: "load" });
    const scripts = await loaded();

    await test.step("a title and one main heading", async () => {
      expect(response?.status()).toBe(200);
      await expect(page).toHaveTitle(/\S/);
      await expect(page.locator("h1")).toHaveCount(1);
      await expect(page.locator("html")).toHaveAttribute("lang", /^en/);
    });

    await test.step(`at most ${LIMIT_KB} kB of script, gzipped`, async () => {
      expect(scripts.length, "a page of ours loads some script").toBeGreaterThan(0);
      expect(totalKb(scripts), listed(scripts)).toBeLessThanOrEqual(LIMIT_KB);
    });

    await test.step(`nothing that axe objects to, ${colorScheme}`, async () => {
      expect(await axeFindings(page)).toEqual([]);
    });

    if (isLesson(route)) await expectLesson(page);

    await test.step("no scrolling sideways", async () => {
      for (const { what, ...viewport } of WIDTHS) {
        await page.setViewportSize(viewport);
        // A page that was wide settles into its new width in a moment.
        await expect.poll(() => stickingOut(page), what).toEqual([]);
      }
    });
  });
}

/** What a page of worked problems owes besides, in the same load. */
async function expectLesson(page: Page) {
  const players = await test.step("Tab reaches all that acts", async () => {
    const { expected, walked } = await tabThrough(page);
    expect.soft(walked.map(({ name }) => name)).toEqual(expected);
    expect.soft(walked.filter(({ trouble }) => trouble !== "")).toEqual([]);
    return playersOf(page);
  });
  await test.step("Space and arrows walk every player", async () => {
    for (const player of players) await walk(page, player);
  });
  await test.step("on a phone picture and Step are on screen together at every step", async () => {
    await page.setViewportSize(PHONE);
    for (const player of players) {
      expect.soft(await hiddenAt(player)).toEqual([]);
      await player.getByRole("slider", { name: "Step" }).fill("1");
    }
  });
}

test("the laws of a lesson are measured: a stop out of sight, one without a ring, a picture taller than the screen", async ({
  page,
}) => {
  await page.goto("/learn/output-size");
  await page.addStyleTag({
    content: "summary { position: fixed; top: -200px } [role=switch] { outline: none !important }",
  });
  const { walked } = await tabThrough(page);
  const troubles = new Set(walked.map(({ trouble }) => trouble));
  expect(troubles).toContain("out of sight");
  expect(troubles).toContain("no ring");

  await page.setViewportSize(PHONE);
  const [player] = await playersOf(page);
  expect(player && (await hiddenAt(player))).toEqual([]);
  await page.addStyleTag({ content: "table { padding-bottom: 600px }" });
  expect(player && (await hiddenAt(player))).not.toEqual([]);
});

test("the glyphs of formulas stand out from their ground, light and dark", async ({ page }) => {
  test.slow(); // there are thousands
  await page.goto("/learn/gradient-for-the-kernel");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const contrast = { rules: ["color-contrast"], glyphs: true };
    expect(await axeFindings(page, contrast), colorScheme).toEqual([]);
  }
});

test("it is about noon wherever the tests run, in a page as in a test", async ({ page }) => {
  const hour = await page.evaluate(() => new Date().getHours());
  expect([11, 12, 13]).toContain(hour);
  expect(Math.abs(new Date().getHours() - hour)).toBeLessThanOrEqual(1);
});

test("no two pages have the same title", () => {
  const titles = siteRoutes().map((route) => {
    return /<title>([^<]*)<\/title>/.exec(htmlOf(route))?.[1] ?? `no title at ${route}`;
  });
  expect(new Set(titles).size, titles.join("\n")).toBe(titles.length);
});

test.describe("an address that does not exist", () => {
  test.use({ expectedMessages: [/status of 404/] });

  test("is answered with status 404 and a page that leads on", async ({ page }) => {
    const response = await page.goto("/there/is/no/such/page");
    expect(response?.status()).toBe(404);
    await expect(page.locator("h1")).toHaveCount(1);
    expect(await axeFindings(page)).toEqual([]);
  });
});

function isLesson(route: string): boolean {
  return route === "/learn" || route.startsWith("/learn/");
}

/** Nothing where the page fits its window, else the elements that reach past its right edge. */
async function stickingOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const culprits = [...document.body.querySelectorAll("*")]
      .filter((element) => element.getBoundingClientRect().right > width + 0.5)
      .map((element) => `<${element.localName} class="${element.getAttribute("class") ?? ""}">`);
    return culprits.length > 0 ? culprits.slice(0, 5) : ["the page, by an element out of sight"];
  });
}
