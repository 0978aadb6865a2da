// The class behind each custom element: life cycle, properties and form association; all else is in the module.
import { ahead, load } from "./ahead.js";
import { page } from "./page.js";

export function define(spec, module) {
  let sheet; // read with the first element, so that a page pays for what it uses
  const style = () => {
    if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(module.style(spec.tag));
    return sheet;
  };

  class Element extends HTMLElement {
    static formAssociated = spec.formAssociated;
    static observedAttributes = spec.attributes;
    #internals = spec.formAssociated ? this.attachInternals() : null;
    #handle = null;
    #page = null;
    #kept = new Map(); // properties set while not connected

    constructor() {
      super();
      this.attachShadow({ mode: "open" }).adoptedStyleSheets = [style()];
      if (spec.formAssociated) {
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
      const root = document.createElement("div");
      root.setAttribute("part", "base");
      if (spec.formAssociated) this.#page = page(this, this.#internals, (name, ...values) => this.#call(name, values), (name) => this.#handle?.property(name));
      this.#handle = module.mount(spec.tag, root, this, this.#hooks());
      this.shadowRoot.replaceChildren(this.#handle.root()); // this root, or one that another element has left
      for (const [name, value] of this.#kept) this.#handle.set_property(name, value);
    }

    disconnectedCallback() {
      // What was typed survives a move in the page; before the form is drawn there is nothing newer than what is kept.
      this.#page?.close();
      if (this.#handle.property("report") !== undefined) this.#kept.clear(); // drawn: all of it has been taken in
      for (const [name, as] of [["saved", "value"], ["value", "restored"]]) {
        const value = this.#handle.property(name);
        if (value !== undefined) this.#kept.set(as, value);
      }
      this.#handle.destroy();
      this.#handle = this.#page = null;
      this.shadowRoot.replaceChildren();
    }

    attributeChangedCallback(name, before, after) {
      if (before !== after) this.#handle?.attribute_changed(name);
    }

    formResetCallback() { this.#handle?.reset(); }
    formDisabledCallback() { this.#handle?.attribute_changed("disabled"); }
    formStateRestoreCallback(state) { this.set_property("restored", state); }
    focus(options) { (this.shadowRoot.querySelector("input,select,textarea,button,a[href]") ?? this.shadowRoot.host).focus(options); }

    #hooks() {
      return {
        // Later, since listeners may ask the element for what is in it.
        emit: (name, detail) => queueMicrotask(() => this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail: JSON.parse(detail) }))),
        form_value: (value) => this.#internals?.setFormValue(value),
        load: async (address, done) => done(...await load(address)),
        ...this.#page?.hooks,
      };
    }

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
    #call(name, values) { this.#handle?.call(name, JSON.stringify(values.map((value) => value ?? null))); }
    static calls(name) { return function (...values) { this.#call(name, values); }; }
  }

  for (const name of spec.properties) {
    Object.defineProperty(Element.prototype, name, {
      get() { const json = this.get_property(name); return json === undefined ? null : JSON.parse(json); },
      set(value) { this.set_property(name, typeof value === "string" ? value : JSON.stringify(value)); },
      enumerable: true, configurable: true,
    });
  }
  for (const name of spec.methods) Element.prototype[name] = Element.calls(name);
  customElements.get(spec.tag) ?? customElements.define(spec.tag, Element);
}
