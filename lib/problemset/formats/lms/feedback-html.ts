import type { Feedback, Item } from "../../document/document";
import type { FormatOptions } from "../format";
import { type Dialect, proseHtml } from "./html";

/** The feedback of an item where it is wanted; it is worked out only then. */
export function wantedFeedback(item: Item, { hasFeedback }: FormatOptions): readonly Feedback[] {
  return hasFeedback ? item.feedback : [];
}

/** What a mistake tells: its title, then its words. */
export function feedbackHtml({ title, words }: Feedback, dialect: Dialect): string {
  const prose = proseHtml(words, dialect);
  return `<p><strong>${dialect.words(title)}.</strong>${prose ? ` ${prose}` : ""}</p>`;
}

/** What each predicted wrong answer tells, for platforms that cannot tell it by the answer. */
export function mistakesHtml(feedback: readonly Feedback[], dialect: Dialect): string {
  const lines = feedback.map(
    (one) => `<li>${dialect.words(one.answerText)}${feedbackHtml(one, dialect)}</li>`,
  );
  return lines.length > 0 ? `<ul>${lines.join("")}</ul>` : "";
}
