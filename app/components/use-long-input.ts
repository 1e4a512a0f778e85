"use client";

import {
  type ClipboardEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from "react";
import { flushSync } from "react-dom";
import { refusePaste } from "./refused-paste";

/** Beyond so many characters a field takes far longer to lay them in than over a new value. */
const MANY = 1000;

/** The most characters that a field takes at once, which is as many as are read of a tensor. */
const MOST = 1_000_000;

/** What one paste or one button put in another's place. */
interface Exchange {
  readonly before: string;
  readonly after: string;
}

export interface LongInputProps {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly value: string;
  readonly onText: (text: string) => void;
  /** Whether the field shows only how its text begins, so that what is pasted stands in place of it all. */
  readonly isHeld?: boolean;
}

export interface LongInput {
  /** The last exchange, while nothing was typed after it. */
  readonly exchanged: Exchange | null;
  /** Puts another text in the place of all, which can be undone. */
  readonly exchange: (text: string) => void;
  readonly onPaste: (event: ClipboardEvent<HTMLTextAreaElement>) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
}

/**
 * A long text that is pasted, dropped or dictated is taken over as the field's new value, in a task of its own, since
 * laying it in by hand would hold the page up; a short one is left to the field itself, and one beyond all bounds is
 * refused. The browser knows nothing of it, so undoing is done here too.
 */
export function useLongInput({ field, value, onText, isHeld = false }: LongInputProps): LongInput {
  const [last, setLast] = useState<Exchange | null>(null);
  const exchanged = last?.after === value ? last : null;

  function exchange(text: string) {
    setLast({ before: value, after: text });
    onText(text);
  }

  function take(inserted: string) {
    const text = inserted.includes("\r") ? inserted.replaceAll(/\r\n?/g, "\n") : inserted;
    const node = field.current;
    if (isRefused(text) || !node) return;
    const { selectionStart, selectionEnd } = node;
    const [from, to] = isHeld ? [0, value.length] : [selectionStart, selectionEnd];
    // At once, so that a key pressed next meets the new text.
    flushSync(() => exchange(value.slice(0, from) + text + value.slice(to)));
    node.setSelectionRange(from + text.length, from + text.length);
  }

  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });

  useEffect(() => {
    const node = field.current;
    const listen = (event: InputEvent) => {
      if ((event.data?.length ?? 0) > MANY) takeLater(event, event.data ?? "", latest);
    };
    node?.addEventListener("beforeinput", listen);
    return () => node?.removeEventListener("beforeinput", listen);
  }, [field]);

  function onPaste(event: ClipboardEvent<HTMLTextAreaElement>) {
    const pasted = event.clipboardData.getData("text/plain");
    if (pasted.length > (isHeld ? 0 : MANY)) takeLater(event, pasted, latest);
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    const wish = wishOf(event);
    const text = wish === "undo" ? exchanged?.before : wish === "redo" ? redone(last, value) : null;
    if (text === undefined || text === null) return;
    event.preventDefault();
    onText(text);
  }

  return { exchanged, exchange, onPaste, onKeyDown };
}

/** Whether a paste is beyond all bounds, which is then said. */
export function isRefused({ length }: string): boolean {
  const isTooLong = length > MOST;
  refusePaste(isTooLong ? { characters: length, most: MOST } : null);
  return isTooLong;
}

/** Reading the clipboard is one task, and what is done with the text another. */
function takeLater(
  event: Pick<Event, "preventDefault">,
  text: string,
  take: RefObject<(text: string) => void>,
) {
  event.preventDefault();
  setTimeout(() => take.current(text));
}

function redone(last: Exchange | null, value: string): string | undefined {
  return last?.before === value ? last.after : undefined;
}

function wishOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent) {
  if (!(ctrlKey || metaKey) || altKey) return null;
  if (key.toLowerCase() === "z") return shiftKey ? "redo" : "undo";
  return key.toLowerCase() === "y" ? "redo" : null;
}
