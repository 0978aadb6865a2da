// The built-ins as Prototype.js 1.6 and 1.7 leave them, and some that MooTools and old shims replace.
// What drives the browser writes JSON in the page too: where no script of the page has called, it is left alone.
const isCalledByThePage = () => new Error().stack.match(/http\S+\.js:/g).length > 2;
const patch = (kind, name, own, enumerable) => Object.defineProperty(kind.prototype, name, {
  configurable: true,
  enumerable,
  get() { return isCalledByThePage() ? own : undefined; },
  set(value) { Object.defineProperty(this, name, { value, configurable: true, enumerable: true, writable: true }); },
});
patch(Array, "toJSON", function () { return "[" + this.map((one) => JSON.stringify(one)).join(", ") + "]"; }, false);
/** As a script of the page writes. */
window.written = (text) => JSON.stringify([text]);
Function.prototype.bind = function (self, ...first) {
  const bound = this;
  return function (...rest) { return bound.apply(self, first.concat(rest)); };
};
Array.prototype.toArray = function () { return this.slice(); };
Array.from = function (list) {
  const found = [];
  for (let index = 0; index < (list.length || 0); index++) found.push(list[index]);
  return found;
};
Object.keys = function (object) { const keys = []; for (const key in object) if (object.hasOwnProperty(key)) keys.push(key); return keys; };
Array.prototype.each = Array.prototype.forEach;
Array.prototype.first = function () { return this[0]; };
String.prototype.strip = String.prototype.trim;
HTMLElement.prototype.remove = function () { this.parentNode.removeChild(this); return this; };
Element.prototype.visible = function () { return this.style.display !== "none"; };
window.$ = window.$ || ((id) => document.getElementById(id));
for (const name of ["inherited", "extend"]) patch(Object, name, function () { return this; }, true);
