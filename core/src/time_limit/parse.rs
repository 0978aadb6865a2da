//! Reads the plain wording: so many working days, from one event, and nothing else.

use super::{Clause, ClauseKind, Trigger};

/// Words for the information coming into being, as the tables print them.
const FORMATION: &[&str] = &["形成", "变更", "制作", "获取", "制定"];

pub(super) fn clauses(text: &str) -> Vec<Clause> {
    plain(text).into_iter().collect()
}

/// `自…之日起20个工作日内予以公开` and its variants; `None` when anything else stands in the text.
fn plain(text: &str) -> Option<Clause> {
    let text: String = text.chars().filter(|char| !char.is_whitespace()).collect();
    let text = text.trim_end_matches(['。', '；']);
    let (before, after) = text.split_once("个工作日")?;
    let digits_at = before
        .find(|char: char| char.is_ascii_digit())
        .filter(|at| before[*at..].chars().all(|char| char.is_ascii_digit()))?;
    let (event, digits) = before.split_at(digits_at);
    let working_days = digits.parse().ok().filter(|days| *days > 0)?;

    let rest = after.strip_prefix('内').unwrap_or(after);
    let rest = ["予以", "及时", "向社会"].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
    if !matches!(rest, "" | "公开" | "公布" | "公示") {
        return None;
    }
    Some(Clause { kind: ClauseKind::Within, working_days, trigger: trigger(event)? })
}

fn trigger(event: &str) -> Option<Trigger> {
    // Several parts, conditions or lists are more than the plain wording.
    if event.contains(['，', '；', '。', '：', ':', ';', ',']) {
        return None;
    }
    // 批后公布应在规划批准后…: what stands before 应在 names the publication, not the event.
    let event = event.split_once("应在").map_or(event, |(_, event)| event);
    let event = event.strip_prefix('自').unwrap_or(event);
    if event.is_empty() || FORMATION.iter().any(|word| event.contains(word)) {
        return Some(Trigger::FormedOrChanged);
    }
    // 公示期限不得少于… is the length of a notice, not a limit that counts from an event.
    let named = event
        .strip_suffix("之日起")
        .or_else(|| event.strip_suffix('起'))
        .or_else(|| event.strip_suffix('后'))?;
    Some(Trigger::Event(named.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn within(working_days: u32) -> Vec<Clause> {
        vec![Clause { kind: ClauseKind::Within, working_days, trigger: Trigger::FormedOrChanged }]
    }

    #[test]
    fn plain_wordings_are_read() {
        for text in [
            "信息形成或者变更之日起20个工作日内",
            "公开事项信息形成或变更之日起20个工作日内公开",
            "信息形成（变更）20个工作日内",
            "自该政府信息形成或者变更之日起20个工作日内及时公开",
            "自信息形成或者变更之日起20个工作日",
            "20个工作日",
            "信息形成或者变更之日起 20 个工作日内予以公开。",
        ] {
            assert_eq!(clauses(text), within(20), "{text}");
        }
        assert_eq!(
            clauses("收到征地批准文件之日起10个工作日内公开"),
            [Clause {
                kind: ClauseKind::Within,
                working_days: 10,
                trigger: Trigger::Event("收到征地批准文件".to_owned()),
            }]
        );
        assert_eq!(
            clauses("批后公布应在规划批准后20个工作日内向社会公布"),
            [Clause {
                kind: ClauseKind::Within,
                working_days: 20,
                trigger: Trigger::Event("规划批准".to_owned()),
            }]
        );
    }

    #[test]
    fn anything_more_is_left_to_a_person() {
        for text in [
            "及时公开",
            "每20个工作日更新",
            "1.除处罚决定外其他内容：长期公开（动态调整）；2.处罚决定：20个工作日内。",
            "自信息形成或者变更之日起20个工作日内予以公开，结果信息自信息形成或者变更之日起7个工作日内予以公开",
            "作出行政决定之日起7个工作日内，法律法规另有规定的从其规定",
            "公示期限不得少于5个工作日",
            "批准后20日内",
            "*个工作日内",
        ] {
            assert_eq!(clauses(text), [], "{text}");
        }
    }
}
