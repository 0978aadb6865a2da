//! Wrong values for every kind of field, each with what a check has to say about it, and values at their limits.

use gongkai_core::field::{Field, MONEY_UNITS, TextFormat, document_parts};
use gongkai_core::{IssueCode, Kind};
use serde_json::{Map, Value, json};

/// Longest value outside the list of an open choice, in characters.
const MAX_OTHER_CHARS: u32 = 200;

/// A wrong value.
#[derive(Debug, Clone)]
pub struct Fault {
    /// The value.
    pub value: Value,
    /// What is wrong with it.
    pub code: IssueCode,
    /// Where in it, as a JSON Pointer.
    pub place: String,
}

fn fault(value: Value, code: IssueCode, place: &str) -> Fault {
    Fault { value, code, place: place.to_owned() }
}

/// The values that count as none.
#[must_use]
pub fn blanks() -> Vec<Value> {
    vec![
        json!(null),
        json!(""),
        json!("\u{3000}"),
        json!(" \n"),
        json!([]),
        json!({}),
        json!([""]),
        json!([null, {}]),
    ]
}

/// Wrong values for a field of this kind, made from a value that passes.
#[must_use]
pub fn of(kind: &Kind, example: &Value) -> Vec<Fault> {
    let mut faults: Vec<Fault> = match kind {
        // Too long a code is a wrong one too.
        Kind::Text { format: Some(TextFormat::PostalCode), .. } => {
            texts(&["41500", "４１５０００", "邮编", "4150-0"], IssueCode::PostalCodeInvalid)
        }
        Kind::Text { max_length_chars, .. } => line(*max_length_chars),
        Kind::LongText { max_length_chars } => text(*max_length_chars),
        Kind::Date => texts(DATES, IssueCode::DateInvalid),
        Kind::Phone => texts(PHONES, IssueCode::PhoneInvalid),
        Kind::Url => texts(ADDRESSES, IssueCode::UrlInvalid),
        Kind::Choice { open: true, .. } => line(MAX_OTHER_CHARS),
        Kind::Choice { choices, open: false } => {
            let mut faults = texts(&["不在其中"], IssueCode::ChoiceUnknown);
            let padded = format!("{} ", choices[0]);
            faults.push(fault(json!(padded), IssueCode::ChoiceUnknown, ""));
            faults
        }
        Kind::Choices { choices, open } => {
            let inner = if *open {
                line(MAX_OTHER_CHARS)
            } else {
                texts(&["不在其中"], IssueCode::ChoiceUnknown)
            };
            let mut faults = in_array(&inner, &json!(choices[0]), &[json!(12)]);
            faults.push(fault(json!([choices[0], choices[0]]), IssueCode::ChoiceRepeated, "/1"));
            faults
        }
        Kind::Number { integer, min, max, .. } => numbers(*integer, *min, *max),
        Kind::Boolean => Vec::new(),
        Kind::List { max_length_chars } => {
            in_array(&line(*max_length_chars), &json!("甲"), &[json!(12), json!(true)])
        }
        Kind::Period => period(example),
        Kind::Money { .. } => money(example),
        Kind::Document { .. } => rows(document_parts(), example),
        Kind::Group { fields } => members(fields, example),
        Kind::Table { columns } => rows(columns, example),
        _ => panic!("no faults are known for {kind:?}"),
    };
    faults.extend(of_other_types(kind));
    faults
}

