import { readFile } from "node:fs/promises";
import type { Download, Page } from "@playwright/test";
import { unzipSync } from "fflate";
import { filesOf } from "@/app/sets/engine/make";
import { openSet } from "@/app/sets/engine/read";
import { sqliteMaker } from "@/lib/cli/sqlite";
import { FORMATS, ankiFormat } from "@/lib/problemset/formats";
import { axeFindings } from "./axe";
import { asNewTab, expect, test } from "./fixtures";

const READY = "/sets#ready=quiz-3";
const PROVED = /^Every one of \d+ keys was worked out by two algorithms/;

const questions = (page: Page) =>
  page.locator("li[data-at]").getByRole("button", { expanded: false });
const sheets = (page: Page) => page.getByRole("group", { name: /^Sheet / });
const named = (page: Page, name: string) => page.getByRole("button", { name });

test("a set is built by keyboard: found, looked at, added, put in order, kept over a reload", async ({
  page,
}) => {
  await page.goto("/sets");
  await page.getByRole("textbox", { name: "Search" }).fill("card 76");
  await page.getByRole("button", { name: /^Slide a kernel over an input/ }).press("Enter");
  await expect(page.getByRole("group", { name: "The problem" })).toContainText("Slide the kernel");
  await named(page, "Add Slide a kernel over an input").press("Enter");
  await page.getByRole("textbox", { name: "Search" }).fill("card 83");
  await named(page, "Add The memory that a tensor takes").press("Enter");
  await expect(page.getByText(PROVED)).toBeVisible();

  await questions(page).first().focus();
  await page.keyboard.press("Alt+ArrowDown");
  const moved = "Slide a kernel over an input is now question 2 of 2.";
  await expect(page.getByText(moved)).toHaveCount(1);
  await expect(questions(page).nth(1)).toBeFocused();
  await expect(questions(page)).toHaveText([/^1The memory/, /^2Slide a kernel/]);
  await named(page, "Move up question 2, Slide a kernel over an input").press("Enter");
  await expect(named(page, "Move up question 1, Slide a kernel over an input")).toBeFocused();
  await expect(page).toHaveURL(/#set=/);

  await page.reload();
  await expect(questions(page)).toHaveText([/^1Slide a kernel/, /^2The memory/]);
});

test("what is typed wrong is said at its question and stays; a comma is a point; a question is dragged by its handle", async ({
  page,
}) => {
  await page.goto(READY);
  await questions(page).first().click();
  const points = page.getByRole("textbox", { name: "Points" });
  await points.fill("lots");
  await expect(page.locator('li[data-at="0"]').getByText(/^points is "lots"/)).toBeVisible();
  await expect(points).toHaveValue("lots");
  await points.fill("2,5");
  await expect(page.getByRole("region", { name: "The sheet" })).toContainText("12.5");
  await expect(points).toHaveValue("2,5");

  await page.locator("li[data-at]").getByRole("button", { expanded: true }).click();
  await expect(points).toBeHidden();
  const [from, to] = [0, 2].map((at) => page.locator(`li[data-at="${at}"]`));
  const [start, end] = [await from?.boundingBox(), await to?.boundingBox()];
  if (!start || !end) throw new Error("There are no questions.");
  await page.mouse.move(start.x + 12, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(start.x + 12, end.y + end.height - 4, { steps: 12 });
  await page.mouse.up();
  await expect(questions(page).nth(2)).toHaveText(/Slide a kernel/);
  await expect(questions(page).nth(0)).toHaveText(/The gradient of the kernel/);
});

test("a question is changed by hand: its numbers, and what else is right; and drawn again", async ({
  page,
}) => {
  await page.goto("/sets#ready=output-shapes");
  await questions(page).first().click();
  const answer = page.getByRole("group", { name: "Its answer" });
  await expect(answer).toContainText(/\d×\d/);
  const numbers = page.getByLabel("Numbers", { exact: true });
  await numbers.selectOption({ label: "by hand" });
  await page.getByLabel("input x", { exact: true }).fill("6x6");
  await page.getByLabel("weights w", { exact: true }).fill("3x3");
  await page.getByLabel("padding", { exact: true }).fill("");
  const stride = page.getByLabel("stride", { exact: true });
  await stride.fill("two");
  await expect(page.getByText("“two” does not read as this.")).toBeVisible();
  await stride.fill("2");
  await expect(answer).toContainText("2×2");
  await page.getByText("Wording, conventions, time").click();
  await named(page, "Accept another convention").click();
  const before = page.url();
  await page
    .getByRole("group", { name: "Other conventions, 1" })
    .getByLabel("Output sizes")
    .selectOption({ label: "rounded up" });
  await expect(answer).toContainText("Also right: 3 × 3");

  await expect(page).not.toHaveURL(before);
  // A reload that began before the last change came into the address goes to the address as it was.
  await page.evaluate((address) => window.history.replaceState(null, "", address), before);
  await page.reload();
  await questions(page).first().click();
  await expect(stride).toHaveValue("2");
  await expect(answer).toContainText("Also right: 3 × 3");
  await expect(page.getByText("Two algorithms give this answer.")).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await numbers.selectOption({ label: "each their own" });
  await expect(stride).toBeHidden();
  await numbers.selectOption({ label: "by hand" });
  await expect(stride).toHaveValue("2");
});

test("a file that does not fit says its lines, and the set stays; one that fits can be taken back", async ({
  page,
}) => {
  await page.goto(READY);
  const open = page.getByLabel("Open a file");
  await open.setInputFiles(yaml("title: X\nseed: 1\nquestions:\n  - {type: mac, level: 9}\n"));
  const alert = page.getByRole("alert").filter({ hasText: "set.yaml does not fit" });
  await expect(alert).toContainText('Line 4: questions[0].type is "mac"');
  await expect(questions(page)).toHaveCount(8);
  await open.setInputFiles(yaml("title: Mine\nseed: 1\nquestions:\n  - {type: macs, level: 3}\n"));
  await expect(page.getByRole("textbox", { name: "Title" })).toHaveValue("Mine");
  await expect(questions(page)).toHaveCount(1);
  await named(page, "Bring it back").click();
  await expect(questions(page)).toHaveCount(8);
});

test("the files are those of the command line, for a roster that is read in the browser", async ({
  page,
}) => {
  test.slow();
  await page.goto("/sets#ready=output-shapes");
  const roster = 'id,name,email\n7,"Lovelace, Ada",ada@x.org\n8,Zoë,zoe@x.org\n';
  const choose = page.getByLabel(/roster/);
  await choose.setInputFiles(csv("id,name,email\n7,A,\n7,B,\n"));
  await expect(page.getByText('Line 3: The id "7" stands on line 2 already.')).toBeVisible();
  await choose.setInputFiles(csv(roster));
  await expect(page.getByText("2 students")).toBeVisible();
  await expect(page.getByText("Every one of 14 keys")).toBeVisible();
  for (const format of [/^LaTeX/, /^Moodle/, /^Canvas/, /^Other/, /^JSON/, /^Anki/]) {
    await page.getByRole("checkbox", { name: format }).check();
  }
  const downloading = page.waitForEvent("download");
  await named(page, "Download the set").click();
  const made = await contentOf(await downloading);

  const text = (name: string) => new TextDecoder().decode(made[name]);
  const formats = [...FORMATS, ankiFormat(sqliteMaker())];
  const expected = new Map<string, Uint8Array>();
  const files = filesOf(
    {
      kind: "make",
      whole: {
        set: openSet(text("output-shapes.yaml")),
        roster: { id: 1, bytes: new TextEncoder().encode(roster) },
        key: text("output-shapes.key.json"),
      },
      name: "output-shapes",
      formats: formats.map(({ name }) => name),
      hasFeedback: false,
    },
    formats,
    () => {},
  );
  for await (const { path, chunks } of files) expected.set(path, Buffer.concat(bytesOf(chunks)));
  expect(Object.keys(made).toSorted()).toEqual([...expected.keys()].toSorted());
  const other = Object.keys(made).filter(
    (path) => !Buffer.from(made[path] ?? []).equals(expected.get(path) ?? Buffer.of()),
  );
  expect(other).toEqual([]);
});

test("a link carries the set, and never the secret; the key file is saved, and opened again gives the same sheets", async ({
  page,
}) => {
  await page.goto(READY);
  await page.getByRole("textbox", { name: "Title" }).fill("Quiz of Tuesday");
  await expect(page).toHaveURL(/#set=/);
  await expect(page.getByText(PROVED)).toBeVisible();
  const code = (await sheets(page).first().getAttribute("aria-label")) ?? "";
  const downloading = page.waitForEvent("download");
  await named(page, "Save the key file").click();
  const buffer = await readFile(await (await downloading).path());
  const link = page.url();

  await asNewTab(page);
  await page.goto(link);
  await expect(page.getByRole("textbox", { name: "Title" })).toHaveValue("Quiz of Tuesday");
  await expect(page.locator("li[data-at]")).toHaveCount(8);
  await expect(sheets(page)).toHaveCount(3);
  await expect(sheets(page).first()).not.toHaveAttribute("aria-label", code);
  const key = { name: "my.key.json", mimeType: "application/json", buffer };
  await page.getByLabel("Open one that you kept").setInputFiles(key);
  await expect(page.getByText("The secret of my.key.json is in use.")).toBeVisible();
  await expect(sheets(page).first()).toHaveAttribute("aria-label", code);
});

test("other variants are shown, a print holds the sheets alone, and axe objects to nothing, narrow or wide", async ({
  page,
}) => {
  test.slow(); // axe reads three sheets
  await page.goto(READY);
  await expect(sheets(page)).toHaveCount(3);
  const code = (await sheets(page).first().getAttribute("aria-label")) ?? "";
  await named(page, "Show other variants").click();
  await expect(sheets(page).first()).not.toHaveAttribute("aria-label", code);
  await page.emulateMedia({ media: "print" });
  await expect(sheets(page).nth(2)).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeHidden();
  await expect(page.getByRole("textbox", { name: "Title" })).toBeHidden();
  await expect(named(page, "Download the set")).toBeHidden();

  await page.emulateMedia({ media: null });
  await expect(page.getByText(PROVED)).toBeVisible();
  await questions(page).first().click();
  await page.getByText("Wording, conventions, time").click();
  await expect(page.getByRole("group", { name: "The problem" })).toBeVisible();
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
});

function yaml(text: string) {
  return { name: "set.yaml", mimeType: "application/yaml", buffer: Buffer.from(text) };
}

function csv(text: string) {
  return { name: "roster.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
}

async function contentOf(download: Download): Promise<Record<string, Uint8Array>> {
  return unzipSync(await readFile(await download.path()));
}

function bytesOf(chunks: Iterable<string | Uint8Array>): Uint8Array[] {
  return Array.from(chunks, (chunk) =>
    typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk,
  );
}
