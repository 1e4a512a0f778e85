"use client";

import { useMemo } from "react";
import { DEFAULT_CONVENTIONS } from "@/lib/question";
import { useRemembered } from "../components/use-remembered";
import { type ConventionName, withChoice } from "./address";

/** The reader's own conventions, remembered in this browser, and how to choose another. */
export function useConventions() {
  const choices = {
    rounding: useRemembered("kernelwise.rounding", DEFAULT_CONVENTIONS.rounding),
    padding: useRemembered("kernelwise.padding", DEFAULT_CONVENTIONS.padding),
    operation: useRemembered("kernelwise.operation", DEFAULT_CONVENTIONS.operation),
    layout: useRemembered("kernelwise.layout", DEFAULT_CONVENTIONS.layout),
    macs: useRemembered("kernelwise.macs", DEFAULT_CONVENTIONS.macs),
    units: useRemembered("kernelwise.units", DEFAULT_CONVENTIONS.units),
  };
  const key = JSON.stringify(Object.entries(choices).map(([name, [value]]) => [name, value]));
  const conventions = useMemo(
    () =>
      (JSON.parse(key) as [string, string][]).reduce(
        (all, [name, value]) => withChoice(all, name, value),
        DEFAULT_CONVENTIONS,
      ),
    [key],
  );
  const choose = (name: ConventionName, value: string) => choices[name][1](value);
  return { conventions, choose };
}
