//! How a county prints its table.

use fastrand::Rng;

use super::Column;

/// How a county prints its table.
#[derive(Debug, Clone)]
pub struct Style {
    pub(super) place: &'static str,
    names: [usize; 4],
    pub(super) levels: [&'static str; 2],
    pub(super) tick: &'static str,
    pub(super) no_tick: &'static str,
    pub(super) box_ticked: &'static str,
    pub(super) box_empty: &'static str,
    pub(super) prints_boxes: bool,
    pub(super) between_channels: &'static str,
    pub(super) list: List,
    pub(super) list_breaks_lines: bool,
    pub(super) between_bases: &'static str,
    pub(super) merges: bool,
    pub(super) says_ditto: bool,
    pub(super) says_in_words: bool,
    pub(super) shuffles_columns: bool,
    pub(super) has_extra_column: bool,
    pub(super) has_title_row: bool,
    pub(super) starts_late: bool,
    pub(super) repeats_heading: bool,
    pub(super) has_page_numbers: bool,
    pub(super) has_blank_rows: bool,
    breaks_words: bool,
}

/// How a list is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum List {
    Digits,
    Brackets,
    Circles,
    Bullets,
    Semicolons,
    Commas,
    Lines,
}

impl Style {
    pub(super) fn random(rng: &mut Rng) -> Self {
        let one = |rng: &mut Rng, texts: &[&'static str]| texts[rng.usize(..texts.len())];
        let pairs = [("■", "□"), ("R", "£"), ("▲", "□"), ("☑", "☐"), ("●", "〇"), ("√", "口")];
        let (box_ticked, box_empty) = pairs[rng.usize(..pairs.len())];
        let ticks = [
            ("√", ""),
            ("✓", ""),
            ("■", "□"),
            ("þ", "¨"),
            ("R", "£"),
            ("▲", ""),
            ("●", ""),
            ("√", "口"),
            ("☑", "☐"),
        ];
        let (tick, no_tick) = ticks[rng.usize(..ticks.len())];
        let lists = [
            List::Digits,
            List::Brackets,
            List::Circles,
            List::Bullets,
            List::Semicolons,
            List::Commas,
            List::Lines,
        ];
        let levels =
            [["县级", "乡级"], ["市级", "镇级"], ["县（区）级", "乡镇（街道）级"], ["区级", "街道级"]];
        Style {
            place: one(rng, &["", "（三）", "云台县", "南汀市生态环境局望川分局", "十七、", "2021年松岭县"]),
            names: std::array::from_fn(|_| rng.usize(..3)),
            levels: levels[rng.usize(..levels.len())],
            tick,
            no_tick,
            box_ticked,
            box_empty,
            prints_boxes: rng.bool(),
            between_channels: one(rng, &["", "<br>", "   ", "\n<br>"]),
            list: lists[rng.usize(..lists.len())],
            list_breaks_lines: rng.bool(),
            between_bases: one(rng, &["、", "；", "<br>", "", "；<br>", " "]),
            merges: rng.bool(),
            says_ditto: rng.bool(),
            says_in_words: rng.u8(..4) == 0,
            shuffles_columns: rng.u8(..3) == 0,
            has_extra_column: rng.u8(..3) == 0,
            has_title_row: rng.u8(..3) == 0,
            starts_late: rng.u8(..4) == 0,
            repeats_heading: rng.u8(..3) == 0,
            has_page_numbers: rng.bool(),
            has_blank_rows: rng.u8(..4) == 0,
            breaks_words: rng.u8(..3) == 0,
        }
    }

    /// How a column is headed.
    pub(super) fn name(&self, column: Column) -> &'static str {
        let [one, two, three, four] = self.names;
        match column {
            Column::Number => ["序号", "编号", "序 号"][one],
            Column::Items => ["公开事项", "事项", "公开事项"][two],
            Column::Elements => ["公开内容（要素）", "公开内容(要素)", "公开要素"][three],
            Column::Basis => ["公开依据", "法律依据", "公开 依据"][four],
            Column::TimeLimit => ["公开时限", "时限", "公开期限"][one],
            Column::Publisher => ["公开主体", "责任主体", "公开单位"][two],
            Column::Channels => {
                ["公开渠道和载体", "公开渠道", "公开渠道和载体（“■”为必选，“□”为可选）"][three]
            }
            Column::Audience => ["公开对象", "公开对象", "公开范围"][four],
            Column::Method => ["公开方式", "公开方式", "公开属性"][one],
            Column::Levels => ["公开层级", "层级", "公开级别"][two],
            Column::Extra => ["备注", "责任科室", "五公开"][three],
        }
    }

    /// A name broken over lines, as narrow columns break it.
    pub(super) fn broken(&self, name: &str) -> String {
        if self.breaks_words && name.chars().count() == 4 {
            name.chars().map(String::from).collect::<Vec<_>>().join("<br>")
        } else {
            name.to_owned()
        }
    }

    /// A text with blanks and line ends inside its words.
    pub(super) fn laid_out(&self, text: &str, rng: &mut Rng) -> String {
        self.with_breaks(text, &[" ", "<br>", "&nbsp;", "　"], rng)
    }

    /// The same without line ends, where these separate.
    pub(super) fn spaced_out(&self, text: &str, rng: &mut Rng) -> String {
        self.with_breaks(text, &[" ", "&nbsp;"], rng)
    }

    fn with_breaks(&self, text: &str, breaks: &[&str], rng: &mut Rng) -> String {
        if !self.breaks_words {
            return text.to_owned();
        }
        let is_ideograph = |char: char| ('\u{4e00}'..='\u{9fff}').contains(&char);
        let mut laid_out = String::new();
        let mut last = ' ';
        for char in text.chars() {
            if is_ideograph(last) && is_ideograph(char) && rng.u8(..9) == 0 {
                laid_out.push_str(breaks[rng.usize(..breaks.len())]);
            }
            laid_out.push(char);
            last = char;
        }
        laid_out
    }
}
