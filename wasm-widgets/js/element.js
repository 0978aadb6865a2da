// The class behind each custom element: life cycle, properties and form association; all else is in its module.
import { ahead } from "./ahead.js";
import { hooks } from "./hooks.js";
import { begin, present } from "./modules.js";
import { unusable } from "./unusable.js";

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
    #kept = new Map(); // properties set while nothing is drawn

    constructor() {
      super();
      this.attachShadow({ mode: "open" });
      if (formAssociated) {
        this.addEventListener("invalid", (event) => {
          event.preventDefault(); // the element shows its issues itself
          this.#handle?.show_issues();
        });
      }
    }

    connectedCallback() {
      // A property set before the element was defined hides the accessor of the class.
      for (const name of spec.properties) {
        if (Object.hasOwn(this, name)) {
          const value = this[name];
          delete this[name];
          this[name] = value;
        }
      }
      ahead(this);
      // Until the module is there, what the host put inside stays in use.
      this.shadowRoot.replaceChildren(document.createElement("slot"));
      if (present(tag)) this.#draw(present(tag));
      else begin(tag).then((module) => this.#draw(module), (reason) => this.isConnected && unusable(this, reason));
    }

    #draw(module) {
      if (!this.isConnected || this.#handle) return;
      this.shadowRoot.adoptedStyleSheets = [sheet(tag, module)];
      const root = document.createElement("div");
      root.setAttribute("part", "base");
      this.shadowRoot.replaceChildren(root);
      this.#handle = module.mount(root, this, hooks(this, this.#internals));
      for (const [name, value] of this.#kept) this.#handle.set_property(name, value);
    }

    disconnectedCallback() {
      if (!this.#handle) return;
      // What was typed survives a move in the page; before the form is drawn there is nothing newer than what is kept.
      const value = this.#handle.property("value");
      if (value !== undefined) this.#kept.set("value", value);
      this.#handle.destroy();
      this.#handle = null;
      this.shadowRoot.replaceChildren();
    }

    attributeChangedCallback(name, before, after) {
      if (before !== after) this.#handle?.attribute_changed(name);
    }

    formResetCallback() { this.#handle?.reset(); }
    formDisabledCallback() { this.#handle?.attribute_changed("disabled"); }
    formStateRestoreCallback(state) { this.value = state; }
    focus(options) { (this.shadowRoot.querySelector("input,select,textarea,button,a[href]") ?? this.shadowRoot.host).focus(options); }

    get form() { return this.#internals?.form ?? null; }
    get validity() { return this.#internals?.validity; }
    get validationMessage() { return this.#internals?.validationMessage ?? ""; }
    get willValidate() { return this.#internals?.willValidate ?? false; }
    checkValidity() { return this.#internals?.checkValidity() ?? true; }
    reportValidity() { return this.#internals?.reportValidity() ?? true; }
    get_property(name) { return this.#handle ? this.#handle.property(name) : this.#kept.get(name); }
    set_property(name, value) { this.#handle ? this.#handle.set_property(name, value) : this.#kept.set(name, value); }
    call_method(name, args) { this.#handle?.call(name, JSON.stringify(args)); }
  }

  for (const name of spec.properties) {
    Object.defineProperty(Element.prototype, name, {
      get() { const json = this.get_property(name); return json === undefined ? null : JSON.parse(json); },
      set(value) { this.set_property(name, typeof value === "string" ? value : JSON.stringify(value)); },
      enumerable: true, configurable: true,
    });
  }
  for (const name of spec.methods) Element.prototype[name] = function (...args) { this.call_method(name, args); };
  customElements.get(tag) ?? customElements.define(tag, Element);
}
