//! The help texts in Chinese; the English ones stand beside the arguments themselves.

/// Texts by command and argument; `check …` is the longer text of `check`.
pub(super) const TEXTS: &[(&str, &str)] = &[
    ("", "基层政务公开标准指引：查领域和事项，检查内容，生成目录和填报模板，检查和比较指引"),
    (
        " …",
        "基层政务公开标准指引：查领域和事项，检查内容，生成目录和填报模板，检查和比较指引\n\n\
         退出码 0：没有错误；1：有错误；2：命令有误或内容无法读取",
    ),
    ("json", "输出 JSON，不输出表格"),
    ("lang", "表格和提示的语言，未指定时按环境变量 LANG，否则为中文"),
    ("quiet", "不显示进度和说明"),
    ("domains", "列出领域"),
    ("items", "列出一个领域或全部领域的二级事项"),
    (
        "items domain",
        "代码（24）、英文名（compulsory-education）、编号（24-compulsory-education）或名称（义务教育）",
    ),
    ("schema", "输出事项内容的 JSON Schema"),
    ("schema item", "领域和事项，如 24/yi-wu-jiao-yu-xue-xiao-ming-lu 或 义务教育/义务教育学校名录"),
    ("form", "输出事项的表单模型，或 HTML 表单"),
    ("form item", "领域和事项"),
    ("form html", "输出 HTML 表单：放在网站自己的表单里、<gongkai-form> 标签之间，不用脚本也能提交"),
    ("form entry", "填入的内容，JSON 文件，默认为新的内容"),
    (
        "form posted",
        "浏览器从这种表单提交的数据（application/x-www-form-urlencoded），- 为标准输入：输出为内容，加 --html 时输出带着这些数据的表单",
    ),
    ("form issues", "显示全部问题，与尝试发布之后相同"),
    ("form today", "以哪一天为今天，写作 年-月-日（2026-09-01），默认为当天"),
    ("read", "输出公众看到的内容：数据（gongkai-reading/1）或 HTML 片段"),
    ("read file", "内容，JSON 文件，- 为标准输入"),
    ("read item", "领域和事项，默认为内容写明的事项"),
    ("read html", "输出 HTML 片段，供网站放入页面"),
    ("example", "输出事项的一条合格示例"),
    ("example item", "领域和事项"),
    ("example today", "以哪一天为今天，写作 年-月-日（2026-09-01），默认为当天"),
    ("check", "检查内容：JSON、每行一条的 NDJSON，或表格（CSV、XLSX）"),
    (
        "check …",
        "检查内容：JSON、每行一条的 NDJSON，或表格（CSV、XLSX）\n\n\
         退出码 0：没有达到 --fail-on 程度的问题；1：有这样的问题；2：命令有误，或有内容无法读取",
    ),
    ("check files", "要读的文件，- 为标准输入"),
    ("check item", "全部按这一事项检查，表格必须指定（模板除外）；未指定时以内容或模板写明的事项为准"),
    ("check format", "内容的写法，未指定时按文件名，再按开头判断"),
    ("check stage", "宽严：draft 为草稿，publish 为发布"),
    ("check today", "以哪一天为今天，写作 年-月-日（2026-09-01），默认为当天"),
    ("check local", "本地参数（gongkai-local/1），JSON 或 TOML"),
    ("check summary", "最后按规则和事项统计问题"),
    ("check against", "内容的旧版本：统计未变、有变、新增和减少的条数"),
    ("check fail_on", "达到什么程度的问题使退出码为 1：error 错误，warning 警告，advice 提示"),
    ("due", "从某日起计算公开时限，并说明算法"),
    ("due from", "起算日，写作 年-月-日（2026-09-01），当日不计入"),
    ("due limit", "公开时限原文，如 信息形成或者变更之日起20个工作日内"),
    ("due item", "计算哪个事项的公开时限"),
    ("lint", "指出指引中的错误和疑点"),
    ("lint packs", "指引：领域（24、义务教育等）、guideline.toml 文件或其文件夹，默认为全部自带指引"),
    ("lint lexicon", "编译用的词表，默认为自带词表"),
    ("lint lock", "编号锁定文件，自带指引默认用自带的"),
    ("lint today", "以哪一天为今天，写作 年-月-日（2026-09-01），默认为当天"),
    ("diff", "说明两个指引之间事项的变化；退出码 0：相同；1：不同"),
    ("diff old", "旧指引：领域、guideline.toml 文件或其文件夹"),
    ("diff new", "新指引"),
    ("import", "从 Word、Excel、网页和 CSV 读取标准目录，生成指引草稿"),
    (
        "import …",
        "从 Word、Excel、网页和 CSV 读取标准目录，生成指引草稿\n\n\
         退出码 0：已读懂；1：文件被拒绝，或指定 --strict 而有未读懂之处；2：命令有误，或文件无法读取",
    ),
    ("import files", "要读的文件（.docx、.doc、.xlsx、.xls、.html、.csv），- 为标准输入"),
    ("import output", "草稿和报告写入的文件夹，未指定时不写入"),
    ("import strict", "有任何未读懂之处时退出码为 1"),
    ("import onto", "以哪个现有指引为基础，保留其编号和设定"),
    ("import edition", "草稿的版本，默认为 local- 加文件 SHA-256 的开头"),
    ("import issuer", "目录的制发机关，默认为自带指引的机关"),
    ("privacy", "在文本、CSV 或 JSON 中查找个人信息；只显示脱敏后的值"),
    ("privacy files", "要读的文件，- 为标准输入"),
    ("privacy kinds", "只查找这一类，可多次指定；默认查找全部"),
    ("privacy format", "文件的写法，未指定时按文件名（.csv、.tsv、.json、.ndjson、.jsonl），否则为文本"),
    ("export", "输出指引的公开标准目录：Excel、Word、网页、CSV 或 Markdown"),
    (
        "export …",
        "输出指引的公开标准目录：Excel、Word、网页、CSV 或 Markdown\n\n\
         目录没有相应栏目的内容不在其中：编号、要素的类型等设定、来源",
    ),
    ("export domain", "指引：领域（24、义务教育等）、guideline.toml 文件或其文件夹"),
    ("export to", "要写的文件，- 为标准输出"),
    ("export format", "表格的格式，未指定时按文件名的结尾"),
    ("export date", "文档属性中的日期，写作 年-月-日（2026-09-01），默认为指引印发之日"),
    ("template", "输出批量填报用的 Excel 模板（WPS 也可用），填好后用 gongkai check 检查"),
    ("template item", "领域和事项"),
    ("template to", "要写的文件（.xlsx），- 为标准输出"),
    ("template rows", "预备多少行"),
    ("index", "为已公开内容的标题生成检索索引：任何服务器都能提供的文件，供 <gongkai-nav> 使用"),
    (
        "index …",
        "为已公开内容的标题生成检索索引：任何服务器都能提供的文件，供 <gongkai-nav> 使用\n\n\
         不收入非主动公开、已撤下和声明无此事项的内容；其余内容缺少标题、事项或编号时，退出码为 1",
    ),
    ("index files", "内容：JSON 或每行一条的 NDJSON，- 为标准输入"),
    ("index output", "索引写入的文件夹"),
    ("index id", "内容中用来组成网址的属性"),
    ("serve", "以 HTTP 提供服务，供用其他语言编写的网站系统调用"),
    (
        "serve …",
        "以 HTTP 提供服务，供用其他语言编写的网站系统调用\n\n\
         接口说明见 GET /openapi.json；收到 SIGTERM 或 Ctrl+C 后，答完未完的请求即停止",
    ),
    (
        "serve listen",
        "监听的地址，端口 0 为任一空闲端口；能访问此地址者都可调用，请只对本机或网站系统所在网络开放",
    ),
    ("serve dist", "组件文件夹，在 /dist/ 下提供；默认不提供"),
    ("serve local", "本地参数（gongkai-local/1），JSON 或 TOML"),
    ("serve max_body", "请求内容的上限，单位 MiB"),
    ("serve timeout", "一个请求最多处理多少秒"),
    ("serve concurrency", "同时处理多少个请求，超出的答 503"),
    ("serve grace", "要求停止后，未完的请求最多再等多少秒"),
    (
        "serve log",
        "每个请求在标准错误输出一行，不含请求涉及的任何内容：json 为 JSON，text 为文字，off 为不输出",
    ),
    ("completions", "输出命令行补全脚本"),
    ("completions shell", "哪种命令行"),
    ("man", "输出程序或其中一个命令的手册页（roff）"),
    ("man command", "哪个命令的手册页"),
];

