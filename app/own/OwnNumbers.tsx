"use client";

import { NuqsAdapter } from "nuqs/adapters/next/app";
import { Suspense } from "react";
import type { OwnNumbersSpec } from "@/content";
import { OwnForm } from "./OwnForm";

/** "Try your own numbers", once it is opened; its state is the page's address. */
export default function OwnNumbers({ spec }: { readonly spec: OwnNumbersSpec }) {
  return (
    <Suspense>
      <NuqsAdapter>
        <OwnForm spec={spec} />
      </NuqsAdapter>
    </Suspense>
  );
}
