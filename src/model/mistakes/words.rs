//! Words that people type for keys and fixed values.

/// Words that people type for a key, and the keys they may mean, in English; the first that a record has is taken.
pub(super) const SYNONYMS: &[(&[&str], &[&str])] = &[
    (
        &["tarif", "harga", "ongkos", "retribusi", "fee", "price"],
        &["cost", "amount"],
    ),
    (&["deskripsi", "description"], &["summary", "note"]),
    (&["keterangan", "ket", "remark", "remarks"], &["note"]),
    (&["teks", "isi", "kalimat", "uraian"], &["text", "say"]),
    (&["nama", "name"], &["title", "text", "label"]),
    (&["wa"], &["whatsapp"]),
    (
        &["hp", "telp", "tlp", "telpon", "no_telp", "nomor_telepon"],
        &["phone"],
    ),
    (&["surel", "mail", "e-mail"], &["email"]),
    (&["website", "situs", "laman"], &["web", "url"]),
    (&["ig"], &["instagram"]),
    (&["fb"], &["facebook"]),
    (&["twitter"], &["x"]),
    (&["alur", "langkah", "mekanisme"], &["procedure", "steps"]),
    (&["syarat"], &["requirements", "must"]),
    (&["durasi", "jangka_waktu", "lama"], &["time", "duration"]),
    (&["tipe", "macam"], &["type"]),
    (&["opsi", "options"], &["choices"]),
    (&["pertanyaan"], &["ask", "question"]),
    (&["bila", "kalau", "kondisi", "if"], &["when"]),
    (&["minimal", "minimum"], &["min"]),
    (&["maksimal", "maksimum"], &["max"]),
    (&["dasar", "peraturan"], &["legal_basis", "regulation"]),
    (&["dokumen", "lampirkan", "file"], &["file", "document"]),
    (&["tgl"], &["date"]),
    (&["sasaran", "penerima", "target"], &["audience"]),
];

/// Words that people type for a fixed value, and the value in English.
pub(super) const VALUES: &[(&[&str], &str)] = &[
    (&["ditolak", "tolak", "rejected"], "not_eligible"),
    (&["diterima", "disetujui", "lolos", "accepted"], "eligible"),
    (&["draf", "konsep"], "draft"),
    (&["surat", "berkas"], "document"),
    (&["fotocopy", "foto_copy", "photocopy", "salinan"], "copy"),
    (&["warga", "pribadi"], "perorangan"),
    (&["tatap_muka", "luring", "offline"], "counter"),
    (&["jum'at"], "fri"),
];
