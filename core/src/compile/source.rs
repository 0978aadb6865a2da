//! From a guideline and the lexicon to a pack.

use std::collections::HashSet;

use super::ids::{free_id, is_id, syllables};
use super::{CompileError, CompileErrors};
use crate::blank::is_blank_text;
use crate::field::Field;
use crate::guideline::{ElementSource, Guideline, ItemKind, Row};
use crate::lexicon::{FieldSpec, Lexicon};
use crate::pack::{Channel, FORMAT, Item, Pack};
use crate::time_limit::TimeLimit;

/// Compiles a guideline into a pack.
///
/// # Errors
/// All at once: blank names, repeated or malformed ids and keys, elements that no rule takes, fields that cannot be.
pub fn compile(guideline: &Guideline, lexicon: &Lexicon) -> Result<Pack, CompileErrors> {
    let mut errors = Vec::new();
    let ids = item_ids(guideline, lexicon, &mut errors);
    let mut items = Vec::new();
    for (index, (row, id)) in guideline.items.iter().zip(ids).enumerate() {
        let name = row.name.as_deref().unwrap_or(&row.category);
        if is_blank_text(name) || row.elements.iter().any(|element| is_blank_text(element.name())) {
            errors.push(CompileError::NameBlank { row: index + 1 });
            continue;
        }
        items.push(item(row, id, name, lexicon, &mut errors));
    }
    if !errors.is_empty() {
        return Err(CompileErrors(errors));
    }
    Ok(Pack {
        format: FORMAT.to_owned(),
        id: format!("{}-{}", guideline.code, guideline.slug),
        code: guideline.code.clone(),
        slug: guideline.slug.clone(),
        name: guideline.name.clone(),
        title: guideline.title.clone(),
        edition: guideline.edition.clone(),
        valid_from: guideline.valid_from.clone(),
        valid_to: guideline.valid_to.clone(),
        rulebook: lexicon.rulebook(),
        items,
    })
}

/// Ids given by the author come first, so that no derived one takes theirs.
fn item_ids(guideline: &Guideline, lexicon: &Lexicon, errors: &mut Vec<CompileError>) -> Vec<String> {
    let mut taken = HashSet::new();
    for id in guideline.items.iter().filter_map(|row| row.id.as_ref()) {
        if !is_id(id) {
            errors.push(CompileError::IdMalformed(id.clone()));
        }
        if !taken.insert(id.clone()) {
            errors.push(CompileError::ItemIdRepeated(id.clone()));
        }
    }
    let name_of = |row: &Row| row.name.clone().unwrap_or_else(|| row.category.clone());
    guideline
        .items
        .iter()
        .map(|row| {
            if let Some(id) = &row.id {
                return id.clone();
            }
            let name = name_of(row);
            // Names repeat within a domain under different categories; the category then makes the difference.
            let is_repeated = guideline.items.iter().filter(|other| name_of(other) == name).count() > 1;
            let text = match &row.name {
                Some(name) if is_repeated => format!("{}{name}", row.category),
                _ => name,
            };
            let id = free_id(&syllables(&text, &lexicon.readings), "-", &taken);
            taken.insert(id.clone());
            id
        })
        .collect()
}

fn item(row: &Row, id: String, name: &str, lexicon: &Lexicon, errors: &mut Vec<CompileError>) -> Item {
    let names: Vec<&str> = row.elements.iter().map(ElementSource::name).collect();
    let kind = row
        .kind
        .or_else(|| lexicon.item(&row.category, name, &names).map(|rule| rule.kind))
        .unwrap_or(ItemKind::Documents);
    let fields = fields(row, name, lexicon, errors);
    let time_limit = row.time_limit.as_deref().map(TimeLimit::parse);
    Item {
        id,
        category: row.category.clone(),
        name: name.to_owned(),
        kind,
        duties: super::duties::duties(row, name, kind, &fields, time_limit.as_ref(), lexicon),
        fields,
        basis: row.basis.clone(),
        time_limit,
        publisher: row.publisher.clone(),
        channels: row
            .channels
            .iter()
            .map(|channel| Channel { name: channel.clone(), required: lexicon.channel_is_required(channel) })
            .collect(),
        audience: row.audience.clone(),
        methods: row.methods.clone(),
        levels: row.levels.clone(),
        mark: row.provenance.mark,
        sightings: row.provenance.sightings,
        evidence: row.provenance.evidence.clone(),
    }
}

fn fields(row: &Row, item: &str, lexicon: &Lexicon, errors: &mut Vec<CompileError>) -> Vec<Field> {
    let mut taken = HashSet::new();
    let unlisted: Vec<ElementSource> =
        lexicon.unlisted.iter().map(|element| ElementSource::Full(Box::new(element.clone()))).collect();
    let elements = if row.elements.is_empty() { &unlisted } else { &row.elements };
    for element in elements {
        if let ElementSource::Full(full) = element
            && let Some(key) = &full.key
        {
            if !is_id(key) {
                errors.push(CompileError::IdMalformed(key.clone()));
            }
            if !taken.insert(key.clone()) {
                errors.push(CompileError::ElementKeyRepeated { item: item.to_owned(), key: key.clone() });
            }
        }
    }
    let mut fields = Vec::new();
    for element in elements {
        match field(element, item, lexicon, &mut taken) {
            Ok(field) => fields.push(field),
            Err(error) => errors.push(error),
        }
    }
    fields
}

fn field(
    element: &ElementSource,
    item: &str,
    lexicon: &Lexicon,
    taken: &mut HashSet<String>,
) -> Result<Field, CompileError> {
    let name = element.name();
    let own = match element {
        ElementSource::Name(_) => None,
        ElementSource::Full(full) => Some(full),
    };
    let own_spec = own.and_then(|own| own.field.clone()).unwrap_or_default();
    let rule = lexicon.element(name);
    if rule.is_none() && own_spec.kind.is_none() {
        return Err(CompileError::ElementUndecided { item: item.to_owned(), element: name.to_owned() });
    }
    let spec = own_spec.or(&rule.map_or_else(FieldSpec::default, |rule| rule.field.clone()));
    let kind = spec.kind(name).map_err(|reason| CompileError::FieldImpossible {
        item: item.to_owned(),
        element: name.to_owned(),
        reason,
    })?;
    let key = own.and_then(|own| own.key.clone()).unwrap_or_else(|| {
        let key = free_id(&syllables(name, &lexicon.readings), "_", taken);
        taken.insert(key.clone());
        key
    });
    let required = own
        .and_then(|own| own.required)
        .or_else(|| rule.and_then(|rule| rule.required))
        .unwrap_or_else(|| !lexicon.is_conditional(name));
    let group = lexicon.group(name).map(str::to_owned);
    Ok(Field { key, name: name.to_owned(), required, kind, help: spec.help, group })
}
