//! How large a picture is, as its first bytes say: PNG, GIF, JPEG, WebP and SVG.

/// Width and height in pixels, or in the units of an SVG; `None` for anything that is no such picture.
pub fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    let found = png(bytes)
        .or_else(|| gif(bytes))
        .or_else(|| webp(bytes))
        .or_else(|| jpeg(bytes))
        .or_else(|| svg(bytes));
    found.filter(|(width, height)| *width > 0 && *height > 0)
}

fn big(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at + 4)?;
    Some(u32::from_be_bytes(four.try_into().ok()?))
}

fn big_short(bytes: &[u8], at: usize) -> Option<u32> {
    let two = bytes.get(at..at + 2)?;
    Some(u32::from(u16::from_be_bytes(two.try_into().ok()?)))
}

/// A little-endian number of so many bytes.
fn little(bytes: &[u8], at: usize, length: usize) -> Option<u32> {
    let part = bytes.get(at..at + length)?;
    Some(
        part.iter()
            .rev()
            .fold(0, |sum, byte| sum << 8 | u32::from(*byte)),
    )
}

fn png(bytes: &[u8]) -> Option<(u32, u32)> {
    let is_png = bytes.starts_with(b"\x89PNG\r\n\x1a\n") && bytes.get(12..16)? == b"IHDR";
    is_png.then_some((big(bytes, 16)?, big(bytes, 20)?))
}

fn gif(bytes: &[u8]) -> Option<(u32, u32)> {
    let is_gif = bytes.starts_with(b"GIF87a") || bytes.starts_with(b"GIF89a");
    is_gif.then_some((little(bytes, 6, 2)?, little(bytes, 8, 2)?))
}

fn webp(bytes: &[u8]) -> Option<(u32, u32)> {
    if !bytes.starts_with(b"RIFF") || bytes.get(8..12)? != b"WEBP" {
        return None;
    }
    match bytes.get(12..16)? {
        b"VP8X" => Some((little(bytes, 24, 3)? + 1, little(bytes, 27, 3)? + 1)),
        b"VP8 " => Some((
            little(bytes, 26, 2)? & 0x3fff,
            little(bytes, 28, 2)? & 0x3fff,
        )),
        b"VP8L" => {
            let both = little(bytes, 21, 4)?;
            Some(((both & 0x3fff) + 1, (both >> 14 & 0x3fff) + 1))
        }
        _ => None,
    }
}

fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    if !bytes.starts_with(b"\xff\xd8") {
        return None;
    }
    let mut at = 2;
    loop {
        let [0xff, kind] = *bytes.get(at..at + 2)? else {
            return None;
        };
        // Every frame but the tables for Huffman and arithmetic codes, which bear numbers of the same row.
        if (0xc0..=0xcf).contains(&kind) && ![0xc4, 0xc8, 0xcc].contains(&kind) {
            return Some((big_short(bytes, at + 7)?, big_short(bytes, at + 5)?));
        }
        at += 2 + usize::try_from(big_short(bytes, at + 2)?).ok()?;
    }
}

fn svg(bytes: &[u8]) -> Option<(u32, u32)> {
    let text = std::str::from_utf8(bytes).ok()?;
    let (_, rest) = text.split_once("<svg")?;
    let (tag, _) = rest.split_once('>')?;
    let attribute = |name: &str| {
        let starts = tag.match_indices(name);
        let values = starts.filter_map(|(at, _)| {
            let before = tag[..at].ends_with(char::is_whitespace);
            let value = tag[at + name.len()..]
                .trim_start()
                .strip_prefix('=')?
                .trim_start();
            let quote = value
                .chars()
                .next()
                .filter(|c| matches!(c, '"' | '\'') && before)?;
            value[1..].split(quote).next()
        });
        { values }.next()
    };
    let number = |text: &str| -> Option<u32> {
        let number: f64 = text.trim().trim_end_matches("px").parse().ok()?;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a size that fits a screen"
        )]
        (1.0..1e6).contains(&number).then(|| number.round() as u32)
    };
    if let Some(shown) = attribute("viewBox") {
        let parts = shown.split([' ', ',']).filter(|part| !part.is_empty());
        if let [_, _, width, height] = parts.collect::<Vec<_>>()[..] {
            return Some((number(width)?, number(height)?));
        }
    }
    Some((number(attribute("width")?)?, number(attribute("height")?)?))
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn the_first_bytes_tell_the_size() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x01\x2c\0\0\0\x64\x08\x06";
        assert_eq!(size(png), Some((300, 100)));
        assert_eq!(size(b"GIF89a\x2c\x01\x64\0\0"), Some((300, 100)));
        let jpeg = b"\xff\xd8\xff\xe0\0\x04ab\xff\xc4\0\x03a\xff\xc2\0\x0b\x08\0\x64\x01\x2c\x03";
        assert_eq!(size(jpeg), Some((300, 100)));
        let lossy = b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0abc\x9d\x01\x2a\x2c\x01\x64\0";
        assert_eq!(size(lossy), Some((300, 100)));
        let extended = b"RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0\x2b\x01\0\x63\0\0";
        assert_eq!(size(extended), Some((300, 100)));
        for svg in [
            "<?xml version=\"1.0\"?><svg xmlns=\"x\" viewBox=\"0 0 300 100\"/>",
            "<svg stroke-width='2' width='300px' height='99.6'></svg>",
        ] {
            assert_eq!(size(svg.as_bytes()), Some((300, 100)), "{svg}");
        }
        for other in [
            &b"%PDF-1.7"[..],
            b"",
            b"<svg></svg>",
            b"\xff\xd8\xff",
            b"<svg width='0' height='1'/>",
        ] {
            assert_eq!(size(other), None);
        }
    }
}
