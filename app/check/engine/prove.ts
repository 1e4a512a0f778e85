import { PROOF_WORDS } from "@/content/check";
import type { Question } from "@/lib/question";
import { type Quotient, proofOf } from "@/lib/question/proof";
import { coordinatesOf, KernelError } from "@/lib/tensor";
import { signed } from "../../scene/signed";
import { problemOf } from "../chain/engine/problem";
import type { ChainForm } from "../chain/form";
import type { Form } from "../form";
import { readForm } from "./read-form";
import type { HeldFiles, ProofView } from "./types";

/** The most cells that are listed. */
const MOST_LISTED = 36;

/** The result of a form proved. @throws KernelError where there is none, or it is too large */
export function proveForm(form: Form, held: HeldFiles, ask: string): ProofView {
  const { question } = readForm(form, held);
  if (!question) throw new KernelError("ERR_INPUT", PROOF_WORDS.nothing);
  return proved(question, ask);
}

/** The open value of a chain proved, its layer by itself. @throws KernelError as `proveForm` */
export function proveChain(form: ChainForm): ProofView {
  const value = problemOf(form).values.find(({ key }) => key === form.open);
  if (!value?.question) throw new KernelError("ERR_INPUT", PROOF_WORDS.nothing);
  return proved(value.question, value.ask);
}

function proved(question: Question, ask: string): ProofView {
  const proof = proofOf(question, ask);
  if (!proof) throw new KernelError("ERR_INPUT", PROOF_WORDS.nothing);
  const { value, twin, twinDistance, quotients, quotientDistance = 0 } = proof;
  const cells = value.data.length;
  const shown = Math.min(cells, MOST_LISTED);
  const largest = value.data.reduce((most, one) => Math.max(most, Math.abs(one)), 1);
  const twinSays = {
    holds: twinDistance <= TWIN_BOUND * largest,
    words: PROOF_WORDS.twin(cells, short(twinDistance)),
  };
  return {
    says: [twinSays, ...quotientSays(quotients, quotientDistance, largest)],
    heads: quotients ? PROOF_WORDS.gradientHeads : PROOF_WORDS.heads,
    rows: Array.from({ length: shown }, (_, cell) => [
      `[${coordinatesOf(value.shape, cell).join(", ")}]`,
      signed(value.data[cell] ?? Number.NaN),
      signed(twin.data[cell] ?? Number.NaN),
      ...(quotients ? [quotientText(quotients[cell])] : []),
    ]),
    more: cells - shown,
  };
}

/** Two algorithms add in another order, so that the last digits of a float64 may differ. */
const TWIN_BOUND = 1e-9;
/** (L(x + h) − L(x − h))/2h with h = 2⁻¹⁶ loses about half the digits of a float64. */
const QUOTIENT_BOUND = 1e-5;

function quotientSays(
  quotients: readonly Quotient[] | undefined,
  distance: number,
  largest: number,
): ProofView["says"] {
  if (!quotients) return [];
  const smooth = quotients.filter(({ exception }) => exception === undefined).length;
  const kinks = quotients.filter(({ exception }) => exception === "kink").length;
  const lost = quotients.filter(({ exception }) => exception === "overwritten").length;
  return [
    ...(smooth === 0
      ? []
      : [
          {
            holds: distance <= QUOTIENT_BOUND * largest,
            words: PROOF_WORDS.quotient(smooth, short(distance)),
          },
        ]),
    ...(kinks === 0 ? [] : [{ holds: true, words: PROOF_WORDS.kinks(kinks) }]),
    ...(lost === 0 ? [] : [{ holds: true, words: PROOF_WORDS.overwritten(lost) }]),
  ];
}

function quotientText(quotient: Quotient | undefined): string {
  if (!quotient) return "";
  const { value, sides, exception } = quotient;
  return exception === "kink" ? `${signed(sides[0])} | ${signed(sides[1])}` : signed(value);
}

/** A distance as people read it. @example short(3.1e-12) // "3.1·10⁻¹²" */
function short(distance: number): string {
  if (distance === 0) return "0";
  const [digits = "", power = ""] = distance.toExponential(1).split("e");
  return `${digits}·10${power.replace("+", "").replaceAll(/[-\d]/g, (one) => RAISED[one] ?? one)}`;
}

const RAISED: Readonly<Record<string, string>> = {
  "0": "⁰",
  "1": "¹",
  "2": "²",
  "3": "³",
  "4": "⁴",
  "5": "⁵",
  "6": "⁶",
  "7": "⁷",
  "8": "⁸",
  "9": "⁹",
  "-": "⁻",
};
