// What a form asks of the page around it and hears from it, one file for each concern.
import { bound } from "./bound.js";
import { drawn } from "./drawn.js";
import { drafts } from "./drafts.js";
import { keys } from "./keys.js";
import { leaving } from "./leaving.js";
import { files } from "./sheets.js";
import { slotted } from "./slotted.js";
import { uploads } from "./uploads.js";

/** The functions that the module calls, and `close` for the end; `call(name, ...values)` tells the
 * module, `ask(name)` reads a property as JSON. */
export function page(host, internals, call, ask) {
  const closing = new AbortController();
  const { signal } = closing;
  const field = bound(host, internals, call, signal);
  const keeping = drafts(call, ask, signal);
  keys(host.shadowRoot, call, signal);
  return {
    hooks: {
      ...field.hooks, ...keeping.hooks,
      ...leaving(() => internals.form ?? field.form(), call, signal),
      drawn: () => drawn(host),
      ...slotted(host, call, signal), ...uploads(host, call), ...files,
    },
    close() { keeping.flush(); closing.abort(); },
  };
}
