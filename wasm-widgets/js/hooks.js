// What a module may ask of the element that it draws.
import { load } from "./ahead.js";
import { settled } from "./drawn.js";
import { keep } from "./unusable.js";

const event = (name, detail, cancelable) => new CustomEvent(name, { bubbles: true, composed: true, cancelable, detail: JSON.parse(detail) });

export const hooks = (host, internals, page) => ({
  // Later, since listeners may ask the element for what is in it.
  emit: (name, detail) => queueMicrotask(() => host.dispatchEvent(event(name, detail, false))),
  ask: (name, detail) => host.dispatchEvent(event(name, detail, true)),
  form_value: (value) => { keep(host, value); internals?.setFormValue(value); },
  load: async (address, done) => {
    const answer = await load(address);
    await settled(host);
    done(...answer);
  },
  ...page?.hooks,
});
