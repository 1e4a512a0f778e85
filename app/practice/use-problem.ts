"use client";

import { useEffect, useState } from "react";
import { keyOfAddress } from "./address";
import type * as Engine from "./engine";
import type { ProblemAddress, ProblemScene } from "./types";

export type LoadedEngine = typeof Engine;

/** What draws, marks and explains problems: loaded after the page is there to read. */
export function useEngine(): LoadedEngine | null {
  const [engine, setEngine] = useState<LoadedEngine | null>(null);
  useEffect(() => {
    const load = () => void import("./engine").then((loaded) => setEngine(() => loaded));
    if (document.readyState === "complete") return load();
    const afterwards = () => setTimeout(load);
    window.addEventListener("load", afterwards);
    return () => window.removeEventListener("load", afterwards);
  }, []);
  return engine;
}

export type ShownProblem =
  | { readonly state: "ready"; readonly scene: ProblemScene }
  /** Its link has been read, but what draws it is still under way. */
  | { readonly state: "loading"; readonly scene: ProblemScene }
  | { readonly state: "refused"; readonly refusal: string };

/** The problem of an address; the page's first one is there before anything is loaded. */
export function useProblem(
  address: ProblemAddress,
  first: ProblemScene,
  engine: LoadedEngine | null,
): ShownProblem {
  const key = keyOfAddress(address);
  const [drawn, setDrawn] = useState<ReturnType<LoadedEngine["problemScene"]>>(first);
  if (drawn.key !== key && key === first.key) setDrawn(first);
  else if (drawn.key !== key && engine) setDrawn(engine.problemScene(address));
  if ("refusal" in drawn) return { state: "refused", refusal: drawn.refusal };
  return { state: drawn.key === key ? "ready" : "loading", scene: drawn };
}
