//! XML as sitemaps and feeds are written in.

/// The line with which every file of XML opens.
pub(super) const OPENING: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";

/// A text as it stands between tags or in an attribute; signs that XML cannot hold are left out.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' => out.push(c),
            _ if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn what_xml_reads_as_a_sign_or_cannot_hold_is_no_longer_there() {
        assert_eq!(
            escaped("a<b> & \"c\"\u{0}\u{8}\u{ffff}\n'd'"),
            "a&lt;b&gt; &amp; &quot;c&quot;\n'd'"
        );
    }
}
