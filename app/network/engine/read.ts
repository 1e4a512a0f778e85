import { readSizes } from "@/lib/answer/check";
import { type NetworkReport, networkReport } from "@/lib/network";
import { ReadError } from "@/lib/network/read";
import { type Source, lineOfFault, readSource, settingsOf } from "@/lib/network/source";
import { KernelError } from "@/lib/tensor";
import type { Form } from "../form";
import { sizesText } from "./numbers";
import type { Problem } from "./types";

/** A network as it was read, and its table where there is one. */
export interface Read {
  readonly source?: Source;
  readonly report?: NetworkReport;
  readonly problems: readonly Problem[];
  readonly inputProblem?: string;
}

const NOTHING: Read = { problems: [] };

let last: { readonly key: string; readonly read: Read } | undefined;

/** The network of a form; the last one is read once, however often something else changes. */
export function readNetworkOf(form: Form): Read {
  const { code, input, conventions, dtype } = form;
  const key = JSON.stringify([code, input, conventions, dtype]);
  if (last?.key !== key) last = { key, read: readText(code, input, form) };
  return last.read;
}

/** The network in a text, counted under the settings of the form. */
export function readText(code: string, input: string, form: Form): Read {
  if (code.trim() === "") return NOTHING;
  try {
    const source = readSource(code);
    return { source, ...reported(source, input, form) };
  } catch (error) {
    return { problems: [problemOf(error, code)] };
  }
}

function reported(source: Source, written: string, form: Form): Omit<Read, "source"> {
  const problems: Problem[] = (source.problems ?? []).map(({ line, message }) => ({
    line,
    message,
  }));
  const sizes = written.trim() === "" ? source.input : sizesIn(written);
  if (sizes === undefined) {
    return { problems, inputProblem: "Say what goes in, such as 1×3×224×224." };
  }
  if (typeof sizes === "string") return { problems, inputProblem: sizes };
  try {
    return { problems, report: reportOf(source, sizes, form) };
  } catch (error) {
    const { message } = problemOf(error);
    return message.startsWith("x has")
      ? { problems, inputProblem: message }
      : { problems: [...problems, { message }] };
  }
}

/** The form's own choices where they are made; else what the code means by itself. */
function reportOf(source: Source, input: readonly number[], form: Form): NetworkReport {
  const { conventions, dtype } = settingsOf(source, input);
  const chosen = { ...conventions, macs: form.conventions.macs, units: form.conventions.units };
  const own = form.conventions.rounding === "floor" ? {} : { rounding: form.conventions.rounding };
  const settings = {
    conventions: { ...chosen, ...own },
    dtype: form.dtype === "float32" ? (dtype ?? "float32") : form.dtype,
  };
  return networkReport(source.layers, input, settings, source);
}

/** The sizes, or why they are none. */
function sizesIn(text: string): readonly number[] | string {
  const reading = readSizes(text);
  if (reading.kind === "unreadable") return reading.message;
  const sizes = reading.value;
  const fits = sizes.length > 0 && sizes.length <= 4 && sizes.every((size) => size > 0);
  return fits ? sizes : `${sizesText(sizes)} is no input; 1×3×224×224 would be one.`;
}

/** What went wrong in reading, with its line. What is a mistake of the program goes on. */
export function problemOf(error: unknown, code = ""): Problem {
  if (error instanceof ReadError) return { line: error.line, message: error.message };
  if (!(error instanceof KernelError)) throw error;
  const line = lineOfFault(code, error.message);
  return { message: error.message, ...(line === undefined ? {} : { line }) };
}
