import { webTypst } from "@/app/sets/engine/typst";
import { TYPST_FONTS, TYPST_VERSION, loadTypstFiles } from "@/app/sets/engine/typst-files";
import { TYPESETTER_WORDS } from "@/content/sets";
import { typstCompiler } from "@/lib/cli/typst";
import { writeTypstFiles } from "@/lib/cli/typst-files.mjs";
import { numberedStudents } from "@/lib/problemset";
import { DEFAULT_OPTIONS, type TypstCompiler, pdfFormat } from "@/lib/problemset/formats";
import packageJson from "@/package.json";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { made } from "../problemset/made";

const folder = mkdtempSync(join(tmpdir(), "kernelwise-typst-"));
const fonts = writeTypstFiles(folder);
afterAll(() => rmSync(folder, { recursive: true }));

const fileAt = (name: string) => new Uint8Array(readFileSync(join(folder, name)));
const FILES = { compiler: fileAt("compiler.wasm"), fonts: TYPST_FONTS.map(fileAt) };
const files = () => Promise.resolve(FILES);

describe("the typesetter of a browser", () => {
  const browser = webTypst(files);
  const { document } = made(
    [
      "{type: conv-forward, level: 3, points: 2}",
      "{type: parameters, level: 2}",
      "{type: spot-the-error, level: 2}",
    ],
    numberedStudents(2).map((student) => ({ ...student, name: "Zoë & $x$" })),
  );

  async function pdfs(compiler: TypstCompiler, hasFixedLayout: boolean) {
    const found = new Map<string, Uint8Array>();
    const options = { ...DEFAULT_OPTIONS, hasFixedLayout };
    for await (const { path, chunks } of pdfFormat(compiler).files(document, options)) {
      for (const chunk of chunks) if (typeof chunk !== "string") found.set(path, chunk);
    }
    return found;
  }

  it.each([false, true])(
    "writes the command line's files but for the mark of PDF/UA-1; fixed layout: %s",
    async (isFixed) => {
      const [here, there] = [await pdfs(browser, isFixed), await pdfs(typstCompiler(), isFixed)];
      expect([...here.keys()]).toEqual([...there.keys()]);
      expect(here.size).toBe(5);
      for (const [path, bytes] of here) {
        const isSame = unmarked(bytes) === unmarked(there.get(path));
        expect(isSame ? "" : path).toBe("");
      }
      expect(unmarked(here.get("pdf/key.pdf")).length).toBeGreaterThan(10_000);
    },
  );

  it("gives the same bytes for the same source", async () => {
    const [one, other] = [await pdfs(browser, false), await pdfs(webTypst(files), false)];
    for (const [path, bytes] of one) {
      expect(Buffer.compare(bytes, other.get(path) ?? bytes.slice(1))).toBe(0);
    }
  });

  it("knows the fonts and the version that are installed", () => {
    expect(fonts).toEqual(TYPST_FONTS);
    expect(packageJson.dependencies["@myriaddreamin/typst-ts-web-compiler"]).toBe(TYPST_VERSION);
    expect(packageJson.dependencies["@myriaddreamin/typst-ts-node-compiler"]).toBe(TYPST_VERSION);
  });

  it("says what it refuses", async () => {
    await expect(browser.pdf("#panic(1)")).rejects.toThrow("panicked with: 1");
  });
});

describe("the loading of the typesetter", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("says how far it is, and needs the site only once", async () => {
    let isThere = true;
    const asked = stubSite(() => isThere);
    const heard: (readonly [number, number])[] = [];
    const first = await loadTypstFiles((...bytes) => heard.push(bytes));
    expect(heard.every(([loaded, total]) => loaded <= total)).toBe(true);
    const size = first.fonts.reduce((sum, { length }) => sum + length, first.compiler.length);
    expect(heard.at(-1)).toEqual([size, size]);
    expect(asked).toHaveLength(1 + TYPST_FONTS.length);
    isThere = false;
    const second = await loadTypstFiles(() => {});
    expect(second.compiler.length).toBe(first.compiler.length);
    expect(asked).toHaveLength(1 + TYPST_FONTS.length);
  });

  it("says what to do where the site cannot be reached", async () => {
    stubSite(() => false);
    await expect(loadTypstFiles(() => {})).rejects.toThrow(TYPESETTER_WORDS.failed);
  });

  it.each([
    [0, 0, "Loading the typesetter …"],
    [12e6, 37e6, "Loading the typesetter … 12 of 37 MB"],
    [12e6, 0, "Loading the typesetter … 12 MB"],
    [37e6, 37e6, "Starting the typesetter"],
  ])("%i of %i bytes are %j", (loaded, total, words) => {
    expect(TYPESETTER_WORDS.loading(loaded, total)).toBe(words);
  });
});

/** All of a file but the places of its objects, and what PDF/UA-1 adds: its mark, boxes around formulas and tables. */
function unmarked(bytes: Uint8Array | undefined): string {
  const text = Buffer.from(bytes ?? []).toString("latin1");
  return text
    .slice(0, text.lastIndexOf("\nxref"))
    .replaceAll(/\n +\/A \[<<\n +\/O \/Layout\n +\/BBox \[[^\]]*\]\n +>>\]/g, "")
    .replaceAll(/\n +\/BBox \[[^\]]*\]/g, "")
    .replaceAll(/\n +\/DisplayDocTitle true/g, "")
    .replaceAll(/\/Length \d+\n(?= +\/Type \/Metadata)/g, "")
    .replaceAll(/<\?xpacket[^]*?end="r"\?>/g, "");
}

/** A site, and a browser that keeps what it is given. */
function stubSite(isThere: () => boolean) {
  const kept = new Map<string, Response>();
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (address: string) => {
    asked.push(address);
    if (!isThere()) throw new TypeError("no network");
    const bytes = fileAt(address.slice("/typst/".length));
    return new Response(bytes, { headers: { "Content-Length": String(bytes.length) } });
  });
  vi.stubGlobal("caches", {
    open: async () => ({
      match: async (address: string) => kept.get(address)?.clone(),
      put: async (address: string, response: Response) => void kept.set(address, response),
    }),
  });
  return asked;
}
