// Loads the module and defines the custom elements. A page needs this file and nothing else.
import init, * as module from "./gongkai_widgets.js";
import { ahead } from "./ahead.js";
import { define } from "./element.js";

const hosts = () => document.querySelectorAll("gongkai-form, gongkai-nav");
hosts().forEach(ahead);

/** Fulfilled when the elements are defined; rejected with the reason when the module cannot run here. */
export const ready = init().then(() => {
  for (const spec of JSON.parse(module.specs())) define(spec, module);
});

/**
 * Judges an entry. All arguments but `item`, `stage` and `today` are JSON texts; so is the answer, a `gongkai-report/1`.
 * Throws `{code, message}` when the pack or the calendar cannot be read.
 */
export const check = (...args) => module.check(...args);

// Without the module the fields inside the elements stay as they are; the page only says why.
ready.catch((reason) => {
  for (const host of hosts()) {
    host.dispatchEvent(new CustomEvent("gongkai-error", {
      bubbles: true, composed: true, detail: { code: "module-unusable", message: String(reason) },
    }));
  }
});
