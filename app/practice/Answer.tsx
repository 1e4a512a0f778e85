"use client";

import { AnswerLine, AnswerSpot, AnswerUnknowns } from "./AnswerFields";
import { AnswerGrid, type AnswerGridProps } from "./AnswerGrid";
import type { AnswerSpec } from "./types";

export type AnswerProps = Omit<AnswerGridProps, "spec"> & { readonly spec: AnswerSpec };

/** Where the answer goes: a tensor's cells, a line, a field for each unknown, or a choice. */
export function Answer({ spec, ...props }: AnswerProps) {
  switch (spec.kind) {
    case "grid":
      return <AnswerGrid spec={spec} {...props} />;
    case "line":
      return <AnswerLine spec={spec} {...props} />;
    case "unknowns":
      return <AnswerUnknowns spec={spec} {...props} />;
    case "spot":
      return <AnswerSpot spec={spec} {...props} />;
  }
}
