import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { learnRoutes, playersOf } from "./players";

for (const route of ["/learn", ...learnRoutes()]) {
  test(`${route}: Tab reaches all that acts, in the order of the page, and shows where it is`, async ({
    page,
  }) => {
    test.slow(); // some pages have more than a hundred stops
    await page.goto(route);
    const expected = await stopsOf(page);
    const walked: Stop[] = [];
    for (const _ of expected) {
      await page.keyboard.press("Tab");
      walked.push(await focused(page));
    }
    expect(walked.map(({ name }) => name)).toEqual(expected);
    expect(walked.filter(({ trouble }) => trouble !== "")).toEqual([]);
  });
}

for (const route of learnRoutes()) {
  test(`${route}: every player is walked by Space and arrows, and each step is said`, async ({
    page,
  }) => {
    test.slow();
    await page.goto(route);
    for (const player of await playersOf(page)) await walk(page, player);
  });
}

async function walk(page: Page, player: Locator): Promise<void> {
  const slider = player.getByRole("slider", { name: "Step" });
  const live = player.locator("p[aria-live=polite]");
  const count = Number(await slider.getAttribute("max"));
  await player.getByRole("button", { name: "Step", exact: true }).focus();
  for (let step = 2; step <= count; step += 1) {
    await page.keyboard.press(step % 2 === 0 ? "ArrowRight" : "Space");
    await expect(slider).toHaveValue(String(step));
    await expect(live).toHaveText(new RegExp(`^Step ${step} of ${count}\\. .*\\w`));
    await expect(live).not.toHaveText(/\\|\{|undefined|NaN/);
  }
  await page.keyboard.press("ArrowLeft");
  await expect(slider).toHaveValue(String(count - 1));
}

interface Stop {
  readonly name: string;
  /** What is amiss: not to be seen, or without a ring. */
  readonly trouble: string;
}

/** What can be tabbed to, numbered in the order of the page; of radio buttons the chosen one alone. */
function stopsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const acting = "a[href], button, input, select, textarea, summary, [tabindex]";
    const stops = [...document.querySelectorAll<HTMLElement>(acting)].filter(
      (element) =>
        element.tabIndex >= 0 &&
        !element.matches(":disabled, [type=radio]:not(:checked)") &&
        element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }),
    );
    return stops.map((element, place) => {
      element.dataset["stop"] = `${place} ${element.localName}`;
      return element.dataset["stop"];
    });
  });
}

/** Where the focus is, and whether one sees it. */
function focused(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return { name: "nothing", trouble: "" };
    const { top, bottom, width, height } = element.getBoundingClientRect();
    // A field's ring may go round its box.
    const rings = [element, element.parentElement].map((one) => one && getComputedStyle(one));
    const inSight = bottom > 0 && top < window.innerHeight && width > 4 && height > 4;
    const ringed = rings.some(
      (style) =>
        style?.outlineStyle !== "none" && Number.parseFloat(style?.outlineWidth ?? "0") >= 2,
    );
    const trouble = [inSight ? "" : "out of sight", ringed ? "" : "no ring"].filter(Boolean);
    return { name: element.dataset["stop"] ?? element.localName, trouble: trouble.join(", ") };
  });
}
