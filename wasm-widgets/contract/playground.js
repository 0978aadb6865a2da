// The playground: attributes as they are typed, events as they come.
const LINES = 50;

for (const section of document.querySelectorAll("section[data-events]")) {
  const element = section.querySelector(section.id);
  for (const input of section.querySelectorAll("[data-attribute]")) {
    const name = input.dataset.attribute;
    input.value = element.getAttribute(name) ?? "";
    input.addEventListener("change", () => {
      if (input.value) element.setAttribute(name, input.value);
      else element.removeAttribute(name);
    });
  }
  const log = section.querySelector(".log");
  for (const name of section.dataset.events.split(" ").filter(Boolean)) {
    element.addEventListener(name, (event) => {
      const line = document.createElement("li");
      line.textContent = `${name} ${JSON.stringify(event.detail)}`;
      log.prepend(line);
      while (log.children.length > LINES) log.lastChild.remove();
    });
  }
}

const everywhere = (name, value) => document.querySelectorAll("section > .stage > *").forEach((element) => {
  if (value) element.setAttribute(name, value);
  else element.removeAttribute(name);
});
document.getElementById("theme").addEventListener("change", (event) => everywhere("theme", event.target.value));
document.getElementById("language").addEventListener("change", (event) => everywhere("lang", event.target.value));
