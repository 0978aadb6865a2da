// Where the time goes: the sampling profiler over a load, keystrokes or a validation, by function.
// Arguments: the JSON object of measure.mjs with `page`, `form`, `phase` (load, keystroke, validation) and `slowdown`.
import { open, press, sleep, withPage } from "./browser.mjs";
import { address } from "./candidates.mjs";
import { serve } from "./server.mjs";

const options = JSON.parse(process.argv[2]);
const { page: name, form, phase, slowdown = 1, top = 45 } = options;
const site = await serve(options.pages);
const url = address(site, name, form);

const profile = await withPage({ executable: options.browser, slowdown }, async (page, devtools) => {
  await devtools.send("Profiler.enable");
  await devtools.send("Profiler.setSamplingInterval", { interval: 100 });
  if (phase === "load") {
    await page.goto("about:blank");
    await devtools.send("Profiler.start");
    await open(page, url);
  } else {
    await open(page, url);
    await page.evaluate(() => { const lines = probe.lines(); lines[Math.floor(lines.length / 2)].focus(); });
    await sleep(300);
    await devtools.send("Profiler.start");
    if (phase === "keystroke") {
      for (const letter of "abcdefghij") { await press(devtools, letter); await sleep(200); }
    } else {
      await page.evaluate(async () => { window.page.validate(); await probe.settled(500, 20_000); });
    }
  }
  return (await devtools.send("Profiler.stop")).profile;
});
site.close();

const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
const parents = new Map(profile.nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id])));
const own = new Map();
const whole = new Map();
const add = (map, key, time) => map.set(key, (map.get(key) ?? 0) + time);
const label = ({ callFrame }) => `${callFrame.functionName || "(anonymous)"} ${callFrame.url.split("/").at(-1)}`.trim();
profile.samples.forEach((id, index) => {
  const time = profile.timeDeltas[index] / 1000;
  add(own, label(nodes.get(id)), time);
  const seen = new Set();
  for (let at = id; at !== undefined; at = parents.get(at)) seen.add(label(nodes.get(at)));
  for (const key of seen) add(whole, key, time);
});
const print = (title, map) => {
  console.log(`\n${title}`);
  const lines = [...map].filter(([key]) => !["(idle)", "(root)"].includes(key)).sort((one, two) => two[1] - one[1]).slice(0, top);
  for (const [key, time] of lines) console.log(time.toFixed(1).padStart(8), key.slice(0, 150));
};
print("itself, ms", own);
print("with all that it calls, ms", whole);
