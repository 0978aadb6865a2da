/** Why the validator has no answer; `code` is stable. */
export declare class ValidatorError extends Error {
  readonly code: string;
}

export interface CheckOptions {
  /** The day on which the entry is judged, `YYYY-MM-DD` or a date in the time zone of the process. Defaults to today. */
  today?: string | Date;
  /** Drafts may be incomplete. Defaults to `publish`. */
  stage?: "draft" | "publish";
  /** Each issue carries its sentences in both languages. Defaults to false. */
  told?: boolean;
}

export interface Issue {
  /** Stable, such as `time-limit-exceeded`. */
  code: string;
  severity: "error" | "warning" | "advice";
  /** Whether it keeps the entry from being published. */
  blocks: boolean;
  /** JSON Pointer into the entry. */
  path: string;
  element?: string;
  params?: Record<string, unknown>;
  basis?: unknown;
  /** A value that the author probably meant. */
  repair?: unknown;
  [more: string]: unknown;
}

export interface Report {
  format: "gongkai-report/1";
  pack: string;
  edition: string;
  item: string;
  stage: "draft" | "publish";
  checked_on: string;
  verdict: "pass" | "fail" | "blocked";
  issues: Issue[];
}

export interface ReadingOptions {
  /** Language of the words around the values. Defaults to `zh-CN`. */
  lang?: "zh-CN" | "en";
}

/** A value in the shape of its kind. */
export type ShownValue =
  | { type: "text"; lines: string[] }
  | { type: "list"; items: string[] }
  | { type: "day"; date: string; words: string }
  | { type: "phones"; numbers: string[] }
  | { type: "link"; address: string }
  | { type: "documents"; documents: { title: string; link?: string; details: string[] }[] }
  | { type: "group"; facts: Fact[] }
  | { type: "table"; name: string; columns: { name: string; is_number: boolean }[]; rows: ShownValue[][] };

/** A name with its value. */
export interface Fact {
  key: string;
  name: string;
  /** Heading that several elements in a row stand under, and what this one is called below it. */
  heading?: string;
  label?: string;
  value: ShownValue;
}

/** An entry as citizens read it. */
export interface Reading {
  format: "gongkai-reading/1";
  lang: "zh-CN" | "en";
  title: string;
  elements: Fact[];
  /** The statement that there is nothing to publish; empty when there is none. */
  nil: Fact[];
  facts: Fact[];
  channels: { name: string; published?: { date: string; words: string }; proof?: string; link?: string }[];
}

/** A JSON document: as text, as bytes, or as a value. */
export type Document = string | Uint8Array | object;

/** The check; one thread at a time. Every method throws {@link ValidatorError}. */
export declare class Validator {
  /** @param module a compiled WebAssembly module, or the bytes of `gongkai_validator.wasm` */
  constructor(module: WebAssembly.Module | BufferSource);
  loadPack(document: Document): { pack: string; edition: string; items: string[] };
  loadCalendar(document: Document): void;
  loadLocal(document: Document): void;
  check(item: string, entry: Document, options?: CheckOptions): Report;
  /** The report as the module writes it. */
  checkText(item: string, entry: Document, options?: CheckOptions): string;
  reading(item: string, entry: Document, options?: ReadingOptions): Reading;
  /** The same as a fragment of HTML; every text in it is escaped. */
  readingHtml(item: string, entry: Document, options?: ReadingOptions): string;
  form(item: string): Record<string, unknown>;
  version(): { version: string; interface: number };
}
