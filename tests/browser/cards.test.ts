import type { Locator, Page } from "@playwright/test";
import { axeFindings } from "./axe";
import { expect, isolatedTest, test } from "./fixtures";
import { fillStorage } from "./full-storage";

const REVIEW = "/cards/review";
const DAY = 24 * 60 * 60 * 1000;
const SMALL_TOPIC = "Style transfer";

test.describe("a review", () => {
  test("goes by keyboard alone, says when a card comes back, and takes a rating back", async ({
    page,
  }) => {
    await beginReview(page);
    const first = await title(page).innerText();
    await page.keyboard.press("Space");
    for (const key of [/^Again.*1 min/, /^Hard.*6 min/, /^Good.*10 min/, /^Easy.*8 d/]) {
      await expect(page.getByRole("button", { name: key })).toBeVisible();
    }
    await page.keyboard.press("3");
    await expect(said(page)).toHaveText(/^Good: card \d+ comes back in 10 min\.$/);
    await expect(title(page)).not.toHaveText(first);
    await expect(title(page)).toBeFocused();
    await page.keyboard.press("u");
    await expect(said(page)).toHaveText(/^Taken back: good on card \d+\.$/);
    await expect(title(page)).toHaveText(first);
    await page.reload();
    await expect(title(page)).toHaveText(first);
  });

  test("asks as a choice, says why a claim is wrong, and moves on in another tab too", async ({
    page,
    context,
  }) => {
    await beginReview(page);
    await page.getByLabel("Ask me").selectOption("choice");
    const other = await context.newPage();
    await beginReview(other, "A to D");
    await expect(title(other)).toHaveText(await title(page).innerText());
    const choices = page.getByRole("list", { name: "Choose the answer" }).getByRole("button");
    await expect(choices).toHaveCount(4);
    await page.keyboard.press("b");
    await expect(choices.filter({ hasText: ": right" })).toHaveCount(1);
    await page.keyboard.press("1");
    await expect(said(page)).toHaveText(/^Again: card \d+ comes back in 1 min\.$/);
    await expect(title(other)).toHaveText(await title(page).innerText());
  });

  test("asks a worked problem with numbers, marked as in practice", async ({ page }) => {
    await beginReview(page);
    await page.getByLabel("Topic", { exact: true }).selectOption("Worked problems");
    await page.getByRole("button", { name: "Leave it, and show the card" }).click();
    await expect(page.getByRole("button", { name: /^Again/ })).toBeFocused();
    expect(await axeFindings(page)).toEqual([]);
  });

  isolatedTest(
    "brings cards back on their days, as the clock moves through a week",
    async ({ page }) => {
      const monday = new Date("2026-11-23T08:00:00").getTime();
      await page.clock.setFixedTime(monday);
      await beginReview(page);
      await page.getByLabel("Ask me").selectOption("recall");
      await page.getByLabel("Topic", { exact: true }).selectOption(SMALL_TOPIC);
      await rateAll(page, ["3", "3"]);
      await page.clock.setFixedTime(monday + 11 * 60_000);
      await page.reload();
      await rateAll(page, ["3", "3"]);
      await expect(title(page)).toHaveText("Done for today");
      const undo = page.getByRole("button", { name: "Undo" });
      await expect(undo).toBeEnabled();
      await page.clock.setFixedTime(monday + DAY);
      await page.reload();
      await expect(title(page)).toHaveText("Done for today");
      await expect(undo).toBeDisabled();
      await page.clock.setFixedTime(monday + 2 * DAY);
      await page.goto("/cards");
      await page.getByLabel("Topic", { exact: true }).selectOption(SMALL_TOPIC);
      await expect(page.getByText("2 due · 0 in first steps · 0 new")).toBeVisible();
      await expect(page.getByRole("row", { name: /^Today 2 cards/ })).toBeVisible();
    },
  );
});

test("what an older version of the site kept is still there", async ({ page }) => {
  await page.evaluate(keepAsVersion1);
  await page.goto("/practice/progress");
  await expect(page.getByText("1 of 1 problem solved on 1 day.")).toBeVisible();
  await beginReview(page);
  await page.keyboard.press("Space");
  await page.keyboard.press("4");
  await expect(said(page)).toHaveText(/comes back in 8 d/);
});

test("where the storage is full, the review goes on and says so", async ({ page, baseURL }) => {
  const makeRoom = await fillStorage(page, baseURL);
  await beginReview(page);
  const first = await title(page).innerText();
  await page.keyboard.press("Space");
  await page.keyboard.press("3");
  await expect(page.getByText(/storage is full/)).toBeVisible();
  await expect(title(page)).not.toHaveText(first);
  await page.getByRole("link", { name: "All cards" }).click();
  await expect(page.getByText(/0 due · 1 in first steps/)).toBeVisible();
  await makeRoom();
});

test("a tab left open says so when a newer version of the site takes over what is kept", async ({
  page,
  context,
}) => {
  await beginReview(page);
  const newer = await context.newPage();
  await newer.goto("/icon.svg");
  await newer.evaluate(keepAsVersion99);
  await expect(page.getByText(/A newer version of this site is open/)).toBeVisible();
  const first = await title(page).innerText();
  await page.keyboard.press("Space");
  await page.keyboard.press("3");
  await expect(title(page)).not.toHaveText(first);
  await expect(page.getByText(/Load this page again/)).toBeVisible();
  await expect(page.getByText(/storage is full/)).toHaveCount(0);
  await page.reload();
  await expect(page.getByText(/A newer version of this site is open/)).toBeVisible();
});

