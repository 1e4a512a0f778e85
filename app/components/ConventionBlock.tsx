import type { Block } from "@/content";

export function ConventionBlock(_: { readonly block: Extract<Block, { kind: "convention" }> }) {
  return null;
}
