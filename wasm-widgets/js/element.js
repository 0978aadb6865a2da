// The class behind each custom element: life cycle, properties and form association; all else is in its module.
import { ahead } from "./ahead.js";
import { watch } from "./drawn.js";
import { hooks } from "./hooks.js";
import { write } from "./json.js";
import { begin, present, whenFailed } from "./modules.js";
import { page } from "./page.js";
import { codeOf, takeDown, unusable } from "./unusable.js";

const sheets = new Map(); // read with the first element of a kind, so that a page pays for what it uses

function sheet(tag, module) {
  if (!sheets.has(tag)) {
    sheets.set(tag, new CSSStyleSheet());
    sheets.get(tag).replaceSync(module.style());
  }
  return sheets.get(tag);
}

export function define(spec) {
  const { tag, formAssociated } = spec;

  class Element extends HTMLElement {
    static formAssociated = formAssociated;
    static observedAttributes = spec.attributes;
    #internals = formAssociated ? this.attachInternals() : null;
    #handle = null;
    #page = null; // what a form hears from the page around it
    #kept = new Map(); // properties set while nothing is drawn
    #root = null; // what it was drawn in
    #forget = null; // ends the wait for a failure of the module
    #calls = []; // methods called before there is anything to call them on; null once there is

    constructor() {
      super();
      watch(this); // before the shadow root, since what is held down is no longer told apart with it
      this.attachShadow({ mode: "open" });
      if (formAssociated) {
        this.addEventListener("invalid", (event) => {
          event.preventDefault(); // the element shows its issues itself
          this.#handle?.show_issues();
        });
      }
    }

    connectedCallback() { if (!this.#handle) this.#begin(); }

    // Old pages move things about, into dialogs and tabs: what only changed its place is as it was.
    disconnectedCallback() {
      queueMicrotask(() => {
        if (this.isConnected && (!this.#handle || this.getRootNode() === this.#root)) return;
        this.#end();
        if (this.isConnected) this.#begin();
      });
    }

    #begin() {
      // A property set before the element was defined hides the accessor of the class.
      for (const name of spec.properties) {
        if (Object.hasOwn(this, name)) {
          const value = this[name];
          delete this[name];
          this[name] = value;
        }
      }
      ahead(this);
      watch(this);
      // Until the module is there, what the host put inside stays in use.
      this.shadowRoot.replaceChildren(document.createElement("slot"));
      if (present(tag)) this.#draw(present(tag));
      else begin(tag).then((module) => this.#draw(module), (reason) => this.isConnected && unusable(this, codeOf(reason), reason));
    }

    #draw(module) {
      if (!this.isConnected || this.#handle) return;
      this.#root = this.getRootNode();
      this.shadowRoot.adoptedStyleSheets = [sheet(tag, module)];
      const root = document.createElement("div");
      root.setAttribute("part", "base");
      if (formAssociated) this.#page = page(this, this.#internals, (name, ...values) => this.#call(name, values), (name) => this.#handle?.property(name));
      this.#handle = module.mount(root, this, hooks(this, this.#internals, this.#page, () => this.#drawn()));
      this.shadowRoot.replaceChildren(this.#handle.root()); // this root, or one that another element has left
      this.#forget = whenFailed(tag, (reason) => {
        this.#handle = null;
        this.#page?.close();
        if (this.isConnected) takeDown(this, this.#internals, reason);
      });
      for (const [name, value] of this.#kept) this.#handle.set_property(name, value);
    }

    #end() {
      this.#forget?.();
      if (!this.#handle) return;
      // What was typed survives a move in the page; before the form is drawn there is nothing newer than what is kept.
      this.#page?.close();
      if (this.#handle.property("report") !== undefined) this.#kept.clear(); // drawn: all of it has been taken in
      for (const [name, as] of [["saved", "value"], ["value", "restored"]]) {
        const value = this.#handle.property(name);
        if (value !== undefined) this.#kept.set(as, value);
      }
      this.#handle.destroy();
      this.#handle = this.#page = null;
      this.#calls = [];
      this.shadowRoot.replaceChildren();
    }

    attributeChangedCallback(name, before, after) {
      if (before !== after) this.#handle?.attribute_changed(name);
    }

    formResetCallback() { this.#handle?.reset(); }
    formDisabledCallback() { this.#handle?.attribute_changed("disabled"); }
    formStateRestoreCallback(state) { this.set_property("restored", state); }
    focus(options) { (this.shadowRoot.querySelector("input,select,textarea,button,a[href]") ?? this.shadowRoot.host).focus(options); }

    get form() { return this.#internals?.form ?? null; }
    get validity() { return this.#internals?.validity; }
    get validationMessage() { return this.#internals?.validationMessage ?? ""; }
    get willValidate() { return this.#internals?.willValidate ?? false; }
    checkValidity() { return this.#internals?.checkValidity() ?? true; }
    reportValidity() { return this.#internals?.reportValidity() ?? true; }
    get_property(name) {
      if (this.#handle) return this.#handle.property(name);
      return this.#kept.get(name === "value" && this.#kept.has("restored") ? "restored" : name);
    }
    set_property(name, value) {
      if (this.#handle) return this.#handle.set_property(name, value);
      if (name === "value") this.#kept.delete("restored");
      this.#kept.set(name, value);
    }
    call_method(name, args) { if (this.#calls) this.#calls.push([name, args]); else this.#call(name, args); }
    #call(name, args) { this.#handle?.call(name, write(args)); }
    #drawn() {
      const calls = this.#calls ?? [];
      this.#calls = null;
      for (const call of calls) this.#call(...call);
    }
  }

  for (const name of spec.properties) {
    Object.defineProperty(Element.prototype, name, {
      get() { const json = this.get_property(name); return json === undefined ? null : JSON.parse(json); },
      set(value) { this.set_property(name, typeof value === "string" ? value : write(value)); },
      enumerable: true, configurable: true,
    });
  }
  for (const name of spec.methods) Element.prototype[name] = function (...args) { this.call_method(name, args); };
  customElements.get(tag) ?? customElements.define(tag, Element);
}
