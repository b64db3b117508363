//! What Git leaves in a file when two people changed the same lines.

use crate::diagnostic::{Code, Diagnostic, Sink, say};
use crate::span::{FileId, Span};

/// A line that Git wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Marker {
    /// `<<<<<<< HEAD`
    Start,
    /// `||||||| base`
    Base,
    /// `=======`
    Middle,
    /// `>>>>>>> branch`
    End,
}

/// A line with its place in bytes.
#[derive(Debug, Clone, Copy)]
struct Line {
    from: usize,
    to: usize,
    marker: Option<Marker>,
}

/// Reports each conflict at its first line. What is returned has the same length, with the first of the two versions and
/// blanks for the rest, so that nothing else is said about lines that are sound.
pub(super) fn settle(file: FileId, text: String, markdown: bool, sink: &mut Sink) -> String {
    if !text.contains("<<<<<<<") && !text.contains(">>>>>>>") && !text.contains("=======") {
        return text;
    }
    let lines = lines(&text);
    let mut bytes = text.into_bytes();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let left = &lines[at..];
        let (end, kept) = match line.marker {
            Some(Marker::Start) => extent(left),
            Some(Marker::End) => (1, 1),
            // In Markdown a line of signs underlines a heading.
            Some(Marker::Middle) if !markdown => (1, 1),
            _ => {
                at += 1;
                continue;
            }
        };
        sink.push(conflict(file, &left[..end]));
        blank(&mut bytes, line);
        for line in &left[kept..end] {
            blank(&mut bytes, line);
        }
        at += end;
    }
    String::from_utf8(bytes).unwrap_or_default()
}

fn lines(text: &str) -> Vec<Line> {
    let mut from = 0;
    let lines = text.split_inclusive('\n');
    let place = lines.map(|line| {
        let to = from + line.trim_end().len();
        let found = Line {
            from,
            to,
            marker: marker(line.trim_end()),
        };
        from += line.len();
        found
    });
    place.collect()
}

fn marker(line: &str) -> Option<Marker> {
    let (sign, marker) = match line.chars().next()? {
        '<' => ("<<<<<<<", Marker::Start),
        '|' => ("|||||||", Marker::Base),
        '=' => ("=======", Marker::Middle),
        '>' => (">>>>>>>", Marker::End),
        _ => return None,
    };
    let rest = line.strip_prefix(sign)?;
    (rest.is_empty() || rest.starts_with(' ')).then_some(marker)
}

/// How many lines the conflict that starts here has, and after how many its first version ends.
fn extent(lines: &[Line]) -> (usize, usize) {
    let find = |wanted: &[Marker]| {
        let mut below = lines.iter().enumerate().skip(1);
        below.find_map(|(at, line)| {
            line.marker
                .filter(|own| wanted.contains(own))
                .map(|own| (at, own))
        })
    };
    match find(&[Marker::Start, Marker::End]) {
        Some((end, Marker::End)) => {
            let kept = find(&[Marker::Base, Marker::Middle]).filter(|(at, _)| *at < end);
            (end + 1, kept.map_or(end, |(at, _)| at))
        }
        _ => (1, 1),
    }
}

/// Puts blanks in the place of a line.
fn blank(bytes: &mut [u8], line: &Line) {
    bytes[line.from..line.to].fill(b' ');
}

/// What is said about a conflict, or about one line of it that was left behind.
fn conflict(file: FileId, lines: &[Line]) -> Diagnostic {
    let place = |line: &Line| Span::new(file, line.from, line.to);
    let (first, below) = match lines {
        [first, below @ ..] => (place(first), below),
        [] => (Span::file_start(file), lines),
    };
    if below.is_empty() {
        return left_behind(first);
    }
    let mut finding = Diagnostic::new(
        Code::K0113,
        first,
        say!(
            "dua orang mengubah baris yang sama, dan Git menaruh kedua versinya di sini",
            "two people changed the same lines, and Git put both versions here"
        ),
    );
    for line in below {
        finding = match line.marker {
            Some(Marker::Middle) => finding.also(
                place(line),
                say!(
                    "di bawah ini versi kedua",
                    "the second version is below this"
                ),
            ),
            Some(Marker::End) => finding.also(place(line), say!("sampai di sini", "up to here")),
            _ => finding,
        };
    }
    finding.help(say!(
        "pilih satu versi, lalu hapus versi lainnya dan baris `<<<<<<<`, `=======`, `>>>>>>>`",
        "choose one version, then delete the other and the lines `<<<<<<<`, `=======`, `>>>>>>>`"
    ))
}

fn left_behind(line: Span) -> Diagnostic {
    Diagnostic::new(
        Code::K0113,
        line,
        say!(
            "tanda konflik Git tertinggal di baris ini",
            "a Git conflict marker was left on this line"
        ),
    )
    .help(say!(
        "hapus baris ini, dan periksa apakah di atas atau di bawahnya masih ada dua versi",
        "delete this line, and check whether two versions are still above or below it"
    ))
}
