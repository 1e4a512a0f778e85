import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { keyFileText, releaseFile, seedLog } from "@/lib/problemset/seeds";
import { SECRET } from "../unit/problemset/made";
import { answersOf, documentOf, rosterOf } from "../unit/sets/class";
import { axeFindings } from "./axe";
import { expect, test } from "./fixtures";

const SET = `title: Quiz of Tuesday
seed: 1
questions:
  - { type: parameters, level: 2, points: 1 }
  - { type: output-size, level: 2, points: 2 }
  - { type: macs, level: 2, points: 2 }
`;
const REGRADED = SET.replace("points: 1 }", "points: 1, void: true }");
const ROSTER = rosterOf(24);
const DOCUMENT = documentOf(SET, ROSTER);
const ANSWERS = answersOf(DOCUMENT);
const KEY = keyFileText(SECRET);
const RELEASE = [...releaseFile(DOCUMENT).chunks].join("");
const LOG = [...seedLog(DOCUMENT).chunks].join("");
const [SHEET] = DOCUMENT.sheets();
const CODE = SHEET?.code ?? "";

const PHONE = { width: 320, height: 700 };

const file = (name: string, text: string) => ({
  name,
  mimeType: "text/plain",
  buffer: Buffer.from(text),
});
const field = (page: Page) => page.getByRole("textbox", { name: "The answers" });
const summary = (page: Page) => page.getByText(/^\d+ students have .* points on average/);

async function openFiles(page: Page, set = SET) {
  await page.goto("/sets/grade");
  await giveFiles(page, set);
}

async function giveFiles(page: Page, set: string) {
  await page.getByLabel("Open the set’s file").setInputFiles(file("quiz.yaml", set));
  await page.getByLabel("Open the key file").setInputFiles(file("quiz.key.json", KEY));
  await page.getByLabel("Open the roster").setInputFiles(file("roster.csv", ROSTER));
}

test("a class is graded: marks, mistakes, questions, and the marks as CSV", async ({ page }) => {
  await openFiles(page);
  await expect(page.getByText("Still to come: the answers.")).toBeVisible();
  await page.getByLabel("open the table’s file").setInputFiles(file("answers.csv", ANSWERS));
  await expect(summary(page)).toContainText("23 students");
  await expect(page.getByText("Answers of 23 of 24 sheets.")).toBeVisible();
  const mistakes = page.getByRole("table", { name: "Mistakes" });
  await expect(mistakes.getByRole("row").nth(1)).toContainText(/^\d+ %/);
  await page.getByLabel("Open seed-log.csv").setInputFiles(file("seed-log.csv", LOG));
  await expect(page.getByText("All 3 types are as they were")).toBeVisible();
  await expect(page.getByRole("table", { name: "Questions" }).getByRole("row")).toHaveCount(4);
  const marks = page.getByRole("table", { name: "Marks" });
  await expect(marks.getByRole("row")).toHaveCount(25);
  await expect(marks.getByRole("row", { name: /Student 17/ })).toContainText("absent");

  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Marks as CSV" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("marks.csv");
  const text = await readFile(await download.path(), "utf8");
  expect(text.split("\r\n")[0]).toBe(
    "\uFEFFcode,id,name,email,points,of,absent,to_be_read,q1,q2,q3",
  );
  expect(await axeFindings(page)).toEqual([]);
});

test("a regrade shows the marks before and after, on a phone too", async ({ page }) => {
  await page.setViewportSize(PHONE);
  await page.goto("/sets/grade");
  await expectToFitPhone(page);
  await giveFiles(page, REGRADED);
  await page.getByLabel("open the table’s file").setInputFiles(file("answers.csv", ANSWERS));
  await expect(summary(page)).toContainText("of 4 points");
  await page.getByLabel("Open the set as it was").setInputFiles(file("before.yaml", SET));
  await expect(page.getByText(/Before the regrade it was .* of 5\./)).toBeVisible();
  await expect(
    page.getByRole("table", { name: "Marks" }).getByRole("columnheader", { name: "Before" }),
  ).toBeVisible();
  const other = SET.replace("level: 2", "level: 3");
  await page.getByLabel("Open another earlier set").setInputFiles(file("before.yaml", other));
  await expect(page.getByText(/Question 1 is another problem here/)).toBeVisible();
});

