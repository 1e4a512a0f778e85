import { XmlElement } from "libxml2-wasm";
import { elements, texts } from "./xml";

/** What a candidate wrote, by response. */
export type Responses = Readonly<Record<string, string>>;

/** The outcomes of an item: its score, and the feedback that is shown. */
export interface Outcome {
  readonly score: number;
  readonly feedback: readonly string[];
}

type Value = number | string | boolean | null | readonly string[];

/** Processes responses as the specification of QTI 2.1 says, as far as the items here need it. */
export function marked(item: XmlElement, responses: Responses): Outcome {
  const outcomes = new Map<string, Value>([
    ["SCORE", 0],
    ["RIGHT", 0],
    ["FEEDBACK", []],
  ]);
  const types = new Map(
    elements(item, "qti21:responseDeclaration").map((one) => [
      texts(one, "@identifier")[0],
      texts(one, "@baseType")[0],
    ]),
  );
  const valueOf = (id: string): Value => {
    if (outcomes.has(id)) return outcomes.get(id) ?? null;
    const written = responses[id];
    if (written === undefined) return null;
    return types.get(id) === "float" ? Number(written) : written;
  };
  const run = (rule: XmlElement): void => {
    if (rule.name === "setOutcomeValue") {
      outcomes.set(texts(rule, "@identifier")[0] ?? "", evaluated(childrenOf(rule)[0], valueOf));
      return;
    }
    const [test, ...then] = elements(rule, "qti21:responseIf/*");
    if (evaluated(test, valueOf) === true) then.forEach(run);
  };
  elements(item, "qti21:responseProcessing/*").forEach(run);
  const feedback = outcomes.get("FEEDBACK");
  return {
    score: Number(outcomes.get("SCORE")),
    feedback: Array.isArray(feedback) ? feedback.map(String) : [],
  };
}

/** The responses that the item declares right. */
export function rightResponses(item: XmlElement): Record<string, string> {
  return Object.fromEntries(
    elements(item, "qti21:responseDeclaration").map((one) => [
      texts(one, "@identifier")[0] ?? "",
      texts(one, "qti21:correctResponse/qti21:value")[0] ?? "",
    ]),
  );
}

function evaluated(expression: XmlElement | undefined, valueOf: (id: string) => Value): Value {
  if (!expression) throw new Error("An expression is missing.");
  const attribute = (name: string) => expression.attr(name)?.value ?? "";
  const parts = childrenOf(expression).map((one) => evaluated(one, valueOf));
  const numbers = parts.map(Number);
  const [first = null, second = null] = parts;
  switch (expression.name) {
    case "variable":
      return valueOf(attribute("identifier"));
    case "baseValue":
      return attribute("baseType") === "float" ? Number(expression.content) : expression.content;
    case "equal": {
      if (first === null || second === null) return null;
      const [tolerance = 0] = attribute("tolerance").split(" ").map(Number);
      const isExact = attribute("toleranceMode") === "exact";
      return Math.abs(Number(first) - Number(second)) <= (isExact ? 0 : tolerance);
    }
    case "match":
      return first === null ? null : first === second;
    case "stringMatch":
      return first === null ? null : String(first).toLowerCase() === String(second).toLowerCase();
    case "and":
      return parts.every((part) => part === true);
    case "or":
      return parts.includes(true);
    case "sum":
      return numbers.reduce((total, one) => total + one, 0);
    case "product":
      return numbers.reduce((total, one) => total * one, 1);
    case "divide":
      return (numbers[0] ?? 0) / (numbers[1] ?? 1);
    case "multiple":
      return parts.flatMap((part) => (Array.isArray(part) ? part.map(String) : String(part)));
    default:
      throw new Error(`The expression ${expression.name} is not known here.`);
  }
}

function childrenOf(element: XmlElement): XmlElement[] {
  return elements(element, "*").filter((one) => one instanceof XmlElement);
}
