//! Dice with a fixed seed, and the ways in which they spoil a file.

/// SplitMix64: the same numbers on every machine.
pub struct Dice(u64);

impl Dice {
    /// Dice that always fall the same way for a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    /// The next number.
    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`; 0 where there is none.
    pub fn below(&mut self, end: usize) -> usize {
        (self.roll() % end.max(1) as u64) as usize
    }

    /// One of several things.
    pub fn one_of<'a, T: ?Sized>(&mut self, things: &[&'a T]) -> &'a T {
        things[self.below(things.len())]
    }
}

/// What people and programs put into files where it does not belong.
pub const PIECES: [&[u8]; 48] = [
    b"\t",
    b": ",
    b":",
    b" #",
    b"#",
    b"[",
    b"]",
    b"{",
    b"}",
    b", ",
    b"&a ",
    b"*a",
    b"!x ",
    b"!!int ",
    b"<<: ",
    b"- ",
    b"-",
    b"---\n",
    b"...\n",
    b"|",
    b">-",
    b"|2",
    b"'",
    b"\"",
    b"\\",
    b"%YAML 1.2\n",
    b"@",
    b"`",
    b"? ",
    b"~",
    b"null",
    b"\n",
    b"\r\n",
    b"\r",
    b"\0",
    b"\xff",
    b"\xc3",
    "\u{a0}".as_bytes(),
    "\u{feff}".as_bytes(),
    "\u{2028}".as_bytes(),
    "“".as_bytes(),
    "”".as_bytes(),
    "😀".as_bytes(),
    "e\u{301}".as_bytes(),
    b"==",
    b" dan ",
    b" atau (",
    b"<b>",
];

/// A file with one to four mistakes in it; `other` is a file to take lines from.
pub fn spoil(bytes: &[u8], other: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=dice.below(4) {
        if dice.below(2) == 0 {
            spoil_bytes(&mut bytes, dice);
        } else {
            spoil_lines(&mut bytes, other, dice);
        }
    }
    bytes
}

fn spoil_bytes(bytes: &mut Vec<u8>, dice: &mut Dice) {
    let at = dice.below(bytes.len() + 1);
    match dice.below(5) {
        0 if at < bytes.len() => bytes[at] = (dice.roll() & 0xff) as u8,
        1 if at < bytes.len() => {
            let to = (at + 1 + dice.below(6)).min(bytes.len());
            bytes.drain(at..to);
        }
        2 if dice.below(8) == 0 => bytes.truncate(at),
        _ => {
            let piece = dice.one_of(&PIECES);
            bytes.splice(at..at, piece.iter().copied());
        }
    }
}

fn spoil_lines(bytes: &mut Vec<u8>, other: &[u8], dice: &mut Dice) {
    let lines = |bytes: &[u8]| -> Vec<Vec<u8>> {
        bytes
            .split_inclusive(|byte| *byte == b'\n')
            .map(<[u8]>::to_vec)
            .collect()
    };
    let mut all = lines(bytes);
    if all.is_empty() {
        return;
    }
    let at = dice.below(all.len());
    match dice.below(6) {
        0 => drop(all.remove(at)),
        1 => all.insert(at, all[at].clone()),
        2 => {
            let to = dice.below(all.len());
            all.swap(at, to);
        }
        3 => all[at].splice(0..0, *b"  ").for_each(drop),
        4 if all[at].starts_with(b" ") => drop(all[at].remove(0)),
        _ => {
            let others = lines(other);
            if !others.is_empty() {
                all.insert(at, others[dice.below(others.len())].clone());
            }
        }
    }
    *bytes = all.concat();
}
