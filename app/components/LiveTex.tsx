"use client";

import { InlineMath } from "react-katex";

const SETTINGS = { output: "html", strict: "error", trust: false } as const;

/** Maths that changes while one looks at it; loaded when first needed. */
export default function LiveTex({ tex }: { readonly tex: string }) {
  return <InlineMath math={tex} settings={SETTINGS} />;
}
