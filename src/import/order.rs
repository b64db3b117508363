//! Pages without headings: what each paragraph and list is, from the order that catalogues keep and from the words.
//!
//! Requirements, steps, time, cost, product, complaints: each paragraph speaks more or less for each of them, and of all
//! ways to cut the page into six pieces in this order the one is taken for which the words speak most.

use std::ops::Range;

use super::cues::{has_channel, is_address, is_agency, is_hours, is_nothing, says_free_of_cost};
use super::heading::heading_rest;
use super::labels::segments;
use super::leaning::Leaning;
use super::lexis::{CASE_LINES, CASE_OPENERS, CUES, GOES_ON, WAYS};
use super::lists::{Block, whole_text};
use super::sheet::{Component, Line, Sheet};
use super::words::{begins, same, says, words};
use crate::figure::{Figure, Period, Unit, figures};

/// The components that such a page has, in its order.
const ORDER: [Component; 6] = [
    Component::Requirements,
    Component::Procedure,
    Component::Time,
    Component::Cost,
    Component::Products,
    Component::Complaints,
];

/// How many of them are lists on every such page.
const LISTS: usize = 2;

/// What no words can outweigh.
const CERTAIN: i32 = 40;

/// How much speaks for what stands below a paragraph without an empty line belonging to it, where others have one.
const GLUED: i32 = 9;

/// How much speaks for what stands right below a heading belonging to it.
const HEADED: i32 = 20;

/// How much speaks for a list being of what its items look like.
const LOOKS: i32 = 5;

/// How much speaks against a page that says a cost, but not what citizens get, or steps, but not how long they take.
const SKIPPED: i32 = 3;

/// Whether a page that goes from one component to another leaves out what nearly every page has between them.
fn skips(from: Component, to: Component) -> bool {
    matches!(
        (from, to),
        (Component::Cost, Component::Complaints) | (Component::Procedure, Component::Cost)
    )
}

/// Fills a sheet from the blocks of a page without headings.
pub(super) fn fill(sheet: &mut Sheet, mut blocks: Vec<Block>) {
    take_title(sheet, &mut blocks);
    let blocks = times_apart(blocks);
    let paragraph = blocks.first().is_some_and(|block| !block.is_list());
    let lists_lost = sheet.title.is_none() && paragraph && !blocks.iter().any(has_items);
    let first = if lists_lost { LISTS } else { 0 };
    put(sheet, blocks, first..ORDER.len(), 0);
}

/// Fills a sheet from the blocks below a heading that say more than it names; `named` has all components that have
/// headings, in the order of the page.
pub(super) fn fill_rest(
    sheet: &mut Sheet,
    blocks: Vec<Block>,
    own: Component,
    named: &[Component],
) {
    let rank = |component: &Component| ORDER.iter().position(|one| one == component);
    let Some(first) = rank(&own) else {
        return sheet.put(
            own,
            false,
            blocks.into_iter().flat_map(|block| block.lines).collect(),
        );
    };
    let missing = ORDER[first + 1..]
        .iter()
        .take_while(|one| !named.contains(one));
    // The list of the heading itself is given.
    put(sheet, blocks, first..first + 1 + missing.count(), first + 1);
}

/// Puts blocks into a sheet: each into the component that it is, of some in the order of catalogues; `lists` stand above
/// them.
fn put(sheet: &mut Sheet, blocks: Vec<Block>, range: Range<usize>, lists: usize) {
    let found = best(&blocks, sheet.title.as_deref(), range, lists);
    for (block, component) in blocks.into_iter().zip(found) {
        sheet.put(component, true, without_heading(block.lines, component));
    }
}

/// Takes the agency's name from above or below what may be the title.
fn take_agency(sheet: &mut Sheet, blocks: &mut Vec<Block>) {
    let paragraph = |at: usize| {
        let block = blocks.get(at).filter(|block| !block.is_list());
        block.map(Block::text)
    };
    let (Some(first), Some(second)) = (paragraph(0), paragraph(1)) else {
        return;
    };
    let own = match (is_agency(&first), is_agency(&second)) {
        (false, true) if is_name(&first) => 1,
        (true, false) if is_name(&second) && blocks.get(2).is_some_and(Block::is_list) => 0,
        _ => return,
    };
    let name = blocks.remove(own).text();
    sheet.agency.get_or_insert(name);
}

