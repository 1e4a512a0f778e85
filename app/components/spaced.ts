/** A count as a person reads it. @example spaced(863263) // "863\u202F263" */
export function spaced(count: number): string {
  return String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, "\u202F");
}
