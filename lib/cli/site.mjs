import { createReadStream } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sirv from "sirv";
import { SITE, buildSite } from "./build.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const LAST_PORT = 65_535;

process.chdir(ROOT);
try {
  const port = requestedPort();
  await buildSite();
  serve(port);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

function requestedPort() {
  const text = process.env.PORT ?? "3000";
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= LAST_PORT) return port;
  throw new Error(`PORT is "${text}", but a port is a whole number from 1 to ${LAST_PORT}.`);
}

/** Serves the exported pages at clean addresses (`/learn` is `learn.html`). */
function serve(firstPort) {
  let port = firstPort;
  const files = sirv(SITE, { etag: true, setHeaders: setCaching });
  const server = createServer((request, response) => {
    files(request, response, () => notFound(request, response));
  });
  server.on("listening", () => console.log(`Kernelwise is at http://localhost:${port}`));
  server.on("error", (error) => {
    if (error.code !== "EADDRINUSE" || port === LAST_PORT) throw error;
    port += 1;
    server.listen(port);
  });
  server.listen(port);
}

/** Files under _next/static carry a hash in their name and never change; all else is asked again. */
function setCaching(response, path) {
  const isHashed = path.startsWith("/_next/static/");
  response.setHeader(
    "Cache-Control",
    isHashed ? "public, max-age=31536000, immutable" : "no-cache",
  );
}

function notFound(request, response) {
  response.writeHead(404, { "Content-Type": "text/html; charset=utf-8" });
  if (request.method === "HEAD") response.end();
  else createReadStream(join(SITE, "404.html")).pipe(response);
}
