"use client";

import { type RefObject, useEffect, useRef } from "react";

/** Takes in what was typed before the page had come alive. */
export function useTypedEarly(
  form: RefObject<HTMLFormElement | null>,
  cells: readonly string[],
  take: (cells: readonly string[]) => void,
) {
  const latest = useRef({ cells, take });
  useEffect(() => {
    const fields = form.current?.querySelectorAll<HTMLInputElement>("[data-offset]") ?? [];
    const inPage = Array.from(fields, (field) => field.value);
    const isAhead = inPage.some(
      (text, offset) => text !== "" && latest.current.cells[offset] === "",
    );
    if (isAhead && inPage.length === latest.current.cells.length) latest.current.take(inPage);
  }, [form]);
}
