import { TYPESETTER_WORDS } from "@/content/sets";

/** The version of the compiler, by which a browser keeps its files. */
export const TYPST_VERSION = "0.7.0";

/** The fonts of the command line's compiler, in its order, which decides between fonts that fit alike. */
export const TYPST_FONTS = [
  "LibertinusSerif-Regular.otf",
  "LibertinusSerif-Bold.otf",
  "LibertinusSerif-Italic.otf",
  "LibertinusSerif-BoldItalic.otf",
  "LibertinusSerif-Semibold.otf",
  "LibertinusSerif-SemiboldItalic.otf",
  "NewCMMath-Bold.otf",
  "NewCMMath-Book.otf",
  "NewCMMath-Regular.otf",
  "NewCM10-Regular.otf",
  "NewCM10-Bold.otf",
  "NewCM10-Italic.otf",
  "NewCM10-BoldItalic.otf",
  "DejaVuSansMono-Bold.ttf",
  "DejaVuSansMono-BoldOblique.ttf",
  "DejaVuSansMono-Oblique.ttf",
  "DejaVuSansMono.ttf",
] as const;

/** The compiler and its fonts, as they lie at the site. */
export interface TypstFiles {
  readonly compiler: Uint8Array<ArrayBuffer>;
  readonly fonts: readonly Uint8Array<ArrayBuffer>[];
}

/** Hears how many bytes are loaded, and of how many; 0 where the site does not say. */
export type HeardBytes = (loaded: number, total: number) => void;

/** Loads the files side by side; a browser that was given them once has them without a network. */
export async function loadTypstFiles(heard: HeardBytes): Promise<TypstFiles> {
  const cache = await openCache();
  const kept = await Promise.all(
    ["compiler.wasm", ...TYPST_FONTS].map(async (name) => {
      const address = `/typst/${name}`;
      const response = (await cache?.match(address)) ?? (await fetched(address));
      return { address, response };
    }),
  );
  const total = kept.reduce((sum, { response }) => sum + lengthOf(response), 0);
  let loaded = 0;
  const [compiler, ...fonts] = await Promise.all(
    kept.map(async ({ address, response }) => {
      const bytes = await bytesOf(response, (more) => heard((loaded += more), total));
      await cache?.put(address, new Response(bytes, { headers: lengthHeader(bytes) }));
      return bytes;
    }),
  );
  if (!compiler) throw new Error("The typesetter has no compiler.");
  return { compiler, fonts };
}

/** A browser keeps files only for a site that it reached safely, and not if it is short of room. */
async function openCache(): Promise<Cache | undefined> {
  return "caches" in globalThis
    ? caches.open(`typst-${TYPST_VERSION}`).catch(() => undefined)
    : undefined;
}

async function fetched(address: string): Promise<Response> {
  const response = await fetch(address).catch(() => undefined);
  if (response?.ok) return response;
  throw new Error(TYPESETTER_WORDS.failed);
}

/** What is sent compressed has a length that says nothing. */
function lengthOf({ headers }: Response): number {
  return headers.has("Content-Encoding") ? 0 : Number(headers.get("Content-Length") ?? 0);
}

function lengthHeader({ length }: Uint8Array): Record<string, string> {
  return { "Content-Length": String(length) };
}

async function bytesOf(
  { body }: Response,
  heard: (more: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const counting = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(piece, out) {
      heard(piece.length);
      out.enqueue(piece);
    },
  });
  return new Response(body?.pipeThrough(counting)).bytes();
}
