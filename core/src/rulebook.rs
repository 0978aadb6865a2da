//! What laws and practice say of every entry, whatever its item. It is data, and packs carry it along.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::entry::DisclosureAttribute;
use crate::report::Severity;
use crate::rules::texts::Watched;
use crate::time_limit::Clause;

/// What holds for every entry.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Rulebook {
    /// Legal basis of the general rules, and since when they hold.
    pub bases: Vec<RuleBasis>,
    /// Markers (公开属性标注) that documents carry.
    pub markers: Vec<Marker>,
    /// Grounds for not publishing.
    pub grounds: Vec<Ground>,
    /// Levels of government (公开层级) and what tables call them.
    pub levels: Vec<LevelName>,
    /// What elements call a document that is in force, and one that is not.
    pub validity: Validity,
    /// Channels known by name.
    pub channels: Vec<KnownChannel>,
    /// Texts that only pretend to be a value: 待补充, null. In lower case and half width.
    pub placeholders: Vec<String>,
    /// Texts that say there is none: 无, 暂无. An answer only where none is due.
    pub nothing: Vec<String>,
    /// Slips of the pen that cannot be meant.
    pub typos: Vec<Typo>,
    /// Where the words above begin; made at the first check, so that changes belong before it.
    #[serde(skip)]
    pub(crate) watch: Watched,
}

/// The legal basis of one general rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RuleBasis {
    /// Issue code, `time-limit-exceeded`.
    pub code: String,
    /// Law and article.
    pub basis: String,
    /// First day of information that the rule applies to, `YYYY-MM-DD`. Defaults to no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Last day of information that the rule applies to, `YYYY-MM-DD`. Defaults to no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
}

/// The words by which a document says its disclosure attribute.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Marker {
    /// The words, 此件主动公开.
    pub text: String,
    /// What they say.
    pub attribute: DisclosureAttribute,
}

/// A ground for not publishing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Ground {
    /// What to call it; entries write it so.
    pub name: String,
    /// Law and article.
    pub basis: String,
}

/// The words for being in force.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Validity {
    /// 有效
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_force: Option<String>,
    /// 失效
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expired: Option<String>,
}

/// A level of government.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LevelName {
    /// Name as in the national tables.
    pub name: String,
    /// Other names that tables print for it. Defaults to none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
}

/// A channel known by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct KnownChannel {
    /// Name as in the national tables.
    pub name: String,
    /// Other names that tables print for it. Defaults to none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Whether it is the first platform: nothing is published elsewhere before. Defaults to false.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub first: bool,
    /// Whether everybody can see what is published there. Defaults to false.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub everyone: bool,
}

/// A slip of the pen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Typo {
    /// What was written.
    pub wrong: String,
    /// What was meant.
    pub right: String,
}

/// What a law or the row itself demands of the times of an item, ready to be judged.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
pub struct Duty {
    /// The limit or the duration.
    pub clause: Clause,
    /// How much falling short weighs.
    pub weight: Severity,
    /// Key of the element whose period has to be long enough. None: the entry's own period, `notice`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub element: Option<String>,
    /// Whether a reason excuses. Defaults to false.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unless_reason: bool,
    /// Law and article. None: the row itself demands it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<String>,
    /// First day of information that it applies to, `YYYY-MM-DD`. Defaults to no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Last day of information that it applies to, `YYYY-MM-DD`. Defaults to no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
}

impl Rulebook {
    /// The basis of a rule for information of that day; `Err` when the rule did not hold then.
    pub(crate) fn basis_of(&self, code: &str, day: Date) -> Result<Option<&str>, NotInForce> {
        let mut bases = self.bases.iter().filter(|basis| basis.code == code).peekable();
        if bases.peek().is_none() {
            return Ok(None);
        }
        let in_force = bases.find(|basis| holds(basis.from.as_deref(), basis.to.as_deref(), day));
        in_force.map(|basis| Some(basis.basis.as_str())).ok_or(NotInForce)
    }

    /// The channel known by this name or alias.
    #[must_use]
    pub fn channel(&self, name: &str) -> Option<&KnownChannel> {
        self.channels
            .iter()
            .find(|channel| channel.name == name || channel.aliases.iter().any(|alias| alias == name))
    }

    /// The name of a level as in the national tables.
    #[must_use]
    pub fn level<'a>(&'a self, name: &'a str) -> &'a str {
        let known = self.levels.iter().find(|level| level.aliases.iter().any(|alias| alias == name));
        known.map_or(name, |level| &level.name)
    }
}

impl Duty {
    /// Whether it holds for information of that day.
    pub(crate) fn holds(&self, day: Date) -> bool {
        holds(self.from.as_deref(), self.to.as_deref(), day)
    }
}

/// A rule did not hold at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NotInForce;

/// Whether a day lies between two others, both included; what is not given or not a date is no limit.
pub(crate) fn holds(from: Option<&str>, to: Option<&str>, day: Date) -> bool {
    let date = |text: Option<&str>| text.and_then(crate::date::parse);
    date(from).is_none_or(|from| from <= day) && date(to).is_none_or(|to| day <= to)
}
