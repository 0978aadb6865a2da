// The limit: the same controls written by hand, without a library.
import { data, place, schema } from "./forms.js";

const element = (tag, attributes = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
};
const checks = [];
let count = 0;

function control(field, id) {
  if (field.enum) {
    return element("select", { id }, element("option", { value: "" }), ...field.enum.map((value) => element("option", { value }, value)));
  }
  const type = field.format === "date" ? "date" : field.type === "integer" ? "number" : "text";
  return field.maxLength > 1000 ? element("textarea", { id }) : element("input", { id, type });
}

function leaf(field, required, object, key, labelled = true) {
  const id = `f${count++}`;
  const input = control(field, id);
  const error = element("div", { id: `${id}-error`, class: "error" });
  input.setAttribute("aria-describedby", error.id);
  if (object[key] !== undefined) input.value = object[key];
  input.addEventListener("input", () => {
    if (input.value === "") delete object[key];
    else object[key] = field.type === "integer" ? Number(input.value) : input.value;
  });
  checks.push({ field, required, object, key, input, error });
  if (labelled) return element("div", {}, element("label", { for: id }, field.title), input, error);
  input.setAttribute("aria-label", field.title);
  return element("td", {}, input, error);
}

function checkboxes(field, required, object, key) {
  const chosen = (object[key] ??= []);
  const group = element("fieldset", {}, element("legend", {}, field.title));
  for (const value of field.items.enum) {
    const box = element("input", { type: "checkbox", id: `f${count++}` });
    box.checked = chosen.includes(value);
    box.addEventListener("change", () => (box.checked ? chosen.push(value) : chosen.splice(chosen.indexOf(value), 1)));
    group.append(box, element("label", { for: box.id }, value));
  }
  const error = element("div", { class: "error" });
  group.append(error);
  checks.push({ field, required, object, key, input: group, error });
  return group;
}

function table(field, rows) {
  const { properties, required } = field.items;
  const heads = Object.values(properties).map((column) => element("th", {}, column.title));
  const cells = (row) => Object.entries(properties).map(([key, column]) => leaf(column, required.includes(key), row, key, false));
  const lines = rows.map((row) => element("tr", {}, ...cells(row)));
  return element("table", {}, element("thead", {}, element("tr", {}, ...heads)), element("tbody", {}, ...lines));
}

function node(field, object, key, required) {
  if (field.type === "object") {
    const value = (object[key] ??= {});
    const parts = Object.entries(field.properties).map(([name, part]) => node(part, value, name, field.required?.includes(name)));
    return element("fieldset", {}, element("legend", {}, field.title ?? ""), ...parts);
  }
  if (field.type === "array") return field.items.enum ? checkboxes(field, required, object, key) : table(field, object[key]);
  return leaf(field, required, object, key);
}

const patterns = new Map();
function fault({ field, required, object, key }) {
  const value = object[key];
  if (value === undefined || value.length === 0) return required ? "必填" : "";
  if (field.maxLength < value.length) return `不得多于${field.maxLength}字`;
  if (field.pattern) {
    if (!patterns.has(field.pattern)) patterns.set(field.pattern, new RegExp(field.pattern, "u"));
    if (!patterns.get(field.pattern).test(value)) return "格式不正确";
  }
  return "";
}

place.append(element("form", {}, node(schema, { root: data }, "root", true), element("button", {}, "提交")));
window.page = {
  errors: ".error:not(:empty)",
  validate() {
    for (const check of checks) {
      const message = fault(check);
      check.error.textContent = message;
      check.input.setAttribute("aria-invalid", String(message !== ""));
    }
  },
};