fn take_title(sheet: &mut Sheet, blocks: &mut Vec<Block>) {
    take_agency(sheet, blocks);
    let Some(first) = blocks.first().filter(|block| !block.is_list()) else {
        return;
    };
    let text = first.text();
    let known = sheet.title.as_ref().is_some_and(|title| *title == text);
    let opens = |block: &Block| block.is_list() || block.text().ends_with(':');
    let named = blocks.get(1).is_some_and(opens) || blocks[1..].iter().any(has_items);
    let before_list = named && is_name(&text) && bare_heading(&text).is_none();
    let again = || blocks[1..].iter().any(|block| same(&block.text(), &text));
    if known {
        blocks.remove(0);
    } else if sheet.title.is_none() && (before_list || is_name(&text) && again()) {
        sheet.title = Some(text);
        blocks.remove(0);
    } else if sheet.title.is_none() && is_spaced(blocks) && is_short_name(&text) {
        // Pages that lost their titles lost their empty lines as well.
        (sheet.title, sheet.is_title_guessed) = (Some(text), true);
        blocks.remove(0);
    }
}

/// How many blocks with empty lines before them a page has that divides what it says by them.
const FIELDS: usize = 4;

/// Whether a page divides what it says by empty lines.
fn is_spaced(blocks: &[Block]) -> bool {
    blocks.iter().filter(|block| !block.is_glued).count() > FIELDS
}

/// Whether a paragraph is a name that says nothing of a component.
fn is_short_name(text: &str) -> bool {
    let cues = CUES.iter().filter(|(phrases, ..)| begins(text, phrases));
    let sure = cues.filter(|(.., weight)| *weight > 2).count();
    is_name(text) && words(text).len() <= 10 && bare_heading(text).is_none() && sure == 0
}

/// Whether a block is a list of papers or of steps.
fn has_items(block: &Block) -> bool {
    block.lines.len() > 1 && Leaning::of(block).is_some()
}

/// Whether a paragraph may be the name of a service: short, without figures, and no sentence.
fn is_name(text: &str) -> bool {
    let ends = text.ends_with(['.', ':', ';', ',']);
    let figure = figures(text)
        .iter()
        .any(|one| matches!(one.unit, Unit::Time(_) | Unit::Rupiah));
    !ends && !figure && words(text).len() <= 25 && !says_free_of_cost(text) && !has_channel(text)
}

/// The component of each block.
fn best(
    blocks: &[Block],
    title: Option<&str>,
    range: Range<usize>,
    lists: usize,
) -> Vec<Component> {
    let (first, end) = (range.start, range.end);
    let mut sums: Vec<[i32; ORDER.len()]> = Vec::new();
    let mut from: Vec<[usize; ORDER.len()]> = Vec::new();
    let (ranks, is_spaced) = (ranks(blocks), is_spaced(blocks));
    let leanings = leanings(blocks, lists);
    for (at, block) in blocks.iter().enumerate() {
        let rank = ranks[at].map(|rank| rank + lists);
        let before = at.checked_sub(1).map(|at| &blocks[at]);
        let mut sum = [i32::MIN / 2; ORDER.len()];
        let mut origin = [0; ORDER.len()];
        for (own, component) in ORDER.iter().enumerate().take(end).skip(first) {
            let score = score(block, *component, title, (rank, leanings[at]));
            let ways = (first..=own).map(|earlier| {
                let known = sums.last().map_or(0, |sums| sums[earlier]);
                let stays = if earlier == own {
                    stay(before, block, *component, is_spaced)
                } else {
                    -SKIPPED * i32::from(skips(ORDER[earlier], *component))
                };
                (known + stays, earlier)
            });
            // Of two equal ways the later one: nothing is left out without need.
            let (value, earlier) = ways.max().unwrap_or_default();
            (sum[own], origin[own]) = (value + score, earlier);
        }
        sums.push(sum);
        from.push(origin);
    }
    let Some(last) = sums.last() else {
        return Vec::new();
    };
    let mut own = range.max_by_key(|own| last[*own]).unwrap_or(first);
    let mut found = Vec::new();
    for origin in from.iter().rev() {
        found.push(ORDER[own]);
        own = origin[own];
    }
    found.reverse();
    found
}

/// The place of each list among the lists; those with a line above them that opens them, one after the other, are one,
/// and so is that line.
fn ranks(blocks: &[Block]) -> Vec<Option<usize>> {
    let opens = |at: usize| {
        let next = blocks.get(at + 1).is_some_and(Block::is_list);
        next && !blocks[at].is_list() && opens_list(&blocks[at].text())
    };
    let mut ranks = Vec::new();
    let mut count = 0;
    for (at, block) in blocks.iter().enumerate() {
        let opened = at > 0 && opens(at - 1);
        let run = at > 1 && opens(at) && opens(at - 2);
        let is_new = opens(at) && !run || block.is_list() && !opened;
        count += usize::from(is_new);
        ranks.push((opens(at) || block.is_list()).then(|| count - 1));
    }
    ranks
}

