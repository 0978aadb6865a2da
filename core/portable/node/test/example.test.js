// The example of the handbook, run as it is printed there.
import assert from "node:assert/strict";
import { test } from "node:test";
// ANCHOR: example
import { readFile } from "node:fs/promises";
import { Validator } from "@gongkai/validator";

async function load(dist) {
  const validator = new Validator(await readFile(`${dist}/gongkai_validator.wasm`));
  validator.loadPack(await readFile(`${dist}/packs/24-compulsory-education.json`));
  validator.loadCalendar(await readFile(`${dist}/calendar.json`));
  return validator;
}

function problems(validator, entry) {
  const report = validator.check("24-compulsory-education/yi-wu-jiao-yu-xue-xiao-ming-lu", entry, { told: true });
  return report.issues.filter(({ blocks }) => blocks).map(({ path, message }) => [path, message["zh-CN"]]);
}
// ANCHOR_END: example

test("the example finds the telephone number", async () => {
  const found = problems(await load(process.env.GONGKAI_DATA), { elements: { ban_gong_dian_hua: "12" } });
  assert.match(Object.fromEntries(found)["/elements/ban_gong_dian_hua"], /不是有效电话号码/);
});
