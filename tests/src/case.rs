//! Cases: an entry, and what a check has to find in it; one file each in `guideline-schemas/domains/*/cases/`.

use std::fs;

use gongkai_core::{Context, Extensions, Field, IssueCode, ItemRef, Kind, Pack, Report, Stage};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

use crate::judges::TODAY;
use crate::workspace;

/// An entry and what a check has to find in it.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// What is special about the entry, in one sentence.
    pub description: String,
    /// The rule that the case is about. Defaults to none in particular.
    #[serde(default)]
    pub rule: Option<IssueCode>,
    /// Id of the item, in the pack of the folder.
    pub item: String,
    /// An element that the item has beside its own, for kinds that no shipped element is of; its key is `field`. Defaults to none.
    #[serde(default)]
    pub field: Option<Kind>,
    /// What to change in the item's example, as a JSON Merge Patch (RFC 7396): null takes a property away. Defaults to nothing.
    #[serde(default)]
    pub data: Option<Value>,
    /// A whole entry, in place of the changed example.
    #[serde(default)]
    pub entry: Option<Value>,
    /// How strict the check is. Defaults to publish.
    #[serde(default = "publish")]
    pub stage: Stage,
    /// The day to take for today, `YYYY-MM-DD`. Defaults to 2026-09-01.
    #[serde(default)]
    pub today: Option<String>,
    /// Local parameters of the county. Defaults to none.
    #[serde(default)]
    pub local: Option<gongkai_core::Local>,
    /// All errors that the check has to find, and what its own rule finds. Empty: the entry is in order.
    pub issues: Vec<Expected>,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    /// Code of the issue.
    pub code: IssueCode,
    /// Its place, as a JSON Pointer into the entry.
    pub path: String,
}

fn publish() -> Stage {
    Stage::Publish
}

/// A case with the place that it was found at.
pub struct CaseFile {
    /// `24-compulsory-education/cases/office-phone-without-area-code.json`.
    pub name: String,
    /// The pack of its folder.
    pub pack: &'static Pack,
    /// What the file says.
    pub case: Case,
}

impl CaseFile {
    /// The item that the case is about.
    ///
    /// # Errors
    /// The pack has no such item.
    pub fn item(&self) -> Result<ItemRef<'static>, String> {
        let id = &self.case.item;
        self.pack.item(id).ok_or_else(|| format!("{}: {} has no item {id:?}", self.name, self.pack.id))
    }

    /// The day to take for today.
    ///
    /// # Errors
    /// It is no date.
    pub fn today(&self) -> Result<Date, String> {
        let Some(text) = &self.case.today else { return Ok(TODAY) };
        gongkai_core::date::parse(text).ok_or_else(|| format!("{}: {text:?} is no date", self.name))
    }

    /// The entry to check.
    ///
    /// # Errors
    /// Unknown item, no date, or both or neither of `data` and `entry`.
    pub fn entry(&self) -> Result<Value, String> {
        match (&self.case.entry, &self.case.data) {
            (Some(entry), None) => Ok(entry.clone()),
            (None, patch) => {
                let mut entry = self.item()?.example(self.today()?);
                merge(&mut entry, patch.as_ref().unwrap_or(&Value::Object(Default::default())));
                Ok(entry)
            }
            (Some(_), Some(_)) => Err(format!("{}: `data` and `entry` exclude each other", self.name)),
        }
    }

    /// What the check says of the entry, with the local parameters of the case.
    ///
    /// # Errors
    /// The case cannot be made into an entry, or its local parameters cannot be.
    pub fn report(&self) -> Result<Report, String> {
        let (item, entry, today) = (self.item()?, self.entry()?, self.today()?);
        let context = Context::new(self.case.stage, today)
            .with_calendar(gongkai::calendar())
            .with_regions(gongkai::regions())
            .with_laws(gongkai::laws());
        let Some(local) = &self.case.local else {
            return Ok(item.check(&entry, &context));
        };
        let extensions = Extensions::new(local).map_err(|error| format!("{}: {error}", self.name))?;
        Ok(item.check(&entry, &context.with_local(local).with_extensions(&extensions)))
    }
}

/// JSON Merge Patch (RFC 7396).
fn merge(target: &mut Value, patch: &Value) {
    let Value::Object(patch) = patch else {
        *target = patch.clone();
        return;
    };
    if !target.is_object() {
        *target = Value::Object(Default::default());
    }
    let map = target.as_object_mut().expect("made an object above");
    for (key, value) in patch {
        if value.is_null() {
            map.shift_remove(key);
        } else {
            merge(map.entry(key.clone()).or_insert(Value::Null), value);
        }
    }
}

/// The pack with a further element of an item, kept for as long as the tests run.
fn with_field(pack: &Pack, item: &str, kind: &Kind) -> &'static Pack {
    let mut pack = pack.clone();
    for item in pack.items.iter_mut().filter(|known| known.id == item) {
        item.fields.push(Field {
            key: "field".to_owned(),
            name: "自设要素".to_owned(),
            required: true,
            kind: kind.clone(),
            help: None,
            group: None,
        });
    }
    Box::leak(Box::new(pack))
}

/// All cases of all domains, by file name.
///
/// # Errors
/// A file cannot be read or is no case.
pub fn all() -> Result<Vec<CaseFile>, String> {
    let mut cases = Vec::new();
    for pack in gongkai::packs() {
        let folder = workspace::domain(&pack.id);
        let files = workspace::files_below(&folder.join("cases")).map_err(|error| error.to_string())?;
        for file in files {
            let path = file.strip_prefix(&folder).expect("the file lies below the folder");
            let name = format!("{}/{}", pack.id, path.display());
            let text = fs::read_to_string(&file).map_err(|error| format!("{name}: {error}"))?;
            let case: Case = serde_json::from_str(&text).map_err(|error| format!("{name}: {error}"))?;
            let pack = case.field.as_ref().map_or(pack, |kind| with_field(pack, &case.item, kind));
            cases.push(CaseFile { name, pack, case });
        }
    }
    Ok(cases)
}
