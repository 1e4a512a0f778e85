import { SetError } from "@/lib/problemset";
import { readRoster } from "@/lib/problemset/roster";
import { describe, expect, it } from "vitest";

const utf8 = (text: string) => new TextEncoder().encode(text);
const HEAD = "id,name,email\n";

function utf16(text: string, isBig: boolean): Uint8Array {
  return Uint8Array.from(
    Array.from(text).flatMap((letter) => {
      const code = letter.charCodeAt(0);
      return isBig ? [code >> 8, code & 255] : [code & 255, code >> 8];
    }),
  );
}

function refusal(bytes: Uint8Array): string {
  try {
    readRoster(bytes);
  } catch (error) {
    if (error instanceof SetError) return error.message;
    throw error;
  }
  return "";
}

describe("a roster is read as people save it", () => {
  const text = "id,name,email\n7,Zoë Müller,z@b.c\n";
  it.each([
    ["UTF-8", utf8(text)],
    ["UTF-8 with its mark", utf8(`\uFEFF${text}`)],
    ["UTF-16, little end first, with its mark", utf16(`\uFEFF${text}`, false)],
    ["UTF-16, big end first, with its mark", utf16(`\uFEFF${text}`, true)],
    ["UTF-16 without a mark", utf16(text, false)],
    ["UTF-16, big end first, without a mark", utf16(text, true)],
    ["Windows-1252", Uint8Array.from(Array.from(text, (letter) => letter.charCodeAt(0)))],
    ["semicolons", utf8(text.replaceAll(",", ";"))],
    ["tabs", utf8(text.replaceAll(",", "\t"))],
    ["Excel's first line", utf8(`sep=;\r\n${text.replaceAll(",", ";")}`)],
    ["the ends of lines of Windows", utf8(text.replaceAll("\n", "\r\n"))],
    ["the ends of lines of an old Macintosh", utf8(text.replaceAll("\n", "\r"))],
    ["other letters in the headings", utf8(text.replace("id,name,email", "ID,Name,E-Mail"))],
    ["empty lines", utf8(`\n\n${text}\n,,\n\n`)],
    ["a letter and its dots apart", utf8(text.normalize("NFD"))],
  ])("%s", (_, bytes) => {
    expect(readRoster(bytes)).toEqual([
      {
        id: "7",
        name: "Zoë Müller",
        email: "z@b.c",
        columns: {},
        isLargePrint: false,
        timeFactor: 1,
      },
    ]);
  });

  it("keeps every other column, and reads those that sheets obey", () => {
    const roster = utf8(
      'email,id,section,name,large_print,time_factor\na@b.c,7,B,"Lovelace, Ada",Yes,"1,5"',
    );
    expect(readRoster(roster)).toEqual([
      {
        id: "7",
        name: "Lovelace, Ada",
        email: "a@b.c",
        columns: { section: "B", large_print: "Yes", time_factor: "1,5" },
        isLargePrint: true,
        timeFactor: 1.5,
      },
    ]);
  });
});

describe("what does not fit in a roster is said with its line", () => {
  it.each([
    ["", "The roster is empty."],
    [
      "PK\u0003\u0004\u0014\0\0",
      "The roster is no text. A spreadsheet saves one as CSV: a line a student, below a line with id, name, email.",
    ],
    [HEAD, "Line 1: The roster has its headings, but no student below them."],
    ["id,name\n7,Ada", "Line 1: The roster has no column email. It has id, name."],
    ["id,name,email,id\n7,Ada,,8", "Line 1: The column id is there twice."],
    [`${HEAD}7,Ada,\n\n8,Eve,\n7,Bob,`, 'Line 5: The id "7" stands on line 2 already.'],
    [`${HEAD}"7","Ada\nLovelace",\n7,Bob,`, 'Line 4: The id "7" stands on line 2 already.'],
    [`${HEAD},Ada,`, "Line 2: The id is empty."],
    [`${HEAD}7,Ada,,x`, "Line 2: There are 4 cells, but 3 columns."],
    [`${HEAD}7,"Ada,a@b.c\n8,Eve,`, 'Line 2: A quotation mark " is opened and not closed'],
    ["id,name,email,time_factor\n7,Ada,,fast", 'Line 2: time_factor is "fast"; write a number'],
    ["id,name,email,large_print\n7,Ada,,huge", 'Line 2: large_print is "huge"; write yes or no.'],
  ])("%j", (text, said) => expect(refusal(utf8(text))).toContain(said));

  it("of a million rows the first that is too many", () => {
    const rows = Array.from({ length: 1_000_000 }, (_, index) => `${index},,`).join("\n");
    expect(refusal(utf8(HEAD + rows))).toBe(
      "Line 100002: The table has more than 100000 rows below its headings, which is the most.",
    );
  });
});
