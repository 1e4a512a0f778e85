import type { ChainRadii } from "@/lib/answer/chain";
import { type Layer, layerIds, solveNetwork } from "@/lib/network";
import { type ChainQuestion, type ChainValue, withDrawnValues } from "@/lib/network/chain";
import type { Operand } from "@/lib/question";
import { KernelError } from "@/lib/tensor";
import { proseNumber } from "@/lib/tex";
import type { ChainForm, OwnValues } from "../form";
import { chainFormFrom } from "./form-from";
import { type ChainMarks, markChain } from "./mark-chain";
import { openValue } from "./open";
import { placeOfProblem, readChain } from "./read-chain";
import type { ChainResult, ChainWorked, SizeRow } from "./types";
import { keyOfProblem, valuesOf, viewOf } from "./values";

/** Everything that the page shows of a chain. */
export function workChain(
  form: ChainForm,
  checked: OwnValues | null,
  say: (words: string) => void,
): ChainWorked {
  say("Reading the chain");
  const { question, radii, ...read } = readChain(form);
  const worked = { ...read, ids: [], rows: null, drawn: null, sizes: [], result: null };
  if (!question) return worked;
  const ids = namesOf(question.layers);
  const known = {
    ...worked,
    ids: ids.map(([first = ""]) => first),
    rows: form.source === "snippet" ? rowsOf(question, form) : null,
  };
  try {
    say("Working out every value");
    const drawn = withDrawnValues(question);
    return {
      ...known,
      sizes: sizesOf(question),
      drawn: form.source === "layers" && drawn !== question ? rowsOf(drawn, form) : null,
      result: resultOf(drawn, form, checked, radii),
    };
  } catch (error) {
    if (!(error instanceof KernelError)) throw error;
    const place =
      form.source === "snippet" ? snippetPlace(error) : placeOfProblem(error, form, ids);
    return { ...known, sizes: sizesOf(question), problems: { [place]: error.message } };
  }
}

/** A snippet has one field, and a seed beside it. */
function snippetPlace({ message }: KernelError): string {
  return message.includes("give them, or a seed") ? "seed" : "all";
}

function namesOf(layers: readonly Layer[]): (readonly string[])[] {
  try {
    return layerIds(layers);
  } catch (error) {
    if (error instanceof KernelError) return [];
    throw error;
  }
}

/** The chain as the fields hold it. */
function rowsOf(question: ChainQuestion, { open, seed }: ChainForm): ChainForm | null {
  const form = chainFormFrom(question);
  return form && { ...form, open, seed };
}

function resultOf(
  question: ChainQuestion,
  form: ChainForm,
  checked: OwnValues | null,
  radii: ChainRadii,
): ChainResult {
  const problem = keyOfProblem(form);
  const values = valuesOf(question, problem);
  const opened = values.find(({ key }) => key === form.open);
  return {
    values: values.map(viewOf),
    ...(checked
      ? marksOf(question, values, checked, problem, radii)
      : { marks: {}, firstWrong: null }),
    open: opened ? openValue(opened, values, question, form.at) : null,
  };
}

let lastMarks: { readonly key: string; readonly marks: ChainMarks } | undefined;

/** The marks, kept while another value is opened. */
function marksOf(
  question: ChainQuestion,
  values: readonly ChainValue[],
  checked: OwnValues,
  problem: string,
  radii: ChainRadii,
): ChainMarks {
  const key = `${problem} ${JSON.stringify(checked)}`;
  if (lastMarks?.key === key) return lastMarks.marks;
  const marks = markChain(question, values, checked, radii);
  lastMarks = { key, marks };
  return marks;
}

/** Layer by layer what can be counted; nothing where the sizes do not hold together. */
function sizesOf(question: ChainQuestion): SizeRow[] {
  const inputs: Record<string, Operand> = {};
  for (const [key, { shape }] of Object.entries(question.inputs)) inputs[key] = { shape };
  const { op, layers, conventions, dtype } = question;
  try {
    const table = solveNetwork({ op, layers, inputs, conventions, dtype });
    return table.layers.map(({ id, name, shape, params, macs, receptive_field: field }) => ({
      id,
      name,
      shape: shape.join("×"),
      params: proseNumber(params),
      macs: proseNumber(macs),
      field: field === null ? "–" : typeof field === "number" ? String(field) : field.join("×"),
    }));
  } catch (error) {
    if (error instanceof KernelError) return [];
    throw error;
  }
}
