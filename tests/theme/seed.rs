//! The page of the one real input, with every fact of its source.

use maklumat::render::view::*;

use super::parts::*;

const REQUIREMENTS: [(&str, &str); 7] = [
    (
        "Surat pengantar kelurahan, diketahui camat",
        "Surat Pengantar Kelurahan diketahui Camat",
    ),
    (
        "Formulir pengajuan KTP elektronik, diketahui lurah dan camat",
        "Menyerahkan formulir Pengajuan KTP eElektronik diketahui Lurah dan Camat",
    ),
    ("Fotokopi KK", "Fotocopy KK"),
    (
        "Sudah berusia 17 tahun atau sudah menikah",
        "Telah berusia 17 Tahun atau telah menikah",
    ),
    (
        "Sudah merekam data KTP elektronik di kecamatan",
        "Telah melakukan perekaman KTP elektronik di kecamatan setempat",
    ),
    (
        "KTP asli",
        "KTP asli apabila KTP lama rusak atau terjadi perubahan data",
    ),
    (
        "Surat kehilangan dari kepolisian",
        "Surat keterangan kehilangan dari kepolisian apabila KTP lama hilang",
    ),
];

const STEPS: [(&str, &str, &str); 6] = [
    (
        "applicant",
        "Anda",
        "Pemohon datang ke Disdukcapil (sesuai kebutuhan) dengan membawa berkas permohonan lengkap dengan persyaratannya",
    ),
    (
        "applicant",
        "Anda",
        "Penyerahan berkas permohonan kepada Petugas Pelayanan Disdukcapil",
    ),
    (
        "officer",
        "Petugas",
        "Petugas Pelayanan memeriksa kelengkapan dan kebenaran berkas/dokumen permohonan",
    ),
    (
        "officer",
        "Petugas",
        "Proses verifikasi dan aktivasi KTP-el dengan mencocokkan sidik jari pemohon dengan data di dalam kartu",
    ),
    (
        "officer",
        "Petugas",
        "Penyerahan dokumen asli KTP-elektronik kepada pemohon, serta pengarsipan berkas formulir dan persyaratan oleh petugas Pelayanan Disdukcapil",
    ),
    ("other", "Pihak lain", "Proses selesai"),
];

/// Every legal sentence and fact of the source that the page must show word for word.
pub fn facts() -> Vec<&'static str> {
    let mut facts: Vec<&str> = REQUIREMENTS.iter().map(|(_, text)| *text).collect();
    facts.extend(STEPS.iter().map(|(_, _, text)| *text));
    facts.extend([
        "Dinas Kependudukan dan Pencatatan Sipil",
        "Jl. Jendral sudirman no 5 42118",
        "0254200083",
        "4 Hari kerja",
        "Maksimal 4 (empat) hari kerja sejak berkas diterima dan dinyatakan lengkap di instansi penerbit KTP elektronik",
        "Tidak dipungut biaya",
        "KTP Elektrronik",
        "disdukcapilkotaserang@gmail.com",
        "0254 200 083",
        "085890153805",
        "Kotak Saran/Kotak Pengaduan",
        "Penerbitan Ktp Elektronik",
    ]);
    facts
}

