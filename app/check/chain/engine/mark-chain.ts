import { CHAIN_SLIP_WORDS, WITHIN_WORDS } from "@/content/chain";
import { type ChainRadii, checkChain } from "@/lib/answer/chain";
import type { ChainQuestion, ChainValue } from "@/lib/network/chain";
import { diagnosesOf } from "../../../practice/scene/diagnoses";
import { outcomeOf } from "../../../practice/scene/mark-answer";
import type { OwnValues } from "../form";
import { specFor } from "../../engine/spec";
import type { MarkView } from "./types";

export interface ChainMarks {
  readonly marks: Readonly<Record<string, MarkView>>;
  readonly firstWrong: string | null;
}

type Mark = ReturnType<typeof checkChain>["marks"][number];

/** The reader's own values, checked in the order of working. */
export function markChain(
  question: ChainQuestion,
  values: readonly ChainValue[],
  own: OwnValues,
  radii: ChainRadii,
): ChainMarks {
  const byKey = new Map(values.map((value) => [value.key, value]));
  const given = Object.entries(own).filter(([key, text]) => byKey.has(key) && text.trim() !== "");
  const { marks, firstWrong } = checkChain(question, Object.fromEntries(given), radii);
  const views = marks.flatMap((mark) => {
    const value = byKey.get(mark.key);
    return value ? [[mark.key, markView(mark, value)] as const] : [];
  });
  return { marks: Object.fromEntries(views), firstWrong: firstWrong ?? null };
}

function markView(mark: Mark, value: ChainValue): MarkView {
  const { verdict, check, given, slip } = mark;
  return {
    verdict,
    says: saysOf(mark, value),
    given,
    outcome: verdict === "incorrect" && !slip ? outcomeFor(mark, value) : null,
    slip: slip ? CHAIN_SLIP_WORDS[slip.id] : null,
    cells: verdict === "incorrect" && !slip && check.score > 0 ? wrongCells(check.cells) : "",
  };
}

/** The mistakes that explain it; pictures of them only where the chain's own numbers went in. */
function outcomeFor({ check, given }: Mark, value: ChainValue) {
  const { question, ask, tensor } = value;
  if (!question || check.diagnosis.length === 0) return null;
  const answered =
    given.length === 0 ? { question, ask, key: tensor } : { question: WITHOUT, ask, key: tensor };
  const spec = specFor(question, ask, { kind: "tensor", tensor });
  const typed = { shape: check.given?.shape ?? [], cells: [] };
  const outcome = outcomeOf(answered, check, spec ?? { kind: "line", label: "", such: "" }, typed);
  return { ...outcome, marks: [], diagnoses: diagnosesOf(answered, check) };
}

/** No one layer's question, so no picture is made of it. */
const WITHOUT: Parameters<typeof diagnosesOf>[0]["question"] = {
  op: "network",
  layers: [],
  inputs: {},
  conventions: {
    rounding: "floor",
    padding: "pytorch",
    operation: "correlation",
    layout: "nchw",
    macs: "without_bias",
    units: "si",
  },
  dtype: "float32",
};

function saysOf({ verdict, check, given, isWithin }: Mark, { tensor }: ChainValue): string {
  if (verdict === "invalid") return check.unreadable?.message ?? "This could not be read.";
  if (verdict === "correct") return isWithin ? WITHIN_WORDS : "";
  if (verdict === "follows") return `given your ${given.join(", ")}`;
  const { shape = [] } = check.given ?? {};
  const sizes = tensor.shape.join("×") || "one number";
  if (shape.join() !== tensor.shape.join() && check.score === 0)
    return `Read as ${shape.join("×") || "one number"}; here it is ${sizes}.`;
  const all = tensor.data.length;
  const wrong = check.cells.length;
  return all === 1 ? "" : `${all - wrong} of ${all} cells are right.`;
}

/** The most cells that are named. */
const MOST_NAMED = 4;

function wrongCells(
  cells: readonly { readonly at: readonly number[]; readonly verdict: string }[],
): string {
  const wrong = cells.filter(({ at, verdict }) => verdict === "incorrect" && at.length > 0);
  const named = wrong.slice(0, MOST_NAMED).map(({ at }) => `[${at.join(",\u00A0")}]`);
  const more = wrong.length - named.length;
  return `${named.join(" ")}${more > 0 ? ` and ${more} more` : ""}`;
}
