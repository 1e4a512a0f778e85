import { array, assert, constantFrom, oneof, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { renderProse } from "@/app/prose/render";
import { fromShorthand, toShorthand } from "@/app/prose/shorthand";
import { texToHtml } from "@/app/prose/tex";

const FORMULAS = [
  "Y_{i,j} = \\sum_{u,v} \\textcolor{input}{X_{i+u,\\,j+v}} \\cdot \\textcolor{kernel}{K_{u,v}}",
  "\\left\\lfloor\\frac{3 + 2 \\cdot 0 - 2}{1}\\right\\rfloor + 1 = 2",
  "\\begin{bmatrix}1 & -2 \\\\ 3 & 4\\end{bmatrix}",
  "\\{0, 1\\} \\sim \\sqrt{2}",
  "\\boxed{\\partial L/\\partial K}",
];

describe("the shorthand of formulas", () => {
  it.each(FORMULAS)("gives back the HTML of %s, braces as entities", (tex) => {
    const html = texToHtml(tex);
    expect(fromShorthand(toShorthand(html))).toBe(withEntities(html));
  });

  it("gives back any text, spans or not", () => {
    const pieces = ["<span>", '<span class="">', '<span class="a" id="b">', "</span>", "~", "|"];
    const text = array(oneof(constantFrom(...pieces, "{", "}", "0"), string()));
    assert(
      property(text, (parts) => {
        const html = parts.join("");
        expect(fromShorthand(toShorthand(html))).toBe(withEntities(html));
      }),
      { seed: 76, numRuns: 300 },
    );
  });

  it.each(FORMULAS.slice(0, 3))("writes %s in less than half the characters", (tex) => {
    const html = texToHtml(tex);
    expect(toShorthand(html).length).toBeLessThan(html.length / 2);
  });

  it("writes beside a formula the words in which it is read aloud, and no MathML", () => {
    const html = renderProse("A weight $K_{0,1} < 2$.");
    expect(html).toContain('<span class="visually-hidden">K at 0, 1 is less than 2</span>');
    expect(html).not.toContain("<math");
  });
});

function withEntities(html: string): string {
  return html.replaceAll("{", "&#123;").replaceAll("}", "&#125;");
}
