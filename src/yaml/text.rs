//! Bytes to text: what a text file may hold, and what is refused before any parser sees it.

use crate::diagnostic::{Code, Diagnostic, Sink, say};
use crate::span::{FileId, Span};

/// The largest source file, in bytes.
pub const MAX_BYTES: u64 = 1_000_000;

/// The text of a source file, or a finding why it is none: too large, not UTF-8, control characters, or nothing in it.
pub fn decode(file: FileId, bytes: Vec<u8>, sink: &mut Sink) -> Option<String> {
    if bytes.len() as u64 > MAX_BYTES {
        sink.push(too_large(file, bytes.len() as u64));
        return None;
    }
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            sink.push(not_utf8(file, at, error.as_bytes()));
            return None;
        }
    };
    if let Some((at, found)) = first_control(&text) {
        let number = format!("U+{:04X}", u32::from(found));
        sink.push(
            Diagnostic::new(
                Code::K0005,
                Span::new(file, at, at + found.len_utf8()),
                say!(
                    "ada karakter kendali {number} di dalam berkas",
                    "the file contains the control character {number}"
                ),
            )
            .help(say!(
                "hapus karakter itu; simpan berkas sebagai teks biasa (UTF-8), bukan sebagai dokumen Word",
                "delete it; save the file as plain text (UTF-8), not as a Word document"
            )),
        );
        return None;
    }
    if text.trim_start_matches('\u{feff}').trim().is_empty() {
        sink.push(empty(Span::file_start(file)));
        return None;
    }
    Some(text)
}

/// The finding for a file that says nothing.
pub fn empty(span: Span) -> Diagnostic {
    Diagnostic::new(
        Code::K0006,
        span,
        say!("berkas ini kosong", "this file is empty"),
    )
    .help(say!(
        "isi berkas ini, atau hapus; `maklumat new service NAMA` menulis contoh yang dapat diisi",
        "fill it in or delete it; `maklumat new service NAME` writes one to start from"
    ))
}

/// The finding for a file of `bytes` bytes, over [`MAX_BYTES`].
pub fn too_large(file: FileId, bytes: u64) -> Diagnostic {
    let kilobytes = bytes / 1000;
    Diagnostic::new(
        Code::K0003,
        Span::file_start(file),
        say!(
            "berkas ini {kilobytes} kB; paling besar 1000 kB",
            "this file is {kilobytes} kB; the limit is 1000 kB"
        ),
    )
    .help(say!(
        "bagi menjadi beberapa layanan, dan taruh gambar atau PDF di `static/`",
        "split it into several services, and put pictures or PDFs in `static/`"
    ))
}

fn not_utf8(file: FileId, at: usize, bytes: &[u8]) -> Diagnostic {
    let line = bytes[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
    Diagnostic::new(
        Code::K0004,
        Span::new(file, at, at),
        say!(
            "baris {line} tidak ditulis dalam UTF-8",
            "line {line} is not written in UTF-8"
        ),
    )
    .help(say!(
        "buka di editor teks dan simpan lagi sebagai UTF-8",
        "open it in a text editor and save it again as UTF-8"
    ))
}

/// The first control character of a text, and its byte.
fn first_control(text: &str) -> Option<(usize, char)> {
    // Most texts have none of the bytes with which one begins.
    let begins = |byte: u8| {
        (byte < b' ' && !matches!(byte, b'\n' | b'\r' | b'\t')) || matches!(byte, 0x7f | 0xc2)
    };
    let from = text.bytes().position(begins)?;
    let mut rest = text[from..].char_indices();
    let (at, found) = rest.find(|(_, c)| is_control(*c))?;
    Some((from + at, found))
}

fn is_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{85}')
}