/// Values at their limits, which pass.
#[must_use]
pub fn at_limits(kind: &Kind) -> Vec<Value> {
    let long = |chars: u32| json!("长".repeat(chars as usize));
    match kind {
        // What a format forbids is no matter of length.
        Kind::Text { format: Some(format), .. } => vec![json!(format.example())],
        Kind::Text { max_length_chars, .. } => vec![long(*max_length_chars), json!(" 𠮷 ")],
        Kind::LongText { max_length_chars } => vec![long(*max_length_chars), json!("甲\r\n乙")],
        Kind::Date => vec![json!("1900-01-01"), json!("2099-12-31"), json!("2024-02-29")],
        Kind::Phone => vec![
            json!("0736-7111111-12、13907360000、12345、400-800-1234"),
            json!("01012345678"),
            json!("95588"),
        ],
        Kind::Url => {
            vec![json!("http://例子.政务/路径?甲=1#乙"), json!(format!("https://a.cn/{}", "a".repeat(1987)))]
        }
        Kind::Choice { open: true, .. } => vec![long(MAX_OTHER_CHARS), json!("不在其中")],
        Kind::Choice { choices, .. } => choices.iter().map(|choice| json!(choice)).collect(),
        Kind::Choices { choices, open } => {
            let mut values = vec![json!(choices), json!([choices[0], "", null])];
            if *open {
                values.push(json!(["不在其中"]));
            }
            values
        }
        Kind::Number { integer, min, max, .. } => {
            let mut values: Vec<Value> =
                [*min, *max].into_iter().flatten().map(|limit| json!(limit)).collect();
            if !integer && min.is_none_or(|min| min <= 0.5) && max.is_none_or(|max| max >= 0.5) {
                values.push(json!(0.5));
            }
            values
        }
        Kind::Boolean => vec![json!(true), json!(false)],
        Kind::List { max_length_chars } => {
            vec![json!([long(*max_length_chars)]), json!(["甲", "", null, "乙"])]
        }
        Kind::Period => vec![json!({ "start": "2026-09-01", "end": "2026-09-01" })],
        Kind::Money { .. } => ["0", "0.5", "999999999999999.9999"]
            .iter()
            .flat_map(|amount| MONEY_UNITS.iter().map(move |unit| json!({ "amount": amount, "unit": unit })))
            .collect(),
        Kind::Document { .. } => {
            vec![json!([{ "title": "通知" }, null, {}, { "title": "附件", "number": "", "date": null }])]
        }
        _ => Vec::new(),
    }
}

const DATES: &[&str] = &[
    "2026-02-30",
    "2025-02-29",
    "2026/9/1",
    "2026-9-1",
    "20260901",
    "2026年9月1日",
    "1899-12-31",
    "2100-01-01",
    "2026-09-01T00:00:00",
    " 2026-09-01",
    "2026-09-01 ",
    "2026-09-01\n",
    "２０２６-09-01",
    "2026-13-01",
    "2026-00-10",
    "今天",
];

const PHONES: &[&str] = &[
    "7111111",
    "0736—7111111",
    "0736-711111",
    "13907360",
    "23907360000",
    "0736-7111111，0736-7111112",
    "(0736)7111111",
    "0736 7111111",
    "０７３６-7111111",
    "0736-7111111、",
    "、12345",
    "0736-7111111-1234567",
    "无",
    "+86-0736-7111111",
    "1234",
];

const ADDRESSES: &[&str] = &[
    "www.example.gov.cn",
    "http://localhost",
    "ftp://www.example.gov.cn/",
    "https://www.example.gov.cn/a b",
    "https:// www.example.gov.cn",
    "HTTPS://www.example.gov.cn",
    "https://",
    "https://.gov.cn",
    "https://example..cn",
    "https://www.example.gov.cn/\u{3000}",
    "javascript:alert(1)",
    "https://www.example.gov.cn/<b>",
    "https://www.example.gov.cn\n",
    "https://example.cn./",
];

const AMOUNTS: &[&str] = &[
    "12,000",
    "01",
    "1.",
    ".5",
    "1.23456",
    "-1",
    "+1",
    "1e3",
    "1000000000000000",
    "１２",
    "12元",
    "12 ",
    "12.5\n",
    "一百",
];

/// Values of other JSON types, none of them blank.
fn of_other_types(kind: &Kind) -> Vec<Fault> {
    let typed = match kind {
        Kind::Number { .. } => Value::is_number,
        Kind::Boolean => Value::is_boolean,
        Kind::Period | Kind::Money { .. } | Kind::Group { .. } => Value::is_object,
        Kind::Choices { .. } | Kind::List { .. } | Kind::Document { .. } | Kind::Table { .. } => {
            Value::is_array
        }
        _ => Value::is_string,
    };
    [json!(12), json!("12"), json!("是"), json!(false), json!(["甲"]), json!({ "甲": "乙" })]
        .into_iter()
        .filter(|value| !typed(value))
        .map(|value| fault(value, IssueCode::TypeMismatch, ""))
        .collect()
}

fn texts(wrong: &[&str], code: IssueCode) -> Vec<Fault> {
    wrong.iter().map(|text| fault(json!(text), code, "")).collect()
}

fn text(max_length_chars: u32) -> Vec<Fault> {
    let long = "长".repeat(max_length_chars as usize + 1);
    vec![fault(json!(long), IssueCode::TextTooLong, "")]
}

fn line(max_length_chars: u32) -> Vec<Fault> {
    let mut faults = text(max_length_chars);
    faults.extend(texts(&["甲\n乙", "甲\r", "\n甲"], IssueCode::LineBreakUnexpected));
    faults
}

