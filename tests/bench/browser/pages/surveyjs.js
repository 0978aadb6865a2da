// SurveyJS without a framework. It does not read JSON Schema: the same fields are translated to its own format.
import { Model } from "survey-core";
import "survey-core/i18n/simplified-chinese";
import "survey-core/survey-core.fontless.min.css";
import { renderSurvey } from "survey-js-ui";
import { data, live, place, schema } from "./forms.js";

function question(name, field, isRequired) {
  const validators = [];
  if (field.pattern) validators.push({ type: "regex", regex: field.pattern, text: "格式不正确" });
  if (field.maxLength) validators.push({ type: "text", maxLength: field.maxLength });
  if (field.minItems) validators.push({ type: "answercount", minCount: field.minItems });
  const own = { name, title: field.title, description: field.description, isRequired, validators };
  if (field.type === "array") return { ...own, type: "checkbox", choices: field.items.enum };
  if (field.enum) return { ...own, type: "dropdown", choices: field.enum };
  if (field.maxLength > 1000) return { ...own, type: "comment" };
  if (field.format === "date") return { ...own, type: "text", inputType: "date" };
  if (field.type === "integer") return { ...own, type: "text", inputType: "number", min: field.minimum };
  return { ...own, type: "text" };
}

function questions(fields, prefix) {
  return Object.entries(fields.properties).map(([key, field]) => {
    const name = prefix + key;
    if (field.type === "object") return { type: "panel", name: `${name}-panel`, title: field.title, elements: questions(field, `${name}-`) };
    if (field.items?.type === "object") {
      const columns = Object.entries(field.items.properties).map(([column, cell]) => {
        const { type, ...rest } = question(column, cell, field.items.required.includes(column));
        return { ...rest, cellType: type };
      });
      return { type: "matrixdynamic", name, title: field.title, rowCount: 0, columns };
    }
    return question(name, field, fields.required?.includes(key) ?? false);
  });
}

function flat(object, prefix = "") {
  return Object.fromEntries(Object.entries(object).flatMap(([key, value]) =>
    value !== null && typeof value === "object" && !Array.isArray(value) ? Object.entries(flat(value, `${prefix}${key}-`)) : [[prefix + key, value]]));
}

const survey = new Model({ title: schema.title, elements: questions(schema, ""), completeText: "提交" });
survey.locale = "zh-cn";
if (live) {
  survey.textUpdateMode = "onTyping";
  survey.checkErrorsMode = "onValueChanged";
}
survey.data = flat(data);
renderSurvey(survey, place);
window.page = { validate: () => survey.validate(true, false), errors: ".sd-question__erbox .sv-string-viewer" };
