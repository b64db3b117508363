//! The parts of a service besides its requirements.

use super::channel::ChannelDocument;
use super::record::{choice, record};
use super::service::LegalBasis;
use super::short;
use super::values::Condition;
use super::{Date, FilePath, Id, Integer, Markdown, Named, Text, Url};
use crate::model::shape::Shape;

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
        date / "tanggal": Date = "When" | "Kapan",
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
        sensitive / "peka": bool = "Never stored or shared" | "Tidak pernah disimpan atau dibagikan",
    }
}

record! {
    /// An option of a question.
    pub struct Choice as "choice" short short::choice as Shape::Text, {
        label / "label" required: Text = "The option" | "Pilihannya",
        hint / "petunjuk": Text = "A hint" | "Petunjuk",
    }
}

record! {
    /// The numbers a question can be answered with.
    pub struct NumberRange as "number_range", {
        min / "min" required: Integer = "The smallest" | "Paling kecil",
        max / "maks" required: Integer = "The largest" | "Paling besar",
        unit / "satuan": Text = "What is counted" | "Satuannya",
    }
}

record! {
    /// A step of the procedure.
    pub struct Step as "step" short short::step as Shape::Text, {
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
    }
}

choice! {
    /// A unit of time.
    pub enum TimeUnit {
        /// Minutes.
        Minute "minute" / "menit",
        /// Hours.
        Hour "hour" / "jam",
        /// Calendar days.
        Day "day" / "hari",
        /// Working days.
        WorkingDay "working_day" / "hari_kerja",
        /// Weeks.
        Week "week" / "minggu",
        /// Months.
        Month "month" / "bulan",
        /// Years.
        Year "year" / "tahun",
    }
}

choice! {
    /// When the time starts to run.
    pub enum TimeFrom {
        /// When the application is handed in.
        Submission "submission" / "permohonan",
        /// When the papers are found complete.
        DocumentsComplete "documents_complete" / "berkas_lengkap",
        /// When it is paid.
        Payment "payment" / "pembayaran",
    }
}

record! {
    /// How long something takes.
    pub struct Time as "time" short short::time as Shape::Text, check short::check_time {
        min / "paling_cepat": Integer = "At least" | "Paling cepat",
        max / "paling_lambat": Integer = "At most" | "Paling lambat",
        unit / "satuan": TimeUnit = "minute, hour, day, working_day, week, month or year" | "menit, jam, hari, hari_kerja, minggu, bulan atau tahun",
        from / "sejak": TimeFrom = "submission, documents_complete or payment" | "permohonan, berkas_lengkap atau pembayaran",
        text / "bunyi": Text = "The legal sentence, word for word" | "Kalimat resmi, kata demi kata",
        note / "catatan": Text = "A remark" | "Catatan",
        cases / "kasus": Vec<TimeCase> = "Times of different cases" | "Waktu untuk kasus yang berbeda",
        phases / "tahap": Vec<TimePhase> = "Consecutive phases; never added up" | "Tahap berurutan; tidak dijumlahkan",
    }
}

record! {
    /// The time of one case.
    pub struct TimeCase as "time_case", check short::check_case {
        id / "id": Id = "The name by which translations refer to it" | "Nama pendek yang dipakai terjemahan",
        label / "label": Text = "Which case" | "Kasus yang mana",
        when / "jika": Condition = "When it applies" | "Kapan berlaku",
        min / "paling_cepat": Integer = "At least" | "Paling cepat",
        max / "paling_lambat": Integer = "At most" | "Paling lambat",
        unit / "satuan": TimeUnit = "minute, hour, day, working_day, week, month or year" | "menit, jam, hari, hari_kerja, minggu, bulan atau tahun",
        text / "bunyi": Text = "The legal sentence, word for word" | "Kalimat resmi, kata demi kata",
        note / "catatan": Text = "A remark" | "Catatan",
    }
}

record! {
    /// The time of one phase.
    pub struct TimePhase as "time_phase", check short::check_phase {
        id / "id": Id = "The name by which translations refer to it" | "Nama pendek yang dipakai terjemahan",
        label / "label": Text = "Which phase" | "Tahap yang mana",
        min / "paling_cepat": Integer = "At least" | "Paling cepat",
        max / "paling_lambat": Integer = "At most" | "Paling lambat",
        unit / "satuan": TimeUnit = "minute, hour, day, working_day, week, month or year" | "menit, jam, hari, hari_kerja, minggu, bulan atau tahun",
        text / "bunyi": Text = "The legal sentence, word for word" | "Kalimat resmi, kata demi kata",
        note / "catatan": Text = "A remark" | "Catatan",
    }
}

/// What the service costs: rows of a tariff.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CostTable(pub Vec<CostRow>);

record! {
    /// A row of the tariff.
    pub struct CostRow as "cost_row" short short::cost as Shape::Text, check short::check_cost {
        id / "id": Id = "The name by which translations refer to it" | "Nama pendek yang dipakai terjemahan",
        label / "label": Text = "What is paid for" | "Untuk apa",
        amount / "rupiah": Integer = "Amount in rupiah; 0 is free" | "Jumlah rupiah; 0 berarti gratis",
        unit / "per": Text = "Per what unit" | "Untuk tiap apa",
        text / "bunyi": Text = "The legal sentence, word for word" | "Kalimat resmi, kata demi kata",
        when / "jika": Condition = "When it applies" | "Kapan berlaku",
        exempt / "dibebaskan": Vec<Text> = "Who pays nothing" | "Siapa yang tidak membayar",
        legal_basis / "dasar_hukum": Vec<LegalBasis> = "The articles it is based on" | "Pasal dasarnya",
        note / "catatan": Text = "A remark" | "Catatan",
    }
}

record! {
    /// What the citizen gets.
    pub struct Product as "product" short short::product as Shape::Text, {
        id / "id": Id = "The name by which translations refer to it" | "Nama pendek yang dipakai terjemahan",
        text / "bunyi" required: Text = "The legal wording" | "Kalimat resmi",
        label / "label": Text = "The citizen's wording" | "Kalimat yang mudah dimengerti",
        document / "dokumen": Text = "The document: id, name or alias from documents.yaml" | "Dokumennya: id atau nama dari documents.yaml",
        validity / "masa_berlaku": Text = "How long it is valid" | "Masa berlakunya",
        delivery / "penyerahan": Text = "How it is handed over" | "Cara penyerahannya",
    }
}

record! {
    /// Where to ask or complain, and what happens then.
    pub struct Complaints as "complaints", {
        channels / "saluran": Vec<ChannelDocument> = "The channels" | "Salurannya",
        steps / "langkah": Vec<Text> = "What happens with a complaint" | "Apa yang terjadi dengan pengaduan",
        response_time / "waktu_tanggapan": Time = "When an answer comes" | "Kapan dijawab",
        officer_role / "jabatan_petugas": Text = "The office that answers" | "Jabatan yang menjawab",
    }
}

record! {
    /// A facility.
    pub struct Facility as "facility" short short::facility as Shape::Text, {
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
