//! The form model: what a form for an item shows, in which order, with which controls.

use serde::{Deserialize, Serialize};

use crate::envelope;
use crate::field::{Field, Help, Kind};
use crate::guideline::{Audience, Method};
use crate::pack::{Channel, ItemRef};
use crate::text::{Lang, part_help, part_name};

/// Name and version of the form model format.
const FORMAT: &str = "gongkai-form/1";

/// What a form for an item shows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FormModel {
    /// Always `gongkai-form/1`.
    pub format: String,
    /// Id of the pack.
    pub pack: String,
    /// Edition of the pack.
    pub edition: String,
    /// Id of the item.
    pub item: String,
    /// Name of the item.
    pub name: String,
    /// Sections in the order of the form.
    pub sections: Vec<FormSection>,
    /// Channels to offer in the ledger.
    pub channels: Vec<Channel>,
    /// JSON Pointer of the field whose value suggests the title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title_from: Option<String>,
    /// What the table says about the item beside its elements and channels.
    #[serde(default)]
    pub guidance: Guidance,
    /// The statement that there is nothing to publish, in place of the elements.
    #[serde(default)]
    pub nil: Vec<FormField>,
}

/// The words of the table about an item, as printed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(default)]
#[non_exhaustive]
pub struct Guidance {
    /// Title of the guideline.
    pub title: String,
    /// First-level heading (一级事项).
    pub category: String,
    /// Laws and documents that require the item (公开依据).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub basis: Vec<String>,
    /// Time limit (公开时限).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time_limit: Option<String>,
    /// Who publishes (公开主体).
    pub publisher: String,
    /// To whom (公开对象).
    pub audience: Audience,
    /// In which way (公开方式).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub methods: Vec<Method>,
    /// At which levels (公开层级).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<String>,
}

/// One section of a form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FormSection {
    /// `entry`, `elements`, `publication` or `record`.
    pub id: String,
    /// Its fields.
    pub fields: Vec<FormField>,
}

/// One field of a form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FormField {
    /// Where its value stands in the entry, as a JSON Pointer.
    pub path: String,
    /// What to call it.
    pub label: Help,
    /// The control that fits it.
    pub control: Control,
    /// Whether an entry cannot be published without it.
    pub required: bool,
    /// What it holds.
    pub kind: Kind,
    /// What helps the editor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<Help>,
    /// When it is shown. None: always.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shown_when: Option<ShownWhen>,
    /// Heading that the label begins with; a form may draw it once above the fields that share it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
}

/// When a field is shown; what was entered stays while it is not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
pub struct ShownWhen {
    /// JSON Pointer of the value that decides.
    pub path: String,
    /// The values with which the field is shown.
    pub is: Vec<String>,
}

/// Controls of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
#[expect(missing_docs, reason = "the names say it")]
pub enum Control {
    Line,
    TextArea,
    Date,
    DateRange,
    Number,
    Money,
    Telephone,
    Address,
    Select,
    Radios,
    Checkboxes,
    Lines,
    Documents,
    Group,
    Rows,
}

/// With more values than this a choice is a select instead of radio buttons.
const MAX_RADIOS: usize = 4;

impl Control {
    /// The control that fits a kind of field.
    #[must_use]
    pub fn of(kind: &Kind) -> Self {
        match kind {
            Kind::Text { .. } => Control::Line,
            Kind::LongText { .. } => Control::TextArea,
            Kind::Date => Control::Date,
            Kind::Period => Control::DateRange,
            Kind::Number { .. } => Control::Number,
            Kind::Money { .. } => Control::Money,
            Kind::Phone => Control::Telephone,
            Kind::Url => Control::Address,
            Kind::Choice { choices, open: false } if choices.len() <= MAX_RADIOS => Control::Radios,
            Kind::Choice { .. } => Control::Select,
            Kind::Choices { .. } => Control::Checkboxes,
            Kind::Boolean => Control::Radios,
            Kind::List { .. } => Control::Lines,
            Kind::Document { .. } => Control::Documents,
            Kind::Group { .. } => Control::Group,
            Kind::Table { .. } => Control::Rows,
        }
    }
}

impl FormField {
    /// A cell of a row; its place and label are known only where the row is drawn.
    #[must_use]
    pub fn cell(column: &Field, control: Control) -> Self {
        FormField {
            path: String::new(),
            label: Help { zh: column.name.clone(), en: column.name.clone() },
            control,
            required: column.required,
            kind: column.kind.clone(),
            help: column.help.clone(),
            group: None,
            shown_when: None,
        }
    }
}

