import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { RegionsView } from "@/app/cards/figures/RegionsView";
import { SUPPRESSED } from "@/content/deck/detection/boxes";

it("dashes what non-maximum suppression drops, and leaves solid what it keeps", () => {
  const html = renderToStaticMarkup(createElement(RegionsView, { figure: SUPPRESSED }));
  const dropped = SUPPRESSED.regions.filter(({ dashed }) => dashed).length;
  expect(dropped).toBe(3);
  expect(html.match(/data-dashed/g)).toHaveLength(2 * dropped);
});
