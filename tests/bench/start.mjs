import { execFileSync } from "node:child_process";
import { goals, rowOf } from "./goals.mjs";
import { minified, minifiedPasses } from "./kernel.mjs";
import { median } from "./measure.mjs";

const goal = goals.find(({ id }) => id === "start");

/** Loads a module and, where it is the kernel, makes the first call of a1; prints how many milliseconds that took. */
const FIRST_CALL = `
  const start = performance.now();
  const { conv2d } = await import(process.argv[1]);
  conv2d?.(
    { shape: [1, 1, 3, 3], data: Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9) },
    { shape: [1, 1, 2, 2], data: Float64Array.of(1, 0, 0, -1) },
  );
  console.log(performance.now() - start);
`;

/** Import and first call in fresh processes of Node, less what an empty module takes there. */
export async function startRow({ rounds }) {
  const [empty, passes] = [await minified("empty.min", ""), await minifiedPasses()];
  const taken = Array.from({ length: rounds }, () => [
    millisecondsOf(empty),
    millisecondsOf(passes),
  ]);
  const least = median(taken.map(([ofEmpty]) => ofEmpty));
  const times = taken.map(([, ofPasses]) => ofPasses - least);
  const figures = { median: median(times), least: Math.min(...times), most: Math.max(...times) };
  return rowOf(goal, { title: "fresh processes, minified" }, figures);
}

function millisecondsOf(file) {
  const printed = execFileSync(process.execPath, ["--input-type=module", "-e", FIRST_CALL, file]);
  return Number(printed);
}
