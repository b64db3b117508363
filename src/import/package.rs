//! Word and Excel files are ZIP packages. Only the parts that are needed are unpacked, each checked before any reader of
//! a crate sees it, and handed on in a new package that holds nothing else.
//!
//! A package may lie: about sizes, with paths that lead out of it, with one small file that unpacks to gigabytes, with
//! entities that name other files. Each of these ends with a message.

mod xml;

use std::collections::BTreeMap;
use std::io::Read;

use flate2::Crc;
use flate2::read::DeflateDecoder;

use crate::diagnostic::{Message, say};
pub use xml::end_of_tag;

/// The most bytes that one part may unpack to.
const MOST_OF_PART: usize = 12_000_000;

/// The most bytes that all parts may unpack to.
const MOST_OF_ALL: usize = 30_000_000;

/// The most entries of a package.
const MOST_ENTRIES: usize = 4_000;

/// The first bytes of a package.
pub const MAGIC: &[u8] = b"PK\x03\x04";

/// The parts of a package that were unpacked, by name.
#[derive(Debug, Default)]
pub struct Package {
    parts: BTreeMap<String, Vec<u8>>,
}

/// What the directory at the end of a package says of an entry.
struct Entry {
    name: String,
    method: u16,
    crc: u32,
    packed: usize,
    size: usize,
    offset: usize,
}

impl Package {
    /// Unpacks the parts with names that are `wanted`.
    ///
    /// # Errors
    /// Why nothing of it is read.
    pub fn open(bytes: &[u8], wanted: impl Fn(&str) -> bool) -> Result<Self, Message> {
        let entries = directory(bytes)?;
        let wanted: Vec<&Entry> = entries.iter().filter(|entry| wanted(&entry.name)).collect();
        let all: usize = wanted.iter().map(|entry| entry.size).sum();
        if all > MOST_OF_ALL || wanted.iter().any(|entry| entry.size > MOST_OF_PART) {
            return Err(too_large());
        }
        let mut parts = BTreeMap::new();
        let mut left = MOST_OF_ALL;
        for entry in wanted {
            let part = unpack(bytes, entry, left.min(MOST_OF_PART))?;
            left -= part.len();
            xml::check(&part)?;
            if parts.insert(entry.name.clone(), part).is_some() {
                return Err(damaged());
            }
        }
        Ok(Self { parts })
    }

    /// The bytes of a part.
    pub fn get(&self, name: &str) -> Option<&[u8]> {
        self.parts.get(name).map(Vec::as_slice)
    }

    /// The names of the parts.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.parts.keys().map(String::as_str)
    }

    /// Puts a part into the package, or another in its place.
    pub fn put(&mut self, name: &str, bytes: impl Into<Vec<u8>>) {
        self.parts.insert(name.to_owned(), bytes.into());
    }

    /// A package of these parts alone, nothing in it compressed.
    pub fn packed(&self) -> Vec<u8> {
        let (mut out, mut directory) = (Vec::new(), Vec::new());
        for (name, part) in &self.parts {
            let mut crc = Crc::new();
            crc.update(part);
            let size = u32::try_from(part.len()).unwrap_or(u32::MAX);
            let offset = u32::try_from(out.len()).unwrap_or(u32::MAX);
            let length = u16::try_from(name.len()).unwrap_or(u16::MAX);
            // Version, flags, method, time, date, CRC, both sizes, and the length of the name.
            let mut head = vec![20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0];
            head.extend(crc.sum().to_le_bytes());
            head.extend(size.to_le_bytes());
            head.extend(size.to_le_bytes());
            head.extend(length.to_le_bytes());
            out.extend(MAGIC);
            out.extend(&head);
            out.extend([0, 0]);
            out.extend(name.as_bytes());
            out.extend(part);
            directory.extend(b"PK\x01\x02\x14\x00");
            directory.extend(&head);
            directory.extend([0; 12]);
            directory.extend(offset.to_le_bytes());
            directory.extend(name.as_bytes());
        }
        let count = u16::try_from(self.parts.len()).unwrap_or(u16::MAX);
        let start = u32::try_from(out.len()).unwrap_or(u32::MAX);
        let length = u32::try_from(directory.len()).unwrap_or(u32::MAX);
        out.extend(directory);
        out.extend(b"PK\x05\x06\0\0\0\0");
        out.extend(count.to_le_bytes());
        out.extend(count.to_le_bytes());
        out.extend(length.to_le_bytes());
        out.extend(start.to_le_bytes());
        out.extend([0, 0]);
        out
    }
}

/// The names of all that is in a package.
///
/// # Errors
/// When it is none.
pub fn names(bytes: &[u8]) -> Result<Vec<String>, Message> {
    let entries = directory(bytes)?.into_iter();
    Ok(entries.map(|entry| entry.name).collect())
}

/// The number of so many bytes at a place.
fn number(bytes: &[u8], at: usize, length: usize) -> Option<usize> {
    let digits = bytes.get(at..at.checked_add(length)?)?;
    let digits = digits.iter().rev();
    Some(digits.fold(0, |number, digit| number << 8 | usize::from(*digit)))
}

