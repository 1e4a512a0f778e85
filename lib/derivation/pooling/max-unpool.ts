import type { Question } from "@/lib/question";
import {
  type Expression,
  dot,
  equation,
  floor,
  fraction,
  list,
  number,
  sum,
  symbol,
} from "@/lib/tex";
import { conclude, sumOf } from "../conclude";
import { computed, givenTensor, gradientWords, outputGradient } from "../given";
import {
  type ImageCell,
  cellAt,
  imageName,
  imagePlace,
  imageRefs,
  imageValue,
  imageView,
  planeSize,
} from "../image";
import { OUT_LETTERS } from "./max-pool";
import { countWords, placeFacts } from "../place";
import { unpoolShape } from "../sizes/shapes";
import type { Step } from "../step";
import { type View, valueIn } from "../view";
import type { OpDerivation, TensorWorking } from "../working";
import { range, symbolStep } from "../write";

/** Max unpooling: every value goes back to the cell that its index names. */
export const maxUnpoolDerivation: OpDerivation = {
  tensors: ["y", "grads.x"],
  tensor: (question, ask) => (ask === "y" ? forward(question) : backward(question)),
  outputShape: unpoolShape,
};

interface Unpool {
  readonly question: Question;
  readonly x: View;
  readonly indices: View;
  readonly y: View;
}

function unpoolOf(question: Question): Unpool {
  return {
    question,
    x: imageView(question, "x", givenTensor(question, "x")),
    indices: imageView(question, "indices", givenTensor(question, "indices")),
    y: imageView(question, "y", computed(question, "y")),
  };
}

function forward(question: Question): TensorWorking {
  const unpool = unpoolOf(question);
  const { x, indices, y } = unpool;
  const rule = [
    symbolStep(
      "unpool-rule",
      symbol("Y", [imageName(indices, OUT_LETTERS)], "output"),
      imageName(x, OUT_LETTERS),
      { width: planeSize(y)[1] },
    ),
  ];
  const cell = (at: readonly number[]): Step => placedStep(unpool, cellAt(y, at));
  return {
    result: computed(question, "y"),
    rule,
    cell,
    full: (at) => {
      const sources = sourcesOf(unpool, cellAt(y, at));
      return [...rule, ...sources.map((source) => positionStep(unpool, source)), cell(at)];
    },
  };
}

/** The values whose index names this cell of y, in row-major order. */
function sourcesOf(
  { x, indices, y }: Unpool,
  [image, channel, row, column]: ImageCell,
): ImageCell[] {
  const index = row * planeSize(y)[1] + column;
  const [height, width] = planeSize(x);
  return range(height)
    .flatMap((i) => range(width).map((j): ImageCell => [image, channel, i, j]))
    .filter((source) => valueIn(indices, source) === index);
}

function targetOf({ indices, y }: Unpool, source: ImageCell): ImageCell {
  const index = valueIn(indices, source);
  const width = planeSize(y)[1];
  return [source[0], source[1], Math.floor(index / width), index % width];
}

/** From an index within the plane to its row and column. */
function positionStep(unpool: Unpool, source: ImageCell): Step {
  const index = valueIn(unpool.indices, source);
  const width = planeSize(unpool.y)[1];
  const [, , row, column] = targetOf(unpool, source);
  return {
    rule: "unpool-position",
    line: list(
      equation("p", floor(fraction(imageValue(unpool.indices, source), width)), row),
      equation(
        "q",
        sum(imageValue(unpool.indices, source), { kind: "negative", of: dot(row, width) }),
        column,
      ),
    ),
    value: [row, column],
    cells: [...imageRefs(unpool.indices, [source]), ...imageRefs(unpool.x, [source])],
    facts: { ...placeFacts(imagePlace(unpool.x, source)), index, width },
  };
}

function placedStep(unpool: Unpool, cell: ImageCell): Step {
  const { question, x, y, indices } = unpool;
  const sources = sourcesOf(unpool, cell);
  const sums = question.params.overlap === "sum";
  const used = sums ? sources : sources.slice(-1);
  const value = valueIn(y, cell);
  const names = used.map((source) => imageName(x, source));
  const several = sums ? "unpool-sum" : "unpool-overwrite";
  return {
    rule: sources.length === 0 ? "unpool-empty" : sources.length > 1 ? several : "unpool-cell",
    line: conclude(
      imageName(y, cell),
      ...optional(names),
      ...optional(used.map((source) => imageValue(x, source))),
      number(value, "output"),
    ),
    value,
    cells: [...imageRefs(y, [cell]), ...imageRefs(x, sources), ...imageRefs(indices, sources)],
    facts: {
      ...placeFacts(imagePlace(y, cell)),
      index: cell[2] * planeSize(y)[1] + cell[3],
      values: countWords(sources.length, "value", "values"),
    },
  };
}

function backward(question: Question): TensorWorking {
  const unpool = unpoolOf(question);
  const result = computed(question, "grads.x");
  const dx = imageView(question, "dx", result);
  const dy = imageView(question, "dy", outputGradient(question, unpool.y.shape));
  const rule = [
    symbolStep(
      "unpool-gradient-rule",
      imageName(dx, OUT_LETTERS),
      symbol("G", [imageName(unpool.indices, OUT_LETTERS)], "gradient"),
      { given: gradientWords(question) },
    ),
  ];
  const cell = (at: readonly number[]): Step => gatheredStep(unpool, dx, dy, cellAt(dx, at));
  return {
    result,
    rule,
    cell,
    full: (at) => [...rule, positionStep(unpool, cellAt(dx, at)), cell(at)],
  };
}

function gatheredStep(unpool: Unpool, dx: View, dy: View, cell: ImageCell): Step {
  const target = targetOf(unpool, cell);
  const value = valueIn(dx, cell);
  return {
    rule: "unpool-gradient-cell",
    line: conclude(imageName(dx, cell), imageName(dy, target), number(value, "gradient")),
    value,
    cells: [
      ...imageRefs(dx, [cell]),
      ...imageRefs(unpool.indices, [cell]),
      ...imageRefs(dy, [target]),
    ],
    facts: {
      ...placeFacts(imagePlace(dx, cell)),
      target: `row ${target[2]}, column ${target[3]}`,
      index: valueIn(unpool.indices, cell),
    },
  };
}

function optional(terms: readonly Expression[]): Expression[] {
  return terms.length ? [sumOf(terms)] : [];
}