impl ItemRef<'_> {
    /// The form model of this item.
    #[must_use]
    pub fn form(&self) -> FormModel {
        let element = |field: &Field| FormField {
            path: format!("/elements/{}", field.key),
            label: Help { zh: field.name.clone(), en: field.name.clone() },
            control: Control::of(&field.kind),
            required: field.required,
            kind: field.kind.clone(),
            help: field.help.clone(),
            group: field.group.clone(),
            shown_when: None,
        };
        let own =
            |keys: &[&str]| -> Vec<FormField> { keys.iter().filter_map(|key| own_field(key)).collect() };
        let title_from = self
            .fields
            .first()
            .filter(|field| matches!(field.kind, Kind::Text { .. }))
            .map(|field| format!("/elements/{}", field.key));
        let elements =
            FormSection { id: "elements".to_owned(), fields: self.fields.iter().map(element).collect() };
        let entry = FormSection { id: "entry".to_owned(), fields: own(&["title"]) };
        let publication = FormSection { id: "publication".to_owned(), fields: self.publication() };
        let record = FormSection {
            id: "record".to_owned(),
            fields: own(&["summary", "index_number", "author", "reviewed_by", "reviewed_on"]),
        };
        // A title that an element suggests comes after it, so that nobody types the same twice.
        let sections = if title_from.is_some() {
            vec![elements, entry, publication, record]
        } else {
            vec![entry, elements, publication, record]
        };
        FormModel {
            format: FORMAT.to_owned(),
            pack: self.pack.id.clone(),
            edition: self.pack.edition.clone(),
            item: self.id.clone(),
            name: self.name.clone(),
            sections,
            channels: self.channels.clone(),
            title_from,
            guidance: self.guidance(),
            nil: self.nil(),
        }
    }
}

impl ItemRef<'_> {
    /// The words of the table.
    fn guidance(&self) -> Guidance {
        Guidance {
            title: self.pack.title.clone(),
            category: self.category.clone(),
            basis: self.basis.clone(),
            time_limit: self.time_limit.as_ref().map(|limit| limit.text.clone()),
            publisher: self.publisher.clone(),
            audience: self.audience.clone(),
            methods: self.methods.clone(),
            levels: self.levels.clone(),
        }
    }

    /// The fields of a nil statement.
    fn nil(&self) -> Vec<FormField> {
        let fields = envelope::nil_fields().iter().map(part);
        fields.map(|field| FormField { path: format!("/nil{}", field.path), ..field }).collect()
    }

    /// Who publishes, when, and with which attribute; what only some entries need is shown to them alone.
    fn publication(&self) -> Vec<FormField> {
        let mut fields: Vec<FormField> = ["publisher", "formed_on", "changed_on"]
            .into_iter()
            .chain(self.counts_from_event().then_some("triggered_on"))
            .chain(self.has_own_notice().then_some("notice"))
            .chain(["attribute"])
            .filter_map(own_field)
            .collect();
        let attribute_is = |names: &[&str]| ShownWhen {
            path: "/attribute".to_owned(),
            is: names.iter().map(|name| (*name).to_owned()).collect(),
        };
        let grounds: Vec<String> =
            self.pack.rulebook.grounds.iter().map(|ground| ground.name.clone()).collect();
        if !grounds.is_empty() {
            let ground = Field::part("ground", Kind::Choice { choices: grounds, open: false });
            let shown_when = Some(attribute_is(&["withheld"]));
            fields.push(FormField { shown_when, ..part(&ground) });
        }
        for (key, required) in [("reason", true), ("review_on", false)] {
            let shown_when = Some(attribute_is(&["on-request", "withheld"]));
            fields.extend(own_field(key).map(|field| FormField { shown_when, required, ..field }));
        }
        fields
    }
}

/// The property of an entry with this key as a field of the form.
fn own_field(key: &str) -> Option<FormField> {
    envelope::field(key).map(part)
}

/// A property of the entry itself as a field of the form.
fn part(field: &Field) -> FormField {
    let both = |text: fn(&str, Lang) -> &str| Help {
        zh: text(&field.key, Lang::Zh).to_owned(),
        en: text(&field.key, Lang::En).to_owned(),
    };
    FormField {
        path: format!("/{}", field.key),
        label: both(part_name),
        control: Control::of(&field.kind),
        required: field.required,
        kind: field.kind.clone(),
        help: Some(both(part_help)).filter(|help| !help.zh.is_empty()),
        group: None,
        shown_when: None,
    }
}
