import { bundled } from "./bundle.mjs";
import { interleave, median } from "./measure.mjs";

// One check of an answer to a problem of tutor size: 3 channels of 5×5, two 3×3 filters, padding 1, so 5×5 outputs.
const MOST = 5;
const PACE = { rounds: 9, milliseconds: 25 };

const { checkAnswer, predictTogether, questionFrom, solve } = await bundled(
  "checks",
  `
    export { checkAnswer } from "@/lib/answer/check-answer";
    export { predictTogether } from "@/lib/mistakes";
    export { questionFrom, solve } from "@/lib/question";
  `,
);

const random = numbersFrom(20_261_126);
const question = questionFrom({
  op: "conv2d",
  params: { padding: 1 },
  inputs: { x: random([3, 5, 5]), w: random([2, 3, 3, 3]), b: random([2]) },
  dy: random([2, 5, 5]),
});
const { y, grads } = solve(question);

const rows = [
  await rowOf("y", y, ["KERNEL_FLIPPED", "PADDING_IGNORED"]),
  await rowOf("grads.x", grads.x, ["KERNEL_NOT_ROTATED", "OVERLAP_OVERWRITTEN"]),
  await rowOf("grads.w", grads.w, ["GRADIENT_ROTATED", "PADDING_IGNORED"]),
];
const kinds = Object.keys(rows[0].medians);
console.log("Milliseconds a check: 3×5×5, two 3×3×3 filters, padding 1; medians of rounds.\n");
console.log(["answer ".padEnd(8), ...kinds].join("  "));
for (const { ask, medians } of rows) {
  console.log([ask.padEnd(8), ...kinds.map((kind) => shown(medians[kind], kind))].join("  "));
}
const worst = Math.max(...rows.flatMap(({ medians }) => Object.values(medians)));
console.log(
  `\nthe slowest kind: ${worst.toFixed(2)} ms (≤ ${MOST}: ${worst <= MOST ? "met" : "missed"})`,
);

async function rowOf(ask, right, [first, second]) {
  const answers = {
    right,
    "one mistake": predictTogether([first], question, ask)[0],
    "two mistakes": predictTogether([first, second], question, ask)[0],
    "at random": random(right.shape),
  };
  const calls = Object.values(answers).map((answer) => {
    const written = JSON.stringify(nested(right.shape, answer.data));
    return () => checkAnswer(question, ask, written);
  });
  const times = (await interleave(calls, PACE)).map((rounds) => median(rounds) / 1e6);
  return {
    ask,
    medians: Object.fromEntries(Object.keys(answers).map((kind, index) => [kind, times[index]])),
  };
}

function shown(milliseconds, kind) {
  return milliseconds.toFixed(2).padStart(kind.length);
}

/** The data of a tensor as nested arrays. */
function nested([length, ...inner], data) {
  if (length === undefined) return data[0];
  const size = data.length / length;
  return Array.from({ length }, (_, index) =>
    nested(inner, data.slice(index * size, (index + 1) * size)),
  );
}

/** Tensors of whole numbers from −9 to 9, the same in every run (Park and Miller's generator). */
function numbersFrom(seed) {
  let state = seed;
  const next = () => {
    state = (state * 48_271) % 2_147_483_647;
    return (state % 19) - 9;
  };
  return (shape) => ({
    shape,
    data: Array.from({ length: shape.reduce((product, length) => product * length, 1) }, next),
  });
}
