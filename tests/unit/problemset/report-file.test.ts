import { reportFile } from "@/lib/problemset/checks/report-file";
import { expect, it } from "vitest";
import { made } from "./made";

it("the report has a row a question and a dot a problem, and says what the band is", () => {
  const { document, report } = made([
    "{type: conv-forward, level: 2}",
    "{type: parameters, level: 1, same_for_all: true}",
  ]);
  const page = Array.from(reportFile(document, report).chunks).join("");
  expect(page.match(/<tr><td/g)).toHaveLength(2);
  expect(page.match(/<circle /g)).toHaveLength(document.sheetCount + 1);
  expect(page).toContain(`more than ${Math.round(100 * report.band)} % easier or harder`);
});
