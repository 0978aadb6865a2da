// The custom element, with the pack that `cargo xtask bench` compiles out of data/guideline.toml.
import records from "../../data/records.json";

const kind = new URLSearchParams(location.search).get("form") ?? "one";
const form = document.createElement("gongkai-form");
form.setAttribute("pack", `/packs/${kind}.json`);
form.setAttribute("item", kind);

// The same record as that of the others in each group; around them stands what every entry has.
if (kind === "many") {
  const { contact, ...fields } = records.bad;
  const parts = Object.entries({ ...fields, ...contact });
  const groups = Array.from({ length: 20 }, (_, index) => parts.map(([key, value]) => [`g${index + 1}_${key}`, value]));
  form.value = { ...records.around, elements: Object.fromEntries(groups.flat()) };
}
document.querySelector("#form").append(form);
window.page = { validate: () => form.reportValidity(), errors: ".issue" };
