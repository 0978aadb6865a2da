//! What every page has around its content, and turning pages into answers.

use askama::Template;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use gongkai_core::text::Lang;

use crate::county::SITE_NAME;
use crate::failure::Answer;
use crate::session::Editor;
use crate::texts::{self, Texts};
use crate::visit::{Visit, tag};

/// What every page has around its content.
#[derive(Debug)]
pub(crate) struct Page {
    pub t: &'static Texts,
    pub lang: Lang,
    pub title: String,
    /// Names and contents of the meta elements that government sites carry.
    pub metas: Vec<(&'static str, String)>,
    /// Address of the same page in the other language; none when something typed would be lost.
    pub other_language: Option<String>,
    pub editor: Option<Editor>,
    /// What was just done.
    pub flash: Option<&'static str>,
    /// Key of the draft in the browser that has just been stored here; empty when none has.
    pub saved_draft: String,
    /// Whether something has to be put right; the title says so first.
    pub has_problem: bool,
    /// What was searched for.
    pub query: String,
}

impl Page {
    pub fn new(visit: &Visit, title: impl Into<String>) -> Self {
        let other = match visit.lang {
            Lang::Zh => Lang::En,
            Lang::En => Lang::Zh,
        };
        Page {
            t: texts::of(visit.lang),
            lang: visit.lang,
            title: title.into(),
            metas: vec![("SiteName", SITE_NAME.to_owned())],
            other_language: visit.is_repeatable.then(|| visit.in_language(other)),
            editor: None,
            flash: None,
            saved_draft: String::new(),
            has_problem: false,
            query: String::new(),
        }
    }

    /// The same with a meta element.
    pub fn with_meta(mut self, name: &'static str, content: impl Into<String>) -> Self {
        self.metas.push((name, content.into()));
        self
    }

    /// The BCP 47 tag of the page's language.
    pub fn tag(&self) -> &'static str {
        tag(self.lang)
    }

    pub fn is_english(&self) -> bool {
        self.lang == Lang::En
    }

    /// The token for the page's forms.
    pub fn csrf(&self) -> &str {
        self.editor.as_ref().map_or("", |editor| &editor.session.csrf)
    }

    pub fn editor_name(&self) -> &str {
        self.editor.as_ref().map_or("", |editor| &editor.name)
    }
}

/// A step of the way from the home page.
#[derive(Debug)]
pub(crate) struct Crumb {
    pub name: String,
    pub href: String,
}

impl Crumb {
    pub fn new(name: impl Into<String>, href: impl Into<String>) -> Self {
        Crumb { name: name.into(), href: href.into() }
    }
}

/// Where a list stands among its pages.
#[derive(Debug)]
pub(crate) struct Pager {
    pub words: String,
    pub previous: Option<String>,
    pub next: Option<String>,
}

impl Pager {
    /// None when everything fits on one page. `query` is what the addresses keep besides the page.
    pub fn new(page: u32, total: u32, query: &[(&str, &str)], lang: Lang) -> Option<Self> {
        Self::with_size(crate::store::lists::PAGE_SIZE, page, total, query, lang)
    }

    /// The same for pages of another size.
    pub fn with_size(size: u32, page: u32, total: u32, query: &[(&str, &str)], lang: Lang) -> Option<Self> {
        let pages = total.div_ceil(size);
        let address = |page: u32| {
            let number = page.to_string();
            let pairs: Vec<_> = query.iter().copied().chain([("page", number.as_str())]).collect();
            format!("?{}", serde_urlencoded::to_string(pairs).unwrap_or_default())
        };
        (pages > 1).then(|| Pager {
            words: texts::page_of(page, pages, lang),
            previous: (page > 1).then(|| address(page.min(pages + 1) - 1)),
            next: (page < pages).then(|| address(page + 1)),
        })
    }
}

/// The page number asked for, from 1.
#[derive(Debug, serde::Deserialize)]
pub(crate) struct PageNumber {
    #[serde(default)]
    page: String,
}

impl PageNumber {
    pub fn get(&self) -> u32 {
        self.asked().unwrap_or(1)
    }

    /// The same; none when none was asked for.
    pub fn asked(&self) -> Option<u32> {
        self.page.parse().ok().map(|page: u32| page.clamp(1, 100_000))
    }
}

pub(crate) fn html(template: &impl Template) -> Answer {
    html_with(StatusCode::OK, template)
}

pub(crate) fn html_with(status: StatusCode, template: &impl Template) -> Answer {
    let kind = [(CONTENT_TYPE, "text/html; charset=utf-8")];
    Ok((status, kind, template.render()?).into_response())
}
