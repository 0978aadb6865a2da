//! The rules, one file each; this file is the table and the order in which they are applied.

mod entry;
mod limits;
pub(crate) mod texts;

pub(crate) use entry::check_entry;

use crate::report::{IssueCode, Severity, Stage};
use crate::text::Lang;

macro_rules! rules {
    ($($name:ident),* $(,)?) => {
        $(pub(crate) mod $name;)*

        /// All rules.
        pub const RULES: &[Rule] = &[$($name::RULE),*];
    };
}

rules! {
    audience_exceeded,
    calendar_out_of_range,
    catalogue_row_incomplete,
    channel_missing,
    channel_undated,
    channel_unknown,
    channel_unproven,
    channel_unused,
    choice_repeated,
    choice_unknown,
    credit_code_invalid,
    date_in_future,
    date_invalid,
    dates_out_of_order,
    document_number_invalid,
    document_number_unusual,
    edition_not_in_force,
    element_missing,
    element_unknown,
    elements_blank,
    email_invalid,
    expired_shown_valid,
    extension_invalid,
    first_channel_late,
    ground_missing,
    id_number_invalid,
    index_number_broken,
    item_mismatch,
    law_repealed,
    law_title_malformed,
    law_unknown,
    level_mismatch,
    line_break_unexpected,
    marker_malformed,
    marker_mismatch,
    money_invalid,
    nil_unapproved,
    nil_with_elements,
    notice_too_long,
    notice_too_short,
    notice_undated,
    number_not_whole,
    number_out_of_range,
    open_limit_exceeded,
    organisation_code_invalid,
    part_missing,
    part_unknown,
    personal_data_exposed,
    personal_data_likely,
    phone_invalid,
    postal_code_invalid,
    publisher_not_named,
    reason_missing,
    recommended_limit_exceeded,
    region_invalid,
    region_unknown,
    review_missing,
    review_overdue,
    reviewer_is_author,
    revoked_not_withdrawn,
    summary_long,
    text_garbled,
    text_markup,
    text_placeholder,
    text_too_long,
    text_typo,
    text_untidy,
    time_limit_exceeded,
    trigger_date_missing,
    type_mismatch,
    update_overdue,
    url_invalid,
    withheld_published,
}

/// What the table says of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rule {
    /// Code of its issues.
    pub code: IssueCode,
    /// Weight of a finding in a draft; `None`: not looked at.
    pub draft: Option<Severity>,
    /// Weight of a finding when publishing.
    pub publish: Severity,
    /// Whether a finding has to be mended before the entry is made public.
    pub blocks: bool,
    /// Whether the JSON Schema of an item expresses it too.
    pub in_json_schema: bool,
    /// What a finding says: a template, `{name}` stands for a parameter, `[…]` is left out when one in it is not set.
    pub message: Sentence,
    /// What to do about a finding without repair: a template too.
    pub hint: Option<Sentence>,
}

/// A template in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// In Chinese.
    pub zh: &'static str,
    /// In English.
    pub en: &'static str,
}

impl Sentence {
    /// The template in one language.
    #[must_use]
    pub const fn pick(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}

/// The rule with this code.
///
/// # Panics
/// Never: every code has its rule, which the tests hold.
#[must_use]
pub fn rule(code: IssueCode) -> &'static Rule {
    RULES.iter().find(|rule| rule.code == code).expect("every code has its rule")
}

impl Rule {
    const fn new(
        code: IssueCode,
        draft: Option<Severity>,
        publish: Severity,
        blocks: bool,
        in_json_schema: bool,
    ) -> Self {
        let message = Sentence { zh: "", en: "" };
        Rule { code, draft, publish, blocks, in_json_schema, message, hint: None }
    }

    /// The same with what a finding says.
    const fn says(mut self, zh: &'static str, en: &'static str) -> Self {
        self.message = Sentence { zh, en };
        self
    }

    /// The same with what to do about a finding.
    const fn hints(mut self, zh: &'static str, en: &'static str) -> Self {
        self.hint = Some(Sentence { zh, en });
        self
    }

    /// Something is not filled in: no matter in a draft.
    const fn required(code: IssueCode) -> Self {
        Self::new(code, None, Severity::Error, true, true)
    }

    /// A value is malformed: kept in a draft and pointed out.
    const fn format(code: IssueCode) -> Self {
        Self::new(code, Some(Severity::Warning), Severity::Error, true, true)
    }

    /// The same for what a JSON Schema cannot say: it compares values with each other or with the day.
    const fn order(code: IssueCode) -> Self {
        Self::new(code, Some(Severity::Warning), Severity::Error, true, false)
    }

    /// The document is not what it is checked as, draft or not.
    const fn always(code: IssueCode) -> Self {
        Self::new(code, Some(Severity::Error), Severity::Error, true, true)
    }

    /// A fact on record that editing cannot mend.
    const fn record(code: IssueCode) -> Self {
        Self::new(code, None, Severity::Error, false, false)
    }

    /// Probably wrong, or worth knowing; no JSON Schema says it, and nothing is held up.
    const fn hint(code: IssueCode, severity: Severity) -> Self {
        Self::new(code, None, severity, false, false)
    }

    /// Probably wrong, and so the more worth saying the earlier.
    const fn doubt(code: IssueCode) -> Self {
        Self::new(code, Some(Severity::Warning), Severity::Warning, false, false)
    }

    /// Worth knowing.
    const fn advice(code: IssueCode) -> Self {
        Self::new(code, None, Severity::Advice, false, false)
    }

    /// Weight of a finding at a stage; `None`: not looked at.
    #[must_use]
    pub const fn severity(&self, stage: Stage) -> Option<Severity> {
        match stage {
            Stage::Draft => self.draft,
            Stage::Publish => Some(self.publish),
        }
    }
}
