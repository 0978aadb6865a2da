//! The lint: reads guidelines and lexicon as their author would, and names what is wrong or doubtful in them.
//!
//! One file for each check; this file is the table and the order in which they are applied.
//! `check` judges entries of editors, the lint judges the sources that a check is made of.

mod accepted;
mod report;
mod subject;

use jiff::civil::Date;

use crate::guideline::Guideline;
use crate::ids_lock::IdsLock;
use crate::laws::Laws;
use crate::lexicon::Lexicon;

use report::{FORMAT, Findings};
pub use report::{Finding, LintCode, LintReport, Place, ToldFinding};
use subject::{RowRef, Subject};

macro_rules! checks {
    ($type:ty: $table:ident = $($name:ident),* $(,)?) => {
        $(mod $name;)*

        const $table: &[$type] = &[$($name::check),*];
    };
}

/// Looks at one guideline.
type GuidelineCheck = fn(&Subject<'_>, &mut Findings);

/// Looks at all guidelines together with the lexicon.
type SetCheck = fn(&Set<'_>, &mut Findings);

checks! { GuidelineCheck: GUIDELINE_CHECKS =
    uncompilable,
    head,
    validity,
    item_name,
    blank_cell,
    channel,
    basis,
    basis_repealed,
    provenance,
    time_limit,
    element_name,
    element_key,
    requirement,
    last_resort,
    field_limits,
    example,
    ids,
}

checks! { SetCheck: SET_CHECKS =
    pack_repeated,
    rule_orphan,
    rule_unsaid,
}

/// What a lint needs to know besides the sources.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Options<'a> {
    /// The day to take for today.
    pub today: Date,
    /// Ids and keys that are for good. Defaults to none: ids are then not judged.
    pub lock: Option<&'a IdsLock>,
    /// Laws and what became of them. Defaults to none: bases are then not judged by it.
    pub laws: Option<&'a Laws>,
    /// Whether the guidelines are all for which the lexicon was written. Defaults to false: rules that take nothing are then in order.
    pub complete: bool,
}

impl<'a> Options<'a> {
    /// Options for some guidelines without a lock.
    #[must_use]
    pub fn new(today: Date) -> Self {
        Options { today, lock: None, laws: None, complete: false }
    }

    /// The same with a lock.
    #[must_use]
    pub fn with_lock(mut self, lock: &'a IdsLock) -> Self {
        self.lock = Some(lock);
        self
    }

    /// The same with laws and what became of them.
    #[must_use]
    pub fn with_laws(mut self, laws: &'a Laws) -> Self {
        self.laws = Some(laws);
        self
    }

    /// The same for all guidelines for which the lexicon was written.
    #[must_use]
    pub fn complete(mut self) -> Self {
        self.complete = true;
        self
    }
}

/// All guidelines of one lint.
struct Set<'a> {
    subjects: &'a [Subject<'a>],
    lexicon: &'a Lexicon,
    complete: bool,
}

/// Names what is wrong or doubtful in these guidelines, in their order and in the order of their rows; the lexicon comes last.
///
/// # Example
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use gongkai_core::lint::{LintCode, Options, lint};
/// use gongkai_core::{Guideline, Lexicon};
///
/// let source = r#"
///     format = "gongkai-guideline/1"
///     code = "90"
///     slug = "schools"
///     name = "学校"
///     title = "示例指引"
///     issuer = "示例机关"
///     edition = "1"
///     [[items]]
///     category = "概况"
///     name = "学校名录"
///     elements = ["学校名称", { name = "学生人数", kind = "number", min = 0 }]
///     basis = ["《示例条例》"]
///     time_limit = "信息形成或者变更之日起20个工作日内"
///     publisher = "教育局"
///     channels = ["网站"]
///     audience = { everyone = true }
///     methods = ["proactive"]
///     provenance = { mark = "recalled" }
/// "#;
/// let lexicon = Lexicon::from_toml(r#"
///     format = "gongkai-lexicon/1"
///     [[elements]]
///     id = "names"
///     ends_with = ["名称"]
///     kind = "text"
/// "#)?;
/// let options = Options::new(jiff::civil::date(2026, 9, 1));
///
/// let good = lint(&[&Guideline::from_toml(source)?], &lexicon, &options);
/// assert!(good.findings.is_empty());
///
/// let bad = lint(&[&Guideline::from_toml(&source.replace("min = 0", "min = 9, max = 1"))?], &lexicon, &options);
/// assert!(bad.findings.iter().any(|finding| finding.code == LintCode::RangeEmpty));
/// assert!(bad.has_errors());
/// # Ok(())
/// # }
/// ```
#[must_use]
pub fn lint(guidelines: &[&Guideline], lexicon: &Lexicon, options: &Options<'_>) -> LintReport {
    let subjects: Vec<Subject<'_>> =
        guidelines.iter().map(|guideline| Subject::new(guideline, lexicon, options)).collect();
    let mut findings = Vec::new();
    for subject in &subjects {
        let mut own = Findings::default();
        for check in GUIDELINE_CHECKS {
            check(subject, &mut own);
        }
        findings.extend(accepted::apply(&subject.guideline.lint, Some(&subject.id()), own.sorted()));
    }
    let mut of_set = Findings::default();
    let set = Set { subjects: &subjects, lexicon, complete: options.complete };
    for check in SET_CHECKS {
        check(&set, &mut of_set);
    }
    findings.extend(of_set.sorted());
    let findings = if options.complete {
        accepted::apply(&lexicon.lint, None, findings)
    } else {
        accepted::apply_known(&lexicon.lint, findings)
    };
    LintReport {
        format: FORMAT.to_owned(),
        checked_on: crate::date::write(options.today),
        packs: subjects.iter().map(Subject::id).collect(),
        findings,
    }
}
