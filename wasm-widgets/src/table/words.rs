//! The words of the grid, in Chinese and English.

use gongkai_core::text::Lang;

use crate::text::words;

words! {
    undo: "撤销", "Undo";
    redo: "重做", "Redo";
    insert_row: "插入行", "Insert row";
    delete_rows: "删除行", "Delete rows";
    fill_down: "向下填充", "Fill down";
    next_error: "下一处错误", "Next error";
    only_wrong: "只看有问题的行", "Rows with problems only";
    columns: "显示列", "Columns";
    all_repairs: "采用全部建议", "Use all proposals";
    row_number: "行号", "Row";
    new_row: "新行", "new row";
    required: "必填", "required";
    help: "用方向键移动，直接输入或按 F2 编辑，Shift+方向键选择区域，可从 Excel、WPS 复制和粘贴。按 Tab 到下一格；先按 Esc 再按 Tab 离开表格。",
        "Move with the arrow keys, type or press F2 to edit, select with Shift and arrows, copy and paste from and to spreadsheets. Tab goes to the next cell; Escape and then Tab leaves the grid.";
    empty: "还没有内容：在第一行直接输入，或从 Excel、WPS 复制后粘贴到这里。",
        "Nothing here yet: type into the first row, or copy rows from a spreadsheet and paste them here.";
    empty_readonly: "没有内容", "Nothing here";
    nothing_wrong: "没有发现错误", "No errors found";
    no_rows_wrong: "没有有问题的行", "No rows with problems";
    judging: "正在检查…", "Checking …";
    use_repair: "采用", "Use it";
    choices: "可选项", "Choices";
    open_file: "导入文件…", "Open a file …";
    save_workbook: "导出 Excel", "Save as Excel";
    save_csv: "导出 CSV", "Save as CSV";
    reading: "正在读取文件…", "Reading the file …";
    take: "采用", "Take it";
    cancel: "取消", "Cancel";
    close: "关闭", "Close";
    columns_lost: "粘贴的内容比表格的列多，多出的列没有粘贴", "There were more columns than the grid has; the rest was not pasted";
}

/// How many rows there are.
pub(super) fn rows(count: usize, shown: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh if shown < count => format!("共{count}行，显示{shown}行"),
        Lang::Zh => format!("共{count}行"),
        Lang::En if shown < count => format!("{shown} of {count} rows shown"),
        Lang::En if count == 1 => "1 row".to_owned(),
        Lang::En => format!("{count} rows"),
    }
}

/// How many errors there are, in how many rows.
pub(super) fn wrong(issues: usize, rows: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{rows}行有错，共{issues}处"),
        Lang::En => format!("{issues} errors in {rows} rows"),
    }
}

/// How many rows have warnings alone.
pub(super) fn warned(rows: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{rows}行有提醒"),
        Lang::En => format!("{rows} rows with warnings"),
    }
}

/// How many rows have the name of another one.
pub(super) fn repeated(rows: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{rows}行名称重复或相近"),
        Lang::En => format!("{rows} rows with repeated or similar names"),
    }
}

/// How many cells are selected.
pub(super) fn selected(rows: usize, columns: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("已选{rows}行×{columns}列"),
        Lang::En => format!("{rows} × {columns} selected"),
    }
}

/// A row has the name of another one, counted from 1.
pub(super) fn same_name(row: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("与第{row}行名称相同"),
        Lang::En => format!("the same name as in row {row}"),
    }
}

/// A row has a name like that of another one, counted from 1.
pub(super) fn like_name(row: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("与第{row}行名称相近，可能是同一个"),
        Lang::En => format!("a name like that in row {row}, perhaps the same one"),
    }
}

/// How much of a column is filled in.
pub(super) fn filled(filled: usize, rows: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("已填{filled}/{rows}"),
        Lang::En => format!("{filled}/{rows} filled"),
    }
}

/// A cell for those who do not see the grid: its row, counted from 1, and its column.
pub(super) fn cell(row: usize, column: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("第{row}行，{column}"),
        Lang::En => format!("row {row}, {column}"),
    }
}

/// How many rows an operation concerned.
pub(super) fn pasted(rows: usize, added: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh if added > 0 => format!("已粘贴{rows}行，新增{added}行"),
        Lang::Zh => format!("已粘贴{rows}行"),
        Lang::En if added > 0 => format!("{rows} rows pasted, {added} of them new"),
        Lang::En => format!("{rows} rows pasted"),
    }
}

/// What a file would change.
pub(super) fn changes(counts: gongkai_core::revision::Counts, lang: Lang) -> String {
    let gongkai_core::revision::Counts { unchanged, changed, new, gone, .. } = counts;
    match lang {
        Lang::Zh => format!("不变{unchanged}条，修改{changed}条，新增{new}条；表中有而文件中没有的{gone}条"),
        Lang::En => format!("{unchanged} unchanged, {changed} changed, {new} new; {gone} not in the file"),
    }
}

/// How much is wrong with the entries of a file.
pub(super) fn file_issues(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("文件中有{count}处问题，可采用后在表中修改："),
        Lang::En => format!("{count} problems in the file; they can be mended in the grid:"),
    }
}

/// Whether to remove what is not in the file.
pub(super) fn remove_gone(count: u64, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("同时删除文件中没有的{count}条"),
        Lang::En => format!("remove the {count} that are not in the file"),
    }
}

/// A file cannot be read or written.
pub(super) fn unreadable(reason: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("无法处理文件：{reason}"),
        Lang::En => format!("the file cannot be used: {reason}"),
    }
}
