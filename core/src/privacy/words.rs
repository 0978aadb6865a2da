//! The words that say what a number or an address is: facts of the language, kept in one place.

/// What is spoken of: a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Topics(u16);

impl Topics {
    /// Nothing known.
    pub const NONE: Topics = Topics(0);
    /// Number of a resident.
    pub const ID: Topics = Topics(1);
    /// A telephone.
    pub const PHONE: Topics = Topics(1 << 1);
    /// A mobile telephone, and one that is somebody's own.
    pub const MOBILE: Topics = Topics(1 << 2);
    /// A telephone that is published on purpose.
    pub const OFFICE: Topics = Topics(1 << 3);
    /// A card or a passbook of a person.
    pub const CARD: Topics = Topics(1 << 4);
    /// An account of anybody.
    pub const ACCOUNT: Topics = Topics(1 << 5);
    /// An account of an organisation.
    pub const PUBLIC: Topics = Topics(1 << 6);
    /// A passport or travel permit.
    pub const PASSPORT: Topics = Topics(1 << 7);
    /// A vehicle.
    pub const PLATE: Topics = Topics(1 << 8);
    /// A home.
    pub const HOME: Topics = Topics(1 << 9);
    /// A place that is nobody's home.
    pub const PLACE: Topics = Topics(1 << 10);
    /// A number of a document, a licence, an order.
    pub const SERIAL: Topics = Topics(1 << 11);
    /// A quantity, an amount, a time.
    pub const AMOUNT: Topics = Topics(1 << 12);
    /// A building or an institution that is nobody's home, even when its name stands inside an address.
    pub const SITE: Topics = Topics(1 << 13);

    /// What numbers of persons and their things are called.
    const PERSONAL: Topics = Topics(
        Self::ID.0 | Self::PHONE.0 | Self::CARD.0 | Self::ACCOUNT.0 | Self::PASSPORT.0 | Self::PLATE.0,
    );

    /// Both sets.
    pub const fn or(self, other: Topics) -> Topics {
        Topics(self.0 | other.0)
    }

    /// Whether one of these is spoken of.
    pub fn has(self, any: Topics) -> bool {
        self.0 & any.0 != 0
    }

    /// Without these.
    pub fn without(self, other: Topics) -> Topics {
        Topics(self.0 & !other.0)
    }
}

/// What the name of a column speaks of: its end tells more than the end of a phrase does.
pub(super) fn label_topics(label: &str) -> Topics {
    let known = topics(label);
    let bracket = label.strip_suffix([')', '）']).and_then(|label| Some(label.rsplit_once(['(', '（'])?.1));
    let is_quantity = bracket.is_some_and(|unit| unit.ends_with(UNIT_ENDS) || unit.starts_with(['m', 'k']));
    let is_place = !known.has(Topics::HOME) && label.contains(PLACE_LABELS);
    let is_serial = !known.has(Topics::PERSONAL) && (label.ends_with(SERIAL_ENDS) || label.ends_with("号码"));
    [(is_quantity, Topics::AMOUNT), (is_place, Topics::PLACE), (is_serial, Topics::SERIAL)]
        .into_iter()
        .filter(|(is_so, _)| *is_so)
        .fold(known, |topics, (_, topic)| topics.or(topic))
}

/// What the words right before a number speak of.
pub(super) fn phrase_topics(phrase: &str) -> Topics {
    let known = topics(phrase);
    let phrase = phrase.trim_end_matches(['(', '（', '第']);
    let is_serial = phrase.ends_with(SERIAL_ENDS) && !phrase.ends_with("名单");
    if !known.has(Topics::PERSONAL) && is_serial { known.or(Topics::SERIAL) } else { known }
}

/// What a text in lower case speaks of.
pub(super) fn topics(text: &str) -> Topics {
    // Most words are passed by because one of their first two characters is not in the text at all.
    let bit = |char: char| 1u64 << (u32::from(char) % 64);
    let has = text.chars().fold(0, |bits, char| bits | bit(char));
    let may_hold = |word: &str| word.chars().take(2).all(|char| has & bit(char) != 0);
    WORDS
        .iter()
        .filter(|(words, _)| words.split(' ').any(|word| may_hold(word) && text.contains(word)))
        .fold(Topics::NONE, |topics, (_, topic)| topics.or(*topic))
}

