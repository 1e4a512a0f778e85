import type { CodeSpec } from "@/content";
import { CodeTabs } from "./CodeTabs";

export interface CodeBlockProps {
  readonly block: CodeSpec;
  /** The working as LaTeX, made from the page's steps. */
  readonly latex?: string | undefined;
}

/** The same computation as code that asserts its answer, and as LaTeX to paste. */
export function CodeBlock({ block, latex }: CodeBlockProps) {
  const codes = [
    { name: "PyTorch", text: block.pytorch.trim() },
    { name: "NumPy", text: block.numpy.trim() },
    ...(latex ? [{ name: "LaTeX", text: latex }] : []),
  ];
  return <CodeTabs codes={codes} />;
}
