"use client";

import { useMemo } from "react";
import { useRemembered } from "../components/use-remembered";
import { type ConventionName, PYTORCH, withChoice } from "./conventions";

/** The reader's own conventions, remembered in this browser, and how to choose another. */
export function useConventions() {
  const choices = {
    rounding: useRemembered("kernelwise.rounding", PYTORCH.rounding),
    padding: useRemembered("kernelwise.padding", PYTORCH.padding),
    operation: useRemembered("kernelwise.operation", PYTORCH.operation),
    layout: useRemembered("kernelwise.layout", PYTORCH.layout),
    macs: useRemembered("kernelwise.macs", PYTORCH.macs),
    units: useRemembered("kernelwise.units", PYTORCH.units),
  };
  const key = JSON.stringify(Object.entries(choices).map(([name, [value]]) => [name, value]));
  const conventions = useMemo(
    () =>
      (JSON.parse(key) as [string, string][]).reduce(
        (all, [name, value]) => withChoice(all, name, value),
        PYTORCH,
      ),
    [key],
  );
  const choose = (name: ConventionName, value: string) => choices[name][1](value);
  return { conventions, choose };
}
