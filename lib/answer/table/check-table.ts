import { type NetworkQuestion, type NetworkReport, isChain, networkReport } from "@/lib/network";
import type { Diagnosis } from "@/lib/mistakes";
import { sameButLeadingOnes } from "@/lib/question";
import { KernelError } from "@/lib/tensor";
import { type Asked, type Key, keyOf } from "../asked";
import { checkAnswer, expectedOf } from "../check-answer";
import { isCorrect, mark } from "../mark";
import { type Given, valueOf } from "../quantity";
import { readAnswer } from "../read-answer";
import type { Reading } from "../reading";
import { type Column, columnsFromHeads } from "./columns";
import { keyOfCell, keyOfTotal } from "./key-of-cell";
import { type Place, placesOf } from "./rows";
import { splitTable } from "./split-table";

/** One cell of a reader's table. */
export interface CellMark {
  readonly text: string;
  /** "follows": not the key, but right for the reader's own wrong shape in the row above. */
  readonly verdict: "correct" | "follows" | "incorrect" | "invalid" | "unmarked";
  readonly diagnosis: readonly Diagnosis[];
  /** What the mistakes speak of. */
  readonly ask?: string;
  /** The other convention under which it would be right. */
  readonly convention?: string;
  /** Why it could not be read. */
  readonly message?: string;
}

export interface TableRow {
  readonly place: Place;
  readonly cells: readonly CellMark[];
}

/** A reader's table beside the true one. */
export interface TableCheck {
  readonly heads?: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
}

/**
 * A table that a person worked out, each cell marked and its mistake named. Columns are known by their heads, else
 * taken as what most of their cells agree with; rows by names or in order.
 *
 * @param columns what the columns tell, where the reader says so
 * @example checkTable(report, "conv1\t6×28×28\t156") // rows[0].cells[2].verdict === "correct"
 */
export function checkTable(
  report: NetworkReport,
  text: string,
  columns?: readonly Column[],
): Reading<TableCheck> {
  const split = splitTable(text);
  if (split.kind === "unreadable") return split;
  const [first = []] = split.value;
  const headed = columnsFromHeads(first);
  const body = headed ? split.value.slice(1) : split.value;
  const width = Math.max(0, ...body.map(({ length }) => length));
  const guessed = headed ?? guessedColumns(report, body, width);
  const used = Array.from({ length: width }, (_, at) => columns?.[at] ?? guessed[at] ?? "other");
  const value = {
    ...(headed ? { heads: first } : {}),
    columns: used,
    rows: markedRows(report, body, used),
  };
  return { kind: "value", value };
}

function placesFor(
  report: NetworkReport,
  body: readonly (readonly string[])[],
  columns: readonly Column[],
): readonly Place[] {
  const at = columns.indexOf("name");
  const names = at < 0 ? undefined : body.map((row) => row[at] ?? "");
  return placesOf(names, body.length, report);
}

const GUESSES = [
  "shape",
  "params",
  "macs",
  "values",
  "bytes",
  "receptive_field",
  "jump",
  "flops",
] as const;

/** Words are names; every other column is what most of its cells agree with, and that once. */
function guessedColumns(
  report: NetworkReport,
  body: readonly (readonly string[])[],
  width: number,
): readonly Column[] {
  const isNames = (at: number) =>
    body.filter((row) => /^\W*(?:\d+\W*)?[a-z]{2}/i.test(row[at] ?? "")).length * 2 > body.length;
  const names = Array.from({ length: width }, (_, at) => at).find(isNames);
  const columns = Array.from({ length: width }, (_, at): Column =>
    at === names ? "name" : "other",
  );
  const places = placesFor(report, body, columns);
  const scores = columns.flatMap((column, at) =>
    column === "name"
      ? []
      : GUESSES.map((guess) => ({ at, guess, score: agreeing(report, body, places, at, guess) })),
  );
  for (const { at, guess, score } of scores.toSorted((one, other) => other.score - one.score)) {
    if (score > 0 && columns[at] === "other" && !columns.includes(guess)) columns[at] = guess;
  }
  return columns;
}

function agreeing(
  report: NetworkReport,
  body: readonly (readonly string[])[],
  places: readonly Place[],
  at: number,
  column: Column,
): number {
  return body.filter((row, index) => {
    const key = keyAt(report, places[index] ?? null, column);
    return key && judged(key, row[at] ?? "", report).isRight;
  }).length;
}

function keyAt(report: NetworkReport, place: Place, column: Column): Key | undefined {
  if (place === "total") return keyOfTotal(report, column);
  const row = place === null ? undefined : report.layers[place];
  return row && keyOfCell(row, column);
}

function judged(key: Key, text: string, { settings }: NetworkReport) {
  const reading = readAnswer(text, expectedOf(key, settings));
  const isRight = reading.kind === "value" && isCorrect(mark(key, reading.value));
  return { reading, isRight };
}

