//! A form of a CMS that knows nothing of guidelines, with `<gongkai-check>` beside it.

/// The note beside the field after which it stands.
#[must_use]
pub fn note(field: &str) -> String {
    format!("{field} + gongkai-note >>> .issues")
}

/// `<gongkai-check>` for the list of schools.
#[must_use]
pub fn school_check(attributes: &str) -> String {
    format!(
        r#"<gongkai-check pack="/widgets/packs/24-compulsory-education.json" item="yi-wu-jiao-yu-xue-xiao-ming-lu"
today="2026-09-01" publisher="武陵区教育局" region="430703" {attributes}></gongkai-check>"#
    )
}

/// The fields of a school as an old CMS has them: names and values of its own.
pub const SCHOOL_FIELDS: &str = r#"
<p><label for="mc">名称</label> <input id="mc" name="title" data-gongkai-element="xue_xiao_ming_cheng"></p>
<p><label>地址 <input id="dz" name="address" aria-describedby="dz-help" data-gongkai-element="xue_xiao_di_zhi"></label>
<span id="dz-help">到门牌号</span></p>
<fieldset><legend>层次</legend>
<label><input type="checkbox" id="cc1" name="levels" value="1" data-gongkai-element="ban_xue_ceng_ci"> 小学</label>
<label><input type="checkbox" id="cc2" name="levels" value="2"> 初中</label></fieldset>
<p><label for="lx">类型</label> <select id="lx" name="type" data-gongkai-element="ban_xue_lei_xing">
<option value="">请选择</option><option value="a1">小学</option><option value="a3">初级中学</option></select></p>
<p><label for="dh">电话</label> <input id="dh" name="phone" data-gongkai-element="ban_gong_dian_hua"></p>
<p><label for="rq">日期</label> <input id="rq" name="date" data-gongkai-element="/formed_on"></p>
<fieldset><legend>渠道</legend>
<label><input type="checkbox" id="qd1" name="channels" value="9" data-gongkai-element="/channels"> 政府网站</label>
</fieldset>
<p><button id="draft" formnovalidate>保存草稿</button> <button id="publish">发布</button></p>"#;

/// The form of a school with the element in it.
#[must_use]
pub fn school_form(attributes: &str) -> String {
    format!(
        r#"<form id="cms" method="post" action="/posted">{}{SCHOOL_FIELDS}</form>"#,
        school_check(attributes)
    )
}
