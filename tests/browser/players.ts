import { expect, type Locator, type Page } from "@playwright/test";

/** The step players that stand open on a page, once they answer to keys. */
export async function playersOf(page: Page): Promise<Locator[]> {
  const players = await page
    .getByRole("group")
    .filter({ has: page.getByRole("slider", { name: "Step" }) })
    .all();
  if (players[0]) await answered(players[0]);
  return players;
}

/** A page that has loaded may not listen yet. */
async function answered(player: Locator): Promise<void> {
  const slider = player.getByRole("slider", { name: "Step" });
  const { keyboard } = player.page();
  await player.getByRole("button", { name: "Step", exact: true }).focus();
  await expect(async () => {
    await keyboard.press("ArrowRight");
    await expect(slider).not.toHaveValue("1", { timeout: 100 });
  }).toPass();
  await keyboard.press("Home");
  await expect(slider).toHaveValue("1");
}
