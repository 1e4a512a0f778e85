import { deriveReceptiveField } from "@/lib/derivation";
import { type ReceptiveField, receptiveFields } from "@/lib/tensor";
import type { PlotFigure, Series, TableFigure } from "../figure";
import { defineLab } from "../lab";

/** How far one cell sees after each of a few layers: r += (k − 1)·j, then j *= s. Cards 1 and 37. */
export const receptiveFieldLab = defineLab({
  id: "receptive-field",
  title: "How far one cell sees",
  lead: "Each row is a layer. Leave every stride at 1 and the field grows by the same amount each time; set one to 2 and everything after it counts double.",
  fields: {
    layers: {
      kind: "grid",
      label: "layers",
      columns: ["kernel", "stride"],
      start: [
        [3, 1],
        [3, 1],
        [2, 2],
        [3, 1],
        [3, 1],
        [2, 2],
      ],
      most: [12, 2],
      least: 1,
      whole: true,
    },
  },
  work({ layers }) {
    const chain = layers.map(([kernel = 1, stride = 1]) => ({ kernel, stride }));
    const unstrided = chain.map(({ kernel }) => ({ kernel }));
    const { steps, result } = deriveReceptiveField(
      chain.map((layer, index) => ({ ...layer, name: `layer ${index + 1}` })),
    );
    const growth: PlotFigure = {
      kind: "plot",
      title: "Receptive field after each layer",
      x: { label: "layer", scale: "linear" },
      y: { label: "input cells seen", scale: "linear" },
      series: [
        grown("these layers", "input", chain),
        grown("the same kernels, every stride 1", "kernel", unstrided),
      ],
    };
    const fields = receptiveFields(chain);
    return {
      results: {
        layers: chain.length,
        first: fields[0]?.size ?? 1,
        size: result,
        jump: fields.at(-1)?.jump ?? 1,
        unstrided: receptiveFields(unstrided).at(-1)?.size ?? 1,
      },
      parts: [growth, layerByLayer(chain, fields), { kind: "steps", steps }],
    };
  },
});

function layerByLayer(
  chain: readonly { readonly kernel: number; readonly stride: number }[],
  fields: readonly ReceptiveField[],
): TableFigure {
  return {
    kind: "table",
    title: "Field and jump after each layer",
    head: ["after layer", "kernel", "stride", "field", "jump"],
    rows: chain.map(({ kernel, stride }, index) => [
      index + 1,
      kernel,
      stride,
      fields[index]?.size ?? "",
      fields[index]?.jump ?? "",
    ]),
  };
}

function grown(
  label: string,
  role: Series["role"],
  chain: Parameters<typeof receptiveFields>[0],
): Series {
  const sizes = receptiveFields(chain).map(({ size }) => size);
  return { label, role, points: [1, ...sizes].map((size, layer) => [layer, size]) };
}
