// What a module may ask of the element that it draws.
import { load } from "./ahead.js";
import { settled } from "./drawn.js";
import { keep } from "./unusable.js";

const event = (name, detail, cancelable) => new CustomEvent(name, { bubbles: true, composed: true, cancelable, detail: JSON.parse(detail) });

// Pages in GBK post in GBK: letters that it lacks would arrive as something else. Escaped, the same JSON passes any encoding.
const postable = (json) =>
  document.characterSet === "UTF-8" ? json : json?.replace(/[^\0-\x7f]/g, (unit) => "\\u" + unit.charCodeAt().toString(16).padStart(4, 0));

// What is in the page is looked after with each node that comes; out of it, once with all of them.
function stage(host) {
  let out = null;
  const onstage = () => {
    if (out && !out.parentNode) host.shadowRoot.append(out); // unless another element has got it meanwhile
    out = null;
  };
  return {
    offstage() {
      out = host.shadowRoot.firstElementChild;
      out?.remove();
      queueMicrotask(onstage);
    },
    onstage,
  };
}

export const hooks = (host, internals, page, drawn) => ({
  // Later, since listeners may ask the element for what is in it.
  emit: (name, detail) => queueMicrotask(() => {
    if (name === "gongkai-ready") drawn();
    host.dispatchEvent(event(name, detail, false));
  }),
  ...stage(host),
  ask: (name, detail) => host.dispatchEvent(event(name, detail, true)),
  form_value: (value) => { keep(host, value); internals?.setFormValue(postable(value)); },
  // Keys and frames come first.
  later: (action) => (globalThis.requestIdleCallback ?? setTimeout)(() => action(), { timeout: 100 }),
  load: async (address, done) => {
    const answer = await load(address);
    await settled(host);
    done(...answer);
  },
  ...page?.hooks,
});
