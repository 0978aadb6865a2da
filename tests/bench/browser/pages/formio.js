// Form.io. It does not read JSON Schema: the same fields are translated to its own components.
import { Formio } from "@formio/js";
import "@formio/js/dist/formio.form.min.css";
import "bootstrap/dist/css/bootstrap.min.css";
import { data, place, schema } from "./forms.js";

const choices = (values) => values.map((value) => ({ label: value, value }));

function component(key, field, required) {
  const { pattern, maxLength } = field;
  const own = { key, label: field.title, description: field.description, input: true, validate: { required, pattern, maxLength } };
  if (field.type === "object") {
    const inner = { type: "fieldset", key: `${key}-parts`, legend: field.title, input: false, components: components(field) };
    return { key, label: field.title, type: "container", input: true, tree: true, components: [inner] };
  }
  if (field.items?.type === "object") return { ...own, type: "datagrid", tree: true, components: components(field.items) };
  if (field.type === "array") return { ...own, type: "selectboxes", values: choices(field.items.enum) };
  if (field.enum) return { ...own, type: "select", widget: "html5", data: { values: choices(field.enum) } };
  if (field.format === "date") return { ...own, type: "textfield", inputType: "date" };
  if (field.type === "integer") return { ...own, type: "number" };
  return { ...own, type: maxLength > 1000 ? "textarea" : "textfield" };
}

function components(fields) {
  return Object.entries(fields.properties).map(([key, field]) => component(key, field, fields.required?.includes(key) ?? false));
}

// Ticked boxes are an object of booleans there.
function translated(fields, values) {
  return Object.fromEntries(Object.entries(fields.properties).filter(([key]) => values?.[key] !== undefined).map(([key, field]) => {
    const value = values[key];
    if (field.type === "object") return [key, translated(field, value)];
    return [key, field.items?.enum ? Object.fromEntries(field.items.enum.map((name) => [name, value.includes(name)])) : value];
  }));
}

// The form is drawn empty first and gets its values later.
window.pageIsBusy = true;
const zh = { required: "{{field}}必填", pattern: "{{field}}格式不正确", maxLength: "{{field}}不得多于{{length}}个字" };
const submit = { type: "button", action: "submit", label: "提交", key: "submit", input: true };
const form = await Formio.createForm(place, { components: [...components(schema), submit] }, { language: "zh", i18n: { zh } });
if (Object.keys(data).length > 0) await form.setSubmission({ data: translated(schema, data) });
window.page = { validate: () => void form.submit().catch(() => {}), errors: ".formio-errors .error" };
window.probe.pageIsReady();
