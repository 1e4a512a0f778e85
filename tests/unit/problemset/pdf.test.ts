import { typstCompiler } from "@/lib/cli/typst";
import { type SetDocument, type Student, numberedStudents } from "@/lib/problemset";
import { DEFAULT_OPTIONS, type Form, pdfFormat } from "@/lib/problemset/formats";
import { getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import { made } from "./made";

const QUESTIONS = [
  "{type: conv-forward, level: 3, points: 2}",
  "{type: output-size, level: 3}",
  "{type: parameters, level: 2}",
  "{type: spot-the-error, level: 2}",
  "{type: output-shape, level: 2, void: true}",
];

const HOSTILE = [
  '"); #panic("x")',
  "A\\",
  "#[ $ ] } {",
  "Zoë \u202E\u0000\uD800",
  "山田 太郎",
  "محمد",
  "a\u0301\u0302\u0303",
  "👩‍👩‍👧",
  "<b>&amp; \\textbf{y} % ^ ~ _",
  "x".repeat(500),
];

interface Options {
  readonly forms: readonly Form[];
  readonly hasFixedLayout?: boolean;
  readonly threads?: number;
}

/** Every PDF of a document by its path. */
async function pdfs(document: SetDocument, { forms, hasFixedLayout = false, threads }: Options) {
  const files = new Map<string, Uint8Array>();
  const format = pdfFormat(typstCompiler(threads));
  for await (const file of format.files(document, { ...DEFAULT_OPTIONS, forms, hasFixedLayout })) {
    for (const chunk of file.chunks) if (typeof chunk !== "string") files.set(file.path, chunk);
  }
  return files;
}

/** What a reader of PDF finds on the pages. */
async function read(bytes: Uint8Array | undefined) {
  const pdf = await getDocumentProxy(new Uint8Array(bytes ?? []));
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const page = await pdf.getPage(index + 1);
      const { items } = await page.getTextContent();
      const [, , width = 0] = page.view;
      return { width, words: items.flatMap((item) => ("str" in item ? [item] : [])) };
    }),
  );
  const text = pages
    .map(({ words }) => words.map(({ str }) => str).join(" "))
    .join("\n")
    .replace(/\s+/g, " ");
  return {
    pages,
    text,
    isTagged: (await pdf.getMarkInfo())?.Marked,
    info: await pdf.getMetadata(),
  };
}

interface Bookmark {
  readonly title: string;
  readonly items: readonly Bookmark[];
}

/** The bookmarks of a PDF one below the other, and the tags of each page without the names of their marks. */
async function outlined(bytes: Uint8Array | undefined) {
  const pdf = await getDocumentProxy(new Uint8Array(bytes ?? []));
  const titles = (marks: readonly Bookmark[]): string[] =>
    marks.flatMap(({ title, items }) => [title, ...titles(items)]);
  const trees = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const tree = await (await pdf.getPage(index + 1)).getStructTree();
      return JSON.stringify(tree)
        .replaceAll(/"id":"[^"]*"/g, '"id":""')
        .replace(
          /\{"role":"Document","children":\[\{"role":"Part"(.*)\]\}(?=\],"role":"Root"\}$)/,
          '{"role":"Document"$1',
        );
    }),
  );
  return { marks: titles(await pdf.getOutline()), trees };
}

function isFull(tree: string): boolean {
  return tree.includes('"H1"') || tree.includes('"H2"') || tree.includes("Table");
}

function named(names: readonly string[]): Student[] {
  return numberedStudents(names.length).map((student, index) => ({
    ...student,
    name: names[index] ?? "",
  }));
}

