import { describe, expect, it } from "vitest";
import { readTyped, typedFrom, withTyped } from "@/app/cards/lab/typed";
import { type Lab, LABS, labNamed } from "@/lib/lab";

function labOf(id: string): Lab {
  const lab = labNamed(id);
  if (!lab) throw new Error(`There is no lab “${id}”.`);
  return lab;
}

describe("grids that keep one size", () => {
  const { fields, work } = labOf("residual-block");
  const typed = typedFrom("", fields);
  const wider = [
    ["1", "2", "3", "4"],
    ["5", "6", "7", "8"],
    ["9", "0", "1", "2"],
  ];

  it("grow together, filled with zeros, and fit each other at once", () => {
    const resized = withTyped(fields, typed, "x", wider);
    expect(resized).toEqual({
      ...typed,
      x: wider,
      arriving: [
        ["1", "0", "-2", "0"],
        ["3", "1", "0", "0"],
        ["0", "-1", "2", "0"],
      ],
    });
    const read = readTyped(fields, resized);
    if (!read.ok) throw new Error("The fields cannot be read.");
    expect(() => work(read.values)).not.toThrow();
  });

  it("shrink together, whichever of them is changed", () => {
    const resized = withTyped(fields, typed, "arriving", [["7", "8"]]);
    expect(resized).toEqual({ ...typed, arriving: [["7", "8"]], x: [["1", "-2"]] });
  });

  it("leave each other’s numbers alone while only a number changes", () => {
    const one = [
      ["1", "x", "3"],
      ["0", "2", "-1"],
      ["4", "1", "-3"],
    ];
    expect(withTyped(fields, typed, "x", one)).toEqual({ ...typed, x: one });
  });

  it("are never of one size where another field is changed", () => {
    expect(withTyped(fields, typed, "first", [["1"]])).toEqual({ ...typed, first: [["1"]] });
    const eta = labOf("gradient-ascent").fields;
    const start = typedFrom("", eta);
    expect(withTyped(eta, start, "eta", "0.2")).toEqual({ ...start, eta: "0.2" });
  });

  it.each(LABS.map((lab): [string, Lab] => [lab.id, lab]))("start alike in %s", (_, lab) => {
    const sizes = new Map<string, string>();
    for (const field of Object.values(lab.fields)) {
      if (field.kind !== "grid" || field.size === undefined) continue;
      const size = `${field.start.length}×${field.start[0]?.length} of ${field.most?.join("×")}`;
      expect(size).toBe(sizes.get(field.size) ?? size);
      sizes.set(field.size, size);
    }
  });
});
