import { type NetworkQuestion, layerIds, networkParts, solveNetwork } from "@/lib/network";
import type { InputName, Operand, Question } from "@/lib/question";

/** The last layer of a network as a question of its own, about what rightly arrives; undefined where a value lacks. */
export function lastLayer(question: NetworkQuestion): Question | undefined {
  const asked = networkParts(question).at(-1)?.question;
  const x = arriving(question);
  if (!asked || !x?.data) return undefined;
  const ids = layerIds(question.layers).at(-1) ?? [];
  const inputs: Partial<Record<InputName, Operand>> = {};
  for (const name of ["x", "w", "b", "gamma", "beta"] as const) {
    const shape = asked.inputs[name]?.shape;
    const given =
      name === "x" ? x : ids.map((id) => question.inputs[`${id}.${name}`]).find(Boolean);
    if (shape && !given?.data) return undefined;
    if (shape && given?.data) inputs[name] = { shape, data: given.data };
  }
  return { ...asked, inputs };
}

/** What leaves the last layer but one, or the network's own x. */
function arriving(question: NetworkQuestion): Operand | undefined {
  const before = layerIds(question.layers).at(-2);
  if (!before) return question.inputs.x;
  const { values = {} } = solveNetwork(question);
  return before.map((id) => values[id]).find(Boolean);
}
