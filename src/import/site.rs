//! Rows that a site puts above a page: menus, ways to it, when and how often it was read.

use super::lexis::{MENU, POSTED};
use super::rows::Row;
use super::words::{begins, is_one, says, words};
use crate::figure::{Unit, figures};

/// How long it takes to read a post.
const READING: &str = "menit baca, menit membaca, min read";

/// How many rows such rows stand among, and how many words they have at most.
const HEAD: usize = 8;
const LONGEST: usize = 20;

/// Takes away what a site says of itself above the first item of a page.
pub(super) fn take_away(rows: &mut Vec<Row>) {
    let end = rows.iter().position(|row| row.mark.is_some());
    let end = end.unwrap_or(rows.len()).min(HEAD);
    let mut at = 0;
    rows.retain(|row| {
        at += 1;
        at > end
            || row.level > 0
            || !(is_menu(&row.text) || is_way(&row.text) || is_posted(&row.text))
    });
}

/// Whether a row is a menu: several words, all of which menus have.
fn is_menu(text: &str) -> bool {
    let own = words(text);
    let first = own.first().is_some_and(|word| is_one(word, "beranda home"));
    (own.len() > 2 || first) && own.iter().all(|word| is_one(word, MENU))
}

/// Whether a row is the way to a page: `Home / Layanan / KIA`.
fn is_way(text: &str) -> bool {
    let parts: Vec<&str> = text
        .split(['/', '>', '»', '›', '|', '→'])
        .map(str::trim)
        .collect();
    let start = words(parts[0]);
    parts.len() > 1 && start.len() == 1 && is_one(&start[0], "beranda home")
}

/// Whether a row says when and by whom a page was written, or how often it was read.
fn is_posted(text: &str) -> bool {
    let digits = |c: char| c.is_ascii_digit() || c == '.' || c.is_whitespace();
    let parts = text.split(['|', '·', '•', '–', '—']);
    let mut parts = parts.map(|part| part.trim_start_matches(digits));
    // "Terbit 3 hari sesudah berkas lengkap" says how long a service takes.
    let takes = figures(text)
        .iter()
        .any(|one| matches!(one.unit, Unit::Time(_)));
    let short = words(text).len() <= LONGEST;
    short && (!takes || says(text, READING)) && parts.any(|part| begins(part, POSTED))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_site_says_of_itself_is_told_from_what_it_says_of_a_service() {
        for text in [
            "Beranda Profil Layanan PPID Kontak",
            "Home | Berita | Unduhan",
            "Beranda",
        ] {
            assert!(is_menu(text), "{text}");
        }
        for text in ["Layanan Informasi", "Pengaduan", "Layanan Paspor Anak"] {
            assert!(!is_menu(text), "{text}");
        }
        assert!(is_way("Home / Layanan / KIA") && is_way("Beranda > Perizinan > Izin Gudang"));
        assert!(!is_way("Mutasi Objek / Subjek PBB"));
        for text in [
            "Diposting oleh admin | 12 Februari 2024 | Dibaca 543 kali",
            "Terbit: 18 Maret, 2025Kategori: Layanan Perhubungan0.8 menit bacaDilihat: 1836",
            "Bagikan",
            "2 menit baca",
        ] {
            assert!(is_posted(text), "{text}");
        }
        for text in [
            "Penerbitan Kartu Pencari Kerja",
            "30 menit sejak berkas dibaca",
        ] {
            assert!(!is_posted(text), "{text}");
        }
    }
}
