//! The check: judges an entry and says everything that is wrong with it.

use jiff::civil::Date;
use serde_json::Value;

use crate::calendar::Calendar;
use crate::entry::DisclosureAttribute;
use crate::envelope::Properties;
use crate::field::Field;
use crate::local::Local;
use crate::node::{Node, Tape};
use crate::pack::ItemRef;
use crate::path::Path;
use crate::report::{FORMAT, Issue, Params, Report, Stage, verdict};
use crate::rules::texts::Watch;
use crate::rules::{self, Rule};

/// What a check needs to know besides the entry.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Context<'a> {
    /// How strict to be.
    pub stage: Stage,
    /// The day to take for today.
    pub today: Date,
    /// Working days. Defaults to none: time limits are then not judged.
    pub calendar: Option<&'a Calendar>,
    /// Which rules to apply. Defaults to all.
    pub rules: RuleSet,
    /// What the county lays down for itself. Defaults to nothing.
    pub local: Option<&'a Local>,
    /// Codes of administrative divisions by year. Defaults to none: codes are then judged by their form alone.
    #[cfg(feature = "compile")]
    pub regions: Option<&'a crate::Regions>,
    /// Laws and what became of them. Defaults to none: citations are then not judged.
    #[cfg(feature = "compile")]
    pub laws: Option<&'a crate::Laws>,
    /// Elements of the host's own. Defaults to none.
    #[cfg(feature = "json-schema")]
    pub extensions: Option<&'a crate::Extensions>,
}

/// Which rules to apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum RuleSet {
    /// All of them.
    #[default]
    All,
    /// Those alone that the JSON Schema of an item expresses too, as a comparison with other validators needs it.
    InJsonSchema,
}

impl<'a> Context<'a> {
    /// A context without a calendar.
    #[must_use]
    pub fn new(stage: Stage, today: Date) -> Self {
        Context {
            stage,
            today,
            calendar: None,
            rules: RuleSet::All,
            local: None,
            #[cfg(feature = "compile")]
            regions: None,
            #[cfg(feature = "compile")]
            laws: None,
            #[cfg(feature = "json-schema")]
            extensions: None,
        }
    }

    /// The same with working days.
    #[must_use]
    pub fn with_calendar(mut self, calendar: &'a Calendar) -> Self {
        self.calendar = Some(calendar);
        self
    }

    /// The same with what the county lays down for itself.
    #[must_use]
    pub fn with_local(mut self, local: &'a Local) -> Self {
        self.local = Some(local);
        self
    }

    /// The same with codes of administrative divisions.
    #[cfg(feature = "compile")]
    #[must_use]
    pub fn with_regions(mut self, regions: &'a crate::Regions) -> Self {
        self.regions = Some(regions);
        self
    }

    /// The same with laws and what became of them.
    #[cfg(feature = "compile")]
    #[must_use]
    pub fn with_laws(mut self, laws: &'a crate::Laws) -> Self {
        self.laws = Some(laws);
        self
    }

    /// The same with elements of the host's own.
    #[cfg(feature = "json-schema")]
    #[must_use]
    pub fn with_extensions(mut self, extensions: &'a crate::Extensions) -> Self {
        self.extensions = Some(extensions);
        self
    }

    /// The same with other rules than all.
    #[must_use]
    pub fn with_rules(mut self, rules: RuleSet) -> Self {
        self.rules = rules;
        self
    }
}

/// An entry that is no JSON.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not JSON: {0}")]
pub struct EntryUnreadable(String);

/// Collects the findings of one check.
pub(crate) struct Judge<'a> {
    pub item: ItemRef<'a>,
    pub context: &'a Context<'a>,
    /// Index of the field whose element is being judged.
    pub field: Option<usize>,
    /// The innermost field being judged: an element, a column, a property.
    pub part: Option<&'a Field>,
    /// The disclosure attribute of the entry, where it has one.
    pub attribute: Option<DisclosureAttribute>,
    /// What to look for in texts.
    pub watch: &'a Watch,
    /// The day whose rules hold: on which the information last changed or came into being.
    pub day: Date,
    issues: Vec<Issue>,
}

