//! The sample entries of the made-up county, judged by the real check before they are stored.

use anyhow::{Context, ensure};
use gongkai_core::{Field, ItemRef, Kind, Stage, Verdict};
use jiff::ToSpan;
use jiff::civil::Date;
use rusqlite::Connection;
use serde_json::{Value, json};

use crate::app::App;
use crate::county;
use crate::document::{check, search_text, title};
use crate::store::entries::{self, Draft, Publication};
use crate::store::lists;

/// Where the links of the samples lead: a domain that is reserved for examples.
const LINK: &str = "https://example.org/";

/// One sample: where it belongs and its values by the name of the element.
/// Rows of a table are arrays in the order of its columns.
struct Sample {
    pack: &'static str,
    item: &'static str,
    title: &'static str,
    values: Vec<(&'static str, Value)>,
}

/// Stores the samples in an empty database.
pub(crate) fn fill(connection: &mut Connection, app: &App) -> anyhow::Result<()> {
    if lists::recent(connection)?.total > 0 {
        return Ok(());
    }
    let transaction = connection.transaction()?;
    let today = app.clock.today();
    for sample in samples() {
        let item = gongkai::pack(sample.pack).and_then(|pack| pack.item(sample.item));
        let item = item.with_context(|| format!("no item {}/{}", sample.pack, sample.item))?;
        let entry = entry(&sample, item, today)?;
        let report = check(&entry, item, Stage::Publish, today);
        ensure!(
            report.verdict == Verdict::Pass,
            "sample {:?} does not pass: {:?}",
            sample.title,
            report.issues
        );
        let (title, json, now) = (title(&entry), entry.to_string(), app.clock.now());
        let draft = Draft { title: title.clone(), json: json.clone(), now };
        let publication = Publication { title, json, search_text: search_text(&entry), now };
        let id = entries::create(&transaction, sample.pack, sample.item, &draft)?;
        entries::publish(&transaction, id, 1, &publication)?;
        entries::mark_sample(&transaction, id)?;
    }
    transaction.commit()?;
    Ok(())
}

/// The item's example with plausible values in place of its own.
fn entry(sample: &Sample, item: ItemRef<'_>, today: Date) -> anyhow::Result<Value> {
    let formed_on = today.checked_sub(3.days())?.to_string();
    let mut entry = item.example(today);
    entry["title"] = json!(format!("【示例】{}", sample.title));
    entry["publisher"] = json!(county::department(item.pack));
    entry["formed_on"] = json!(formed_on);
    for field in &item.fields {
        if matches!(field.kind, Kind::Document { .. }) {
            let title = format!("示例县{}（示例）", field.name.trim_end_matches("（全文公开）"));
            entry["elements"][&field.key] = json!([{ "title": title, "date": formed_on, "link": LINK }]);
        }
    }
    for (name, value) in &sample.values {
        let field = item.fields.iter().find(|field| field.name == *name);
        let field = field.with_context(|| format!("no element {name}"))?;
        entry["elements"][&field.key] = with_keys(field, value);
    }
    Ok(entry)
}

/// The value with the keys of the columns or parts, when it is a table or a group.
fn with_keys(field: &Field, value: &Value) -> Value {
    let keyed = |fields: &[Field], cells: &Value| {
        let cells = cells.as_array().into_iter().flatten();
        Value::Object(
            fields.iter().zip(cells).map(|(field, cell)| (field.key.clone(), cell.clone())).collect(),
        )
    };
    match (&field.kind, value.as_array()) {
        (Kind::Table { columns }, Some(rows)) => rows.iter().map(|row| keyed(columns, row)).collect(),
        (Kind::Group { fields }, Some(_)) => keyed(fields, value),
        _ => value.clone(),
    }
}

fn samples() -> Vec<Sample> {
    vec![
        Sample {
            pack: "04-budget-and-final-accounts",
            item: "bu-men-yu-suan",
            title: "示例县示例局部门预算",
            values: vec![
                ("因公出国（境）费", json!({ "amount": "0", "unit": "万元" })),
                ("公务用车购置费", json!({ "amount": "0", "unit": "万元" })),
                ("公务用车运行费", json!({ "amount": "6.40", "unit": "万元" })),
                ("公务接待费", json!({ "amount": "2.15", "unit": "万元" })),
                (
                    "“三公”经费增减变化情况说明",
                    json!("“三公”经费预算共8.55万元，比上年减少0.45万元，主要是压减公务接待费。"),
                ),
                (
                    "本部门职责、机构设置情况",
                    json!(["演示部门预算如何公开。", "办公室、业务股共2个内设机构。"]),
                ),
                (
                    "预算收支增减变化说明",
                    json!("收入预算1234.50万元，比上年增加12.30万元；支出预算与收入预算相同。"),
                ),
                ("机关运行经费安排说明", json!("机关运行经费安排86.20万元，用于办公、水电、差旅等。")),
                (
                    "政府采购预算总金额和货物、工程、服务采购预算金额",
                    json!([["合计", 45.6], ["货物", 20.1], ["工程", 0], ["服务", 25.5]]),
                ),
                (
                    "专业性较强的名词解释",
                    json!("“三公”经费：因公出国（境）费、公务用车购置及运行费、公务接待费。"),
                ),
                ("国有资产占用情况", json!("共有车辆2辆；无单价100万元以上的设备。")),
            ],
        },
        Sample {
            pack: "11-ecological-environment",
            item: "sheng-tai-huan-jing-zhi-liang-xin-xi-fa-bu",
            title: "示例县城区环境质量状况",
            values: vec![
                (
                    "实时空气质量指数（AQI）和PM2.5浓度",
                    json!([["示例县一号点位", "上午8时", 42, 21], ["示例县二号点位", "上午8时", 55, 33.5],]),
                ),
                (
                    "声环境功能区监测结果（包括声环境功能区类别、监测点位、执行标准、监测结果）",
                    json!([
                        ["1类", "示例居民区", "昼间55分贝，夜间45分贝", "昼间51.2分贝，夜间41.8分贝"],
                        ["4a类", "示例大道", "昼间70分贝，夜间55分贝", "昼间64.0分贝，夜间52.3分贝"],
                    ]),
                ),
                ("其他环境质量信息", json!("本条为演示数据，不代表任何地方的环境质量。")),
            ],
        },
        Sample {
            pack: "16-food-and-drug-supervision",
            item: "shi-pin-sheng-chan-jing-ying-xu-ke-ji-ben-xin-xi",
            title: "示例食品店（虚构）",
            values: vec![
                ("生产经营者名称", json!("示例食品店（虚构）")),
                ("许可证编号", json!("JY00000000000000")),
                ("法定代表人（负责人）", json!("示例某某")),
                ("生产地址/经营场所", json!("示例县示例大道1号")),
                ("食品类别/经营项目", json!(["预包装食品销售", "散装食品销售"])),
                ("日常监督管理机构", json!("示例县市场监督管理局城关所")),
                ("投诉举报电话", json!("12315")),
                ("有效期限", json!({ "start": "2025-03-01", "end": "2030-02-28" })),
            ],
        },
        Sample {
            pack: "20-social-assistance",
            item: "zui-di-sheng-huo-bao-zhang-ban-shi-zhi-nan",
            title: "最低生活保障办事指南",
            values: vec![
                ("办理事项", json!("最低生活保障申请")),
                (
                    "办理条件",
                    json!("共同生活的家庭成员人均收入低于当地最低生活保障标准，且家庭财产状况符合规定。"),
                ),
                ("最低生活保障标准", json!([["城市低保", 700], ["农村低保", 500]])),
                ("申请材料", json!(["申请书", "身份证明和户口簿", "家庭收入和财产状况声明", "核对授权书"])),
                (
                    "办理流程",
                    json!(
                        "申请人向户籍所在地乡镇提出申请。\n乡镇受理、核对、入户调查并公示。\n县级民政部门确认。"
                    ),
                ),
                (
                    "办理时间、地点",
                    json!([["各乡镇便民服务中心", "示例县各乡镇", "工作日9:00—12:00、13:00—17:00"]]),
                ),
                ("联系方式", json!("示例县民政局社会救助股，服务热线12345")),
            ],
        },
        Sample {
            pack: "24-compulsory-education",
            item: "zhao-sheng-ji-hua",
            title: "示例县义务教育学校招生计划",
            values: vec![(
                "各校本年度招生计划",
                json!([
                    ["示例县第一小学", 6, 270],
                    ["示例县第二小学", 4, 180],
                    ["示例县实验初级中学", 8, 400]
                ]),
            )],
        },
        school("示例县第一小学", "示例县示例镇学府路1号", &["小学"], "小学"),
        school("示例县示范九年一贯制学校", "示例县城关镇文化街20号", &["小学", "初中"], "九年一贯制学校"),
    ]
}

fn school(name: &'static str, address: &str, stages: &[&str], kind: &str) -> Sample {
    Sample {
        pack: "24-compulsory-education",
        item: "yi-wu-jiao-yu-xue-xiao-ming-lu",
        title: name,
        values: vec![
            ("学校名称", json!(name)),
            ("学校地址", json!(address)),
            ("办学层次", json!(stages)),
            ("办学类型", json!(kind)),
            ("办公电话", json!("12345")),
        ],
    }
}
