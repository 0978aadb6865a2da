//! Time limits of the shipped tables: what was read says what is printed, and open words are left to a person.

use gongkai_core::time_limit::{ClauseKind, Trigger};
use gongkai_tests::regen::time_limits::distinct;

#[test]
fn what_was_read_is_the_one_number_printed() {
    for (text, (limit, _)) in distinct() {
        let numbers: Vec<&str> =
            text.split(|char: char| !char.is_ascii_digit()).filter(|run| !run.is_empty()).collect();
        match limit.clauses.as_slice() {
            [] => {}
            [clause] => {
                assert_eq!(clause.kind, ClauseKind::Within, "{text}");
                assert_eq!(numbers, [clause.working_days.to_string()], "{text}");
                assert!(text.contains("个工作日"), "{text}");
                if let Trigger::Event(event) = &clause.trigger {
                    assert!(text.contains(event.as_str()) && !event.is_empty(), "{text}");
                }
            }
            more => panic!("{text}: {more:?}"),
        }
    }
}

#[test]
fn open_words_and_several_limits_are_left_to_a_person() {
    let open = ["及时公开，", "长期公开", "实时", "另有规定", "不得少于", "每2", "，公示", "，公告", "；"];
    for (text, (limit, _)) in distinct() {
        if open.iter().any(|word| text.contains(word)) || text == "及时公开" {
            assert_eq!(limit.clauses, [], "{text}");
        }
    }
}

#[test]
fn most_items_have_a_limit_that_can_be_counted() {
    let (mut counted, mut all) = (0, 0);
    for (limit, uses) in distinct().values() {
        all += uses;
        if limit.clauses.iter().any(|clause| clause.trigger == Trigger::FormedOrChanged) {
            counted += uses;
        }
    }
    assert!(counted * 10 > all * 6, "{counted} of {all}");
}
