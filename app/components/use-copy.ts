"use client";

import { type RefObject, useEffect } from "react";
import { toTsv } from "../scene/grid";
import type { TensorScene } from "../scene/types";

/** While a cell of the tensor has the focus, copying takes the whole tensor, ready for a spreadsheet. */
export function useCopy(figure: RefObject<HTMLElement | null>, tensor: TensorScene) {
  useEffect(() => {
    const copy = (event: ClipboardEvent) => {
      if (!figure.current?.contains(document.activeElement)) return;
      event.clipboardData?.setData("text/plain", toTsv(tensor));
      event.preventDefault();
    };
    document.addEventListener("copy", copy);
    return () => document.removeEventListener("copy", copy);
  }, [figure, tensor]);
}
