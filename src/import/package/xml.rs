//! Whether a part is XML that can be handed on: whole, not too deep, without definitions of its own.

use crate::diagnostic::{Message, say};

/// The deepest that elements may stand in each other.
const DEEPEST: usize = 200;

/// The most elements of a part.
const MOST_ELEMENTS: usize = 300_000;

/// The most bytes of one text between two tags.
const LONGEST_TEXT: usize = 1_000_000;

/// Checks a part of a package.
///
/// # Errors
/// Why it is not handed on.
pub fn check(part: &[u8]) -> Result<(), Message> {
    // Other encodings hide what is looked for below.
    let text = std::str::from_utf8(part)
        .ok()
        .filter(|text| !text.contains('\0'));
    let Some(text) = text else {
        return Err(super::damaged());
    };
    let mut open: Vec<&str> = Vec::new();
    let mut elements = 0;
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        if at > LONGEST_TEXT {
            return Err(too_much());
        }
        rest = &rest[at..];
        if let Some(after) = rest.strip_prefix("<!--") {
            rest = after.split_once("-->").ok_or_else(super::damaged)?.1;
        } else if let Some(after) = rest.strip_prefix("<![CDATA[") {
            rest = after.split_once("]]>").ok_or_else(super::damaged)?.1;
        } else if let Some(after) = rest.strip_prefix("<?") {
            rest = after.split_once("?>").ok_or_else(super::damaged)?.1;
        } else if rest.starts_with("<!") {
            return Err(say!(
                "di dalam berkas ini ada definisi (DOCTYPE) yang tidak dipakai Word dan Excel; simpan ulang dari Word atau Excel",
                "this file holds definitions (DOCTYPE), which Word and Excel do not use; save it again from Word or Excel"
            ));
        } else {
            let end = end_of_tag(rest.as_bytes()).ok_or_else(super::damaged)?;
            let (tag, after) = (&rest[1..end], &rest[end + 1..]);
            rest = after;
            elements += usize::from(!tag.starts_with('/'));
            element(tag, &mut open)?;
            if open.len() > DEEPEST || elements > MOST_ELEMENTS {
                return Err(too_much());
            }
        }
    }
    if !open.is_empty() || rest.len() > LONGEST_TEXT {
        return Err(super::damaged());
    }
    Ok(())
}

/// Opens or closes an element.
fn element<'t>(tag: &'t str, open: &mut Vec<&'t str>) -> Result<(), Message> {
    let name = |tag: &'t str| {
        let end = tag.find(|c: char| c.is_whitespace() || c == '/');
        &tag[..end.unwrap_or(tag.len())]
    };
    match tag.strip_prefix('/') {
        Some(closed) => match open.pop() {
            Some(opened) if opened == name(closed) => Ok(()),
            _ => Err(super::damaged()),
        },
        None if tag.ends_with('/') => Ok(()),
        None => {
            open.push(name(tag));
            Ok(())
        }
    }
}

/// The place of the `>` that ends the tag at the start of a text: none in quotes.
pub fn end_of_tag(text: &[u8]) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in text.iter().copied().enumerate() {
        match (quote, byte) {
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'>') => return Some(at),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

fn too_much() -> Message {
    say!(
        "susunan berkas ini terlalu dalam atau terlalu banyak; salin bagian standar pelayanannya saja ke berkas baru",
        "this file is nested too deeply or has too many parts; copy just the service standard into a new file"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sound_parts_pass() {
        let pairs = format!("<a>{}</a>", "<b></b>".repeat(200_000));
        for part in [
            pairs.as_str(),
            "<?xml version=\"1.0\"?><a b=\"x>y\"><c/><!-- <d> --><![CDATA[<e>]]></a>",
            "<w:p a='\"'><w:r>teks &amp; &lt;</w:r></w:p>\n",
        ] {
            let shown = &part[..part.len().min(80)];
            assert_eq!(check(part.as_bytes()), Ok(()), "{shown}");
        }
    }

    #[test]
    fn what_is_cut_off_crossed_deep_or_defined_does_not() {
        let deep = "<a>".repeat(201) + &"</a>".repeat(201);
        let many = format!("<a>{}</a>", "<b/>".repeat(300_000));
        let long = format!("<a>{}</a>", "x".repeat(1_000_001));
        for part in [
            "<a><b></a></b>",
            "<a>",
            "<a",
            "<a b=\"",
            "</a>",
            "<!-- a",
            "<![CDATA[",
            "<?xml",
            "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
            "<a>\0</a>",
            &deep,
            &many,
            &long,
        ] {
            assert!(
                check(part.as_bytes()).is_err(),
                "{}",
                &part[..part.len().min(80)]
            );
        }
        assert!(check(b"\xff\xfe<\0a\0>\0").is_err());
    }
}