const WORDS: &[(&str, Topics)] = &[
    (
        "身份证 身份号 证件 社会保障号 社保号 残疾证 残疾人证 居民证 医保 学籍 驾驶证 驾照 公民身份 idcard",
        Topics::ID,
    ),
    ("电话 联系 传呼 通讯方式 微信 tel phone", Topics::PHONE),
    ("手机 移动电话 本人电话 家长电话 户主电话 mobile", Topics::PHONE.or(Topics::MOBILE)),
    ("办公 值班 咨询 监督 举报 投诉 热线 服务电话 公开电话 传真 报名", Topics::OFFICE),
    ("卡号 银行卡 一卡通 一折通 存折 储蓄卡 借记卡 信用卡", Topics::CARD),
    ("账号 帐号 账户 帐户 卡 银行 农商 信用社 建行 农行 工行 中行 邮储", Topics::ACCOUNT),
    ("对公 专户 财政 国库 保证金 收款单位 基本户 单位账", Topics::PUBLIC),
    ("护照 通行证 回乡证 台胞证 旅行证 passport", Topics::PASSPORT),
    ("车牌 号牌 车号 车辆 驾驶 汽车 轿车 货车", Topics::PLATE),
    ("住址 家住 现住 居住 租住 户籍 户口 家庭地址", Topics::HOME),
    (
        "办公 单位 企业 校址 地点 经营 营业 场所 生产 注册 通讯地址 建设 施工 工程 项目 采样 公示 位于",
        Topics::PLACE,
    ),
    (
        "机关 公司 学校 小学 中学 机构 窗口 大厅 医院 诊所 药店 超市 卫生室 卫生站 服务站 门店 大厦 大楼 写字楼 广场 政务 中心 \
         村部 村委 居委会 水井 检测",
        Topics::PLACE.or(Topics::SITE),
    ),
    (
        "编号 序号 索引 引号 文号 订单 单号 流水 受理号 备案号 登记号 注册号 证号 批号 型号 序列 条码 条形码 代码 编码 标识码 校验码 \
         发票 合同号 案号 许可证 执照 标签 指标 群号 isbn 批准 icp 网址",
        Topics::SERIAL,
    ),
    ("金额 (元 （元 预算 决算 合计 收入 支出 面积 系数 时间 经度 纬度 坐标 数量 人数", Topics::AMOUNT),
];

/// What an account's holder is called.
pub(super) const HOLDERS: &[&str] = &["户名", "账户名称", "帐户名称", "收款人"];

/// Units that make a number a quantity.
pub(super) const UNITS: &[char] =
    &['元', '立', '万', '亿', '亩', '吨', '户', '平', '㎡', '%', '％', '千', '公', '米', '件'];

/// Last characters of what numbers are called that are nobody's.
const SERIAL_ENDS: &[char] = &['号', '单', '件'];
/// Last characters of units in the name of a column, as in 库容（立方米）.
const UNIT_ENDS: &[char] = &['元', '米', '吨', '亩', '户', '人', '个', '件', '%', '㎡', '²', '³'];
/// Characters of columns that name places where nobody lives.
const PLACE_LABELS: &[char] = &['店', '站', '点', '厂', '馆', '局', '院', '场', '园'];

/// First characters of number plates.
pub(super) const PLATE_PROVINCES: &str = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
/// Last characters of the plates of trailers, driving schools, police and border traffic.
pub(super) const PLATE_ENDS: &[char] = &['挂', '学', '警', '港', '澳', '领'];

/// Mailboxes for everybody; a domain counts with those below it.
pub(super) const MAIL_PROVIDERS: &[&str] = &[
    "qq.com",
    "foxmail.com",
    "163.com",
    "126.com",
    "yeah.net",
    "188.com",
    "sina.com",
    "sina.cn",
    "sina.com.cn",
    "sohu.com",
    "139.com",
    "189.cn",
    "wo.cn",
    "21cn.com",
    "tom.com",
    "aliyun.com",
    "gmail.com",
    "outlook.com",
    "hotmail.com",
    "live.com",
    "live.cn",
    "msn.com",
    "yahoo.com",
    "yahoo.com.cn",
    "yahoo.cn",
    "icloud.com",
    "me.com",
];

/// Numerals in addresses.
pub(super) const NUMERALS: &str = "一二三四五六七八九十百零〇";
/// Characters that end the name of a place below a township.
pub(super) const PLACE_ENDS: &str = "村组路街巷弄苑园屯寨号栋幢室";
/// Those that end the name of a village.
pub(super) const VILLAGE_ENDS: &str = "村组屯寨";
