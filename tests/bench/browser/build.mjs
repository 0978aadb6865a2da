// Bundles one page for each candidate as a user would ship it. Arguments: folder to write to, folder of the widgets.
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { CANDIDATES, FORMS } from "./candidates.mjs";

const [folder, widgets] = process.argv.slice(2);
const here = import.meta.dirname;

// Formily's components for Ant Design do not run with React 19.
const REACT_18 = { react: "react-18", "react-dom": "react-dom-18" };

// What a form will ask for, named in the head as the handbook shows it: all at once, as the others have it in one file.
const ahead = (form) => {
  const element = form === "rows" ? "gongkai-table" : "gongkai-form";
  const data = [`/widgets/${element}.wasm`, `/packs/${form}.json`, "/calendar.json"];
  return [`<link rel="modulepreload" href="/widgets/${element}.js">`, ...data.map((href) => `<link rel="preload" href="${href}" as="fetch" crossorigin>`)].join("");
};

const html = (scripts, style, links) => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<link rel="icon" href="data:,"><title>表单</title>${links}${style ? '<link rel="stylesheet" href="page.css">' : ""}
${scripts.map((script) => `<script type="module" src="${script}"></script>`).join("")}</head>
<body><main><div id="form"></div></main></body></html>
`;

rmSync(folder, { recursive: true, force: true });
for (const page of new Set(CANDIDATES.map((candidate) => candidate.page))) {
  const { output } = await build({
    configFile: false, root: here, logLevel: "error", define: { "process.env.NODE_ENV": '"production"' },
    resolve: { alias: page === "formily" ? REACT_18 : {} },
    build: {
      outDir: join(folder, page), target: "es2022", modulePreload: false, reportCompressedSize: false,
      lib: { entry: join(here, "pages", `${page}.js`), formats: ["es"], fileName: () => "page.js", cssFileName: "page" },
      rolldownOptions: { output: { minify: true, codeSplitting: false } },
    },
  }).then((built) => [built].flat()[0]);
  const style = output.some((file) => file.fileName.endsWith(".css"));
  // The element stands in the page before the module comes, as in a page of a site.
  const scripts = page === "gongkai" ? ["page.js", "/widgets/gongkai.js"] : ["page.js"];
  for (const form of FORMS) {
    writeFileSync(join(folder, page, `${form}.html`), html(scripts, style, page === "gongkai" ? ahead(form) : ""));
  }
}
mkdirSync(join(folder, "widgets"));
cpSync(widgets, join(folder, "widgets"), { recursive: true, filter: (path) => !path.includes("packs") });
cpSync(join(widgets, "calendar.json"), join(folder, "calendar.json"));
