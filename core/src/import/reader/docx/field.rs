//! Fields of a text: instructions whose results a person sees, and the few that are drawn without a result.

/// A field that is open.
#[derive(Debug, Default)]
pub(super) struct Field {
    /// What it is told to show.
    pub instruction: String,
    /// What follows is its result.
    pub in_result: bool,
}

impl Field {
    /// What is seen of a field that has no result: characters drawn over one another, as in `EQ \o\ac(□,√)`.
    pub fn drawn(&self) -> Option<String> {
        let instruction = self.instruction.trim();
        if self.in_result || !instruction.get(..2)?.eq_ignore_ascii_case("eq") || !instruction.contains("\\o")
        {
            return None;
        }
        let (_, inner) = instruction.split_once('(')?;
        let inner = inner.rsplit_once(')').map_or(inner, |(inner, _)| inner);
        let pieces: Vec<&str> =
            inner.split([',', ';']).map(str::trim).filter(|piece| !piece.is_empty()).collect();
        let has = |signs: &str| pieces.iter().any(|piece| piece.chars().any(|char| signs.contains(char)));
        let sign = match (has("□☐口"), has("√✓✔"), has("×✗✘")) {
            (true, true, _) => Some("☑"),
            (true, false, true) => Some("☒"),
            _ => None,
        };
        if let Some(sign) = sign {
            return Some(sign.to_owned());
        }
        if has("○〇◯")
            && let Some(number) = pieces.iter().find_map(|piece| piece.parse().ok())
        {
            use crate::import::reader::number_words::{NumberFormat, write};
            return Some(write(number, NumberFormat::Circled));
        }
        Some(pieces.concat())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_over_one_another_are_one() {
        let drawn =
            |instruction: &str| Field { instruction: instruction.to_owned(), in_result: false }.drawn();
        assert_eq!(drawn(" eq \\o\\ac(□,√) ").as_deref(), Some("☑"));
        assert_eq!(drawn("EQ \\* jc2 \\* \"Font:宋体\" \\* hps21 \\o\\ac(○,3)").as_deref(), Some("③"));
        assert_eq!(drawn("EQ \\o(□,×)").as_deref(), Some("☒"));
        assert_eq!(drawn("PAGE"), None);
        assert_eq!(drawn("序"), None);
    }
}
