import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { axeFindings } from "./axe";
import { expect, test } from "./fixtures";

const code = (page: Page) => page.getByRole("textbox", { name: "Code or layers" });
const layers = (page: Page) => page.getByRole("region", { name: "The layers" });
const LENET = "net=lenet-5-1998&input=1×1×32×32";

/** A click, and the page goes before anything more of it can be kept: it was too busy to be asked whether it may go. */
async function clickAndReload(button: Locator) {
  const loaded = button.page().waitForEvent("load");
  await button.evaluate((element: HTMLElement) => {
    element.click();
    Storage.prototype.setItem = () => {};
    window.location.reload();
  });
  await loaded;
}

test("a network by keyboard: typed, counted, worked out, kept over a reload", async ({ page }) => {
  await page.goto("/network");
  await code(page).focus();
  await page.keyboard.insertText("nn.Conv2d(3, 10, 5, padding=2)\nnn.ReLU()");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("textbox", { name: "Input shape" })).toBeFocused();
  await page.keyboard.type("3x32x32");
  const params = layers(page).getByRole("button", { name: "Parameters of conv1: 760" });
  await params.focus();
  await page.keyboard.press("Enter");
  const working = page.getByRole("region", { name: "The parameters of conv1" });
  await expect(working).toContainText("One filter: its weights, and one bias");
  await expect(params).toBeFocused();
  await expect(page).toHaveURL(/at=/);
  await page.reload();
  await expect(code(page)).toHaveValue("nn.Conv2d(3, 10, 5, padding=2)\nnn.ReLU()");
  await expect(working).toBeVisible();
  await params.press("Enter");
  await expect(working).toBeHidden();
  await expect(page).not.toHaveURL(/at=/);
  await clickAndReload(params);
  await expect(working).toBeVisible();
});

test("a ready-made network has the published total, is laid beside another, and its run can be cancelled, all by keyboard", async ({
  page,
}) => {
  await page.goto("/network");
  await page.getByRole("button", { name: "AlexNet" }).click();
  await expect(layers(page).getByRole("row", { name: /^Total/ })).toContainText(
    "61\u202F100\u202F840",
  );
  await expect(page).toHaveURL(/net=alexnet/);
  await expect(page.getByRole("region", { name: "What a unit sees" })).toContainText(/sees rows/);
  await page.locator("summary", { hasText: "Beside another network" }).press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByText(/^AlexNet beside .*: the table follows/)).toBeAttached();
  await expect(page.getByRole("combobox", { name: "The other network" })).toBeFocused();
  await page.getByText("Run it once, forward and back").click();
  await page.getByRole("button", { name: "Run it", exact: true }).press("Enter");
  await expect(page.getByRole("progressbar", { name: /^Run it once/ })).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).press("Enter");
  await expect(
    page.getByRole("status").getByText("Cancelled; nothing is kept of it."),
  ).toBeVisible();
  await expect(page.getByRole("button", { name: "Run it", exact: true })).toBeFocused();
});

test("an unknown layer and one that does not fit are named beside row and line; the rest is counted", async ({
  page,
}) => {
  await page.goto("/network#input=1×28×28");
  await code(page).fill("nn.Conv2d(1, 6, 5)\nnn.Foo()\nnn.Flatten()\nnn.Linear(400, 10)");
  const fault = /in_features 400 does not fit 6×24×24 = 3456; 3456 would/;
  await expect(layers(page).getByText(fault)).toBeVisible();
  await expect(layers(page).getByText(/Layer 2 \(Foo, line 2\)/)).toBeVisible();
  await expect(
    layers(page).getByRole("button", { name: "Parameters of conv1: 156" }),
  ).toBeVisible();
  await page.getByRole("button", { name: "line 4" }).click();
  await expect(code(page)).toBeFocused();
});

