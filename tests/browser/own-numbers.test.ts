import { expect, test } from "./fixtures";

const CARD = "/learn/slide-a-kernel";

test("a change is worked out at once and kept in the address", async ({ page }) => {
  await page.goto(CARD);
  await page.getByText("Try your own numbers").click();
  await page.getByLabel("kernel K, row 0, column 0").fill("-2");
  const player = page.getByRole("group", { name: "Your own numbers, step by step" });
  await expect(player.getByRole("figure", { name: /output/ })).toContainText("0");
  await expect(page).toHaveURL(/w=-2,2;3,-1/);
});

test("a link brings the numbers back, opened", async ({ page }) => {
  await page.goto(`${CARD}?w=2,0;0,2&padding=1`);
  await expect(page.getByLabel("kernel K, row 1, column 1")).toHaveValue("2");
  await expect(page.getByLabel("padding", { exact: true })).toHaveValue("1");
  const player = page.getByRole("group", { name: "Your own numbers, step by step" });
  await expect(player.getByRole("figure", { name: /output/ })).toContainText("4×4");
});

test("what cannot be read or does not fit is said beside its field, and stays as typed", async ({
  page,
}) => {
  await page.goto(`${CARD}?stride=0`);
  await expect(page.getByText(/stride .* is 0/)).toBeVisible();
  const field = page.getByLabel("input X, row 0, column 0");
  await field.fill("two");
  await expect(page.getByText(/“two” does not read as one number/)).toBeVisible();
  await expect(field).toHaveValue("two");
});

test("card 81: the set-up that does not fit is refused, and a stride of 2 mends it", async ({
  page,
}) => {
  await page.goto("/learn/shape-of-the-input-gradient");
  await page.getByText("Try your own numbers").click();
  const form = page.locator("form").filter({ hasText: "gradient G" });
  await expect(form).toContainText("A 2×2 gradient fits stride 2");
  await page.getByRole("button", { name: "stride one more" }).click();
  await expect(form).not.toContainText("A 2×2 gradient fits stride 2");
  await expect(page.getByRole("group", { name: "Your own numbers, step by step" })).toBeVisible();
});
