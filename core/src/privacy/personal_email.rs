//! Mailboxes at providers for everybody. Counties use them for offices too, so that most are likely and not certain.

use super::words::{MAIL_PROVIDERS, Topics};
use super::{Certainty, PrivacyKind, Scan};

/// Longest part before and behind the sign, in bytes.
const MAX_BYTES: usize = 64;

pub(super) fn find(scan: &mut Scan<'_>) {
    let text = scan.text;
    for (place, sign) in text.match_indices(['@', '＠']) {
        let behind = place + sign.len();
        let is_local = |byte: &&u8| byte.is_ascii_alphanumeric() || b"._+-".contains(byte);
        let local = text.as_bytes()[..place].iter().rev().take(MAX_BYTES).take_while(is_local).count();
        let is_domain = |byte: &&u8| byte.is_ascii_alphanumeric() || b".-".contains(byte);
        let domain = text.as_bytes()[behind..].iter().take(MAX_BYTES).take_while(is_domain).count();
        let domain = text[behind..behind + domain].trim_end_matches(['.', '-']);
        let start = place - local;
        if local == 0 || !is_provider(domain) {
            continue;
        }
        let name = &text[start..place];
        let topics = scan.surroundings.topics(start);
        let is_mobile =
            name.len() == 11 && name.starts_with('1') && name.bytes().all(|byte| byte.is_ascii_digit());
        let certainty =
            if is_mobile && !topics.has(Topics::OFFICE) { Certainty::Certain } else { Certainty::Likely };
        let masked = format!("{}***@{domain}", &name[..1]);
        scan.add(PrivacyKind::PersonalEmail, start, behind + domain.len(), certainty, masked);
    }
}

/// Whether a domain is that of a provider, or below it, as `vip.163.com`.
fn is_provider(domain: &str) -> bool {
    let domain = domain.to_ascii_lowercase();
    MAIL_PROVIDERS
        .iter()
        .any(|known| domain.strip_suffix(known).is_some_and(|before| matches!(before, "" | "vip.")))
}
