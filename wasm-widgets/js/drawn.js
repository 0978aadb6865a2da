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

const SIGNS = ["compositionstart", "compositionupdate", "compositionend", "input", "keyup", "focusout"];

/** Notes whether an input method is at work in the form, or a button of it is held down. */
export function watch(host) {
  const box = drawnIn(host);
  if (!box || box.composing !== undefined) return;
  const told = () => box.dispatchEvent(new Event("gongkai-told"));
  // Work with an input method may have begun before this script came: only the next event of the field tells.
  box.composing = !!box.querySelector("textarea:focus,input:focus:not([type=checkbox],[type=radio])");
  for (const sign of SIGNS) {
    box.addEventListener(sign, ({ type, isComposing }) => {
      box.composing = /start|update/.test(type) || !!isComposing;
      told();
    });
  }
  // What is pressed is clicked once it is let go, if it is still there.
  const press = () => {
    box.pressed = true;
    for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => { box.pressed = false; told(); }, { once: true });
  };
  box.addEventListener("pointerdown", press);
  if (box.matches(":active")) press();
}

/** Done when the form can be taken away without taking it from under anybody's hands. */
export async function settled(host) {
  const box = drawnIn(host);
  while (box?.composing || box?.pressed) {
    await new Promise((done) => box.addEventListener("gongkai-told", () => setTimeout(done), { once: true }));
  }
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
