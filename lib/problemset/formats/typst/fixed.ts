import type { Item, SetDocument } from "../../document/document";
import { inOrder } from "../in-order";
import { batches } from "./batches";
import type { TypstCompiler } from "./compiler";
import { definitions } from "./definitions";
import { type PageSetup, roomIn } from "./page";
import { type Heights, partsOf, widthOfParts } from "./question";
import { columnWidth, isShort, rowsOf } from "./rows";

/** What all variants have in common where the layout is fixed. */
export interface FixedLayout {
  readonly isShort: (item: Item) => boolean;
  /** By the question's number. */
  readonly heights: ReadonlyMap<number, Heights>;
}

/**
 * The layout that holds for every variant: a question is short if it is in all of them, and it takes the height of the
 * tallest. Heights are measured by the compiler itself, in units, so that no variant is taller than its place.
 */
export async function fixedLayout(
  document: SetDocument,
  setup: PageSetup,
  compiler: TypstCompiler,
): Promise<FixedLayout> {
  const shortOnes = new Set(
    document.questions
      .map(({ number }) => number)
      .filter((number) => everyIsShort(document, number)),
  );
  const isShortOne = ({ number }: Item) => shortOnes.has(number);
  const room = roomIn(setup);
  const head = definitions(document, setup);
  const [sheet] = document.sheets();
  const rows = rowsOf(sheet?.items ?? [], room, isShortOne);
  const columns = rows.flatMap((row) =>
    row.map(({ number }) => ({ number, column: columnWidth(room, row.length) })),
  );
  const heights = new Map<number, Heights>();
  const asked = measurements(document, columns, head, compiler);
  for await (const { number, most } of inOrder(asked, compiler.atOnce)) {
    const { stem, answer } = heights.get(number) ?? { stem: 0, answer: 0 };
    heights.set(number, {
      stem: Math.max(stem, roundedUp(most.stem)),
      answer: Math.max(answer, roundedUp(most.answer)),
    });
  }
  return { isShort: isShortOne, heights };
}

function everyIsShort(document: SetDocument, number: number): boolean {
  for (const item of document.items(number - 1)) if (!isShort(item)) return false;
  return true;
}

/** So many are measured at once, to bound the memory. */
const BATCH = 100;

interface Column {
  readonly number: number;
  /** Units. */
  readonly column: number;
}

/** Asks for the greatest heights in each batch. */
function* measurements(
  document: SetDocument,
  columns: readonly Column[],
  head: string,
  compiler: TypstCompiler,
) {
  for (const { number, column } of columns) {
    for (const batch of batches(document.items(number - 1), BATCH)) {
      const source = head + batch.map((item) => probeSource(item, column)).join("");
      yield async () => {
        const values = await compiler.query(source, "probe");
        return { number, most: greatest(values.map(heightsIn)) };
      };
    }
  }
}

function greatest(all: readonly Heights[]): Heights {
  return {
    stem: Math.max(0, ...all.map(({ stem }) => stem)),
    answer: Math.max(0, ...all.map(({ answer }) => answer)),
  };
}

/** Asks for the heights of the two parts, in units. */
function probeSource(item: Item, column: number): string {
  const { stem, answer } = partsOf(item, column);
  const width = widthOfParts(column);
  const height = (part: string) =>
    `measure(width: ${width} * u, block(width: ${width} * u, ${part})).height / u`;
  return `#context [#metadata((${height(stem)}, ${height(answer)}))<probe>]\n`;
}

function heightsIn(value: unknown): Heights {
  const [stem, answer] = Array.isArray(value) ? value.map(Number) : [];
  if (stem === undefined || answer === undefined) throw new TypeError("No heights were measured.");
  return { stem, answer };
}

/** A hundredth above, against the noise of measuring. */
function roundedUp(length: number): number {
  return Math.ceil(length * 100 + 1) / 100;
}