/// Whether a paragraph right above a list opens it: `Yang dibawa:`, `Bagi pemohon baru`.
fn opens_list(text: &str) -> bool {
    let short = words(text).len() <= 8 && !text.ends_with(['.', ';', ',']);
    text.ends_with(':') || short && begins(text, CASE_OPENERS)
}

/// Blocks in which a list of times below the last step is one of its own, where the page says no time elsewhere:
/// `3. Selesai`, `a. Usaha mikro : 14 hari kerja`, `b. Usaha kecil : 28 hari kerja`.
fn times_apart(mut blocks: Vec<Block>) -> Vec<Block> {
    let time = |text: &str| {
        let found = figures(text);
        found.iter().any(|one| matches!(one.unit, Unit::Time(_)))
    };
    let of_time = |block: &Block| is_only_time(&block.text()) || all_items(block, &time);
    if blocks.iter().any(of_time) {
        return blocks;
    }
    let hides = |block: &Block| {
        let labelled = |line: &Line| {
            let label = line.text.split_once([':', '=']);
            label.is_some_and(|(label, rest)| !time(label) && time(rest)) && line.lines.is_empty()
        };
        let last = block.lines.last().filter(|last| last.mark.is_some());
        last.is_some_and(|last| {
            let opens = last.text.ends_with(':');
            !opens && last.lines.len() > 1 && last.lines.iter().all(labelled)
        })
    };
    let Some(at) = blocks.iter().rposition(hides) else {
        return blocks;
    };
    let lines = blocks[at].lines.last_mut();
    let lines = lines.map_or(Vec::new(), |last| std::mem::take(&mut last.lines));
    let is_glued = false;
    blocks.insert(at + 1, Block { lines, is_glued });
    blocks
}

/// How much speaks for a block belonging to what the one before belongs to.
fn stay(before: Option<&Block>, block: &Block, component: Component, is_spaced: bool) -> i32 {
    let text = block.text();
    let small = text.starts_with(|c: char| c == '(' || c.is_lowercase());
    let opened =
        before.is_some_and(|before| !before.is_list() && before.text().ends_with([':', ';', ',']));
    let below = before.and_then(|before| bare_heading(&before.text()));
    let below = below == Some(component);
    let joined = begins(&text, GOES_ON);
    let first = |text: &str| words(text).first().cloned();
    let alike = begins(&text, CASE_LINES)
        && before.is_some_and(|before| first(&before.text()) == first(&text));
    // What citizens get is said in one piece.
    let again = component == Component::Products && before.is_some() && !block.is_list();
    let lists = block.is_list() && before.is_some_and(Block::is_list);
    GLUED * i32::from(is_spaced && block.is_glued && !lists)
        + 4 * i32::from(opened && (small || block.is_list()))
        + 3 * i32::from(small && !block.is_list())
        + HEADED * i32::from(below)
        + 3 * i32::from(joined)
        + 3 * i32::from(alike)
        - 3 * i32::from(again)
}

/// How much speaks for a block being a component.
fn score(
    block: &Block,
    component: Component,
    title: Option<&str>,
    (list, leaning): (Option<usize>, Option<Leaning>),
) -> i32 {
    let text = block.text();
    if let Some(said) = named(block) {
        return if said == component { CERTAIN } else { 0 };
    }
    let cues = CUES.iter().filter(|(_, own, _)| *own == component);
    let cues: i32 = cues
        .filter(|(phrases, ..)| says(&text, phrases))
        .map(|(.., weight)| weight)
        .sum();
    let found = figures(&text);
    let time = |figure: &Figure| matches!(figure.unit, Unit::Time(_));
    let money = found.iter().any(|figure| figure.unit == Unit::Rupiah);
    let channel = has_channel(&text) || is_address(&text) || is_labelled(&text);
    let own = match component {
        Component::Requirements | Component::Procedure => in_list(component, list, leaning),
        Component::Time => {
            let all = all_items(block, &|item| figures(item).iter().any(time));
            let whole = is_only_time(&text);
            let any = !money && !channel && found.iter().any(time);
            let any = any && !block.is_list();
            // Where no length is said, hours are often said instead.
            4 * i32::from(!money && !channel && is_hours(&text))
                + 10 * i32::from(whole)
                + 6 * i32::from(any)
                + 14 * i32::from(block.is_list() && all)
        }
        Component::Cost => {
            let free = says_free_of_cost(&text) || is_nothing(&text);
            8 * i32::from(money) + 8 * i32::from(free)
        }
        Component::Products => {
            let plain = !money
                && !channel
                && !is_agency(&text)
                && !is_hours(&text)
                && !found.iter().any(time)
                && words(&text).len() <= 30;
            let titled = title.is_some_and(|title| is_of_title(&text, title));
            2 * i32::from(plain && !text.ends_with(':')) + 6 * i32::from(titled)
        }
        _ => {
            let hours = is_hours(&text);
            let foreign = !channel && !hours && !says(&text, WAYS) && !block.is_list();
            8 * i32::from(channel) + 5 * i32::from(hours) - 4 * i32::from(foreign)
        }
    };
    own + cues
}