describe("a set on paper", () => {
  it("is the same to the byte, however many threads set it", async () => {
    const forms = ["sheet", "key", "solutions"] as const;
    const make = (threads: number) =>
      pdfs(made(QUESTIONS.slice(0, 2), numberedStudents(7)).document, { forms, threads });
    const [one, other] = [await make(1), await make(3)];
    expect([...one.keys()]).toEqual([...other.keys()]);
    expect([...one.keys()].filter((path) => !path.includes("sheets/"))).toEqual([
      "pdf/all-sheets.pdf",
      "pdf/key.pdf",
      "pdf/solutions.pdf",
    ]);
    for (const [path, bytes] of one)
      expect(Buffer.compare(bytes, other.get(path) ?? bytes)).toBe(0);
  });

  it("is tagged, says its title and its language, and bears name, code and page numbers", async () => {
    const { document } = made(QUESTIONS, named(["Ada Lovelace"]));
    const files = await pdfs(document, { forms: ["sheet", "key"] });
    const [sheet] = document.sheets();
    const { text, isTagged, info, pages } = await read(files.get(`pdf/sheets/${sheet?.code}.pdf`));
    expect(isTagged).toBe(true);
    expect(info.info).toMatchObject({ Title: `Quiz, ${sheet?.code}`, Language: "en" });
    expect(text).toContain("Ada Lovelace");
    expect(text).toContain(sheet?.code);
    expect(text).toContain(`Page 1 of ${pages.length}`);
    expect(text).toContain("void");
  });

  it("tells the answers in the key, and not on the sheet", async () => {
    const { document } = made(["{type: parameters, level: 4}"], named(["Ada"]));
    const files = await pdfs(document, { forms: ["sheet", "key", "solutions"] });
    const [sheet] = document.sheets();
    const answer = sheet?.items[0]?.keyText ?? "none";
    const bare = async (path: string) => (await read(files.get(path))).text.replaceAll(/\s/g, "");
    expect(await bare(`pdf/sheets/${sheet?.code}.pdf`)).not.toContain(answer);
    expect(await bare("pdf/all-sheets.pdf")).not.toContain(answer);
    expect(await bare("pdf/key.pdf")).toContain(answer);
    expect(await bare("pdf/solutions.pdf")).toContain(answer);
  });

  it("begins each student's sheet of the bundle on the front of a leaf", async () => {
    const { document } = made(["{type: conv-forward, level: 1}"]);
    const { pages, text } = await read(
      (await pdfs(document, { forms: ["sheet"] })).get("pdf/all-sheets.pdf"),
    );
    expect(pages).toHaveLength(6);
    expect(text.match(/Page 1 of 1/g)).toHaveLength(3);
  });

  it("shows in the bundle what each student's own sheet shows, page by page", async () => {
    const students = named(["Ada", "Grace", "Emmy"]).map((one, at) => ({
      ...one,
      isLargePrint: at === 1,
    }));
    const { document } = made(QUESTIONS, students);
    const files = await pdfs(document, { forms: ["sheet"] });
    const pagesOf = async (path: string) =>
      (await read(files.get(path))).pages.map(({ words }) => words.map(({ str }) => str).join(" "));
    const apart = await Promise.all(
      Array.from(document.sheets(), ({ code }) => pagesOf(`pdf/sheets/${code}.pdf`)),
    );
    expect(new Set(apart.map(({ length }) => length)).size).toBeGreaterThan(1);
    const blank = "This page is left blank.";
    const bound = apart.flatMap((pages) => (pages.length % 2 ? [...pages, blank] : pages));
    expect(await pagesOf("pdf/all-sheets.pdf")).toEqual(bound);
  });

  it("keeps the tags and the bookmarks of every sheet in the bundle", async () => {
    const { document } = made(QUESTIONS, named(["Ada", "Grace (1 0 R"]), {
      head: "instructions: A (bracket, \\\\ and /StructParents 3\n",
    });
    const files = await pdfs(document, { forms: ["sheet"] });
    const codes = Array.from(document.sheets(), ({ code }) => code);
    const apart = await Promise.all(
      codes.map((code) => outlined(files.get(`pdf/sheets/${code}.pdf`))),
    );
    const bundle = await outlined(files.get("pdf/all-sheets.pdf"));
    expect(bundle.marks).toEqual(apart.flatMap(({ marks }) => marks));
    expect(bundle.marks.length).toBeGreaterThan(codes.length * QUESTIONS.length);
    expect(bundle.trees.filter(isFull)).toEqual(apart.flatMap(({ trees }) => trees));
  });

  it("says what it refuses", async () => {
    const refused = typstCompiler(1).pdf('#set document(title: "x")\n#panic(1)');
    await expect(refused).rejects.toThrow("panicked with: 1");
  });

  it("takes any name, and any title", async () => {
    const { document } = made(
      [
        `{type: conv-forward, level: 1, title: '#[ $ " \\ 漢 🎉', wording: '#panic() $ {statement} ]'}`,
      ],
      named(HOSTILE),
      { head: "instructions: '#import \"x\": y // /* `raw` @ref <label> 漢'\n" },
    );
    const files = await pdfs(document, { forms: ["sheet", "key", "solutions"] });
    const { text } = await read(files.get("pdf/key.pdf"));
    for (const name of ['"); #panic("x")', "A\\", "#[ $ ] } {", "ShanTian TaiLang", "Zoë"]) {
      expect(text).toContain(name);
    }
  });
});

describe("large print and a fixed layout", () => {
  const students = numberedStudents(6).map((student, index) => ({
    ...student,
    isLargePrint: index === 1,
    timeFactor: index === 1 ? 1.5 : 1,
  }));
  const { document } = made(QUESTIONS, students);
  const sheets = [...document.sheets()];

  it("has larger type and the student's own time", async () => {
    const files = await pdfs(document, { forms: ["sheet"] });
    const of = (index: number) => read(files.get(`pdf/sheets/${sheets[index]?.code}.pdf`));
    const [usual, large] = [await of(0), await of(1)];
    const heightOf = ({ pages }: typeof usual) =>
      pages[0]?.words.find(({ str }) => str.startsWith("Slide"))?.height ?? 0;
    expect(heightOf(large)).toBeGreaterThan(1.4 * heightOf(usual));
    expect(large.text).toContain(`about ${Math.round(sheets[1]?.minutes ?? 0)} minutes`);
    expect(sheets[1]?.minutes).toBe(1.5 * (sheets[0]?.minutes ?? 0));
  });

  it("puts the boxes of each question in the same place in every variant", async () => {
    const compiler = typstCompiler();
    const sources: string[] = [];
    const pdf = (source: string) => {
      sources.push(source);
      return compiler.pdf(source);
    };
    const options = { ...DEFAULT_OPTIONS, forms: ["sheet"], hasFixedLayout: true } as const;
    const files = pdfFormat({ ...compiler, pdf }).files(document, options);
    const pageCounts = new Set<number>();
    for await (const { path, chunks } of files) {
      const [bytes] = chunks;
      const isSheet = path.includes("sheets/") && bytes instanceof Uint8Array;
      if (isSheet) pageCounts.add((await read(bytes)).pages.length);
    }
    const places = await Promise.all(
      sources.slice(0, sheets.length).map((source) => compiler.query(source + PLACES, "places")),
    );
    expect(pageCounts.size).toBe(1);
    expect(places[0]?.[0]).toHaveLength(QUESTIONS.length);
    for (const place of places) expect(place).toEqual(places[0]);
  });
});

/** Page and place of every question's boxes, in units of the type. */
const PLACES = `#context [#metadata(query(<place>).map(one => {
  let at = one.location().position()
  (one.value, at.page, calc.round(at.x / u, digits: 2), calc.round(at.y / u, digits: 2))
}))<places>]`;
