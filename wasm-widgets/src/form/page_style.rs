//! The look of the form outside a shadow root, for the form that a server has drawn.

/// The style sheet for a page: that of the element with its rules nested below `gongkai-form`, so that it touches nothing
/// else in the page.
#[must_use]
pub fn page_style() -> String {
    let rules = [super::STYLE, include_str!("drawn.css")].concat();
    let mut style = String::from("gongkai-form {\n");
    let mut rest = rules.as_str();
    while let Some((before, after)) = rest.split_once(":host") {
        style.push_str(before);
        style.push('&');
        rest = after;
        // `:host(CONDITION)` is the element where the condition holds.
        if let Some(condition) = after.strip_prefix('(') {
            let end = closing(condition);
            style.push_str(&condition[..end]);
            rest = &condition[end + 1..];
        }
    }
    style.push_str(rest);
    style.push_str("}\n");
    style
}

/// Where the bracket closes that is open at the beginning.
fn closing(text: &str) -> usize {
    let mut depth = 1;
    let end = text.char_indices().find(|(_, sign)| {
        match sign {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        depth == 0
    });
    end.map_or(text.len() - 1, |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::page_style;

    #[test]
    fn hosts_become_the_element() {
        let style = page_style();
        assert!(!style.contains(":host"));
        assert!(style.contains("&[theme=dark] {"), "{style}");
        assert!(style.contains("&:dir(rtl) .disclose"));
        assert_eq!(style.matches('{').count(), style.matches('}').count());
    }
}
