import type { ClipboardEvent } from "react";
import { refusePaste } from "./refused-paste";

/** Beyond so many characters a field takes far longer over its own paste than over a new value. */
const MANY = 1000;

/** The most characters that a field takes at once, which is as many as are read of a tensor. */
const MOST = 1_000_000;

/**
 * A long paste taken over as the field's new value, since laying it in by hand would hold the page up; a short one is
 * left to the field itself, and one beyond all bounds is refused.
 */
export function pasteLong(
  event: ClipboardEvent<HTMLTextAreaElement>,
  onText: (text: string) => void,
): void {
  const pasted = event.clipboardData.getData("text/plain").replaceAll(/\r\n?/g, "\n");
  if (pasted.length <= MANY) return;
  event.preventDefault();
  if (pasted.length > MOST) return refusePaste({ characters: pasted.length, most: MOST });
  refusePaste(null);
  const field = event.currentTarget;
  const { value, selectionStart, selectionEnd } = field;
  onText(value.slice(0, selectionStart) + pasted + value.slice(selectionEnd));
  const end = selectionStart + pasted.length;
  requestAnimationFrame(() => field.setSelectionRange(end, end));
}
