//! The rule language, asked from outside: what it reads, checks, compiles and says, against judges of its own.

mod back;
mod check;
mod compile;
mod css;
mod example;
mod oracle;
mod parse;
mod random;
mod words;
