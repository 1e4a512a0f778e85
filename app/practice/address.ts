import type { Conventions } from "@/lib/question";
import { CONVENTION_NAMES, PYTORCH, withChoice } from "./conventions";
import type { ProblemAddress } from "./types";

/** What a page shows that is opened without a link to one problem. */
const FIRST_SEED = "1";

/**
 * The problem that an address asks for; what it leaves out is the first problem under the reader's own conventions.
 *
 * @example addressFrom("conv-forward", "?v=1&seed=7&level=2", PYTORCH).level // 2
 */
export function addressFrom(type: string, search: string, own: Conventions): ProblemAddress {
  const query = new URLSearchParams(search);
  const [version, ask] = [query.get("v"), query.get("ask")];
  return {
    type,
    ...(version === null ? {} : { version: Number(version) }),
    seed: query.get("seed") ?? FIRST_SEED,
    level: Number(query.get("level") ?? 1),
    conventions: query.has("seed") ? readConventions(query.get("conventions")) : own,
    ...(ask === null ? {} : { ask }),
  };
}

/** The query that brings a problem back. @example searchOf(address) // "?v=1&seed=7&level=2" */
export function searchOf({ version, seed, level, conventions, ask }: ProblemAddress): string {
  const query = new URLSearchParams();
  if (version !== undefined) query.set("v", String(version));
  query.set("seed", seed);
  query.set("level", String(level));
  const chosen = writeConventions(conventions);
  if (chosen !== "") query.set("conventions", chosen);
  if (ask !== undefined) query.set("ask", ask);
  return `?${query.toString().replaceAll("%3A", ":").replaceAll("%2C", ",")}`;
}

/** Conventions other than PyTorch's, as a link writes them. @example "operation:convolution,units:iec" */
export function writeConventions(conventions: Conventions): string {
  return CONVENTION_NAMES.filter((name) => conventions[name] !== PYTORCH[name])
    .map((name) => `${name}:${conventions[name]}`)
    .join(",");
}

/** The reverse; what it does not know is passed over. */
export function readConventions(text: string | null): Conventions {
  return (text ?? "").split(",").reduce<Conventions>((conventions, part) => {
    const [name = "", value = ""] = part.split(":");
    return withChoice(conventions, name, value);
  }, PYTORCH);
}

/** A name for a problem, the same wherever it is met. */
export function keyOfAddress(address: ProblemAddress): string {
  return `${address.type}${searchOf(address)}`;
}
