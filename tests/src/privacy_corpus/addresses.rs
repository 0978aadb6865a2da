//! Names and addresses: of homes, of offices and schools, and of places where nobody lives.

use fastrand::Rng;

use super::pick;

const SURNAMES: &[&str] = &["张", "王", "李", "刘", "陈", "杨", "赵", "黄", "周", "吴", "欧阳"];
const GIVEN: &[&str] = &["伟", "芳", "秀英", "建国", "志强", "桂花", "小平", "雪梅", "军", "德明", "玉兰"];
const COUNTIES: &[&str] = &["武陵区", "鼎城区", "汉寿县", "桃源县", "石门县", "临澧县"];
const TOWNS: &[&str] =
    &["河洑镇", "丹洲乡", "启明街道", "芦荻山乡", "长庚街道", "石板滩镇", "夹山镇", "三圣乡", "府坪街道"];
const VILLAGES: &[&str] = &["石板滩村", "南湖村", "双溪口村", "金家铺村", "白鹤山村", "大杨树村", "合兴村"];
const ROADS: &[&str] =
    &["育才路", "芙蓉路", "人民中路", "洞庭大道", "建设东路", "朗州路", "和平街", "青阳巷"];
const ESTATES: &[&str] =
    &["幸福小区", "桃花源小区", "紫金花园", "棉纺厂家属院", "丹阳公寓", "柳叶新村", "盛世名苑"];
const OFFICES: &[&str] =
    &["民政局", "教育局", "财政局", "司法局", "自然资源局", "市场监督管理局", "医疗保障局"];
const SCHOOLS: &[&str] = &["第一小学", "育英学校", "第七中学", "北正街小学", "机关幼儿园"];

/// A value of this name, if there is one.
pub(super) fn make(name: &str, rng: &mut Rng) -> Option<String> {
    let n = rng.u32(1..30);
    let m = rng.u32(1..180);
    Some(match name {
        "name" => format!("{}{}", pick(rng, SURNAMES), pick(rng, GIVEN)),
        "sex" => pick(rng, &["男", "女"]).to_owned(),
        "county" => pick(rng, COUNTIES).to_owned(),
        "town" => pick(rng, TOWNS).to_owned(),
        "village" => pick(rng, VILLAGES).to_owned(),
        "road" => pick(rng, ROADS).to_owned(),
        "estate" => pick(rng, ESTATES).to_owned(),
        "office" => format!("{}{}", pick(rng, COUNTIES), pick(rng, OFFICES)),
        "school" => format!("{}{}", pick(rng, COUNTIES), pick(rng, SCHOOLS)),
        "company" => {
            format!("湖南{}有限公司", pick(rng, &["恒泰建筑", "绿源农业", "瑞康医疗器械", "顺达运输"]))
        }
        "home-group" => format!("{}{}{}{n}组", county(rng), pick(rng, TOWNS), pick(rng, VILLAGES)),
        "home-group-name" => {
            format!(
                "{}{}{}",
                pick(rng, TOWNS),
                pick(rng, VILLAGES),
                pick(rng, &["杨家组", "上屋组", "枫树湾组"])
            )
        }
        "home-village" => format!("{}{}{}", county(rng), pick(rng, TOWNS), pick(rng, VILLAGES)),
        "home-rural" => {
            let group = pick(rng, &["组", "村民小组", "社"]);
            format!("{}{}{}{n}{group}{m}号", county(rng), pick(rng, TOWNS), pick(rng, VILLAGES))
        }
        "home-rural-words" => {
            let group = pick(rng, &["第三", "一", "十二", "五", "第八"]);
            format!("{}{}{group}组{m}号", pick(rng, TOWNS), pick(rng, VILLAGES))
        }
        "home-short" => format!("{}{n}组{m}号", pick(rng, VILLAGES)),
        "home-urban" => {
            let town = pick(rng, &["启明街道", "长庚街道", "府坪街道", ""]);
            let room = format!("{}{:02}", rng.u32(1..19), rng.u32(1..5));
            format!("{}{town}{}{}", county(rng), pick(rng, ESTATES), flat(rng, &room))
        }
        "home-road-flat" => {
            let room = format!("{}{:02}", rng.u32(1..19), rng.u32(1..5));
            format!("{}{}{m}号{}", county(rng), pick(rng, ROADS), flat(rng, &room))
        }
        "home-road" => {
            format!("{}{}{}{m}号", county(rng), pick(rng, &["启明街道", "长庚街道"]), pick(rng, ROADS))
        }
        "home-dashes" => {
            format!(
                "{}{}{n}-{}-{}{:02}",
                county(rng),
                pick(rng, ESTATES),
                rng.u32(1..5),
                rng.u32(1..19),
                rng.u32(1..5)
            )
        }
        "home-sharp" => {
            format!("{}{n}#楼{}单元{}{:02}", pick(rng, ESTATES), rng.u32(1..5), rng.u32(1..19), rng.u32(1..5))
        }
        "home-words" => {
            let (block, entrance) = (pick(rng, &["三", "十二", "二十"]), pick(rng, &["一", "二", "东"]));
            format!("{}{block}栋{entrance}单元{}楼", pick(rng, ESTATES), pick(rng, &["四", "二", "六"]))
        }
        "office-address" => match rng.u8(..5) {
            0 => format!("{}{}{m}号", county(rng), pick(rng, ROADS)),
            1 => format!(
                "{}{}{m}号政务服务中心{}楼{}室",
                county(rng),
                pick(rng, ROADS),
                rng.u32(1..9),
                rng.u32(101..920)
            ),
            2 => {
                format!("{}{}{m}号市民之家A座{}室", pick(rng, COUNTIES), pick(rng, ROADS), rng.u32(101..920))
            }
            3 => format!(
                "{}{}{m}号机关大院{}栋{}室",
                pick(rng, COUNTIES),
                pick(rng, ROADS),
                rng.u32(1..5),
                rng.u32(101..620)
            ),
            _ => format!("{}{}{}{n}组（村部）", county(rng), pick(rng, TOWNS), pick(rng, VILLAGES)),
        },
        "tower" => format!(
            "{}{m}号{}{}层{}室",
            pick(rng, ROADS),
            pick(rng, &["财富广场", "万达中心写字楼", "金融大厦B座", "创业大楼3栋"]),
            rng.u32(2..30),
            rng.u32(201..2999)
        ),
        "clinic-address" => {
            format!("{}{}{}{n}组{m}号", pick(rng, COUNTIES), pick(rng, TOWNS), pick(rng, VILLAGES))
        }
        "works" => pick(rng, &["道路硬化", "水渠清淤", "安全饮水", "路灯安装", "山塘整治"]).to_owned(),
        _ => return None,
    })
}

fn county(rng: &mut Rng) -> String {
    match rng.u8(..3) {
        0 => format!("湖南省常德市{}", pick(rng, COUNTIES)),
        1 => pick(rng, COUNTIES).to_owned(),
        _ => String::new(),
    }
}

fn flat(rng: &mut Rng, room: &str) -> String {
    let (block, entrance) = (rng.u32(1..30), rng.u32(1..5));
    match rng.u8(..5) {
        0 => format!("{block}幢{entrance}单元{room}"),
        1 => format!("{block}栋{room}室"),
        2 => format!("{block}号楼{entrance}单元{room}号"),
        3 => format!("{block}栋{entrance}单元{room}房"),
        _ => format!("{block}栋{entrance}单元{room}室"),
    }
}
