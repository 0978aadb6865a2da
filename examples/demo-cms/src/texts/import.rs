//! The words of the pages that import official tables.

use gongkai_core::diff::{Aspect, ElementOutcome};
use gongkai_core::import::report::Field;
use gongkai_core::text::Lang;

texts! {
    lead: "把国家或本地的基层政务公开标准目录（Word、Excel、网页表格或 CSV）变成本站的栏目和表单。读不懂的地方由人确认，不会猜测。", "Turn a national or local table of disclosure items (Word, Excel, web table or CSV) into menu entries and forms of this site. What cannot be read is left to you, never guessed.";
    upload_title: "上传标准目录", "Upload an official table";
    new_import: "上传文件", "Upload a file";
    file: "文件", "File";
    file_hint: "DOCX、XLSX、XLS、HTML 或 CSV，最大 16 MB。文件内容只用于读取表格。", "DOCX, XLSX, XLS, HTML or CSV, up to 16 MB.";
    read: "读取文件", "Read the file";
    not_read: "文件未能读取", "The file was not read";
    file_missing: "请选择文件", "choose a file";
    file_too_long: "文件超过 16 MB，请拆分或删减后再试", "the file is longer than 16 MB; split or shorten it";
    other_file: "可以换一个文件再试。", "You can try with another file.";
    imports: "导入记录", "Imports";
    no_imports: "还没有导入过文件。", "Nothing has been imported yet.";
    state_open: "待核对", "open";
    state_accepted: "已采用", "accepted";
    state_discarded: "已放弃", "discarded";
    local_packs: "本地目录", "Local tables";
    no_local_packs: "目前全部使用随附的标准指引。", "All domains follow the guidelines that come with the site.";
    replaces_shipped: "替代随附的标准指引", "in place of the guideline that comes with the site";
    own_domain: "本地新增领域", "a domain of its own";
    unusable: "未能加载，请查看日志", "could not be loaded; see the log";
    remove: "移除", "Remove";
    remove_question: "移除这份本地目录吗？", "Remove this local table?";
    remove_back: "移除后恢复随附的标准指引。已录入的内容全部保留，仍可查看。", "The guideline that comes with the site takes its place again. All entries are kept and stay readable.";
    remove_gone: "移除后菜单中不再有这个领域。已录入的内容全部保留，仍可查看。", "The menu then no longer has this domain. All entries are kept and stay readable.";
    discard: "放弃这次导入", "Discard this import";
    discard_question: "放弃这次导入吗？", "Discard this import?";
    discard_consequence: "已作的更正不能再用。已采用的目录不受影响。", "The corrections can no longer be used. What was accepted stays as it is.";
    digest: "SHA-256", "SHA-256";
    domains: "读到的领域", "Domains found";
    unnamed_domain: "（文件未写明领域）", "(the document names no domain)";
    about_document: "关于整份文件", "About the whole document";
    about_table: "关于整张表", "About the whole table";
    review: "核对", "Review";
    items: "事项", "items";
    understood: "读懂的栏", "fields understood";
    assumed: "推定的栏", "fields assumed";
    open: "待确认", "to be decided";
    decided: "已确认的栏", "fields decided";
    questions: "待确认的问题", "Questions";
    no_questions: "没有待确认的问题。", "There are no open questions.";
    assumptions: "推定", "Assumptions";
    assumptions_hint: "按一般规律补上或整理的内容，请抽查。", "Filled in or tidied by rule; look some of them over.";
    rows: "逐行核对", "Row by row";
    only_questions: "只看有问题的行", "Only rows with questions";
    all_rows: "查看全部行", "All rows";
    correct: "更正", "Correct";
    answer: "确认", "Decide";
    printed: "原文", "Printed";
    read_as: "读作", "Read as";
    nothing_printed: "（表中无此内容）", "(not in the table)";
    nothing: "（空）", "(empty)";
    certain_understood: "读懂", "understood";
    certain_assumed: "推定", "assumed";
    certain_open: "待确认", "to be decided";
    certain_decided: "已由人确认", "decided by a person";
    row_left_out: "不采用", "left out";
    to_accept: "下一步：采用", "Next: accept";
    accepted_as: "已采用：", "Accepted as ";
    errors: "未能保存", "Not saved";
    confirm: "按此内容确认", "This is right as it stands";
    undo: "恢复为读取结果", "Back to what was read";
    one_per_line: "每行一项", "One per line";
    other_channels: "其他渠道，每行一项", "Other channels, one per line";
    everybody: "全社会", "Everybody";
    group: "特定群体", "A named group";
    group_hint: "写明是谁；没有则留空", "Say who they are; leave it empty when there is none";
    levels_hint: "每行一个层级，例如：县级", "One level per line, such as 县级";
    whole_row: "整行", "The row as a whole";
    seen: "我已核对这一行", "I have looked at this row";
    leave_out: "这一行不采用", "Leave this row out";
    save: "保存", "Save";
    save_next: "保存并看下一个问题", "Save and go to the next question";
    previous_row: "上一行", "Previous row";
    next_row: "下一行", "Next row";
    back_to_rows: "返回核对页", "Back to the review";
    name_needed: "一级事项和二级事项至少填写一个", "enter a first-level heading or an item, or both";
    subject_needed: "请填写公开主体；确实没有的，可以不采用这一行", "enter the publisher; where there is none, leave the row out";
    too_long: "内容过长", "this is too long";
    closed: "这次导入已经采用或放弃，不能再更正。您填写的内容仍在下面。", "This import has been accepted or discarded meanwhile and can no longer be corrected. What you typed is kept below.";
    accept_title: "采用为本地目录", "Accept as a local table";
    head: "领域信息", "The domain";
    head_name: "领域名称", "Name of the domain";
    head_code: "代码", "Code";
    head_code_hint: "两位数字。随附领域用 01 至 26；本地新增领域从 90 起。", "Two digits. The domains that come with the site have 01 to 26; new ones begin at 90.";
    head_slug: "地址名称", "Name in addresses";
    head_slug_hint: "小写拉丁字母、数字和连字符", "Lower-case Latin letters, digits and hyphens";
    head_edition: "版本", "Edition";
    head_issuer: "发布机关", "Issued by";
    save_head: "保存领域信息", "Save these details";
    needed: "请填写", "enter this";
    code_malformed: "代码应为两位数字", "the code has two digits";
    slug_malformed: "只能用小写拉丁字母、数字和连字符", "only lower-case Latin letters, digits and hyphens";
    edition_taken: "这个领域已有同名版本，请换一个", "the domain already has an edition of this name; choose another";
    comparison: "与现行目录相比", "Beside the table in force";
    no_comparison: "这是新领域，没有可比较的目录。", "This is a new domain; there is nothing to compare it with.";
    kept: "不变", "kept";
    new: "新增", "new";
    changed: "有变化", "changed";
    gone: "不再有", "gone";
    gone_hint: "不再有的事项从菜单中消失；已录入的内容保留，仍可查看。", "Items that are gone leave the menu; what was entered under them is kept and stays readable.";
    similar: "按相似程度对应，请核对", "matched by likeness; please check";
    findings: "对目录的检查", "Check of the table";
    no_findings: "没有错误。", "There are no errors.";
    open_rows: "有待确认问题的行", "Rows with open questions";
    open_rows_hint: "请逐行确认，或者勾选后不采用。", "Decide them row by row, or tick those that are to be left out.";
    leave_all_out: "全部不采用", "Leave them all out";
    leave_this_out: "不采用", "Leave out";
    acknowledge: "我已核对以上关于整份文件、整张表的说明和检查结果", "I have read what is said above about the document and the table, and the findings of the check";
    acknowledge_needed: "请先核对关于整份文件、整张表的说明和检查结果，并勾选确认", "read what is said about the document and the table and the findings, and tick that you have";
    accept: "采用", "Accept";
    accept_consequence: "采用后，表单和菜单立即按新目录工作，无需重新构建。", "Forms and menu follow the new table at once; nothing has to be built.";
    not_accepted: "未采用", "Not accepted";
    still_open: "还有待确认的问题，请逐行确认或勾选不采用", "there are open questions: decide them, or tick the rows that are to be left out";
    head_wrong: "请先更正领域信息", "correct the details of the domain first";
    not_compilable: "目录还不能用，请先处理检查结果中的错误", "the table cannot be used yet; mend the errors that the check found";
    no_rows_left: "没有可采用的行", "no rows are left to be accepted";
    stale: "这次导入刚刚被修改，尚未采用。请核对后再确认。", "The import was changed a moment ago. Nothing has been accepted yet; look at it and confirm again.";
}

