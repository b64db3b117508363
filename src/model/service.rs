//! A service: everything its standard says, and the questions and rules that make its checklist.

use super::record::{choice, record};
use super::values::Condition;
use super::{Date, FilePath, Lines, Markdown, Named, Text};

pub use super::cost::{CostRow, CostTable};
pub use super::number::{Number, NumberRange};
pub use super::requirement::{
    Criterion, LegalBasis, Otherwise, OtherwiseKind, PaperForm, Requirement, RequirementKind,
    Requirements, Unsettled,
};
pub use super::service_parts::{
    Account, AccountNumber, Actor, Attachment, Audience, ChangeRecord, ChannelType, Choice,
    Complaints, Confirmation, Decree, Facility, Faq, ListedQuestion, OfferedAt, Product, Question,
    Related, Representation, Review, ServiceChannel, Source, Step,
};
pub use super::time::{Time, TimeCase, TimeFrom, TimePhase, TimeUnit};

record! {
    /// A service file, or the front matter of one.
    pub struct ServiceDocument as "service", {
        title / "judul" required: Text = "Name of the service" | "Nama layanan",
        title_verbatim / "judul_sumber": Text = "The name as the source writes it" | "Nama persis seperti di sumber",
        summary / "ringkasan": Text = "One sentence of at most 160 characters" | "Satu kalimat, paling banyak 160 huruf",
        aliases / "nama_lain": Vec<Text> = "Other names that people use" | "Nama lain yang dipakai orang",
        status / "status": Status = "active, suspended, withdrawn or draft" | "aktif, dihentikan_sementara, dicabut atau rancangan",
        status_note / "alasan_status": Text = "Why it is not active" | "Mengapa tidak aktif",
        category / "kategori": Text = "A category of categories.yaml" | "Kategori dari categories.yaml",
        audience / "pengguna": Vec<Audience> = "Whom it is for" | "Untuk siapa",
        life_events / "peristiwa": Vec<Text> = "Life events of life-events.yaml" | "Peristiwa dari life-events.yaml",
        service_area / "wilayah_layanan": Vec<Text> = "Where it applies" | "Wilayahnya",
        offered_at / "tersedia_di": Vec<OfferedAt> = "Other agencies that offer it" | "Dinas lain yang juga melayani",
        moved_from / "pindah_dari": Vec<Text> = "Old addresses of the page, which lead here" | "Alamat lama halaman ini",
        effective_from / "berlaku_mulai": Date = "First day on which the standard is in force" | "Hari pertama standar berlaku",
        effective_to / "berlaku_sampai": Date = "Last day on which the standard is in force" | "Hari terakhir standar berlaku",
        decree / "sk": Decree = "The decree that sets the standard" | "SK yang menetapkan standar",
        source / "sumber": Source = "Where the content was taken from" | "Asal isi halaman ini",
        reviewed / "diperiksa": Review = "Who checked the page last" | "Siapa yang terakhir memeriksa",

        questions / "pertanyaan": Vec<ListedQuestion> = "Questions of the checklist; one of questions.yaml by its id alone" | "Pertanyaan daftar periksa; yang ada di questions.yaml cukup id-nya",
        facts / "keadaan": Named<Condition> = "Named conditions" | "Syarat yang diberi nama",
        requirements / "persyaratan": Requirements = "SD1, requirements, or none" | "SD1, persyaratan, atau tidak ada",
        eligibility / "syarat_tersirat": Vec<Criterion> = "Criteria the text implies but does not list" | "Syarat yang tersirat tetapi tidak tertulis",
        unsettled / "belum_diatur": Vec<Unsettled> = "What the text leaves open" | "Yang belum diatur",
        procedure / "prosedur": Vec<Step> = "SD2, steps" | "SD2, langkah-langkah",
        channels / "saluran": Vec<ServiceChannel> = "How the service can be used" | "Cara memakai layanan",
        time / "waktu": Time = "SD3, how long it takes" | "SD3, jangka waktu",
        cost / "biaya": CostTable = "SD4, what it costs" | "SD4, biaya",
        payment_methods / "cara_bayar": Vec<Text> = "Means of payment" | "Cara membayar",
        accounts / "rekening": Vec<Account> = "Accounts and virtual accounts into which is paid" | "Rekening dan virtual account tempat membayar",
        products / "produk": Vec<Product> = "SD5, what the citizen gets" | "SD5, produk pelayanan",
        complaints / "pengaduan": Complaints = "SD6, where to ask or complain" | "SD6, penanganan pengaduan",

