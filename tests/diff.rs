//! What changed for a citizen: each document of `tests/diff/` shows two versions of a file and the sentences between
//! them; of drawn services and edits every answer is tried; and a repository is made and asked.

mod documents;
mod drawn;
mod every_key;
mod revisions;
