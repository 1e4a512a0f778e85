import type { Plan } from "./plan";

/** How a library says what every question needs. */
export interface Dialect {
  readonly imports: readonly string[];
  /** Where it wants the channels. */
  readonly order: "nchw" | "nhwc";
  /** A tensor from nested lists; `isWhole` for indices and classes, `isLearned` where its gradient is asked. */
  readonly array: (lists: string, isWhole: boolean, isLearned: boolean) => string;
  readonly empty: (shape: string) => string;
  readonly reshape: (name: string, shape: string) => string;
  readonly transpose: (name: string, axes: string) => string;
  readonly rotate: (weights: string) => string;
  readonly size: (name: string) => string;
  readonly shape: (name: string) => string;
  /** Lines that compute Y from X, K and the other inputs; `indices` where these are asked. */
  readonly forward: (plan: Plan, names: Names, asks: Asks) => readonly string[];
  /** Lines that leave the gradient of an input, shaped like it, in `gradient`. */
  readonly backward: (plan: Plan, names: Names, of: string) => readonly string[];
  /** What goes around the forward pass, where gradients are recorded. */
  readonly recording?: (lines: readonly string[], of: string) => readonly string[];
  readonly close: (value: string, key: string) => string;
}

/** What the tensors are called once they have the library's rank and order. */
export interface Names {
  readonly x: string;
  readonly w: string;
  readonly b?: string;
  readonly gamma?: string;
  readonly beta?: string;
}

export interface Asks {
  readonly indices: boolean;
  readonly gradient: boolean;
}
