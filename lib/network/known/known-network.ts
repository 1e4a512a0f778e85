/** A network that everyone knows, as code to read, to change and to measure. */
export interface KnownNetwork {
  readonly id: string;
  readonly title: string;
  /** Where it was published, or whose code it is. */
  readonly source: string;
  /** N×C×H×W. */
  readonly input: readonly number[];
  /** PyTorch code, or the list of layers as JSON where PyTorch has no word for it. */
  readonly code: string;
}
