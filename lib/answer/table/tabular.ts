/** Whether a text is a table in LaTeX: cells between & and lines that end in \\\\. */
export function isTabular(text: string): boolean {
  return (
    /\\begin\{(?:tabular|array|longtable)/.test(text) ||
    (/(?<!\\)&/.test(text) && text.includes("\\\\"))
  );
}

/**
 * The cells of a LaTeX table between tabs, its lines as lines, without what only dresses them.
 *
 * @example textOfTabular("conv1 & $6 \\times 28$ \\\\\\\\ \\hline") // "conv1\t6 × 28\n"
 */
export function textOfTabular(text: string): string {
  return text
    .replaceAll(/[\t\r\n]+/g, " ")
    .replaceAll(FRAME, " ")
    .replaceAll(/\\\\(?:\[[^\]]{0,20}\])?/g, "\n")
    .replaceAll(/(?<!\\)&/g, "\t")
    .replaceAll(/\\times\b/g, "×")
    .replaceAll(/\{,\}/g, ",")
    .replaceAll(/\\[,;: ]|~/g, " ")
    .replaceAll(/\\(?:text(?:bf|tt|rm|it|sf)?|mathrm|mathbf)\s*\{([^{}]*)\}/g, "$1")
    .replaceAll(/\\([_#%&])/g, "$1")
    .replaceAll(/\\[()]|\$/g, "");
}

/** What stands around the lines, and the rules between them. */
const FRAME =
  /\\(?:begin|end)\{\w+\*?\}(?:\[\w*\])?(?:\{(?:[^{}]|\{[^{}]*\})*\})?|\\(?:hline|toprule|midrule|bottomrule|centering)\b|\\cline\{[^{}]*\}|\\cmidrule(?:\([^)]{0,20}\))?\{[^{}]*\}/g;
