//! What several tests share: a small sound site in memory, and its compilation.

use maklumat::analyze::Deny;
use maklumat::diagnostic::Report;
use maklumat::output::MemoryOutput;
use maklumat::pipeline::{Settings, compile};
use maklumat::render::pen::Drafts;
use maklumat::seal::Form;
use maklumat::source::MemorySources;
use maklumat::theme::Theme;

/// The settings of a test: a fixed day, drafts left out.
pub fn settings() -> Settings {
    Settings {
        today: jiff::civil::date(2026, 11, 22),
        base_url: None,
        form: Form::Minified,
        drafts: Drafts::Without,
        deny: Deny::Errors,
    }
}

/// A small site without findings but hints: two languages, one agency with a decree, some papers and files.
pub fn base() -> MemorySources {
    let pdf = "contoh";
    MemorySources::default()
        .with("site.yaml", "title: Situs Contoh\nlanguages: [id, en]\n")
        .with(
            "content/dinas-contoh/agency.yaml",
            "name: Dinas Contoh\nchannels:\n  - phone: (021) 000 000\ndecree:\n  number: 000/Contoh\n",
        )
        .with("content/documents.yaml", "- {id: kartu-keluarga, name: Kartu Keluarga, aliases: [KK]}\n- {id: ktp-el, name: KTP Elektronik, aliases: [KTP]}\n")
        .with("static/contoh.pdf", pdf)
        .with("static/kartu.png", pdf)
        .with("static/formulir.pdf", pdf)
        .with("static/formulir-contoh.pdf", pdf)
}

/// Compiles sources with the default theme.
pub fn build(sources: &MemorySources) -> (Report, MemoryOutput) {
    let mut output = MemoryOutput::default();
    let report = compile(sources, &Theme::embedded(), &settings(), &mut output).expect("a site");
    (report, output)
}
