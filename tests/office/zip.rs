//! A writer of ZIP packages that may lie.

use std::io::Write;

use flate2::Compression;
use flate2::write::DeflateEncoder;

/// An entry as it is to be written.
pub struct Entry<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its bytes, before they are compressed.
    pub bytes: &'a [u8],
    /// How many bytes it says it has; as many as it has unless given.
    pub says: Option<u32>,
    /// The flags.
    pub flags: u16,
}

impl<'a> Entry<'a> {
    /// An honest entry.
    pub fn new(name: &'a str, bytes: &'a [u8]) -> Self {
        Self {
            name,
            bytes,
            says: None,
            flags: 0,
        }
    }
}

/// The bytes of a package.
pub fn package(entries: &[Entry<'_>]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for entry in entries {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(entry.bytes).expect("bytes");
        let packed = encoder.finish().expect("bytes");
        let mut crc = flate2::Crc::new();
        crc.update(entry.bytes);
        let size = entry
            .says
            .unwrap_or(u32::try_from(entry.bytes.len()).expect("small"));
        let mut head = vec![20, 0];
        head.extend(entry.flags.to_le_bytes());
        head.extend([8, 0, 0, 0, 0x21, 0]);
        head.extend(crc.sum().to_le_bytes());
        head.extend(u32::try_from(packed.len()).expect("small").to_le_bytes());
        head.extend(size.to_le_bytes());
        head.extend(
            u16::try_from(entry.name.len())
                .expect("short")
                .to_le_bytes(),
        );
        let offset = u32::try_from(out.len()).expect("small");
        out.extend(b"PK\x03\x04");
        out.extend(&head);
        out.extend([0, 0]);
        out.extend(entry.name.as_bytes());
        out.extend(&packed);
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&head);
        directory.extend([0; 12]);
        directory.extend(offset.to_le_bytes());
        directory.extend(entry.name.as_bytes());
    }
    let count = u16::try_from(entries.len()).expect("few");
    let (start, length) = (out.len(), directory.len());
    out.extend(directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend(u32::try_from(length).expect("small").to_le_bytes());
    out.extend(u32::try_from(start).expect("small").to_le_bytes());
    out.extend([0, 0]);
    out
}
