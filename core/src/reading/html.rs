//! A reading as HTML: description lists, tables and links, no scripts, no styles.

use super::{Fact, Reading, ShownDocument, ShownValue, UsedChannel};
use crate::text::{Lang, push_escaped};

impl Reading {
    /// A fragment of HTML for the page of the host: `<div class="gongkai-entry">` with description lists.
    ///
    /// Every text is escaped, links lead to `https://` and `http://` alone; wide tables can be scrolled by keyboard.
    /// The title is left to the host, which has a heading for it.
    #[must_use]
    pub fn to_html(&self) -> String {
        let mut html = Html { text: String::new(), lang: self.lang };
        html.raw("<div class=\"gongkai-entry\">");
        // The words of the table and of the entry are Chinese on every site.
        html.facts(&self.elements, " class=\"gongkai-elements\" lang=\"zh-CN\"");
        html.facts(&self.nil, " class=\"gongkai-nil\"");
        if !(self.facts.is_empty() && self.channels.is_empty()) {
            html.raw("<dl class=\"gongkai-facts\">");
            self.facts.iter().for_each(|fact| html.fact(&fact.name, &fact.value));
            html.channels(&self.channels);
            html.raw("</dl>");
        }
        html.raw("</div>");
        html.text
    }
}

struct Html {
    text: String,
    lang: Lang,
}

impl Html {
    fn raw(&mut self, markup: &str) {
        self.text.push_str(markup);
    }

    fn text(&mut self, text: &str) {
        push_escaped(&mut self.text, text);
    }

    /// A list of facts; those that share a heading are a list of their own below it.
    fn facts(&mut self, facts: &[Fact], attributes: &str) {
        if facts.is_empty() {
            return;
        }
        self.raw("<dl");
        self.raw(attributes);
        self.raw(">");
        for run in facts.chunk_by(|one, next| one.heading == next.heading) {
            let Some(heading) = &run[0].heading else {
                run.iter().for_each(|fact| self.fact(&fact.name, &fact.value));
                continue;
            };
            self.raw("<div><dt>");
            self.text(heading);
            self.raw("</dt><dd><dl>");
            run.iter().for_each(|fact| self.fact(fact.label.as_deref().unwrap_or(&fact.name), &fact.value));
            self.raw("</dl></dd></div>");
        }
        self.raw("</dl>");
    }

    fn fact(&mut self, name: &str, value: &ShownValue) {
        self.raw("<div><dt>");
        self.text(name);
        self.raw("</dt><dd>");
        self.value(value);
        self.raw("</dd></div>");
    }

    fn value(&mut self, value: &ShownValue) {
        match value {
            ShownValue::Text { lines } => self.each(lines, "", "<br>", "", |html, line| html.text(line)),
            ShownValue::List { items } => self.list(items, |html, item| html.text(item)),
            ShownValue::Day(day) => self.day(&day.date, &day.words),
            ShownValue::Phones { numbers } => self.each(numbers, "", "、", "", |html, number| {
                html.link(&["tel:", number].concat(), number);
            }),
            ShownValue::Link { address } => self.link(address, address),
            ShownValue::Documents { documents } => self.list(documents, Self::document),
            ShownValue::Group { facts } => {
                self.raw("<dl>");
                facts.iter().for_each(|fact| self.fact(&fact.name, &fact.value));
                self.raw("</dl>");
            }
            ShownValue::Table { name, columns, rows } => {
                self.raw("<div class=\"gongkai-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"");
                self.text(name);
                self.raw("\"><table><thead><tr>");
                for column in columns {
                    self.raw("<th scope=\"col\">");
                    self.text(&column.name);
                    self.raw("</th>");
                }
                self.raw("</tr></thead><tbody>");
                for row in rows {
                    self.raw("<tr>");
                    self.each(row, "<td>", "", "</td>", |html, cell| html.value(cell));
                    self.raw("</tr>");
                }
                self.raw("</tbody></table></div>");
            }
        }
    }

    fn list<T>(&mut self, items: &[T], write: impl Fn(&mut Self, &T)) {
        self.raw("<ul>");
        self.each(items, "<li>", "", "</li>", write);
        self.raw("</ul>");
    }

    fn each<T>(
        &mut self,
        items: &[T],
        before: &str,
        between: &str,
        behind: &str,
        write: impl Fn(&mut Self, &T),
    ) {
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.raw(between);
            }
            self.raw(before);
            write(self, item);
            self.raw(behind);
        }
    }

    fn link(&mut self, address: &str, text: &str) {
        self.raw("<a href=\"");
        self.text(address);
        self.raw("\" rel=\"noopener\">");
        self.text(text);
        self.raw("</a>");
    }

    fn day(&mut self, date: &str, words: &str) {
        if date == words {
            return self.text(words); // it is no day
        }
        self.raw("<time datetime=\"");
        self.text(date);
        // In an English page it may stand among Chinese words.
        self.raw(if self.lang == Lang::En { "\" lang=\"en\">" } else { "\">" });
        self.text(words);
        self.raw("</time>");
    }

    fn document(&mut self, document: &ShownDocument) {
        match &document.link {
            Some(link) => self.link(link, &document.title),
            None => self.text(&document.title),
        }
        for detail in &document.details {
            self.raw(" <span>");
            self.text(detail);
            self.raw("</span>");
        }
    }

    fn channels(&mut self, channels: &[UsedChannel]) {
        if channels.is_empty() {
            return;
        }
        self.raw("<div><dt>");
        self.raw(if self.lang == Lang::Zh { "公开渠道" } else { "Channels" });
        self.raw("</dt><dd>");
        self.list(channels, |html, channel| {
            html.text(&channel.name);
            if let Some(day) = &channel.published {
                html.raw(" ");
                html.day(&day.date, &day.words);
            }
            if let Some(proof) = &channel.proof {
                html.raw(" ");
                match &channel.link {
                    Some(link) => html.link(link, proof),
                    None => html.text(proof),
                }
            }
        });
        self.raw("</dd></div>");
    }
}
