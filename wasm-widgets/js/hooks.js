// What a module may ask of the element that it draws.
import { load } from "./ahead.js";

export const hooks = (host, internals, page) => ({
  // Later, since listeners may ask the element for what is in it.
  emit: (name, detail) => queueMicrotask(() => host.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail: JSON.parse(detail) }))),
  form_value: (value) => internals?.setFormValue(value),
  load: async (address, done) => done(...await load(address)),
  ...page?.hooks,
});
