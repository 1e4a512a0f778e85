import { KernelError, type WindowAxis, resolveWindow } from "@/lib/tensor";
import { equation, words } from "@/lib/tex";
import { type LabStep, defineLab } from "../lab";
import {
  type At,
  type Rows,
  cellsOf,
  cellsThatDiffer,
  convolutionOf,
  convolved,
  grid,
  planesFigure,
  shifted,
  sign,
} from "../planes";

/** An image shifted and then convolved, beside convolved and then shifted. Cards 30 and 31. */
export const shiftEquivarianceLab = defineLab({
  id: "shift-equivariance",
  title: "Shift and convolve, in either order",
  lead: "Move the image, give it another kernel, and compare the two orders. Cells that differ are marked: look where they are, and why.",
  fields: {
    image: {
      kind: "grid",
      label: "image",
      role: "input",
      start: [
        [0, 0, 0, 0, 0],
        [0, 2, 1, 0, 0],
        [0, 0, 3, 0, 4],
        [0, 1, 0, 0, 0],
        [0, 0, 0, 0, 0],
      ],
      most: [9, 9],
    },
    kernel: {
      kind: "grid",
      label: "kernel",
      role: "kernel",
      start: [
        [1, 0, 2],
        [0, 1, 0],
        [-1, 0, 1],
      ],
      most: [5, 5],
    },
    right: {
      kind: "number",
      label: "shift to the right",
      start: 1,
      least: -4,
      most: 4,
      whole: true,
    },
    down: { kind: "number", label: "shift down", start: 0, least: -4, most: 4, whole: true },
    stride: { kind: "number", label: "stride", start: 1, least: 1, most: 3, whole: true },
  },
  work({ image, kernel, right, down, stride }) {
    const moved = { right: inOutput(right, stride), down: inOutput(down, stride) };
    const params = { padding: "same", stride } as const;
    const output = convolved(image, kernel, params);
    const shiftedImage = shifted(image, { right, down });
    const shiftedFirst = convolved(shiftedImage, kernel, params);
    const shiftedLast = shifted(output, moved);
    const differ = cellsThatDiffer(shiftedFirst, shiftedLast);
    const inner = innerCells(image, kernel, stride, moved);
    const innerDiffer = differ.filter((cell) => inner.some((one) => isSame(one, cell)));
    return {
      results: {
        cells: output.flat().length,
        differ: differ.length,
        inner: inner.length,
        innerDiffer: innerDiffer.length,
      },
      parts: [
        planesFigure("Both orders; cells that differ are marked", [
          grid("image", "input", image),
          sign("→"),
          grid("shifted, then convolved", "output", shiftedFirst, differ),
          sign(differ.length === 0 ? "=" : "≈"),
          grid("convolved, then shifted", "output", shiftedLast, differ),
        ]),
        planesFigure(
          "Shift, then convolve",
          convolutionOf(
            grid("shifted image", "input", shiftedImage),
            grid("kernel", "kernel", kernel),
            grid("output", "output", shiftedFirst, differ),
          ),
        ),
        planesFigure("Convolve, then shift", [
          ...convolutionOf(
            grid("image", "input", image),
            grid("kernel", "kernel", kernel),
            grid("output", "output", output),
          ),
          sign("shift →"),
          grid("shifted output", "output", shiftedLast, differ),
        ]),
        { kind: "steps", steps: lawSteps(stride, { differ, inner, innerDiffer }) },
      ],
    };
  },
});

/** A shift of the image as cells of the output. @throws KernelError where it is no whole number of them */
function inOutput(shift: number, stride: number): number {
  if (shift % stride === 0) return shift / stride;
  throw new KernelError(
    "ERR_STRIDE",
    `With a stride of ${stride} a shift of ${shift} moves the output by no whole number of cells; ${stride}, or any multiple of it, would. A layer with a stride follows only such shifts.`,
  );
}

/** The output cells whose window lies wholly inside the image, and that the shift did not fill anew. */
function innerCells(
  image: Rows,
  kernel: Rows,
  stride: number,
  moved: { right: number; down: number },
): At[] {
  const { height, width } = resolveWindow(sizesOf(image), sizesOf(kernel), {
    padding: "same",
    stride,
  });
  const plane = Array.from({ length: height.outSize }, () =>
    Array.from({ length: width.outSize }, () => 0),
  );
  return cellsOf(plane).filter(
    ([row, column]) =>
      isInner(height, row) &&
      isInner(width, column) &&
      plane[row - moved.down]?.[column - moved.right] !== undefined,
  );
}

function isInner({ inSize, kernel, stride, padBefore }: WindowAxis, place: number): boolean {
  const start = place * stride - padBefore;
  return start >= 0 && start + kernel <= inSize;
}

function sizesOf(rows: Rows): [number, number] {
  return [rows.length, rows[0]?.length ?? 0];
}

function isSame([row, column]: At, [otherRow, otherColumn]: At): boolean {
  return row === otherRow && column === otherColumn;
}

interface Compared {
  readonly differ: readonly At[];
  readonly inner: readonly At[];
  readonly innerDiffer: readonly At[];
}

function lawSteps(stride: number, { differ, inner, innerDiffer }: Compared): LabStep[] {
  return [
    {
      says: `Equivariance is this law: $T(X) \\star K = T'(X \\star K)$, where $T$ shifts the image and $T'$ the output${stride === 1 ? " by as many cells" : `, by one cell for every ${stride} of the image`}.`,
    },
    {
      says: "Away from the border, where the whole window lies inside the image, nothing tells the two orders apart.",
      line: equation(words(`of ${inner.length} inner cells differ`), innerDiffer.length),
    },
    {
      says:
        differ.length === 0
          ? "Here the border agrees too: nothing was pushed out of the image, and only zeros came in."
          : "At the border they part: the shift pushed something out of the image, and the window there looks at zeros that stand for what it cannot see.",
      line: equation(words("cells that differ in all"), differ.length),
    },
  ];
}
