import type { QuizKind, Rating } from "@/lib/progress";

/** What the pages of the cards say at their heads. */
export const CARDS_HEAD = {
  title: "Cards",
  lead: "The deck of 83 cards, corrected: each is asked again shortly before you would forget it. What you know is kept in this browser alone.",
  review: "Review",
  quiz: "Quiz me",
  exam: "My exam",
} as const;

/** The four ratings on their keys, and what each means. */
export const RATING_WORDS: Readonly<
  Record<Rating, { readonly label: string; readonly means: string }>
> = {
  again: { label: "Again", means: "I did not know it" },
  hard: { label: "Hard", means: "I knew it, with effort" },
  good: { label: "Good", means: "I knew it" },
  easy: { label: "Easy", means: "It came at once" },
};

/** How cards are asked, as the menu of the review names it. */
export const ASK_WORDS = {
  mixed: "each way in turn",
  recall: "from memory",
  choice: "with choices",
  computed: "with numbers",
} as const;

/** What is said of a card that keeps failing. */
export const FAILING_WORDS =
  "This card keeps slipping away: four of its last eight answers failed. Reading it once more will hardly help; work it through once instead.";

/** Under the keys of a review, for fingers and for keyboards. */
export const HOW_TO_REVIEW = {
  touch: "Swipe left for again, right for good.",
  keys: {
    recall: "Space shows the answer, 1 to 4 rate it, u takes back the last rating.",
    choice: "A to D choose, 1 to 4 rate, Enter takes the rating that is marked.",
    computed: "1 to 4 rate it, Enter takes the rating that is marked, u takes back the last one.",
  },
} as const;

/** What mastery of a topic is. */
export const MASTERY_WORDS =
  "How likely you would recall a card of the topic right now, on average; a card that you have not met counts as nothing.";

/** What the daily limits are for. */
export const LIMIT_WORDS =
  "A new card comes back several times in its first days, so a few a day keep the reviews bearable. Before an exam the limits are lifted.";

/** What a quiz is like, before it begins. */
export const QUIZ_WORDS: Readonly<
  Record<QuizKind, { readonly title: string; readonly lead: string }>
> = {
  mock: {
    title: "A mock quiz",
    lead: "Twenty questions over the whole deck. What you have not met and what you are about to forget comes up most. There are choices and computations. The first answer counts; what to do next is said at the end.",
  },
  standing: {
    title: "Where you stand",
    lead: "Five questions from five topics. Those that go wrong come first in your plan.",
  },
};

/** What is said of a quiz by the share that was right, from the best down. */
export const SCORE_WORDS: readonly { readonly from: number; readonly says: string }[] = [
  { from: 0.9, says: "You are ready. What is left is to keep it warm." },
  { from: 0.7, says: "Most of it is there. The list below is what is missing." },
  { from: 0.4, says: "A good part is there. Go through the list below, then take another quiz." },
  { from: 0, says: "Now you know where to begin: with the first card of the list below." },
];

/** What the page of the exam says. */
export const EXAM_WORDS = {
  title: "My exam is on …",
  lead: "Say when, answer five questions to see where you stand, and get a plan for the time that is left. Until then the daily limits are lifted, and no card is put off beyond the exam.",
  adjusts:
    "The plan is worked out anew whenever you learn: what you leave undone moves on to the time that remains.",
  free: "Untick a day to keep it free.",
  estimate: "Two minutes for a new card, half a minute for one that comes back.",
} as const;

/** Where the cards cannot be fetched. */
export const NO_DECK_WORDS =
  "The cards could not be loaded. Once the network is back, load the page again; what you have learned is safe.";

/** The deck as files. */
export const FILES_WORDS = {
  lead: "The whole deck, corrected. The Anki package can be imported again later: its cards are updated, and what Anki knows of your reviews stays.",
  apkg: "Anki package",
  csv: "Table (CSV)",
} as const;
