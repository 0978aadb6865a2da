//! The lexicon: decides from a name what kind of field an element becomes and what kind an item is.

mod field_spec;

use serde::{Deserialize, Serialize};

use crate::guideline::ItemKind;
use crate::rulebook::{KnownChannel, Rulebook};
use crate::time_limit::{ClauseKind, Unit};

pub use field_spec::{ColumnSpec, FieldSpec, FieldSpecError, KindName};

/// Name and version of the lexicon format.
pub const FORMAT: &str = "gongkai-lexicon/1";

/// The lexicon as kept in `lexicon.toml`: rules tried in order, the first that matches wins.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Lexicon {
    /// Always `gongkai-lexicon/1`.
    pub format: String,
    /// Headings that printed names of elements begin with, without the colon behind them.
    #[serde(default)]
    pub groups: Vec<String>,
    /// From element name to field.
    #[serde(default)]
    pub elements: Vec<ElementRule>,
    /// Names of elements that hold only under a condition and are therefore not required.
    #[serde(default)]
    pub conditional: Vec<ConditionalRule>,
    /// The element of rows that list none; without it such a row could be published empty.
    #[serde(default)]
    pub unlisted: Option<crate::guideline::ElementOverride>,
    /// From item to item kind.
    #[serde(default)]
    pub items: Vec<ItemRule>,
    /// Channels known by name: the standard ones and those with a rule of their own.
    #[serde(default)]
    pub channels: Vec<ChannelRule>,
    /// What holds for every entry. Its channels are filled in from those above.
    #[serde(default)]
    pub rulebook: Rulebook,
    /// What laws demand of the times of some items.
    #[serde(default)]
    pub statutes: Vec<StatuteRule>,
    /// Words for a notice that lasts, as periods and time limits name it: 公示, 征求意见.
    #[serde(default)]
    pub notice_words: Vec<String>,
    /// Words whose pinyin differs from reading character by character, with their reading.
    #[serde(default)]
    pub readings: std::collections::BTreeMap<String, String>,
    /// Everyday words, and what they mean in names of domains, categories and items.
    #[serde(default)]
    pub synonyms: Vec<SynonymRule>,
    /// What the author says to the findings of the lint.
    #[serde(default)]
    pub lint: crate::guideline::LintNotes,
}

/// Tests on a name; any one that holds suffices, unless an exception holds.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
pub struct NameTest {
    /// The whole name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exact: Vec<String>,
    /// How it begins.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub starts_with: Vec<String>,
    /// How it ends.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ends_with: Vec<String>,
    /// What it contains.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contains: Vec<String>,
    /// Whole names that the rule does not take.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub except: Vec<String>,
    /// Words whose presence rules it out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub except_contains: Vec<String>,
}

impl NameTest {
    /// Whether the name passes.
    #[must_use]
    pub fn matches(&self, name: &str) -> bool {
        let any = |words: &[String], test: &dyn Fn(&str) -> bool| words.iter().any(|w| test(w));
        if any(&self.except, &|w| name == w) || any(&self.except_contains, &|w| name.contains(w)) {
            return false;
        }
        any(&self.exact, &|w| name == w)
            || any(&self.starts_with, &|w| name.starts_with(w))
            || any(&self.ends_with, &|w| name.ends_with(w))
            || any(&self.contains, &|w| name.contains(w))
    }

    /// Whether there is no test, so that the rule takes every name.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.exact.is_empty()
            && self.starts_with.is_empty()
            && self.ends_with.is_empty()
            && self.contains.is_empty()
    }
}

/// One rule from element name to field.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
pub struct ElementRule {
    /// Name of the rule, for the list of decisions.
    pub id: String,
    /// Which names it takes. A rule without tests takes every name.
    #[serde(flatten)]
    pub test: NameTest,
    /// What they become.
    #[serde(flatten)]
    pub field: FieldSpec,
    /// Whether an entry cannot be published without it. Defaults to true.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub required: Option<bool>,
}

/// Names of elements that are not required.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
pub struct ConditionalRule {
    /// Name of the rule.
    pub id: String,
    /// Which names it takes.
    #[serde(flatten)]
    pub test: NameTest,
}

/// One rule from item to item kind; every test given must hold.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ItemRule {
    /// Name of the rule.
    pub id: String,
    /// Elements that the item has, all of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub has_elements: Vec<String>,
    /// What its name contains, any of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub name_contains: Vec<String>,
    /// How its name ends, any of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub name_ends_with: Vec<String>,
    /// What its category contains, any of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub category_contains: Vec<String>,
    /// What it is.
    pub kind: ItemKind,
}

