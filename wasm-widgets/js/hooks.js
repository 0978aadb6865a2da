// What a module may ask of the element that it draws.
import { load } from "./ahead.js";
import { keep, takeOver } from "./unusable.js";

export const hooks = (host, internals) => ({
  emit: (name, detail) => host.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail: JSON.parse(detail) })),
  changed: () => host.dispatchEvent(new Event("change", { bubbles: true })),
  form_value: (value) => { keep(host, value); internals?.setFormValue(value); },
  validity: (message) => internals?.setValidity(message ? { customError: true } : {}, message, host.shadowRoot.firstElementChild),
  load: async (address, done) => done(...await load(address)),
  take_over: (taken) => takeOver(host, taken),
});
