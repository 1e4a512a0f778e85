/** A problem's question as its JSON has it; the oracles read nothing else. */
export interface Json {
  readonly op: string;
  readonly params?: Readonly<Record<string, never>> | Params;
  readonly inputs?: Readonly<Record<string, TensorJson>>;
  readonly dy?: TensorJson;
  readonly dtype?: string;
  readonly layers?: readonly LayerJson[];
  readonly conventions?: Readonly<Record<string, string>>;
  readonly unknown?: readonly string[];
  readonly every?: boolean;
  readonly same?: boolean;
  readonly given?: Readonly<Record<string, number>>;
  readonly output?: number;
  readonly question?: Json;
  readonly left?: readonly LayerJson[];
  readonly right?: readonly LayerJson[];
  readonly count?: string;
  readonly by?: string;
  readonly direction?: string;
  readonly factor?: number;
  readonly optimiser?: string;
  readonly lines?: readonly { readonly at: readonly number[]; readonly value: number }[];
}

export interface TensorJson {
  readonly shape: readonly number[];
  readonly data?: readonly number[];
}

export interface Params {
  readonly stride?: number;
  readonly padding?: number | string;
  readonly pad?: readonly number[];
  readonly dilation?: number;
  readonly groups?: number;
  readonly kernel?: number;
  readonly output_padding?: number;
  readonly output_size?: readonly number[];
  readonly ceil_mode?: boolean;
}

export interface LayerJson {
  readonly name: string;
  readonly out?: number;
  readonly kernel?: number;
  readonly stride?: number;
  readonly padding?: number;
  readonly dilation?: number;
  readonly groups?: number;
  readonly bias?: boolean;
}

/** N×C×H×W as nested arrays. */
export type Image = number[][][][];

/** A tensor's values as N×C×H×W; axes that are missing in front are 1. */
export function image({ shape, data = [] }: TensorJson): Image {
  const [n = 1, c = 1, h = 1, w = 1] = [...[1, 1, 1, 1].slice(shape.length), ...shape];
  let next = 0;
  return times(n, () => times(c, () => times(h, () => times(w, () => data[next++] ?? 0))));
}

export function times<Item>(count: number, make: (index: number) => Item): Item[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

export function product(sizes: readonly number[]): number {
  return sizes.reduce((all, size) => all * size, 1);
}

/** Every number of nested arrays in reading order. */
export function flat(nested: unknown): number[] {
  return Array.isArray(nested) ? nested.flatMap(flat) : [Number(nested)];
}

export function paramsOf({ params = {} }: Json): Params {
  return params;
}

export function input(question: Json, name: string): TensorJson {
  const found = question.inputs?.[name];
  if (!found) throw new Error(`The question of ${question.op} has no ${name}.`);
  return found;
}
