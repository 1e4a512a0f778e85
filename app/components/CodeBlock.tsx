import type { Block } from "@/content";

export function CodeBlock(_: { readonly block: Extract<Block, { kind: "code" }> }) {
  return null;
}
