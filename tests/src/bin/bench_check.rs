//! How many entries a second are checked, from bytes to all errors: this library beside general validators on the same
//! JSON Schema and the same records, in one run. Prints JSON; `cargo xtask bench` makes the table of it.

use std::hint::black_box;
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};
use std::{env, fs};

use gongkai_core::{Context, ItemRef, RuleSet, Stage};
use gongkai_tests::judges::{TODAY, independent, items};
use gongkai_tests::{records, workspace};
use serde_json::{Map, Value, json};

/// How many different records.
const RECORDS: usize = 2_000;

/// How long one measurement takes at least.
const LEAST: Duration = Duration::from_millis(300);

/// How many measurements; the median counts.
const RUNS: usize = 9;

/// A validator: its name, and how many errors it finds in a record.
type Contender<'c> = (&'static str, Box<dyn FnMut(&[u8]) -> usize + 'c>);

fn main() {
    let register = items().find(|item| item.id == "yi-wu-jiao-yu-xue-xiao-ming-lu").expect("it is shipped");
    let largest = items().max_by_key(|item| item.fields.len()).expect("there are items");
    let answer: Vec<Value> = [register, largest].into_iter().map(measure).collect();
    println!("{:#}", json!(answer));
}

/// All contenders on one item.
fn measure(item: ItemRef<'static>) -> Value {
    let records = records::half_wrong(item, RECORDS);
    let texts: Vec<Vec<u8>> = records.iter().map(|record| record.to_string().into_bytes()).collect();
    let bytes: usize = texts.iter().map(Vec::len).sum();
    let all = Context::new(Stage::Publish, TODAY).with_calendar(gongkai::calendar());
    let plain = Context::new(Stage::Publish, TODAY).with_rules(RuleSet::InJsonSchema);
    let check = |text: &[u8], context: &Context<'_>| {
        item.check_json(text, context).expect("the records are JSON").issues.len()
    };
    let judge = independent(item);
    let (schemas, index) = boon(&item.json_schema());
    let read = |text: &[u8]| serde_json::from_slice::<Value>(text).expect("the records are JSON");
    let mut contenders: Vec<Contender<'_>> = vec![
        ("gongkai, all rules", Box::new(|text| check(text, &all))),
        ("gongkai, rules that a JSON Schema can express", Box::new(|text| check(text, &plain))),
        ("jsonschema", Box::new(|text| judge.iter_errors(&read(text)).count())),
        (
            "boon",
            Box::new(|text| {
                schemas.validate(&read(text), index).map_or_else(|error| error.causes.len(), |()| 0)
            }),
        ),
        ("serde_json, parsing only", Box::new(|text| usize::from(read(text).is_object()))),
    ];
    let mut rates = rates(&texts, &mut contenders);
    rates.insert("ajv".to_owned(), ajv(item, &texts));
    json!({
        "item": format!("{}/{}", item.pack.name, item.name),
        "fields": item.fields.len(),
        "bytes": bytes / texts.len(),
        "wrong": records.iter().filter(|record| !judge.is_valid(record)).count(),
        "records": records.len(),
        "per_second": rates,
    })
}

/// Records a second for each contender. They take turns, so that what else the machine does meets all of them.
fn rates(texts: &[Vec<u8>], contenders: &mut [Contender<'_>]) -> Map<String, Value> {
    let mut rates = vec![Vec::new(); contenders.len()];
    for _ in 0..RUNS {
        for ((_, check), rates) in contenders.iter_mut().zip(&mut rates) {
            rates.push(rate(texts, check));
        }
    }
    contenders
        .iter()
        .zip(rates)
        .map(|((name, _), mut rates)| {
            rates.sort_by(f64::total_cmp);
            ((*name).to_owned(), json!(rates[RUNS / 2].round()))
        })
        .collect()
}

/// One measurement.
fn rate(texts: &[Vec<u8>], check: &mut dyn FnMut(&[u8]) -> usize) -> f64 {
    let start = Instant::now();
    let mut rounds = 0.0;
    while start.elapsed() < LEAST {
        for text in texts {
            black_box(check(black_box(text)));
        }
        rounds += 1.0;
    }
    #[expect(clippy::cast_precision_loss, reason = "a few thousand records")]
    let checked = rounds * texts.len() as f64;
    checked / start.elapsed().as_secs_f64()
}

fn boon(schema: &Value) -> (boon::Schemas, boon::SchemaIndex) {
    let mut schemas = boon::Schemas::new();
    let mut compiler = boon::Compiler::new();
    compiler.enable_format_assertions();
    let address = "https://example.org/item.json";
    let mut schema = schema.clone();
    schema["$id"] = json!(address);
    compiler.add_resource(address, schema).expect("it is a JSON Schema");
    let index = compiler.compile(address, &mut schemas).expect("it is a JSON Schema");
    (schemas, index)
}

/// Ajv, compiled, in Node; null where it is not installed.
fn ajv(item: ItemRef<'_>, texts: &[Vec<u8>]) -> Value {
    let folder = env::temp_dir().join(format!("gongkai-bench-{}", std::process::id()));
    let write = |name: &str, text: &[u8]| -> PathBuf {
        fs::create_dir_all(&folder).expect("there is room for temporary files");
        let path = folder.join(name);
        fs::write(&path, text).expect("there is room for temporary files");
        path
    };
    let schema = write("schema.json", item.json_schema().to_string().as_bytes());
    let records = write("records.ndjson", &texts.join(&b'\n'));
    let script = workspace::root().join("tests/bench/ajv.mjs");
    let answer = Command::new("node").arg(script).args([&schema, &records]).output();
    let _ = fs::remove_dir_all(&folder);
    match answer {
        Ok(output) if output.status.success() => serde_json::from_slice(&output.stdout).unwrap_or_default(),
        Ok(output) => {
            eprintln!("{}", String::from_utf8_lossy(&output.stderr));
            Value::Null
        }
        Err(error) => {
            eprintln!("node: {error}");
            Value::Null
        }
    }
}