sentences! {
    uploaded(name: &str, time: &str): "{name}于{time}上传", "uploaded by {name}, {time}";
    accepted_by(name: &str, time: &str): "{name}于{time}采用", "accepted by {name}, {time}";
    size(domains: u32, items: u32): "{domains}个领域，{items}个事项", "domains: {domains}, items: {items}";
    accepted_of(accepted: u32, domains: u32): "已采用{accepted}个，共{domains}个", "{accepted} of {domains} accepted";
    rows_alike(count: usize): "{count}行相同", "in {count} rows";
    open_count(count: usize): "待确认{count}处", "to be decided: {count}";
    row_number(number: &str): "序号{number}", "No. {number}";
    correct_row(name: &str): "更正：{name}", "Correct: {name}";
    apply_same(count: usize): "同时用于原文相同的另外{count}行", "Apply to the {count} other rows with the same printed text";
    edition_of(edition: &str): "版本：{edition}", "edition {edition}";
    code_taken(code: &str, name: &str): "代码{code}属于“{name}”；沿用该领域时，名称和地址名称须与其一致", "the code {code} belongs to {name}; to replace that domain, use its name and its name in addresses";
    slug_taken(slug: &str, name: &str): "“{slug}”是“{name}”的地址名称", "{slug} is the name of {name} in addresses";
    will_replace(name: &str, edition: &str): "将替代“{name}”现行目录（版本{edition}）。", "Replaces the table of {name} in force (edition {edition}).";
    rows_taken(rows: usize, left_out: usize): "采用{rows}行，不采用{left_out}行。", "Rows accepted: {rows}, left out: {left_out}.";
    warning_count(count: usize): "另有{count}项提醒", "{count} warnings besides";
    entries_kept(count: u32): "已有{count}条内容，保留", "{count} entries, kept";
    more(count: usize): "另有{count}项未列出", "{count} more are not listed";
}

