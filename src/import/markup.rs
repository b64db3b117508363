//! HTML as the rows of a text.

use scraper::{ElementRef, Html, Node};

use super::mend::is_tag;
use super::pages::sheet_of_text;
use super::sheet::Sheet;
use super::words::{is_one, tidy};

/// Elements that hold nothing of the page's own text.
const SILENT: [&str; 15] = [
    "head", "script", "style", "noscript", "template", "nav", "footer", "form", "svg", "iframe",
    "button", "select", "aside", "meta", "link",
];

/// Elements that stand on lines of their own.
const BLOCKS: [&str; 20] = [
    "p",
    "div",
    "section",
    "article",
    "main",
    "header",
    "ul",
    "ol",
    "table",
    "tbody",
    "thead",
    "dl",
    "dt",
    "dd",
    "blockquote",
    "figure",
    "address",
    "pre",
    "body",
    "html",
];

/// What a page of HTML says about one service.
pub fn sheet_of_html(html: &str) -> Sheet {
    let page = Html::parse_document(html);
    let mut pen = Pen::default();
    pen.children(page.root_element());
    pen.end_line();
    sheet_of_text(&pen.text)
}

/// Writes the text of a page, as a browser copies it.
#[derive(Default)]
struct Pen {
    text: String,
    /// The line that is being written.
    line: String,
    /// What stands before the next words.
    mark: String,
    /// How many lists are open.
    depth: usize,
}

impl Pen {
    fn children(&mut self, element: ElementRef<'_>) {
        for child in element.children() {
            match child.value() {
                Node::Text(text) => self.line.push_str(text),
                Node::Element(_) => {
                    if let Some(element) = ElementRef::wrap(child) {
                        self.element(element);
                    }
                }
                _ => {}
            }
        }
    }

    fn element(&mut self, element: ElementRef<'_>) {
        let name = element.value().name();
        match name {
            _ if SILENT.contains(&name) => {}
            "br" => self.end_line(),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.end_block();
                let level = name[1..].parse().unwrap_or(1);
                self.mark = format!("{} ", "#".repeat(level));
                self.children(element);
                self.end_block();
                self.mark.clear();
            }
            "ul" | "ol" => self.list(element, name == "ol"),
            "tr" => self.row(element),
            _ if BLOCKS.contains(&name) => {
                self.end_block();
                self.children(element);
                self.end_block();
            }
            _ => {
                // A word in brackets is no element, whatever a browser takes it for.
                if !is_tag(name) && !name.contains('-') {
                    self.line.push_str(&format!("<{name}>"));
                }
                self.children(element);
            }
        }
    }

    fn list(&mut self, list: ElementRef<'_>, numbered: bool) {
        self.end_line();
        if self.depth == 0 {
            self.text.push('\n');
        }
        self.depth += 1;
        let start = list.attr("start").and_then(|start| start.parse().ok());
        let mut number: usize = start.unwrap_or(1);
        let letters = list
            .attr("type")
            .is_some_and(|kind| kind.eq_ignore_ascii_case("a"));
        for item in list.child_elements() {
            if !item.value().name().eq_ignore_ascii_case("li") {
                self.element(item);
                continue;
            }
            self.end_line();
            let letter = u8::try_from(number)
                .ok()
                .filter(|number| (1..=26).contains(number));
            self.mark = match (numbered, letter) {
                (true, Some(letter)) if letters => format!("{}. ", char::from(b'a' + letter - 1)),
                (true, _) => format!("{number}. "),
                (false, _) => "• ".to_owned(),
            };
            self.mark = format!("{}{}", "  ".repeat(self.depth), self.mark);
            number += 1;
            self.item(item);
            self.end_line();
            self.mark.clear();
        }
        self.depth -= 1;
        if self.depth == 0 {
            self.text.push('\n');
        }
    }

    /// The words of an item: its paragraphs go on on the same line until a list begins.
    fn item(&mut self, item: ElementRef<'_>) {
        for child in item.children() {
            match (child.value(), ElementRef::wrap(child)) {
                (Node::Text(text), _) => self.line.push_str(text),
                (_, Some(element)) if matches!(element.value().name(), "p" | "div" | "span") => {
                    self.line.push(' ');
                    self.item(element);
                    self.line.push(' ');
                }
                (_, Some(element)) => self.element(element),
                _ => {}
            }
        }
    }

    /// A row of a table: its cells are paragraphs, or one line where they are short.
    fn row(&mut self, row: ElementRef<'_>) {
        self.end_block();
        let cells: Vec<ElementRef<'_>> = row.child_elements().collect();
        let texts = cells.iter().map(|cell| {
            let inner: String = cell.text().collect();
            tidy(&inner)
        });
        let texts: Vec<String> = texts.filter(|text| !text.is_empty()).collect();
        let head = |text: &String| {
            is_one(
                &text.to_lowercase(),
                "no no. nomor komponen uraian keterangan unsur",
            )
        };
        if texts.iter().all(head) {
            return;
        }
        let counted = |text: &String| text.trim_end_matches('.').parse::<u8>().is_ok();
        let named = texts
            .iter()
            .any(|text| super::Component::of_heading(text).is_some());
        if named {
            for cell in cells {
                let inner: String = cell.text().collect();
                if !counted(&tidy(&inner)) {
                    self.end_block();
                    self.children(cell);
                }
            }
        } else {
            self.line = texts
                .iter()
                .filter(|text| !counted(text))
                .cloned()
                .collect::<Vec<_>>()
                .join(" : ");
        }
        self.end_block();
    }

    fn end_line(&mut self) {
        let line = tidy(&self.line);
        self.line.clear();
        if line.is_empty() {
            return;
        }
        let indent = if self.mark.is_empty() {
            "  ".repeat(self.depth * 2)
        } else {
            String::new()
        };
        self.text.push_str(&indent);
        self.text.push_str(&self.mark);
        self.text.push_str(&line);
        self.text.push('\n');
        self.mark.clear();
    }

    fn end_block(&mut self) {
        self.end_line();
        if self.depth == 0 {
            self.text.push('\n');
        }
    }
}
