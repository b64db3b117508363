//! The parts of a service besides its requirements.

use super::channel::ChannelDocument;
use super::context::{Context, Decode};
use super::encode::{Encode, Encoder};
use super::number::NumberRange;
use super::record::{choice, from_text, record};
use super::time::Time;
use super::values::Condition;
use super::{Date, FilePath, Id, Markdown, Named, Text, Url};
use crate::diagnostic::{Code, Diagnostic, say};
use crate::model::shape::Shape;
use crate::yaml::Node;

record! {
    /// A decree (surat keputusan).
    pub struct Decree as "decree", {
        number / "nomor": Text = "Its number" | "Nomornya",
        date / "tanggal": Date = "When it was signed" | "Tanggal ditandatangani",
        signed_by / "ditandatangani_oleh": Text = "Who signed it" | "Yang menandatangani",
        valid_until / "berlaku_sampai": Date = "Until when it is valid" | "Berlaku sampai kapan",
        file / "berkas": FilePath = "The decree itself" | "Berkas SK-nya",
    }
}

record! {
    /// Where the content was taken from.
    pub struct Source as "source", {
        system / "sistem": Text = "The system, such as sippn" | "Sistemnya, misalnya sippn",
        url / "url": Url = "Its address" | "Alamatnya",
        file / "berkas": FilePath = "The file" | "Berkasnya",
        sha256 / "sha256": Text = "SHA-256 of the source" | "SHA-256 sumbernya",
        imported / "diimpor": Date = "When it was imported" | "Kapan diambil",
    }
}

record! {
    /// The last check of the page.
    pub struct Review as "review", {
        by / "oleh": Text = "Who" | "Siapa",
        role / "jabatan": Text = "The office" | "Jabatannya",
        date / "tanggal" required: Date = "When" | "Kapan",
    }
}

record! {
    /// Who confirmed an inference, and when.
    pub struct Confirmation as "confirmation", {
        by / "oleh" required: Text = "Who" | "Siapa",
        date / "tanggal" required: Date = "When" | "Kapan",
    }
}

record! {
    /// A question of the checklist.
    pub struct Question as "question", {
        id / "id" required: Id = "The name by which rules refer to it" | "Nama pendek yang dipakai aturan",
        ask / "tanya" required: Text = "The question" | "Pertanyaannya",
        hint / "petunjuk": Text = "A hint" | "Petunjuk",
        choices / "pilihan": Named<Choice> = "The options" | "Pilihannya",
        yes_no / "ya_tidak": bool = "Answered yes or no" | "Dijawab ya atau tidak",
        number / "angka": NumberRange = "Answered with a number" | "Dijawab dengan angka",
        phrase / "frasa": Text = "What the answer yes says after if and because; of a number with {} where the answer stands" | "Yang dikatakan jawaban ya sesudah jika dan karena; untuk angka dengan {} di tempat jawabannya",
        phrase_not / "frasa_bukan": Text = "What the answer no says after if and because" | "Yang dikatakan jawaban tidak sesudah jika dan karena",
        sensitive / "peka": bool = "Never stored or shared" | "Tidak pernah disimpan atau dibagikan",
    }
}

/// A question as a service lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListedQuestion {
    /// Written out.
    Own(Box<Question>),
    /// One of questions.yaml, by its id.
    Shared(Id),
}

impl ListedQuestion {
    /// The name by which rules refer to it.
    pub fn id(&self) -> Option<&Id> {
        match self {
            Self::Own(question) => question.id.get(),
            Self::Shared(id) => Some(id),
        }
    }
}

impl Encode for ListedQuestion {
    fn encode(&self, out: &mut Encoder<'_>) -> Option<serde_json::Value> {
        match self {
            Self::Own(question) => question.encode(out),
            Self::Shared(id) => id.encode(out),
        }
    }
}

impl Decode for ListedQuestion {
    fn shape() -> Shape {
        Shape::Any(vec![Question::shape(), Shape::Id])
    }

    fn decode(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        match node.as_str() {
            // A sentence is no id: somebody wrote a question where its record belongs.
            Some(text) if !text.contains(char::is_whitespace) => {
                Id::decode(node, cx).map(Self::Shared)
            }
            _ => Question::decode(node, cx).map(|question| Self::Own(Box::new(question))),
        }
    }
}

record! {
    /// An option of a question.
    pub struct Choice as "choice" short choice as Shape::Text, {
        label / "label" required: Text = "The option" | "Pilihannya",
        hint / "petunjuk": Text = "A hint" | "Petunjuk",
        phrase / "frasa": Text = "What the option says after if and because" | "Yang dikatakan pilihan ini sesudah jika dan karena",
        phrase_not / "frasa_bukan": Text = "What any other option says" | "Yang dikatakan pilihan selain ini",
    }
}

