"use client";

import { type ClipboardEvent, type KeyboardEvent, useRef } from "react";
import { neighbour, toTsv } from "../scene/grid";
import type { TensorScene } from "../scene/types";

/** Arrow keys walk from cell to cell (one tab stop a tensor); copying takes the tensor as TSV. */
export function useGridKeys(tensor: TensorScene) {
  const ref = useRef<HTMLElement>(null);

  function focus(at: readonly number[]) {
    const cells = [...(ref.current?.querySelectorAll<HTMLElement>("[data-at]") ?? [])];
    const target = cells.find((cell) => cell.dataset["at"] === at.join());
    if (!target) return;
    for (const cell of cells) cell.tabIndex = cell === target ? 0 : -1;
    target.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    const from = event.target instanceof HTMLElement ? event.target.dataset["at"] : undefined;
    if (from === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = neighbour(tensor, from, event.key);
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (to) focus(to);
  }

  function onCopy(event: ClipboardEvent) {
    const selected = window.getSelection()?.toString() ?? "";
    event.clipboardData.setData("text/plain", selected.replaceAll("−", "-") || toTsv(tensor));
    event.preventDefault();
  }

  return { ref, onKeyDown, onCopy };
}
