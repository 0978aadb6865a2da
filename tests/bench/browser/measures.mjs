// What is measured, the same for every candidate. Each call is one run in a browser of its own.
import { open, press, sleep, withPage } from "./browser.mjs";

const MEGABYTE = 1_000_000;
const SPENT = { script_ms: "ScriptDuration", style_ms: "RecalcStyleDuration", layout_ms: "LayoutDuration", busy_ms: "TaskDuration" };

/** What the main thread of the page was busy with, by the browser's own count. */
async function spentSoFar(devtools) {
  const { metrics } = await devtools.send("Performance.getMetrics");
  const seconds = (wanted) => metrics.find(({ name }) => name === wanted).value;
  return Object.fromEntries(Object.entries(SPENT).map(([key, name]) => [key, seconds(name) * 1000]));
}

/** How many controls the finished form has; everything else waits for them. */
export async function controls({ executable, url }) {
  return withPage({ executable, slowdown: 1 }, async (page) => {
    await open(page, url);
    return page.evaluate(() => probe.controls());
  });
}

/** From the navigation to the first keystroke on the screen; bytes on the way; memory when all has come to rest. */
export async function load({ executable, url, slowdown, expected, site }) {
  return withPage({ executable, slowdown, expected }, async (page, devtools) => {
    await sleep(500);
    site.sent = 0;
    const typed = new Promise((done, failed) => devtools.on("Runtime.bindingCalled", () => press(devtools, "q").then(done, failed)));
    await page.goto(url, { waitUntil: "commit" });
    await typed;
    await page.waitForFunction(() => probe.strokes.length > 0, null, { timeout: 30_000 });
    const spent = await spentSoFar(devtools);
    await page.evaluate(() => probe.settled(500, 30_000));
    const seen = await page.evaluate(() => ({ ready: probe.ready, keystroke: probe.strokes[0], module: probe.moduleReady ?? null, wasm: probe.wasmBytes }));
    await devtools.send("HeapProfiler.enable");
    for (let round = 0; round < 2; round += 1) await devtools.send("HeapProfiler.collectGarbage");
    const heap = await devtools.send("Runtime.getHeapUsage");
    return { first_keystroke_ms: seen.keystroke, drawn_ms: seen.ready, module_ms: seen.module, ...spent, memory_mb: (heap.usedSize + seen.wasm) / MEGABYTE, bytes: site.sent };
  });
}

/** From a keystroke in the middle of the form to the frame that shows it, several times in one line of text. */
export async function keystrokes({ executable, url, slowdown, times }) {
  return withPage({ executable, slowdown }, async (page, devtools) => {
    await open(page, url);
    await page.evaluate(() => {
      const lines = probe.lines();
      const line = lines[Math.floor(lines.length / 2)];
      line.focus();
      line.setSelectionRange(line.value.length, line.value.length);
    });
    const pause = slowdown > 1 ? 500 : 250;
    await sleep(pause);
    const times_ms = [];
    for (let index = 0; index < times; index += 1) {
      await page.evaluate(() => { probe.strokes = []; });
      await press(devtools, "abcdefghij"[index % 10]);
      await page.waitForFunction(() => probe.strokes.length > 0, null, { timeout: 60_000, polling: 50 });
      times_ms.push(await page.evaluate(() => probe.strokes[0] - probe.keydown));
      await page.evaluate((quiet) => probe.settled(quiet, 10_000), pause);
    }
    return times_ms;
  });
}

/** From the call to the last painted change, and how many messages are on the screen then. */
export async function validation({ executable, url, slowdown }) {
  return withPage({ executable, slowdown }, async (page) => {
    await open(page, url);
    return page.evaluate(async () => {
      probe.lastPaint = 0;
      const start = performance.now();
      window.page.validate();
      const end = await probe.settled(800, 60_000);
      return { validation_ms: end ? end - start : null, messages: probe.shown(window.page.errors) };
    });
  });
}
