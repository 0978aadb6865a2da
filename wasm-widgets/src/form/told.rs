//! Messages of the host on places of the entry, shown until the value there changes.

use gongkai_core::Severity;
use serde_json::Value;

use super::shown::Shown;

/// Reads `[{path, message, severity?}]`; what has no message is left out.
pub(super) fn read(json: &str) -> Vec<Shown> {
    let told: Value = serde_json::from_str(json).unwrap_or_default();
    told.as_array().into_iter().flatten().filter_map(message).collect()
}

fn message(told: &Value) -> Option<Shown> {
    let severity = match told["severity"].as_str() {
        Some("advice") => Severity::Advice,
        Some("warning") => Severity::Warning,
        _ => Severity::Error,
    };
    Some(Shown {
        path: told["path"].as_str().unwrap_or_default().to_owned(),
        severity,
        // In the summary; what the host says never keeps the form around from being submitted, since only the host can
        // tell whether it still holds.
        blocks: severity == Severity::Error,
        element: None,
        message: told["message"].as_str()?.to_owned(),
        hint: None,
        repair: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_are_the_default_and_alone_stand_in_the_summary() {
        let told = read(
            r#"[{"path": "/title", "message": "a"}, {"path": "/x", "message": "b", "severity": "warning"}, {"path": "/y"}, 7]"#,
        );
        let told: Vec<_> = told.iter().map(|one| (one.path.as_str(), one.blocks)).collect();
        assert_eq!(told, [("/title", true), ("/x", false)]);
        assert!(read("no JSON").is_empty() && read("null").is_empty());
    }
}