        legal_basis / "dasar_hukum": Vec<LegalBasis> = "M1, legal basis" | "M1, dasar hukum",
        facilities / "sarana_prasarana": Vec<Facility> = "M2, facilities" | "M2, sarana dan prasarana",
        staff_competence / "kompetensi_pelaksana": Lines = "M3, competence of the staff" | "M3, kompetensi pelaksana",
        internal_supervision / "pengawasan_internal": Lines = "M4, internal supervision" | "M4, pengawasan internal",
        staff_count / "jumlah_pelaksana": Text = "M5, number of staff" | "M5, jumlah pelaksana",
        service_guarantee / "jaminan_pelayanan": Lines = "M6, guarantee of service" | "M6, jaminan pelayanan",
        safety_guarantee / "jaminan_keamanan": Lines = "M7, guarantee of safety" | "M7, jaminan keamanan dan keselamatan",
        performance_evaluation / "evaluasi_kinerja": Lines = "M8, evaluation of performance" | "M8, evaluasi kinerja",

        related / "terkait": Related = "Other services before, after and beside" | "Layanan lain sebelum, sesudah dan di samping ini",
        faq / "tanya_jawab": Vec<Faq> = "Questions and answers" | "Tanya jawab",
        attachments / "lampiran": Vec<Attachment> = "Files to download" | "Berkas untuk diunduh",
        changes / "perubahan": Vec<ChangeRecord> = "What changed when" | "Apa yang berubah dan kapan",
        tests / "uji": Vec<StaffTest> = "Tests of the rules" | "Uji aturan",
        guidance = "body" / "panduan": Markdown = "Free guidance; in a .md file the text below the front matter" | "Panduan bebas; di berkas .md, tulisan di bawah",
    }
}

choice! {
    /// Whether a service can be used.
    pub enum Status {
        /// It can be used.
        Active "active" / "aktif",
        /// Not at present.
        Suspended "suspended" / "dihentikan_sementara",
        /// No more.
        Withdrawn "withdrawn" / "dicabut",
        /// Not checked yet: built only with `--drafts`.
        Draft "draft" / "rancangan",
    }
}

record! {
    /// A test of the rules, written by staff.
    pub struct StaffTest as "test", => unpublished {
        name / "nama" required: Text = "What is tested" | "Apa yang diuji",
        answers / "jawaban": Named<Text> = "Answers by question" | "Jawaban menurut pertanyaan",
        verdict / "hasil": Verdict = "The verdict" | "Hasilnya",
        bring / "bawa": Vec<Text> = "Exactly the documents to bring, by id or number" | "Semua dokumen yang dibawa, tidak lebih dan tidak kurang, menurut id atau nomor",
        fails / "gagal": Vec<Text> = "The criteria that fail" | "Syarat yang tidak terpenuhi",
        not_eligible / "tidak_memenuhi": Vec<Text> = "Verdict not eligible, and the criteria that fail" | "Hasil tidak memenuhi, dan syarat yang tidak terpenuhi",
        not_needed / "tidak_perlu": Vec<Text> = "Verdict not needed, and the criteria that fail" | "Hasil tidak perlu, dan syarat yang tidak terpenuhi",
        do_first / "lakukan_dulu": Vec<Text> = "Verdict do first, and the criteria that fail" | "Hasil lakukan dulu, dan syarat yang tidak terpenuhi",
        cost / "biaya": Text = "The amount in rupiah" | "Biaya dalam rupiah",
        time / "waktu": Text = "The time in words" | "Waktunya",
        draft / "rancangan": bool = "Written by the program from the rules; who has checked the result removes this" | "Ditulis program dari aturan; yang sudah memeriksa hasilnya menghapus ini",
    }
}

/// What staff try is for nobody else.
fn unpublished(_: &StaffTest) -> Option<StaffTest> {
    None
}

choice! {
    /// The verdict of a set of answers.
    pub enum Verdict {
        /// Nothing stands against it.
        Eligible "eligible" / "memenuhi",
        /// A criterion fails.
        NotEligible "not_eligible" / "tidak_memenuhi",
        /// Something must be done first.
        DoFirst "do_first" / "lakukan_dulu",
        /// There is no need.
        NotNeeded "not_needed" / "tidak_perlu",
        /// The text leaves the case open.
        AskFirst "ask_first" / "tanyakan_dulu",
        /// The answers do not decide yet.
        Incomplete "incomplete" / "belum_lengkap",
    }
}

/// The parts of a service that refer to files below `static/`, for the check that the files exist.
pub fn files(service: &ServiceDocument) -> Vec<&FilePath> {
    let decree = service.decree.get().and_then(|decree| decree.file.get());
    let source = service.source.get().and_then(|source| source.file.get());
    let attachments = service.attachments.items().iter();
    let attachments = attachments.filter_map(|attachment| attachment.file.get());
    decree
        .into_iter()
        .chain(source)
        .chain(attachments)
        .collect()
}
