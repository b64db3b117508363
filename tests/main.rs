//! Every test of the program from outside, in one program, so that a change links once.
//!
//! A new file is named here or in the file of its folder; `structure` notices one that is forgotten.
//! `cargo test --test tests theme::` runs the tests of one file.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test makes its own folders and may stop where a value is not there"
)]

mod a_to_z;
mod accept;
mod advice;
mod agencies;
mod amounts;
mod analysis;
mod api;
mod audit;
mod bad_inputs;
mod cli;
mod cms;
mod conditions;
mod console;
mod costs;
mod coverage;
mod decimals;
mod dependencies;
mod diagnostics;
mod diff;
mod disk;
mod drafts;
mod dropped;
mod explain;
mod export;
mod feed;
mod figures;
mod finder;
mod formatted;
mod guide;
mod hooked;
mod hostile;
mod hosts;
mod import;
mod kept;
mod kinds;
mod languages;
mod linked_data;
mod links;
mod lists;
mod marked;
mod mended;
mod minify;
mod office;
mod offline;
mod one_mistake;
mod opposites;
mod oracle;
mod order;
mod outside;
mod page;
mod passes;
mod places;
mod plain;
mod poster;
mod reading;
mod reference;
mod renamed;
mod rule;
mod same_words;
mod scaffold;
mod schema;
mod search;
mod seed;
mod serve;
mod shared;
mod site;
mod sitemap;
mod structure;
mod styles;
mod table;
mod telephone;
mod theme;
mod translations;
mod trust;
mod watched;
mod ways;
mod words;
mod xml;
