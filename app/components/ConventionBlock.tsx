import type { Block } from "@/content";
import { pictureScene } from "../scene/build-picture";
import { ConventionChoice } from "./ConventionChoice";

/** Which sign the reader's course writes, and the same numbers read either way. */
export function ConventionBlock({
  block,
}: {
  readonly block: Extract<Block, { kind: "convention" }>;
}) {
  const { question } = block;
  const convolution = {
    ...question,
    conventions: { ...question.conventions, operation: "convolution" },
  } as const;
  return (
    <ConventionChoice
      correlation={pictureScene({ question, arrangement: ["x", "⋆", "w", "=", "y"] })}
      convolution={pictureScene({ question: convolution, arrangement: ["x", "∗", "w", "=", "y"] })}
    />
  );
}
