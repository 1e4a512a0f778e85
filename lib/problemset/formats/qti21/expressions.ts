import { expectedNumber } from "../lms/numbers";

/** True where one of these is. */
export function anyOf(tests: readonly string[]): string {
  return tests.length === 1 ? (tests[0] ?? "") : `<or>${tests.join("")}</or>`;
}

/** True where all of these are. */
export function allOf(tests: readonly string[]): string {
  return tests.length === 1 ? (tests[0] ?? "") : `<and>${tests.join("")}</and>`;
}

/** Whether a response is a number: exactly, where that is whole, else within its margin. */
export function equalXml(id: string, number: number): string {
  const { value, margin } = expectedNumber(number);
  const mode =
    margin === "0"
      ? 'toleranceMode="exact"'
      : `toleranceMode="absolute" tolerance="${margin} ${margin}"`;
  return `<equal ${mode}><variable identifier="${id}"/>${floatXml(value)}</equal>`;
}

/** A number as it stands in an expression. */
export function floatXml(value: string): string {
  return `<baseValue baseType="float">${value}</baseValue>`;
}
