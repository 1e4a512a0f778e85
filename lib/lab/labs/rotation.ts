import { KernelError } from "@/lib/tensor";
import { equation, words } from "@/lib/tex";
import { type LabStep, defineLab } from "../lab";
import {
  type Rows,
  cellsThatDiffer,
  convolutionOf,
  convolved,
  grid,
  planesFigure,
  sign,
  turned,
} from "../planes";

/** An image turned and then convolved, beside convolved and then turned, and with the kernel turned too. Card 32. */
export const rotationLab = defineLab({
  id: "rotation",
  title: "Turn and convolve, in either order",
  lead: "The kernel here looks for upright edges. Turn the image and compare: turning the output is something else than convolving the turned image, unless the kernel turns too.",
  fields: {
    image: {
      kind: "grid",
      label: "image",
      role: "input",
      start: [
        [0, 0, 1, 1, 1],
        [0, 0, 1, 1, 1],
        [0, 0, 1, 1, 1],
        [0, 0, 0, 1, 1],
        [0, 0, 0, 1, 1],
      ],
      most: [9, 9],
    },
    kernel: {
      kind: "grid",
      label: "kernel",
      role: "kernel",
      start: [
        [-1, 0, 1],
        [-2, 0, 2],
        [-1, 0, 1],
      ],
      most: [5, 5],
    },
    turn: {
      kind: "choice",
      label: "turn",
      start: "1",
      options: [
        { value: "1", label: "90° clockwise" },
        { value: "2", label: "180°" },
        { value: "3", label: "270° clockwise" },
      ],
    },
  },
  work({ image, kernel, turn }) {
    refuseOblong(kernel);
    const quarters = Number(turn);
    const output = convolved(image, kernel);
    const [turnedImage, turnedKernel] = [turned(image, quarters), turned(kernel, quarters)];
    const turnedLast = turned(output, quarters);
    const turnedFirst = convolved(turnedImage, kernel);
    const bothTurned = convolved(turnedImage, turnedKernel);
    const differ = cellsThatDiffer(turnedLast, turnedFirst);
    const bothDiffer = cellsThatDiffer(turnedLast, bothTurned);
    return {
      results: {
        cells: output.flat().length,
        differ: differ.length,
        bothDiffer: bothDiffer.length,
        degrees: quarters * 90,
      },
      parts: [
        planesFigure("Three ways; cells that differ from the first are marked", [
          grid("convolved, then turned", "output", turnedLast),
          sign(differ.length === 0 ? "=" : "≠"),
          grid("turned, then convolved", "output", turnedFirst, differ),
          sign("but"),
          grid("image and kernel turned", "output", bothTurned, bothDiffer),
        ]),
        planesFigure("Convolve, then turn", [
          ...convolutionOf(
            grid("image", "input", image),
            grid("kernel", "kernel", kernel),
            grid("output", "output", output),
          ),
          sign("turn →"),
          grid("turned output", "output", turnedLast),
        ]),
        planesFigure(
          "Turn, then convolve with the same kernel",
          convolutionOf(
            grid("turned image", "input", turnedImage),
            grid("kernel", "kernel", kernel),
            grid("output", "output", turnedFirst, differ),
          ),
        ),
        planesFigure(
          "Turn the image and the kernel",
          convolutionOf(
            grid("turned image", "input", turnedImage),
            grid("turned kernel", "kernel", turnedKernel),
            grid("output", "output", bothTurned, bothDiffer),
          ),
        ),
        { kind: "steps", steps: lawSteps(differ.length, bothDiffer.length) },
      ],
    };
  },
});

/** @throws KernelError for a kernel that has another shape once it is turned, since the outputs would then differ in size */
function refuseOblong(kernel: Rows): void {
  const [height, width] = [kernel.length, kernel[0]?.length ?? 0];
  if (height === width) return;
  const side = Math.min(height, width);
  throw new KernelError(
    "ERR_WINDOW",
    `The kernel is ${height}×${width}; the outputs can be compared cell by cell only for a square one, such as ${side}×${side}.`,
  );
}

function lawSteps(differ: number, bothDiffer: number): LabStep[] {
  return [
    {
      says: "The kernel stays upright while the image turns, so the products pair up other cells: in general $R(X) \\star K \\neq R(X \\star K)$.",
      line: equation(words("cells that differ"), differ),
    },
    {
      says: "If the kernel is turned with the image, the same pairs meet again: $R(X) \\star R(K) = R(X \\star K)$.",
      line: equation(words("cells that differ"), bothDiffer),
    },
    {
      says:
        differ === 0
          ? "Here the two orders agree because this kernel, or this image, looks the same once it is turned."
          : "A network that should not care about turns has to see turned examples, or to be built with turned copies of its kernels.",
    },
  ];
}
