//! Where a table begins: the rows that head its columns, and what each column holds.

use std::collections::BTreeSet;

use crate::import::table::Cell;
use crate::import::words::{HeadWord, TableWords};

use super::column_name::{LONGEST_NAME_CHARS, head_word, is_level, legend, without_legend};
use super::grid::Grid;
use super::plain::{clean, key};

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Role {
    Number,
    Domain,
    Level1,
    Level2,
    Elements,
    Basis,
    TimeLimit,
    Publisher,
    Channels,
    /// A channel with a column of its own, by its printed name.
    Channel(String),
    /// Everybody and groups in one column, in words.
    Audience,
    AudienceEveryone,
    AudienceGroup,
    /// Ways of disclosure in one column, in words.
    Method,
    MethodProactive,
    MethodOnRequest,
    /// Levels in one column, in words.
    Levels,
    /// A level with a column of its own, by its printed name.
    Level(String),
    /// Something the official table does not have, by its printed name.
    Extra(String),
}

/// The heading of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Heading {
    /// First row of the heading.
    pub first: usize,
    /// First row below it.
    pub below: usize,
    /// What each column holds; None: nothing is written over it.
    pub roles: Vec<Option<Role>>,
    /// Columns whose heading explains signs, and the explanation.
    pub legends: Vec<(usize, String)>,
}

/// With so many different columns of the official table, rows are its heading.
const ENOUGH_COLUMNS: usize = 5;

/// A heading has no more rows than this.
const MOST_ROWS: usize = 4;

impl Heading {
    /// The column of a role.
    pub fn column(&self, role: &Role) -> Option<usize> {
        self.roles.iter().position(|found| found.as_ref() == Some(role))
    }

    /// The first heading from a row on.
    pub fn find(grid: &Grid<'_>, words: &TableWords, from: usize) -> Option<Self> {
        (from..grid.rows()).find_map(|row| Self::at(grid, words, row))
    }

    /// The heading that begins in a row.
    pub fn at(grid: &Grid<'_>, words: &TableWords, first: usize) -> Option<Self> {
        if named(grid, words, first)? < 2 {
            return None;
        }
        let mut below = first + 1;
        let mut mains = mains(grid, words, first);
        // Data about the document may use the same words in a row above: 公开方式, 公开时限.
        if mains.len() < ENOUGH_COLUMNS && self::mains(grid, words, below).len() >= ENOUGH_COLUMNS {
            return None;
        }
        while mains.len() < ENOUGH_COLUMNS {
            if below >= grid.rows() || below - first >= MOST_ROWS || named(grid, words, below)? < 2 {
                return None;
            }
            mains.extend(self::mains(grid, words, below));
            below += 1;
        }
        if !mains.iter().any(|main| {
            matches!(main, HeadWord::ItemGroup | HeadWord::Level1 | HeadWord::Level2 | HeadWord::Elements)
        }) {
            return None;
        }
        while below < grid.rows() && below - first < MOST_ROWS && is_lower_row(grid, words, first, below) {
            below += 1;
        }
        Some(Self::between(grid, words, first, below))
    }

    fn between(grid: &Grid<'_>, words: &TableWords, first: usize, below: usize) -> Self {
        let paths = paths(grid, words, first, below);
        let mut legends = Vec::new();
        for (column, path) in paths.iter().enumerate() {
            if let Some(legend) = path.iter().find_map(|printed| legend(printed)) {
                legends.push((column, legend));
            }
        }
        let mut roles: Vec<Option<Role>> = paths.iter().map(|path| role(words, path)).collect();
        settle_items(&paths, words, &mut roles);
        settle_repeated(&paths, &mut roles);
        Heading { first, below, roles, legends }
    }
}

/// How many cells of a row are names of columns; None where most of what is written are none.
fn named(grid: &Grid<'_>, words: &TableWords, row: usize) -> Option<usize> {
    let (mut named, mut written) = (0, 0);
    for cell in grid.written(row) {
        written += 1;
        named += usize::from(head_word(words, &cell.text).is_some() || is_level(words, &cell.text));
    }
    (named * 2 >= written && written > 0).then_some(named)
}

