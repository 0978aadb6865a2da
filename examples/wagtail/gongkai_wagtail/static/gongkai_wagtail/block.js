// The block of an entry: what the server says of it stands at its fields; the sentence above them is Wagtail's.
(() => {
  const { FieldBlockDefinition } = window.wagtailStreamField.blocks;

  class EntryBlock extends FieldBlockDefinition {
    render(placeholder, prefix, state, error, ...rest) {
      const block = super.render(placeholder, prefix, state, error, ...rest);
      const tell = (said) => {
        const form = block.element.querySelector("gongkai-form");
        if (form && said?.report) form.report = said.report;
      };
      const setError = block.setError.bind(block);
      block.setError = (said) => {
        setError(said);
        tell(said);
      };
      tell(error);
      return block;
    }
  }

  window.telepath.register("gongkai.EntryBlock", EntryBlock);
})();
