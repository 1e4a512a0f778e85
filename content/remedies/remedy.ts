/** What is said of a mistake, in plain words without markup. */
export interface Remedy {
  /** What it is called, a few words. */
  readonly title: string;
  /** What was done. */
  readonly did: string;
  /** What is right. */
  readonly right: string;
  /** Where to look to see it. */
  readonly look: string;
}
