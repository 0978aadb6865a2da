// Runs in every page before its own scripts: sees controls in shadow roots too, and says when something is on the screen.
(() => {
  const roots = [document];
  const probe = (window.probe = { strokes: [], keydown: null, lastPaint: 0, wasmBytes: 0, expected: 0 });

  // A frame is through when a message posted in its animation callback arrives: after style, layout and painting.
  const channel = new MessageChannel();
  const waiting = [];
  channel.port1.onmessage = () => waiting.shift()(performance.now());
  const afterPaint = (then) => requestAnimationFrame(() => { waiting.push(then); channel.port2.postMessage(null); });

  probe.all = (selector) => roots.flatMap((root) => [...root.querySelectorAll(selector)]);
  const isShown = (element) => element.getClientRects().length > 0;
  probe.controls = () => probe.all("input:not([type=hidden]),textarea,select").filter((control) => control.tabIndex >= 0).length;
  const isLineOfText = (input) => isShown(input) && !input.readOnly && !input.disabled && input.getAttribute("role") !== "combobox"
    && !input.closest("[class*=picker]") && !input.matches("[inputmode=numeric],[inputmode=decimal],.property-selector-input");
  const texts = () => probe.all("input[type=text],input:not([type]),input[type=search]");
  probe.lines = () => texts().filter(isLineOfText);
  probe.shown = (selector) => probe.all(selector).filter(isShown).length;

  // Ready: as many controls as the finished form has, and the page does not say that it is busy.
  const lookWhetherReady = () => {
    if (!probe.expected || probe.ready || window.pageIsBusy || probe.controls() < probe.expected) return;
    probe.ready = performance.now();
    // The first alone is looked at: to ask of all others where they are would make the browser lay out what it had left for later.
    texts().find(isLineOfText).focus();
    window.formIsReady("");
  };
  probe.pageIsReady = () => { window.pageIsBusy = false; lookWhetherReady(); };

  let isPainting = false;
  let lastChange = 0;
  const observer = new MutationObserver(() => {
    lastChange = performance.now();
    if (!isPainting) {
      isPainting = true;
      afterPaint((time) => { isPainting = false; probe.lastPaint = time; });
    }
    lookWhetherReady();
  });
  const observe = (root) => observer.observe(root, { childList: true, subtree: true, attributes: true, characterData: true });
  observe(document);
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    roots.push(root);
    observe(root);
    return root;
  };

  // Linear memory is no part of the JavaScript heap.
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const own = WebAssembly[name];
    WebAssembly[name] = async (...args) => {
      const result = await own.apply(WebAssembly, args);
      const { exports } = result.instance ?? result;
      const memory = Object.values(exports).find((value) => value instanceof WebAssembly.Memory);
      probe.moduleReady = performance.now();
      if (memory) Object.defineProperty(probe, "wasmBytes", { get: () => memory.buffer.byteLength });
      return result;
    };
  }

  // A keystroke is reflected when a frame is through and the control that is in the page still holds what was typed.
  addEventListener("keydown", (event) => { probe.keydown = event.timeStamp; }, true);
  addEventListener("input", (event) => {
    const control = event.composedPath()[0];
    const { value } = control;
    const look = (time) => {
      if (control.isConnected && control.value === value) probe.strokes.push(time);
      else if (time - event.timeStamp < 20_000) afterPaint(look);
    };
    afterPaint(look);
  }, true);

  /** Fulfilled with the time of the last painted change once nothing has changed for a while. */
  probe.settled = (quiet, atMost) => new Promise((done) => {
    const start = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      if ((isPainting || now - Math.max(lastChange, start) < quiet) && now - start < atMost) return;
      clearInterval(timer);
      done(probe.lastPaint);
    }, 50);
  });
})();
