//! The times that matter to hosts, by criterion: from bytes to report, and from sources to packs.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use gongkai_core::{Context, Guideline, Lexicon, RuleSet, Stage, compile};
use gongkai_tests::judges::{TODAY, items};
use gongkai_tests::records;

fn check(criterion: &mut Criterion) {
    let register = items().find(|item| item.id == "yi-wu-jiao-yu-xue-xiao-ming-lu").expect("it is shipped");
    let largest = items().max_by_key(|item| item.fields.len()).expect("there are items");
    let mut group = criterion.benchmark_group("check");
    for (name, item) in [("register", register), ("largest", largest)] {
        let texts: Vec<Vec<u8>> =
            records::half_wrong(item, 200).iter().map(|r| r.to_string().into_bytes()).collect();
        group.throughput(Throughput::Elements(texts.len() as u64));
        for (rules, set) in [("all rules", RuleSet::All), ("as JSON Schema", RuleSet::InJsonSchema)] {
            let context =
                Context::new(Stage::Publish, TODAY).with_calendar(gongkai::calendar()).with_rules(set);
            group.bench_function(format!("{name}, {rules}"), |bencher| {
                bencher.iter(|| {
                    for text in &texts {
                        black_box(item.check_json(black_box(text), &context).expect("the records are JSON"));
                    }
                });
            });
        }
    }
    group.finish();
}

fn sources(criterion: &mut Criterion) {
    let lexicon = gongkai::lexicon();
    criterion.bench_function("compile 26 packs", |bencher| {
        bencher.iter(|| {
            for guideline in gongkai::guidelines() {
                black_box(compile(guideline, lexicon).expect("they compile"));
            }
        });
    });
    criterion.bench_function("read 26 guidelines and the lexicon", |bencher| {
        bencher.iter(|| {
            black_box(Lexicon::from_toml(gongkai_guidelines::LEXICON).expect("it is shipped"));
            for domain in gongkai_guidelines::DOMAINS {
                black_box(Guideline::from_toml(domain.guideline).expect("it is shipped"));
            }
        });
    });
}

criterion_group!(benches, check, sources);
criterion_main!(benches);
