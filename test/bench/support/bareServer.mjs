// bareServer.mjs FILE: answers every request with the bytes of a file, and does nothing else. Prints its port.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

const [file = ""] = process.argv.slice(2);
/** @type {{ readonly status: number, readonly headers: Record<string, string>, readonly body: string }} */
const { status, headers, body } = JSON.parse(readFileSync(file, "utf8"));
const bytes = Buffer.from(body);

const server = createServer((request, response) => {
  request.resume().once("end", () => {
    response.writeHead(status, headers);
    response.end(bytes);
  });
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address === "object") console.log(`listening on http://127.0.0.1:${address?.port}`);
});
process.on("disconnect", () => process.exit());
