//! An address as a QR code.

use fast_qr::{ECL, QRBuilder};

use super::view::Code;

/// The blank modules around a code, as its standard demands.
const QUIET: usize = 4;

/// The picture of an address; `None` for one that no code can hold.
pub fn code(address: &str) -> Option<Code> {
    let code = QRBuilder::new(address).ecl(ECL::M).build().ok()?;
    let mut path = String::new();
    for row in 0..code.size {
        let dark = |column: usize| column < code.size && code[row][column].value();
        let mut column = 0;
        while column < code.size {
            let width = (column..).take_while(|column| dark(*column)).count();
            if width > 0 {
                let (x, y) = (column + QUIET, row + QUIET);
                path.push_str(&format!("M{x} {y}h{width}v1h-{width}z"));
            }
            column += width + 1;
        }
    }
    Some(Code {
        side: code.size + 2 * QUIET,
        path,
    })
}

#[cfg(test)]
mod tests {
    use super::code;

    #[test]
    fn the_finder_patterns_stand_in_three_corners_inside_the_quiet_zone() {
        let code = code("https://contoh.example/kota/dinas/layanan.html").unwrap();
        let last = code.side - 4 - 7;
        for (x, y) in [(4, 4), (last, 4), (4, last)] {
            let bar = format!("M{x} {y}h7v1h-7z");
            assert!(code.path.contains(&bar), "{bar}: {}", code.path);
        }
        assert!(!code.path.contains(&format!("M{last} {last}h7v1h-7z")));
    }

    #[test]
    fn what_no_code_can_hold_has_none() {
        assert_eq!(code(&"x".repeat(5000)), None);
    }
}
