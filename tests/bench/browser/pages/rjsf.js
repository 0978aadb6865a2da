// react-jsonschema-form with its core theme and Ajv.
import Form from "@rjsf/core";
import { customizeValidator } from "@rjsf/validator-ajv8";
import zh from "ajv-i18n/localize/zh/index.js";
import { createElement, createRef } from "react";
import { createRoot } from "react-dom/client";
import { data, kind, live, place, schema } from "./forms.js";

const widgets = { content: { "ui:widget": "textarea" }, channels: { "ui:widget": "checkboxes" } };
const uiSchema = {
  one: () => widgets,
  many: () => Object.fromEntries(Object.keys(schema.properties).map((group) => [group, widgets])),
  rows: () => ({}),
}[kind]();
const form = createRef();
createRoot(place).render(createElement(Form, {
  ref: form, schema, uiSchema, formData: data, validator: customizeValidator({}, zh),
  noHtml5Validate: true, liveValidate: live ? "onChange" : false,
}));
window.page = { validate: () => form.current.validateForm(), errors: ".field-error .error-detail li, .error-detail > li" };
