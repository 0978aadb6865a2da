// json-editor with its plain theme. It ships English messages alone, so the page brings its own.
import { JSONEditor } from "@json-editor/json-editor";
import { data, place, schema } from "./forms.js";

JSONEditor.defaults.languages.zh = {
  error_notset: "必须填写", error_notempty: "必填", error_enum: "必须为所列值之一", error_pattern: "格式不正确",
  error_minLength: "不得少于{{0}}个字", error_maxLength: "不得多于{{0}}个字", error_required: "缺少必填项“{{0}}”",
  error_minItems: "至少选择{{0}}项", error_uniqueItems: "不得重复", error_date: "日期格式应为{{0}}",
  button_add_row_title: "新增", button_delete_row_title_short: "删除",
};
JSONEditor.defaults.language = "zh";

// Which control a field gets is a format of its own.
function dress(fields) {
  for (const [key, field] of Object.entries(fields.properties)) {
    if (field.type === "object") dress(field);
    else if (key === "content") field.format = "textarea";
    else if (key === "channels") field.format = "checkbox";
    else if (key === "rows") field.format = "table";
  }
}
const dressed = structuredClone(schema);
dress(dressed);

// What is typed before the event `ready` is lost.
window.pageIsBusy = true;
const editor = new JSONEditor(place, {
  schema: dressed, startval: Object.keys(data).length > 0 ? data : undefined, theme: "html",
  disable_edit_json: true, disable_properties: true, disable_collapse: true, show_errors: "interaction", no_additional_properties: false,
});
editor.on("ready", () => window.probe.pageIsReady());
window.page = { validate: () => editor.setOption("show_errors", "always"), errors: '.errmsg:not([style*="display: none"])' };
