//! What is said about translations.

use super::{MOST_NAMED, Unstamped};
use crate::diagnostic::{Code, Diagnostic, say};
use crate::span::Span;
use crate::yaml::Key;

/// A value that no language changes.
pub(super) fn same(key: &str, span: Span) -> Diagnostic {
    let finding = Diagnostic::new(
        Code::K0702,
        span,
        say!(
            "`{key}` sama dalam semua bahasa dan tidak diterjemahkan",
            "`{key}` is the same in all languages and is not translated"
        ),
    );
    finding.help(say!(
        "hapus dari terjemahan; yang diterjemahkan hanya kalimat",
        "delete it from the translation; only sentences are translated"
    ))
}

/// A stamp under `key` that is not `now`, the original's.
pub(in crate::parse) fn stale(key: &str, now: &str, span: Span) -> Diagnostic {
    let finding = Diagnostic::new(
        Code::K0701,
        span,
        say!(
            "teks aslinya berubah sesudah diterjemahkan",
            "the original changed after it was translated"
        ),
    );
    finding.help(say!(
        "periksa terjemahannya, lalu ketik: {key}: {now}",
        "check the translation, then type: {key}: {now}"
    ))
}

/// A list translated by order that has another number of items than the original.
pub(super) fn other_length(span: Span, ours: usize, theirs: usize) -> Diagnostic {
    let finding = Diagnostic::new(
        Code::K0701,
        span,
        say!(
            "terjemahan ini punya {ours} butir, teks aslinya {theirs}",
            "this translation has {ours} items, the original {theirs}"
        ),
    );
    finding.help(say!(
        "tulis butir sebanyak di teks aslinya, menurut urutannya",
        "write as many items as the original has, in its order"
    ))
}

/// One hint for all texts of a file whose originals may change unnoticed.
pub(super) fn unstamped(texts: &[Unstamped]) -> Option<Diagnostic> {
    let (count, Unstamped { span, key, hash }) = (texts.len(), texts.first()?);
    let finding = Diagnostic::new(
        Code::K0703,
        *span,
        say!(
            "{count} teks terjemahan ini tanpa cap, jadi tidak ketahuan jika aslinya berubah",
            "{count} texts of this translation have no stamp, so nobody sees when their originals change"
        ),
    );
    Some(finding.help(say!(
        "ketik di bawah `{key}`: dari: {hash}, dan terjemahannya sesudah bunyi:; jika semua terjemahan masih cocok, `maklumat check --fix` menulis semua cap",
        "type below `{key}`: of: {hash}, and the translation after text:; if all translations are still right, `maklumat check --fix` writes all stamps"
    )))
}

/// The same for a page, which has one stamp for all of it.
pub(in crate::parse) fn unstamped_page(span: Span, hash: &str) -> Diagnostic {
    let finding = Diagnostic::new(
        Code::K0703,
        span,
        say!(
            "terjemahan halaman ini tanpa cap, jadi tidak ketahuan jika aslinya berubah",
            "this translation of a page has no stamp, so nobody sees when its original changes"
        ),
    );
    finding.help(say!(
        "ketik di bawah `---` yang pertama: dari: {hash}; jika semua terjemahan masih cocok, `maklumat check --fix` menulis semua cap",
        "type below the first `---`: of: {hash}; if all translations are still right, `maklumat check --fix` writes all stamps"
    ))
}

/// Something for which the original has no place.
pub(super) fn unknown(span: Span, name: &str) -> Diagnostic {
    let finding = Diagnostic::new(
        Code::K0702,
        span,
        say!(
            "teks asli tidak punya `{name}` di tempat ini",
            "the original has no `{name}` here"
        ),
    );
    finding.help(say!(
        "hapus, atau samakan dengan susunan berkas aslinya",
        "delete it, or follow the structure of the original"
    ))
}

/// A key or an id that the original does not have; `names` are the first of those it has.
pub(super) fn unknown_key(key: &Key, near: Option<&str>, names: &[&str]) -> Diagnostic {
    let name = &key.text;
    let finding = Diagnostic::new(
        Code::K0702,
        key.span,
        say!(
            "teks asli tidak punya `{name}`",
            "the original has no `{name}`"
        ),
    );
    if let Some(near) = near {
        return finding.help(say!(
            "mungkin maksud Anda `{near}`, ketik: {near}:",
            "did you mean `{near}`? type: {near}:"
        ));
    }
    let more = names.get(MOST_NAMED).map_or("", |_| ", …");
    let known = match &names[..names.len().min(MOST_NAMED)] {
        [] => "-".to_owned(),
        names => names.join(", "),
    };
    finding.help(say!(
        "yang dapat diterjemahkan: {known}{more}; butir daftar perlu `id`",
        "what can be translated: {known}{more}; list items need an `id`"
    ))
}

/// Items that are more than sentences, translated by their places; `id` is one of the original's.
pub(super) fn by_place(span: Span, id: Option<&str>) -> Diagnostic {
    let finding = Diagnostic::new(
        Code::K0702,
        span,
        say!(
            "butir daftar ini diterjemahkan menurut urutannya; urutan dapat bergeser, `id` tidak",
            "the items of this list are translated by their order; an order can shift, an `id` does not"
        ),
    );
    match id {
        Some(id) => finding.help(say!(
            "sebut tiap butir dengan `id`-nya, ketik: {id}: lalu terjemahannya di bawahnya",
            "call each item by its `id`, type: {id}: and its translation below it"
        )),
        None => finding.help(say!(
            "beri tiap butir aslinya `id`, misalnya id: butir-1, lalu ketik di sini: butir-1: dan terjemahannya di bawahnya",
            "give each item of the original an `id`, for example id: item-1, then type here: item-1: and its translation below it"
        )),
    }
}
