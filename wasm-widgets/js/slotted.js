// Editors of the host in slots `field:KEY`: their values go into the entry, and the entry's into them.
const SLOT = "field:";

export function slotted(host, call, signal) {
  const root = host.shadowRoot;
  const given = new WeakMap(); // what each editor and the entry last agreed on
  const find = (key) => [...host.children].find((child) => child.slot === SLOT + key);

  // A form has slots where something is to go in: hundreds of empty ones would cost as much as their fields.
  let filled = new Set();
  const look = () => {
    const slots = [...host.children].map((child) => child.slot).filter((slot) => slot.startsWith(SLOT));
    const now = new Set(slots.map((slot) => slot.slice(SLOT.length)));
    for (const key of new Set([...filled, ...now])) if (filled.has(key) !== now.has(key)) call("slotted", key, now.has(key));
    filled = now;
  };
  const observer = new MutationObserver(look);
  observer.observe(host, { childList: true, subtree: true, attributeFilter: ["slot"] });
  signal.addEventListener("abort", () => observer.disconnect());
  queueMicrotask(look); // when there is somebody to tell
  for (const type of ["input", "change"]) {
    // While capturing, so that events that do not bubble are heard too.
    root.addEventListener(type, (event) => {
      const editor = [...host.children].find((child) => child.slot.startsWith(SLOT) && child.contains(event.target));
      if (!editor || editor.value === undefined) return;
      const path = `/elements/${editor.slot.slice(SLOT.length)}`;
      given.set(editor, JSON.stringify(editor.value));
      call("setValue", path, editor.value);
      if (type === "change") call("left", path);
    }, { signal, capture: true });
  }
  return {
    /** The value for an editor as JSON, the name of its field, its issues, and whether one is an error. */
    give_slotted(key, json, label, issues, invalid) {
      const editor = find(key);
      if (!editor) return;
      if ((given.get(editor) ?? '""') !== json && !(json === "null" && !editor.value)) {
        given.set(editor, json);
        editor.value = JSON.parse(json) ?? "";
      }
      // The group around the slot is named and described; the editor itself only where the host has not done it.
      if (!editor.labels?.length && !editor.hasAttribute("aria-labelledby") && (editor.ariaLabel ?? label) === label) editor.ariaLabel = label;
      editor.ariaDescription = issues || null;
      editor.ariaInvalid = invalid ? "true" : null;
    },
    focus_slotted(key) { find(key)?.focus(); },
  };
}
