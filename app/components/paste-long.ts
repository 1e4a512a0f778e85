import type { ClipboardEvent } from "react";

/** Beyond so many characters a field takes far longer over its own paste than over a new value. */
const MANY = 1000;

/**
 * A long paste taken over as the field's new value, since laying it in by hand would hold the page up; a short one is
 * left to the field itself.
 */
export function pasteLong(
  event: ClipboardEvent<HTMLTextAreaElement>,
  onText: (text: string) => void,
): void {
  const pasted = event.clipboardData.getData("text/plain").replaceAll(/\r\n?/g, "\n");
  if (pasted.length <= MANY) return;
  event.preventDefault();
  const field = event.currentTarget;
  const { value, selectionStart, selectionEnd } = field;
  onText(value.slice(0, selectionStart) + pasted + value.slice(selectionEnd));
  const end = selectionStart + pasted.length;
  requestAnimationFrame(() => field.setSelectionRange(end, end));
}