test("a damaged file is refused, and nothing is lost", async ({ page }) => {
  await beginReview(page);
  await page.keyboard.press("Space");
  await page.keyboard.press("3");
  await expect(said(page)).toHaveText(/comes back/);
  await page.goto("/cards");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export" }).click(),
  ]);
  await expect(page.getByText(/^1 card review exported to/)).toBeVisible();
  const file = JSON.parse(await textOf(await download.createReadStream())) as { reviews: object[] };
  await bring(page, { ...file, reviews: [{ ...file.reviews[0], rating: "splendid" }] });
  await expect(page.getByText(/damaged: review 1 .* Nothing was changed\./)).toBeVisible();
  await page.reload();
  await expect(page.getByText(/1 in first steps/)).toBeVisible();
  await bring(page, file);
  await expect(
    page.getByText("0 answers imported; 1 card review had been here already."),
  ).toBeVisible();
});

test("a mock quiz ends in a report that says what to do next", async ({ page }) => {
  await page.goto("/cards/quiz");
  await page.getByRole("radio", { name: /Without a clock/ }).check();
  await page.getByRole("button", { name: "Begin" }).click();
  const bar = page.getByRole("progressbar", { name: "Quiz" });
  await page.getByRole("button", { name: "I do not know" }).click();
  await expect(bar).toHaveAttribute("aria-valuetext", "Question 2 of 20");
  await page.reload();
  await expect(bar).toHaveAttribute("aria-valuetext", "Question 2 of 20");
  await page.getByRole("button", { name: "End the quiz here" }).click();
  await expect(title(page)).toHaveText("0 of 20 right");
  const next = page.getByRole("region", { name: "What to do next" });
  await expect(next.getByRole("listitem")).toHaveCount(20);
  await expect(next.getByRole("link").first()).toHaveAttribute("href", /^\/cards\/\d+$/);
});

isolatedTest("an exam gets a plan by day, which is kept and can be changed", async ({ page }) => {
  // In the last hour of a day, that day has no row of its own.
  await page.clock.setFixedTime(new Date("2026-11-23T08:00:00"));
  await page.goto("/cards/exam");
  await page.getByRole("button", { name: "Make a plan" }).click();
  const plan = page.getByRole("table", { name: "The plan up to the exam" });
  await expect(plan.getByRole("row")).toHaveCount(9);
  await expect(plan.getByRole("link", { name: "mock quiz" })).toBeVisible();
  const second = plan.getByRole("row").nth(2);
  await second.getByRole("checkbox").click();
  await expect(second).toContainText("free");
  await page.reload();
  await expect(second).toContainText("free");
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  expect(await axeFindings(page)).toEqual([]);
});

test("a lab works with the reader’s numbers, says what does not fit, and keeps them", async ({
  page,
}) => {
  await page.goto("/cards/37");
  await page.getByText("Try it: How far one cell sees").click();
  const kernel = page.getByRole("textbox", { name: "layers, row 0, kernel" });
  await kernel.fill("5");
  await expect(page.getByText("One cell after the last layer sees 18 cells")).toBeVisible();
  await kernel.fill("0");
  await expect(page.getByText(/layers must be whole numbers from 1 up/)).toBeVisible();
  await kernel.fill("7");
  await page.reload();
  await page.getByText("Try it: How far one cell sees").click();
  await expect(kernel).toHaveValue("7");
});

/** Opens the review, and waits until it asks its first card. */
async function beginReview(page: Page, hint = "Space shows the answer"): Promise<void> {
  await page.goto(REVIEW);
  await expect(page.getByText(hint).first()).toBeVisible();
}

/** Turns and rates one card after another. */
async function rateAll(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await expect(page.getByRole("button", { name: "Show the answer" })).toBeVisible();
    await page.keyboard.press("Space");
    await expect(page.getByRole("button", { name: /^Good/ })).toBeFocused();
    await page.keyboard.press(key);
    await expect(page.getByRole("button", { name: /^Good/ })).toHaveCount(0);
  }
}

function title(page: Page): Locator {
  return page.getByRole("heading", { level: 1 });
}

function said(page: Page): Locator {
  return page.getByRole("status").filter({ hasText: /\./ });
}

async function bring(page: Page, content: object): Promise<void> {
  const buffer = Buffer.from(JSON.stringify(content));
  await page
    .getByLabel("Import")
    .setInputFiles({ name: "progress.json", mimeType: "application/json", buffer });
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}

/** Runs in the page: keeps one right answer in a database as the first version of the site laid it out. */
function keepAsVersion1(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("kernelwise", 1);
    opening.addEventListener("error", () => reject(new Error("no database")));
    opening.addEventListener("upgradeneeded", () => {
      opening.result.createObjectStore("attempts", { keyPath: "id" });
      opening.result.createObjectStore("session");
    });
    opening.addEventListener("success", () => {
      const transaction = opening.result.transaction("attempts", "readwrite");
      transaction.objectStore("attempts").put({
        id: "old",
        at: 1_795_420_800_000,
        exercise: "output-size",
        version: 1,
        seed: "7",
        level: 1,
        conventions: {},
        verdict: "correct",
        score: 1,
        mistakes: [],
        hints: 0,
      });
      transaction.addEventListener("complete", () => {
        opening.result.close();
        resolve();
      });
    });
  });
}

/** Runs in the page: lays the database out anew, as a later version of the site will. */
function keepAsVersion99(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("kernelwise", 99);
    opening.addEventListener("error", () => reject(new Error("no database")));
    opening.addEventListener("success", () => {
      opening.result.close();
      resolve();
    });
  });
}
