//! The words by which pages of offices are read: data, and nothing else. [`super::words`] reads them.
//!
//! A list of words has blanks between them; a list of phrases commas, with `|` between words that may take each other's
//! place and `*` for any further letters.

use super::sheet::Component;

/// Words with which no line ends unless it was wrapped.
pub(super) const OPEN_ENDS: &str = "di ke dari dan atau yang dengan untuk pada oleh serta tentang bagi kepada dalam \
    sebagai tidak telah sudah akan dapat bahwa agar atas sampai sejak setelah apabila jika bila karena secara";

/// What stands before the number of the decree.
pub(super) const DECREE: &str =
    "no sk, nomor sk, sk nomor, nomor surat keputusan, no surat keputusan";

/// Marks of the footer that a catalogue puts below every page.
pub(super) const FOOTER: [&str; 6] = [
    "website lapor",
    "play store",
    "app store",
    "isu dan keluhan",
    "klik banner",
    "lapor!",
];

/// Lines from which on a site speaks of itself.
pub(super) const RUBBISH: &str = "tinggalkan balasan, leave a reply, tinggalkan komentar, komentar, baca juga, \
    artikel terkait, berita terkait, related posts, share this, bagikan ini, bagikan artikel, navigasi pos, \
    batalkan balasan, cancel reply, tulis komentar, pos terkait, kembali ke atas, hak cipta, copyright, all rights, \
    post navigation, kirim komentar";

/// Words with which the name of an agency begins.
pub(super) const AGENCIES: &str = "dinas badan kantor kecamatan kelurahan desa sekretariat inspektorat rsud rumah \
    puskesmas upt uptd sekolah smp sma smk sd sdn smpn sman smkn kementerian pengadilan polres polsek polda kejaksaan \
    balai satuan suku sudin bagian bidang disdukcapil dukcapil dinsos dishub disdik dinkes pemerintah unit kua lapas \
    rutan imigrasi perumda pdam universitas politeknik samsat";

/// Words that speak for a component where no heading does.
pub(super) const CUES: [(&str, Component, i32); 8] = [
    (
        "waktu, lama, lamanya, selama, jangka, selesai, menit, jam, hari, durasi, detik, minggu, bulan, proses penyelesaian",
        Component::Time,
        3,
    ),
    (
        "biaya*, tarif*, retribusi, pnbp, panjar, dipungut, gratis, perda, perwali, perbup, pergub, permenkes, \
         peraturan daerah, dikenakan, nol rupiah, cuma-cuma",
        Component::Cost,
        4,
    ),
    (
        "surat, kartu, kutipan, akta, akte, dokumen, sertifikat, izin, rekomendasi, hasil, bukti, layanan, pelayanan, \
         buku, salinan, keputusan, jasa, konsultasi, terlaksananya, terbitnya, tersedianya, data, informasi",
        Component::Products,
        1,
    ),
    (
        "pengaduan, mengadu, keluhan, aduan, kritik, kotak saran, saran, kotak, lapor, sp4n-lapor, sp4n, hotline, call center",
        Component::Complaints,
        5,
    ),
    (
        "whatsapp, wa, telepon, telp, tlp, telpon, email, e-mail, surel, instagram, facebook, sms, website, medsos, \
         media sosial, faks, fax, facsimile",
        Component::Complaints,
        2,
    ),
    (
        "fotokopi, fotocopy, foto copy, photocopy, salinan, asli, ktp, kk, ktp-el, e-ktp, formulir, ijazah, surat, kartu, \
         akta, paspor, pas foto, materai, meterai, bukti, rapor, npwp, stnk, buku, melampirkan, membawa, berusia, berumur",
        Component::Requirements,
        2,
    ),
    (
        "petugas, pemohon, operator, loket, antrean, antrian, memeriksa, verifikasi, menyerahkan, menerima, mencetak, \
         penandatanganan, menandatangani, kasi, kabid, camat, lurah, kepala, sekretaris, paraf, memaraf, dokter, pasien, \
         staf, berkas, diserahkan, diproses, mengambil, datang",
        Component::Procedure,
        2,
    ),
    ("produk pelayanan, produk layanan", Component::Products, 6),
];

/// Words with which a paragraph goes on with what the one before began.
pub(super) const GOES_ON: &str =
    "dan, atau, serta, yang, adalah, yaitu, yakni, kecuali, termasuk, sesuai, menurut";

/// Words that say that nothing is paid, beside those that figures know.
pub(super) const FREE: &str = "tidak dipungut, tidak dikenakan, tidak dikenai, tidak ada biaya, tidak ada pungutan, \
    tanpa biaya, tanpa dipungut, gratis, cuma-cuma, bebas biaya, tidak bayar, tidak berbayar, tidak membayar, nol rupiah, \
    biaya nihil, tidak ditarik, dibebaskan, tidak ada tarif, tanpa pungutan, tidak di pungut, tidak dipunggut";

/// Words that name a way to reach somebody.
pub(super) const CHANNEL_WORDS: &str = "kotak saran, kotak pengaduan, kotak aduan, whatsapp, email, e-mail, instagram, \
    facebook, call center, hotline, surel, sms gateway, sp4n-lapor, sp4n lapor";
