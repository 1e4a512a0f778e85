import { expect, test } from "./fixtures";

const DARK_PAPER = "rgb(21, 22, 26)";
const LIGHT_PAPER = "rgb(251, 250, 247)";

test("the theme follows the system until one chooses, and the choice is kept", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/");
  await expect(page.locator("body")).toHaveCSS("background-color", DARK_PAPER);
  await page.getByRole("button", { name: /Theme: system/ }).click();
  await expect(page.locator("body")).toHaveCSS("background-color", LIGHT_PAPER);
  await page.reload();
  await expect(page.locator("body")).toHaveCSS("background-color", LIGHT_PAPER);
  await page.getByRole("button", { name: /Theme: light/ }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("a print is light whatever the theme, with every line and no controls", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/learn/slide-a-kernel");
  const steps = page.getByRole("listitem");
  await expect(steps.filter({ hasText: "Last window" }).first()).not.toContainText("9⋅(−1)");
  await page.emulateMedia({ colorScheme: "dark", media: "print" });
  await expect(steps.filter({ hasText: "Last window" }).first()).toContainText("9⋅(−1)");
  await expect(page.locator("body")).toHaveCSS("color", "rgb(29, 28, 26)");
  await expect(page.getByRole("button", { name: "Step", exact: true }).first()).toBeHidden();
  await expect(page.getByRole("navigation", { name: "Main" })).toBeHidden();
});

test("every card is one click from the first page, as is the backward pass; ? opens the list of keys, and Escape closes it", async ({
  page,
}) => {
  await page.goto("/");
  const links = page.getByRole("main").getByRole("link");
  for (const card of [76, 77, 78, 79, 80, 81, 82, 83]) {
    await expect(page.getByText(`card ${card}`, { exact: true })).toBeVisible();
  }
  await expect(links.filter({ hasText: "backward pass" }).first()).toHaveAttribute(
    "href",
    "/learn/backward-pass",
  );
  const help = page.getByRole("dialog", { name: "Keys" });
  // A page that has loaded may not listen yet.
  await expect(async () => {
    await page.keyboard.press("?");
    await expect(help).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();
});

test("the sign of one's course is remembered, and its outputs follow it", async ({ page }) => {
  await page.goto("/learn/slide-a-kernel");
  const part = page.getByRole("region", { name: "Which sign does your course write?" });
  const output = part.getByRole("figure", { name: /output/ });
  const before = await output.innerText();
  await part.getByText("turns it by 180° first").click();
  await expect(output).not.toHaveText(before);
  await page.reload();
  await expect(part.getByRole("radio", { name: /turns it/ })).toBeChecked();
});
