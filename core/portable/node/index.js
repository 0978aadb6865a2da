// The check of gongkai-core in a WebAssembly module; the interface is described in core/portable/README.md.
const INTERFACE = 1;
const KINDS = { pack: 0, calendar: 1, local: 2 };

/** Why the validator has no answer; `code` is stable. */
export class ValidatorError extends Error {
  constructor(code, message) {
    super(`${code}: ${message}`);
    this.name = "ValidatorError";
    this.code = code;
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });
const asBytes = (document) =>
  document instanceof Uint8Array ? document : encoder.encode(typeof document === "string" ? document : JSON.stringify(document));

export class Validator {
  #exports;

  /** @param module a compiled WebAssembly module, or the bytes of `gongkai_validator.wasm` */
  constructor(module) {
    const compiled = module instanceof WebAssembly.Module ? module : new WebAssembly.Module(module);
    this.#exports = new WebAssembly.Instance(compiled).exports;
    const version = this.#exports.gongkai_interface();
    if (version !== INTERFACE) throw new ValidatorError("interface-unknown", `the module has interface ${version}, this package ${INTERFACE}`);
  }

  loadPack(document) { return JSON.parse(this.#load(KINDS.pack, document)); }
  loadCalendar(document) { this.#load(KINDS.calendar, document); }
  loadLocal(document) { this.#load(KINDS.local, document); }

  /** The report on an entry, parsed. */
  check(item, entry, options) { return JSON.parse(this.checkText(item, entry, options)); }

  /** The report on an entry as the module writes it. */
  checkText(item, entry, { today, stage = "publish", told = false } = {}) {
    const day = today instanceof Date ? localDay(today) : today ?? localDay(new Date());
    return this.#call("gongkai_check", [], [item, entry, { today: day, stage, told }]);
  }

  /** An entry as citizens read it. */
  reading(item, entry, { lang = "zh-CN" } = {}) { return JSON.parse(this.#call("gongkai_reading", [], [item, entry, { lang }])); }

  /** The same as a fragment of HTML. */
  readingHtml(item, entry, { lang = "zh-CN" } = {}) { return JSON.parse(this.#call("gongkai_reading", [], [item, entry, { lang, html: true }])); }

  /** The form model of an item. */
  form(item) { return JSON.parse(this.#call("gongkai_form", [], [item])); }

  /** Version of the validator and of its interface. */
  version() { return JSON.parse(this.#call("gongkai_version", [], [])); }

  #load(kind, document) { return this.#call("gongkai_load", [kind], [document]); }

  #call(name, numbers, texts) {
    if (!this.#exports) throw new ValidatorError("validator-trapped", "this validator has failed before; make another one");
    const { gongkai_alloc, gongkai_free, memory } = this.#exports;
    const lent = [];
    try {
      for (const text of texts) {
        const bytes = asBytes(text);
        const address = gongkai_alloc(bytes.length) >>> 0;
        new Uint8Array(memory.buffer, address, bytes.length).set(bytes);
        lent.push(address, bytes.length);
      }
      const answer = BigInt.asUintN(64, this.#exports[name](...numbers, ...lent));
      const [address, length] = [Number(answer >> 32n), Number(answer & 0xffffffffn)];
      const bytes = new Uint8Array(memory.buffer, address, length);
      const [failed, text] = [bytes[0] !== 0, decoder.decode(bytes.subarray(1))];
      gongkai_free(address, length);
      if (failed) {
        const { code, message } = JSON.parse(text);
        throw new ValidatorError(code, message);
      }
      return text;
    } catch (error) {
      if (!(error instanceof WebAssembly.RuntimeError)) throw error;
      this.#exports = null; // what is in its memory now cannot be relied on
      throw new ValidatorError("validator-trapped", error.message);
    } finally {
      for (let at = 0; this.#exports && at < lent.length; at += 2) gongkai_free(lent[at], lent[at + 1]);
    }
  }
}

/** The day in the time zone of the process. */
function localDay(date) {
  const two = (number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
