import { type Step, derive, deriveReceptiveField } from "@/lib/derivation";
import type { Examined } from "./examine";
import type { Chain } from "./sight";

/** A figure of one row of the table that has a working. */
export type RowFigure = "shape" | "params" | "macs" | "activation" | "receptive_field";

const ASKS = { shape: "shapes.y", params: "params", macs: "macs", activation: "memory.y" } as const;

/**
 * The working of one figure of a row; empty where there is nothing to work out, as for the parameters of a ReLU. The
 * jump comes from the working of the receptive field.
 *
 * @example deriveFigure(report.examined[0], "params").at(-1)?.value // 156
 */
export function deriveFigure({ stage, leaves }: Examined, figure: RowFigure): readonly Step[] {
  if (figure === "receptive_field") return leaves?.chain ? receptiveFieldSteps(leaves.chain) : [];
  const counts = stage && {
    shape: 1,
    activation: 1,
    params: stage.row.params,
    macs: stage.row.macs,
  };
  if (!stage?.question || !counts || counts[figure] === 0) return [];
  return derive(stage.question, ASKS[figure]).steps;
}

/** The working of a receptive field, along the width too where it differs. */
export function receptiveFieldSteps(chain: Chain): readonly Step[] {
  if (chain.height.length === 0) return [];
  const [height, width] = [deriveReceptiveField(chain.height), deriveReceptiveField(chain.width)];
  const isSquare = chain.height.every(({ kernel, stride, dilation }, index) => {
    const other = chain.width[index];
    return kernel === other?.kernel && stride === other.stride && dilation === other.dilation;
  });
  return [...height.steps, ...(isSquare ? [] : width.steps)];
}
