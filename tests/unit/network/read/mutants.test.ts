import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BLANK } from "../../../../app/network/form";
import { readText } from "../../../../app/network/engine/read";
import { KNOWN_NETWORKS } from "@/lib/network/known";
import { networkReport, writeLayers } from "@/lib/network";
import { readSource } from "@/lib/network/source";

const SETTINGS = { seed: 20_261_126, numRuns: 150 };

const CODES = [
  ...KNOWN_NETWORKS.map(({ code }) => code),
  `model = keras.Sequential([
    keras.Input(shape=(32, 32, 3)),
    layers.Conv2D(8, (3, 3), padding="same", activation="relu"),
    layers.MaxPooling2D(),
    layers.Flatten(),
    layers.Dense(10, activation="softmax"),
])`,
  `class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 8, kernel_size=3, padding=1)
        self.pool = nn.AdaptiveAvgPool2d((None, 7))
        self.fc = nn.Linear(8 * 32 * 7, 10)

    def forward(self, x):
        x = self.pool(F.relu(self.conv(x)))
        return self.fc(torch.flatten(x, 1))
`,
];

/** A text with pieces left out, written twice or in another order. */
function mutated(
  pieces: readonly string[],
  changes: readonly (readonly [string, number, number])[],
) {
  const made = [...pieces];
  for (const [change, at, to] of changes) {
    const place = at % Math.max(1, made.length);
    const piece = made[place] ?? "";
    if (change === "drop") made.splice(place, 1);
    if (change === "double") made.splice(place, 0, piece);
    if (change === "move") made.splice(to % Math.max(1, made.length), 0, ...made.splice(place, 1));
  }
  return made;
}

const changes = fc.array(
  fc.tuple(fc.constantFrom("drop", "double", "move"), fc.nat(5000), fc.nat(5000)),
  { minLength: 1, maxLength: 6 },
);

/** A table, or what is wrong, with a line of the text wherever something is said of it. */
function isAnswered(text: string) {
  const { report, problems, inputProblem } = readText(text, "1×3×32×32", BLANK);
  const count = text.split("\n").length;
  const faults = (report?.layers ?? []).flatMap(({ error, line }) =>
    error ? [{ message: error.message, line }] : [],
  );
  const isLine = (line: number | undefined) => line !== undefined && line >= 1 && line <= count;
  const said = [...problems, ...faults];
  // What is said of a list as a whole, or of its input, has no line.
  const isOfWhole = (message: string) =>
    /^\s*[[{]/.test(text) && !/^(?:(?:layers)?\[|Layer )\d/.test(message);
  const lost = said.filter(({ line, message }) => !isLine(line) && !isOfWhole(message));
  expect(lost).toEqual([]);
  expect(said.filter(({ message }) => message.trim() === "")).toEqual([]);
  const isEmpty = text.trim() === "";
  expect(isEmpty || report !== undefined || said.length > 0 || inputProblem !== undefined).toBe(
    true,
  );
}

describe("code that is not quite code gives a table, or says on which line it is wrong", () => {
  test("lines left out, doubled, or in another order", () =>
    fc.assert(
      fc.property(fc.constantFrom(...CODES), changes, (code, made) =>
        isAnswered(mutated(code.split("\n"), made).join("\n")),
      ),
      SETTINGS,
    ));

  test("characters left out, doubled, or in another order", () =>
    fc.assert(
      fc.property(fc.constantFrom(...CODES), changes, (code, made) =>
        isAnswered(mutated(code.split(""), made).join("")),
      ),
      SETTINGS,
    ));
});

describe("a list of layers in JSON likewise", () => {
  const LISTS = KNOWN_NETWORKS.map(({ code }) => writeLayers(readSource(code).layers));

  test.each(KNOWN_NETWORKS.map(({ id, code, input }) => [id, code, input] as const))(
    "%s is the same network as a list",
    (_, code, input) => {
      const source = readSource(code);
      const list = readSource(writeLayers(source.layers));
      const tableOf = ({ layers }: typeof source) =>
        networkReport(layers, input).layers.map(({ id: __, ...row }) => row);
      expect(tableOf(list)).toEqual(tableOf(source));
    },
  );

  test("characters left out, doubled, or in another order", () =>
    fc.assert(
      fc.property(fc.constantFrom(...LISTS), changes, (list, made) =>
        isAnswered(mutated(list.split(""), made).join("")),
      ),
      SETTINGS,
    ));

  test("values of any kind in the place of one", () => {
    const layer = fc.record(
      {
        name: fc.oneof(
          fc.constantFrom("Conv2d", "ReLU", "Linear", "Add", "Concat"),
          fc.jsonValue(),
        ),
        out: fc.oneof(fc.nat(), fc.jsonValue()),
        kernel: fc.oneof(fc.nat(9), fc.jsonValue()),
        from: fc.jsonValue(),
        id: fc.jsonValue(),
        padding: fc.jsonValue(),
        ["__proto__"]: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    const lists = fc.oneof(
      fc.array(fc.oneof(layer, fc.jsonValue()), { maxLength: 5 }),
      fc.record({ op: fc.constant("network"), layers: fc.array(layer), inputs: fc.jsonValue() }),
    );
    fc.assert(
      fc.property(lists, (list) => isAnswered(JSON.stringify(list, null, 1))),
      SETTINGS,
    );
  });
});
