import type { Locator, Page } from "@playwright/test";
import { siteRoutes } from "./routes";

/** The pages of worked problems and lessons. */
export function learnRoutes(): string[] {
  return siteRoutes().filter((route) => route.startsWith("/learn/"));
}

/** The step players that stand open on a page. */
export function playersOf(page: Page): Promise<Locator[]> {
  return page
    .getByRole("group")
    .filter({ has: page.getByRole("slider", { name: "Step" }) })
    .all();
}