/// The texts of a language.
pub(crate) fn of(lang: Lang) -> &'static Texts {
    match lang {
        Lang::Zh => &ZH,
        Lang::En => &EN,
    }
}

/// What a field of an item is called.
pub(crate) fn field(field: Field, lang: Lang) -> &'static str {
    match (field, lang) {
        (field, Lang::Zh) => field.heading().0,
        (Field::Row, Lang::En) => "Number",
        (Field::Level1, Lang::En) => "First level",
        (Field::Level2, Lang::En) => "Item",
        (Field::Elements, Lang::En) => "Elements",
        (Field::Basis, Lang::En) => "Legal basis",
        (Field::TimeLimit, Lang::En) => "Time limit",
        (Field::Subject, Lang::En) => "Publisher",
        (Field::Channels, Lang::En) => "Channels",
        (Field::Audience, Lang::En) => "Audience",
        (Field::Method, Lang::En) => "Way of disclosure",
        (Field::Levels, Lang::En) => "Levels of government",
        (other, Lang::En) => other.heading().1,
    }
}

/// What of an item differs between two editions.
pub(crate) fn aspect(aspect: Aspect, lang: Lang) -> &'static str {
    let (zh, en) = match aspect {
        Aspect::Name => ("名称", "name"),
        Aspect::Category => ("一级事项", "first level"),
        Aspect::Position => ("次序", "place"),
        Aspect::Kind => ("事项类型", "kind of item"),
        Aspect::RequiredElements => ("必填要素数", "required elements"),
        Aspect::TimeLimit => ("公开时限", "time limit"),
        Aspect::Publisher => ("公开主体", "publisher"),
        Aspect::Audience => ("公开对象", "audience"),
        Aspect::Method => ("公开方式", "way of disclosure"),
        Aspect::Level => ("公开层级", "level"),
        Aspect::Channel => ("公开渠道", "channel"),
        Aspect::Basis => ("公开依据", "legal basis"),
        _ => ("其他", "other"),
    };
    pick(zh, en, lang)
}

/// What became of an element.
pub(crate) fn element(outcome: ElementOutcome, lang: Lang) -> &'static str {
    let (zh, en) = match outcome {
        ElementOutcome::Added => ("新增要素", "new element"),
        ElementOutcome::Removed => ("减少要素", "element gone"),
        ElementOutcome::Renamed => ("要素改名", "element renamed"),
        _ => ("要素有变化", "element changed"),
    };
    pick(zh, en, lang)
}

fn pick(zh: &'static str, en: &'static str, lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}
