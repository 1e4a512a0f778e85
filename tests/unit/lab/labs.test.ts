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
