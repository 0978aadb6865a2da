// What a module may ask of the element that it draws.
import { load } from "./ahead.js";

export const hooks = (host, internals) => ({
  emit: (name, detail) => host.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, cancelable: name === "gongkai-navigate", detail: JSON.parse(detail) })),
  changed: () => host.dispatchEvent(new Event("change", { bubbles: true })),
  form_value: (value) => internals?.setFormValue(value),
  validity: (message) => internals?.setValidity(message ? { customError: true } : {}, message, host.shadowRoot.firstElementChild),
  load: async (address, done) => done(...await load(address)),
  // The host's own field inside the element is posted only while the element does not take its place.
  take_over: (taken) => host.querySelectorAll("[name]").forEach((field) => { field.disabled = taken; }),
});
