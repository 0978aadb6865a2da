// The control for an entry where Wagtail makes controls by script, as in the blocks of streams.
(() => {
  const Widget = window.telepath.constructors["wagtail.widgets.Widget"];

  // The form reads the text area when it comes into the page, so it has to come after the value.
  class EntryWidget extends Widget {
    constructor(html) {
      super(html.replace("<gongkai-form", "<template><gongkai-form").replace("</gongkai-form>", "</gongkai-form></template>"));
    }

    render(...given) {
      const bound = super.render(...given);
      const later = bound.input.parentNode.querySelector("template");
      later?.replaceWith(later.content);
      return bound;
    }
  }

  window.telepath.register("gongkai.EntryWidget", EntryWidget);
})();
