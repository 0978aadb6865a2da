// Who is measured. `live`: whether faults are judged and shown while the editor types.
export const CANDIDATES = [
  { name: "gongkai", page: "gongkai", live: true },
  { name: "floor", page: "floor", live: false },
  { name: "react-jsonschema-form", page: "rjsf", live: false },
  { name: "react-jsonschema-form, live", page: "rjsf", live: true },
  { name: "JSON Forms", page: "jsonforms", live: false },
  { name: "JSON Forms, live", page: "jsonforms", live: true },
  { name: "json-editor", page: "json-editor", live: false },
  { name: "Formily", page: "formily", live: true },
  { name: "SurveyJS", page: "surveyjs", live: false },
  { name: "SurveyJS, live", page: "surveyjs", live: true },
  { name: "Form.io", page: "formio", live: true },
];

/** The pages that have a choice; with `live` in their address they judge while the editor types. */
export const hasChoice = (candidate) => CANDIDATES.some((other) => other.page === candidate.page && other.live !== candidate.live);

/** One form of 15 fields, 300 fields in groups, 500 rows of a table. */
export const FORMS = ["one", "many", "rows"];

/** Where a form of a page is served. */
export const address = (site, page, form, live = false) => `${site.address}/${page}/${form}.html?form=${form}${live ? "&live" : ""}`;
