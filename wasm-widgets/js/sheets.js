// Files of spreadsheets in and out, by a module of their own that comes with the first file.
import { load } from "./ahead.js";
import { begin } from "./modules.js";

async function ready(pack) {
  const [module, [status, text]] = await Promise.all([begin("gongkai-sheets"), load(pack)]);
  if (status < 200 || status >= 300) throw new Error(`${pack}: ${status || text}`);
  return [module, text];
}

async function read(pack, item, file) {
  const [[module, text], bytes] = await Promise.all([ready(pack), file.arrayBuffer()]);
  return module.read(text, item, new Uint8Array(bytes));
}

async function save(pack, item, entries, format, name) {
  const [module, text] = await ready(pack);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([module.write(text, item, entries, format)]));
  link.download = `${name}.${format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return "";
}

// `done` hears whether it went well, and the answer or the reason.
const answer = (promise, done) => void promise.then((text) => done(true, text), (reason) => done(false, String(reason?.message ?? reason)));

/** What a module asks for: `read_file` says what stands in a file, as JSON; `save_file` writes entries into one, which
 * the browser then saves. */
export const files = {
  read_file: (pack, item, file, done) => answer(read(pack, item, file), done),
  save_file: (pack, item, entries, format, name, done) => answer(save(pack, item, entries, format, name), done),
};
