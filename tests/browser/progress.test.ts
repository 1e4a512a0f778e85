import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { exerciseOf, generate } from "@/lib/exercises";
import type { Session } from "@/lib/progress";
import { expect, test } from "./fixtures";
import { fillStorage } from "./full-storage";

const TYPE = "output-size";
const VERSION = exerciseOf(TYPE).version;
const PROGRESS = "/practice/progress";
const SESSION = "/practice/session";

test.describe("mastery", () => {
  test("grows with each right answer, in a table folded by topic and beside the type in the list of types", async ({
    page,
  }) => {
    await page.goto(PROGRESS);
    await expect(masteryOf(page)).toHaveText("not tried yet");
    await answerRight(page, "first");
    await page.goto(PROGRESS);
    await expect(masteryOf(page)).toHaveText("40 % begun");
    await expect(masteryOf(page)).toBeHidden();
    await page.locator("summary", { hasText: "Sizes and shapes" }).press("Enter");
    await expect(masteryOf(page)).toBeVisible();
    await answerRight(page, "second");
    await page.goto("/practice");
    await expect(masteryIn(page)).toContainText("78 % growing");
    await page.getByRole("link", { name: "Your progress" }).click();
    await expect(masteryOf(page)).toHaveText("78 % growing");
    await expect(page.getByText("2 of 2 problems solved on 1 day.")).toBeVisible();
  });

  test("counts a mistake that was named, with a link to where it was made", async ({ page }) => {
    const { predictions } = problem("slip");
    const slip = predictions.find(({ mistake }) => mistake === "PLUS_ONE_FORGOTTEN");
    await open(page, "slip");
    await check(page, slip?.answer);
    await expect(page.getByText("✕").first()).toBeVisible();
    await waitUntilKept(page);
    await page.goto(PROGRESS);
    const mistakes = page.getByRole("region", { name: "Mistakes that come often" });
    await expect(mistakes.getByRole("listitem")).toContainText(["You left out the + 1"]);
    await expect(mistakes.getByRole("link")).toHaveAttribute("href", `/practice/${TYPE}`);
  });

  test("is the same in another tab at once", async ({ page, context }) => {
    await page.goto(PROGRESS);
    await expect(masteryOf(page)).toHaveText("not tried yet");
    await answerRight(await context.newPage(), "first");
    await expect(masteryOf(page)).toHaveText("40 % begun");
  });
});

test("where the browser keeps nothing, one can practise all the same, is told, and a session runs as long as the tab", async ({
  page,
}) => {
  const denial = await page.addInitScript(denyDatabases);
  await answerRight(page, "first");
  await page.getByRole("link", { name: "Your progress" }).click();
  await expect(masteryOf(page)).toHaveText("40 % begun");
  await expect(page.getByText(/does not let the site keep anything/)).toBeVisible();

  await page.goto(SESSION);
  await page.getByRole("button", { name: "Begin" }).click();
  await page.getByRole("button", { name: "Skip it" }).click();
  await expect(bar(page)).toHaveAttribute("aria-valuetext", "Problem 2 of 8, 0 solved");
  await denial.dispose();
});

test("where the storage is full, one is told to export, and nothing breaks", async ({
  page,
  baseURL,
}) => {
  const makeRoom = await fillStorage(page, baseURL);
  await answerRight(page, "first");
  await expect(page.getByText(/storage is full/)).toBeVisible();
  await page.getByRole("link", { name: "Your progress" }).click();
  await expect(masteryOf(page)).toHaveText("40 % begun");
  await makeRoom();
});

test.describe("one's data", () => {
  test("is exported, erased once that is confirmed, and imported again", async ({ page }) => {
    await answerRight(page, "first");
    await page.goto(PROGRESS);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Export" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^kernelwise-progress-\d{4}-\d\d-\d\d\.json$/);
    const file = await readFile(await download.path(), "utf8");

    await page.getByRole("button", { name: /Erase everything/ }).click();
    await page.getByRole("button", { name: "Keep it" }).click();
    await expect(masteryOf(page)).toHaveText("40 % begun");
    await page.getByRole("button", { name: /Erase everything/ }).click();
    await page.getByRole("button", { name: "Erase", exact: true }).click();
    await expect(masteryOf(page)).toHaveText("not tried yet");
    await page.reload();
    await expect(page.getByText(/Nothing here yet/)).toBeVisible();

    await bring(page, file);
    await expect(page.getByText("1 answer imported.")).toBeVisible();
    await expect(masteryOf(page)).toHaveText("40 % begun");
    await bring(page, file);
    await expect(page.getByText(/0 answers imported; 1 answer had been here/)).toBeVisible();
    await page.reload();
    await expect(masteryOf(page)).toHaveText("40 % begun");
  });

  test("stays as it is where a truncated file, another and a damaged one are refused", async ({
    page,
  }) => {
    await answerRight(page, "first");
    await page.goto(PROGRESS);
    for (const [text, sentence] of REFUSED) {
      await bring(page, text);
      await expect(page.getByText(sentence)).toContainText("Nothing was changed.");
      await expect(masteryOf(page)).toHaveText("40 % begun");
    }
    await page.reload();
    await expect(masteryOf(page)).toHaveText("40 % begun");
  });
});

