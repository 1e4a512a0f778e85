import type { Axis } from "@/lib/lab";
import { written } from "./written";

/** Maps values of an axis to places from 0 to 1, and says where its ticks stand. */
export interface Scale {
  readonly place: (value: number) => number;
  readonly ticks: readonly number[];
  readonly write: (tick: number) => string;
}

const WANTED = 5;

/** An axis wide enough for the values: from 0 or the least on a linear one, by whole powers of ten on a logarithmic one. */
export function scaleOf({ scale }: Axis, values: readonly number[]): Scale {
  return scale === "log" ? logarithmic(values) : linear(values);
}

function linear(values: readonly number[]): Scale {
  const [least, most] = [Math.min(0, ...values), Math.max(...values)];
  const step = roundStep((most - least) / WANTED || 1);
  const [from, to] = [Math.floor(least / step), Math.ceil(most / step)];
  const ticks = Array.from({ length: to - from + 1 }, (_, index) => tidy((from + index) * step));
  const [first, span] = [from * step, Math.max(step, (to - from) * step)];
  return { ticks, place: (value) => (value - first) / span, write: written };
}

function logarithmic(values: readonly number[]): Scale {
  const powers = values.filter((value) => value > 0).map(Math.log10);
  const [from, to] = [Math.floor(Math.min(...powers)), Math.ceil(Math.max(...powers))];
  const every = Math.max(1, Math.ceil((to - from) / (WANTED + 1)));
  const count = Math.floor((to - from) / every) + 1;
  const ticks = Array.from({ length: count }, (_, index) => tidy(10 ** (from + index * every)));
  const write = to > LARGEST_POWER ? asPower : written;
  return { ticks, write, place: (value) => (Math.log10(value) - from) / Math.max(1, to - from) };
}

/** Beyond this power of ten the ticks are written as powers, since their zeros would run into each other. */
const LARGEST_POWER = 4;

/** @example asPower(1e6) // "10⁶" */
function asPower(tick: number): string {
  const digits = String(Math.round(Math.log10(tick)));
  return `10${Array.from(digits, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)] ?? "⁻").join("")}`;
}

/** 1, 2 or 5 times a power of ten, at least as large as asked. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return power * ([1, 2, 5, 10].find((factor) => factor * power >= least * 0.999) ?? 10);
}

/** Without the last digits that binary fractions add. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
