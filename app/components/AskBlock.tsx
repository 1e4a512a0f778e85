import type { Block } from "@/content";

export function AskBlock(_: { readonly block: Extract<Block, { kind: "ask" }> }) {
  return null;
}
