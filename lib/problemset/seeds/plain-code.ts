/**
 * A sheet's code as Crockford reads his digits: in any case, without its dash, O as 0, I and L as 1.
 *
 * @example plainCode("k7qf-2m9x") // "K7QF2M9X"
 */
export function plainCode(code: string): string {
  const letters = code.toUpperCase().replace(/[^0-9A-Z]/g, "");
  return letters.replaceAll("O", "0").replace(/[IL]/g, "1");
}
