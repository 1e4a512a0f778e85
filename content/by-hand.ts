/** How a key was worked out. */
export const PROOF_WORDS = {
  twice: "Two algorithms give this answer.",
  once: "No second algorithm is known for this answer.",
} as const;

/** What is said of a question with numbers of one's own. */
export const HAND_WORDS = {
  layer:
    "These numbers are on every sheet. Change any of them: the answer is worked out and proved anew.",
  text: "This is on every sheet, as its file writes it. Change any of it: the answer is worked out and proved anew.",
  back: "“Each their own” above draws numbers again, and “by hand” brings these back.",
  ask: "Such as y, grads.w, shapes.y or params. Anything but what the type asks needs a wording of yours.",
} as const;

/** What is said of the conventions that are accepted too. */
export const ACCEPT_WORDS = {
  title: "Also counted right",
  none: "What an answer would be under another convention can be counted right as well.",
  add: "Accept another convention",
  usual: "as asked",
} as const;