record! {
    /// A step of the procedure.
    pub struct Step as "step" short step as Shape::Text, {
        id / "id": Id = "The name by which translations refer to it" | "Nama pendek yang dipakai terjemahan",
        text / "bunyi" required: Text = "The legal sentence, word for word" | "Kalimat resmi, kata demi kata",
        label / "label": Text = "The citizen's wording" | "Kalimat yang mudah dimengerti",
        actor / "oleh": Actor = "applicant, officer, system or other" | "pemohon, petugas, sistem atau lain",
        channel / "saluran": ChannelType = "Through which channel" | "Lewat saluran apa",
        location / "tempat": Text = "Where" | "Di mana",
        duration / "lama": Text = "How long it takes" | "Berapa lama",
        when / "jika": Condition = "When it applies" | "Kapan berlaku",
        needs / "memerlukan": Vec<Text> = "Requirements it needs" | "Persyaratan yang diperlukan",
        produces / "menghasilkan": Text = "A document it produces" | "Dokumen yang dihasilkan",
        note / "catatan": Text = "A remark" | "Catatan",
    }
}

choice! {
    /// Who takes a step.
    pub enum Actor {
        /// The citizen.
        Applicant "applicant" / "pemohon",
        /// An officer.
        Officer "officer" / "petugas",
        /// A computer.
        System "system" / "sistem",
        /// Someone else.
        Other "other" / "lain",
    }
}

choice! {
    /// How a service is used.
    pub enum ChannelType {
        /// At a counter.
        Counter "counter" / "loket",
        /// On the internet.
        Online "online" / "daring",
        /// At a van that comes round.
        Mobile "mobile" / "keliling",
        /// At a machine.
        Kiosk "kiosk" / "anjungan",
        /// By post.
        Mail "mail" / "pos",
    }
}

choice! {
    /// Whom a service is for.
    pub enum Audience {
        /// People.
        Individual "perorangan" / "perorangan",
        /// Businesses.
        Business "badan_usaha" / "badan_usaha",
        /// Government bodies.
        Government "instansi" / "instansi",
        /// Institutions.
        Institution "lembaga" / "lembaga",
    }
}

choice! {
    /// Who may come to the counter.
    pub enum Representation {
        /// The citizen.
        Oneself "self" / "sendiri",
        /// Family.
        Family "family" / "keluarga",
        /// Someone with a power of attorney.
        Proxy "proxy" / "kuasa",
    }
}

record! {
    /// A way to use the service.
    pub struct ServiceChannel as "service_channel", {
        kind = "type" / "jenis" required: ChannelType = "counter, online, mobile, kiosk or mail" | "loket, daring, keliling, anjungan atau pos",
        location / "tempat": Text = "Where" | "Di mana",
        url / "url": Url = "Its address" | "Alamatnya",
        hours / "jam_layanan": Text = "When" | "Jam layanannya",
        appointment / "janji_temu": bool = "Whether an appointment is needed" | "Perlu janji temu atau tidak",
        representation / "perwakilan": Vec<Representation> = "Who may come" | "Siapa yang boleh datang",
        when / "jika": Condition = "For whom it is" | "Bagi siapa",
    }
}

record! {
    /// Another agency that offers the service.
    pub struct OfferedAt as "offered_at" short offered_at as Shape::Text, {
        agency / "instansi" required: Text = "The agency, by the name of its folder" | "Dinasnya, menurut nama foldernya",
        when / "jika": Condition = "For whom it is" | "Bagi siapa",
    }
}

record! {
    /// What the citizen gets.
    pub struct Product as "product" short product as Shape::Text, {
        id / "id": Id = "The name by which translations refer to it" | "Nama pendek yang dipakai terjemahan",
        text / "bunyi" required: Text = "The legal wording" | "Kalimat resmi",
        label / "label": Text = "The citizen's wording" | "Kalimat yang mudah dimengerti",
        document / "dokumen": Text = "The document: id, name or alias from documents.yaml" | "Dokumennya: id atau nama dari documents.yaml",
        validity / "masa_berlaku": Text = "How long it is valid" | "Masa berlakunya",
        delivery / "penyerahan": Text = "How it is handed over" | "Cara penyerahannya",
    }
}

record! {
    /// An account into which is paid, or a virtual account.
    pub struct Account as "account", {
        bank / "bank": Text = "The bank" | "Banknya",
        number / "nomor" required: AccountNumber = "The number of the account or virtual account" | "Nomor rekening atau virtual account",
        holder / "atas_nama": Text = "In whose name it is" | "Atas nama siapa",
    }
}

/// The number of an account: as long as that of a person, and none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AccountNumber(pub Text);

impl Decode for AccountNumber {
    fn shape() -> Shape {
        Shape::Text
    }

