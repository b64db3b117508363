//! What the audit looks at, and the law that each point comes from.

use crate::diagnostic::Lang;

/// How many of the points are components; they come first, in the order of the law.
pub const COMPONENTS: usize = 14;

/// Something that is written of a service or an agency, or not.
#[derive(Debug)]
pub struct Point {
    /// Its name in data: for a component its key.
    pub key: &'static str,
    /// What stands above its column, in Indonesian and English.
    short: [&'static str; 2],
    /// What it is, in Indonesian and English.
    name: [&'static str; 2],
    /// Where it comes from, in Indonesian and English.
    source: [&'static str; 2],
    /// Whether somebody should look the source up before quoting it.
    pub is_to_be_checked: bool,
    /// Whose it is.
    pub whose: Whose,
}

/// Whose point it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// Of the standard of a service.
    Service,
    /// Of an agency, and so of all its services.
    Agency,
    /// Of a service, by default that of its agency.
    Both,
}

impl Point {
    /// What stands above its column.
    pub fn short(&self, lang: Lang) -> &'static str {
        said(self.short, lang)
    }

    /// What it is.
    pub fn name(&self, lang: Lang) -> &'static str {
        said(self.name, lang)
    }

    /// Where it comes from, with a mark where it is to be checked.
    pub fn source(&self, lang: Lang) -> String {
        let source = said(self.source, lang);
        let mark = match (self.is_to_be_checked, lang) {
            (false, _) => "",
            (true, Lang::Id) => " (periksa di sumbernya)",
            (true, Lang::En) => " (check at its source)",
        };
        format!("{source}{mark}")
    }

    /// Whether it is one of the 14 components.
    pub fn is_component(&self) -> bool {
        POINTS[..COMPONENTS]
            .iter()
            .any(|point| point.key == self.key)
    }
}

