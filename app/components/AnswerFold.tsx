import type { Block } from "@/content";
import { Fold } from "./Fold";
import { ProseBlock } from "./ProseBlock";

/** The final answer, for those who want it without the steps. */
export function AnswerFold({ block }: { readonly block: Extract<Block, { kind: "answer" }> }) {
  return (
    <Fold title="The answer">
      <ProseBlock block={block} />
    </Fold>
  );
}
