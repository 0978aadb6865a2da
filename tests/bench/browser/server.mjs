// Serves the built pages on this machine: compressed beforehand with brotli at quality 11, never cached by the browser.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, relative } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".json": "application/json" };
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };

/** `sent` counts the bytes of everything but the HTML itself. */
export async function serve(folder) {
  const files = new Map();
  for (const name of readdirSync(folder, { recursive: true })) {
    const path = join(folder, name);
    if (statSync(path).isFile()) files.set(`/${relative(folder, path)}`, brotliCompressSync(readFileSync(path), QUALITY));
  }
  const site = { sent: 0 };
  const server = createServer((request, response) => {
    const { pathname: path } = new URL(request.url, "http://localhost");
    const content = files.get(path);
    if (!content) return void response.writeHead(404).end();
    if (!path.endsWith(".html")) site.sent += content.length;
    const type = TYPES[extname(path)] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": type, "content-encoding": "br", "cache-control": "no-store" }).end(content);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  site.address = `http://127.0.0.1:${server.address().port}`;
  site.close = () => server.close();
  return site;
}
