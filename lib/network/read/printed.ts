const PART = /^(\s*)\(([\w.-]+)\): (?:(\d+) x )?(.*)$/;

/** Whether a text is what print(model) shows: lines such as `(conv1): Conv2d(3, 64, kernel_size=(3, 3))`. */
export function isPrinted(text: string): boolean {
  return /^ *\([\w.-]+\): (?:\d+ x )?[A-Z]\w*\(/m.test(text);
}

/**
 * What print(model) shows, as Python code of as many lines: each part a pair of its name and its layer.
 *
 * @example codeOfPrinted("Net(\n  (0): ReLU()\n)") // 'Sequential(\n  ("0", ReLU()),\n)'
 */
export function codeOfPrinted(text: string): string {
  const closers: string[] = [];
  return text
    .split("\n")
    .map((line) => lineOf(line.trimEnd(), closers))
    .join("\n");
}

function lineOf(line: string, closers: string[]): string {
  const [, space = "", name, times, made = ""] = PART.exec(line) ?? [];
  if (name === undefined) return bracket(line, closers);
  const [before, after] =
    times === undefined
      ? [`("${name}", `, "),"]
      : [`("${name}", Sequential(*[`, ` for _ in range(${times})])),`];
  if (!made.endsWith("(")) return `${space}${before}${made}${after}`;
  closers.push(`)${after}`);
  return `${space}${before}Sequential(`;
}

function bracket(line: string, closers: string[]): string {
  if (/^\s*\)$/.test(line)) return line.replace(")", closers.pop() ?? ")");
  if (!/^\s*[\w.]+\($/.test(line)) return line;
  closers.push(")");
  return "Sequential(";
}
