//! Where a reader reports a mistake of a page, with what the office needs to find it.

use super::pen::Pen;
use super::view::Channel;
use crate::percent::encode_value;

/// An email to the office, else a message to its WhatsApp; `page` is the address or the title of the page. Only channels
/// that the office publishes are among these.
pub fn report(pen: &Pen<'_>, channels: &[Channel], page: &str, version: &str) -> Option<String> {
    let reached = |kind: &str| {
        let mut of_kind = channels.iter().filter(|channel| channel.kind == kind);
        of_kind.find_map(|channel| channel.href.as_deref())
    };
    let subject = pen.fill("report.subject", &[("version", version)]);
    if let Some(email) = reached("email") {
        let (subject, body) = (encode_value(&subject), encode_value(page));
        return Some(format!("{email}?subject={subject}&body={body}"));
    }
    let text = encode_value(&format!("{subject} {page}"));
    reached("whatsapp").map(|account| format!("{account}?text={text}"))
}
