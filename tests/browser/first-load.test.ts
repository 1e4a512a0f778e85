import { gzipSync } from "node:zlib";
import type { Response } from "@playwright/test";
import { expect, test } from "./fixtures";
import { visitedRoutes } from "./routes";

const LIMIT_KB = 170;

// First-load JS is what the browser must fetch and read before anyone touches the page: the bodies
// of all script responses up to the `load` event, each gzipped as a host would send it (1 kB = 1000).
// Scripts for browsers without modules (`nomodule`) are not fetched, so they do not count.
for (const route of visitedRoutes()) {
  test(`${route} loads at most ${LIMIT_KB} kB of script, gzipped`, async ({ page }) => {
    const scripts: Promise<{ name: string; kB: number }>[] = [];
    const collect = (response: Response) => {
      if (response.request().resourceType() !== "script") return;
      const name = new URL(response.url()).pathname;
      scripts.push(response.body().then((body) => ({ name, kB: gzipSync(body).length / 1000 })));
    };
    page.on("response", collect);
    await page.goto(route, { waitUntil: "load" });
    page.off("response", collect);
    const loaded = await Promise.all(scripts);
    const total = loaded.reduce((sum, { kB }) => sum + kB, 0);
    const list = loaded.map(({ name, kB }) => `${kB.toFixed(1)} kB ${name}`).join("\n");
    test.info().annotations.push({ type: "first-load JS", description: `${total.toFixed(1)} kB` });
    expect(loaded.length, "a page of ours loads some script").toBeGreaterThan(0);
    expect(total, list).toBeLessThanOrEqual(LIMIT_KB);
  });
}
