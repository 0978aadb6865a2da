//! Titles as counties publish them, for indexes of any size.

use gongkai_core::index::IndexEntry;

/// Districts and counties, with their towns and roads put before what happens there.
const PLACES: &[&str] = &[
    "武陵区",
    "鼎城区",
    "桃源县",
    "汉寿县",
    "石门县",
    "澧县",
    "临澧县",
    "安乡县",
    "津市市",
    "西湖管理区",
    "西洞庭管理区",
    "柳叶湖度假区",
    "桃花源",
    "德山经开区",
];

const TOWNS: &[&str] = &[
    "丹洲乡",
    "河洑镇",
    "芦荻山乡",
    "永安街道",
    "启明街道",
    "府坪街道",
    "穿紫河街道",
    "南坪街道",
    "东江街道",
    "护城街道",
    "白马湖街道",
    "蒿子港镇",
    "牛鼻滩镇",
    "石公桥镇",
    "周家店镇",
    "漳江街道",
    "浔阳街道",
    "陬市镇",
    "盘塘镇",
    "热市镇",
    "黄石镇",
    "漆河镇",
    "理公港镇",
    "茶庵铺镇",
    "沙坪镇",
    "夷望溪镇",
    "架桥镇",
    "马鬃岭镇",
    "观音寺镇",
    "龙潭镇",
];

const NUMBERS: &[&str] = &["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

const SURNAMES: &[&str] =
    &["王", "李", "张", "刘", "陈", "杨", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何"];

const GIVEN: &[&str] =
    &["建国", "志强", "桂英", "秀兰", "明辉", "红梅", "国平", "丽华", "伟", "芳", "军", "敏"];

/// What is published: `{p}` is a place, `{t}` a town, `{n}` a number, `{y}` a year, `{m}` a month, `{s}` a shop.
const TITLES: &[&str] = &[
    "{p}{t}第{n}小学",
    "{p}{t}中心小学{y}年秋季招生公告",
    "{p}第{n}中学{y}年招生范围",
    "{p}{y}年义务教育阶段学校招生工作实施方案",
    "{p}{t}{y}年{m}月城市最低生活保障对象公示",
    "{p}{t}{y}年第{n}季度临时救助发放情况",
    "{p}{y}年部门预算公开说明（{t}）",
    "{p}{t}{y}年度决算公开",
    "关于{p}{t}{n}号地块国有土地使用权挂牌出让的公告",
    "{p}{t}污水处理厂建设项目环境影响评价文件审批意见",
    "{p}{t}农村公路提质改造工程（第{n}标段）中标候选人公示",
    "{p}{t}{y}年农机购置补贴受益对象公示（第{n}批）",
    "{p}{t}{y}年耕地地力保护补贴发放明细",
    "{p}{t}卫生院医疗机构执业登记",
    "{p}食品安全监督抽检信息通告（{y}年第{m}期）",
    "{s}食品店食品经营许可",
    "{p}{t}{s}大药房药品零售许可信息",
    "{p}{y}年公租房承租资格审核结果（第{n}批）",
    "{p}{t}征收土地公告（{y}年第{n}号）",
    "{p}{t}棚户区改造项目房屋征收补偿方案",
    "{p}{t}{y}年农村危房改造对象名单",
    "{p}行政处罚决定书（{y}年第{m}号，{s}）",
    "{p}{y}年{m}月岗位信息发布（{t}）",
    "{p}{t}养老服务中心备案信息",
    "{p}{y}年{m}月灾情核定信息",
    "{p}文化馆{y}年{m}月免费开放公告",
];

/// Entries of the shipped items; the same seed gives the same ones.
#[must_use]
pub fn entries(count: usize, seed: u64) -> Vec<IndexEntry> {
    let mut chance = fastrand::Rng::with_seed(seed);
    let items: Vec<String> = gongkai::packs()
        .iter()
        .flat_map(|pack| pack.items.iter().map(|item| format!("{}/{}", pack.id, item.id)))
        .collect();
    (0..count)
        .map(|number| {
            // A kind of title belongs to a few items, as in life.
            let kind = chance.usize(..TITLES.len());
            let item = &items[(kind * items.len() / TITLES.len() + chance.usize(..4)) % items.len()];
            let mut pick = |list: &[&str]| list[chance.usize(..list.len())].to_owned();
            let (place, town, digit) = (pick(PLACES), pick(TOWNS), pick(NUMBERS));
            let shop = [pick(SURNAMES), pick(GIVEN)].concat();
            let (year, month, day) = (chance.u16(2019..=2026), chance.u8(1..=12), chance.u8(1..=28));
            let title = TITLES[kind]
                .replace("{p}", &place)
                .replace("{t}", &town)
                .replace("{n}", &digit)
                .replace("{s}", &shop)
                .replace("{y}", &year.to_string())
                .replace("{m}", &month.to_string());
            IndexEntry {
                item: item.clone(),
                title,
                date: format!("{year}-{month:02}-{day:02}"),
                id: number.to_string(),
            }
        })
        .collect()
}
