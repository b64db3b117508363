//! `check --watch`: again after each change, and the last exit code at the end.
#![cfg(unix)]

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::sync::mpsc::channel;
use std::time::Duration;

use crate::site::{Folder, SERVICE};

/// Long enough for a machine that does much else.
const PATIENCE: Duration = Duration::from_secs(60);

#[test]
fn each_change_is_checked_and_the_last_result_is_the_exit_code() {
    let case = Folder::site();
    let mut program = Command::new(env!("CARGO_BIN_EXE_maklumat"))
        .args(["check", "--watch", "--format", "short"])
        .current_dir(case.root())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program runs");
    let (lines, said) = channel();
    let out = program.stdout.take().expect("its output");
    std::thread::spawn(move || {
        for line in BufReader::new(out).lines().map_while(Result::ok) {
            let _ = lines.send(line);
        }
    });
    let hears = |part: &str| {
        while let Ok(line) = said.recv_timeout(PATIENCE) {
            assert!(
                !line.contains('\u{1b}'),
                "no terminal is cleared that is not there: {line:?}"
            );
            if line.contains(part) {
                return;
            }
        }
        panic!("{part} was not said");
    };
    hears("K0502");
    case.write(SERVICE, "judul: Contoh\njudul: Contoh\n");
    hears("K0108");
    case.write(SERVICE, "judul: Contoh\n");
    hears("K0502");
    case.write(SERVICE, "judul: Contoh\njudul: Contoh\n");
    hears("K0108");
    let pid = program.id().to_string();
    let stopped = Command::new("kill").args(["-INT", &pid]).status();
    assert!(stopped.expect("kill").success());
    assert_eq!(program.wait().expect("it ends").code(), Some(1));
}
