// Drafts in the storage of the browser, and news of them from other windows.
const PREFIX = "gongkai-draft/";
const PAUSE_MS = 1000;

/** Removes the drafts of all forms of the site that have been kept for long enough, and those that cannot be read. */
function sweep() {
  for (const name of Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))) {
    let until = 0;
    try { until = JSON.parse(localStorage.getItem(name)).until; } catch { /* broken: goes */ }
    if (!(until > Date.now())) localStorage.removeItem(name);
  }
}

export function drafts(call, ask, signal) {
  let timer = 0;
  const write = (key, text) => {
    try {
      if (text == null) localStorage.removeItem(PREFIX + key); else localStorage.setItem(PREFIX + key, text);
      return true;
    } catch { return false; /* full or forbidden */ }
  };
  const flush = () => {
    const draft = timer && ask("draft"); // key and text; nothing while a question about drafts is open
    clearTimeout(timer);
    timer = 0;
    if (draft && !write(...JSON.parse(draft))) call("draft-refused");
  };
  addEventListener("storage", ({ key, newValue }) => {
    if (key?.startsWith(PREFIX)) call("stored", key.slice(PREFIX.length), newValue);
  }, { signal });
  addEventListener("pagehide", flush, { signal });
  return {
    flush,
    hooks: {
      read_draft(key) {
        try {
          sweep();
          return localStorage.getItem(PREFIX + key);
        } catch { return null; /* forbidden: said when something is to be stored */ }
      },
      write_draft: write,
      save_soon() {
        clearTimeout(timer);
        timer = setTimeout(flush, PAUSE_MS);
      },
    },
  };
}
