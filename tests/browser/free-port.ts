import { once } from "node:events";
import { createServer } from "node:net";

/**
 * A TCP port that nothing listens on, as the operating system picks it.
 *
 * @example await freePort() // 41233
 */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no TCP port was given");
  return address.port;
}
