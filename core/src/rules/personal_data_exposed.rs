//! `personal-data-exposed`: personal data that must not be public.
//!
//! ## What it checks
//! Numbers of residents, mobile telephones, bank cards, passports, number plates, home addresses and private mailboxes in all texts of an entry, where check characters or the words around leave no doubt; what is masked is in order. Of an entry that is not disclosed proactively only the title is judged. The finding says what kind it is and never the value; the repair is the text with masks.
//!
//! ## Why
//! Published lists that show whose number is whose harm those on them, and cannot be called back.
//!
//! ## Example
//! A remark with a whole resident number: `personal-data-exposed`, repair with `11*************02X`.

use super::Rule;
use crate::report::IssueCode;

pub(crate) const RULE: Rule = Rule::order(IssueCode::PersonalDataExposed)
    .says("含有个人信息（{kind}），不应公开", "personal data that must not be public: {kind}")
    .hints("删去或脱敏后再公开", "take it away or mask it");
