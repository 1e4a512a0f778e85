import { goals } from "./goals.mjs";
import { digits } from "./table.mjs";

/** The medians as the README shows them, one line a goal and one column a place where they were measured. */
export function markdown(results) {
  const names = results.map(({ where }) => where);
  const head = ["time of the peer ÷ ours, medians", "at least", "aim", ...names];
  const lines = goals.map((goal) => [
    goal.title,
    boundsOf(goal.atLeast, goal.unit),
    boundsOf(goal.aim, goal.unit),
    ...results.map(({ rows }) => mediansOf(rows.filter(({ id }) => id === goal.id))),
  ]);
  return [head, head.map(() => "---"), ...lines].map((cells) => `| ${cells.join(" | ")} |`);
}

/** "6 ×; 3 × on p1, p2, t; 18 × on d, e, f". */
function boundsOf({ rest, ...named }, unit) {
  const special = [...new Set(Object.values(named))].map((bound) => {
    const ids = Object.keys(named).filter((id) => named[id] === bound);
    return `${bound} ${unit} on ${ids.join(", ")}`;
  });
  return [...(rest === undefined ? [] : [`${rest} ${unit}`]), ...special].join("; ");
}

function mediansOf(rows) {
  if (rows.length === 0) return "–";
  return rows
    .map(({ workload, figures }) => [workload.id, digits(figures.median)].filter(Boolean).join(" "))
    .join(" · ");
}
