//! The program as its users meet it: files, arguments, all that is printed, and the exit code.

mod asked;
mod below;
mod build;
mod check;
mod import;
mod tools;
