import { sqliteMaker } from "@/lib/cli/sqlite";
import { type SetDocument, numberedStudents } from "@/lib/problemset";
import { DEFAULT_OPTIONS, ankiFormat } from "@/lib/problemset/formats";
import { unzipSync } from "fflate";
import { createHash } from "node:crypto";
import initialise from "sql.js";
import { describe, expect, it } from "vitest";
import { made } from "./made";

const THREE = [
  "{type: conv-forward, level: 2, points: 2}",
  "{type: output-size, level: 3, count: 2}",
  '{type: memory, level: 1, same_for_all: true, title: "<b>A & B</b>"}',
];

const sql = await initialise();

async function deckOf(document: SetDocument): Promise<Uint8Array> {
  const format = ankiFormat(sqliteMaker());
  const files = [];
  for await (const file of format.files(document, DEFAULT_OPTIONS)) files.push(file);
  expect(files.map(({ path }) => path)).toEqual(["anki/deck.apkg"]);
  const [chunk] = files[0]?.chunks ?? [];
  if (!(chunk instanceof Uint8Array)) throw new Error("The deck has no bytes.");
  return chunk;
}

/** The rows that a query gives of a package's collection. */
async function rowsOf(deck: Uint8Array, query: string) {
  const database = new sql.Database(unzipSync(deck)["collection.anki2"]);
  const [result] = database.exec(query);
  database.close();
  return result?.values ?? [];
}

const named = (head: string) => made(THREE, numberedStudents(3), { head }).document;

describe("a deck for Anki", async () => {
  const document = named("course: CS 7643\n");
  const deck = await deckOf(document);

  it("is a zip of a collection of schema 11 and no media", async () => {
    const files = unzipSync(deck);
    expect(Object.keys(files).toSorted()).toEqual(["collection.anki2", "media"]);
    expect(new TextDecoder().decode(files["media"])).toBe("{}");
    const tables = await rowsOf(
      deck,
      "select name from sqlite_master where type='table' order by name",
    );
    expect(tables.flat()).toEqual(["cards", "col", "graves", "notes", "revlog"]);
    expect(await rowsOf(deck, "select ver from col")).toEqual([[11]]);
    expect(await rowsOf(deck, "pragma integrity_check")).toEqual([["ok"]]);
    const columns = await rowsOf(deck, "select name from pragma_table_info('cards')");
    expect(columns.flat().join(" ")).toBe(
      "id nid did ord mod usn type queue due ivl factor reps lapses left odue odid flags data",
    );
  });

  it("has one note and one card a problem, in the deck below the course", async () => {
    expect(await rowsOf(deck, "select count(*), count(distinct guid) from notes")).toEqual([
      [10, 10],
    ]);
    const cards = "select count(*) from cards join notes on cards.nid = notes.id where mid =";
    const [[models, decks] = []] = await rowsOf(deck, "select models, decks from col");
    const model = /^\{"(\d+)":/.exec(String(models))?.[1];
    expect(await rowsOf(deck, `${cards} ${model}`)).toEqual([[10]]);
    const [[id] = []] = await rowsOf(deck, "select distinct did from cards");
    expect(JSON.parse(String(decks))).toMatchObject({
      [String(id)]: { id, name: "CS 7643::Quiz" },
    });
    expect((await rowsOf(deck, "select due from cards order by due")).flat()).toEqual(
      Array.from({ length: 10 }, (_, index) => index + 1),
    );
  });

  it("shows the statement, the answer and the working as HTML with MathJax", async () => {
    const [[fields, sort, sum] = []] = await rowsOf(
      deck,
      "select flds, sfld, csum from notes where tags like '%conv-forward%' limit 1",
    );
    const [name = "", title, statement, answer, working] = String(fields).split("\u001F");
    const items = [...document.items(0)];
    const item = items.find((one) => one.name === name);
    expect(sort).toBe(name);
    expect(sum).toBe(
      Number.parseInt(createHash("sha1").update(name).digest("hex").slice(0, 8), 16),
    );
    expect(title).toBe(item?.title);
    expect(statement).toMatch(/<p>\\\[X = \\begin\{bmatrix\}.+ &amp; .+\\\]<\/p>/);
    expect(answer).toMatch(/^<p>\\\[Y = /);
    expect(working?.match(/\\\[/g)).toHaveLength(item?.steps.length ?? -1);
    const [[shared] = []] = await rowsOf(deck, "select flds from notes where sfld = 'ALL.4'");
    expect(String(shared)).toContain("\u001F&lt;b&gt;A &amp; B&lt;/b&gt;\u001F");
  });

  it("is the same to the byte each time", async () => {
    expect(await deckOf(named("course: CS 7643\n"))).toEqual(deck);
  });

  it("keeps its ids in a later revision, whose notes are newer, so that an import updates them", async () => {
    const ids = "select id, guid from notes order by id";
    const later = await deckOf(named("course: CS 7643\nrevision: 2\n"));
    expect(await rowsOf(later, ids)).toEqual(await rowsOf(deck, ids));
    const [[before] = []] = await rowsOf(deck, "select max(mod) from notes");
    expect(await rowsOf(later, "select min(mod), max(mod) from notes")).toEqual([
      [Number(before) + 2, Number(before) + 2],
    ]);
  });

  it("leaves void questions out", async () => {
    const questions = [THREE[0] ?? "", "{type: macs, level: 1, void: true}"];
    const some = await deckOf(made(questions).document);
    expect(await rowsOf(some, "select count(*) from notes")).toEqual([[3]]);
  });
});
