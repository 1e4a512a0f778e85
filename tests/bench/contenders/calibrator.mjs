/**
 * The most multiply–adds that scalar float64 code reaches in this engine and at this moment: six sums in registers,
 * five arrays that stay in the first cache. Made by a factory, since a bundle turns a module's constants into variables.
 */
export const name = "calibrator";

const LENGTH = 512;
const REPEATS = 64;

/** Floating-point operations a call, two a multiply–add. */
export const flops = 2 * 6 * LENGTH * REPEATS;

export const run = makeRun();

function makeRun() {
  const [a0, a1, a2, b0, b1] = [3, 5, 7, 11, 13].map(ramp);

  function sumsOver(length) {
    let sum00 = 0;
    let sum01 = 0;
    let sum10 = 0;
    let sum11 = 0;
    let sum20 = 0;
    let sum21 = 0;
    for (let k = 0; k < length; k++) {
      const x0 = a0[k];
      const x1 = a1[k];
      const x2 = a2[k];
      const y0 = b0[k];
      const y1 = b1[k];
      sum00 += x0 * y0;
      sum01 += x0 * y1;
      sum10 += x1 * y0;
      sum11 += x1 * y1;
      sum20 += x2 * y0;
      sum21 += x2 * y1;
    }
    return sum00 + sum01 + sum10 + sum11 + sum20 + sum21;
  }

  return () => {
    let sum = 0;
    for (let done = 0; done < REPEATS; done++) sum += sumsOver(LENGTH);
    return sum;
  };
}

function ramp(step) {
  return Float64Array.from({ length: LENGTH }, (_, index) => ((index * step) % 17) / 17 - 0.5);
}
