import type { NetworkReport, PerAxis, ReportRow } from "@/lib/network";
import { flopsOf } from "@/lib/tensor";
import type { Key } from "../asked";
import type { Column } from "./columns";

/** The right answer of one cell; undefined where it is not known. */
export function keyOfCell(row: ReportRow, column: Column): Key | undefined {
  const { shape, params, macs, activation } = row;
  switch (column) {
    case "shape":
      return shape ? { kind: "shape", sizes: shape, form: "image" } : undefined;
    case "params":
      return counted(params);
    case "macs":
      return counted(macs);
    case "flops":
      return counted(macs === null ? null : flopsOf(macs));
    case "values":
      return counted(activation?.values ?? null);
    case "bytes":
      return activation ? { kind: "bytes", value: activation.bytes } : undefined;
    case "receptive_field":
    case "jump":
      return perAxis(row[column]);
    case "name":
    case "other":
      return undefined;
  }
}

/** The right answer of a cell in the row of totals. */
export function keyOfTotal({ totals }: NetworkReport, column: Column): Key | undefined {
  const { params, macs, flops, activation } = totals;
  const counts = { params, macs, flops, values: activation.values };
  if (column === "bytes") return { kind: "bytes", value: activation.bytes };
  const name = (["params", "macs", "flops", "values"] as const).find((one) => one === column);
  return name && { kind: "count", value: counts[name] };
}

function counted(value: number | null): Key | undefined {
  return value === null ? undefined : { kind: "count", value };
}

function perAxis(value: PerAxis): Key | undefined {
  if (value === null) return undefined;
  const [height, width] = typeof value === "number" ? [value, value] : value;
  return { kind: "field", sizes: [height, width] };
}
