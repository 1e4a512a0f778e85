import { mkdirSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";

// The README's pictures: `npm run screenshots`. No test, so its name is not one.
const FOLDER = "tests/gallery/screens";
const WIDE = { width: 1280, height: 820 };
const PHONE = { width: 390, height: 664 };

mkdirSync(FOLDER, { recursive: true });

for (const [colorScheme, file] of [
  ["light", "card-76"],
  ["dark", "card-76-dark"],
] as const) {
  test(`card 76, a few steps in, ${colorScheme}`, async ({ page }) => {
    await page.setViewportSize(WIDE);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await stepTo(page, "/learn/slide-a-kernel", "Slide a kernel over an image: step by step", 4);
    await page.evaluate(() => window.scrollTo({ top: 0, behavior: "instant" }));
    await take(page, file);
  });
}

test("the backward pass, a stamp in the middle", async ({ page }) => {
  await page.setViewportSize(WIDE);
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  const player = await stepTo(page, "/learn/backward-pass", /stamp/i, 3);
  await player.evaluate((element) => {
    const { top, height } = element.getBoundingClientRect();
    window.scrollBy({ top: top - (window.innerHeight - height) / 2 - 24, behavior: "instant" });
  });
  await take(page, "backward-pass");
});

test("a phone, picture and Step together", async ({ page }) => {
  await page.setViewportSize(PHONE);
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  const player = await stepTo(
    page,
    "/learn/slide-a-kernel",
    "Slide a kernel over an image: step by step",
    4,
  );
  await player.evaluate((element) => {
    window.scrollBy({ top: element.getBoundingClientRect().top - 72, behavior: "instant" });
  });
  await take(page, "phone");
});

test("a set: a question open, its problem and what was checked", async ({ page }) => {
  await page.setViewportSize({ ...WIDE, height: 936 });
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await page.goto("/sets#ready=quiz-3");
  await expect(page.getByText(/^Every one of \d+ keys/)).toBeVisible();
  await page.locator('[data-control="main"]').first().click();
  await expect(page.getByRole("group", { name: "Its answer" })).toBeVisible();
  await page.getByRole("textbox", { name: "Title" }).evaluate((field) => {
    window.scrollBy({ top: field.getBoundingClientRect().top - 42, behavior: "instant" });
  });
  await take(page, "sets");
});

async function stepTo(page: Page, route: string, name: string | RegExp, step: number) {
  await page.goto(route);
  const player = page.getByRole("group", { name }).first();
  await player.getByRole("slider", { name: "Step" }).fill(String(step));
  await expect(player.getByRole("slider", { name: "Step" })).toHaveValue(String(step));
  return player;
}

async function take(page: Page, file: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.mouse.move(0, 0);
  await page.locator(":focus").evaluateAll(blurAll);
  await page.screenshot({ path: `${FOLDER}/${file}.png`, animations: "disabled" });
}

function blurAll(elements: (HTMLElement | SVGElement)[]): void {
  for (const element of elements) element.blur();
}