fn said([id, en]: [&'static str; 2], lang: Lang) -> &'static str {
    match lang {
        Lang::Id => id,
        Lang::En => en,
    }
}

/// The law of the components.
const ARTICLE_21: [&str; 2] = ["UU 25/2009 Pasal 21", "Law 25/2009 art. 21"];
/// The law of setting a standard.
const ARTICLE_20: [&str; 2] = [
    "UU 25/2009 Pasal 20; PermenPANRB 15/2014",
    "Law 25/2009 art. 20; PermenPANRB 15/2014",
];

const fn component(
    key: &'static str,
    short: &'static str,
    id: &'static str,
    en: &'static str,
) -> Point {
    Point {
        key,
        short: [short, short],
        name: [id, en],
        source: ARTICLE_21,
        is_to_be_checked: false,
        whose: Whose::Service,
    }
}

/// All points: the components, what else is written of a service, what is written of an agency.
pub const POINTS: [Point; 25] = [
    component("requirements", "A1", "Persyaratan", "Requirements"),
    component(
        "procedure",
        "A2",
        "Sistem, mekanisme, dan prosedur",
        "System, mechanism and procedure",
    ),
    component(
        "time",
        "A3",
        "Jangka waktu penyelesaian",
        "Time for completion",
    ),
    component("cost", "A4", "Biaya/tarif", "Costs/tariffs"),
    component("products", "A5", "Produk pelayanan", "Service products"),
    component(
        "complaints",
        "A6",
        "Penanganan pengaduan, saran, dan masukan",
        "Handling of complaints, suggestions and input",
    ),
    component("legal_basis", "B1", "Dasar hukum", "Legal basis"),
    component(
        "facilities",
        "B2",
        "Sarana, prasarana, dan/atau fasilitas",
        "Facilities and infrastructure",
    ),
    component(
        "staff_competence",
        "B3",
        "Kompetensi pelaksana",
        "Competence of the staff",
    ),
    component(
        "internal_supervision",
        "B4",
        "Pengawasan internal",
        "Internal supervision",
    ),
    component("staff_count", "B5", "Jumlah pelaksana", "Number of staff"),
    component(
        "service_guarantee",
        "B6",
        "Jaminan pelayanan",
        "Service guarantee",
    ),
    component(
        "safety_guarantee",
        "B7",
        "Jaminan keamanan dan keselamatan pelayanan",
        "Guarantee of security and safety of the service",
    ),
    component(
        "performance_evaluation",
        "B8",
        "Evaluasi kinerja pelaksana",
        "Evaluation of the staff's performance",
    ),
    Point {
        key: "decree_number",
        short: ["SK", "dec"],
        name: ["Nomor SK", "Number of the decree"],
        source: ARTICLE_20,
        is_to_be_checked: false,
        whose: Whose::Both,
    },
    Point {
        key: "decree_date",
        short: ["tgl", "dat"],
        name: ["Tanggal SK", "Date of the decree"],
        source: ARTICLE_20,
        is_to_be_checked: false,
        whose: Whose::Both,
    },
    Point {
        key: "decree_valid_until",
        short: ["s.d", "exp"],
        name: ["SK berlaku sampai", "Decree valid until"],
        source: ["SK itu sendiri", "the decree itself"],
        is_to_be_checked: false,
        whose: Whose::Both,
    },
    Point {
        key: "complaint_channels",
        short: ["adu", "chn"],
        name: ["Saluran pengaduan", "Channels for complaints"],
        source: ARTICLE_21,
        is_to_be_checked: false,
        whose: Whose::Both,
    },
    Point {
        key: "response_time",
        short: ["jwb", "ans"],
        name: [
            "Waktu tanggapan pengaduan",
            "Time until a complaint is answered",
        ],
        source: ["Perpres 76/2013", "Presidential Regulation 76/2013"],
        is_to_be_checked: true,
        whose: Whose::Service,
    },
    Point {
        key: "reviewed",
        short: ["prk", "rev"],
        name: ["Pemeriksaan isi terakhir", "Last review of the content"],
        source: [
            "aturan situs ini: `tinjau_setelah_bulan`",
            "the site's own rule: `review_after_months`",
        ],
        is_to_be_checked: false,
        whose: Whose::Service,
    },
    Point {
        key: "for_vulnerable",
        short: ["rtn", "vul"],
        name: [
            "Sarana bagi kelompok rentan",
            "Facilities for vulnerable people",
        ],
        source: [
            "UU 25/2009 Pasal 29; UU 8/2016 Pasal 24; PP 70/2019",
            "Law 25/2009 art. 29; Law 8/2016 art. 24; Government Regulation 70/2019",
        ],
        is_to_be_checked: true,
        whose: Whose::Service,
    },
    Point {
        key: "pledge",
        short: ["mkl", "plg"],
        name: ["Maklumat pelayanan", "Pledge (maklumat pelayanan)"],
        source: [
            "UU 25/2009 Pasal 22; PermenPANRB 15/2014",
            "Law 25/2009 art. 22; PermenPANRB 15/2014",
        ],
        is_to_be_checked: false,
        whose: Whose::Agency,
    },
    Point {
        key: "survey",
        short: ["SKM", "srv"],
        name: [
            "Survei kepuasan masyarakat (paling sedikit setahun sekali)",
            "Satisfaction survey (at least yearly)",
        ],
        source: ["PermenPANRB 14/2017", "PermenPANRB 14/2017"],
        is_to_be_checked: false,
        whose: Whose::Agency,
    },
    Point {
        key: "consultation",
        short: ["FKP", "con"],
        name: ["Forum konsultasi publik", "Public consultation"],
        source: ARTICLE_20,
        is_to_be_checked: true,
        whose: Whose::Agency,
    },
    Point {
        key: "posted",
        short: ["psg", "pos"],
        name: [
            "Bukti standar dipasang",
            "Proof that the standard is posted",
        ],
        source: [
            "UU 25/2009 Pasal 15, 20, 22; Peraturan Ombudsman RI 61/2025",
            "Law 25/2009 art. 15, 20, 22; Ombudsman Regulation 61/2025",
        ],
        is_to_be_checked: true,
        whose: Whose::Agency,
    },
];
