// The class behind each custom element: life cycle, properties and form association; all else is in the module.
import { ahead, load } from "./ahead.js";

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
      this.shadowRoot.replaceChildren(root);
      this.#handle = module.mount(spec.tag, root, this, this.#hooks());
      for (const [name, value] of this.#kept) this.#handle.set_property(name, value);
    }

    disconnectedCallback() {
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

    #hooks() {
      return {
        emit: (name, detail) => this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, cancelable: name === "gongkai-navigate", detail: JSON.parse(detail) })),
        changed: () => this.dispatchEvent(new Event("change", { bubbles: true })),
        form_value: (value) => this.#internals?.setFormValue(value),
        validity: (message) => this.#internals?.setValidity(message ? { customError: true } : {}, message, this.shadowRoot.firstElementChild),
        load: async (address, done) => done(...await load(address)),
        // The host's own field inside the element is posted only while the element does not take its place.
        take_over: (taken) => this.querySelectorAll("[name]").forEach((field) => { field.disabled = taken; }),
      };
    }

    get form() { return this.#internals?.form ?? null; }
    get validity() { return this.#internals?.validity; }
    get validationMessage() { return this.#internals?.validationMessage ?? ""; }
    get willValidate() { return this.#internals?.willValidate ?? false; }
    checkValidity() { return this.#internals?.checkValidity() ?? true; }
    reportValidity() { return this.#internals?.reportValidity() ?? true; }
    get_property(name) { return this.#handle ? this.#handle.property(name) : this.#kept.get(name); }
    set_property(name, value) { this.#handle ? this.#handle.set_property(name, value) : this.#kept.set(name, value); }
  }

  for (const name of spec.properties) {
    Object.defineProperty(Element.prototype, name, {
      get() { const json = this.get_property(name); return json === undefined ? null : JSON.parse(json); },
      set(value) { this.set_property(name, typeof value === "string" ? value : JSON.stringify(value)); },
      enumerable: true, configurable: true,
    });
  }
  customElements.get(spec.tag) ?? customElements.define(spec.tag, Element);
}
