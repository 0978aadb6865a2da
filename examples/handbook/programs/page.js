// The script of the page with the form in the handbook; a browser test runs it.

// ANCHOR: form
const form = document.querySelector("gongkai-form");
// ANCHOR_END: form

// ANCHOR: upload
async function send(file, progress) {
  const answer = await fetch("/files", { method: "POST", body: file });
  if (!answer.ok) throw new Error(`${file.name}: ${answer.status}`);
  progress(1);
  return { link: (await answer.json()).link, title: file.name };
}

form.addEventListener("gongkai-upload", ({ detail }) => {
  detail.respondWith(send(detail.file, detail.progress));
});
// ANCHOR_END: upload

// ANCHOR: editor
const editor = document.querySelector("#editor");

editor.addEventListener("input", () => {
  form.setValue("/elements/xue_ji_zheng_ming", editor.innerText);
});
// ANCHOR_END: editor
