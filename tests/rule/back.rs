//! Reads a condition in words as a person does, and says what it means: the judge of the words.
//!
//! It knows the questions, the labels of their answers and the phrases of a language, and nothing of conditions.

use maklumat::language::{Language, is_rupiah};
use maklumat::rule::check::Questions;
use maklumat::rule::domain::Domain;
use maklumat::rule::questions::{Kind, Question};

/// What a sentence says.
pub enum Said {
    /// This question is answered by one of these.
    Answer(usize, u64),
    All(Vec<Said>),
    Any(Vec<Said>),
}

impl Said {
    pub fn holds(&self, complete: &[usize]) -> bool {
        match self {
            Self::Answer(question, mask) => mask >> complete[*question] & 1 == 1,
            Self::All(parts) => parts.iter().all(|part| part.holds(complete)),
            Self::Any(parts) => parts.iter().any(|part| part.holds(complete)),
        }
    }
}

/// Whether a number passes a comparison with a constant.
type Passes = fn(i64, i64) -> bool;

/// A reader of one language, with what is left to read.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    pub questions: &'a Questions,
    pub domains: &'a [Domain],
    pub language: &'a Language,
    pub rest: &'a str,
}

impl<'a> Reader<'a> {
    /// The whole sentence; `None` if it cannot be read, or something is left.
    pub fn sentence(mut self) -> Option<Said> {
        let said = self.group(0)?;
        self.rest.is_empty().then_some(said)
    }

