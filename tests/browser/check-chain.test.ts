import type { Page } from "@playwright/test";
import { axeFindings } from "./axe";
import { expect, test } from "./fixtures";
import { paste } from "./paste";

// Worked by hand: the convolution gives [[0, 5], [−1, −1]]; then y = 10 and the loss (10 − 9)².
const SNIPPET = `x = torch.tensor([[1., 2., 0.], [0., 1., 3.], [2., 0., 1.]]).reshape(1, 1, 3, 3)
conv = nn.Conv2d(1, 1, 2, bias=False)
conv.weight.data = torch.tensor([[[[1., -1.], [0., 1.]]]])
fc = nn.Linear(4, 1, bias=False)
fc.weight.data = torch.tensor([[1., 2., 3., 4.]])
y = fc(torch.flatten(F.relu(conv(x)), 1))
y.frobnicate()
loss = F.mse_loss(y, torch.tensor([[9.]]))
loss.backward()`;

const values = (page: Page) => page.getByRole("region", { name: "Every value, forward and back" });
const own = (page: Page, name: string) => page.getByRole("textbox", { name: `Your own ${name}` });

async function pasteSnippet(page: Page, snippet: string) {
  await page.goto("/check");
  await page.getByText("A chain of layers").click();
  await page.getByRole("radio", { name: "pasted as PyTorch" }).check();
  await page.getByRole("textbox", { name: "PyTorch" }).fill(snippet);
}

test("a chain is built by keyboard, and a reload brings it back", async ({ page }) => {
  await page.goto("/check");
  await page.getByRole("radio", { name: "One operation" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("textbox", { name: "input x" })).toBeVisible();
  await page.getByRole("textbox", { name: "input x" }).focus();
  await page.keyboard.type("1 2 0\n0 1 3\n2 0 1");
  await page.getByRole("textbox", { name: "weights w" }).focus();
  await page.keyboard.type("1 -1\n0 1");
  await expect(values(page).getByRole("table", { name: "Y of conv1", exact: true })).toContainText(
    "5",
  );
  await page.getByRole("button", { name: "Add a layer" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("combobox", { name: "Kind of layer 3" }).selectOption("Flatten");
  await page.getByRole("button", { name: "Move layer 3 up" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("combobox", { name: "Kind of layer 2" })).toHaveValue("Flatten");
  await expect(page.getByRole("button", { name: "Move layer 2 up" })).toBeFocused();
  await expect(page.getByText("Layer 3 is now 2 of 3")).toBeAttached();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Move layer 1 down" })).toBeFocused();
  await page.keyboard.press("Enter");
  await own(page, "Y of conv1").fill("0 5\n-1 -1");
  await page.getByRole("textbox", { name: "Your own Y of conv1" }).press("Control+Enter");
  await expect(page.getByText("✓ All that you gave is right.")).toBeVisible();
  await expect(page).toHaveURL(/chain=layers/);
  await page.reload();
  await expect(page.getByRole("textbox", { name: "input x" })).toHaveValue("1 2 0\n0 1 3\n2 0 1");
  await expect(own(page, "Y of conv1")).toHaveValue("0 5\n-1 -1");
  await page.getByText("One operation").click();
  await page.getByText("A chain of layers").click();
  await expect(own(page, "Y of conv1")).toHaveValue("0 5\n-1 -1");
});

test("pasted PyTorch: lines not followed are told, the first wrong value is named, a value is opened, and all fits a phone", async ({
  page,
}) => {
  await pasteSnippet(page, SNIPPET);
  await expect(page.getByText("line 7")).toBeVisible();
  await expect(values(page).getByRole("table", { name: "∂L/∂K of conv1" })).toContainText("12");
  await own(page, "Y of conv1").fill("2 4; -2 2");
  await own(page, "Y of relu1").fill("[[2, 4], [0, 2]]");
  await own(page, "∂L/∂W of linear1").fill("0 20 0 0");
  await page.getByRole("button", { name: "Check my values" }).click();
  await expect(
    page.getByRole("heading", { name: "The first wrong value is Y of conv1" }),
  ).toBeVisible();
  await expect(page.getByRole("heading", { name: "You turned the kernel around" })).toBeVisible();
  await expect(page.getByText("↳ Right given yours")).toHaveCount(1);

  await page.getByRole("button", { name: "The working of ∂L/∂K of conv1" }).click();
  await expect(page.getByRole("group", { name: /The working of ∂L\/∂K of conv1/ })).toBeVisible();
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByText("Prove it").click();
  await expect(page.getByText(/second algorithm.*agrees in all 4 cells/)).toBeVisible();
  await expect(page.getByText(/difference quotient .* agrees in all 4 cells/)).toBeVisible();
});

test("a very long paste is held without being laid out, and six hundred layers are paged", async ({
  page,
}) => {
  const rows = Array.from({ length: 1024 }, (_, row) => `${row} `.repeat(64).trimEnd());
  await page.goto("/check#op=relu");
  await page.getByRole("textbox", { name: "input x" }).focus();
  await paste(page, rows.join("\n"));
  await expect(page.getByText(/characters are kept and read/)).toBeVisible();
  await expect(page.getByText(/Read as 1024×64/)).toBeVisible();
  await page.reload();
  await expect(page.getByText(/Read as 1024×64/)).toBeVisible();

  const relus = "y = F.relu(y)\n".repeat(599);
  await pasteSnippet(
    page,
    `x = torch.tensor([[1., -2.]])\ny = F.relu(x)\n${relus}y.sum().backward()`,
  );
  await expect(page.getByText("values 1–24 of 600")).toBeVisible();
});
