import { gzipSync } from "node:zlib";
import type { Page, Response } from "@playwright/test";

/** The most that a page may load (1 kB = 1000 bytes). */
export const LIMIT_KB = 170;

interface Script {
  readonly name: string;
  /** Gzipped, as a host would send it. */
  readonly kB: number;
}

/**
 * What the browser must fetch and read before anyone touches the page: the bodies of all script responses from now until
 * the list is asked for. Scripts for browsers without modules (`nomodule`) are not fetched, so they do not count.
 */
export function scriptsOf(page: Page): () => Promise<Script[]> {
  const scripts: Promise<Script>[] = [];
  const collect = (response: Response) => {
    if (response.request().resourceType() !== "script") return;
    const name = new URL(response.url()).pathname;
    scripts.push(response.body().then((body) => ({ name, kB: gzipSync(body).length / 1000 })));
  };
  page.on("response", collect);
  return () => {
    page.off("response", collect);
    return Promise.all(scripts);
  };
}

/** The sum in kB. */
export function totalKb(scripts: readonly Script[]): number {
  return scripts.reduce((sum, { kB }) => sum + kB, 0);
}

/** A line a script, for whoever must find out which one grew. */
export function listed(scripts: readonly Script[]): string {
  return scripts.map(({ name, kB }) => `${kB.toFixed(1)} kB ${name}`).join("\n");
}