impl Judge<'_> {
    /// Whether a rule is asked for.
    pub fn applies(&self, rule: &Rule) -> bool {
        rule.in_json_schema || self.context.rules == RuleSet::All
    }

    pub fn find(&mut self, rule: &Rule, path: &Path<'_>, params: Params) {
        self.find_with_repair(rule, path, params, None);
    }

    pub fn find_with_repair(&mut self, rule: &Rule, path: &Path<'_>, params: Params, repair: Option<Value>) {
        self.find_by(rule, None, path, params, repair);
    }

    /// The same with a legal basis of its own; None: that of the rule.
    pub fn find_by(
        &mut self,
        rule: &Rule,
        basis: Option<&str>,
        path: &Path<'_>,
        params: Params,
        repair: Option<Value>,
    ) {
        if !self.applies(rule) {
            return;
        }
        let Some(severity) = rule.severity(self.context.stage) else {
            return;
        };
        // Information is judged by the rules of its day.
        let general = if self.watch.has_basis(rule.code) {
            let Ok(general) = self.item.pack.rulebook.basis_of(rule.code.as_str(), self.day) else {
                return;
            };
            general
        } else {
            None
        };
        if self.issues.is_empty() {
            // Most entries have few issues, and an issue is large.
            self.issues.reserve_exact(2);
        }
        self.issues.push(Issue {
            code: rule.code,
            severity,
            blocks: rule.blocks && self.context.stage == Stage::Publish,
            path: path.pointer(),
            element: self.field.map(|index| self.item.item.fields[index].name.clone()),
            params,
            basis: basis.or(general).map(str::to_owned),
            repair,
        });
    }
}

impl ItemRef<'_> {
    /// Judges an entry of this item. All findings are returned, in the order of the form.
    ///
    /// # Example
    /// ```
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// use gongkai_core::{Context, Guideline, IssueCode, Lexicon, Stage, Verdict, compile};
    ///
    /// let guideline = Guideline::from_toml(r#"
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
    ///     elements = ["学校名称", { name = "办公电话", kind = "phone" }]
    ///     publisher = "教育局"
    ///     audience = { everyone = true }
    ///     provenance = { mark = "seen" }
    /// "#)?;
    /// let lexicon = Lexicon::from_toml(r#"
    ///     format = "gongkai-lexicon/1"
    ///     [[elements]]
    ///     id = "plain"
    ///     kind = "text"
    /// "#)?;
    /// let pack = compile(&guideline, &lexicon)?;
    /// let item = pack.item("xue-xiao-ming-lu").expect("the item was just compiled");
    /// let today = jiff::civil::date(2026, 9, 1);
    ///
    /// let mut entry = item.example(today);
    /// let good = item.check(&entry, &Context::new(Stage::Publish, today));
    /// assert_eq!(good.verdict, Verdict::Pass);
    ///
    /// entry["elements"]["ban_gong_dian_hua"] = "12-3".into();
    /// let bad = item.check(&entry, &Context::new(Stage::Publish, today));
    /// assert_eq!(bad.issues[0].code, IssueCode::PhoneInvalid);
    /// assert_eq!(bad.issues[0].path, "/elements/ban_gong_dian_hua");
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn check(&self, entry: &Value, context: &Context<'_>) -> Report {
        self.check_node(Tape::from(entry).root(), context)
    }

    /// Judges an entry as it comes from a file or a request: the quickest way from bytes to report.
    ///
    /// # Errors
    /// Not JSON, or nested deeper than any entry.
    pub fn check_json(&self, entry: &[u8], context: &Context<'_>) -> Result<Report, EntryUnreadable> {
        let tape = Tape::parse(entry).map_err(|error| EntryUnreadable(error.to_string()))?;
        Ok(self.check_node(tape.root(), context))
    }

    fn check_node(&self, entry: Node<'_>, context: &Context<'_>) -> Report {
        let properties = entry.as_object().map(Properties::of);
        let property = |name| properties.as_ref().and_then(|properties| properties.get(name));
        let date = |name| property(name).and_then(Node::as_date);
        let day = date("changed_on").or_else(|| date("formed_on")).unwrap_or(context.today);
        let mut judge = Judge {
            item: *self,
            context,
            field: None,
            part: None,
            attribute: property("attribute").and_then(Node::as_str).and_then(DisclosureAttribute::named),
            watch: self.pack.rulebook.watch.of(&self.pack.rulebook),
            day,
            issues: Vec::new(),
        };
        match &properties {
            Some(properties) => rules::check_entry(properties, &mut judge),
            None => rules::type_mismatch::not_an_object(entry, &mut judge),
        }
        Report {
            format: FORMAT.to_owned(),
            pack: self.pack.id.clone(),
            edition: self.pack.edition.clone(),
            item: self.id.clone(),
            stage: context.stage,
            checked_on: crate::date::write(context.today),
            verdict: verdict(&judge.issues),
            issues: judge.issues,
        }
    }
}
