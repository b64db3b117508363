//! Requirements, implied criteria and silences of the text.

use super::context::{Context, Decode};
use super::encode::{Encode, Encoder};
use super::mistakes;
use super::record::{choice, from_text, record};
use super::service_parts::Confirmation;
use super::values::Condition;
use super::{Id, Integer, Markdown, Slot, Text};
use crate::diagnostic::{Code, Diagnostic, say};
use crate::model::shape::Shape;
use crate::yaml::{Node, Value};

/// What a service requires: a list, or that it is said to require nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Requirements {
    /// In the order of the standard; a list without items says nothing.
    Listed(Vec<Requirement>),
    /// `persyaratan: tidak ada`
    None,
}

choice! {
    /// What stands for a list with nothing on it.
    pub enum Nothing {
        /// There is none.
        None "none" / "tidak ada",
    }
}

impl Slot<Requirements> {
    /// The requirements; none unless a list is given.
    pub fn listed(&self) -> &[Requirement] {
        match self.get() {
            Some(Requirements::Listed(list)) => list,
            _ => &[],
        }
    }
}

impl Encode for Requirements {
    fn encode(&self, out: &mut Encoder<'_>) -> Option<serde_json::Value> {
        match self {
            Self::Listed(list) => list.encode(out),
            Self::None => Nothing::None.encode(out),
        }
    }
}

impl Decode for Requirements {
    fn shape() -> Shape {
        Shape::Any(vec![Vec::<Requirement>::shape(), Nothing::shape()])
    }

    fn decode(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        match &node.value {
            Value::List(_) => Vec::decode(node, cx).map(Self::Listed),
            Value::Scalar(scalar) if Nothing::is_said(&scalar.text) => Some(Self::None),
            _ => {
                mistakes::no_requirements(node, cx);
                None
            }
        }
    }
}

impl Nothing {
    /// Whether a text is the value, in either language and in any letters.
    fn is_said(text: &str) -> bool {
        let said = text.trim().trim_end_matches('.');
        let mut choices = Self::CHOICES.iter();
        choices.any(|choice| {
            said.eq_ignore_ascii_case(choice.en) || said.eq_ignore_ascii_case(choice.id)
        })
    }
}

record! {
    /// A requirement: a paper, a criterion, something to do first, or a group of them.
    pub struct Requirement as "requirement" short requirement as Shape::Text, {
        id / "id": Id = "The name by which tests and translations refer to it" | "Nama pendek yang dipakai uji dan terjemahan",
        text / "bunyi" required: Text = "The legal sentence, word for word" | "Kalimat resmi, kata demi kata",
        label / "label": Text = "The citizen's wording" | "Kalimat yang mudah dimengerti",
        note / "catatan": Text = "A remark" | "Catatan",
        help / "bantuan": Markdown = "Help in Markdown" | "Bantuan (Markdown)",
        kind = "type" / "jenis": RequirementKind = "document, form, criterion, prior_action, attendance or payment" | "dokumen, formulir, kriteria, tindakan_awal, hadir atau pembayaran",
        document / "dokumen": Text = "The document: id, name or alias from documents.yaml" | "Dokumennya: id atau nama dari documents.yaml",
        form / "bentuk": PaperForm = "original, copy, certified_copy, digital or show_only" | "asli, fotokopi, legalisir, digital atau tunjukkan",
        copies / "rangkap": Integer = "How many" | "Berapa rangkap",
        any_of / "salah_satu": Vec<Text> = "One of these documents is enough" | "Salah satu dokumen ini cukup",
        all_of / "semua": Vec<Text> = "All of these documents" | "Semua dokumen ini",
        items / "rincian": Vec<Requirement> = "The parts of a group" | "Rincian sebuah kelompok",
        source_number / "nomor_sumber": Text = "Its number in the source" | "Nomornya di sumber",
        acknowledged_by / "diketahui_oleh": Vec<Text> = "Who must sign it" | "Siapa yang harus mengetahui",
        obtain_from / "diperoleh_dari": Text = "Where to get it" | "Di mana memperolehnya",
        legal_basis / "dasar_hukum": Vec<LegalBasis> = "The articles it is based on" | "Pasal dasarnya",
        when / "jika": Condition = "When it is needed" | "Kapan diperlukan",
        must / "harus": Condition = "What a criterion requires" | "Apa yang harus dipenuhi",
        otherwise / "jika_tidak": Otherwise = "What happens if the criterion is not met" | "Apa yang berlaku jika tidak terpenuhi",
        cannot_have / "tidak_mungkin_ada_jika": Condition = "Who cannot have the document" | "Siapa yang tidak mungkin punya dokumen ini",
        interpretation / "penafsiran": Text = "What the editor inferred, and from what" | "Apa yang disimpulkan penyunting, dan dari mana",
        confirmed / "dikonfirmasi": Confirmation = "Who confirmed the inference" | "Siapa yang membenarkan penafsiran itu",
    }
}

