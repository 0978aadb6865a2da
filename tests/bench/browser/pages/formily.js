// Formily with its components for Ant Design.
import { createForm, setValidateLanguage } from "@formily/core";
import { ArrayTable, Checkbox, DatePicker, FormItem, FormLayout, Input, NumberPicker, Select } from "@formily/antd-v5";
import { createSchemaField, FormProvider } from "@formily/react";
import { ConfigProvider } from "antd";
import zhCN from "antd/es/locale/zh_CN";
import "dayjs/locale/zh-cn";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { data, place, schema } from "./forms.js";

setValidateLanguage("zh-CN");
const choices = (values) => values.map((value) => ({ label: value, value }));
const mapped = (object, map) => Object.fromEntries(Object.entries(object).map(([key, value]) => map(key, value)));

// The keywords of JSON Schema are understood; which component draws a field is not part of them.
function dressed(field, required, inside = true) {
  const own = { ...field, required };
  if (field.type === "object") {
    own.properties = mapped(field.properties, (key, part) => [key, dressed(part, field.required?.includes(key) ?? false)]);
    delete own.required;
    if (inside) {
      own["x-component"] = "Group";
      own["x-component-props"] = { title: field.title };
      delete own.title;
    }
    return own;
  }
  own["x-decorator"] = "FormItem";
  if (field.items?.type === "object") {
    own["x-component"] = "ArrayTable";
    const column = (key, { title, ...cell }) => {
      const { title: _, ...inner } = dressed({ title, ...cell }, field.items.required.includes(key));
      return [`${key}-column`, { type: "void", "x-component": "ArrayTable.Column", "x-component-props": { title }, properties: { [key]: inner } }];
    };
    own.items = { type: "object", properties: mapped(field.items.properties, column) };
  } else if (field.type === "array") {
    own["x-component"] = "Checkbox.Group";
    own.enum = choices(field.items.enum);
    delete own.items;
    delete own.uniqueItems;
  } else if (field.enum) {
    own["x-component"] = "Select";
    own.enum = choices(field.enum);
  } else if (field.format === "date") {
    own["x-component"] = "DatePicker";
  } else if (field.type === "integer") {
    own["x-component"] = "NumberPicker";
    own.type = "number";
  } else {
    own["x-component"] = field.maxLength > 1000 ? "Input.TextArea" : "Input";
  }
  return own;
}

const Group = ({ title, children }) => createElement("fieldset", null, createElement("legend", null, title), children);
const SchemaField = createSchemaField({ components: { FormItem, Input, Select, DatePicker, Checkbox, NumberPicker, ArrayTable, Group } });
const form = createForm({ initialValues: data });
const fields = createElement(SchemaField, { schema: dressed(schema, false, false) });
const layout = createElement(FormProvider, { form }, createElement(FormLayout, { labelCol: 4 }, fields));
createRoot(place).render(createElement(ConfigProvider, { locale: zhCN }, layout));
window.page = { validate: () => void form.validate().catch(() => {}), errors: ".ant-formily-item-error-help" };
