"use client";

import { InlineMath } from "react-katex";

/** Maths that changes while one looks at it; loaded when first needed. */
export default function LiveTex({ tex }: { readonly tex: string }) {
  return <InlineMath math={tex} />;
}
