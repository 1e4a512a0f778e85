import { ANSWER_WORDS, SPOT_WORDS, UNKNOWN_WORDS } from "@/content/practice";
import { REMEDIES } from "@/content/remedies";
import {
  type Asked,
  type FindName,
  type FindQuestion,
  type Key,
  type SpotQuestion,
  isChannelsLast,
  isFound,
  isList,
  isTensor,
  planesOf,
} from "@/lib/exercises";
import { equation, number, sum, symbol, toText } from "@/lib/tex";
import type { Field, FieldPlane } from "./document";
import { askedName } from "./names";

/** Where the answer to a question goes. */
export function fieldOf(asked: Asked, key: Key): Field {
  const { question, ask } = asked;
  if (question.op === "spot") return choiceField(question);
  if (question.op === "find" && isList(key)) return findField(question, key);
  if (typeof key === "object" && isTensor(key) && key.shape.length > 0) {
    return gridField(asked, key.shape);
  }
  if (isList(key)) {
    const { label } = ask === "receptive_field" ? ANSWER_WORDS.field : ANSWER_WORDS.shape;
    return { kind: "list", label, of: "sizes", names: [], ...ONE_RIGHT };
  }
  if (question.op === "training" || (ask.startsWith("memory.") && !ask.endsWith(".values"))) {
    return { kind: "bytes", label: ANSWER_WORDS.bytes.label, units: question.conventions.units };
  }
  return { kind: "number", label: numberLabel(asked) };
}

/** Settings that fit are right, whichever they are; of all sizes there is one list. */
function findField(question: FindQuestion, key: readonly number[]): Field {
  const { unknown, every, same } = question;
  if (every) {
    const { label } = ANSWER_WORDS.every;
    return { kind: "list", label, of: "numbers", names: [], ...ONE_RIGHT };
  }
  const names = unknown.map((name) => UNKNOWN_WORDS[name]);
  const label = names.join(", ");
  if (same) return { kind: "list", label, of: "numbers", names, ...ONE_RIGHT };
  const nearMisses = nearMissesOf(question, key);
  return { kind: "list", label, of: "numbers", names, rightAnswers: "any", nearMisses };
}

const ONE_RIGHT = { rightAnswers: "one", nearMisses: [] } as const;

/** The key with one number larger or smaller by one, where that fits no longer; only a padding may be 0. */
function nearMissesOf(question: FindQuestion, key: readonly number[]): number[][] {
  return [1, -1]
    .flatMap((step) => key.map((value, index) => key.with(index, value + step)))
    .filter((values) => values.every((value, index) => value >= leastOf(question.unknown[index])))
    .filter((values) => !isFound(question, values));
}

function leastOf(name: FindName | undefined): number {
  return name && PADDINGS.has(name) ? 0 : 1;
}

const PADDINGS: ReadonlySet<FindName> = new Set(["padding", "before", "after"]);

function numberLabel({ question, ask }: Asked): string {
  if (question.op === "find" && question.unknown[0]) return UNKNOWN_WORDS[question.unknown[0]];
  if (question.op === "compare") return ANSWER_WORDS.number.label;
  if (ask === "receptive_field") return ANSWER_WORDS.field.label;
  if (ask === "params" || ask === "macs" || ask === "flops") return ANSWER_WORDS[ask].label;
  return (ask.startsWith("memory.") ? ANSWER_WORDS.values : ANSWER_WORDS.number).label;
}

function gridField(asked: Asked, shape: readonly number[]): Field {
  const { at, role } = askedName(asked);
  return {
    kind: "grid",
    label: toText(at([])),
    name: at([]),
    role,
    shape,
    planes: fieldPlanes(asked, shape),
  };
}

/** The planes of what is asked for; where there is one, it goes without indices. */
export function fieldPlanes(asked: Asked, shape: readonly number[]): FieldPlane[] {
  const { at: nameAt } = askedName(asked);
  const isLast = isChannelsLast(asked.question, asked.ask) && shape.length > 2;
  const planes = planesOf(isLast, shape);
  return planes.map(({ at, rows }) => ({ name: nameAt(planes.length > 1 ? at : []), rows }));
}

function choiceField({ lines, choices }: SpotQuestion): Field {
  return {
    kind: "choice",
    label: "The first wrong line, and what was done in it",
    lines: lines.map(({ at, products, value }) => ({
      at,
      text: toText(equation(symbol("Y", at, "output"), sum(...products), number(value, "output"))),
    })),
    choices: choices.map((id) => ({ id, text: SPOT_WORDS[id] ?? REMEDIES[id].title })),
  };
}
