// The whole case set: every report is the one that the library gives natively, byte for byte.
import assert from "node:assert/strict";
import { createReadStream } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { Validator, ValidatorError } from "../index.js";

const ITEM = "24-compulsory-education/yi-wu-jiao-yu-xue-xiao-ming-lu";
const { GONGKAI_VALIDATOR, GONGKAI_DATA, GONGKAI_CASES } = process.env;
const compiled = new WebAssembly.Module(await readFile(GONGKAI_VALIDATOR));
const validator = new Validator(compiled);
for (const name of await readdir(`${GONGKAI_DATA}/packs`)) validator.loadPack(await readFile(`${GONGKAI_DATA}/packs/${name}`));
validator.loadCalendar(await readFile(`${GONGKAI_DATA}/calendar.json`, "utf8"));

test("the module asks nothing of its host", () => {
  assert.deepEqual(WebAssembly.Module.imports(compiled), []);
});

test("reports are the same bytes", async () => {
  let compared = 0;
  const start = performance.now();
  for await (const line of createInterface({ input: createReadStream(GONGKAI_CASES) })) {
    const { item, entry, options, report } = JSON.parse(line);
    assert.equal(validator.checkText(item, entry, options), report, `${item} ${entry}`);
    compared += 1;
  }
  assert.ok(compared > 10_000, `only ${compared} reports were compared`);
  console.log(`node: ${compared} reports compared, ${Math.round(compared / (performance.now() - start) * 1000)} a second with reading and comparing`);
});

test("failures have codes", () => {
  const code = (call) => { try { call(); } catch (error) { assert.ok(error instanceof ValidatorError); return error.code; } };
  const today = "2026-09-01";
  assert.equal(code(() => validator.check("a/b", "{}", { today })), "item-unknown");
  assert.equal(code(() => validator.check(ITEM, "{", { today })), "entry-unreadable");
  assert.equal(code(() => validator.check(ITEM, "{}", { today: "soon" })), "options-invalid");
  assert.equal(code(() => validator.check(new Uint8Array([255]), "{}", { today })), "no-utf-8");
  assert.equal(code(() => validator.loadPack("{}")), "pack-unreadable");
  assert.equal(code(() => validator.form("a/b")), "item-unknown");
});

test("values and forms", () => {
  const report = validator.check(ITEM, { elements: { ban_gong_dian_hua: "12" } }, { today: new Date(2026, 8, 1), told: true });
  assert.equal(report.checked_on, "2026-09-01");
  assert.deepEqual(Object.keys(report.issues.find(({ code }) => code === "phone-invalid").message), ["zh-CN", "en"]);
  assert.equal(validator.form(ITEM).format, "gongkai-form/1");
  assert.equal(validator.version().interface, 1);
});

test("readings", () => {
  const entry = { title: " 第一小学 ", elements: { xue_xiao_ming_cheng: "<第一小学>", ban_gong_dian_hua: "0736-7111111" } };
  const reading = validator.reading(ITEM, entry);
  assert.equal(reading.format, "gongkai-reading/1");
  assert.deepEqual(reading.elements.find(({ key }) => key === "ban_gong_dian_hua").value, { type: "phones", numbers: ["0736-7111111"] });
  assert.match(validator.readingHtml(ITEM, entry, { lang: "en" }), /<dd>&lt;第一小学&gt;<\/dd>/);
  assert.equal(validator.reading("a/b", entry).elements[0].name, "xue_xiao_ming_cheng");
  assert.throws(() => validator.reading(ITEM, "{"), { code: "entry-unreadable" });
});

test("memory stays flat", () => {
  const entry = { elements: { xue_xiao_di_zhi: "字".repeat(100_000) } };
  const round = () => {
    for (let count = 0; count < 100; count += 1) validator.check(ITEM, entry, { today: "2026-09-01" });
    return process.memoryUsage().arrayBuffers;
  };
  const first = round();
  assert.ok(round() < first + 50_000_000);
});
