import { COLUMN_WORDS, TABLE_WORDS } from "@/content/network";
import { remedyFor } from "@/content/remedies";
import { COLUMNS, type CellMark, type TableCheck, checkTable } from "@/lib/answer/table";
import type { NetworkReport } from "@/lib/network";
import { renderInline } from "../../prose/render";
import type { Form } from "../form";
import type { Checked, Scene } from "./types";

/** The reader's own table, marked. */
export function checkedOf(
  report: NetworkReport,
  { table, columns }: Form,
): Pick<Scene, "checked" | "tableProblem"> {
  if (table.trim() === "") return { checked: null };
  const chosen = columns
    .split(",")
    .flatMap((name) => COLUMNS.find((column) => column === name) ?? []);
  const reading = checkTable(report, table, chosen.length > 0 ? chosen : undefined);
  if (reading.kind === "unreadable") return { checked: null, tableProblem: reading.message };
  return { checked: shown(report, reading.value) };
}

function shown(report: NetworkReport, check: TableCheck): Checked {
  const { columns, rows, heads } = check;
  const titles = rows.map(({ place }) => titleOf(report, place));
  return {
    says: saysOf(rows.flatMap(({ cells }) => cells)),
    heads: columns.map((column, at) => ({ title: heads?.[at] ?? COLUMN_WORDS[column], column })),
    rows: rows.map(({ cells }, index) => ({
      title: titles[index] ?? "",
      cells: cells.map(({ text, verdict }) => ({ text, verdict })),
    })),
    told: rows.flatMap(({ cells }, index) =>
      cells.flatMap((cell, at) =>
        toldOf(
          cell,
          `${titles[index] ?? ""}, ${COLUMN_WORDS[columns[at] ?? "other"]}: ${cell.text}`,
        ),
      ),
    ),
  };
}

function titleOf(report: NetworkReport, place: number | "total" | null): string {
  if (place === "total") return TABLE_WORDS.total;
  return place === null ? TABLE_WORDS.unknown : (report.layers[place]?.id ?? "");
}

function saysOf(cells: readonly CellMark[]): string {
  const count = (verdict: CellMark["verdict"]) =>
    cells.filter((cell) => cell.verdict === verdict).length;
  const marked = cells.filter(({ verdict }) => verdict !== "unmarked" && verdict !== "invalid");
  return TABLE_WORDS.says(count("correct"), marked.length, count("follows"), count("invalid"));
}

function toldOf(cell: CellMark, where: string): Checked["told"] {
  const { verdict, diagnosis, ask = "", convention, message } = cell;
  if (verdict === "invalid") {
    return [{ where, title: TABLE_WORDS.unreadable, words: renderInline(message ?? "") }];
  }
  if (verdict === "follows") {
    return [{ where, title: TABLE_WORDS.follows, words: renderInline(TABLE_WORDS.followsWhy) }];
  }
  if (verdict !== "incorrect") return [];
  if (convention !== undefined) {
    const words = renderInline(TABLE_WORDS.convention(convention));
    return [{ where, title: TABLE_WORDS.otherConvention, words }];
  }
  const [first] = diagnosis;
  if (!first)
    return [{ where, title: TABLE_WORDS.wrong, words: renderInline(TABLE_WORDS.noMistake) }];
  return first.ids.map((id) => {
    const { title, words } = remedyFor(id, ask);
    return { where, title, words: renderInline(words) };
  });
}