/// What stands for a value.
const VALUE_NAMES: &[(&str, &str)] = &[
    ("DOMAIN/ITEM", "领域/事项"),
    ("DOMAIN", "领域"),
    ("FILE", "文件"),
    ("TODAY", "日期"),
    ("FROM", "日期"),
    ("LANG", "语言"),
    ("FORMAT", "写法"),
    ("STAGE", "宽严"),
    ("WEIGHT", "程度"),
    ("DATE", "日期"),
    ("N", "行数"),
    ("NAME", "属性名"),
    ("TEXT", "文字"),
    ("PACK", "指引"),
    ("DIR", "文件夹"),
    ("EDITION", "版本"),
    ("ISSUER", "机关"),
    ("OLD", "旧版"),
    ("NEW", "新版"),
    ("SHELL", "命令行"),
    ("COMMAND", "命令"),
    ("ADDRESS", "地址"),
    ("MIB", "MiB"),
    ("SECONDS", "秒"),
];

/// The text of a command (`check`) or an argument (`check files`).
pub(super) fn text(key: &str) -> Option<&'static str> {
    TEXTS.iter().find(|(known, _)| *known == key).map(|(_, text)| *text)
}

/// What stands for a value of this name.
pub(super) fn value_name(name: &str) -> Option<&'static str> {
    VALUE_NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, zh)| *zh)
}
