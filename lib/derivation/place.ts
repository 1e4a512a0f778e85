import { proseNumber } from "@/lib/tex";

/** Names of the last axes, from the right. */
const IMAGE_AXES = ["column", "row", "channel", "image"] as const;
const FEATURE_AXES = ["feature", "sample"] as const;

/**
 * Where a cell of an image-like tensor stands, in words.
 *
 * @example placeWords([2, 0, 1]) // "channel 2, row 0, column 1"
 */
export function placeWords(at: readonly number[]): string {
  return named(at, IMAGE_AXES);
}

/** Where a cell of an N×features tensor stands. @example featureWords([0, 2]) // "sample 0, feature 2" */
export function featureWords(at: readonly number[]): string {
  return named(at, FEATURE_AXES);
}

/** The facts by which a caption says where a cell is. @example placeFacts([0, 1]).Place // "Row 0, column 1" */
export function placeFacts(words: string): { place: string; Place: string } {
  return { place: words, Place: words.charAt(0).toUpperCase() + words.slice(1) };
}

/** "one cell", "3 cells". @example countWords(1, "cell", "cells") // "1 cell" */
export function countWords(count: number, one: string, many: string): string {
  return `${proseNumber(count)} ${count === 1 ? one : many}`;
}

function named(at: readonly number[], axes: readonly string[]): string {
  const first = axes.length - at.length;
  if (first < 0) return `cell [${at.join(", ")}]`;
  if (at.length === 0) return "the one value";
  return at.map((index, axis) => `${axes[at.length - 1 - axis]} ${index}`).join(", ");
}
