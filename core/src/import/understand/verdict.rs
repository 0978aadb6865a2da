//! What is said in the end: the report, or why a document is refused.

use crate::import::notes::NoteKind;
use crate::import::report::{Certainty, Counts, DocumentIdentity, FORMAT, ImportReport, Outcome, Told};
use crate::import::table::{Block, SourceDocument};

use super::Reader;
use super::notebook::Notebook;

impl Reader<'_> {
    pub(super) fn finish(mut self) -> ImportReport {
        self.close_domain();
        self.domains.retain(|domain| !domain.items.is_empty());
        for domain in &self.domains {
            if domain.name.is_empty() {
                self.notebook.document(NoteKind::DomainUnnamed, domain.title.clone());
            }
        }
        let lines = std::mem::take(&mut self.lines);
        self.stray(&lines);
        let why = if self.domains.is_empty() {
            Some(if self.head_words >= 3 { scattered() } else { no_heading(self.document) })
        } else if self.fit.is_another_table() {
            Some(does_not_fit())
        } else {
            None
        };
        self.fit.tell(&mut self.notebook);
        let document = DocumentIdentity {
            name: self.document.name.clone(),
            format: self.document.format,
            sha256: self.document.sha256.clone(),
            notes: self.document.notes.clone(),
        };
        let (domains, notebook) =
            if why.is_some() { (Vec::new(), Notebook::default()) } else { (self.domains, self.notebook) };
        let mut counts = Counts::default();
        for item in domains.iter().flat_map(|domain| &domain.items) {
            counts.items += 1;
            for cell in &item.source.cells {
                match cell.certainty {
                    Certainty::Understood => counts.understood += 1,
                    Certainty::Assumed => counts.assumed += 1,
                    Certainty::NotUnderstood => counts.not_understood += 1,
                }
            }
        }
        let (assumed, not_understood) = notebook.into_buckets();
        ImportReport {
            format: FORMAT,
            outcome: if why.is_some() { Outcome::Refused } else { Outcome::Ok },
            why,
            document,
            domains,
            assumed,
            not_understood,
            counts,
        }
    }
}

fn scattered() -> Told {
    Told::new(
        "表头各词散落在不同的行，单元格次序错乱，无法判断哪些文字属于同一行。请上传原始文件（Word、Excel 或网页表格）。",
        "the words of the heading are scattered over rows and cells interleaved, so that no row can be put together; upload the original file (Word, Excel or a web table)",
    )
}

fn no_heading(document: &SourceDocument) -> Told {
    if document.blocks.iter().any(|block| matches!(block, Block::Table(_))) {
        Told::new(
            "没有找到标准目录的表头（序号、公开事项、公开内容、公开依据、公开时限、公开主体等），文件可能不是基层政务公开标准目录。",
            "no heading of an official table was found (number, item, elements, basis, time limit, publisher …); this may be another kind of document",
        )
    } else {
        Told::new("文件中没有表格。", "the document has no table")
    }
}

fn does_not_fit() -> Told {
    Told::new(
        "单元格内容与表头不符（依据栏没有文件名称、时限栏没有期限、渠道栏没有渠道等），单元格可能错位。请上传原始文件。",
        "cells do not fit their headings (no documents under basis, no periods under time limit, no channels under channels …), so that they may have moved; upload the original file",
    )
}
