import { readConventions, writeConventions } from "../practice/address";
import { BLANK, type Form, type OperandName, PARAM_FIELDS } from "./form";
import { readQuery, writeQuery } from "./query";

const OPERANDS = ["x", "w", "b", "target", "indices", "gamma", "beta", "dy"] as const;
export const PRECISIONS = ["printed", "rounded", "exact"] as const;
export const DTYPES = [
  "float64",
  "float32",
  "float16",
  "bfloat16",
  "int32",
  "int8",
  "uint8",
] as const;

/** The form as a link carries it; what is PyTorch's default or empty is left out. @example "op=relu&x=1+-2" */
export function writeLink(form: Form): string {
  const query = new Map<string, string>([["op", form.op]]);
  const put = (name: string, text: string | undefined, usual = "") => {
    if (text !== undefined && text !== usual) query.set(name, text);
  };
  put("sizes", form.sizesOnly ? "1" : "");
  for (const name of OPERANDS) {
    put(name, form.texts[name]);
    put(`${name}.sizes`, form.sizes[name]);
  }
  for (const name of PARAM_FIELDS) put(name, form.params[name]);
  put("conventions", writeConventions(form.conventions));
  put("dtype", form.dtype, BLANK.dtype);
  put("precision", form.precision, BLANK.precision);
  put("ask", form.ask, BLANK.ask);
  put("at", form.at);
  put("answer", form.answer);
  return writeQuery(query);
}

/** The reverse; what it does not know is passed over. `ops` are the operations that there are. */
export function readLink(link: string, ops: readonly Form["op"][]): Form {
  const query = readQuery(link);
  return {
    op: ops.find((op) => op === query.get("op")) ?? BLANK.op,
    sizesOnly: query.get("sizes") === "1",
    texts: picked(query, OPERANDS, (name) => name),
    sizes: picked(query, OPERANDS, (name) => `${name}.sizes`),
    params: picked(query, PARAM_FIELDS, (name) => name),
    conventions: readConventions(query.get("conventions") ?? null),
    dtype: DTYPES.find((name) => name === query.get("dtype")) ?? BLANK.dtype,
    precision: PRECISIONS.find((name) => name === query.get("precision")) ?? BLANK.precision,
    ask: query.get("ask") ?? BLANK.ask,
    at: query.get("at") ?? "",
    answer: query.get("answer") ?? "",
  };
}

function picked<Name extends OperandName | (typeof PARAM_FIELDS)[number]>(
  query: ReadonlyMap<string, string>,
  names: readonly Name[],
  keyOf: (name: Name) => string,
): Partial<Record<Name, string>> {
  const found: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const text = query.get(keyOf(name));
    if (text) found[name] = text;
  }
  return found;
}
