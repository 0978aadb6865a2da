// Measures every candidate and prints all samples as JSON. Argument: a JSON object, see `Options` in tests/xtask/src/bench/browser.rs.
import { CANDIDATES, address, hasChoice } from "./candidates.mjs";
import { controls, keystrokes, load, validation } from "./measures.mjs";
import { serve } from "./server.mjs";

const options = JSON.parse(process.argv[2]);
const site = await serve(options.pages);
const isAsked = (candidate) => options.only.length === 0 || options.only.some((word) => candidate.page.includes(word));
const results = [];
const failures = [];

for (const candidate of CANDIDATES.filter(isAsked)) {
  for (const form of options.forms) {
    results.push({ ...candidate, form, samples: {} });
  }
}

const addressOf = (result) => address(site, result.page, result.form, result.live && hasChoice(result));

async function attempt(result, name, slowdown, measure) {
  const url = addressOf(result);
  try {
    const measured = await measure({ executable: options.browser, url, slowdown, expected: result.controls, site });
    for (const [key, value] of Object.entries(measured)) {
      const samples = (result.samples[`${key}@${slowdown}`] ??= []);
      samples.push(...[value].flat());
    }
  } catch (error) {
    failures.push(`${result.name}, ${result.form}, ${name}: ${String(error).split("\n")[0]}`);
  }
  process.stderr.write(".");
}

for (const result of results) result.controls = await controls({ executable: options.browser, url: addressOf(result) });

// Candidates take turns, so that whatever else the machine does meets all of them.
for (let round = 0; round < options.rounds; round += 1) {
  for (const slowdown of options.slowdowns) {
    for (const result of results) {
      const isDouble = result.live && hasChoice(result);
      if (!isDouble) await attempt(result, "load", slowdown, load);
      await attempt(result, "keystroke", slowdown, async (run) => ({ keystroke_ms: await keystrokes({ ...run, times: options.keystrokes }) }));
      if (!isDouble) await attempt(result, "validation", slowdown, validation);
    }
  }
  process.stderr.write(` ${round + 1}/${options.rounds}\n`);
}
site.close();
console.log(JSON.stringify({ results, failures }));