choice! {
    /// The type of a requirement.
    pub enum RequirementKind {
        /// A paper.
        Document "document" / "dokumen",
        /// A form to fill.
        Form "form" / "formulir",
        /// Something the citizen must be.
        Criterion "criterion" / "kriteria",
        /// Something to do before.
        PriorAction "prior_action" / "tindakan_awal",
        /// Someone must come.
        Attendance "attendance" / "hadir",
        /// Something to pay before.
        Payment "payment" / "pembayaran",
    }
}

choice! {
    /// The form of a paper.
    pub enum PaperForm {
        /// The original.
        Original "original" / "asli",
        /// A copy.
        Copy "copy" / "fotokopi",
        /// A certified copy.
        CertifiedCopy "certified_copy" / "legalisir",
        /// A file.
        Digital "digital" / "digital",
        /// Shown and taken home again.
        ShowOnly "show_only" / "tunjukkan",
    }
}

record! {
    /// What holds if a criterion fails.
    pub struct Otherwise as "otherwise" short otherwise as Shape::Text, {
        kind / "jenis": OtherwiseKind = "not_eligible (default), do_first or not_needed" | "tidak_memenuhi (jika tidak ditulis), lakukan_dulu atau tidak_perlu",
        say / "pesan": Text = "What to tell the citizen" | "Pesan untuk warga",
        see / "lihat": Text = "A service that helps" | "Layanan yang membantu",
    }
}

choice! {
    /// The kind of a criterion.
    pub enum OtherwiseKind {
        /// The citizen cannot use the service.
        NotEligible "not_eligible" / "tidak_memenuhi",
        /// Something must be done first.
        DoFirst "do_first" / "lakukan_dulu",
        /// There is no need for it.
        NotNeeded "not_needed" / "tidak_perlu",
    }
}

record! {
    /// A criterion that the text implies but does not list.
    pub struct Criterion as "criterion", {
        id / "id": Id = "The name by which tests and translations refer to it" | "Nama pendek yang dipakai uji dan terjemahan",
        text / "bunyi": Text = "The criterion in words" | "Syaratnya dalam kata-kata",
        label / "label": Text = "The citizen's wording" | "Kalimat yang mudah dimengerti",
        must / "harus" required: Condition = "What it requires" | "Apa yang harus dipenuhi",
        otherwise / "jika_tidak": Otherwise = "What happens if it is not met" | "Apa yang berlaku jika tidak terpenuhi",
        interpretation / "penafsiran": Text = "What the editor inferred, and from what" | "Apa yang disimpulkan penyunting, dan dari mana",
        confirmed / "dikonfirmasi": Confirmation = "Who confirmed the inference" | "Siapa yang membenarkan penafsiran itu",
        legal_basis / "dasar_hukum": Vec<LegalBasis> = "The articles it is based on" | "Pasal dasarnya",
    }
}

record! {
    /// A case the text does not settle.
    pub struct Unsettled as "unsettled", {
        id / "id": Id = "The name by which translations refer to it" | "Nama pendek yang dipakai terjemahan",
        when / "jika" required: Condition = "When it applies" | "Kapan berlaku",
        say / "pesan" required: Text = "What to tell the citizen" | "Pesan untuk warga",
    }
}

record! {
    /// An article that something rests on.
    pub struct LegalBasis as "legal_basis" short legal_basis as Shape::Text, check check_basis {
        regulation / "peraturan": Text = "A regulation of regulations.yaml" | "Peraturan dari regulations.yaml",
        article / "pasal": Text = "Article, paragraph" | "Pasal, ayat",
        note / "catatan": Text = "A remark" | "Catatan",
        text / "bunyi": Text = "The basis in words, if no regulation is named" | "Dasarnya dalam kata-kata, jika peraturannya tidak ada di daftar",
    }
}

/// An article is one of something.
fn check_basis(basis: &LegalBasis, cx: &mut Context<'_>) {
    if basis.regulation.is_absent() && basis.text.is_absent() {
        cx.sink.push(
            Diagnostic::new(
                Code::K0208,
                basis.span,
                say!(
                    "`peraturan` belum ditulis, jadi dasar hukum ini tidak tampil",
                    "`regulation` is missing, so this legal basis is not shown"
                ),
            )
            .help(say!(
                "tambahkan: peraturan: id dari regulations.yaml, atau bunyi: nama peraturannya",
                "add: regulation: an id of regulations.yaml, or text: its name"
            )),
        );
    }
}

from_text!(
    /// `- Fotokopi KK`
    requirement -> Requirement.text
);

from_text!(
    /// `otherwise: the reason`
    otherwise -> Otherwise.say
);

from_text!(
    /// `- Peraturan Daerah …`
    legal_basis -> LegalBasis.text
);
