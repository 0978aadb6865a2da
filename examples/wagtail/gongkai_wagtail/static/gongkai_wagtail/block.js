// The block of an entry: what the server says of it stands at its fields; above them Wagtail has a sentence without
// the reasons, which the form lists itself.
(() => {
  const { FieldBlockDefinition } = window.wagtailStreamField.blocks;

  class EntryBlock extends FieldBlockDefinition {
    render(placeholder, prefix, state, error, ...rest) {
      const brief = (said) => (said?.report ? { ...said, messages: [said.brief] } : said);
      const block = super.render(placeholder, prefix, state, brief(error), ...rest);
      const tell = (said) => {
        const form = block.element.querySelector("gongkai-form");
        if (!form || !said?.report) return;
        form.report = said.report;
        // Read where the form cannot be drawn.
        const reasons = document.createElement("p");
        reasons.className = "gongkai-reasons";
        reasons.textContent = said.messages.join(" ");
        form.replaceChildren(reasons);
      };
      const setError = block.setError.bind(block);
      block.setError = (said) => {
        setError(brief(said));
        tell(said);
      };
      tell(error);
      return block;
    }
  }

  window.telepath.register("gongkai.EntryBlock", EntryBlock);
})();
