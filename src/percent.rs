//! Percent coding of paths, as addresses hold them.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What a path cannot hold as it is. Of the signs only those stay that mean nothing anywhere in an address: with a `:` in
/// its first part a relative path would be read as one with a scheme.
const CODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'/')
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// A path as part of an address.
pub(crate) fn encode(path: &str) -> String {
    utf8_percent_encode(path, CODED).to_string()
}

/// A text as a value behind the `?` of an address, where a `:` means nothing.
pub(crate) fn encode_value(text: &str) -> String {
    const VALUE: &AsciiSet = &CODED.remove(b':');
    utf8_percent_encode(text, VALUE).to_string()
}

/// The text behind a coded part of an address; `None` where a `%` codes nothing or the bytes are no text.
pub(crate) fn decode(coded: &str) -> Option<String> {
    let is_code = |after: &str| {
        let digits = after.as_bytes().get(..2);
        digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
    };
    if !coded.split('%').skip(1).all(is_code) {
        return None;
    }
    let text = percent_decode_str(coded).decode_utf8().ok()?;
    Some(text.into_owned())
}

/// What an address may name: the path as it is written, the path before `?` or `#`, and that path decoded; each with
/// what follows it in the address.
pub(crate) fn readings(address: &str) -> Vec<(String, &str)> {
    let (path, rest) = match address.find(['?', '#']) {
        Some(at) => address.split_at(at),
        None => (address, ""),
    };
    let mut all = vec![(address.to_owned(), ""), (path.to_owned(), rest)];
    all.extend(decode(path).map(|path| (path, rest)));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_encoded_for_an_address_and_back() {
        for (path, coded) in [
            ("formulir F-1 é.pdf", "formulir%20F-1%20%C3%A9.pdf"),
            ("a/b.c_d~e", "a/b.c_d~e"),
            ("sk: 1 (100%)?#.pdf", "sk%3A%201%20%28100%25%29%3F%23.pdf"),
        ] {
            assert_eq!(encode(path), coded);
            assert_eq!(decode(coded).as_deref(), Some(path));
        }
        for wrong in ["%", "%4", "%zz", "a%é", "%ff"] {
            assert_eq!(decode(wrong), None, "{wrong}");
        }
    }
}
