// Where no module can run, what the host put inside the element stays in use, and the page is told why.
const SENTENCES = {
  zh: (reason) => `组件无法在此浏览器中运行，请直接使用下面的原有内容；如需帮助，请将此信息告知网站管理员：${reason}`,
  en: (reason) => `This part of the page cannot run in this browser; use what stands below. For help, tell the site's administrator: ${reason}`,
};

export function unusable(host, reason) {
  const message = String(reason);
  const language = host.closest("[lang]")?.lang ?? "zh";
  const words = document.createElement("p");
  words.setAttribute("role", "alert");
  words.setAttribute("part", "error");
  words.textContent = (language.startsWith("en") ? SENTENCES.en : SENTENCES.zh)(message);
  host.shadowRoot.replaceChildren(words, document.createElement("slot"));
  host.dispatchEvent(new CustomEvent("gongkai-error", { bubbles: true, composed: true, detail: { code: "module-unusable", message } }));
}
