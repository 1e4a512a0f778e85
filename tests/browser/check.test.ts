import type { Page } from "@playwright/test";
import { axeFindings } from "./axe";
import { expect, test } from "./fixtures";
import { paste } from "./paste";

const CONV = "op=conv2d&x=1 2%0A3 4&w=1 2%0A3 4";

const result = (page: Page) => page.getByRole("region", { name: "The result" });

async function pasteInto(page: Page, name: string, text: string) {
  await page.getByRole("textbox", { name }).focus();
  await paste(page, text);
}

/** A long text is kept in pieces, one after the other; the count of them is kept last. */
function isKeptInPieces(): boolean {
  return JSON.stringify(sessionStorage).includes('"pieces:');
}

test("a problem of one's own by keyboard: typed, worked out, answered, explained, copied", async ({
  context,
  page,
}) => {
  await page.goto("/check");
  await page.getByRole("textbox", { name: "input x" }).focus();
  await page.keyboard.type("1 2\n3 4");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("textbox", { name: "weights w" })).toBeFocused();
  await page.keyboard.type("[[1, 2], [3, 4]]");
  await expect(result(page).getByRole("figure", { name: /output/ })).toContainText("30");
  await page
    .getByLabel(/row 0, column 0/)
    .last()
    .focus();
  await page.keyboard.type("20");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: /turned|flipped|180/i })).toBeVisible();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy the result" }).press("Enter");
  await expect(page.getByRole("button", { name: "Copied" })).toBeFocused();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("30");
  await page.reload();
  await expect(page.getByRole("textbox", { name: "input x" })).toHaveValue("1 2\n3 4");
  await expect(result(page).getByRole("figure", { name: /output/ })).toContainText("30");
});

test("card 81: what would fit stands beside the gradient", async ({ page }) => {
  await page.goto("/check");
  await page.getByRole("button", { name: "A gradient that cannot be (card 81)" }).click();
  await expect(page.getByText(/A 2×2 gradient fits stride 2 or a 3×3 input; .*3×3/)).toBeVisible();
  await page.getByLabel("stride").fill("2");
  await expect(result(page)).toBeVisible();
  await expect(page).toHaveURL(/stride=2/);
});

test("a worked question: nothing that axe objects to, nor that sticks out at 390 px; saved as a file, and opened", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/check#${CONV}&answer=20`);
  await page.getByRole("button", { name: "Check my answer" }).click();
  await expect(page.getByText("✕ Not yet")).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);

  await page.getByText("Take it elsewhere").click();
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "The question as a file, for solve" }).click();
  const path = await (await saved).path();
  await page.getByRole("button", { name: "Empty all fields" }).click();
  await expect(page.getByRole("textbox", { name: "input x" })).toHaveValue("");
  await page.getByLabel("Open a question").setInputFiles({
    name: "question.json",
    mimeType: "application/json",
    buffer: Buffer.from(await (await import("node:fs/promises")).readFile(path)),
  });
  await expect(page.getByRole("textbox", { name: "weights w" })).toHaveValue("1 2\n3 4");
});

test("a large tensor is a window that moves", async ({ page }) => {
  await page.goto("/check#op=relu");
  const row = Array.from({ length: 64 }, (_, at) => at).join(",");
  await page.getByLabel("A file with the input x").setInputFiles({
    name: "x.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(Array.from({ length: 64 }, () => row).join("\n")),
  });
  const window = result(page).getByRole("figure", { name: /the output/ });
  await expect(window.getByRole("row")).toHaveCount(9);
  await window.getByRole("slider", { name: /column/ }).press("End");
  await expect(window.getByRole("cell", { name: "63" }).first()).toBeVisible();
});

test("a million characters come back after a reload; more, or so many in one line, are refused in a sentence", async ({
  page,
}) => {
  await page.goto("/check#op=relu");
  const operation = page.getByRole("combobox", { name: "Operation" });
  await expect(operation, "the page has come alive").toHaveValue("relu");
  const x = page.getByRole("textbox", { name: "input x" });
  const isHeld = page.getByText(/^1.000.000 characters are kept and read/);
  await x.pressSequentially("7 8");
  await x.selectText();
  await pasteInto(page, "input x", "% & + é−".repeat(125_000));
  await expect(isHeld).toBeVisible();
  await expect(x, "what is pasted takes no focus away").toBeFocused();
  await x.press("Control+z");
  await expect(x).toHaveValue("7 8");
  await x.press("Control+y");
  await expect(isHeld).toBeVisible();
  await expect.poll(() => page.evaluate(isKeptInPieces)).toBe(true);
  await page.reload();
  await expect(isHeld).toBeVisible();
  await operation.selectOption("Convolution");
  await pasteInto(page, "weights w", "1 ".repeat(500_001));
  await expect(page.getByText(/1.000.002 characters are more than this field/)).toBeVisible();
  await page.getByLabel("stride").focus();
  await page.keyboard.insertText("2");
  await page.keyboard.insertText("1".repeat(5001));
  await expect(page.getByText(/5.001 characters .* which is 5.000; .* stays/)).toBeVisible();
  await expect(page.getByLabel("stride")).toHaveValue("2");
  await page.keyboard.insertText("2");
  await expect(page.getByText(/characters are more/)).toHaveCount(0);
});
