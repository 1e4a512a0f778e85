import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { EXERCISES } from "@/lib/exercises";
import { MISTAKES } from "@/lib/mistakes";
import { ORACLES } from "./oracles";

const FOLDER = "lib/exercises/types";
const files = readdirSync(FOLDER).map((name) => name.replace(/\.ts$/, ""));
const ids = EXERCISES.map(({ id }) => id);

describe("the registry of exercises", () => {
  it("holds every file of types, each under its own name", () => {
    expect(ids.toSorted()).toEqual(files.toSorted());
  });

  it("has no id twice, and ids that fit into a link", () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id))).toEqual([]);
  });

  it("has at least thirty types", () => expect(ids.length).toBeGreaterThanOrEqual(30));

  it("has a random form of every worked card", () => {
    const cards = new Set(EXERCISES.flatMap(({ cards: served = [] }) => served));
    expect([76, 77, 78, 79, 80, 81, 82, 83].filter((card) => !cards.has(card))).toEqual([]);
  });

  it("lists mistakes that the contract knows", () => {
    const known = new Set<string>(Object.values(MISTAKES).flat());
    const listed = EXERCISES.flatMap(({ mistakes }) => mistakes);
    expect(listed.filter((mistake) => !known.has(mistake))).toEqual([]);
  });

  it("has no two types with the same rule and the same mistakes", () => {
    const tested = EXERCISES.map(({ rule, mistakes }) => [rule, ...mistakes.toSorted()].join(" "));
    expect(tested.filter((one, index) => tested.indexOf(one) !== index)).toEqual([]);
  });

  it("has no oracle without its type", () => {
    expect(Object.keys(ORACLES).filter((id) => !ids.includes(id))).toEqual([]);
  });

  it("has oracles that import nothing of the project", () => {
    const folder = "tests/exercises/oracles";
    const imports = readdirSync(folder).flatMap((name) =>
      [...readFileSync(`${folder}/${name}`, "utf8").matchAll(/from "([^"]+)"/g)].map(
        ([, to]) => to,
      ),
    );
    expect(imports.filter((to) => !to?.startsWith("./"))).toEqual([]);
  });
});
