//! HTML as the rows of a text.

use scraper::{ElementRef, Html, Node, Selector};

use super::lexis::{LINKED, NATIONAL};
use super::mend::{is_block, is_silent, is_tag};
use super::pages::sheet_of_text;
use super::sheet::{Component, Sheet};
use super::words::{is_one, same, says, tidy};

/// Elements of a site around its pages, and what is filled in or drawn; none holds the page's own text.
const AROUND: &str = "nav footer textarea svg iframe button select aside meta link header";

/// The deepest that lists are set in: no page of an office is deeper.
const DEEPEST: usize = 20;

/// The level of the headings that tables and lists of definitions have.
const INNER: &str = "### ";

/// What a page of HTML says about one service.
pub fn sheet_of_html(html: &str) -> Sheet {
    let page = Html::parse_document(html);
    let mut pen = Pen::default();
    // A title in the head of a page is read where none stands elsewhere.
    let titles = Selector::parse("h1").into_iter();
    let titles: Vec<ElementRef<'_>> = titles
        .flat_map(|h1| page.select(&h1).collect::<Vec<_>>())
        .collect();
    if let Some(first) = titles
        .first()
        .filter(|_| titles.iter().all(|h1| is_in_header(*h1)))
    {
        pen.element(*first);
    }
    pen.children(page.root_element());
    pen.end_line();
    let mut sheet = sheet_of_text(&pen.text);
    if sheet.title.is_none() || sheet.is_title_guessed {
        take_title(&mut sheet, &page, &pen.text);
    }
    sheet
}

/// Whether nothing in an element is text of the page.
fn is_left_out(name: &str) -> bool {
    is_silent(name) || is_one(name, AROUND)
}

fn is_in_header(element: ElementRef<'_>) -> bool {
    let mut above = element.ancestors().filter_map(ElementRef::wrap);
    above.any(|element| element.value().name() == "header")
}

