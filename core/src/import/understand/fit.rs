//! Whether what stands in the columns fits their headings.

use crate::import::notes::NoteKind;
use crate::time_limit::TimeLimit;

use super::body::RawItem;
use super::boxes::{Tick, tick};
use super::channels::ChannelReader;
use super::grid::Grid;
use super::heading::{Heading, Role};
use super::item::methods;
use super::notebook::Notebook;
use super::plain::{clean, key};

/// Words of which a legal basis has at least one.
const BASIS_WORDS: &[&str] = &[
    "《", "法", "条例", "规定", "办法", "意见", "通知", "规划", "方案", "细则", "文件", "决定", "标准",
    "指引", "规程", "要点",
];

/// How many cells of a column fit its heading.
#[derive(Debug, Clone, Copy, Default)]
struct Share {
    fitting: usize,
    all: usize,
}

impl Share {
    fn see(&mut self, fits: bool) {
        self.all += 1;
        self.fitting += usize::from(fits);
    }

    /// Most of what stands there does not fit.
    fn is_off(self) -> bool {
        self.all >= 2 && self.fitting * 2 < self.all
    }
}

/// What was seen in the columns of a document.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Fit {
    basis: Share,
    time_limit: Share,
    channels: Share,
    ticks: Share,
    numbers: Share,
    /// Titles of documents that are not cut in two.
    whole: Share,
}

impl Fit {
    pub fn see(&mut self, raw: &RawItem, channels: &ChannelReader<'_>) {
        for cell in raw.cells.iter().filter(|cell| !cell.text.trim().is_empty()) {
            match &cell.role {
                Role::Basis => {
                    let text = key(&cell.text);
                    self.basis.see(BASIS_WORDS.iter().any(|word| text.contains(word)));
                    let count = |wanted: char| text.chars().filter(|char| *char == wanted).count();
                    self.whole.see(count('《') == count('》'));
                }
                Role::TimeLimit => {
                    let limit = TimeLimit::parse(&clean(&cell.text));
                    let is_long_text = cell.text.chars().count() > 120;
                    self.time_limit
                        .see(!limit.clauses.is_empty() || (looks_like_limit(&cell.text) && !is_long_text));
                }
                Role::Channels => {
                    let text = key(&cell.text);
                    let names_one = ["网", "平台", "媒", "栏", "屏", "中心", "厅", "窗口", "微信", "公示"]
                        .iter()
                        .any(|word| text.contains(word));
                    self.channels.see((channels.knows_any(&cell.text) || names_one) && !text.contains('《'));
                }
                Role::Number => self.numbers.see(is_number(&key(&cell.text))),
                Role::AudienceEveryone
                | Role::MethodProactive
                | Role::MethodOnRequest
                | Role::Level(_)
                | Role::Channel(_) => {
                    let fits = match tick(&cell.text) {
                        Tick::Words(words) => words.chars().count() <= 8,
                        _ => true,
                    };
                    self.ticks.see(fits);
                }
                _ => {}
            }
        }
    }

    /// Whether this is another table, or one whose cells have moved.
    pub fn is_another_table(&self) -> bool {
        let off = [self.basis, self.time_limit, self.channels, self.ticks, self.numbers, self.whole];
        off.iter().filter(|share| share.is_off()).count() >= 2
    }

    pub fn tell(&self, notebook: &mut Notebook) {
        for (share, column) in [
            (self.basis, "公开依据"),
            (self.time_limit, "公开时限"),
            (self.channels, "公开渠道和载体"),
            (self.ticks, "公开对象、公开方式、公开层级"),
        ] {
            if share.is_off() {
                notebook.domain_column(NoteKind::ValueUnderWrongHead, column, None);
            }
        }
    }
}

/// Whether a text is a number or code of a row: `12`, `0301`, `1-2`, `一`, `（三）`.
fn is_number(text: &str) -> bool {
    let length = text.chars().count();
    length <= 12
        && text.chars().all(|char| {
            char.is_ascii_alphanumeric() || "一二三四五六七八九十百第.-—_、()（）号*".contains(char)
        })
}

fn looks_like_limit(text: &str) -> bool {
    let text = key(text);
    ["日", "天", "时", "期", "月", "年", "及时", "更新", "公开"].iter().any(|word| text.contains(word))
}

/// Of several columns for the way of disclosure, the one that holds ways stays; what stands in the others is something
/// else under the same name.
pub(crate) fn settle_methods(grid: &Grid<'_>, heading: &mut Heading, notebook: &mut Notebook) {
    let columns: Vec<usize> =
        (0..heading.roles.len()).filter(|column| heading.roles[*column] == Some(Role::Method)).collect();
    if columns.is_empty() {
        return;
    }
    let names = |column: usize| -> Share {
        let mut share = Share::default();
        for row in heading.below..grid.rows() {
            let text = grid.text(row, column);
            if !text.trim().is_empty() {
                share.see(methods(text) != [false, false]);
            }
        }
        share
    };
    let shares: Vec<(usize, Share)> = columns.iter().map(|column| (*column, names(*column))).collect();
    let has_ticks = heading
        .roles
        .iter()
        .flatten()
        .any(|role| matches!(role, Role::MethodProactive | Role::MethodOnRequest));
    let best = shares
        .iter()
        .filter(|(_, share)| share.all > 0 && !share.is_off())
        .map(|(column, _)| *column)
        .next()
        .filter(|_| !has_ticks);
    for (column, share) in shares {
        if Some(column) == best || (best.is_none() && !has_ticks && columns.len() == 1) {
            continue;
        }
        let name = clean(grid.text(heading.first, column));
        if share.is_off() {
            let example = (heading.below..grid.rows())
                .map(|row| clean(grid.text(row, column)))
                .find(|text| !text.is_empty());
            notebook.pending_column(NoteKind::ValueUnderWrongHead, &name, example);
        }
        heading.roles[column] = Some(Role::Extra(name));
    }
}

/// Whether merged cells were lost when the document was saved: none is merged over rows, and first levels stand above
/// empty cells again and again.
pub(crate) fn lost_merges(grid: &Grid<'_>, heading: &Heading, from: usize) -> bool {
    let (Some(column), Some(name)) = (heading.column(&Role::Level1), heading.column(&Role::Level2)) else {
        return false;
    };
    if grid.has_merged_rows_from(from) {
        return false;
    }
    let blank = |row: usize, column: usize| grid.text(row, column).trim().is_empty();
    let below = (from..grid.rows()).filter(|row| blank(*row, column) && !blank(*row, name)).count();
    below >= 2
}
