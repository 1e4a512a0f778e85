/**
 * When a match is evidence. A mistake that gives every number of an answer, the right ones too, is named: there are
 * few mistakes, and a learner who makes one is likelier than chance. Everything weaker has to beat chance. If the
 * learner's numbers had nothing to do with the M predictions that are compared with them, one cell would still agree
 * with one prediction with some probability p, and the expected number of predictions that agree in e of n cells by
 * chance is at most M·P(Binomial(n, p) ≥ e). A mistake is named only where that is below `CHANCE`.
 *
 * p is the largest of three estimates: one in the number of values that lie in the range that the numbers span, one in
 * the number of values that their distances from the right numbers span, and how often the learner's numbers agree
 * with the predictions of *other* cells, which is what tensors of many equal values do.
 *
 * A count is a single number, so chance hits it more often. The numbers near it are taken to lie evenly on a logarithmic
 * scale, between a quarter and four times the key: a prediction v among them is hit with probability 1/(v·ln 16). A
 * single mistake as its name says first is told in any case. Of two such together those are told, the largest first,
 * that together would be hit in `CHANCE_OF_PLAIN_COUNTS` of all cases: if as many wrong counts come from nothing that
 * has a name as from two mistakes, at least twelve of thirteen pairs told are right. Of the less usual readings those
 * that would be hit in `CHANCE_OF_COUNTS` of all cases, and none where the plain ones crowd the count.
 */
export const CHANCE = 0.01;

/** The limit for two mistakes of which each is what its name says first: there are few of those. */
export const CHANCE_OF_PLAIN_PAIRS = 0.05;

/** How often a count that nothing explains may be hit by two mistakes of which each is what its name says first. */
export const CHANCE_OF_PLAIN_COUNTS = 0.08;

/** How often it may be hit by the less usual readings. */
export const CHANCE_OF_COUNTS = 0.02;

/** Where the mistakes that are told in any case are hit by chance this often, no unusual reading of a count is told. */
export const CROWDED = 0.05;

/** P(Binomial(trials, p) ≥ hits). @example tailOf(4, 0.5, 4) // 0.0625 */
export function tailOf(trials: number, p: number, hits: number): number {
  if (hits <= 0 || p >= 1) return 1;
  if (p <= 0) return 0;
  let [term, total] = [1, 0];
  for (let k = 0; k < hits; k++) term *= ((trials - k) / (k + 1)) * p;
  term *= (1 - p) ** (trials - hits);
  for (let k = hits; k <= trials && term > 0; k++) {
    total += term;
    term *= ((trials - k) / (k + 1)) * (p / (1 - p));
  }
  return Math.min(1, total);
}

/** One in the number of values, a step apart, between the least and the greatest of some numbers. */
export function oneInRange(values: readonly number[], step: number): number {
  const least = values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
  const most = values.reduce((high, value) => Math.max(high, value), Number.NEGATIVE_INFINITY);
  const count = (most - least) / step + 1;
  return Number.isFinite(count) && count >= 1 ? 1 / count : 1;
}

/** How far from the key, as a factor, a count is taken to lie that nothing explains. */
const REACH = 4;

/** How likely a count near the key is this prediction by chance: 1/(v·ln 16), and 0 for what is no such count. */
export function chanceOfCount(prediction: number, key: number): number {
  const near = prediction >= key / REACH && prediction <= key * REACH;
  if (!near || !Number.isInteger(prediction)) return 0;
  return Math.min(1, 1 / (prediction * Math.log(REACH ** 2)));
}
