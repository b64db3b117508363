//! The script as it goes into a page: without lines of comment and without indents.

/// The same script with fewer bytes. Lines stay lines; a comment must stand on lines of its own.
pub(super) fn compact(script: &str) -> String {
    let lines = script.lines().map(str::trim);
    let kept = lines.filter(|line| {
        let comment = line.starts_with("//") || (line.starts_with("/*") && line.ends_with("*/"));
        !line.is_empty() && !comment
    });
    kept.collect::<Vec<&str>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::compact;

    #[test]
    fn comments_and_indents_go() {
        let script = "// a\n/* b */\nif (a) {\n  b(\"// c\"); // d\n}\n";
        assert_eq!(compact(script), "if (a) {\nb(\"// c\"); // d\n}");
    }
}
