//! Rust source with everything blanked that is not code, so that rules can look for plain words.

/// The same text with comments and the insides of strings and characters replaced by blanks.
///
/// Quotation marks and line ends stay, so every line and column is where it was.
pub fn blank(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            let length = rest.find('\n').unwrap_or(rest.len());
            wipe(&rest[..length], &mut out);
            length
        } else if rest.starts_with("/*") {
            let length = block_comment(rest);
            wipe(&rest[..length], &mut out);
            length
        } else if let Some(hashes) = raw_string(rest, &out) {
            let open = rest.find('"').map_or(rest.len(), |at| at + 1);
            let close = format!("\"{}", "#".repeat(hashes));
            let inside = rest[open..].find(&close).unwrap_or(rest.len() - open);
            out.push_str(&rest[..open]);
            wipe(&rest[open..open + inside], &mut out);
            out.push('"');
            (open + inside + close.len()).min(rest.len())
        } else if first == '"' {
            quoted(rest, '"', &mut out)
        } else if first == '\'' && is_character(rest) {
            quoted(rest, '\'', &mut out)
        } else {
            out.push(first);
            first.len_utf8()
        };
        rest = &rest[length..];
    }
    out
}

/// The code of a file without its `#[cfg(test)]` modules, whose lines become empty.
pub fn without_tests(code: &str) -> String {
    let mut out = String::new();
    let mut cfg_test = false;
    let mut end = None;
    for line in code.lines() {
        if let Some(closing) = &end {
            if line.trim_end_matches(';') == closing {
                end = None;
            }
        } else if line.trim() == "#[cfg(test)]" {
            cfg_test = true;
        } else if cfg_test && line.trim_start().starts_with("#[") {
            // Another attribute of the same item.
        } else if cfg_test {
            cfg_test = false;
            if line.trim_end().ends_with('{') {
                let indent = line.len() - line.trim_start().len();
                end = Some(format!("{}}}", " ".repeat(indent)));
            }
        } else {
            out.push_str(line);
        }
        out.push('\n');
    }
    out
}

fn wipe(text: &str, out: &mut String) {
    out.extend(text.chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
}

/// Length of a block comment; they nest.
fn block_comment(text: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < text.len() {
        if text[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if text[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    text.len()
}

/// The number of `#` if a raw string starts here.
fn raw_string(text: &str, before: &str) -> Option<usize> {
    let in_word = |c: char| c.is_alphanumeric() || c == '_';
    if before.ends_with(|c| in_word(c) && c != 'b' && c != 'c') {
        return None;
    }
    let after = text.strip_prefix('r')?;
    let hashes = after.len() - after.trim_start_matches('#').len();
    after[hashes..].starts_with('"').then_some(hashes)
}

/// Whether a `'` opens a character and not a lifetime.
fn is_character(text: &str) -> bool {
    let mut chars = text.chars().skip(1);
    match chars.next() {
        Some('\\') => true,
        Some(_) => chars.next() == Some('\''),
        None => false,
    }
}

/// Copies the marks of a quoted piece, blanks its inside, returns its length.
fn quoted(text: &str, mark: char, out: &mut String) -> usize {
    out.push(mark);
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        if escaped {
            escaped = false;
        } else if c == '\\' {
            escaped = true;
        } else if c == mark {
            out.push(mark);
            return at + c.len_utf8();
        }
        out.push(if c == '\n' { '\n' } else { ' ' });
    }
    text.len()
}
