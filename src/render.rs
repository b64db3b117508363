//! Part of the fifth stage: typed views, and how texts, dates and links look on one page.
//!
//! # Steps
//!
//! 1. A [`pen::Pen`] knows one page: its route, its language, and how links and texts look from there.
//! 2. The [`frame`] is on every page; [`service`] fills the view of a service, with [`card`] for lists.
//! 3. The kinds of `outputs` fill the other [`view`]s, and the theme makes HTML of them.

mod amounts;
pub mod annex;
mod basis;
pub mod card;
pub mod catalogue;
pub mod channels;
mod checklist;
mod collate;
pub mod conditions;
mod contact;
mod details;
pub mod due;
pub mod event;
mod facts;
pub mod finder;
pub mod frame;
pub mod index;
mod items;
pub mod listed;
mod paper;
mod papers;
pub mod pen;
mod places;
pub mod pledge;
pub mod poster;
mod qr;
mod report;
mod rows;
pub mod schema_org;
pub mod service;
pub mod shelves;
pub mod split;
mod standard;
mod standing;
pub mod topics;
pub mod view;
