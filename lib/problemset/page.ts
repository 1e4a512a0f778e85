const STYLE =
  "body{font:16px/1.5 Georgia,serif;color:#1d1c1a;background:#fbfaf7;max-width:60rem;margin:3rem auto;padding:0 1.5rem}" +
  "h1{font-size:1.8rem;font-weight:600;line-height:1.2;margin:0}p{max-width:42rem}.soft{color:#6b6862}" +
  "table{border-collapse:collapse;width:100%;font:14px/1.45 system-ui,sans-serif;font-variant-numeric:tabular-nums;margin:2rem 0}" +
  "th,td{text-align:left;vertical-align:top;padding:.5rem .9rem .5rem 0;border-bottom:1px solid #e6e2da}" +
  "th{font-weight:600;color:#6b6862}td.n,th.n{text-align:right}td.n{white-space:nowrap}h2{font-size:1.15rem;font-weight:600;margin:2.5rem 0 .75rem}li{margin:.25rem 0}.wide{overflow-x:auto}.wide svg{min-width:40rem}svg{display:block;width:100%;height:auto}" +
  "text{font:12px system-ui,sans-serif;fill:#6b6862}text.strong{font-size:14px;fill:#1d1c1a}tspan.soft{fill:#6b6862}@media print{body{background:none;margin:0}}";

/** Everything before the heading. */
export function pageHead(title: string): string {
  return (
    `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title>` +
    `<meta name="viewport" content="width=device-width"><style>${STYLE}</style></head><body>\n`
  );
}

/** A number to a tenth. @example short(0.25) // "0.3" */
export function short(value: number): string {
  return String(Math.round(10 * value) / 10);
}

/** A number of things. @example counted(2, "sheet") // "2 sheets" */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Text that HTML shows as it is; not for attributes. @example escaped("a < b") // "a &lt; b" */
export function escaped(text: string): string {
  return text.replace(/[&<>]/g, (character) => ENTITIES[character] ?? character);
}

/** What is wider than a phone is moved sideways in a frame of its own; the label holds no markup. */
export function wide(content: string, label: string): string {
  return `<div class="wide" tabindex="0" role="region" aria-label="${label}">${content}</div>\n`;
}
