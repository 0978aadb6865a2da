// Leaving the page: asks before what was typed is lost, and hears when the form around was submitted.
export function leaving(form, call, signal) {
  let submitted = null;
  // Known only when all listeners were asked: a host that sends by script prevents the rest.
  const isSent = () => submitted?.defaultPrevented === false;
  const guard = (event) => {
    if (isSent()) return;
    event.preventDefault();
    event.returnValue = true; // for browsers of before 2024
  };
  document.addEventListener("submit", (event) => { if (event.target === form()) submitted = event; }, { signal, capture: true });
  addEventListener("pagehide", () => { if (isSent()) call("sent"); }, { signal });
  signal.addEventListener("abort", () => removeEventListener("beforeunload", guard));
  return {
    guard(on) {
      submitted = null;
      // Only while it is needed: pages with this listener are not kept for going back.
      if (on) addEventListener("beforeunload", guard); else removeEventListener("beforeunload", guard);
    },
  };
}
