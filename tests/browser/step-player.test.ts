import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures";

const CARD = "/learn/slide-a-kernel";

test.describe("the step player of card 76", () => {
  test("shows one more output with each step by mouse; walks by keyboard alone: Space and → on, ← back, Home and End", async ({
    page,
  }) => {
    const player = await open(page);
    for (const shown of [0, 1, 2, 3, 4]) {
      await expect(outputs(player).and(page.locator(":not([data-empty])"))).toHaveCount(shown);
      await player.getByRole("button", { name: "Step", exact: true }).click();
    }
    await player.getByRole("button", { name: "Again" }).click();
    const slider = player.getByRole("slider", { name: "Step" });
    await expect(slider).toHaveValue("1");
    await player.getByRole("button", { name: "Step", exact: true }).focus();
    const presses = [
      ["Space", "2"],
      ["ArrowRight", "3"],
      ["ArrowLeft", "2"],
      ["End", "6"],
      ["Home", "1"],
    ] as const;
    for (const [key, step] of presses) {
      await page.keyboard.press(key);
      await expect(slider, key).toHaveValue(step);
    }
  });

  test("leaves the keys alone while the focus is elsewhere; announces each step, its line and the cells that are lit", async ({
    page,
  }) => {
    const player = await open(page);
    const slider = player.getByRole("slider", { name: "Step" });
    await page.getByRole("link", { name: "Kernelwise" }).focus();
    await page.keyboard.press("ArrowRight");
    await expect(slider).toHaveValue("1");
    const live = player.locator("p[aria-live=polite]");
    await expect(live).toBeEmpty();
    await slider.fill("3");
    await expect(live).toContainText("Step 3 of 6.");
    await expect(live).toContainText("Y at 0, 1 equals");
    await expect(live).toContainText("equals minus 4");
    await expect(live).toContainText("input rows 0–1, columns 1–2");
    await expect(live).toContainText("output row 0, column 1");
  });

  test("keeps the picture where it is while the steps go by, explains a cell that is pointed at, and copies a tensor with ASCII minus", async ({
    page,
    context,
  }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const player = await open(page);
    const before = await player.boundingBox();
    await player.getByRole("slider", { name: "Step" }).fill("6");
    expect(await player.boundingBox()).toEqual(before);

    await outputs(player).nth(1).hover();
    await expect(player).toContainText("X at 0, 1 times K at 0, 0");
    await expect(cell(player, "input", 2)).toHaveAttribute("data-lit", "true");
    await expect(cell(player, "input", 0)).not.toHaveAttribute("data-lit");

    // A tensor is one tab stop, walked by arrow keys.
    await cell(player, "kernel", 0).focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    await expect(cell(player, "kernel", 3)).toBeFocused();
    await page.keyboard.press("ControlOrMeta+c");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("1\t0\n0\t-1");
  });
});

test.describe("ask me first", () => {
  test("blanks the result, takes any minus sign, and shows the step when it is right", async ({
    page,
  }) => {
    const player = await asking(page);
    await expect(outputs(player).first()).toContainText("asked for");
    await answer(player, "-4");
    await expect(player).toContainText("✓ −4 is right.");
    await expect(player.locator("p[aria-live=polite]")).toHaveText(/^−4 is right\. Step 2 of 6\./);
    await expect(player.getByRole("button", { name: "Step", exact: true })).toBeFocused();
    await expect(outputs(player).first()).toContainText("−4");
  });

  test("never marks what it cannot read, has a ± key for keypads without a minus, and shows the step after a wrong answer", async ({
    page,
  }) => {
    const player = await asking(page);
    await answer(player, "minus four");
    await expect(player).toContainText("does not read as one number");
    await expect(player).not.toContainText("✕");
    await player.getByLabel("Your result").fill("5");
    await player.getByRole("button", { name: "Change the sign" }).click();
    await expect(player.getByLabel("Your result")).toHaveValue("−5");
    await player.getByRole("button", { name: "Check" }).click();
    await expect(player).toContainText("✕ −5 is not it");
    await player.getByRole("button", { name: "Show it" }).click();
    await expect(player.getByRole("button", { name: "Step", exact: true })).toBeFocused();
    await expect(outputs(player).first()).toContainText("−4");
  });
});

test("on a phone the picture and the Step button are on screen together", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 664 });
  const player = await open(page);
  await player.scrollIntoViewIfNeeded();
  await page.evaluate(() => {
    const top = document.querySelector("table")?.getBoundingClientRect().top ?? 0;
    window.scrollBy({ top: top - 20, behavior: "instant" });
  });
  await expect(cell(player, "input", 0)).toBeInViewport();
  await expect(outputs(player).last()).toBeInViewport();
  await expect(player.getByRole("button", { name: "Step", exact: true })).toBeInViewport();
});

// Motion is reduced in every test that is not about it.
test("where motion is to be reduced, playing goes on by itself and honours the pause", async ({
  page,
}) => {
  const player = await open(page);
  expect(await page.evaluate(() => matchMedia("(prefers-reduced-motion)").matches)).toBe(true);
  await player.getByRole("button", { name: "Play" }).click();
  await expect(player.getByRole("slider", { name: "Step" })).toHaveValue("2");
  await player.getByRole("button", { name: "Pause" }).click();
  await expect(player.getByRole("button", { name: "Play" })).toBeVisible();
});

async function open(page: Page): Promise<Locator> {
  await page.goto(CARD);
  return page.getByRole("group", { name: "Slide a kernel over an image: step by step" });
}

async function asking(page: Page): Promise<Locator> {
  const player = await open(page);
  await player.getByRole("switch", { name: "Ask me first" }).click();
  await player.getByRole("button", { name: "Step", exact: true }).click();
  return player;
}

async function answer(player: Locator, text: string): Promise<void> {
  await player.getByLabel("Your result").fill(text);
  await player.getByRole("button", { name: "Check" }).click();
}

function outputs(player: Locator): Locator {
  return player.getByRole("figure", { name: /output/ }).locator("[data-at]");
}

function cell(player: Locator, words: string, index: number): Locator {
  return player
    .getByRole("figure", { name: new RegExp(words) })
    .locator("[data-at]")
    .nth(index);
}
