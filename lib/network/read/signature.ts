import { didYouMean } from "@/lib/question";
import type { Layer, LayerOptions } from "../network";
import { isOption, readOption } from "./options";
import {
  type Args,
  type Build,
  type Signature,
  type SignatureParameter,
  type Value,
  isKind,
  showValue,
} from "./values";

/**
 * A signature from its parameters in order: `name>key` gives a key of the layer, `!` is needed, a name that is no key
 * changes no size.
 *
 * @example signature("Linear", "in_features>in! out_features>out! bias device dtype").parameters.length // 5
 */
export function signature(layer: string, written: string, build?: Build): Signature {
  const parameters = written
    .split(/\s+/)
    .filter((word) => word !== "")
    .map((word): SignatureParameter => {
      const [name = "", key = name] = word.replace("!", "").split(">");
      return { name, ...(isOption(key) ? { key } : {}), isNeeded: word.endsWith("!") };
    });
  return { layer, parameters, ...(build ? { build } : {}) };
}

/** The arguments of a call by the names of the parameters, and what is wrong with them. */
export function bound(
  name: string,
  { parameters }: Signature,
  { positional, named }: Args,
): { readonly given: ReadonlyMap<string, Value>; readonly complaints: readonly string[] } {
  const known = parameters.map((one) => one.name);
  const given = new Map<string, Value>();
  const complaints: string[] = [];
  for (const [place, value] of positional.slice(0, known.length).entries()) {
    given.set(known[place] ?? "", value);
  }
  if (positional.length > known.length) {
    complaints.push(
      `${name} takes ${known.length} arguments at most; ${positional.length} are given.`,
    );
  }
  for (const [key, value] of named) {
    if (given.has(key)) complaints.push(`${key} is given twice.`);
    else if (known.includes(key)) given.set(key, value);
    else complaints.push(`${name} has no argument ${key}. ${didYouMean(key, known)}`);
  }
  const missing = parameters.filter((one) => one.isNeeded && !given.has(one.name));
  if (missing.length > 0) {
    complaints.push(`${name} needs ${missing.map((one) => one.name).join(" and ")} as well.`);
  }
  return { given, complaints };
}

/** The layer that arguments make, and what of them cannot be read. */
export function layerFrom(
  { layer, parameters }: Signature,
  given: ReadonlyMap<string, Value>,
): { readonly layer: Layer; readonly complaints: readonly string[] } {
  const options: LayerOptions = {};
  const complaints: string[] = [];
  for (const { name, key } of parameters) {
    const value = given.get(name);
    if (key === undefined || !isOption(key) || value === undefined) continue;
    const read = readOption(key, value);
    if ("wants" in read) {
      const why = isKind(value, "named") ? ", which has no value in this code" : "";
      complaints.push(`${name} is ${showValue(value)}${why}; it must be ${read.wants}.`);
    } else Object.assign(options, read);
  }
  return { layer: { name: layer, ...options }, complaints };
}
