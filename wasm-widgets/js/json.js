// Writing JSON on pages that have their own idea of it.

/** As JSON. Old libraries give arrays a `toJSON` that writes them twice: they are taken as they are. */
export const write = (value) => JSON.stringify(value, function (key, after) {
  return Array.isArray(this[key]) ? this[key] : after;
});
