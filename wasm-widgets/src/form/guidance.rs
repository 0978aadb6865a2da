//! The words of the guideline about an item, as printed: all of them on top of the form, and beside a field those about it.

use gongkai_core::compile::FormModel;
use gongkai_core::guideline::Method;
use gongkai_core::text::Lang;
use yew::prelude::*;

use super::disclosure::Disclosure;
use super::places::all;
use super::words;
use crate::text;

/// One row of the official table: its heading and the lines below it.
struct Row {
    name: &'static str,
    lines: Vec<String>,
    /// The place in the entry beside which it helps. Empty: none.
    beside: &'static str,
}

/// All words of the guideline about the item.
pub(super) fn guidance(model: &FormModel, lang: Lang) -> Html {
    html! {
        <Disclosure id="guidance" title={words::guidance(lang)} is_heading=true>
            <p class="hint" lang="zh-CN">{ &model.guidance.title }</p>
            { list(&rows(model, lang), lang) }
        </Disclosure>
    }
}

/// The words about one place in the entry.
pub(super) fn beside(path: &str, model: &FormModel, lang: Lang) -> Html {
    let rows: Vec<Row> = rows(model, lang).into_iter().filter(|row| row.beside == path).collect();
    let names: Vec<&str> = rows.iter().map(|row| row.name).collect();
    if names.is_empty() {
        return Html::default();
    }
    let title = match lang {
        Lang::Zh => format!("{}：{}", words::guidance(lang), names.join("、")),
        Lang::En => format!("{}: {}", words::guidance(lang), names.join(", ")),
    };
    html! {
        <Disclosure id={format!("guidance{}", path.replace('/', "-"))} {title}>{ list(&rows, lang) }</Disclosure>
    }
}

fn list(rows: &[Row], lang: Lang) -> Html {
    html! {
        <dl class="facts">
            { for rows.iter().map(|row| html! {
                <div>
                    <dt>{ row.name }</dt>
                    // The words of the table are Chinese whatever the language of the form.
                    { for row.lines.iter().map(|line| html! { <dd lang="zh-CN">{ line }</dd> }) }
                    if row.lines.is_empty() { <dd class="none">{ words::not_stated(lang) }</dd> }
                </div>
            }) }
        </dl>
    }
}

fn rows(model: &FormModel, lang: Lang) -> Vec<Row> {
    let guidance = &model.guidance;
    let row = |name: fn(Lang) -> &'static str, beside, lines| Row { name: name(lang), lines, beside };
    let elements = all(model).filter(|field| field.path.starts_with("/elements/"));
    let channels = model.channels.iter().map(|channel| {
        if !channel.required {
            return channel.name.clone();
        }
        format!("{}（{}）", channel.name, text::required_channel(Lang::Zh))
    });
    let everyone = guidance.audience.everyone.then(|| words::everyone(Lang::Zh).to_owned());
    let methods = guidance.methods.iter().map(|method| match method {
        Method::OnRequest => words::on_request(Lang::Zh).to_owned(),
        _ => words::proactive(Lang::Zh).to_owned(),
    });
    vec![
        row(words::category, "", vec![guidance.category.clone()]),
        row(words::item, "", vec![model.name.clone()]),
        row(words::elements, "", elements.map(|field| field.label.zh.clone()).collect()),
        row(words::basis, "/formed_on", guidance.basis.clone()),
        row(words::time_limit, "/formed_on", guidance.time_limit.iter().cloned().collect()),
        row(words::publisher, "/publisher", vec![guidance.publisher.clone()]),
        row(words::channels, "/channels", channels.collect()),
        row(
            words::audience,
            "/attribute",
            everyone.into_iter().chain(guidance.audience.group.clone()).collect(),
        ),
        row(words::methods, "/attribute", methods.collect()),
        row(words::levels, "/publisher", guidance.levels.clone()),
    ]
}
