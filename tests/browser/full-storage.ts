import type { Page } from "@playwright/test";

/**
 * Leaves a site no room to keep anything, until what is returned is called.
 *
 * @example const makeRoom = await fillStorage(page, baseURL)
 */
export async function fillStorage(page: Page, baseURL = ""): Promise<() => Promise<void>> {
  const { origin } = new URL(baseURL);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
  return async () => {
    await devtools.send("Storage.overrideQuotaForOrigin", { origin });
    await devtools.detach();
  };
}
