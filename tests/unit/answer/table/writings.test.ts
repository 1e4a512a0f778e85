import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkTable } from "@/lib/answer/table";
import { type Layer, networkReport } from "@/lib/network";

const LAYERS: readonly Layer[] = [
  { name: "Conv2d", out: 6, kernel: 5 },
  { name: "ReLU" },
  { name: "MaxPool2d", kernel: 2 },
  { name: "Conv2d", out: 160, kernel: 5 },
  { name: "Flatten" },
  { name: "Linear", out: 1000 },
];
const REPORT = networkReport(LAYERS, [1, 3, 32, 32]);
const SETTINGS = { seed: 20_261_126, numRuns: 300 };

interface Style {
  readonly count: (value: number) => string;
  readonly shape: (sizes: readonly number[]) => string;
}

/** 4010 with this between its thousands. */
const grouped = (mark: string) => (value: number) =>
  String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, mark);

const styles: fc.Arbitrary<Style> = fc.record({
  count: fc.constantFrom(String, ...[" ", "\u00A0", "\u2009", "\u202F", ",", "'"].map(grouped)),
  shape: fc.constantFrom<Style["shape"][]>(
    (sizes) => sizes.join("×"),
    (sizes) => sizes.join(" × "),
    (sizes) => sizes.join("x"),
    (sizes) => `(${sizes.join(", ")})`,
    (sizes) => `[${sizes.join(", ")}]`,
  ),
});

const latexStyles: fc.Arbitrary<Style> = fc.record({
  count: fc.constantFrom(
    String,
    (value: number) => `$${value}$`,
    ...["\\,", "{,}", "~", "\\ "].map(grouped),
  ),
  shape: fc.constantFrom<Style["shape"][]>(
    (sizes) => `$${sizes.join(" \\times ")}$`,
    (sizes) => `\\(${sizes.join("\\times")}\\)`,
    (sizes) => `$(${sizes.join(", ")})$`,
    (sizes) => sizes.join("×"),
  ),
});

type Cells = readonly (readonly string[])[];
type Writing = (cells: Cells) => string;

const quoted = (cell: string, sign: string) =>
  cell.includes(sign) || cell.includes(" ") ? `"${cell}"` : cell;
const separated =
  (sign: string): Writing =>
  (cells) =>
    cells.map((row) => row.map((cell) => quoted(cell, sign)).join(sign)).join("\n");

const WRITINGS: Readonly<Record<string, Writing>> = {
  TSV: (cells) => cells.map((row) => row.join("\t")).join("\r\n"),
  Markdown: ([heads = [], ...rows]) =>
    [heads, heads.map(() => "---:"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n"),
  "CSV with commas": separated(","),
  "CSV with semicolons": separated(";"),
  "a text in columns": (cells) =>
    cells.map((row) => row.map((cell) => cell.padEnd(16)).join("  ")).join("\n"),
};

const LATEX: Readonly<Record<string, Writing>> = {
  "a tabular with hlines": (cells) =>
    `\\begin{tabular}{|l|r|r|}\n\\hline\n${cells.map((row) => `${row.join(" & ")} \\\\ \\hline`).join("\n")}\n\\end{tabular}`,
  "a tabular with rules": ([heads = [], ...rows]) =>
    `\\begin{tabular}{@{}lr@{~~}r@{}}\n\\toprule\n\\textbf{${heads.join("} & \\textbf{")}} \\\\\n\\midrule\n${rows.map((row) => row.join("&")).join("\\\\\n")}\\\\\n\\bottomrule\n\\end{tabular}`,
};

/** Some rows of the true table, in one style. */
const truths = (style: fc.Arbitrary<Style>) =>
  fc
    .tuple(fc.subarray([...REPORT.layers], { minLength: 1 }), style)
    .map(([rows, { count, shape }]): Cells => [
      ["layer", "output shape", "parameters", "MACs"],
      ...rows.map((row) => [
        row.id,
        shape((row.shape ?? []).slice(1)),
        count(row.params ?? 0),
        count(row.macs ?? 0),
      ]),
    ]);

function verdictsOf(text: string) {
  const reading = checkTable(REPORT, text);
  if (reading.kind === "unreadable") return reading.message;
  return reading.value.rows.map(({ cells }) => cells.map(({ verdict }) => verdict).join(" "));
}

describe("a right table is right in whatever way it is written", () => {
  test.each(Object.entries(WRITINGS))("as %s", (_, write) =>
    fc.assert(
      fc.property(truths(styles), (cells) => {
        const right = cells.slice(1).map(() => "unmarked correct correct correct");
        expect(verdictsOf(write(cells))).toEqual(right);
      }),
      SETTINGS,
    ),
  );

  test.each(Object.entries(LATEX))("as %s", (_, write) =>
    fc.assert(
      fc.property(truths(latexStyles), (cells) => {
        const right = cells.slice(1).map(() => "unmarked correct correct correct");
        expect(verdictsOf(write(cells))).toEqual(right);
      }),
      SETTINGS,
    ),
  );
});

function isAnswered(text: string) {
  const reading = checkTable(REPORT, text);
  if (reading.kind === "unreadable") return /[.?!]$/.test(reading.message);
  const { columns, rows } = reading.value;
  const messages = rows.flatMap(({ cells }) => cells.flatMap(({ message }) => message ?? []));
  const isWhole = rows.every(({ cells }) => cells.length === columns.length);
  return isWhole && messages.every((message) => message.length > 0);
}

describe("whatever is pasted as a table is marked, or refused in a sentence", () => {
  const writings = [...Object.values(WRITINGS), ...Object.values(LATEX)];
  const tables = fc
    .tuple(truths(styles), fc.constantFrom(...writings))
    .map(([cells, write]) => write(cells));

  test("a table with a piece taken out, doubled or replaced", () =>
    fc.assert(
      fc.property(
        tables,
        fc.nat(),
        fc.nat(40),
        fc.oneof(
          fc.string({ unit: "binary", maxLength: 10 }),
          fc.constantFrom(
            "\t",
            "|",
            ";",
            ",",
            '"',
            "(",
            "&",
            "\\\\",
            "\n",
            "\\hline",
            "1e999",
            "$",
          ),
        ),
        fc.nat(4),
        (table, at, length, piece, times) => {
          const place = at % table.length;
          return isAnswered(
            table.slice(0, place) + piece.repeat(times) + table.slice(place + length),
          );
        },
      ),
      SETTINGS,
    ));

  test("any text at all", () =>
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), isAnswered), SETTINGS));

  test("signs of tables in any order", () => {
    const sign = fc.constantFrom(
      ...'\t | ; , & \\\\ \n " ( ) [ ] { } $ \\hline \\begin{tabular} params shape 6×28×28 456 -1 1e9 conv1 × total ~~'.split(
        " ",
      ),
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 150 }), (signs) => isAnswered(signs.join(" "))),
      SETTINGS,
    );
  });

  test("as long as the limit of characters allows", () => {
    for (const sign of ["\t", "|", ";", ",", '"', "(", " ", "&", "\\", "$", "{", "1 ", "\n", "-|"])
      expect(isAnswered(sign.repeat(Math.floor(20_000 / sign.length)))).toBe(true);
  });
});