/// The component whose heading a paragraph is, or begins with.
fn named(block: &Block) -> Option<Component> {
    let text = block.text();
    let rest = heading_rest(&text).map(|(component, _)| component);
    let named = rest.or_else(|| bare_heading(&text));
    named.filter(|_| !block.is_list())
}

/// The component whose heading a paragraph is: a whole line, and nothing else.
fn bare_heading(text: &str) -> Option<Component> {
    Component::of_heading(text.trim_end_matches([':', '.', ' ']))
}

/// What each block looks like; paragraphs only where no list looks so.
fn leanings(blocks: &[Block], lists: usize) -> Vec<Option<Leaning>> {
    let all: Vec<Option<Leaning>> = blocks.iter().map(Leaning::of).collect();
    let listed = |leaning: Leaning| {
        let mut pairs = blocks.iter().zip(&all);
        lists > 0 || pairs.any(|(block, own)| block.is_list() && *own == Some(leaning))
    };
    let own = blocks.iter().zip(&all);
    own.map(|(block, own)| own.filter(|own| block.is_list() || !listed(*own)))
        .collect()
}

/// How much speaks for a list of requirements or steps.
fn in_list(component: Component, list: Option<usize>, leaning: Option<Leaning>) -> i32 {
    let (expected, own) = match component {
        Component::Procedure => (1, Leaning::Steps),
        _ => (0, Leaning::Papers),
    };
    let Some(rank) = list else {
        return -6 + 7 * i32::from(leaning == Some(own));
    };
    let looks = leaning.map_or(0, |leaning| if leaning == own { LOOKS } else { -LOOKS });
    3 + 4 * i32::from(rank == expected) + looks
}

/// Whether a line is the label of a way to reach somebody, with a colon.
fn is_labelled(text: &str) -> bool {
    let mut lines = text.lines().flat_map(segments);
    lines.any(|segment| !segment.kinds.is_empty() && segment.is_open)
}

fn all_items(block: &Block, fits: &dyn Fn(&str) -> bool) -> bool {
    let items: Vec<&Line> = block
        .lines
        .iter()
        .filter(|line| line.mark.is_some())
        .collect();
    !items.is_empty() && items.iter().all(|item| fits(&whole_text(item)))
}

/// Whether a text is a length of time, or the unit of one without a number.
fn is_only_time(text: &str) -> bool {
    let whole = crate::figure::read(text);
    let whole = whole.is_some_and(|whole| matches!(whole.figure.unit, Unit::Time(_)));
    whole || Period::named(text.trim_end_matches('.')).is_some()
}

/// Whether a paragraph names what the title names.
fn is_of_title(text: &str, title: &str) -> bool {
    let (own, title) = (words(text), words(title));
    let long = own.len() >= 2 || own == title;
    long && own.iter().all(|word| title.contains(word))
}

/// Lines without the heading that leaked into the first.
fn without_heading(mut lines: Vec<Line>, component: Component) -> Vec<Line> {
    let Some(first) = lines.first().filter(|first| first.mark.is_none()) else {
        return lines;
    };
    if bare_heading(&first.text) == Some(component) && lines.len() == 1 {
        return Vec::new();
    }
    let Some(rest) = heading_rest(&first.text).filter(|(said, _)| *said == component) else {
        return lines;
    };
    let below = super::lists::lines_of_text(&rest.1);
    let below = match (below.as_slice(), super::lists::split_inline(&rest.1)) {
        (_, Some((head, items))) if head.is_empty() => items,
        _ => below,
    };
    lines.splice(0..1, below);
    lines
}
