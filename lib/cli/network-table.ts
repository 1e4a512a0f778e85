import type { NetworkReport, PerAxis, ReportRow } from "@/lib/network";
import type { ReadNote, ReadProblem } from "@/lib/network/read";

/** What `network` answers. */
export interface NetworkAnswer extends Pick<NetworkReport, "input" | "totals"> {
  readonly framework?: string;
  readonly layers: readonly (Omit<ReportRow, "from"> & { readonly from?: readonly number[] })[];
  readonly problems?: readonly ReadProblem[];
  /** Layers that are made and not used, and what else is no fault. */
  readonly notes?: readonly ReadNote[];
}

const HEAD = ["", "layer", "id", "output", "params", "MACs", "activation", "field", "jump"];

/** The table as text, with what is wrong below it. */
export function networkTableText(
  answer: NetworkAnswer | { readonly error: { readonly code: string; readonly message: string } },
): string {
  if ("error" in answer) return `${answer.error.code}: ${answer.error.message}`;
  const { layers, totals, problems = [], notes = [] } = answer;
  const rows = layers.map((row, index) => [
    String(index + 1),
    row.name,
    row.id,
    row.shape?.join("×") ?? "–",
    counted(row.params),
    counted(row.macs),
    counted(row.activation?.values),
    perAxis(row.receptive_field),
    perAxis(row.jump),
  ]);
  const sums = [totals.params, totals.macs, totals.activation.values].map(counted);
  const total = ["", "total", "", "", ...sums, "", ""];
  const told = [
    ...layers.flatMap(({ error }) => (error ? [`${error.code}: ${error.message}`] : [])),
    ...problems.map(({ code, line, message }) => `${code}: Line ${line}: ${message}`),
    ...notes.map(({ line, message }) => `Note: Line ${line}: ${message}`),
  ];
  return [...columns([HEAD, ...rows, total]), ...(told.length > 0 ? ["", ...told] : [])].join("\n");
}

/** Words to the left, numbers to the right. */
function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = HEAD.map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column >= 1 && column <= 3 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join("  ")
      .trimEnd(),
  );
}

/** Digits in threes. @example counted(61100840) // "61 100 840" */
function counted(count: number | null | undefined): string {
  return count === null || count === undefined
    ? "–"
    : String(count).replace(/\B(?=(?:\d{3})+$)/g, " ");
}

function perAxis(value: PerAxis): string {
  if (value === null) return "–";
  return typeof value === "number" ? String(value) : value.join("×");
}
