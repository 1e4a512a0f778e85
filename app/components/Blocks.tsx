import type { Block } from "@/content";
import { AnswerFold } from "./AnswerFold";
import { AskBlock } from "./AskBlock";
import { CodeBlock } from "./CodeBlock";
import { ConventionBlock } from "./ConventionBlock";
import { OwnNumbersBlock } from "./OwnNumbersBlock";
import { PictureBlock } from "./PictureBlock";
import { PlayerBlock } from "./PlayerBlock";
import { ProseBlock } from "./ProseBlock";
import { RefusalBlock } from "./RefusalBlock";

/** One block of a page. */
export function BlockView({ block, title }: { readonly block: Block; readonly title: string }) {
  switch (block.kind) {
    case "prose":
      return <ProseBlock block={block} />;
    case "player":
      return <PlayerBlock block={block} title={block.title ?? `${title}: step by step`} />;
    case "picture":
      return <PictureBlock block={block} />;
    case "ask":
      return <AskBlock block={block} />;
    case "code":
      return <CodeBlock block={block} />;
    case "own":
      return <OwnNumbersBlock block={block} />;
    case "answer":
      return <AnswerFold block={block} />;
    case "refusal":
      return <RefusalBlock block={block} />;
    case "convention":
      return <ConventionBlock block={block} />;
  }
}