/// The page.
pub fn page() -> ServicePage {
    let mut requirements: Vec<Item> = REQUIREMENTS
        .iter()
        .zip(1..)
        .map(|((label, text), number)| item(number, label, text))
        .collect();
    requirements[5].condition = Some(say("Hanya jika: KTP lama rusak atau data berubah"));
    requirements[6].condition = Some(say("Hanya jika: KTP lama hilang"));
    let steps = STEPS
        .iter()
        .zip(1..)
        .map(|((actor, label, text), number)| step(number, actor, label, text));
    ServicePage {
        checklist: None,
        frame: frame("Penerbitan KTP Elektronik"),
        title: say("Penerbitan KTP Elektronik"),
        title_verbatim: Some(say("Penerbitan Ktp Elektronik")),
        summary: Some(say(
            "Membuat KTP elektronik baru, atau mengganti yang rusak atau hilang.",
        )),
        agency: link("index.html", "Dinas Kependudukan dan Pencatatan Sipil"),
        in_force: None,
        status: None,
        glance: vec![
            glance(
                "who",
                "Untuk siapa",
                "Warga 17 tahun ke atas, atau sudah menikah",
            ),
            glance("time", "Berapa lama", "4 hari kerja"),
            glance("cost", "Biaya", "Gratis"),
            glance("product", "Yang Anda dapat", "KTP Elektronik"),
        ],
        requirements: part("Persyaratan", None, requirements),
        eligibility: Vec::new(),
        unsettled: Vec::new(),
        procedure: part(
            "Langkah-langkah",
            Some("Sistem, mekanisme, dan prosedur"),
            steps.collect(),
        ),
        channels: Vec::new(),
        calendar: None,
        time: part(
            "Berapa lama",
            Some("Jangka waktu penyelesaian"),
            vec![time()],
        ),
        cost: part("Biaya", Some("Biaya/tarif"), vec![cost()]),
        payment_methods: None,
        accounts: Vec::new(),
        products: part("Yang Anda dapat", Some("Produk pelayanan"), vec![product()]),
        complaints: complaints(),
        management: vec![Component {
            key: "legal_basis",
            title: "Dasar hukum".to_owned(),
            state: "absent",
            lines: vec![here("Dinas belum mencantumkan ini.")],
        }],
        guidance: None,
        guidance_lang: None,
        guidance_dir: None,
        offices: Vec::new(),
        faq: Vec::new(),
        attachments: Vec::new(),
        related: Vec::new(),
        binding: binding(),
        changes: Vec::new(),
    }
}

fn time() -> Duration {
    Duration {
        states: None,
        kind: "whole",
        path: None,
        label: None,
        text: say("4 Hari kerja"),
        from: Some("Dihitung sejak dokumen diterima dan lengkap".to_owned()),
        condition: None,
        only_if: None,
        note: Some(say(
            "Maksimal 4 (empat) hari kerja sejak berkas diterima dan dinyatakan lengkap di instansi penerbit KTP elektronik",
        )),
        due: None,
    }
}

fn cost() -> CostRow {
    CostRow {
        states: None,
        path: "cost.1".to_owned(),
        number: 1,
        label: None,
        amount: Some("Gratis".to_owned()),
        text: Some(say("Tidak dipungut biaya")),
        condition: None,
        only_if: None,
        exempt: None,
        legal_basis: Vec::new(),
        note: None,
    }
}

fn product() -> Product {
    Product {
        label: say("KTP Elektronik"),
        text: Some(say("KTP Elektrronik")),
        document: None,
        facts: Vec::new(),
    }
}

fn complaints() -> Complaints {
    let email = "disdukcapilkotaserang@gmail.com";
    let channels = vec![
        channel(
            "email",
            "Email",
            email,
            Some("mailto:disdukcapilkotaserang@gmail.com"),
        ),
        channel("phone", "Telepon", "0254 200 083", Some("tel:0254200083")),
        channel("whatsapp", "WhatsApp", "085890153805", None),
        channel("box", "Kotak saran", "Kotak Saran/Kotak Pengaduan", None),
    ];
    Complaints {
        channels: part(
            "Bertanya atau mengadu",
            Some("Penanganan pengaduan"),
            channels,
        ),
        steps: Vec::new(),
        facts: Vec::new(),
    }
}

fn binding() -> Binding {
    Binding {
        sentence: "Nomor SK belum dicantumkan. Anda boleh meminta salinannya di loket.".to_owned(),
        if_asked_for_more: None,
        state: "missing",
        facts: vec![fact("Sumber", "SIPPN")],
        date: None,
        date_words: None,
    }
}
