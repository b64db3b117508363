//! Criteria that an editor inferred and nobody confirmed, by which people are turned away.

use super::Analysis;
use crate::diagnostic::{Code, Diagnostic, say};
use crate::rule::check::Rule;
use crate::rule::compile::Kind;
use crate::rule::diagram::NEVER;
use crate::span::Span;

impl Analysis<'_> {
    /// Reports the inferences that can turn somebody away, each with answers that lead there.
    pub(super) fn inferences(&mut self) {
        for (key, must, kind) in &self.service.rules.criteria {
            let item = self.service.items.get(*key);
            if let Some((note, None)) = item.and_then(|item| item.inference()) {
                self.inference(must, *kind, note.span);
            }
        }
    }

    fn inference(&mut self, must: &Rule, kind: Kind, note: Span) {
        let met = self.function(must);
        let fails = self.diagrams.not(met);
        if fails == NEVER || kind == Kind::DoFirst {
            return;
        }
        let shown = self.example(fails);
        let message = match kind {
            Kind::NotNeeded => say!(
                "penafsiran ini belum dikonfirmasi, tetapi dapat menyuruh warga pulang karena dianggap tidak perlu",
                "this interpretation is not confirmed, but can send people away as not needing the service"
            ),
            _ => say!(
                "penafsiran ini belum dikonfirmasi, tetapi dapat membuat warga dianggap tidak memenuhi syarat",
                "this interpretation is not confirmed, but can make people seem not eligible"
            ),
        };
        let finding = Diagnostic::new(Code::K0334, note, message)
            .label(shown)
            .also(must.span, say!("menurut syarat ini", "according to this condition"))
            .help(say!(
                "mintalah pejabat yang berwenang membenarkannya, lalu ketik: dikonfirmasi: dan di bawahnya oleh: … dan tanggal: …; atau jadikan hal yang dikerjakan dulu, ketik: jenis: lakukan_dulu",
                "have the official in charge confirm it, then type: confirmed: and below it by: … and date: …; or make it something to do first, type: kind: do_first"
            ));
        self.sink.push(finding);
    }
}
