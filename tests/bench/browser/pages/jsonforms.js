// JSON Forms with its vanilla renderers; they have none for nested objects, so the layout is written out.
import { JsonForms } from "@jsonforms/react";
import { vanillaCells, vanillaRenderers } from "@jsonforms/vanilla-renderers";
import zh from "ajv-i18n/localize/zh/index.js";
import { createElement, useState } from "react";
import { createRoot } from "react-dom/client";
import { data, live, place, schema } from "./forms.js";

const group = (field, scope) => ({
  type: "Group", label: field.title,
  elements: Object.entries(field.properties).map(([key, part]) => {
    const inner = `${scope}/properties/${key}`;
    if (part.type === "object") return group(part, inner);
    return { type: "Control", scope: inner, options: key === "content" ? { multi: true } : undefined };
  }),
});
const uischema = group(schema, "#");
const translateError = (error) => { zh([error]); return error.message; };
const i18n = { locale: "zh-CN", translate: (_, fallback) => fallback, translateError };
let setMode;

function App() {
  const [validationMode, set] = useState(live ? "ValidateAndShow" : "ValidateAndHide");
  const [value] = useState(data);
  setMode = set;
  return createElement(JsonForms, { schema, uischema, data: value, renderers: vanillaRenderers, cells: vanillaCells, validationMode, i18n });
}
createRoot(place).render(createElement(App));
window.page = { validate: () => setMode("ValidateAndShow"), errors: ".validation_error:not(:empty), td > span:not(:empty)" };
