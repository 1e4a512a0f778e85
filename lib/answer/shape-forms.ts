import { sameShape } from "@/lib/question";
import type { ShapeForm } from "./asked";

/**
 * The ways in which a shape may be written: as it is; without leading axes of size 1 or with them, up to four; an image
 * also with its channels last.
 *
 * @example shapeForms([1, 10, 32, 32], "image", false) // 1×10×32×32, 10×32×32, 1×32×32×10, 32×32×10
 */
export function shapeForms(
  sizes: readonly number[],
  form: ShapeForm,
  isLayoutFixed: boolean,
): (readonly number[])[] {
  const ranks = withAndWithoutOnes(sizes);
  const moves = form === "image" && !isLayoutFixed && sizes.length >= 2;
  const last = moves ? ranks.flatMap(channelsLast) : [];
  return [...ranks, ...last].filter(
    (one, index, all) => all.findIndex((other) => sameShape(one, other)) === index,
  );
}

function withAndWithoutOnes(sizes: readonly number[]): (readonly number[])[] {
  const forms: (readonly number[])[] = [sizes];
  for (let shorter = sizes; shorter.length > 1 && shorter[0] === 1;) {
    shorter = shorter.slice(1);
    forms.push(shorter);
  }
  for (let longer = sizes; longer.length >= 2 && longer.length < 4;) {
    longer = [1, ...longer];
    forms.push(longer);
  }
  return forms;
}

/** C×H×W as H×W×C, N×C×H×W as N×H×W×C. */
function channelsLast(sizes: readonly number[]): (readonly number[])[] {
  const channels = sizes.length - 3;
  if (channels < 0) return [];
  return [[...sizes.slice(0, channels), ...sizes.slice(channels + 1), sizes[channels] ?? 1]];
}