function markedRows(
  report: NetworkReport,
  body: readonly (readonly string[])[],
  columns: readonly Column[],
): readonly TableRow[] {
  const places = placesFor(report, body, columns);
  const own = new Map<number, readonly number[]>();
  return body.map((row, index) => {
    const place = places[index] ?? null;
    const following = typeof place === "number" ? reportGiven(report, place, own) : undefined;
    const cells = columns.map((column, at) =>
      markedCell({ report, following, place, column }, row[at] ?? ""),
    );
    const shapeAt = columns.indexOf("shape");
    const shape = cells[shapeAt];
    if (typeof place === "number" && shape && ["incorrect", "follows"].includes(shape.verdict)) {
      const sizes = sizesIn(
        judged(keyAt(report, place, "shape") ?? NO_KEY, shape.text, report).reading,
      );
      if (sizes) own.set(place, sizes);
    }
    return { place, cells };
  });
}

const NO_KEY: Key = { kind: "shape", sizes: [], form: "plain" };

function sizesIn(reading: Reading<Given>): readonly number[] | undefined {
  if (reading.kind === "unreadable") return undefined;
  const sizes = reading.value.cells.map(valueOf).filter((size) => size !== undefined);
  return sizes.every((size) => Number.isInteger(size) && size > 0) ? sizes : undefined;
}

/** The layer alone, as if the reader's own shape arrived at it. */
function reportGiven(
  { layers, examined, settings }: NetworkReport,
  place: number,
  own: ReadonlyMap<number, readonly number[]>,
): NetworkReport | undefined {
  const [from = -1, ...more] = layers[place]?.from ?? [];
  const shape = own.get(from);
  const layer = examined[place]?.layer;
  if (!shape || !layer || more.length > 0) return undefined;
  const { from: _, in: __, shares: ___, ...rest } = layer;
  try {
    const given = networkReport([rest], shape, settings);
    return given.layers[0]?.error ? undefined : given;
  } catch (error) {
    if (error instanceof KernelError) return undefined;
    throw error;
  }
}

interface CellPlace {
  readonly report: NetworkReport;
  readonly following: NetworkReport | undefined;
  readonly place: Place;
  readonly column: Column;
}

function markedCell({ report, following, place, column }: CellPlace, text: string): CellMark {
  const key = keyAt(report, place, column);
  if (!key || text === "" || /^[–—-]$/.test(text)) return plain(text, "unmarked");
  const { reading, isRight } = judged(key, text, report);
  if (reading.kind === "unreadable") {
    return { ...plain(text, "invalid"), message: reading.message };
  }
  if (isRight) return plain(text, "correct");
  const follows = following && keyAt(following, 0, column);
  if (follows && judged(follows, text, report).isRight) return plain(text, "follows");
  return explained(report, place, column, key, text);
}

function plain(text: string, verdict: CellMark["verdict"]): CellMark {
  return { text, verdict, diagnosis: [] };
}

const ASKS: Readonly<Partial<Record<Column, string>>> = {
  shape: "shapes.y",
  params: "params",
  macs: "macs",
  flops: "flops",
  values: "memory.y.values",
  bytes: "memory.y",
  receptive_field: "receptive_field",
};

/** The mistakes behind a wrong cell, where the layer's question asks for what the table does. */
function explained(
  report: NetworkReport,
  place: Place,
  column: Column,
  key: Key,
  text: string,
): CellMark {
  const ask = ASKS[column];
  const question = ask === undefined ? undefined : questionAt(report, place, column);
  if (ask === undefined || !question || !asksFor(question, ask, key))
    return plain(text, "incorrect");
  const { diagnosis, convention } = checkAnswer(question, ask, text, { isLayoutFixed: false });
  return {
    text,
    verdict: "incorrect",
    diagnosis,
    ask,
    ...(convention === undefined ? {} : { convention }),
  };
}

function questionAt(report: NetworkReport, place: Place, column: Column): Asked | undefined {
  if (place === "total") return wholeNetwork(report, report.layers.length);
  if (place === null) return undefined;
  if (column === "receptive_field") return wholeNetwork(report, place + 1);
  return report.examined[place]?.stage?.question;
}

/** The first layers as a question of their own, where they are a chain. */
function wholeNetwork(
  { examined, settings, input }: NetworkReport,
  count: number,
): NetworkQuestion | undefined {
  const layers = examined.slice(0, count).map(({ layer }) => layer);
  if (!isChain(layers) || settings.conventions.layout !== "nchw") return undefined;
  return { op: "network", layers, inputs: { x: { shape: input } }, ...settings };
}

function asksFor(question: Asked, ask: string, key: Key): boolean {
  try {
    return sameButLeadingOnes(sizesOf(keyOf(question, ask)), sizesOf(key));
  } catch (error) {
    if (error instanceof KernelError) return false;
    throw error;
  }
}

function sizesOf(key: Key): readonly number[] {
  if (key.kind === "tensor") return key.tensor.shape;
  return "sizes" in key ? key.sizes : [key.value];
}
