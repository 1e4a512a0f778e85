/** A mistake in words for the one who made it: what was done, why it is wrong, what to do instead. */
export interface Remedy {
  /** What you did: "You turned the kernel around". */
  readonly title: string;
  /** Markdown with $…$. */
  readonly words: string;
  /** TeX of what was done beside what it should be, where a formula tells it best. */
  readonly formulas?: { readonly yours: string; readonly right: string };
  /** Other words where something else is asked, by how the ask begins ("grads", "params", "memory" …), by the operation ("max_pool2d", "params of linear"), under a convention ("convolution"), or by the rounding ("ceil"). */
  readonly where?: Readonly<Record<string, Omit<Remedy, "where">>>;
}
