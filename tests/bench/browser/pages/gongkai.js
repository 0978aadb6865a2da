// The custom elements, with the pack that `cargo xtask bench` compiles out of data/guideline.toml.
import records from "../../data/records.json";

const kind = new URLSearchParams(location.search).get("form") ?? "one";
const form = document.createElement(kind === "rows" ? "gongkai-table" : "gongkai-form");
form.setAttribute("pack", `/packs/${kind}.json`);
form.setAttribute("item", kind);

// The same record as that of the others in each group; around them stands what every entry has.
if (kind === "many") {
  const { contact, ...fields } = records.bad;
  const parts = Object.entries({ ...fields, ...contact });
  const groups = Array.from({ length: 20 }, (_, index) => parts.map(([key, value]) => [`g${index + 1}_${key}`, value]));
  form.value = { ...records.around, elements: Object.fromEntries(groups.flat()) };
}
// The rows of forms.js as entries. Of the rows the grid draws those on the screen, and the faults with them.
if (kind === "rows") {
  const categories = ["行政许可", "行政处罚", "行政强制", "行政征收", "公共服务", "重大决策"];
  form.setAttribute("today", "2026-03-20");
  form.value = Array.from({ length: 500 }, (_, index) => ({
    ...records.around, item: "rows", title: `事项${index}`,
    elements: {
      postcode: index % 5 === 0 ? "4150" : "415000", title: `事项${index}`, category: categories[index % 6],
      subject: "自然资源和规划局", publish_date: "2026-03-15", number: index,
    },
  }));
}
document.querySelector("#form").append(form);
window.page = { validate: () => form.reportValidity(), errors: kind === "rows" ? "[role=gridcell].error" : ".issue" };
