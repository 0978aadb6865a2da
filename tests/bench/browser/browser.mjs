// A fresh browser for each measurement, with the probe in the page and the processor slowed down as asked.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";

const PROBE = readFileSync(join(import.meta.dirname, "probe.js"), "utf8");
const FLAGS = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const PATIENCE_MS = 170_000;

export const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/** Calls `use` with the page and the session of the DevTools protocol; `expected` is how many controls make the form ready. */
export async function withPage({ executable, slowdown, expected = 0 }, use) {
  // As root, which containers often run as, Chromium has no sandbox.
  const args = process.getuid?.() === 0 ? [...FLAGS, "--no-sandbox"] : FLAGS;
  const browser = await chromium.launch({ executablePath: executable, headless: true, args });
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    const devtools = await context.newCDPSession(page);
    await devtools.send("Performance.enable");
    await devtools.send("Runtime.enable");
    await devtools.send("Runtime.addBinding", { name: "formIsReady" });
    if (slowdown > 1) await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    await page.addInitScript(`${PROBE};probe.expected = ${expected};`);
    return await use(page, devtools);
  } finally {
    await browser.close();
  }
}

/** Waits until the form is drawn and has come to rest. */
export async function open(page, url) {
  await page.goto(url);
  await page.waitForFunction(() => window.page);
  await page.evaluate(() => probe.settled(1200, 120_000));
}

/** Presses a key of a letter, wherever the focus is. */
export async function press(devtools, letter) {
  const upper = letter.toUpperCase();
  const key = { key: letter, code: `Key${upper}`, windowsVirtualKeyCode: upper.charCodeAt(0) };
  await Promise.all([
    devtools.send("Input.dispatchKeyEvent", { type: "keyDown", ...key, text: letter, unmodifiedText: letter }),
    devtools.send("Input.dispatchKeyEvent", { type: "keyUp", ...key }),
  ]);
}
