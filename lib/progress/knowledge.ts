/** The four numbers of Bayesian knowledge tracing. */
export interface Parameters {
  /** P(L₀): the skill is there before the first problem. */
  readonly known: number;
  /** P(T): the skill is learned by one problem. */
  readonly learned: number;
  /** P(S): a wrong answer although the skill is there. */
  readonly slip: number;
  /** P(G): a right answer although it is not. */
  readonly guess: number;
}

/** What is taken for every skill. Right answers in a row lead to 0.40, 0.78, 0.95 and 0.99. */
export const PARAMETERS: Parameters = { known: 0.1, learned: 0.1, slip: 0.1, guess: 0.2 };

/** From here on a skill counts as mastered: Corbett and Anderson's criterion. */
export const MASTERED = 0.95;

/** Nobody is held surer than this, so that two wrong answers after a long run of right ones show. */
const SUREST = 0.99;

/** What an answer shows. */
export interface Evidence {
  readonly right: boolean;
  /** From 0, unaided, to 1, the whole working in view. */
  readonly help: number;
}

/**
 * The probability that a skill is there, after one more answer. Bayes' rule on the answer, then the
 * chance to have learned from it:
 *
 *     P(L | right) = P·(1 − S) / (P·(1 − S) + (1 − P)·G)
 *     P(L | wrong) = P·S / (P·S + (1 − P)·(1 − G))
 *     P′ = P(L | answer) + (1 − P(L | answer))·T
 *
 * Help raises G evenly to 1 − S, where an answer says nothing about the skill: help·(1 − S) +
 * (1 − help)·G. So answers with hints count less, right or wrong. P′ is at most 0.99.
 *
 * Source: A. Corbett, J. Anderson, "Knowledge tracing: modeling the acquisition of procedural
 * knowledge", User Modeling and User-Adapted Interaction 4 (1995), 253–278.
 *
 * @example trace(0.1, { right: true, help: 0 }) // 0.4
 */
export function trace(known: number, { right, help }: Evidence, given = PARAMETERS): number {
  const { learned, slip } = given;
  const guess = help * (1 - slip) + (1 - help) * given.guess;
  const [ifKnown, ifNot] = right ? [1 - slip, guess] : [slip, 1 - guess];
  const after = (known * ifKnown) / (known * ifKnown + (1 - known) * ifNot);
  return Math.min(SUREST, after + (1 - after) * learned);
}
