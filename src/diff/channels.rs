//! Where one asks or complains: what is new, gone and changed.

use super::pairs::plain;
use super::tell::Voice;
use crate::diagnostic::say;
use crate::language::capitalised;
use crate::model::Text;
use crate::model::channel::ChannelDocument;
use crate::parse::dictionary::Dictionary;

/// A channel that may be printed.
#[derive(Debug, PartialEq, Eq)]
struct Channel {
    kind: String,
    value: String,
    note: String,
}

impl Channel {
    fn said(&self) -> String {
        let parts = [self.kind.as_str(), self.value.as_str()];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(" ")
    }
}

fn published(channels: &[ChannelDocument], words: &Dictionary, voice: Voice) -> Vec<Channel> {
    let said = channels.iter().filter(|channel| channel.is_published());
    let said = said.filter_map(|channel| {
        let (kind, value) = channel.entry()?;
        let of_voice = voice.language.words();
        let text = |text: &Text| plain(&words.get(text).unwrap_or(text).value);
        let value = match channel.extension.get() {
            _ if channel.is_only_named() => String::new(),
            Some(extension) => {
                let parts = [("number", &*text(value)), ("extension", &*extension.value)];
                of_voice.fill("channel.extension", &parts)
            }
            None => text(value),
        };
        Some(Channel {
            kind: of_voice.get(&format!("channel.{}", kind.key())).to_owned(),
            value,
            note: channel.note.get().map(text).unwrap_or_default(),
        })
    });
    said.collect()
}

/// The note of a channel, if it differs.
fn note(old: &Channel, new: &Channel, voice: Voice) -> Option<String> {
    let change = voice.change(&old.note, &new.note);
    let channel = new.said();
    let says = say!("{channel}: catatan {change}", "{channel}: note {change}");
    (old.note != new.note).then(|| voice.say(&says))
}

/// Where one asks or complains: what is new, gone and changed.
pub fn channels(
    (old, of_old): (&[ChannelDocument], &Dictionary),
    (new, of_new): (&[ChannelDocument], &Dictionary),
    voice: Voice,
) -> Vec<String> {
    let mut olds = published(old, of_old, voice);
    let mut news = published(new, of_new, voice);
    let mut says = Vec::new();
    let same = |one: &Channel, other: &Channel| one.kind == other.kind && one.value == other.value;
    news.retain(|new| {
        let Some(at) = olds.iter().position(|old| same(old, new)) else {
            return true;
        };
        let old = olds.remove(at);
        says.extend(note(&old, new, voice));
        false
    });
    // Of a kind of which one is left on each side, the value changed.
    let count = |list: &[Channel], kind: &str| list.iter().filter(|one| one.kind == kind).count();
    let left: Vec<String> = olds.iter().map(|old| old.kind.clone()).collect();
    for kind in left {
        if count(&olds, &kind) == 1 && count(&news, &kind) == 1 {
            let take = |list: &mut Vec<Channel>| {
                let at = list.iter().position(|one| one.kind == kind);
                at.map(|at| list.remove(at))
            };
            let (Some(old), Some(new)) = (take(&mut olds), take(&mut news)) else {
                continue;
            };
            let (was, is) = (&old.value, &new.value);
            says.push(voice.say(&say!(
                "Pengaduan dan pertanyaan, {kind}: {was} → {is}",
                "Complaints and questions, {kind}: {was} → {is}"
            )));
            says.extend(note(&old, &new, voice));
        }
    }
    for new in news {
        let new = new.said();
        says.push(voice.say(&say!(
            "Saluran pengaduan baru: {new}",
            "New channel for complaints: {new}"
        )));
    }
    for old in olds {
        let old = old.said();
        says.push(voice.say(&say!(
            "Saluran pengaduan dihapus: {old}",
            "Channel for complaints removed: {old}"
        )));
    }
    says.iter().map(|says| capitalised(says)).collect()
}