/// What stands in the directory at the end.
fn directory(bytes: &[u8]) -> Result<Vec<Entry>, Message> {
    let (mut at, count) = end_of(bytes).ok_or_else(damaged)?;
    if count > MOST_ENTRIES {
        return Err(too_large());
    }
    let mut entries = Vec::new();
    for _ in 0..count {
        let (entry, next) = entry(bytes, at).ok_or_else(damaged)??;
        entries.push(entry);
        at = next;
    }
    Ok(entries)
}

/// Where the directory starts, and how many entries it has; `None` where no end of a package is found.
fn end_of(bytes: &[u8]) -> Option<(usize, usize)> {
    let from = bytes.len().saturating_sub(22 + 0xffff);
    let at = from + memchr::memmem::rfind(&bytes[from..], b"PK\x05\x06")?;
    let (disk, count) = (number(bytes, at + 4, 4)?, number(bytes, at + 10, 2)?);
    let (length, start) = (number(bytes, at + 12, 4)?, number(bytes, at + 16, 4)?);
    number(bytes, at + 20, 2)?;
    let fits = disk == 0 && start.checked_add(length)? <= at;
    fits.then_some((start, count))
}

/// The entry at a place of the directory, and where the next one is.
fn entry(bytes: &[u8], at: usize) -> Option<Result<(Entry, usize), Message>> {
    if bytes.get(at..at + 4)? != b"PK\x01\x02" {
        return None;
    }
    let flags = number(bytes, at + 8, 2)?;
    let lengths = [28, 30, 32].map(|place| number(bytes, at + place, 2));
    let [Some(name), Some(extra), Some(comment)] = lengths else {
        return None;
    };
    let name = bytes.get(at + 46..at + 46 + name)?;
    let next = at + 46 + name.len() + extra + comment;
    let name = String::from_utf8_lossy(name).replace('\\', "/");
    if flags & 1 != 0 {
        return Some(Err(locked()));
    }
    let leads_out =
        name.starts_with('/') || name.contains(':') || name.split('/').any(|part| part == "..");
    if leads_out || name.contains('\0') {
        return Some(Err(say!(
            "di dalam berkas ini ada nama yang menunjuk ke luar; simpan ulang dari Word atau Excel",
            "a name in this file leads out of it; save it again from Word or Excel"
        )));
    }
    let entry = Entry {
        name: name.trim_start_matches("./").to_owned(),
        method: u16::try_from(number(bytes, at + 10, 2)?).ok()?,
        crc: u32::try_from(number(bytes, at + 16, 4)?).ok()?,
        packed: number(bytes, at + 20, 4)?,
        size: number(bytes, at + 24, 4)?,
        offset: number(bytes, at + 42, 4)?,
    };
    Some(Ok((entry, next)))
}

/// The bytes of an entry, at most so many whatever it says of itself.
fn unpack(bytes: &[u8], entry: &Entry, most: usize) -> Result<Vec<u8>, Message> {
    let at = entry.offset;
    let data = || {
        let is_entry = bytes.get(at..at.checked_add(4)?)? == MAGIC;
        let start = at + 30 + number(bytes, at + 26, 2)? + number(bytes, at + 28, 2)?;
        let data = bytes.get(start..start.checked_add(entry.packed)?)?;
        is_entry.then_some(data)
    };
    let data = data().ok_or_else(damaged)?;
    let limit = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    let mut part = Vec::new();
    let read = match entry.method {
        0 => data.take(limit).read_to_end(&mut part),
        8 => DeflateDecoder::new(data).take(limit).read_to_end(&mut part),
        _ => return Err(damaged()),
    };
    if part.len() > most {
        return Err(too_large());
    }
    let mut crc = Crc::new();
    crc.update(&part);
    let whole = read.is_ok() && part.len() == entry.size && crc.sum() == entry.crc;
    whole.then_some(part).ok_or_else(damaged)
}

/// What is said of a file that unpacks to too much.
fn too_large() -> Message {
    let (part, all) = (MOST_OF_PART / 1_000_000, MOST_OF_ALL / 1_000_000);
    say!(
        "isi berkas ini terlalu besar sesudah dibuka (paling banyak {part} MB satu bagian, {all} MB seluruhnya); bagi menjadi beberapa berkas",
        "what is in this file is too large once unpacked (at most {part} MB a part, {all} MB in all); divide it"
    )
}

/// What is said of a file that cannot be read.
pub fn damaged() -> Message {
    say!(
        "berkas ini rusak atau terpotong; buka di Word atau Excel, lalu simpan ulang sebagai .docx atau .xlsx",
        "this file is damaged or cut off; open it in Word or Excel and save it again as .docx or .xlsx"
    )
}

/// What is said of a file that is locked by a password.
pub fn locked() -> Message {
    say!(
        "berkas ini dikunci dengan kata sandi; buka, hapus kata sandinya, lalu simpan",
        "this file is locked by a password; open it, remove the password and save it"
    )
}
