// Defines the custom elements. A page needs this file and nothing else: modules come when their elements do.
import { ahead } from "./ahead.js";
import { define } from "./element.js";
import { begin } from "./modules.js";
import { specs } from "./specs.js";

// What stands in the page already is fetched for at once, module and data side by side.
const wanted = specs.map(({ tag }) => [tag, [...document.querySelectorAll(tag)]]).filter(([, hosts]) => hosts.length);
wanted.forEach(([, hosts]) => hosts.forEach(ahead));

/** Fulfilled when the elements in the page can be drawn; rejected with the reason when a module cannot run here. */
export const ready = Promise.all(wanted.map(([tag]) => begin(tag))).then(() => {});
ready.catch(() => { /* the elements say so */ });

/**
 * Judges an entry. All arguments but `item`, `stage` and `today` are JSON texts; so is the answer, a `gongkai-report/1`.
 * Rejected with `{code, message}` when the pack or the calendar cannot be read.
 */
export const check = async (...args) => (await begin("gongkai-check")).check(...args);

specs.forEach(define);
