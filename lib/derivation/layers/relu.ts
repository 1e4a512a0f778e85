import type { Question } from "@/lib/question";
import { type Tensor, valueAt } from "@/lib/tensor";
import { call, dot, number, phrase, relation, symbol, words } from "@/lib/tex";
import { conclude } from "../conclude";
import { computed, givenTensor, gradientWords, outputGradient } from "../given";
import { placeFacts, placeWords } from "../place";
import { sameShape } from "../sizes/shapes";
import type { Step } from "../step";
import type { OpDerivation, TensorWorking } from "../working";
import { cellName, cellValue, refs, shown, symbolStep } from "../write";

/** ReLU: what is negative becomes 0. Backward the input, not the gradient, opens or shuts the gate. */
export const reluDerivation: OpDerivation = {
  tensors: ["y", "grads.x"],
  tensor: (question, ask) => (ask === "y" ? forward(question) : backward(question)),
  outputShape: sameShape,
};

function forward(question: Question): TensorWorking {
  const x = givenTensor(question, "x");
  const result = computed(question, "y");
  const rule = [
    symbolStep("relu-rule", cellName("y", ["i"]), call("max", 0, symbol("X", ["i"], "input"))),
  ];
  const cell = (at: readonly number[]): Step => {
    const value = valueAt(result, at);
    return {
      rule: "relu-cell",
      line: conclude(
        cellName("y", at),
        call("max", 0, cellValue("x", x, at)),
        number(value, "output"),
      ),
      value,
      cells: [...refs("y", [at]), ...refs("x", [at])],
      facts: { ...placeFacts(placeWords(at)), input: shown(valueAt(x, at)) },
    };
  };
  return { result, rule, cell, full: (at) => [...rule, cell(at)] };
}

function backward(question: Question): TensorWorking {
  const x = givenTensor(question, "x");
  const gradient = outputGradient(question, x.shape);
  const rule = [
    symbolStep(
      "relu-gradient-rule",
      cellName("dx", ["i"]),
      phrase(
        cellName("dy", ["i"]),
        words("where"),
        relation(">", cellName("x", ["i"]), 0),
        words("and"),
        0,
        words("elsewhere"),
      ),
      { given: gradientWords(question) },
    ),
  ];
  const cell = (at: readonly number[]): Step => gradientStep(x, gradient, at);
  return {
    result: computed(question, "grads.x"),
    rule,
    cell,
    full: (at) => [...rule, gateStep(x, at), cell(at)],
  };
}

function gateStep(x: Tensor, at: readonly number[]): Step {
  const isOpen = valueAt(x, at) > 0;
  return {
    rule: isOpen ? "relu-gate-open" : "relu-gate-closed",
    line: relation(isOpen ? ">" : "≤", conclude(cellName("x", at), cellValue("x", x, at)), 0),
    value: isOpen ? 1 : 0,
    cells: refs("x", [at]),
    facts: { ...placeFacts(placeWords(at)), input: shown(valueAt(x, at)) },
  };
}

function gradientStep(x: Tensor, gradient: Tensor, at: readonly number[]): Step {
  const isOpen = valueAt(x, at) > 0;
  const value = isOpen ? valueAt(gradient, at) : 0;
  return {
    rule: isOpen ? "relu-gradient-open" : "relu-gradient-closed",
    line: conclude(
      cellName("dx", at),
      dot(isOpen ? 1 : 0, cellValue("dy", gradient, at)),
      number(value, "gradient"),
    ),
    value,
    cells: [...refs("dx", [at]), ...refs("x", [at]), ...refs("dy", [at])],
    facts: { ...placeFacts(placeWords(at)), input: shown(valueAt(x, at)) },
  };
}
