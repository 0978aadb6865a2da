//! The words of the guideline about an item, as printed: all of them on top of the form, and beside a field those about it.

use gongkai_core::compile::FormModel;
use gongkai_core::guideline::Method;
use gongkai_core::text::Lang;
use yew::prelude::Html;

use super::disclosure::disclosure;
use super::nodes::{element, said, text, with};
use super::phrases;
use super::places::all;

/// One row of the official table: its heading and the lines below it.
struct Row {
    name: &'static str,
    lines: Vec<String>,
    /// The place in the entry beside which it helps. Empty: none.
    beside: &'static str,
}

/// All words of the guideline about the item.
pub(super) fn guidance(model: &FormModel, lang: Lang) -> Html {
    let title = with("p", "hint", &[("lang", "zh-CN")], vec![text(&model.guidance.title)]);
    let content = element("div", "", vec![title, list(&rows(model, lang), lang)]);
    disclosure("guidance", phrases::guidance(lang), true, content)
}

/// The words about one place in the entry.
pub(super) fn beside(path: &str, model: &FormModel, lang: Lang) -> Html {
    let mut rows = rows(model, lang);
    rows.retain(|row| row.beside == path);
    if rows.is_empty() {
        return Html::default();
    }
    let (colon, comma) = if lang == Lang::Zh { ("：", "、") } else { (": ", ", ") };
    let names: Vec<&str> = rows.iter().map(|row| row.name).collect();
    let title = [phrases::guidance(lang), colon, &names.join(comma)].concat();
    disclosure(&format!("guidance{}", path.replace('/', "-")), &title, false, list(&rows, lang))
}

fn list(rows: &[Row], lang: Lang) -> Html {
    let rows = rows.iter().map(|row| {
        let mut cells = vec![said("dt", "", row.name)];
        // The words of the table are Chinese whatever the language of the form.
        cells.extend(row.lines.iter().map(|line| with("dd", "", &[("lang", "zh-CN")], vec![text(line)])));
        if row.lines.is_empty() {
            cells.push(said("dd", "none", phrases::not_stated(lang)));
        }
        element("div", "", cells)
    });
    element("dl", "facts", rows.collect())
}

fn rows(model: &FormModel, lang: Lang) -> Vec<Row> {
    let guidance = &model.guidance;
    let row = |name: fn(Lang) -> &'static str, beside, lines| Row { name: name(lang), lines, beside };
    let elements = all(model).filter(|field| field.path.starts_with("/elements/"));
    let channels = model.channels.iter().map(|channel| {
        if !channel.required {
            return channel.name.clone();
        }
        format!("{}（{}）", channel.name, crate::text::required_channel(Lang::Zh))
    });
    let everyone = guidance.audience.everyone.then(|| phrases::everyone(Lang::Zh).to_owned());
    let methods = guidance.methods.iter().map(|method| match method {
        Method::OnRequest => phrases::on_request(Lang::Zh).to_owned(),
        _ => phrases::proactive(Lang::Zh).to_owned(),
    });
    vec![
        row(phrases::category, "", vec![guidance.category.clone()]),
        row(phrases::item, "", vec![model.name.clone()]),
        row(phrases::elements, "", elements.map(|field| field.label.zh.clone()).collect()),
        row(phrases::basis, "/formed_on", guidance.basis.clone()),
        row(phrases::time_limit, "/formed_on", guidance.time_limit.iter().cloned().collect()),
        row(phrases::publisher, "/publisher", vec![guidance.publisher.clone()]),
        row(phrases::channels, "/channels", channels.collect()),
        row(
            phrases::audience,
            "/attribute",
            everyone.into_iter().chain(guidance.audience.group.clone()).collect(),
        ),
        row(phrases::methods, "/attribute", methods.collect()),
        row(phrases::levels, "/publisher", guidance.levels.clone()),
    ]
}