test.describe("a session", () => {
  test("shows how far one is, is found again after a reload, and says what was learned", async ({
    page,
  }) => {
    await keepSession(page, ["one"], 2);
    await expect(bar(page)).toHaveAttribute("aria-valuetext", "Problem 1 of 2, 0 solved");
    await check(page, problem("one").answer);
    await expect(bar(page)).toHaveAttribute("aria-valuetext", "Problem 1 of 2, 1 solved");
    await page.getByRole("button", { name: "Next problem" }).click();
    await expect(bar(page)).toHaveAttribute("aria-valuetext", "Problem 2 of 2, 1 solved");
    await expect(title(page)).not.toHaveText(problemTitle);
    const second = await title(page).innerText();
    await page.reload();
    await expect(title(page)).toHaveText(second);
    await page.getByRole("button", { name: "See what you learned" }).click();
    await expect(title(page)).toHaveText("What you learned");
    await expect(page.getByText("You solved 1 of 2 problems, at the first try.")).toBeVisible();
    await expect(page.getByRole("row", { name: /0 % → 40 %/ })).toBeVisible();
    await page.getByRole("button", { name: "Another session" }).click();
    await expect(page.getByRole("button", { name: "Begin" })).toBeVisible();
  });

  test("goes on once, though two tabs go on from the same problem", async ({ page, context }) => {
    await keepSession(page, ["one"], 4);
    const other = await context.newPage();
    await other.goto(SESSION);
    await other.getByRole("button", { name: "Skip it" }).click();
    await expect(bar(other)).toHaveAttribute("aria-valuetext", /Problem 2 of 4/);
    await expect(bar(page)).toHaveAttribute("aria-valuetext", /Problem 2 of 4/);
    await expect(title(page)).toHaveText(await title(other).innerText());
  });

  test("can be begun and walked by keyboard alone", async ({ page }) => {
    await page.goto(SESSION);
    await page.getByRole("radio", { name: /8 problems/ }).focus();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Enter");
    await expect(bar(page)).toHaveAttribute("aria-valuetext", "Problem 1 of 4, 0 solved");
    // The focus goes to a problem once it is there.
    await expect(page.getByRole("button", { name: "Check", exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Skip it" }).focus();
    await page.keyboard.press("Enter");
    await expect(bar(page)).toHaveAttribute("aria-valuetext", "Problem 2 of 4, 0 solved");
    await expect(page.locator(":focus")).toContainText(await title(page).innerText());
  });
});

const REFUSED = [
  ['{"format": "kernelwise-progress", "vers', /does not parse/],
  ['{"name": "notes"}', /not a file that Kernelwise exported/],
  [
    '{"format":"kernelwise-progress","version":1,"exportedAt":"","attempts":[{"id":"x","at":-1}]}',
    /“at” of attempt 1/,
  ],
] as const;

const problemTitle = "The size of a convolution’s output";

function problem(seed: string) {
  return generate({ id: TYPE, seed, level: 1 });
}

async function open(page: Page, seed: string): Promise<void> {
  await page.goto(`/practice/${TYPE}?v=${VERSION}&seed=${seed}&level=1`);
}

/** Answers a problem, and waits until that is kept (or would be). */
async function answerRight(page: Page, seed: string): Promise<void> {
  await open(page, seed);
  await check(page, problem(seed).answer);
  await expect(page.getByText("✓ Right")).toBeVisible();
  await waitUntilKept(page);
}

/** Goes to the list of types, which shows what is kept, or would be. */
async function waitUntilKept(page: Page): Promise<void> {
  await page
    .getByRole("navigation", { name: "Main" })
    .getByRole("link", { name: "Practise" })
    .click();
  await expect(masteryIn(page)).toContainText("%");
}

async function check(page: Page, answer: unknown): Promise<void> {
  const button = page.getByRole("button", { name: "Check", exact: true });
  // What is typed before the page has come to life is forgotten.
  await expect(async () => {
    await page.getByRole("textbox", { name: "Shape" }).fill(JSON.stringify(answer));
    await expect(button).toBeEnabled({ timeout: 1000 });
  }).toPass();
  await button.click();
}

function masteryOf(page: Page): Locator {
  return page.locator("tr").filter({ hasText: problemTitle }).locator("td").first();
}

/** The type's card in the list of types. */
function masteryIn(page: Page): Locator {
  const link = page.locator(`[href="/practice/${TYPE}"]`);
  return page.getByRole("main").getByRole("listitem").filter({ has: link });
}

function bar(page: Page): Locator {
  return page.getByRole("progressbar", { name: "Session" });
}

function title(page: Page): Locator {
  return page.getByRole("heading", { level: 1 });
}

async function bring(page: Page, text: string): Promise<void> {
  const file = { name: "progress.json", mimeType: "application/json", buffer: Buffer.from(text) };
  await page.getByLabel("Import").setInputFiles(file);
}

/** Begins a session with problems of this test's choice. */
async function keepSession(page: Page, seeds: readonly string[], size: number): Promise<void> {
  const session: Session = {
    id: "test",
    startedAt: Date.now() - 1000,
    size,
    problems: seeds.map((seed) => ({ exercise: TYPE, version: VERSION, seed, level: 1 })),
    done: false,
  };
  await page.goto(SESSION);
  await expect(page.getByRole("button", { name: "Begin" })).toBeVisible();
  await page.evaluate(
    (kept) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("kernelwise");
        opening.addEventListener("error", () => reject(new Error("no database")));
        opening.addEventListener("success", () => {
          const transaction = opening.result.transaction("session", "readwrite");
          transaction.objectStore("session").put(kept, "current");
          transaction.addEventListener("complete", () => {
            opening.result.close();
            resolve();
          });
        });
      }),
    session,
  );
  await page.reload();
}

/** Runs in the page. */
function denyDatabases() {
  Object.defineProperty(window, "indexedDB", {
    get: () => {
      throw new DOMException("denied", "SecurityError");
    },
  });
}
