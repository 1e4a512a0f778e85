import { allOf, floatXml } from "./expressions";
import type { Response } from "./responses";

/** Right responses are counted first, so that thirds of a point add up exactly. */
export function scoreRulesXml(responses: readonly Response[], points: number): string {
  const counts = responses.map(({ test }) =>
    conditionXml(
      test,
      setXml("RIGHT", `<sum><variable identifier="RIGHT"/>${floatXml("1")}</sum>`),
    ),
  );
  const earned = `<product><variable identifier="RIGHT"/>${floatXml(String(points))}</product>`;
  const share = `<divide>${earned}${floatXml(String(responses.length))}</divide>`;
  return [...counts, setXml("SCORE", share)].join("\n");
}

/** The working always; and what a mistake tells, where every response is what it gives. */
export function feedbackRulesXml(responses: readonly Response[]): string {
  const mistakes = new Set(responses.flatMap(({ slips }) => [...slips.keys()]));
  const rules = [...mistakes].map((mistake) =>
    conditionXml(
      allOf(responses.map(({ slips, test }) => slips.get(mistake) ?? test)),
      addXml(mistake),
    ),
  );
  return [addXml("WORKING"), ...rules].join("\n");
}

function addXml(feedback: string): string {
  const one = `<baseValue baseType="identifier">${feedback}</baseValue>`;
  return setXml("FEEDBACK", `<multiple><variable identifier="FEEDBACK"/>${one}</multiple>`);
}

function conditionXml(test: string, consequence: string): string {
  return `<responseCondition><responseIf>${test}${consequence}</responseIf></responseCondition>`;
}

function setXml(outcome: string, expression: string): string {
  return `<setOutcomeValue identifier="${outcome}">${expression}</setOutcomeValue>`;
}