test("a table of one's own is marked, and the mistake behind a wrong cell named", async ({
  page,
}) => {
  await page.goto(`/network#${LENET}`);
  await page.getByText("Check your own table").click();
  await page
    .getByRole("textbox", { name: /Paste your table/ })
    .fill("layer\toutput\tparams\nC1\t6×28×28\t150\nS2\t6×14×14\t12");
  await expect(page.getByText("3 of 4 cells are right.")).toBeVisible();
  await expect(page.getByRole("cell", { name: /150.*not right/ })).toBeVisible();
  await expect(page.getByRole("heading", { name: "You left out the biases" })).toBeVisible();
});

test("layers are frozen, and the head alone is trained", async ({ page }) => {
  await page.goto("/network#net=vgg-16&input=1×3×224×224");
  await page.getByText("Training it, and transfer learning").click();
  await page.getByRole("textbox", { name: /Classes of a new head/ }).fill("10");
  await page.getByRole("button", { name: "Train the head alone" }).click();
  await expect(page.getByText(/^40\u202F970 of 134\u202F301\u202F514 parameters/)).toBeVisible();
});

test("a network is built layer by layer, saved as a file, and opened again", async ({ page }) => {
  await page.goto("/network#input=3×8×8");
  await page.getByText("Layer by layer", { exact: true }).click();
  await page.getByRole("combobox", { name: "Another layer" }).selectOption("Conv2d");
  await page.getByRole("button", { name: "Add it" }).click();
  await page.getByRole("textbox", { name: "kernel of layer 1, Conv2d" }).fill("5");
  await page.keyboard.press("Enter");
  await expect(code(page)).toHaveValue(/"kernel": 5/);
  await page.getByText("Take it elsewhere").click();
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: /The network as a file/ }).click();
  const buffer = await readFile(await (await saved).path());
  await page.getByRole("button", { name: "Empty all fields" }).click();
  await expect(code(page)).toHaveValue("");
  await page
    .getByLabel("Open a file")
    .setInputFiles({ name: "network.json", mimeType: "application/json", buffer });
  await expect(code(page)).toHaveValue(/"kernel": 5/);
  await expect(page.getByRole("textbox", { name: "Input shape" })).toHaveValue("3×8×8");
});

test("a paste beyond all measure is refused, and what was there stays; a layer that is moved keeps the focus, and its new place is said", async ({
  page,
}) => {
  const chain = "nn.ReLU()\nnn.Tanh()\nnn.Sigmoid()";
  await page.goto(`/network#code=${encodeURIComponent(chain)}&input=3×8×8`);
  await expect(layers(page)).toBeVisible();
  await code(page).fill("x".repeat(20_001));
  await expect(page.getByText(/20001 characters are more than a network takes/)).toBeVisible();
  await expect(code(page)).toHaveValue(chain);

  await page.getByText("Layer by layer", { exact: true }).click();
  await page.getByRole("button", { name: "Move layer 3 (Sigmoid) up" }).press("Enter");
  await expect(page.getByRole("button", { name: "Move layer 2 (Sigmoid) up" })).toBeFocused();
  await expect(page.getByText("Layer 3, Sigmoid, is now 2 of 3")).toBeAttached();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Move layer 1 (Sigmoid) down" })).toBeFocused();
  await page.getByRole("button", { name: "Remove layer 3 (Tanh)" }).press("Enter");
  await expect(page.getByRole("button", { name: "Remove layer 2 (ReLU)" })).toBeFocused();
});

test("nothing that axe objects to, nor that sticks out, narrow or wide", async ({ page }) => {
  const table = "layer%09output%09params%0AC1%096×28×28%09150%0AS2%096×14×14%0912";
  await page.setViewportSize({ width: 320, height: 844 });
  await page.goto(
    `/network#${LENET}&at=2.params&head=7&frozen=C1&beside=lenet-5&replaced=0&table=${table}`,
  );
  await expect(page.getByText("3 of 4 cells are right.")).toBeVisible();
  await page.getByText("Run it once, forward and back").click();
  await page.getByRole("button", { name: "Run it", exact: true }).click();
  await expect(page.getByRole("table", { name: /^Every layer of the run/ })).toContainText("C5");
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
});
