//! The entry: one instance of an item with its values, as kept by the host.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// Name and version of the entry format.
pub const FORMAT: &str = "gongkai-entry/1";

/// One instance of an item (具体事项): a school, a policy document, a family on a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
pub struct Entry {
    /// Always `gongkai-entry/1`.
    pub format: String,
    /// Id of the pack, `24-compulsory-education`.
    pub pack: String,
    /// Edition of the pack that the entry was written for.
    pub edition: String,
    /// Id of the item.
    pub item: String,
    /// Code of the administrative division (GB/T 2260), six digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// Who publishes: the full official name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// Name of this instance, as lists show it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What it is about, for the catalogue (内容概述).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// Index number (索引号).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub index_number: Option<String>,
    /// Day on which the information came into being, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub formed_on: Option<String>,
    /// Day on which it last changed, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed_on: Option<String>,
    /// Level of government (公开层级).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// Day of the event from which the time limit counts, `YYYY-MM-DD`, where the table names one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub triggered_on: Option<String>,
    /// From when to when a notice is shown, `{start, end}`, where no element says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<Value>,
    /// First day on which a document is in force, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effective_on: Option<String>,
    /// Last day on which a document is in force, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_on: Option<String>,
    /// Day on which a decision was changed or revoked, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revoked_on: Option<String>,
    /// Day on which it was therefore withdrawn, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn_on: Option<String>,
    /// Who wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// Who reviewed it before publication.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewed_by: Option<String>,
    /// Day of that review, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewed_on: Option<String>,
    /// Day on which to ask again whether it can be published, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_on: Option<String>,
    /// Why it is not published, or why a period is shorter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Ground of law for withholding, as the rulebook names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ground: Option<String>,
    /// Disclosure attribute (公开属性).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attribute: Option<DisclosureAttribute>,
    /// The values, by element key.
    #[serde(default)]
    pub elements: Map<String, Value>,
    /// The channels used, with date and proof.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<ChannelUse>,
    /// A statement that there is nothing to publish, in place of elements.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nil: Option<Nil>,
}

/// Disclosure attribute (公开属性).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DisclosureAttribute {
    /// 主动公开
    Proactive,
    /// 依申请公开
    OnRequest,
    /// 不予公开
    Withheld,
}

impl DisclosureAttribute {
    /// The names used in documents.
    pub const NAMES: &'static [&'static str] = &["proactive", "on-request", "withheld"];

    /// The name used in documents.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::NAMES[self as usize]
    }

    /// The attribute of that name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        let all =
            [DisclosureAttribute::Proactive, DisclosureAttribute::OnRequest, DisclosureAttribute::Withheld];
        Self::NAMES.iter().position(|known| *known == name).map(|index| all[index])
    }
}

/// One channel that an entry was published through.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
pub struct ChannelUse {
    /// Name of the channel.
    pub channel: String,
    /// Day of publication, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_on: Option<String>,
    /// Address, issue number or other proof.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<String>,
}

/// A statement that there is nothing to publish.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
pub struct Nil {
    /// Which of the two statements.
    pub kind: NilKind,
    /// Why.
    pub reason: String,
    /// Who approved it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approver: Option<String>,
    /// The period that it speaks of, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
}

/// The two statements of having nothing to publish.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum NilKind {
    /// 本级无此事项
    NoneAtThisLevel,
    /// 本期无更新
    NoUpdate,
}

impl NilKind {
    /// The names used in documents.
    pub const NAMES: &'static [&'static str] = &["none-at-this-level", "no-update"];
}
