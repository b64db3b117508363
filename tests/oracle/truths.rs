//! What must be shown for some answers, by trying every way to answer the rest.

use maklumat::rule::compile::{Kind, State, Verdict};

/// The truth of the conditions of a service under every complete set of answers.
#[derive(Debug, PartialEq)]
pub struct Truths {
    /// How many answers each question has.
    pub sizes: Vec<usize>,
    /// How many items have a condition.
    pub items: usize,
    /// What follows where each criterion is false.
    pub criteria: Vec<Kind>,
    /// How many cases are unsettled.
    pub silences: usize,
    /// Items, criteria, silences, whom the criteria of groups concern; by the number of the complete set.
    pub rows: Vec<Vec<bool>>,
}

/// Everything the page shows for some answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    pub items: Vec<State>,
    pub criteria: Vec<State>,
    /// For each criterion of a group that concerns some people: it does not concern this one.
    pub unconcerned: Vec<bool>,
    pub verdict: Verdict,
    /// For each question: it is open and changes nothing.
    pub irrelevant: Vec<bool>,
    pub notices: Vec<bool>,
}

impl Truths {
    /// The truth of one condition, by the number of the complete set.
    pub fn of(&self, condition: usize) -> Vec<bool> {
        self.rows.iter().map(|row| row[condition]).collect()
    }

    /// All complete sets that agree with the answers.
    pub fn completions(&self, answers: &[Option<u8>]) -> Vec<usize> {
        let mut found = vec![0];
        let mut stride = 1;
        for (size, answer) in self.sizes.iter().zip(answers) {
            let choices: Vec<usize> = match answer {
                Some(answer) => vec![usize::from(*answer)],
                None => (0..*size).collect(),
            };
            let with = |number: &usize| {
                let number = *number;
                choices.iter().map(move |choice| number + choice * stride)
            };
            found = found.iter().flat_map(with).collect();
            stride *= size;
        }
        found
    }

    /// What must be shown, by trying everything.
    pub fn shown(&self, answers: &[Option<u8>]) -> Shown {
        let completions = self.completions(answers);
        let state = |condition: usize| {
            let holds = |number: &&usize| self.rows[**number][condition];
            match completions.iter().filter(holds).count() {
                0 => State::No,
                all if all == completions.len() => State::Yes,
                _ => State::Maybe,
            }
        };
        let criteria = self.items + self.criteria.len();
        let settled = criteria + self.silences;
        let all = self.rows[0].len();
        let mut verdicts: Vec<Verdict> = completions.iter().map(|at| self.verdict(*at)).collect();
        verdicts.dedup();
        let verdict = match verdicts[..] {
            [only] => only,
            _ => Verdict::Incomplete,
        };
        let last = matches!(verdict, Verdict::NotEligible | Verdict::NotNeeded);
        let open = |question: usize| answers[question].is_none();
        let irrelevant = |question| open(question) && (last || self.idle(question, answers));
        Shown {
            items: (0..self.items).map(state).collect(),
            criteria: (self.items..criteria).map(state).collect(),
            unconcerned: (settled..all).map(|at| state(at) == State::No).collect(),
            verdict,
            irrelevant: (0..answers.len()).map(irrelevant).collect(),
            notices: (criteria..settled)
                .map(|at| state(at) == State::Yes)
                .collect(),
        }
    }

    /// The verdict of a complete set of answers, by its number.
    pub fn verdict(&self, complete: usize) -> Verdict {
        let row = &self.rows[complete];
        let (criteria, others) = row[self.items..].split_at(self.criteria.len());
        let fails = |wanted: Kind| {
            let mut all = self.criteria.iter().zip(criteria);
            all.any(|(kind, met)| *kind == wanted && !met)
        };
        if fails(Kind::NotEligible) {
            Verdict::NotEligible
        } else if fails(Kind::NotNeeded) {
            Verdict::NotNeeded
        } else if others[..self.silences].contains(&true) {
            Verdict::AskFirst
        } else if fails(Kind::DoFirst) {
            Verdict::DoFirst
        } else {
            Verdict::Eligible
        }
    }

    /// Whether a question can change nothing, whatever the other open questions say.
    pub fn idle(&self, question: usize, answers: &[Option<u8>]) -> bool {
        let stride: usize = self.sizes[..question].iter().product();
        let mut others = answers.to_vec();
        others[question] = Some(0);
        self.completions(&others).into_iter().all(|number| {
            let mut answers = 1..self.sizes[question];
            answers.all(|answer| self.rows[number + answer * stride] == self.rows[number])
        })
    }

    /// The number of partial sets: each question answered or open.
    pub fn partial_count(&self) -> usize {
        self.sizes.iter().map(|size| size + 1).product()
    }

    /// A partial set by its number.
    pub fn partial(&self, number: usize) -> Vec<Option<u8>> {
        let sizes: Vec<usize> = self.sizes.iter().map(|size| size + 1).collect();
        let digits = digits(number, &sizes).into_iter();
        digits.map(|digit| digit.checked_sub(1)).collect()
    }
}

/// A number in mixed digits, the first question's lowest.
pub fn digits(mut number: usize, sizes: &[usize]) -> Vec<u8> {
    let digit = |size: &usize| {
        let digit = number % size;
        number /= size;
        u8::try_from(digit).expect("few answers")
    };
    sizes.iter().map(digit).collect()
}
