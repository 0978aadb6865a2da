// Undo and redo by keys and by the browser's own menu, in the fields of the element alone.
export function keys(root, call, signal) {
  const take = (event, name) => {
    // In what the host puts into a slot its own undo works; an input method undoes its own letters.
    if (event.isComposing || event.defaultPrevented || !root.contains(event.target)) return;
    event.preventDefault();
    call(name);
  };
  root.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === "z") take(event, event.shiftKey ? "redo" : "undo");
    if (key === "y" && event.ctrlKey && !event.shiftKey) take(event, "redo");
  }, { signal });
  root.addEventListener("beforeinput", (event) => {
    if (event.inputType === "historyUndo") take(event, "undo");
    if (event.inputType === "historyRedo") take(event, "redo");
  }, { signal });
}
