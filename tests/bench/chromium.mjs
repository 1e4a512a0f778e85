import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { bundled, written } from "./bundle.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const PAGE = "http://localhost/";

/** The peers' binaries, which each looks for beside the page. */
const BINARIES = [
  `${here}node_modules/onnxruntime-web/dist/`,
  `${here}node_modules/@tensorflow/tfjs-backend-wasm/dist/`,
];

/** As `timedRows` in this process, but in a page of Chromium without a window, from a minified bundle. */
export async function inChromium(options) {
  const { findChromium, LAUNCH_ARGS } = await bundled(
    "chromium",
    `export * from "@/tests/browser/chromium";`,
  );
  const script = await written("page", `export * from "./tests/bench/rows.mjs";`, {
    minify: true,
    platform: "browser",
  });
  const browser = await chromium.launch({ executablePath: findChromium(), args: LAUNCH_ARGS });
  try {
    const page = await browser.newPage();
    page.on("console", (message) => console.error(message.text()));
    await page.route("**/*", (route) => answer(route, script));
    await page.goto(PAGE);
    const result = await page.evaluate(timeHere, { script: "/bench.js", options });
    return { where: `Chromium ${browser.version()}`, ...result };
  } finally {
    await browser.close();
  }
}

/** Runs in the page. */
async function timeHere({ script, options }) {
  const { peers, timedRows } = await import(script);
  return { peers: peers(), rows: await timedRows(options) };
}

/** An empty page, the script, and the binaries: no server, so no port. */
function answer(route, script) {
  const { pathname } = new URL(route.request().url());
  if (pathname === "/") return route.fulfill({ contentType: "text/html", body: "<!doctype html>" });
  if (pathname === "/bench.js")
    return route.fulfill({ path: script, contentType: "text/javascript" });
  const name = pathname.slice(1);
  const folder = BINARIES[name.startsWith("ort-") ? 0 : 1];
  return route.fulfill({ path: `${folder}${name}`, contentType: "application/wasm" });
}