/// The main columns that a row names.
fn mains(grid: &Grid<'_>, words: &TableWords, row: usize) -> BTreeSet<HeadWord> {
    grid.written(row)
        .filter_map(|cell| head_word(words, &cell.text))
        .filter(|word| *word != HeadWord::Other)
        .map(|word| match word {
            HeadWord::Level1 | HeadWord::Level2 | HeadWord::LevelFurther => HeadWord::ItemGroup,
            HeadWord::AudienceEveryone | HeadWord::AudienceGroup => HeadWord::Audience,
            HeadWord::MethodProactive | HeadWord::MethodOnRequest => HeadWord::Method,
            other => other,
        })
        .collect()
}

/// Whether a row goes on with a heading: all that begins in it names a column.
fn is_lower_row(grid: &Grid<'_>, words: &TableWords, first: usize, row: usize) -> bool {
    let mut found = 0;
    for cell in grid.written(row) {
        if (cell.row as usize) < row {
            if (cell.row as usize) < first {
                return false;
            }
            continue;
        }
        let is_name = head_word(words, &cell.text).is_some() || is_level(words, &cell.text);
        if !is_name && !stands_below(grid, words, first, cell) {
            return false;
        }
        found += 1;
    }
    found >= 2
}

/// Whether a short text stands below a name that can have names below it, such as channels below 公开渠道和载体.
fn stands_below(grid: &Grid<'_>, words: &TableWords, first: usize, cell: &Cell) -> bool {
    let column = cell.column as usize;
    let group =
        (0..=column).rev().map(|column| grid.text(first, column)).find(|text| !text.trim().is_empty());
    let is_short = clean(&cell.text).chars().count() <= LONGEST_NAME_CHARS + 4;
    let is_channels = group.is_some_and(|group| head_word(words, group) == Some(HeadWord::Channels));
    // A name that reaches down over both rows has none below it.
    let reaches_down = grid.cell(first, column).is_some_and(|top| top.row_span as usize > 1);
    is_short && is_channels && !reaches_down
}

/// The names over each column from top to bottom, as printed.
fn paths(grid: &Grid<'_>, words: &TableWords, first: usize, below: usize) -> Vec<Vec<String>> {
    let mut paths: Vec<Vec<String>> = Vec::with_capacity(grid.columns());
    let mut groups: Vec<Option<String>> = Vec::with_capacity(grid.columns());
    for column in 0..grid.columns() {
        let mut path: Vec<String> = Vec::new();
        let mut last = None;
        for row in first..below {
            let index = grid.index(row, column);
            if index == last && index.is_some() {
                continue;
            }
            last = index;
            let text = clean(grid.text(row, column));
            if !text.is_empty() {
                path.push(text);
            }
        }
        let top = clean(grid.text(first, column));
        let group = if top.is_empty() {
            // Where merged cells were lost, a name over several columns stands over the first of them.
            let left = groups.last().cloned().flatten();
            if let Some(group) = left.as_ref().filter(|group| !path.is_empty() && is_group(words, group)) {
                path.insert(0, group.clone());
            }
            left
        } else {
            Some(top)
        };
        groups.push(group);
        paths.push(path);
    }
    paths
}

/// Whether a name can stand over several columns.
fn is_group(words: &TableWords, printed: &str) -> bool {
    matches!(
        head_word(words, printed),
        Some(
            HeadWord::ItemGroup
                | HeadWord::Audience
                | HeadWord::Method
                | HeadWord::Levels
                | HeadWord::Channels
        )
    )
}

/// What the names over a column say.
fn role(words: &TableWords, path: &[String]) -> Option<Role> {
    let [group, .., leaf] = path else {
        let only = path.first()?;
        return Some(match head_word(words, only) {
            None | Some(HeadWord::Other) => alone(words, only),
            Some(word) => single(word),
        });
    };
    let joined: String = path.concat();
    let leaf_word = head_word(words, leaf).filter(|word| *word != HeadWord::Other);
    Some(match (head_word(words, group), leaf_word) {
        (_, Some(word @ (HeadWord::AudienceEveryone | HeadWord::AudienceGroup))) => single(word),
        (_, Some(word @ (HeadWord::MethodProactive | HeadWord::MethodOnRequest))) => single(word),
        (Some(HeadWord::Levels), None) => Role::Level(leaf.clone()),
        (Some(HeadWord::Channels), None) => Role::Channel(leaf.clone()),
        (Some(HeadWord::ItemGroup), Some(word)) => single(word),
        (Some(group_word), Some(word)) if group_word == word => single(word),
        (Some(HeadWord::Audience | HeadWord::Method), None) => Role::Extra(joined),
        (Some(HeadWord::ItemGroup), None) => Role::Extra(leaf.clone()),
        (_, Some(word)) => single(word),
        (Some(word), None) => single(word),
        (None, None) => match head_word(words, &joined) {
            Some(word) => single(word),
            None => alone(words, leaf),
        },
    })
}

