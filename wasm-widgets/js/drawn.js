// The form that a server has drawn inside the element: in use until the element is ready, then all that was typed goes
// along; when the module fails, the entry goes back to the server, which draws the form anew.
export const drawnIn = (host) => host.querySelector("[data-gongkai-drawn]");

/** Names and texts as they would be posted and where the editor is, as JSON; undefined without such a form. */
export function drawn(host) {
  const box = drawnIn(host);
  if (!box) return undefined;
  const counts = (field) => field.type !== "submit" && (!/^(checkbox|radio)$/.test(field.type) || field.checked);
  const pairs = [...box.querySelectorAll("[name]")].filter(counts).map((field) => [field.name, field.value]);
  const at = document.activeElement;
  if (box.contains(at)) pairs.push(["?focus", at.name]);
  return JSON.stringify(pairs);
}

/** Done when no input method is at work in the form. */
export function settled(host) {
  const box = drawnIn(host);
  return box?.composing ? new Promise((done) => box.addEventListener("compositionend", () => setTimeout(done), { once: true })) : null;
}

/** Notes when an input method is at work. */
export function watch(host) {
  const box = drawnIn(host);
  for (const type of ["compositionstart", "compositionend"]) box?.addEventListener(type, () => { box.composing = type.endsWith("start"); });
}

/** Leaves of the form what brings the entry to the server. */
export function handBack(host, value) {
  const box = drawnIn(host);
  const entry = box?.querySelector("[name='?entry']");
  const button = box?.querySelector("button.check");
  if (!entry || !button || !value) return;
  Object.assign(entry, { name: "?whole", value, disabled: false });
  button.disabled = false;
  box.replaceChildren(entry, button);
}
