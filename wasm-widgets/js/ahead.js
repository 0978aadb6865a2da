// Fetches what an element will ask for before it asks: while the module is on its way, and pack and calendar at once.
const answers = new Map();

async function get(address) {
  try {
    const answer = await fetch(address);
    return [answer.status, await answer.text()];
  } catch (reason) { return [0, String(reason)]; }
}

// What could not be had is asked for again by the next who wants it.
async function first(address) {
  const answer = await get(address);
  if (!answer[0]) answers.delete(address);
  return answer;
}

const absolute = (address, base = document.baseURI) => new URL(address, base).href;

function* addresses(host) {
  const [pack, calendar, src] = ["pack", "calendar", "src"].map((name) => host.getAttribute(name));
  if (src) yield absolute(src);
  if (pack) yield absolute(pack);
  if (pack) yield calendar ? absolute(calendar) : absolute("../calendar.json", absolute(pack));
}

/** Begins to fetch what the attributes of the element name. */
export function ahead(host) {
  try {
    for (const address of addresses(host)) if (!answers.has(address)) answers.set(address, first(address));
  } catch { /* an address that is none fails when the element asks for it, and says so */ }
}

/** Status and text of a document, or 0 and the reason why there is no answer; what came ahead is handed out once. */
export async function load(address) {
  let asked = address;
  try { asked = absolute(address); } catch { /* `fetch` says what is wrong */ }
  const answer = answers.get(asked) ?? get(asked);
  answers.delete(asked);
  return answer;
}