    fn decode(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        let outer = std::mem::replace(&mut cx.official, true);
        let text = Text::decode(node, cx);
        cx.official = outer;
        let text = text?;
        let known = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '.' | '-');
        let digits = text.value.chars().filter(char::is_ascii_digit).count();
        if digits < FEWEST_DIGITS || !text.value.chars().all(known) {
            let written = &text.value;
            let finding = Diagnostic::new(
                Code::K0213,
                text.span,
                say!(
                    "`{written}` bukan nomor rekening",
                    "`{written}` is not the number of an account"
                ),
            );
            cx.sink.push(finding.help(say!(
                "tulis angkanya saja, misalnya: nomor: 0000 1111 2222; nama bank dan pemiliknya ditulis di `bank` dan `atas_nama`",
                "write only its digits, for example: number: 0000 1111 2222; bank and owner are written as `bank` and `holder`"
            )));
            return None;
        }
        Some(Self(text))
    }
}

impl Encode for AccountNumber {
    fn encode(&self, out: &mut Encoder<'_>) -> Option<serde_json::Value> {
        self.0.encode(out)
    }
}

/// No account has fewer digits.
const FEWEST_DIGITS: usize = 5;

record! {
    /// Where to ask or complain, and what happens then.
    pub struct Complaints as "complaints", check check_complaints {
        channels / "saluran": Vec<ChannelDocument> = "The channels" | "Salurannya",
        steps / "langkah": Vec<Text> = "What happens with a complaint" | "Apa yang terjadi dengan pengaduan",
        response_time / "waktu_tanggapan": Time = "When an answer comes" | "Kapan dijawab",
        officer_role / "jabatan_petugas": Text = "The office that answers" | "Jabatan yang menjawab",
    }
}

/// An answer comes in one time: nothing decides between cases of it.
fn check_complaints(complaints: &Complaints, cx: &mut Context<'_>) {
    let Some(time) = complaints.response_time.get() else {
        return;
    };
    let cases = time.cases.items().iter().map(|case| case.span);
    let phases = time.phases.items().iter().map(|phase| phase.span);
    for span in cases.chain(phases) {
        cx.sink.push(
            Diagnostic::new(
                Code::K0222,
                span,
                say!(
                    "`waktu_tanggapan` tidak punya `kasus` dan `tahap`",
                    "`response_time` has no `cases` and no `phases`"
                ),
            )
            .help(say!(
                "tulis kalimatnya di `bunyi` atau `catatan` dari `waktu_tanggapan`, lalu hapus butir ini",
                "put the sentence in the `text` or `note` of `response_time`, then delete this item"
            )),
        );
    }
}

record! {
    /// A facility.
    pub struct Facility as "facility" short facility as Shape::Text, {
        text / "bunyi" required: Text = "The facility" | "Sarananya",
        for_vulnerable / "untuk_kelompok_rentan": bool = "Made for people with special needs" | "Dibuat untuk kelompok rentan",
    }
}

record! {
    /// Other services before, after and beside this one.
    pub struct Related as "related", {
        requires / "mensyaratkan": Vec<Text> = "What to do before" | "Diurus lebih dahulu",
        next / "berikutnya": Vec<Text> = "What to do after" | "Diurus sesudahnya",
        see_also / "lihat_juga": Vec<Text> = "See also" | "Lihat juga",
    }
}

record! {
    /// A question that people ask, and its answer.
    pub struct Faq as "faq", {
        id / "id": Id = "The name by which translations refer to it" | "Nama pendek yang dipakai terjemahan",
        question / "tanya" required: Text = "The question" | "Pertanyaannya",
        answer / "jawab" required: Markdown = "The answer in Markdown" | "Jawabannya (Markdown)",
    }
}

record! {
    /// A file to download.
    pub struct Attachment as "attachment", {
        id / "id": Id = "The name by which translations refer to it" | "Nama pendek yang dipakai terjemahan",
        file / "berkas" required: FilePath = "The file" | "Berkasnya",
        label / "label": Text = "Its name" | "Namanya",
    }
}

record! {
    /// A change of the standard.
    pub struct ChangeRecord as "change", {
        date / "tanggal" required: Date = "When" | "Kapan",
        note / "catatan" required: Text = "What changed" | "Apa yang berubah",
    }
}

from_text!(
    /// `baru: Baru pertama kali`
    choice -> Choice.label
);

from_text!(
    /// `- Datang ke loket`
    step -> Step.text
);

from_text!(
    /// `- dinas-contoh`
    offered_at -> OfferedAt.agency
);

from_text!(
    /// `- Kartu contoh`
    product -> Product.text
);

from_text!(
    /// `- Ruang tunggu`
    facility -> Facility.text
);
