//! The made-up county: its names and its departments.

use gongkai_core::Pack;

/// Name of the site, as search engines of government sites want it.
pub(crate) const SITE_NAME: &str = "示例县人民政府";
/// Name of the column.
pub(crate) const COLUMN_NAME: &str = "基层政务公开";

/// Departments by code of the domain.
const DEPARTMENTS: &[(&str, &str)] = &[
    ("01", "示例县自然资源局"),
    ("02", "示例县发展和改革局"),
    ("03", "示例县公共资源交易中心"),
    ("04", "示例县财政局"),
    ("05", "示例县应急管理局"),
    ("06", "示例县税务局"),
    ("07", "示例县自然资源局"),
    ("08", "示例县住房和城乡建设局"),
    ("09", "示例县住房和城乡建设局"),
    ("10", "示例县住房和城乡建设局"),
    ("11", "示例县生态环境局"),
    ("12", "示例县文化和旅游局"),
    ("13", "示例县司法局"),
    ("14", "示例县农业农村局"),
    ("15", "示例县应急管理局"),
    ("16", "示例县市场监督管理局"),
    ("17", "示例县城市管理和综合执法局"),
    ("18", "示例县人力资源和社会保障局"),
    ("19", "示例县人力资源和社会保障局"),
    ("20", "示例县民政局"),
    ("21", "示例县民政局"),
    ("22", "示例县公安局"),
    ("23", "示例县农业农村局"),
    ("24", "示例县教育局"),
    ("25", "示例县卫生健康局"),
    ("26", "示例县住房和城乡建设局"),
];

/// The department that publishes what belongs to a domain.
pub(crate) fn department(pack: &Pack) -> &'static str {
    DEPARTMENTS.iter().find(|(code, _)| *code == pack.code).map_or("示例县人民政府办公室", |(_, name)| name)
}
