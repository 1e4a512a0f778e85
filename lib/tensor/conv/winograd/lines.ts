/**
 * Winograd's F(4, 3) along one line: four neighbouring outputs of a filter of three taps take 4·3 = 12 multiplications
 * when taken one by one, but 6 when both inputs and filter are first taken to six points:
 * y = Aᵀ[(G·w) ⊙ (Bᵀ·x)], where x has six values, w three and y four.
 *
 * The idea (Toom and Cook's, for which Winograd proved that fewer cannot do): a correlation is a product of
 * polynomials, read backwards; a product is known by its values at enough points, here 0, ±√½, ±√2 and ∞. G evaluates the filter
 * there, Aᵀ and Bᵀ are the transposes of evaluating and interpolating. The way back is by the transposes of the
 * three, since y is linear in x and in w.
 *
 * @see Lavin and Gray, Fast algorithms for convolutional neural networks (2016), arXiv:1509.09308, section 4.2
 */

/** The points ±NEAR and ±FAR; their product is 1, and their squares are ½ and 2. */
const NEAR = Math.SQRT1_2;
const FAR = Math.SQRT2;
const TWO_THIRDS = 2 / 3;
const THIRD = 1 / 3;
const SIXTH = 1 / 6;
const ZERO = 0;

/** Bᵀ: six inputs to six points. */
export function inputsToPoints(
  x: Float64Array,
  from: number,
  step: number,
  points: Float64Array,
  to: number,
  stepTo: number,
): void {
  const x0 = x[from]!;
  const x1 = x[from + step]!;
  const x2 = x[from + 2 * step]!;
  const x3 = x[from + 3 * step]!;
  const x4 = x[from + 4 * step]!;
  const x5 = x[from + 5 * step]!;
  const nearEven = x4 - 2 * x2;
  const nearOdd = NEAR * (x3 - 2 * x1);
  const farEven = x4 - 0.5 * x2;
  const farOdd = FAR * (x3 - 0.5 * x1);
  points[to] = x0 - 2.5 * x2 + x4;
  points[to + stepTo] = nearEven + nearOdd;
  points[to + 2 * stepTo] = nearEven - nearOdd;
  points[to + 3 * stepTo] = farEven + farOdd;
  points[to + 4 * stepTo] = farEven - farOdd;
  points[to + 5 * stepTo] = x1 - 2.5 * x3 + x5;
}

/** B, which takes gradients back. */
export function pointsToInputs(
  points: Float64Array,
  from: number,
  step: number,
  x: Float64Array,
  to: number,
  stepTo: number,
): void {
  const p0 = points[from]!;
  const p1 = points[from + step]!;
  const p2 = points[from + 2 * step]!;
  const p3 = points[from + 3 * step]!;
  const p4 = points[from + 4 * step]!;
  const p5 = points[from + 5 * step]!;
  const nearEven = p1 + p2;
  const nearOdd = NEAR * (p1 - p2);
  const farEven = p3 + p4;
  const farOdd = FAR * (p3 - p4);
  x[to] = p0;
  x[to + stepTo] = p5 - 2 * nearOdd - 0.5 * farOdd;
  x[to + 2 * stepTo] = -2.5 * p0 - 2 * nearEven - 0.5 * farEven;
  x[to + 3 * stepTo] = nearOdd + farOdd - 2.5 * p5;
  x[to + 4 * stepTo] = p0 + nearEven + farEven;
  x[to + 5 * stepTo] = p5;
}

/** G: three taps to six points. */
export function tapsToPoints(
  w: Float64Array,
  from: number,
  step: number,
  points: Float64Array,
  to: number,
  stepTo: number,
): void {
  const w0 = w[from]!;
  const w1 = w[from + step]!;
  const w2 = w[from + 2 * step]!;
  const nearEven = -TWO_THIRDS * w0 - THIRD * w2;
  const nearOdd = TWO_THIRDS * NEAR * w1;
  const farEven = SIXTH * w0 + THIRD * w2;
  const farOdd = SIXTH * FAR * w1;
  points[to] = w0;
  points[to + stepTo] = nearEven - nearOdd;
  points[to + 2 * stepTo] = nearEven + nearOdd;
  points[to + 3 * stepTo] = farEven + farOdd;
  points[to + 4 * stepTo] = farEven - farOdd;
  points[to + 5 * stepTo] = w2;
}

/** Gᵀ. */
export function pointsToTaps(
  points: Float64Array,
  from: number,
  step: number,
  w: Float64Array,
  to: number,
  stepTo: number,
): void {
  const p0 = points[from]!;
  const p1 = points[from + step]!;
  const p2 = points[from + 2 * step]!;
  const p3 = points[from + 3 * step]!;
  const p4 = points[from + 4 * step]!;
  const p5 = points[from + 5 * step]!;
  const near = p1 + p2;
  const far = p3 + p4;
  w[to] = p0 - TWO_THIRDS * near + SIXTH * far;
  w[to + stepTo] = TWO_THIRDS * NEAR * (p2 - p1) + SIXTH * FAR * (p3 - p4);
  w[to + 2 * stepTo] = THIRD * (far - near) + p5;
}

/**
 * Aᵀ: six points to four outputs, to each of which `bias` is added. Returns zero times their sum, which is zero unless
 * one of them is infinite or NaN, or their sum is.
 */
export function pointsToOutputs(
  points: Float64Array,
  from: number,
  step: number,
  y: Float64Array,
  to: number,
  stepTo: number,
  bias: number,
): number {
  const p1 = points[from + step]!;
  const p2 = points[from + 2 * step]!;
  const p3 = points[from + 3 * step]!;
  const p4 = points[from + 4 * step]!;
  const nearEven = p1 + p2;
  const nearOdd = NEAR * (p1 - p2);
  const farEven = p3 + p4;
  const farOdd = FAR * (p3 - p4);
  const y0 = points[from]! + nearEven + farEven + bias;
  const y1 = nearOdd + farOdd + bias;
  const y2 = 0.5 * nearEven + 2 * farEven + bias;
  const y3 = 0.5 * nearOdd + 2 * farOdd + points[from + 5 * step]! + bias;
  y[to] = y0;
  y[to + stepTo] = y1;
  y[to + 2 * stepTo] = y2;
  y[to + 3 * stepTo] = y3;
  return ZERO * (y0 + y1 + (y2 + y3));
}

/** A. */
export function outputsToPoints(
  y: Float64Array,
  from: number,
  step: number,
  points: Float64Array,
  to: number,
  stepTo: number,
): void {
  const y0 = y[from]!;
  const y1 = y[from + step]!;
  const y2 = y[from + 2 * step]!;
  const y3 = y[from + 3 * step]!;
  const nearEven = y0 + 0.5 * y2;
  const nearOdd = NEAR * (y1 + 0.5 * y3);
  const farEven = y0 + 2 * y2;
  const farOdd = FAR * (y1 + 2 * y3);
  points[to] = y0;
  points[to + stepTo] = nearEven + nearOdd;
  points[to + 2 * stepTo] = nearEven - nearOdd;
  points[to + 3 * stepTo] = farEven + farOdd;
  points[to + 4 * stepTo] = farEven - farOdd;
  points[to + 5 * stepTo] = y3;
}
