// Files for the host to take: the event `gongkai-upload`, its answer, another try.
export function uploads(host, call) {
  const files = new Map();

  const start = (id) => queueMicrotask(() => {
    let answer;
    const detail = {
      ...files.get(id),
      respondWith(promise) { answer = promise; },
      progress(share) { call("upload-progress", id, Math.round(100 * Math.min(Math.max(share, 0), 1)) || 0); },
    };
    host.dispatchEvent(new CustomEvent("gongkai-upload", { bubbles: true, composed: true, detail }));
    Promise.resolve(answer).then((done) => {
      if (!done?.link) throw "";
      files.delete(id);
      call("upload-done", id, done.link, done.title ?? null);
    }).catch((reason) => call("upload-failed", id, String(reason?.message ?? reason ?? "")));
  });

  return {
    /** Takes the file out of a control and offers it to the host; answers its name, or nothing when there is none. */
    upload(id, path, input) {
      const [file] = input.files;
      if (!file) return undefined;
      files.set(id, { path, file });
      start(id);
      // So that choosing the same file again is a change too.
      input.value = "";
      return file.name;
    },
    upload_again: start,
    forget_upload(id) { files.delete(id); },
  };
}