/// Takes the title that a page gives to those who link to it, without the name of the site.
fn take_title(sheet: &mut Sheet, page: &Html, text: &str) {
    let select = |css: &str| {
        Selector::parse(css)
            .ok()
            .and_then(|css| page.select(&css).next())
    };
    let shared = select("meta[property='og:title']").and_then(|meta| meta.attr("content"));
    let own = select("title").map(|title| title.text().collect::<String>());
    let is_shared = shared.is_some();
    let Some(said) = shared.map(str::to_owned).or(own) else {
        return;
    };
    let name = [" | ", " - ", " – ", " — ", " » "]
        .iter()
        .fold(said.as_str(), |name, mark| {
            name.split(mark).next().unwrap_or(name)
        });
    let name = tidy(name);
    if name.is_empty() || says(&said, NATIONAL) {
        return;
    }
    let stands = text.lines().any(|line| same(line, &name));
    if stands || is_shared || sheet.title.is_none() {
        sheet.is_title_guessed = !stands;
        sheet.title = Some(name);
    }
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
    /// Whether the last heading was that of the complaints.
    is_of_complaints: bool,
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
            // What opens a part by a click is its heading.
            "button" | "summary" if Component::of_heading(&text_of(element)).is_some() => {
                self.heading(INNER, &text_of(element));
            }
            _ if is_left_out(name) || element.attr("hidden").is_some() => {}
            "br" => self.end_line(),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = name[1..].parse().unwrap_or(1);
                self.heading(&format!("{} ", "#".repeat(level)), &text_of(element));
            }
            "ul" | "ol" => self.list(element, name == "ol"),
            "tr" => self.row(element),
            "dt" => self.term(element),
            "dd" if self.line.trim().is_empty() => {
                self.end_block();
                self.children(element);
                self.end_block();
            }
            "a" => {
                self.children(element);
                self.link(element);
                self.line
                    .push_str(if is_before_link(element) { " " } else { "" });
            }
            _ if is_block(name) => {
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

    fn heading(&mut self, mark: &str, text: &str) {
        self.end_block();
        if let Some(component) = Component::of_heading(text.trim_end_matches([':', '.'])) {
            self.is_of_complaints = component == Component::Complaints;
        }
        mark.clone_into(&mut self.mark);
        self.line.push_str(text);
        self.end_block();
        self.mark.clear();
    }

    /// Writes the address of a link where its words do not hold it.
    fn link(&mut self, link: ElementRef<'_>) {
        let href = link.attr("href").unwrap_or_default().trim();
        let words = text_of(link);
        let Some(address) = address(href) else {
            return;
        };
        let named = self.is_of_complaints || says(&words, LINKED);
        let is_web = address.starts_with("http");
        let digits = |text: &str| {
            text.chars()
                .filter(char::is_ascii_digit)
                .collect::<String>()
        };
        let own = digits(&words);
        let number = !is_web && !address.contains('@');
        // The number of a link is that of its words, with 62 for 0.
        let said = match number {
            true => own.len() > 5 && digits(&address).ends_with(own.trim_start_matches('0')),
            false => words.to_lowercase().contains(&address.to_lowercase()),
        };
        let host = address
            .trim_start_matches("https://")
            .trim_start_matches("http://");
        let host = host.trim_start_matches("www.").trim_end_matches('/');
        // A name on a platform stands in its words: `@izincontoh`, `Izin Contoh`.
        let letters = |text: &str| -> String {
            let letters = text.chars().filter(|c| c.is_alphanumeric());
            letters.flat_map(char::to_lowercase).collect()
        };
        let name = letters(host.rsplit_once('/').map_or("", |(_, name)| name));
        let named_there = name.len() > 4 && letters(&words).ends_with(&name);
        let shown = said || is_web && (words.contains(host) || named_there);
        if !shown && (named || !is_web) {
            self.line.push_str(&format!(" {address}"));
        }
    }

    fn list(&mut self, list: ElementRef<'_>, numbered: bool) {
        self.end_line();
        if self.depth == 0 {
            self.text.push('\n');
        }
        let outer = self.depth;
        self.depth = (outer + 1).min(DEEPEST);
        let start = list.attr("start").and_then(|start| start.parse().ok());
        let mut number: usize = start.unwrap_or(1);
        for item in list.child_elements() {
            if !item.value().name().eq_ignore_ascii_case("li") {
                self.element(item);
                continue;
            }
            self.end_line();
            let mark = match numbered {
                true => format!("{}. ", counted(number, list.attr("type"))),
                false => "• ".to_owned(),
            };
            self.mark = format!("{}{mark}", "  ".repeat(self.depth));
            number += 1;
            self.item(item);
            self.end_line();
            self.mark.clear();
        }
        self.depth = outer;
        if self.depth == 0 {
            self.text.push('\n');
        }
    }

    /// The words of an item: its paragraphs go on on the same line until a list begins.
    fn item(&mut self, item: ElementRef<'_>) {
        for child in item.children() {
            match (child.value(), ElementRef::wrap(child)) {
                (Node::Text(text), _) => self.line.push_str(text),
                (_, Some(element)) => match element.value().name() {
                    "p" | "div" => {
                        self.line.push(' ');
                        self.item(element);
                        self.line.push(' ');
                    }
                    "span" => self.item(element),
                    _ => self.element(element),
                },
                _ => {}
            }
        }
    }

    /// What a list of definitions is about: a component, or a label for what follows.
    fn term(&mut self, term: ElementRef<'_>) {
        self.end_block();
        let text = text_of(term);
        let name = text.trim_end_matches([':', ' ']);
        if Component::of_heading(name).is_some() {
            self.heading(INNER, name);
        } else {
            self.line.push_str(&format!("{name} : "));
        }
    }

    /// A row of a table: a component with what is said of it, or one line where its cells are short.
    fn row(&mut self, row: ElementRef<'_>) {
        self.end_block();
        let cells: Vec<ElementRef<'_>> = row.child_elements().collect();
        let texts: Vec<String> = cells.iter().map(|cell| text_of(*cell)).collect();
        let full: Vec<usize> = (0..cells.len()).filter(|at| is_said(&texts[*at])).collect();
        let head = |at: &usize| {
            is_one(
                &texts[*at].to_lowercase(),
                "no no. nomor komponen uraian keterangan unsur",
            )
        };
        if full.iter().all(head) {
            return;
        }
        let first = full.iter().copied().find(|at| !is_number(&texts[*at]));
        let is_head = cells.iter().all(|cell| cell.value().name() == "th");
        let named = first.filter(|first| {
            let name = texts[*first].trim_end_matches([':', '.', ' ']);
            let more = full.iter().any(|at| at > first);
            !is_head && more && Component::of_heading(name).is_some()
        });
        let lists = cells.iter().any(|cell| holds_blocks(*cell));
        if let Some(named) = named {
            self.heading(INNER, &texts[named]);
            for cell in &cells[named + 1..] {
                self.end_block();
                self.children(*cell);
            }
        } else if lists || full.len() == 1 && cells.len() == 1 {
            for at in full.into_iter().filter(|at| !is_number(&texts[*at])) {
                self.end_block();
                self.children(cells[at]);
            }
        } else {
            let is_no = |at: &&usize| is_one(&texts[**at].to_lowercase(), "no no.");
            let said = full.iter().filter(|at| !is_no(at));
            let said = said.map(|at| texts[*at].trim_start_matches([':', ' ']));
            let said: Vec<&str> = said.filter(|text| !is_number(text)).collect();
            let open = said.len() == 1 && texts.iter().any(|text| text == ":");
            self.line = format!("{}{}", said.join(" : "), if open { " :" } else { "" });
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

/// Whether another link stands right behind a link, as in a menu.
fn is_before_link(link: ElementRef<'_>) -> bool {
    let next = link.next_sibling().and_then(ElementRef::wrap);
    next.is_some_and(|next| next.value().name() == "a")
}

/// The words of an element, with blanks where its lines end.
fn text_of(element: ElementRef<'_>) -> String {
    fn gather(element: ElementRef<'_>, text: &mut String) {
        for child in element.children() {
            match (child.value(), ElementRef::wrap(child)) {
                (Node::Text(own), _) => text.push_str(own),
                (_, Some(element)) => {
                    let name = element.value().name();
                    let apart = is_block(name);
                    if is_left_out(name) {
                        continue;
                    }
                    text.push_str(if apart { " " } else { "" });
                    gather(element, text);
                    text.push_str(if apart { " " } else { "" });
                }
                _ => {}
            }
        }
    }
    let mut text = String::new();
    gather(element, &mut text);
    tidy(&text)
}

/// Whether a cell of a table holds lists, headings or other tables.
fn holds_blocks(cell: ElementRef<'_>) -> bool {
    let mut below = cell.descendants().filter_map(ElementRef::wrap);
    below.any(|element| {
        let name = element.value().name();
        matches!(
            name,
            "ul" | "ol" | "table" | "dl" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6"
        )
    })
}

fn is_said(text: &str) -> bool {
    !text.is_empty() && text != ":"
}

fn is_number(text: &str) -> bool {
    text.trim_end_matches('.').parse::<u8>().is_ok()
}

/// The number of an item, as its list counts.
fn counted(number: usize, kind: Option<&str>) -> String {
    let place = u8::try_from(number)
        .ok()
        .filter(|number| (1..=26).contains(number));
    match (kind, place) {
        (Some("a"), Some(place)) => char::from(b'a' + place - 1).to_string(),
        (Some("A"), Some(place)) => char::from(b'A' + place - 1).to_string(),
        _ => number.to_string(),
    }
}

/// The address that a link leads to, as it is written in a text; `None` for a place on the same site.
fn address(href: &str) -> Option<String> {
    let rest = |start: &str| {
        let rest = href.strip_prefix(start)?;
        rest.split('?').next().filter(|rest| !rest.is_empty())
    };
    if let Some(own) = rest("mailto:").or_else(|| rest("tel:")) {
        return Some(own.to_owned());
    }
    let digits = |text: &str| {
        text.chars()
            .filter(char::is_ascii_digit)
            .collect::<String>()
    };
    let number = rest("https://wa.me/")
        .or_else(|| rest("http://wa.me/"))
        .map(digits);
    let number = number.or_else(|| {
        let (host, query) = href.split_once("phone=")?;
        host.contains("whatsapp.com")
            .then(|| digits(query.split('&').next().unwrap_or_default()))
    });
    if let Some(number) = number.filter(|number| number.len() > 5) {
        return Some(format!("+{number}"));
    }
    let is_web = href.starts_with("http://") || href.starts_with("https://");
    is_web.then(|| href.to_owned())
}
