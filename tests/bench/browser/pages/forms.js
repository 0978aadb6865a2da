// The forms that every page is given: schema, what it starts with, and where it is drawn.
import item from "../../data/item.schema.json";
import records from "../../data/records.json";

const GROUPS = 20;
const ROWS = 500;
const query = new URLSearchParams(location.search);

/** Whether the page validates while the editor types, where that is a choice. */
export const live = query.has("live");

/** `one` form of 15 fields, `many`: 300 fields in groups, `rows`: a table of 500 rows and 6 columns. */
export const kind = query.get("form") ?? "one";

/** Where the form is drawn. */
export const place = document.querySelector("#form");

const count = (length, make) => Array.from({ length }, (_, index) => make(index));

function many() {
  const groups = count(GROUPS, (index) => `g${index + 1}`);
  const titled = (_, index) => ({ ...structuredClone(item), title: `第${index + 1}组` });
  return {
    schema: {
      type: "object", title: "政务公开年度台账", required: groups,
      properties: Object.fromEntries(groups.map((group, index) => [group, titled(group, index)])),
    },
    data: Object.fromEntries(groups.map((group) => [group, structuredClone(records.bad)])),
  };
}

function rows() {
  const { postcode, title, category, subject, publish_date } = item.properties;
  const number = { type: "integer", title: "数量", minimum: 0 };
  const row = { type: "object", required: ["title", "subject"], properties: { postcode, title, category, subject, publish_date, number } };
  return {
    schema: { type: "object", title: "台账", properties: { rows: { type: "array", title: "台账明细", items: row } } },
    data: {
      rows: count(ROWS, (index) => ({
        postcode: index % 5 === 0 ? "4150" : "415000", title: `事项${index}`, category: category.enum[index % 6],
        subject: "自然资源和规划局", publish_date: "2026-03-15", number: index,
      })),
    },
  };
}

/** The JSON Schema and the value that the form starts with: nothing for `one`, five faults in each group or one in each fifth row. */
export const { schema, data } = { one: () => ({ schema: item, data: {} }), many, rows }[kind]();
