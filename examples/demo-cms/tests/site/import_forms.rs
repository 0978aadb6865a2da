//! Tables to import, and the forms on the way posted as a browser would post them.

use axum::http::StatusCode;

use crate::harness::{Answer, Site};

/// A small table in the official form: two rows with a masked publisher, a third in order.
pub const TABLE: &str = "\
示例养老领域基层政务公开标准目录,,,,,,,,,,,\n\
序号,公开事项,,公开内容（要素）,公开依据,公开时限,公开主体,公开渠道和载体,公开对象,公开方式,公开层级\n\
,一级事项,二级事项,,,,,,,,\n\
1,机构信息,养老机构名录,机构名称；地址；联系电话,《养老机构管理办法》,信息形成或者变更之日起20个工作日内,**区民政局,■政府网站 ■政务服务中心,全社会,主动,县级\n\
2,机构信息,养老机构评估结果,评估结果；评估时间,《养老机构管理办法》,信息形成或者变更之日起20个工作日内,**区民政局,■政府网站,全社会,主动,县级\n\
3,政策文件,养老服务政策,文件名称；文号,《老年人权益保障法》,信息形成或者变更之日起20个工作日内,示例县民政局,■政府网站,全社会,主动,县级\n";

/// The shipped table of schools with one item less, another element in one, and another time limit in all.
pub fn schools_again() -> String {
    let mut table = String::from(
        "义务教育领域基层政务公开标准目录,,,,,,,,,,\n\
         序号,一级事项,二级事项,公开内容（要素）,公开依据,公开时限,公开主体,公开渠道和载体,公开对象,公开方式,公开层级\n",
    );
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let pack = gongkai::pack("24").expect("the domain is shipped");
    let kept = pack.items().filter(|item| item.id != "yi-wu-jiao-yu-xue-xiao-ming-lu");
    for (index, item) in kept.enumerate() {
        let elements: Vec<&str> = match item.id.as_str() {
            "zhao-sheng-ji-hua" => vec!["招生总人数"],
            _ => item.fields.iter().map(|field| field.name.as_str()).collect(),
        };
        let channels: Vec<String> =
            item.channels.iter().map(|channel| format!("■{}", channel.name)).collect();
        let cells = [
            (index + 1).to_string(),
            quoted(&item.category),
            quoted(&item.name),
            quoted(&elements.join("；\n")),
            quoted(&item.basis.join("\n")),
            "信息形成或者变更之日起7个工作日内".to_owned(),
            "示例县教育局".to_owned(),
            quoted(&channels.join("\n")),
            "全社会".to_owned(),
            "主动".to_owned(),
            "县级".to_owned(),
        ];
        table.push_str(&cells.join(","));
        table.push('\n');
    }
    table
}

pub async fn upload(site: &mut Site, name: &str, bytes: &[u8]) -> Answer {
    let csrf = site.get("/admin/imports/new").await.hidden("csrf");
    site.upload("/admin/imports/new", &csrf, name, bytes).await
}

/// Uploads a table that is understood and gives the address of the import.
pub async fn imported(site: &mut Site, name: &str, text: &str) -> String {
    let answer = upload(site, name, text.as_bytes()).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    answer.location().to_owned()
}

/// Posts the form at `page` with these fields besides its hidden ones.
pub async fn post_form(site: &mut Site, page: &str, to: &str, fields: &[(&str, &str)]) -> Answer {
    let form = site.get(page).await;
    assert_eq!(form.status, StatusCode::OK, "{page}: {}", form.body);
    let csrf = form.hidden("csrf");
    let version = if form.has("name=\"version\"") { form.hidden("version") } else { String::new() };
    let fields = [&[("csrf", csrf.as_str()), ("version", version.as_str())], fields].concat();
    site.post(to, &fields).await
}

/// The address of the page that asks before the only local pack is removed.
pub async fn removal(site: &mut Site) -> String {
    let list = site.get("/admin/imports").await;
    let rest = list.body.split("href=\"/admin/packs/").nth(1).expect("the list leads to the page");
    format!("/admin/packs/{}", rest.split('"').next().unwrap_or_default())
}

/// The fields of the form of a row as a browser would post them untouched.
pub fn fields_of(form: &Answer) -> Vec<(String, String)> {
    let unescape = |text: &str| {
        text.replace("&#34;", "\"")
            .replace("&#60;", "<")
            .replace("&#62;", ">")
            .replace("&#39;", "'")
            .replace("&#38;", "&")
    };
    let start = form.body.find("import-form").expect("the page has the form");
    let form = &form.body[start..];
    let mut fields = Vec::new();
    let attribute = |tag: &str, name: &str| {
        let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
        Some(unescape(rest.split('"').next()?))
    };
    for tag in form.split("<input ").skip(1) {
        let tag = format!(" {}", tag.split('>').next().unwrap_or_default());
        let is_box = tag.contains("type=\"checkbox\"");
        if is_box && !tag.ends_with(" checked") {
            continue;
        }
        if let Some(name) = attribute(&tag, "name").filter(|name| name != "csrf") {
            fields.push((name, attribute(&tag, "value").unwrap_or_default()));
        }
    }
    for area in form.split("<textarea ").skip(1) {
        let (tag, rest) = area.split_once('>').expect("tags end");
        let text = rest.split("</textarea>").next().unwrap_or_default();
        let name = attribute(&format!(" {tag}"), "name").expect("areas have names");
        fields.push((name, unescape(text.strip_prefix('\n').unwrap_or(text)).replace('\n', "\r\n")));
    }
    fields
}

/// Posts the form of a row with some fields in place of what stands there.
pub async fn post_row(site: &mut Site, page: &str, changes: &[(&str, &str)]) -> Answer {
    let form = site.get(page).await;
    let csrf = form.hidden("csrf");
    let mut fields = fields_of(&form);
    fields.retain(|(name, _)| name != "version" && changes.iter().all(|(changed, _)| changed != name));
    let mut fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    fields.push(("csrf", &csrf));
    fields.extend_from_slice(changes);
    site.post(page, &fields).await
}
