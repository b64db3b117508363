//! The preview in the network of this computer: its own address there, and a code that a phone's camera reads.

use std::net::{IpAddr, Ipv4Addr, UdpSocket};

use fast_qr::{ECL, QRBuilder};

use crate::diagnostic::{Failure, say};

/// An address of the range for examples: asked for the way to it, the system names its own address. Nothing is sent.
const SOMEWHERE: (Ipv4Addr, u16) = (Ipv4Addr::new(192, 0, 2, 1), 9);

/// The blank modules around a code.
const QUIET: usize = 2;

/// The address of this computer in its network.
///
/// # Errors
/// When it is in none.
pub fn own_address() -> Result<Ipv4Addr, Failure> {
    let asked = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).and_then(|socket| {
        socket.connect(SOMEWHERE)?;
        socket.local_addr()
    });
    match asked.map(|address| address.ip()) {
        Ok(IpAddr::V4(own)) if !own.is_loopback() && !own.is_unspecified() => Ok(own),
        _ => Err(Failure::new(say!(
            "komputer ini tidak tersambung ke jaringan; sambungkan ke Wi-Fi yang sama dengan HP, lalu ulangi",
            "this computer is in no network; connect it to the same Wi-Fi as the phone and run again"
        ))),
    }
}

/// Whether only computers of the same network reach an address.
pub(super) fn is_of_a_network(address: Ipv4Addr) -> bool {
    // Providers of mobile networks share 100.64.0.0/10 among their customers.
    let shared = address.octets()[0] == 100 && address.octets()[1] & 0xc0 == 64;
    address.is_private() || address.is_link_local() || shared
}

/// The code of an address in the letters of a terminal, black on white whatever its colours are; two rows a line.
pub(super) fn code(address: &str) -> Option<String> {
    let code = QRBuilder::new(address).ecl(ECL::L).build().ok()?;
    let side = code.size + 2 * QUIET;
    let dark = |row: usize, column: usize| {
        let inside = |at: usize| at.checked_sub(QUIET).filter(|at| *at < code.size);
        match (inside(row), inside(column)) {
            (Some(row), Some(column)) => code[row][column].value(),
            _ => false,
        }
    };
    let mut lines = String::new();
    for row in (0..side).step_by(2) {
        lines.push_str("\u{1b}[30;107m");
        for column in 0..side {
            lines.push(match (dark(row, column), dark(row + 1, column)) {
                (true, true) => '█',
                (true, false) => '▀',
                (false, true) => '▄',
                (false, false) => ' ',
            });
        }
        lines.push_str("\u{1b}[0m\n");
    }
    Some(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_begins_with_its_quiet_zone_and_a_finder_pattern() {
        let code = code("http://192.168.1.20:4000/").expect("a code");
        let lines: Vec<String> = code
            .lines()
            .map(|line| line.replace("\u{1b}[30;107m", "").replace("\u{1b}[0m", ""))
            .collect();
        let width = lines[0].chars().count();
        assert!(lines.iter().all(|line| line.chars().count() == width));
        assert_eq!(lines.len(), width.div_ceil(2));
        assert!(lines[0].trim().is_empty(), "{code}");
        assert!(lines[1].starts_with("  █▀▀▀▀▀█ "), "{code}");
        assert!(lines[4].starts_with("  ▀▀▀▀▀▀▀ "), "{code}");
    }

    #[test]
    fn addresses_of_networks_are_known() {
        for (address, expected) in [
            ([192, 168, 1, 20], true),
            ([10, 0, 0, 3], true),
            ([172, 16, 4, 4], true),
            ([169, 254, 1, 1], true),
            ([100, 64, 0, 1], true),
            ([100, 128, 0, 1], false),
            ([8, 8, 8, 8], false),
        ] {
            assert_eq!(
                is_of_a_network(Ipv4Addr::from(address)),
                expected,
                "{address:?}"
            );
        }
    }
}
