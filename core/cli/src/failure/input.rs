//! What to say about a file of entries that cannot be read.

use std::io;

use gongkai::input::InputFault;
use gongkai_core::text::Lang;

/// What to say about it.
pub fn sentence(fault: &InputFault, lang: Lang) -> String {
    match (fault, lang) {
        (InputFault::Unreadable(error), Lang::Zh) => format!("无法读取：{}", reason(error, lang)),
        (InputFault::Unreadable(error), Lang::En) => format!("cannot be read: {}", reason(error, lang)),
        (InputFault::NotUtf8 { line, column }, Lang::Zh) => {
            format!("第{line}行第{column}个字符起不是 UTF-8 编码，请另存为 UTF-8")
        }
        (InputFault::NotUtf8 { line, column }, Lang::En) => {
            format!("not UTF-8 at line {line} column {column}; save it as UTF-8")
        }
        (InputFault::NotJson { line, column, reason }, Lang::Zh) => {
            format!("不是有效的 JSON：第{line}行第{column}个字符处，{}", json_reason(reason))
        }
        (InputFault::NotJson { line, column, reason }, Lang::En) => {
            format!("not JSON: line {line} column {column}: {reason}")
        }
        (InputFault::TooLong { max_bytes }, Lang::Zh) => {
            format!("一条内容超过{}MB，不再读取", max_bytes >> 20)
        }
        (InputFault::TooLong { max_bytes }, Lang::En) => {
            format!("an entry is longer than {} MB; reading ends here", max_bytes >> 20)
        }
        (InputFault::ItemNeeded, Lang::Zh) => "表格没有写明是哪个事项，请用 --item 领域/事项 指定".to_owned(),
        (InputFault::ItemNeeded, Lang::En) => {
            "a table does not say which item it is of; name it with --item DOMAIN/ITEM".to_owned()
        }
        (InputFault::Table(fault), lang) => fault.told(lang),
        (InputFault::TemplateItemUnknown(address), Lang::Zh) => {
            format!("模板所填的事项“{address}”不存在，请用 --item 指定")
        }
        (InputFault::TemplateItemUnknown(address), Lang::En) => {
            format!("the template is for {address}, which does not exist; name the item with --item")
        }
        (other, _) => other.to_string(),
    }
}

/// Why a file cannot be read, without the number that systems give to it.
pub fn reason(error: &io::Error, lang: Lang) -> String {
    let (zh, en) = match error.kind() {
        io::ErrorKind::NotFound => ("文件不存在", "there is no such file"),
        io::ErrorKind::PermissionDenied => ("没有读取权限", "permission denied"),
        io::ErrorKind::IsADirectory => ("是文件夹，不是文件", "it is a folder"),
        _ => return error.to_string(),
    };
    match lang {
        Lang::Zh => zh.to_owned(),
        Lang::En => en.to_owned(),
    }
}

/// What a JSON reader says, in Chinese; rarer reasons stay as they are.
fn json_reason(reason: &str) -> String {
    let zh = match reason {
        "expected value" => "此处应为一个值",
        "expected `:`" => "此处应为冒号“:”",
        "expected `,` or `}`" => "此处应为逗号“,”或“}”",
        "expected `,` or `]`" => "此处应为逗号“,”或“]”",
        "expected ident" => "不是 true、false 或 null",
        "key must be a string" => "名称要用双引号括起来",
        "trailing comma" => "最后一项之后多了逗号",
        "trailing characters" => "内容之后还有多余的字符",
        "invalid escape" => "反斜杠“\\”之后的字符无效",
        "invalid number" => "数字写法无效",
        "number out of range" => "数字太大",
        "recursion limit exceeded" => "嵌套层数太多",
        "lone leading surrogate in hex escape" | "unexpected end of hex escape" => "“\\u”之后的编码无效",
        "control character (\\u0000-\\u001F) found while parsing a string" => {
            "文字中有换行等控制字符，应写作“\\n”等"
        }
        reason if reason.starts_with("EOF") => "内容没有写完",
        other => other,
    };
    zh.to_owned()
}
