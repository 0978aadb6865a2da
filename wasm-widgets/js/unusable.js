// Where a module cannot run, or fails while it runs: the page is told why and what to do, and what the host put inside
// the element is in use again, with everything that was typed.
import { drawnIn, handBack } from "./drawn.js";

const SENTENCES = {
  "webassembly-missing": ["此浏览器版本过低，无法运行本组件。请直接使用页面原有的内容，或换用新版浏览器（Chrome、Edge、360、Firefox、Safari）后刷新页面。",
    "This browser is too old for this part of the page. Use what the page itself offers, or open the page in a current browser."],
  "webassembly-blocked": ["本网站的安全策略（Content-Security-Policy）不允许运行本组件。请直接使用页面原有的内容，并请网站管理员在 script-src 中加入 'wasm-unsafe-eval'。",
    "The site's Content-Security-Policy does not let this part of the page run. Use what the page itself offers, and ask the site's administrator to add 'wasm-unsafe-eval' to script-src."],
  "module-missing": ["本组件的文件无法取得。请检查网络后刷新页面；在此之前请直接使用页面原有的内容。若仍不成功，请联系网站管理员。",
    "A file of this part of the page cannot be had. Check the network and reload the page; until then use what the page itself offers. If that does not help, tell the site's administrator."],
  "module-failed": ["本组件出现故障，已停止运行。已填写的内容没有丢失，请直接使用页面原有的内容继续，或保存后刷新页面；如再次出现，请联系网站管理员。",
    "This part of the page has failed and was stopped. Nothing that was filled in is lost: go on with what the page itself offers, or save and reload the page. If it happens again, tell the site's administrator."],
  "module-unusable": ["本组件无法在此浏览器中运行。请直接使用页面原有的内容，并联系网站管理员。",
    "This part of the page cannot run in this browser. Use what the page itself offers, and tell the site's administrator."],
};
const values = new WeakMap(); // the last entry of each element
let look;

/** Why a module cannot be had, as a code. */
export function codeOf(reason) {
  if (typeof WebAssembly !== "object") return "webassembly-missing";
  // Each browser says in its own words, and with an error of its own, that a policy is in the way.
  if (/content security|unsafe-eval|\bCSP\b/i.test(reason?.message)) return "webassembly-blocked";
  if (reason instanceof WebAssembly.CompileError) return "module-unusable";
  return reason instanceof TypeError ? "module-missing" : "module-unusable";
}

/** Keeps the entry that an element would post. */
export const keep = (host, value) => value && values.set(host, value);

/** The host's own fields inside the element are posted only while the element does not take their place; what stands
 * in a slot is a control of the form and not one of them. */
export function takeOver(host, taken) {
  const own = [...host.querySelectorAll("[name]")].filter((field) => !field.closest("[slot]"));
  for (const field of own) field.disabled = taken;
  const field = !drawnIn(host) && own.find((candidate) => candidate.matches("textarea,input"));
  if (!taken && field && values.has(host)) field.value = values.get(host);
}

/** Says why the element does not work and shows what the host put inside. */
export function unusable(host, code, reason) {
  if (!look) {
    look = new CSSStyleSheet();
    look.replaceSync("p{margin:0 0 .5em;padding:.75em 1em;border-inline-start:4px solid #b3261e;background:#f3f6fa;color:#1a1d21;font:medium/1.6 system-ui,sans-serif;overflow-wrap:anywhere}small{color:#565d66}");
  }
  const language = host.closest("[lang]")?.lang ?? "zh";
  const words = document.createElement("p");
  words.setAttribute("role", "alert");
  words.setAttribute("part", "error");
  const cause = document.createElement("small");
  cause.textContent = `(${code}: ${reason})`;
  words.append(SENTENCES[code][language.startsWith("en") ? 1 : 0], " ", cause);
  host.shadowRoot.adoptedStyleSheets = [look];
  host.shadowRoot.replaceChildren(words, document.createElement("slot"));
  host.dispatchEvent(new CustomEvent("gongkai-error", { bubbles: true, composed: true, detail: { code, message: String(reason) } }));
}

/** Takes down an element whose module has failed; nothing of the module is asked any more. */
export function takeDown(host, internals, reason) {
  takeOver(host, false);
  handBack(host, values.get(host));
  internals?.setFormValue(null);
  internals?.setValidity({});
  // Messages beside fields of the page are of no use any more: all of them came from the module that has failed.
  const root = host.getRootNode();
  for (const note of host.localName === "gongkai-check" ? root.querySelectorAll("gongkai-note") : []) {
    for (const field of root.querySelectorAll(`[aria-describedby~="${note.id}"]`)) {
      const others = field.getAttribute("aria-describedby").split(" ").filter((id) => id !== note.id);
      if (others.length) field.setAttribute("aria-describedby", others.join(" "));
      else field.removeAttribute("aria-describedby");
      field.removeAttribute("aria-invalid");
    }
    note.remove();
  }
  unusable(host, "module-failed", reason);
}