fn numbers(integer: bool, min: Option<f64>, max: Option<f64>) -> Vec<Fault> {
    let mut faults = Vec::new();
    if let Some(min) = min {
        faults.push(fault(json!(min - 1.0), IssueCode::NumberOutOfRange, ""));
    }
    if let Some(max) = max {
        faults.push(fault(json!(max + 1.0), IssueCode::NumberOutOfRange, ""));
    }
    if integer {
        faults.push(fault(json!(min.unwrap_or(0.0) + 0.5), IssueCode::NumberNotWhole, ""));
    }
    faults
}

/// Faults of the lines of an array, behind one that is right.
fn in_array(inner: &[Fault], right: &Value, of_other_types: &[Value]) -> Vec<Fault> {
    let mut faults: Vec<Fault> =
        inner.iter().map(|inner| fault(json!([right, inner.value]), inner.code, "/1")).collect();
    faults.extend(of_other_types.iter().map(|value| fault(json!([value]), IssueCode::TypeMismatch, "/0")));
    faults
}

fn period(example: &Value) -> Vec<Fault> {
    let parts = ["start", "end"];
    let mut faults = vec![
        fault(json!({ "start": "2026-09-30", "end": "2026-09-01" }), IssueCode::DatesOutOfOrder, "/end"),
        fault(with(example, "days", json!(30)), IssueCode::PartUnknown, "/days"),
    ];
    for part in parts {
        let place = format!("/{part}");
        faults.push(fault(without(example, part), IssueCode::PartMissing, &place));
        faults.extend(
            texts(DATES, IssueCode::DateInvalid)
                .into_iter()
                .map(|date| fault(with(example, part, date.value), date.code, &place)),
        );
        faults.push(fault(with(example, part, json!(20_260_901)), IssueCode::TypeMismatch, &place));
    }
    faults
}

fn money(example: &Value) -> Vec<Fault> {
    let mut faults = vec![
        fault(with(example, "currency", json!("CNY")), IssueCode::PartUnknown, "/currency"),
        fault(with(example, "unit", json!("美元")), IssueCode::ChoiceUnknown, "/unit"),
        fault(with(example, "unit", json!(1)), IssueCode::TypeMismatch, "/unit"),
        fault(with(example, "amount", json!(12.5)), IssueCode::TypeMismatch, "/amount"),
    ];
    for part in ["amount", "unit"] {
        let place = format!("/{part}");
        faults.push(fault(without(example, part), IssueCode::PartMissing, &place));
        faults.push(fault(with(example, part, json!(" ")), IssueCode::PartMissing, &place));
    }
    faults.extend(
        AMOUNTS
            .iter()
            .map(|amount| fault(with(example, "amount", json!(amount)), IssueCode::MoneyInvalid, "/amount")),
    );
    faults
}

/// Faults of a row, in the second of two rows.
fn rows(columns: &[Field], example: &Value) -> Vec<Fault> {
    let row = &example[0];
    let mut faults: Vec<Fault> = members(columns, row)
        .into_iter()
        .map(|inner| fault(json!([row, inner.value]), inner.code, &format!("/1{}", inner.place)))
        .collect();
    faults.push(fault(json!([row, "甲"]), IssueCode::TypeMismatch, "/1"));
    faults
}

/// Faults of an object made of fields.
fn members(fields: &[Field], example: &Value) -> Vec<Fault> {
    let mut faults = vec![fault(with(example, "wei/zhi", json!("甲")), IssueCode::PartUnknown, "/wei~1zhi")];
    // Without the other members too, the object would be blank and not count.
    let alone = fields.len() == 1;
    for field in fields {
        let place = format!("/{}", field.key);
        if field.required && !alone {
            for blank in blanks() {
                faults.push(fault(with(example, &field.key, blank), IssueCode::PartMissing, &place));
            }
            faults.push(fault(without(example, &field.key), IssueCode::PartMissing, &place));
        }
        faults.extend(of(&field.kind, &example[&field.key]).into_iter().map(|part| {
            fault(with(example, &field.key, part.value), part.code, &format!("{place}{}", part.place))
        }));
    }
    faults
}

fn with(object: &Value, key: &str, value: Value) -> Value {
    let mut object: Map<String, Value> = object.as_object().cloned().unwrap_or_default();
    object.insert(key.to_owned(), value);
    Value::Object(object)
}

fn without(object: &Value, key: &str) -> Value {
    let mut object: Map<String, Value> = object.as_object().cloned().unwrap_or_default();
    object.shift_remove(key);
    Value::Object(object)
}
