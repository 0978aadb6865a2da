// Writing JSON on pages that have their own idea of it.

/** As JSON. Old libraries give arrays, texts and numbers a `toJSON` that writes them twice: those are taken as they are. */
export const write = (value) => JSON.stringify(value, function (key, after) {
  const before = this[key];
  return Array.isArray(before) || Object(before) !== before ? before : after;
});
