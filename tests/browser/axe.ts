import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** The typeset copy of a formula, glyph by glyph: hidden from screen readers, and most of a page's elements. */
const GLYPHS = ".katex-html";

interface Wanted {
  /** Some of axe's rules instead of all. */
  readonly rules?: string[];
  /** Whether the colours of glyphs are looked at too; they are the same tokens on every page. */
  readonly glyphs?: boolean;
}

/**
 * What axe objects to on a page, a line for each element.
 *
 * @example expect(await axeFindings(page)).toEqual([])
 */
export async function axeFindings(page: Page, wanted: Wanted = {}): Promise<string[]> {
  // No page frames another site, so axe need not open a second page to gather what frames say.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  axe.options({ resultTypes: ["violations"] });
  if (wanted.rules) axe.withRules(wanted.rules);
  if (!wanted.glyphs) axe.exclude(GLYPHS);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")}`),
  );
}