test("what does not fit is said with its line, and what was typed stays over a reload", async ({
  page,
}) => {
  await openFiles(page);
  await field(page).fill("code,answer\nX,1");
  await expect(page.getByText("Line 1: The answers have no column question.")).toBeVisible();
  await expect(field(page)).toHaveValue("code,answer\nX,1");
  await field(page).fill(`code,question,answer\n${CODE},1,what?\nZZZZ-ZZZZ,1,2`);
  await expect(page.getByText(/^Line 2: .*“what\?”/)).toBeVisible();
  await expect(page.getByText(/^Line 3: No sheet of this set has the code/)).toBeVisible();
  await page.reload();
  await expect(field(page)).toHaveValue(/ZZZZ-ZZZZ,1,2$/);
  await expect(page.getByText("Quiz of Tuesday · 3 questions, from quiz.yaml.")).toBeVisible();
});

test("a very long paste is held as a file is", async ({ page }) => {
  await openFiles(page);
  await field(page).focus();
  const rows = `code,question,answer\n${`${CODE},1,12\n`.repeat(20_000)}`;
  await field(page).evaluate((element, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    const init = { clipboardData, bubbles: true, cancelable: true };
    element.dispatchEvent(new ClipboardEvent("paste", init));
  }, rows);
  await expect(page.getByText("The answers are those of what was pasted.")).toBeVisible();
  await expect(page.getByText(/already; the last one counts\.$/).first()).toBeVisible();
});

test("the set of this tab is the one that is graded, with its key", async ({ page }) => {
  await page.goto("/sets#ready=output-shapes");
  await expect(page.getByText(/^Every one of \d+ keys/)).toBeVisible();
  await page.getByRole("link", { name: "grade the answers" }).click();
  await expect(page.getByText("The one that you are building in this tab.")).toBeVisible();
  await expect(page.getByText("Output shapes · 7 questions")).toBeVisible();
  await expect(page.getByText("Still to come: the answers.")).toBeVisible();
});

test("a sheet is opened by its code from the release, by keyboard", async ({ page }) => {
  await page.goto("/sets/open");
  const code = page.getByRole("textbox", { name: "At the head of the sheet" });
  await code.fill("AAAA-AAAA");
  await expect(page.getByText(/A code alone opens nothing/)).toBeVisible();
  await page.getByLabel("Open release.json").setInputFiles(file("release.json", RELEASE));
  await expect(page.getByText("No sheet here has the code “AAAA-AAAA”.")).toBeVisible();
  await code.fill(CODE.toLowerCase().replace("-", ""));
  await expect(page.getByRole("heading", { name: `Sheet ${CODE}` })).toBeVisible();
  const questions = page.getByRole("group", { name: /^Question / });
  await expect(questions).toHaveCount(3);
  await questions.first().locator("summary").first().press("Enter");
  await expect(questions.first().getByText("Working", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Show every answer and working" }).press("Enter");
  await expect(questions.last().locator("li").first()).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page
    .getByRole("link", { name: /^Step through it/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/practice\/parameters\?v=\d+&seed=[0-9A-Z]{16}&level=2/);
});

test("an instructor opens a sheet with the set and its key, on a phone too", async ({ page }) => {
  await page.setViewportSize(PHONE);
  await page.goto("/sets/open");
  await expectToFitPhone(page);
  await page.getByText("I am the instructor").click();
  await page.getByLabel("Open the set’s file").setInputFiles(file("quiz.yaml", SET));
  await page.getByLabel("Open the key file").setInputFiles(file("quiz.key.json", KEY));
  await page.getByLabel("Open the roster").setInputFiles(file("roster.csv", ROSTER));
  await page.getByRole("textbox", { name: "At the head of the sheet" }).fill(CODE);
  await expect(page.getByRole("heading", { name: `Sheet ${CODE}` })).toBeVisible();
});

async function expectToFitPhone(page: Page) {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  expect(await axeFindings(page)).toEqual([]);
}