    fn take(&mut self, text: &str) -> bool {
        match self.rest.strip_prefix(text) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    /// Reads a phrase, and what stands in its braces as `read` does; takes nothing where that fails.
    fn phrase<T>(
        &mut self,
        phrase: &'a str,
        mut read: impl FnMut(&mut Self, &'a str) -> Option<T>,
    ) -> Option<Vec<T>> {
        let before = self.rest;
        let mut values = Vec::new();
        let mut left = phrase;
        let done = loop {
            let (text, place) = match left.split_once('{') {
                Some((text, more)) => (text, more.split_once('}')),
                None => (left, None),
            };
            if !self.take(text) {
                break None;
            }
            let Some((name, after)) = place else {
                break Some(values);
            };
            match read(self, name) {
                Some(value) => values.push(value),
                None => break None,
            }
            left = after;
        };
        if done.is_none() {
            self.rest = before;
        }
        done
    }

    /// What stands between the two places of a phrase that joins.
    fn joint(phrase: &'a str) -> &'a str {
        let (_, after) = phrase.split_once('}').expect("a first place");
        after.split_once('{').expect("a last place").0
    }

    fn group(&mut self, level: usize) -> Option<Said> {
        let phrases = self.language.phrases();
        for (heading, all) in [(&phrases.all, true), (&phrases.any, false)] {
            let members = self.phrase(&phrases.group, |reader, place| match place {
                "heading" => reader.take(heading).then(Vec::new),
                _ => reader.counted(level),
            });
            if let Some(members) = members {
                let members = members.into_iter().flatten().collect();
                return Some(if all {
                    Said::All(members)
                } else {
                    Said::Any(members)
                });
            }
        }
        let first = self.inner()?;
        let (and, or) = (Self::joint(&phrases.and), Self::joint(&phrases.or));
        let comma = Self::joint(self.language.words().get("list.comma"));
        let mut parts = vec![first];
        loop {
            let all = self.take(and);
            if all || self.take(or) {
                parts.push(self.inner()?);
                return Some(if all {
                    Said::All(parts)
                } else {
                    Said::Any(parts)
                });
            }
            if !self.take(comma) {
                return (parts.len() == 1).then(|| parts.pop())?;
            }
            parts.push(self.inner()?);
        }
    }

    /// Statements joined without commas, all of them in the same way.
    fn inner(&mut self) -> Option<Said> {
        let phrases = self.language.phrases();
        let joints = [&phrases.and_inner, &phrases.or_inner].map(|joint| Self::joint(joint));
        let mut parts = vec![self.answer()?];
        let Some(all) = joints.iter().position(|joint| self.rest.starts_with(joint)) else {
            return parts.pop();
        };
        while self.take(joints[all]) {
            parts.push(self.answer()?);
        }
        Some([Said::All, Said::Any][all](parts))
    }

    /// What the phrase of an answer says, the longest that stands here.
    fn phrased(&mut self) -> Option<Said> {
        let mut known: Vec<(&'a str, usize, u64)> = Vec::new();
        for (index, question) in self.questions.list.iter().enumerate() {
            let all = (1 << question.options().len()) - 1;
            let own = match &question.kind {
                Kind::YesNo => vec![&question.phrase],
                Kind::Choices(choices) => choices.iter().map(|choice| &choice.phrase).collect(),
                Kind::Number { .. } => continue,
            };
            for (option, phrase) in own.into_iter().enumerate() {
                let only = 1 << option;
                let is = phrase.is.iter().map(|text| (text, only));
                let is_not = phrase.is_not.iter().map(|text| (text, all & !only));
                known.extend(
                    is.chain(is_not)
                        .map(|(text, mask)| (text.as_str(), index, mask)),
                );
            }
        }
        known.retain(|(text, ..)| self.rest.starts_with(text));
        let (text, index, mask) = known.into_iter().max_by_key(|(text, ..)| text.len())?;
        self.take(text);
        Some(Said::Answer(index, mask))
    }

    /// What the phrase of a number says.
    fn numbered(&mut self) -> Option<Said> {
        let before = self.rest;
        for (index, question) in self.questions.list.iter().enumerate() {
            let Some(phrase) = question.phrase.is.as_deref() else {
                continue;
            };
            let Some((start, end)) = phrase.split_once("{}") else {
                continue;
            };
            if self.take(start)
                && let Some(mask) = self.number(question, &self.domains[index])
                && self.take(end)
            {
                return Some(Said::Answer(index, mask));
            }
            self.rest = before;
        }
        None
    }

    /// "(a) …; (b) …": members of one level carry marks of one kind, in order.
    fn counted(&mut self, level: usize) -> Option<Vec<Said>> {
        let joint = Self::joint(&self.language.phrases().members);
        let mut parts = Vec::new();
        loop {
            let number = parts.len() + 1;
            let mark = match level {
                0 => format!("({}) ", char::from(b'a' + u8::try_from(parts.len()).ok()?)),
                1 => format!("({number}) "),
                _ => format!("({level}.{number}) "),
            };
            let before = self.rest;
            if !parts.is_empty() && !self.take(joint) || !self.take(&mark) {
                self.rest = before;
                return (parts.len() > 1).then_some(parts);
            }
            parts.push(self.group(level + 1)?);
        }
    }

    fn answer(&mut self) -> Option<Said> {
        let phrases = self.language.phrases();
        if self.take(&phrases.always) {
            return Some(Said::All(Vec::new()));
        }
        if self.take(&phrases.never) {
            return Some(Said::Any(Vec::new()));
        }
        if let Some(said) = self.phrased().or_else(|| self.numbered()) {
            return Some(said);
        }
        for (index, question) in self.questions.list.iter().enumerate() {
            let domain = &self.domains[index];
            let read = self.phrase(&phrases.asked, |reader, place| match place {
                "ask" => reader.take(&question.ask).then_some(u64::MAX),
                _ => match question.kind {
                    Kind::Number { .. } => reader.number(question, domain),
                    _ => reader.options(question),
                },
            });
            if let Some(masks) = read {
                let mask = masks.iter().fold(u64::MAX, |all, mask| all & mask);
                return Some(Said::Answer(index, mask));
            }
        }
        None
    }

    fn options(&mut self, question: &Question) -> Option<u64> {
        let phrases = self.language.phrases();
        let all = (1 << question.options().len()) - 1;
        let but = self.phrase(&phrases.but, |reader, _| reader.listed(question));
        match but {
            Some(masks) => Some(all & !masks[0]),
            None => self.listed(question),
        }
    }

    fn listed(&mut self, question: &Question) -> Option<u64> {
        let phrases = self.language.phrases();
        let words = self.language.words();
        let labels: Vec<String> = match &question.kind {
            Kind::Choices(choices) => choices
                .iter()
                .map(|choice| phrases.option.replace("{label}", &choice.label))
                .collect(),
            _ => vec![phrases.yes.clone(), phrases.no.clone()],
        };
        let joints =
            ["list.or_many", "list.or", "list.comma"].map(|key| Self::joint(words.get(key)));
        let mut mask = 0;
        loop {
            let at = labels.iter().position(|label| self.take(label))?;
            mask |= 1 << at;
            let before = self.rest;
            let several = matches!(question.kind, Kind::Choices(_));
            let more = several && joints.iter().any(|joint| self.take(joint));
            if !more
                || !labels
                    .iter()
                    .any(|label| self.rest.starts_with(label.as_str()))
            {
                self.rest = before;
                return Some(mask);
            }
        }
    }

    fn number(&mut self, question: &Question, domain: &Domain) -> Option<u64> {
        let Domain::Bands(bands) = domain else {
            return None;
        };
        if let Some((first, last)) = self.range(question) {
            let holds = bands.iter().enumerate();
            let holds = holds.filter(|(_, band)| first <= band.0 && band.1 <= last);
            return Some(holds.fold(0, |mask, (at, _)| mask | 1 << at));
        }
        let phrases = self.language.phrases();
        let comparisons: [(&'a str, Passes); 7] = [
            (&phrases.equal, |n, c| n == c),
            (&phrases.not_equal, |n, c| n != c),
            (&phrases.below, |n, c| n < c),
            (&phrases.above, |n, c| n > c),
            (&phrases.at_least, |n, c| n >= c),
            (&phrases.at_most, |n, c| n <= c),
            (&phrases.up_to, |n, c| n <= c),
        ];
        comparisons.into_iter().find_map(|(phrase, passes)| {
            let constant = self.phrase(phrase, |reader, _| reader.amount(question))?[0];
            let holds = bands
                .iter()
                .enumerate()
                .filter(|(_, (first, _))| passes(*first, constant));
            Some(holds.fold(0, |mask, (at, _)| mask | 1 << at))
        })
    }

    /// A range with both its ends, as the first and the last number within.
    fn range(&mut self, question: &Question) -> Option<(i64, i64)> {
        let unit = match &question.kind {
            Kind::Number { unit, .. } => unit.as_deref().filter(|unit| !is_rupiah(unit)),
            _ => None,
        };
        let Some(unit) = unit else {
            return self.ends(question);
        };
        let with_unit = &self.language.phrases().with_unit;
        let read = self.phrase(with_unit, |reader, place| match place {
            "unit" => reader.take(unit).then_some(None),
            _ => reader.ends(question).map(Some),
        });
        read?.into_iter().flatten().next()
    }

    fn ends(&mut self, question: &Question) -> Option<(i64, i64)> {
        let phrases = self.language.phrases();
        let ranges: [(&'a str, i64, i64); 4] = [
            (&phrases.over_below, 1, 1),
            (&phrases.over_up_to, 1, 0),
            (&phrases.from_below, 0, 1),
            (&phrases.between, 0, 0),
        ];
        let money =
            matches!(&question.kind, Kind::Number { unit: Some(unit), .. } if is_rupiah(unit));
        ranges.into_iter().find_map(|(phrase, over, below)| {
            let ends = self.phrase(phrase, |reader, _| match money {
                true => reader.amount(question),
                false => reader.digits(question),
            })?;
            Some((ends[0] + over, ends[1] - below))
        })
    }

    fn amount(&mut self, question: &Question) -> Option<i64> {
        let unit = match &question.kind {
            Kind::Number {
                unit: Some(unit), ..
            } => unit,
            _ => return self.digits(question),
        };
        let phrase = if is_rupiah(unit) {
            self.language.words().get("cost.amount")
        } else {
            &self.language.phrases().with_unit
        };
        let read = self.phrase(phrase, |reader, place| match place {
            "unit" => reader.take(unit).then_some(None),
            _ => reader.digits(question).map(Some),
        });
        read?.into_iter().flatten().next()
    }

    /// Digits, with or without the marks between groups of three, and the decimals that the question has.
    fn digits(&mut self, question: &Question) -> Option<i64> {
        let mark = self.language.words().get("number.group");
        let length = |text: &str| {
            text.find(|c: char| !c.is_ascii_digit())
                .unwrap_or(text.len())
        };
        let (first, mut rest) = self.rest.split_at(length(self.rest));
        let mut digits = first.to_owned();
        while let Some(group) = rest.strip_prefix(mark)
            && length(group) == 3
        {
            digits.push_str(&group[..3]);
            rest = &group[3..];
        }
        let decimals = usize::from(question.decimals());
        let mark = self.language.words().get("number.decimal");
        let part = rest
            .strip_prefix(mark)
            .filter(|part| decimals > 0 && length(part) > 0);
        let part = part.map_or("", |part| &part[..length(part)]);
        if !part.is_empty() {
            rest = &rest[mark.len() + part.len()..];
        }
        self.rest = rest;
        format!("{digits}{part:0<decimals$}").parse().ok()
    }
}
