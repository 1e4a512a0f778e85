import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { bundled, written } from "./bundle.mjs";
import { bundleShippedKernel } from "./kernel.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const PAGE = "http://localhost/";

/** The peers' binaries, which each looks for beside the page. */
const BINARIES = [
  `${here}node_modules/onnxruntime-web/dist/`,
  `${here}node_modules/@tensorflow/tfjs-backend-wasm/dist/`,
];

/** As `timedRows` in this process, but in a page of Chromium without a window, with the kernel as the site ships it. */
export async function inChromium(options) {
  const { findChromium, LAUNCH_ARGS } = await bundled(
    "chromium",
    `export * from "@/tests/browser/chromium";`,
  );
  await bundleShippedKernel();
  const scripts = {
    "/bench.js": await forPage("page", `export * from "./tests/bench/rows.mjs";`),
    "/apart.js": await forPage("apart", `import "./tests/bench/apart/thread.mjs";`),
  };
  const browser = await chromium.launch({ executablePath: findChromium(), args: LAUNCH_ARGS });
  try {
    const page = await browser.newPage();
    page.on("console", (message) => console.error(message.text()));
    await page.route("**/*", (route) => answer(route, scripts));
    await page.goto(PAGE);
    const result = await page.evaluate(timeHere, { script: "/bench.js", options });
    return { where: `Chromium ${browser.version()}`, ...result };
  } finally {
    await browser.close();
  }
}

function forPage(name, contents) {
  return written(name, contents, { minify: true, platform: "browser" });
}

/** Runs in the page. */
async function timeHere({ script, options }) {
  const { peers, timedRows } = await import(script);
  return { peers: await peers(), rows: await timedRows(options) };
}

/** An empty page, the scripts, and the binaries: no server, so no port. */
function answer(route, scripts) {
  const { pathname } = new URL(route.request().url());
  if (pathname === "/") return route.fulfill({ contentType: "text/html", body: "<!doctype html>" });
  if (pathname in scripts)
    return route.fulfill({ path: scripts[pathname], contentType: "text/javascript" });
  const name = pathname.slice(1);
  const folder = BINARIES[name.startsWith("ort-") ? 0 : 1];
  return route.fulfill({ path: `${folder}${name}`, contentType: "application/wasm" });
}