/// Everyday words for the same thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SynonymRule {
    /// What people say.
    pub words: Vec<String>,
    /// What stands in the names of the domains, categories and items that they mean.
    pub means: Vec<String>,
}

/// A channel known by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChannelRule {
    /// Name as in the national tables.
    pub name: String,
    /// Other names that tables print for it. Defaults to none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Whether the heading of the national tables lists it. Defaults to false.
    #[serde(default)]
    pub standard: bool,
    /// Whether everybody can see what is published there. Defaults to false.
    #[serde(default)]
    pub everyone: bool,
    /// Where a table names it, an entry does not count as published without it. Defaults to false.
    #[serde(default)]
    pub required: bool,
}

/// What a law demands of the times of some items.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StatuteRule {
    /// Name of the rule.
    pub id: String,
    /// Which items it is about, by name or category.
    pub items: NameTest,
    /// Which kinds of items it is about. Defaults to all.
    #[serde(default)]
    pub kinds: Vec<ItemKind>,
    /// Which periods it is about, by the name of their element, when it is about how long a notice lasts.
    #[serde(default)]
    pub elements: NameTest,
    /// What it demands.
    pub kind: ClauseKind,
    /// How many of the unit.
    pub amount: u32,
    /// Unit of the period.
    pub unit: Unit,
    /// The event from which the period counts. Defaults to the information coming into being or changing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trigger: Option<String>,
    /// Whether falling short is a warning only. Defaults to false.
    #[serde(default)]
    pub recommended: bool,
    /// Whether a reason excuses. Defaults to false.
    #[serde(default)]
    pub unless_reason: bool,
    /// Law and article.
    pub basis: String,
    /// First day of information that it applies to, `YYYY-MM-DD`. Defaults to no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Last day of information that it applies to, `YYYY-MM-DD`. Defaults to no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
}

impl Lexicon {
    /// What holds for every entry, with the channels known by name.
    #[must_use]
    pub fn rulebook(&self) -> Rulebook {
        let channels = self.channels.iter().map(|channel| KnownChannel {
            name: channel.name.clone(),
            aliases: channel.aliases.clone(),
            first: channel.required,
            everyone: channel.everyone,
        });
        Rulebook { channels: channels.collect(), ..self.rulebook.clone() }
    }

    /// The first rule that takes this element name.
    #[must_use]
    pub fn element(&self, name: &str) -> Option<&ElementRule> {
        self.elements.iter().find(|rule| rule.test.is_empty() || rule.test.matches(name))
    }

    /// The heading that an element of this name stands under.
    #[must_use]
    pub fn group(&self, name: &str) -> Option<&str> {
        let groups = self.groups.iter().map(String::as_str);
        groups.into_iter().find(|group| crate::field::without_heading(name, Some(group)) != name)
    }

    /// Whether an element of this name holds only under a condition.
    #[must_use]
    pub fn is_conditional(&self, name: &str) -> bool {
        self.conditional.iter().any(|rule| rule.test.matches(name))
    }

    /// The first rule that takes this item.
    #[must_use]
    pub fn item(&self, category: &str, name: &str, elements: &[&str]) -> Option<&ItemRule> {
        self.items.iter().find(|rule| {
            let any = |words: &[String], test: &dyn Fn(&str) -> bool| {
                words.is_empty() || words.iter().any(|word| test(word))
            };
            rule.has_elements.iter().all(|wanted| elements.contains(&wanted.as_str()))
                && any(&rule.name_contains, &|word| name.contains(word))
                && any(&rule.name_ends_with, &|word| name.ends_with(word))
                && any(&rule.category_contains, &|word| category.contains(word))
        })
    }

    /// The channel known by this name or alias.
    #[must_use]
    pub fn channel(&self, name: &str) -> Option<&ChannelRule> {
        self.channels
            .iter()
            .find(|channel| channel.name == name || channel.aliases.iter().any(|alias| alias == name))
    }

    /// Whether an entry of an item that names this channel needs it.
    #[must_use]
    pub fn channel_is_required(&self, name: &str) -> bool {
        self.channel(name).is_some_and(|channel| channel.required)
    }
}

#[cfg(feature = "compile")]
impl Lexicon {
    /// Reads the lexicon from the text of its `lexicon.toml`.
    ///
    /// # Errors
    /// The text is not TOML, a key is unknown or missing, or the format is another one.
    pub fn from_toml(text: &str) -> Result<Self, crate::compile::CompileError> {
        crate::compile::read_toml(text, FORMAT, |source: &Self| &source.format)
    }
}
