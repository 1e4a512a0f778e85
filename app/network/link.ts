import { KNOWN_NETWORKS } from "@/lib/network/known";
import { DTYPES } from "../check/link";
import { readConventions, writeConventions } from "../practice/address";
import { BLANK, type Form } from "./form";

export const OPTIMISERS = ["sgd", "momentum", "adam"] as const;
const TEXTS = [
  "input",
  "head",
  "at",
  "unit",
  "otherInput",
  "replaced",
  "table",
  "columns",
] as const satisfies readonly (keyof Form)[];

/** The form as a link carries it: a ready-made network by its name, and nothing that is as usual. */
export function writeLink(form: Form): string {
  const query = new URLSearchParams();
  const put = (name: string, text: string, usual = "") => {
    if (text !== usual) query.set(name, text);
  };
  putCode(put, "net", "code", form.code);
  putCode(put, "beside", "other", form.other);
  for (const name of TEXTS) put(name, form[name]);
  put("frozen", form.frozen.join(","));
  put("optimiser", form.optimiser, BLANK.optimiser);
  put("conventions", writeConventions(form.conventions));
  put("dtype", form.dtype, BLANK.dtype);
  return query.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
}

function putCode(
  put: (name: string, text: string) => void,
  byName: string,
  whole: string,
  code: string,
) {
  const known = KNOWN_NETWORKS.find((one) => one.code === code);
  put(known ? byName : whole, known?.id ?? code);
}

/** The reverse; what it does not know is passed over. */
export function readLink(link: string): Form {
  const query = new URLSearchParams(link);
  const text = (name: string) => query.get(name) ?? "";
  const codeOf = (byName: string, whole: string) =>
    KNOWN_NETWORKS.find(({ id }) => id === query.get(byName))?.code ?? text(whole);
  return {
    ...BLANK,
    ...Object.fromEntries(TEXTS.map((name) => [name, text(name)])),
    code: codeOf("net", "code"),
    other: codeOf("beside", "other"),
    frozen: text("frozen")
      .split(",")
      .filter((id) => id !== ""),
    optimiser: OPTIMISERS.find((one) => one === text("optimiser")) ?? BLANK.optimiser,
    conventions: readConventions(query.get("conventions")),
    dtype: DTYPES.find((one) => one === text("dtype")) ?? BLANK.dtype,
  };
}
