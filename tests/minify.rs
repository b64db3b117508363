//! What the minifier does to a template, each trap of it shown, and to the pages of the example sites.

use maklumat::theme::Form;

use crate::same_words::same_words;
use crate::site::Site;

const META: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"@policy@\">";

fn page(body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"id\">\n<head>\n  <meta charset=\"utf-8\">\n  {META}\n  \
         <title>Layanan</title>\n  <style>\n p {{ color: red }}\n</style>\n</head>\n<body>\n  {body}\n</body>\n</html>\n"
    )
}

fn minify(template: &str) -> String {
    maklumat::theme::minify(template).expect("nothing in it interlocks")
}

#[track_caller]
fn survives(body: &str) {
    let before = page(body);
    let after = minify(&before);
    if let Err(difference) = same_words(&before, &after) {
        panic!("{difference}\n{after}");
    }
}

/// Shows that the minifier changes the page, and that the comparison sees it.
#[track_caller]
fn trapped(body: &str, words: &str) {
    let before = page(body);
    let after = minify(&before);
    let difference = same_words(&before, &after).expect_err(&after);
    assert!(difference.before.contains(words), "{difference}\n{after}");
}

#[test]
fn a_page_written_for_it_survives() {
    survives("<h1>KTP <em>baru</em></h1> <p>Satu,\n  dua <b>tiga</b> <i>empat</i>.</p>");
    survives("<p><span>Rp</span> <span>5.000</span></p>");
    survives("<ul><li><b>Rp</b> <i>5.000</i></li></ul>");
    survives("<div><p><span>Rp</span> <span>5.000</span></p></div>");
    survives(
        "<table><thead><tr><th>A</th></tr></thead><tbody><tr><td><b>1</b> <i>2</i></td></tr></tbody></table>",
    );
    survives(
        "<form data-checklist=\"\"><fieldset data-question=\"a\"><legend>Usia <b>Anda</b> <i>?</i></legend><label><input type=\"radio\" name=\"a\" value=\"-\" checked> Belum tahu</label></fieldset></form>",
    );
    survives("<pre>  a\n   b </pre><textarea>  x\n  y</textarea>");
    survives(
        "<p title=\"a & b &lt; &quot;c&quot; 'd' > e = f\">1 &lt; 2 &amp;copy; &amp; 3 &gt; 2</p>",
    );
    survives(
        "<input type=\"text\" name=\"q\"><details open><summary>Ya <b>a</b> <i>b</i></summary>tidak</details>",
    );
    survives(
        "<script type=\"application/ld+json\">{\"a\": \"b  c\"}</script><script>if (1 < 2 && 3 > 2) { \"</b>\" }</script>",
    );
    survives(
        "<dl><dt>Biaya</dt><dd><span>Rp</span> <span>5.000</span></dd></dl><p>a<br>b</p><a href=\"x.html?a=1&amp;b=2\">c</a>",
    );
}

#[test]
fn a_blank_between_inline_elements_is_lost_where_blocks_belong() {
    for name in [
        "div", "section", "nav", "main", "article", "header", "footer", "aside", "form", "fieldset",
    ] {
        trapped(
            &format!("<{name}><span>Rp</span> <span>5.000</span></{name}>"),
            "<span> 5.000",
        );
    }
}

#[test]
fn an_empty_value_is_lost() {
    trapped("<input type=\"radio\" name=\"a\" value=\"\">", "value=\"\"");
}

#[test]
fn hidden_until_found_becomes_hidden() {
    trapped("<div hidden=\"until-found\">a</div>", "until-found");
}

#[test]
fn an_attribute_with_its_default_is_lost() {
    trapped("<button type=\"submit\">Kirim</button>", "submit");
}

#[test]
fn a_blank_in_the_viewport_is_lost() {
    trapped(
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
        "device-width, ",
    );
}

#[test]
fn implied_end_tags_of_tables_are_lost() {
    // The end of the table goes with them, and what follows falls into its last cell.
    trapped("<table><tr><td>a<td>b</table><p>sesudah</p>", "</table>");
}

#[test]
fn the_comparison_sees_words_blanks_and_attributes() {
    let differ = [
        ("<p>a b</p>", "<p>ab</p>"),
        ("<p>a<b> c</b></p>", "<p>a<b>c</b></p>"),
        ("<p>a <img></p>", "<p>a<img></p>"),
        ("<p id=a>", "<p id=b>"),
        ("<p id=a>", "<p>"),
        ("<b>a</b>", "<i>a</i>"),
        ("<pre>a  b</pre>", "<pre>a b</pre>"),
        ("<p>a</p><p>b</p>", "<p>a</p>"),
    ];
    for (before, after) in differ {
        same_words(before, after).expect_err(before);
    }
    let same = [
        ("<p> a  b </p>", "<p>a b</p>"),
        ("<div> <p>a</p> </div>", "<div><p>a</p></div>"),
        ("<p a=1 b=2>", "<p b=\"2\" a='1'>"),
        ("<p>a <b>c</b></p>", "<p>a<b> c</b></p>"),
        ("a<!-- x -->b", "ab"),
    ];
    for (before, after) in same {
        same_words(before, after).unwrap();
    }
}

#[test]
fn a_minified_template_stays_valid() {
    let html = page("<p class=\"a\">x</p><!-- gone --><script>\n  let a = 1;\n</script>");
    let done = minify(&html);
    let start = "<!doctype html><html lang=id><head><meta charset=utf-8>";
    assert!(done.starts_with(start), "{done}");
    assert!(
        done.contains("</p>") && done.contains("</body></html>") && !done.contains("gone"),
        "{done}"
    );
    assert_eq!(minify(&html), done, "the same bytes every time");
}

#[test]
fn every_page_says_the_same_in_both_forms() {
    let mut pages = 0;
    for folder in [".", "tests/sites/kota-contoh", "tests/sites/batas-contoh"] {
        let written = Site::read(folder).form(Form::AsWritten).build();
        let small = Site::read(folder).form(Form::Minified).build();
        assert!(!small.files.is_empty(), "{folder}: {:?}", small.report);
        assert!(written.files.keys().eq(small.files.keys()), "{folder}");
        for path in written.files.keys().filter(|path| path.ends_with(".html")) {
            let (before, after) = (written.page(path), small.page(path));
            if let Err(difference) = same_words(before, after) {
                panic!("{folder}/{path}: {difference}");
            }
            assert!(after.len() < before.len(), "{folder}/{path}");
            pages += 1;
        }
    }
    assert!(pages > 20, "{pages} pages were compared");
}
