// The host's own field: inside the element, or the one that `for` names; the element takes its place while it is usable.
import { takeOver } from "./unusable.js";

const shown = new Map(); // how fields were displayed before

function hide(node) { shown.set(node, node.style.display); node.style.display = "none"; }
function unhide(node) { node.style.display = shown.get(node); shown.delete(node); }

export function bound(host, internals, call, signal) {
  let field = null;
  let taking = null;
  const tell = (type) => queueMicrotask(() => { for (const node of [host, field]) if (node && (type === "change" || node === field)) node.dispatchEvent(new Event(type, { bubbles: true })); });

  const take = () => {
    taking = new AbortController();
    const hidden = [field, ...field.labels ?? []]; // a label without its field would speak of nothing
    hidden.forEach(hide);
    taking.signal.addEventListener("abort", () => hidden.forEach(unhide));
    field.addEventListener("invalid", (event) => {
      event.preventDefault(); // the browser cannot point at a field that is hidden
      call("show-issues");
    }, taking);
    // At the time of the event the field is not reset yet.
    field.form?.addEventListener("reset", () => setTimeout(() => call("reset-to", field.value)), taking);
  };
  const release = () => {
    taking?.abort();
    field?.setCustomValidity("");
    taking = field = null;
  };
  signal.addEventListener("abort", release);

  return {
    form: () => field?.form,
    hooks: {
      bound_value() {
        release();
        field = host.getRootNode().getElementById?.(host.getAttribute("for")) ?? null;
        return field?.value;
      },
      take_over(taken) {
        takeOver(host, taken);
        if (!taken) release();
        else if (field) take();
      },
      write_field(value) {
        if (!field || field.value === value) return;
        // Frameworks that watch a field lay a property of their own over it.
        Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value").set.call(field, value);
        tell("input");
      },
      changed: () => tell("change"),
      validity(message) {
        internals.setValidity(message ? { customError: true } : {}, message, host.shadowRoot.firstElementChild ?? undefined);
        field?.setCustomValidity(message);
      },
    },
  };
}
