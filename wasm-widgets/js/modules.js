// The WebAssembly module behind each element: fetched once, when the first element of its kind asks for it.
const begun = new Map();
const at = (file) => new URL(file, import.meta.url).href;

async function start(name) {
  const wasm = fetch(at(`${name}.wasm`)); // side by side with the script that asks for it
  wasm.catch(() => { /* told by the script, unless it cannot be had either */ });
  const module = await import(at(`${name}.js`));
  await module.default({ module_or_path: wasm });
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
