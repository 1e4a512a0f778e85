/** What a column of a table of layers tells. */
export const COLUMNS = [
  "name",
  "shape",
  "params",
  "macs",
  "flops",
  "values",
  "bytes",
  "receptive_field",
  "jump",
  "other",
] as const;
export type Column = (typeof COLUMNS)[number];

/** How people head each column; the first that fits is taken. */
const HEADS: readonly (readonly [Column, RegExp])[] = [
  ["receptive_field", /recept|\bfield\b|^r\.?f\.?$|^r$/i],
  ["jump", /jump|^j$|effective stride|total stride/i],
  ["params", /param|weights|learn|^#\s*p/i],
  ["flops", /flops?/i],
  ["macs", /mac|mult|multiply|operations|^ops$/i],
  ["bytes", /byte|memory|\b[kmg]i?b\b|storage/i],
  ["values", /activation|values|neurons|units|elements/i],
  ["shape", /shape|output|size|dim|feature map/i],
  ["name", /layer|name|type|kind|stage|block|^#$/i],
];

/** What heads say of their columns; undefined where the row is none of heads. */
export function columnsFromHeads(cells: readonly string[]): readonly Column[] | undefined {
  const isHead = cells.every((cell) => !/^[\s\d(×x.,]*\d/.test(cell));
  const columns = cells.map((cell) => HEADS.find(([, head]) => head.test(cell))?.[0] ?? "other");
  const known = columns.filter((column) => column !== "other" && column !== "name");
  if (!isHead || known.length === 0) return undefined;
  return columns.map((column, index) => (columns.indexOf(column) === index ? column : "other"));
}
