//! The `maklumat` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    maklumat::cli::run()
}
