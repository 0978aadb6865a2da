// What a module may ask of the element that it draws.
import { load } from "./ahead.js";
import { read, save } from "./sheets.js";

// `done` hears whether it went well, and the answer or the reason.
const answer = (promise, done) => promise.then((text) => done(true, text), (reason) => done(false, String(reason?.message ?? reason)));

export const hooks = (host, internals) => ({
  emit: (name, detail) => host.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail: JSON.parse(detail) })),
  changed: () => host.dispatchEvent(new Event("change", { bubbles: true })),
  form_value: (value) => internals?.setFormValue(value),
  validity: (message) => internals?.setValidity(message ? { customError: true } : {}, message, host.shadowRoot.firstElementChild),
  read_file: (pack, item, file, done) => void answer(read(pack, item, file), done),
  save_file: (pack, item, entries, format, name, done) => void answer(save(pack, item, entries, format, name), done),
  load: async (address, done) => done(...await load(address)),
  // The host's own field inside the element is posted only while the element does not take its place.
  take_over: (taken) => host.querySelectorAll("[name]").forEach((field) => { field.disabled = taken; }),
});
