import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type axe from "axe-core";

/** A quarter quicker to read in than what the package itself gives. */
const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The typeset copy of a formula, glyph by glyph: hidden from screen readers, and most of a page's elements. */
const GLYPHS = ".katex-html";

/** The boxes in which glyphs stand, and what holds such a box to its height. */
const BOXES = `${GLYPHS} .katex-base`;
const STRUT = ".katex-strut";

/** The copy that is read aloud, of which no rule speaks. */
const SPOKEN = ".katex-mathml";

interface Wanted {
  /** Some of axe's rules instead of all. */
  readonly rules?: string[];
  /** Whether the colours of glyphs are looked at too; they are the same tokens on every page. */
  readonly glyphs?: boolean;
}

/**
 * What axe objects to on a page, a line for each element. No page frames another, so axe runs in the one there is,
 * and is read into it once for all that is asked: its own package for Playwright reads it in for every question.
 *
 * @example expect(await axeFindings(page)).toEqual([])
 */
export async function axeFindings(page: Page, wanted: Wanted = {}): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(SOURCE);
  if (wanted.glyphs) return page.evaluate(findings, { exclude: [SPOKEN], rules: wanted.rules });
  const filled = await page.evaluateHandle(emptyBoxes, { boxes: BOXES, strut: STRUT });
  const found = await page.evaluate(findings, { exclude: [GLYPHS, SPOKEN], rules: wanted.rules });
  await filled.evaluate((fill) => fill());
  return found;
}

/**
 * Runs in the page: takes out all glyphs, which axe would weigh one by one even where it does not judge them, and leaves
 * the boxes of formulas as they stand. Calling what is returned puts them back.
 */
function emptyBoxes({ boxes, strut }: { boxes: string; strut: string }): () => void {
  const measured = Array.from(document.querySelectorAll<HTMLElement>(boxes), (box) => {
    return { box, width: box.getBoundingClientRect().width, nodes: [...box.childNodes] };
  });
  for (const { box, width } of measured) {
    box.replaceChildren(...box.querySelectorAll(`:scope > ${strut}`));
    box.style.width = `${width}px`;
  }
  return () => {
    for (const { box, nodes } of measured) {
      box.replaceChildren(...nodes);
      box.style.width = "";
    }
  };
}

interface Asked {
  readonly exclude: string[];
  readonly rules: string[] | undefined;
}

/** Runs in the page. */
async function findings({ exclude, rules }: Asked): Promise<string[]> {
  const { violations } = await window.axe.run(
    { include: ["html"], exclude },
    {
      resultTypes: ["violations"],
      // Style sheets and sounds would be fetched again: no rule that is asked reads the former, and there are none of the latter.
      preload: false,
      ...(rules && { runOnly: { type: "rule", values: rules } }),
    },
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")}`),
  );
}

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}