fn alone(words: &TableWords, printed: &str) -> Role {
    if is_level(words, printed) {
        Role::Level(printed.to_owned())
    } else {
        Role::Extra(without_legend(printed))
    }
}

fn single(word: HeadWord) -> Role {
    match word {
        HeadWord::Number => Role::Number,
        HeadWord::Domain => Role::Domain,
        // Settled once all columns are known.
        HeadWord::ItemGroup | HeadWord::Level1 => Role::Level1,
        HeadWord::Level2 => Role::Level2,
        HeadWord::LevelFurther | HeadWord::Other => Role::Extra(String::new()),
        HeadWord::Elements => Role::Elements,
        HeadWord::Basis => Role::Basis,
        HeadWord::TimeLimit => Role::TimeLimit,
        HeadWord::Publisher => Role::Publisher,
        HeadWord::Channels => Role::Channels,
        HeadWord::Audience => Role::Audience,
        HeadWord::AudienceEveryone => Role::AudienceEveryone,
        HeadWord::AudienceGroup => Role::AudienceGroup,
        HeadWord::Method => Role::Method,
        HeadWord::MethodProactive => Role::MethodProactive,
        HeadWord::MethodOnRequest => Role::MethodOnRequest,
        HeadWord::Levels => Role::Levels,
    }
}

/// Which columns hold the first and the second level of items: those that say so, else in their order.
fn settle_items(paths: &[Vec<String>], words: &TableWords, roles: &mut [Option<Role>]) {
    let word = |column: usize| paths[column].last().and_then(|leaf| head_word(words, leaf));
    let items: Vec<usize> = (0..roles.len())
        .filter(|column| {
            matches!(roles[*column], Some(Role::Level1 | Role::Level2))
                || word(*column) == Some(HeadWord::LevelFurther)
        })
        .collect();
    let explicit = |wanted: HeadWord| items.iter().copied().find(|column| word(*column) == Some(wanted));
    let level1 = explicit(HeadWord::Level1)
        .or_else(|| items.iter().copied().find(|column| word(*column) == Some(HeadWord::ItemGroup)))
        .or_else(|| items.first().copied());
    let level2 = explicit(HeadWord::Level2).filter(|column| Some(*column) != level1).or_else(|| {
        items
            .iter()
            .copied()
            .find(|column| Some(*column) != level1 && word(*column) != Some(HeadWord::LevelFurther))
    });
    for column in items {
        roles[column] = Some(if Some(column) == level1 {
            Role::Level1
        } else if Some(column) == level2 {
            Role::Level2
        } else {
            Role::Extra(paths[column].last().cloned().unwrap_or_default())
        });
    }
}

/// Of two columns that hold the same, the one under the official name stays; the other is something else.
fn settle_repeated(paths: &[Vec<String>], roles: &mut [Option<Role>]) {
    for column in 0..roles.len() {
        let Some(role) = roles[column].clone() else { continue };
        if matches!(role, Role::Extra(_) | Role::Method) {
            continue;
        }
        let same: Vec<usize> =
            (0..roles.len()).filter(|other| roles[*other].as_ref() == Some(&role)).collect();
        let is_official = |column: &&usize| {
            paths[**column].iter().any(|printed| key(printed).starts_with("公开"))
                && !paths[**column].is_empty()
        };
        let kept = same.iter().find(is_official).or_else(|| same.first()).copied();
        for other in same {
            if Some(other) != kept {
                roles[other] = Some(Role::Extra(
                    paths[other].last().map(|name| without_legend(name)).unwrap_or_default(),
                ));
            }
        }
    }
}
