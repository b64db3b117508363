//! The program as its users meet it: files, arguments, all that is printed, and the exit code.
#![allow(clippy::disallowed_methods, reason = "a test makes its own folders")]

#[path = "cli/build.rs"]
mod build;
#[path = "cli/case.rs"]
mod case;
#[path = "cli/check.rs"]
mod check;
#[path = "cli/tools.rs"]
mod tools;
