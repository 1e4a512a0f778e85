import type { Block } from "@/content";

export function OwnNumbersBlock(_: { readonly block: Extract<Block, { kind: "own" }> }) {
  return null;
}
