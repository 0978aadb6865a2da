//! Help, complaints about calls, completions and manual pages, in both languages.

use assert_cmd::Command;

fn run(arguments: &[&str]) -> (Option<i32>, String, String) {
    let mut command = Command::cargo_bin("gongkai").expect("the program was built for this test");
    let output = command.args(arguments).env_remove("LANG").output().expect("the program runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

/// What a bad call says.
fn complaint(arguments: &[&str]) -> String {
    let (code, stdout, stderr) = run(arguments);
    assert_eq!((code, stdout.as_str()), (Some(2), ""), "{arguments:?}");
    stderr
}

const COMMANDS: &[&str] = &[
    "domains",
    "items",
    "schema",
    "form",
    "read",
    "example",
    "check",
    "due",
    "lint",
    "diff",
    "completions",
    "man",
];

#[test]
fn help_is_there_in_both_languages() {
    let english = [
        "Usage:",
        "Options:",
        "Commands:",
        "Arguments:",
        "Print help",
        "possible values",
        "default:",
        "[OPTIONS]",
    ];
    for command in COMMANDS {
        let (code, chinese, _) = run(&[command, "--help"]);
        assert_eq!(code, Some(0), "{command}");
        for word in english {
            assert!(!chinese.contains(word), "{command}: {word}: {chinese}");
        }
        assert!(chinese.contains("用法：gongkai "), "{command}");
        let (_, other, _) = run(&[command, "--help", "--lang", "en"]);
        assert!(other.contains("Usage: gongkai"), "{command}");
        assert!(!other.lines().next().unwrap_or_default().is_empty(), "{command}");
    }
    let (_, whole, _) = run(&["--help"]);
    for command in COMMANDS {
        assert!(whole.contains(&format!("\n  {command} ")), "{command}: {whole}");
    }
    for word in english {
        assert!(!whole.contains(word), "{word}: {whole}");
    }
    for lang in ["zh-CN", "en"] {
        assert_eq!(run(&["help", "--lang", lang]), run(&["--help", "--lang", lang]));
        assert_eq!(run(&["help", "check", "--lang", lang]), run(&["check", "--help", "--lang", lang]));
    }
    let (code, version, _) = run(&["--version"]);
    assert_eq!((code, version), (Some(0), format!("gongkai {}\n", env!("CARGO_PKG_VERSION"))));
}

#[test]
fn the_exit_codes_are_in_the_help() {
    for lang in ["zh-CN", "en"] {
        let (_, help, _) = run(&["check", "--help", "--lang", lang]);
        assert!(help.contains("--fail-on") && help.contains('0') && help.contains('2'), "{help}");
        assert!(help.contains("Exit code 0") || help.contains("退出码 0"), "{help}");
    }
}

#[test]
fn bad_calls_say_what_was_probably_meant() {
    for (arguments, zh, en) in [
        (&["chek"][..], "没有命令“chek”\n是否指：", "'check'"),
        (&["check", "--stge", "draft", "-"], "没有选项或参数“--stge”\n是否指：--stage", "'--stage'"),
        (
            &["check", "-", "--stage", "drft"],
            "--stage <宽严> 的值“drft”无效，可为 draft、publish\n是否指：draft",
            "'draft'",
        ),
        (&["check", "-", "--item"], "--item <领域/事项> 缺少值", "a value is required"),
        (&["check", "-", "--today", "2026-02-30"], "应为存在的日期", "expected YYYY-MM-DD"),
        (&["serve", "--listen", "localhost:0"], "应为 IP 地址和端口", "invalid socket address"),
        (&["serve", "--max-body", "0"], "的值“0”无效，应为 1 到 1024 的整数", "not in 1..=1024"),
        (&["serve", "--timeout", "long"], "应为整数", "invalid digit"),
        (&["privacy", "-", "--kind", "name"], "可为 ", "expected one of"),
        (&["check"], "缺少 <文件>", "<FILE>"),
        (&["due", "--from", "2026-01-01", "--limit", "a", "--item", "b"], "不能与", "cannot be used with"),
        (&["domains", "--json", "--json"], "只能写一次", "cannot be used multiple times"),
        (&["man", "chec"], "没有命令“chec”；是否指：check", "did you mean check?"),
        (&["completions", "bas"], "可为 bash、elvish、fish、powershell、zsh", "possible values: bash"),
    ] {
        let chinese = complaint(arguments);
        assert!(chinese.starts_with("gongkai: ") && chinese.contains(zh), "{arguments:?}: {chinese}");
        assert!(!chinese.contains("Usage") && !chinese.contains("error:"), "{chinese}");
        let english = complaint(&[arguments, &["--lang", "en"]].concat());
        assert!(english.contains(en), "{arguments:?}: {english}");
    }
    let (code, _, stderr) = run(&[]);
    assert_eq!(code, Some(2));
    assert!(stderr.contains("用法：gongkai"), "{stderr}");
}

#[test]
fn every_shell_gets_its_completions() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let (code, script, _) = run(&["completions", shell]);
        assert_eq!(code, Some(0), "{shell}");
        for word in ["check", "fail-on", "completions"] {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
}

#[test]
fn manual_pages_are_there_in_both_languages() {
    let (code, page, _) = run(&["man"]);
    assert_eq!(code, Some(0));
    assert!(page.contains(".TH gongkai 1") && page.contains("检查内容"), "{page}");
    let (_, page, _) = run(&["man", "check", "--lang", "en"]);
    assert!(page.contains(".TH gongkai-check 1") && page.contains("fail\\-on"), "{page}");
}
