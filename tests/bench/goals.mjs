const LAYERS = ["a1", "a2", "b1", "b2", "c", "d", "e", "f"];
const ALL = [...LAYERS, "g", "h1", "h2", "p1", "p2", "t"];

/**
 * The rows of the table. `pass` is timed on each workload of `on`; the figure is the peer's time over ours in the same
 * round (`unit` "×"), our rate over the calibrator's (`unit` "%"), or our nanoseconds a call. `atLeast` and `aim` hold
 * for the workloads they name and, under `rest`, for all others; where the unit is one of time or size they are upper
 * bounds.
 */
export const goals = [
  {
    id: "forward",
    title: "forward against tfjs-cpu",
    pass: "forward",
    peer: "tfjs-cpu",
    unit: "×",
    on: ALL,
    atLeast: { p1: 3, p2: 3, t: 3, d: 18, e: 18, f: 18, rest: 6 },
    aim: { d: 28, e: 18, f: 28, rest: 10 },
  },
  {
    id: "dx",
    title: "gradient wrt input against tfjs-cpu",
    pass: "dx",
    peer: "tfjs-cpu",
    unit: "×",
    // tfjs has no gradients of dilated convolutions.
    on: ALL.filter((id) => id !== "h2"),
    atLeast: { d: 14, f: 14, rest: 3 },
    aim: { d: 20, f: 20, rest: 6 },
  },
  {
    id: "dw",
    title: "gradient wrt weight against tfjs-cpu",
    pass: "dw",
    peer: "tfjs-cpu",
    unit: "×",
    // Nor on f, where one call takes tfjs minutes.
    on: ["a1", "a2", "b1", "b2", "c", "d", "e", "g", "h1", "t"],
    atLeast: { d: 1400, rest: 300 },
    aim: { d: 2000, rest: 500 },
  },
  {
    id: "step",
    title: "forward + backward against convnetjs",
    pass: "forward + backward",
    peer: "convnetjs",
    unit: "×",
    on: [...LAYERS, "h1", "p1"],
    atLeast: { rest: 5 },
    aim: { d: 30, rest: 10 },
  },
  {
    id: "onnx",
    title: "forward against onnxruntime-web",
    pass: "forward",
    peer: "onnxruntime-web",
    unit: "×",
    on: ["d", "f", "g"],
    atLeast: { rest: 0.95 },
    aim: { rest: 1.2 },
  },
  {
    id: "wasm",
    title: "forward against tfjs-wasm",
    pass: "forward",
    peer: "tfjs-wasm",
    unit: "×",
    on: ["d", "f"],
    atLeast: { rest: 0.75 },
    aim: { rest: 1 },
  },
  {
    id: "wasm-dx",
    title: "gradient wrt input against tfjs-wasm",
    pass: "dx",
    peer: "tfjs-wasm",
    unit: "×",
    // It has the kernel for convolutions without dilation and groups.
    on: [...LAYERS, "h1"],
    atLeast: { d: 6.5, f: 6.5, rest: 1.7 },
    aim: { d: 9, f: 9, rest: 3 },
  },
  {
    id: "product",
    title: "product path ÷ calibrator",
    pass: "forward",
    contender: "product path",
    peer: "calibrator",
    unit: "%",
    on: ["d", "e", "f"],
    atLeast: { rest: 62 },
    aim: { rest: 85 },
  },
  {
    id: "into",
    title: "forward into a supplied array",
    pass: "forward",
    unit: "ns",
    on: ["a1"],
    atLeast: { rest: 40 },
    aim: { rest: 15 },
  },
  {
    id: "new",
    title: "forward, allocating",
    pass: "forward, allocating",
    unit: "ns",
    on: ["a1", "a2"],
    atLeast: { a1: 80, a2: 450 },
    aim: { a1: 50, a2: 300 },
  },
  {
    id: "backward",
    title: "both gradients into arrays",
    pass: "backward",
    unit: "ns",
    on: ["a2"],
    atLeast: { rest: 1500 },
    aim: { rest: 700 },
  },
  {
    id: "start",
    title: "import + first a1 call",
    unit: "ms",
    atLeast: { rest: 10 },
    aim: { rest: 2 },
  },
  {
    id: "size",
    title: "convolution and its gradients, gzipped",
    unit: "kB",
    atLeast: { rest: 12 },
    aim: { rest: 8 },
  },
];

/** Whether a figure is as good as a bound: times and sizes are to be small, all else large. */
export function isMet({ unit }, figure, bound) {
  return isCeiling(unit) ? figure <= bound : figure >= bound;
}

export function isCeiling(unit) {
  return unit === "ns" || unit === "ms" || unit === "kB";
}

/** A row of the table: what was measured for a goal on a workload, with its bounds. */
export function rowOf(goal, workload, figures, more = {}) {
  const { id, title, unit, atLeast, aim } = goal;
  const [floor, target] = [atLeast, aim].map((bounds) => bounds[workload.id] ?? bounds.rest);
  return { id, title, unit, workload, figures, atLeast: floor, aim: target, ...more };
}
