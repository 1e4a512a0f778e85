import { describe, expect, it } from "vitest";
import { type Lab, LABS, labNamed, problemsIn, startOf } from "@/lib/lab";

const rows = LABS.map((lab): [string, Lab] => [lab.id, lab]);

describe.each(rows)("%s", (id, lab) => {
  it("starts with values that fit, and works them out as plain JSON", () => {
    const values = startOf(lab.fields);
    expect(problemsIn(lab.fields, values)).toEqual({});
    const work = lab.work(values);
    expect(work.parts.length).toBeGreaterThan(0);
    expect(JSON.parse(JSON.stringify(work))).toEqual(work);
  });

  it("is found by its id, which no other has", () => {
    expect(labNamed(id)).toBe(lab);
    expect(LABS.filter((other) => other.id === id)).toHaveLength(1);
  });

  it("begins with a figure, which stands on the card", () => {
    expect(lab.work(startOf(lab.fields)).parts[0]?.kind).not.toMatch(/steps|player/);
  });

  it("refuses what does not fit a field in one sentence, with the field’s name in it", () => {
    for (const [name, field] of Object.entries(lab.fields)) {
      const values = { ...startOf(lab.fields), [name]: "?" };
      expect(() => lab.work(values)).toThrow(field.label);
    }
  });
});

describe("a grid’s largest size", () => {
  const shift = labNamed("max-pool-shift");
  const image = shift?.fields.image ?? shift?.fields.x;

  it("is said, with the size that was given", () => {
    expect(image?.kind === "grid" && image.most).toEqual([10, 10]);
    const fields = { x: { kind: "grid", label: "input", start: [[1]], most: [1, 2] } } as const;
    expect(problemsIn(fields, { x: [[1, 2]] })).toEqual({});
    expect(problemsIn(fields, { x: [[1, 2, 3]] })).toEqual({
      x: "The input may have up to 1 row and 2 columns; there are 1 row and 3 columns.",
    });
    expect(problemsIn(fields, { x: [[1], [2, 3]] })).toEqual({
      x: "The input may have up to 1 row and 2 columns; there are 2 rows and 2 columns.",
    });
  });

  it.each(rows)("holds in %s", (_, lab) => {
    for (const [name, field] of Object.entries(lab.fields)) {
      if (field.kind !== "grid" || !field.most) continue;
      const [first = []] = field.start;
      const tall = Array.from({ length: field.most[0] + 1 }, () => first);
      const wide = field.start.map(() =>
        Array.from({ length: (field.most?.[1] ?? 0) + 1 }, () => 1),
      );
      for (const large of [tall, wide]) {
        expect(() => lab.work({ ...startOf(lab.fields), [name]: large })).toThrow(
          `The ${field.label} may have up to`,
        );
      }
    }
  });
});
