// The WebAssembly module behind each element: fetched once, when the first element of its kind asks for it.
const begun = new Map();
const failed = new Map(); // who wants to know when a module fails while it runs
const at = (file) => new URL(file, import.meta.url).href;

const attempts = new Map();

async function binary(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new TypeError(`${address}: ${answer.status}`); // as when there is no answer
  return answer;
}

async function start(name) {
  const wasm = binary(at(`${name}.wasm`)); // side by side with the script that asks for it
  wasm.catch(() => { /* told by the script, unless it cannot be had either */ });
  const attempt = attempts.get(name) ?? 0;
  attempts.set(name, attempt + 1);
  // Browsers remember by its address a script that could not be had.
  const module = await import(at(`${name}.js`) + (attempt ? `?${attempt}` : ""));
  await module.default({ module_or_path: wasm });
  module.when_failed((reason) => {
    begun.set(name, { module: Promise.reject(reason) });
    begun.get(name).module.catch(() => { /* told to whoever asks */ });
    // Later, so that what is still running in the page comes to its end first.
    queueMicrotask(() => failed.get(name)?.forEach((callback) => callback(reason)));
  });
  return module;
}

/** The module of this name, or the reason why it cannot run here. What failed is tried again by the next who asks. */
export function begin(name) {
  if (!begun.has(name)) {
    const module = start(name);
    begun.set(name, { module });
    module.then((ready) => { begun.get(name).ready = ready; }, () => begun.delete(name));
  }
  return begun.get(name).module;
}

/** The module of this name when it is there already. */
export const present = (name) => begun.get(name)?.ready;

/** Calls back when the module of this name fails while it runs; the answer ends that. */
export function whenFailed(name, callback) {
  if (!failed.has(name)) failed.set(name, new Set());
  failed.get(name).add(callback);
  return () => failed.get(name).delete(callback);
}
