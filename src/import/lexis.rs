//! The words by which pages of offices are read: data, and nothing else. [`super::words`] reads them.
//!
//! A list of words has blanks between them; a list of phrases commas, with `|` between words that may take each other's
//! place and `*` for any further letters.

mod complaints;

pub(super) use complaints::*;

use super::sheet::Component;

/// Words with which no line ends unless it was wrapped.
pub(super) const OPEN_ENDS: &str = "di ke dari dan atau yang dengan untuk pada oleh serta tentang bagi kepada dalam \
    sebagai tidak telah sudah akan dapat bahwa agar atas sampai sejak setelah apabila jika bila karena secara";

/// How a line begins that says how long a product is valid.
pub(super) const VALID: &str = "berlaku, berlaku selama, masa berlaku, masa berlakunya, masa berlaku selama, masa laku, \
    berlaku sampai";

/// Words before the number of a step.
pub(super) const COUNTED: &str = "langkah tahap tahapan step";

/// What stands before the number of the decree.
pub(super) const DECREE: &str =
    "no sk, nomor sk, sk nomor, nomor surat keputusan, no surat keputusan, sk penetapan";

/// The last parts of addresses.
pub(super) const DOMAINS: &str = "id com org net info gov go co co.id edu ac sch mil desa web my biz me io app dev link page site \
    online example test invalid localhost";

/// What the footer that a catalogue puts below every page names; a way to complain may be called like one of them.
pub(super) const FOOTER: [&str; 5] = [
    "website lapor",
    "play store",
    "app store",
    "isu dan keluhan",
    "klik banner",
];

/// Names of the national catalogue and of those who keep it, which stand below its pages.
pub(super) const NATIONAL: &str = "sistem informasi pelayanan publik nasional, \
    layanan aspirasi dan pengaduan online rakyat, kementerian panrb, kementerian pan-rb, kementerian pan rb, \
    kementerian pendayagunaan aparatur negara";

/// Lines from which on a site speaks of itself.
pub(super) const RUBBISH: &str = "tinggalkan balasan, leave a reply, tinggalkan komentar, komentar, baca juga, \
    artikel terkait, berita terkait, related posts, share this, bagikan ini, bagikan artikel, navigasi pos, \
    batalkan balasan, cancel reply, tulis komentar, pos terkait, kembali ke atas, hak cipta, copyright, all rights, \
    post navigation, kirim komentar, posting komentar, 0 komentar, layanan lainnya, layanan terkait, artikel lainnya, \
    berita lainnya, berita terbaru, bagikan ke, share on";

/// Headings of what a page says beside the components of a standard.
pub(super) const OTHER_HEADINGS: &str = "visi, misi, visi dan misi, visi misi, motto, moto, motto pelayanan, maklumat, \
    maklumat pelayanan, maklumat layanan, janji layanan, sejarah, sejarah singkat, profil, profil instansi, tentang kami, \
    tentang layanan, jam layanan, jam pelayanan, jam operasional, jam buka, jam kerja, hari dan jam layanan, \
    hari dan jam pelayanan, jadwal pelayanan, jadwal layanan, waktu dan tempat pelayanan, tugas pokok dan fungsi, tupoksi, \
    tugas dan fungsi, struktur organisasi, deskripsi, deskripsi layanan, pengertian, definisi, latar belakang, \
    ruang lingkup, maksud dan tujuan, gambaran umum, daftar isi, galeri, galeri foto, berita, pengumuman, unduh, unduhan, \
    download, unduh formulir, tanya jawab, pertanyaan umum, faq, peta lokasi, lokasi kami, statistik pengunjung, keterkaitan, peralatan, \
    perlengkapan, peralatan perlengkapan, peralatan dan perlengkapan, peringatan, pencatatan dan pendataan";

/// How the two halves of a standard are called.
pub(super) const DIVISIONS: &str = "service delivery, service point, manufacturing, komponen penyampaian, komponen pengelolaan, \
    penyampaian pelayanan, proses penyampaian, pengelolaan pelayanan, proses pengelolaan";

/// Words of links that lead to a way to reach somebody.
pub(super) const LINKED: &str = "website, situs, laman, web, instagram, ig, facebook, fb, twitter, telegram, pengaduan, aduan, \
    whatsapp, wa, email, e-mail, surel, formulir pengaduan, lapor";

/// Words of which the menus of sites consist.
pub(super) const MENU: &str = "beranda home profil profile layanan pelayanan ppid kontak berita informasi publik masuk login \
    daftar menu galeri pengumuman artikel tentang kami unduhan download dokumen agenda transparansi pengaduan instansi \
    statistik regulasi faq hubungi data search cari pencarian english indonesia id en register dan";

/// Words by which sites speak of a post: when, by whom, how often it was read.
pub(super) const POSTED: &str = "diposting, dipublikasikan, dipublikasi, diterbitkan, terbit, ditulis oleh, oleh admin, posted, \
    published, dibaca, dilihat, hits, views, menit baca, min read, menit membaca, kategori, tags, tag, bagikan, share, \
    terakhir diperbarui, diperbarui, last updated, updated, daftar isi, cetak halaman, print, skip to content, \
    lewati ke konten, langsung ke konten, loncat ke konten";

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
        "pengaduan, mengadu, keluhan, aduan, kritik, kotak saran, saran, kotak, datang langsung, datang ke, lapor, sp4n-lapor, sp4n, hotline, call center, \
         pengadu, koordinasi internal, koordinasi eksternal, cek administrasi, cek lapangan",
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

/// Words with which a clause that holds for some opens.
pub(super) const CASE_OPENERS: &str = "khusus, bagi, untuk, apabila, jika, bila, sedangkan";

/// Words with which begins in which case something holds.
pub(super) const CASE_STARTS: &str = "tanpa, bila, jika, apabila, bagi, khusus, dengan peninjauan, dengan survei, \
    dengan survey, dengan cek, dengan pengecekan, dengan sidang, dengan pemeriksaan";

/// Words with which lines begin that say the same for different ways or people.
pub(super) const CASE_LINES: &str = "lewat, melalui, via, khusus, bagi, untuk, apabila, jika, bila";

/// Words that tell cases apart.
pub(super) const CASES: &str = "khusus, bagi, untuk yang, untuk pemohon, untuk wni, untuk wna, jika, apabila, bila, pasien, \
    umum, baru, perpanjangan, penggantian, hilang, rusak, perubahan, pembaruan, daftar ulang, balik nama, lewat, melalui, \
    online, daring, offline, luring, tatap muka, kategori, golongan, kelas, reguler, ekspres, biasa, kilat, segera, \
    dalam kota, dalam daerah, luar daerah, luar kota, antar*, dalam satu, wni, wna, dewasa, anak, risiko, skala, sedangkan, \
    skala kecil, ringan, sedang, berat, sederhana, kompleks, non, rawat inap, rawat jalan, jenis, cito, insidentil, rutin, \
    duplikat, mutasi, pindah, perorangan, badan, tanpa, dengan sidang, dengan survei, dengan peninjauan";

/// Words that tell groups of requirements apart, of which each person needs one.
pub(super) const GROUP_CASES: &str = "baru, perpanjangan, penggantian, hilang, rusak, perubahan, pembaruan, daftar ulang, \
    balik nama, mutasi, pindah, kedatangan, duplikat, perorangan, badan usaha, badan hukum, wni, wna, dewasa, anak, \
    rawat inap, rawat jalan, pencabutan, pembetulan, pembatalan, usia, umur, berusia, berumur, tahun";

/// Words of what is done, one after the other.
pub(super) const PHASES: &str = "pemeriksaan, penelitian, pencetakan, penyerahan, penandatanganan, tanda tangan, pengambilan, \
    persetujuan, pendaftaran, verifikasi, validasi, telaah, tindak lanjut, pemberian, tanggapan, sertifikasi, entri, entry, \
    input, survei, survey, peninjauan, mengambil, menyerahkan, memeriksa, meneliti, mencetak, mengisi, mendaftar, menerima, \
    antrean, antrian, menunggu, proses, pemrosesan, penerimaan, penerbitan, pengetikan, paraf, disposisi, rapat, sidang, \
    penyusunan, penilaian, pengujian, pengecekan, pengumuman, pengiriman, penetapan, pembuatan, pengarsipan, registrasi, \
    perekaman, foto, pembayaran, penghitungan, penomoran, klarifikasi, konfirmasi, tahap*, langkah, di, \
    penjadwalan, pelaksanaan, pengesahan, pemanggilan, pengajuan, penelaahan, pengkajian, pengukuran, analisa, analisis, \
    rekomendasi, konsultasi, asesmen, identifikasi, mediasi";

/// Words by which a length may become longer.
pub(super) const EXTENDS: &str = "dapat diperpanjang, bisa diperpanjang, diperpanjang";

/// Words at the start of a label that say nothing of it.
pub(super) const LABEL_STARTS: &str = "rincian, rincian waktu, terdiri dari, lalu, kemudian, selanjutnya, sesudah itu, setelah itu, dan, serta, sedangkan, untuk, \
    bagi, khusus, waktu, lama, selama, dengan, pada, adalah, yaitu, yakni, petugas, biaya, tarif, sebesar";

/// Words at the end of a label that say nothing of it.
pub(super) const LABEL_ENDS: &str = "selama waktu adalah yaitu yakni dalam membutuhkan memerlukan sebesar biayanya biaya \
    tarif tarifnya dikenakan dikenai maksimal maka sekitar kurang lebih rata-rata berkisar jangka dengan dilayani diselesaikan selesai";

/// Words that say that an amount was paid once.
pub(super) const PAST: &str =
    "dulu, dahulu, dulunya, sebelumnya, semula, tarif lama, biaya lama, tadinya";

/// Words that say that it is paid now.
pub(super) const PRESENT: &str = "kini, sekarang, menjadi, saat ini";

/// Words between the ends of a range.
pub(super) const RANGES: &str = "s d, sd, sampai, sampai dengan, hingga";

/// Words before an amount that is a fee only for those who did something wrong.
pub(super) const FINES: &str = "denda";

/// Words that say that more is paid than a sum.
pub(super) const MORE: &str =
    "ditambah, belum termasuk, tidak termasuk, di luar ppn, rumus, dihitung, perhitungan";

/// Words after which comes whom something holds for.
pub(super) const LIMITS_FREE: &str = "bagi, untuk, khusus, jika, apabila, bila, hanya, kepada";

/// Words that name everyone.
pub(super) const EVERYONE: &str = "semua seluruh masyarakat setiap tiap pemohon warga pengguna umum publik semuanya \
    penduduk siapa siapapun pun saja layanan pelayanan jenis ini bagi untuk kepada";

/// Words by which an amount is nothing.
pub(super) const ZERO: &str = "0 rp rp0 nihil nol free";

/// Words beside those, that say only that nothing is paid.
pub(super) const FREE_WORDS: &str = "gratis cuma-cuma bebas free nihil nol 0 00 rp rp0 idr rupiah tidak tanpa ada dan atau alias \
    dipungut dipunggut di pungut dikenakan dikenai ditarik dibebaskan bayar membayar berbayar biaya tarif pungutan retribusi \
    apa apapun dalam bentuk sama sekali sepeser sepeserpun administrasi secara dari";

/// Words that open the name of a regulation.
pub(super) const BY_RULE: &str = "sesuai, berdasarkan, menurut, mengacu, merujuk, sebagaimana, dasar hukum, uu, undang-undang, \
    perda, perwali, perwal, perbup, pergub, permen*, pp, perpres, qanun";

/// Words after which the service itself is named.
pub(super) const SERVICES: &str = "penerbitan pengurusan pelayanan layanan pembuatan pencatatan pendaftaran perekaman \
    pengajuan proses mendapatkan memperoleh ini";

/// Words that name some people beside an amount of nothing.
pub(super) const SOMEBODY: &str = "bpjs, jkn, kis, peserta, pasien, miskin, tidak mampu, kurang mampu, sktm, veteran, \
    pelajar, siswa, mahasiswa, lansia, disabilitas, anak, wni, wna, anggota, yatim, prolanis, hamil, gakin";

/// Words that name a regulation.
pub(super) const REGULATIONS: &str = "perda, perwali, perwal, perbup, pergub, permen*, pp, uu, undang-undang, peraturan, \
    keputusan, perpres, sk, ketentuan, qanun, kepmen*, pmk, pnbp";

/// Words in the heads of a table of prices.
pub(super) const TABLE_HEADS: &str = "no nomor jenis tarif biaya uraian satuan keterangan objek retribusi golongan besaran \
    besarnya alat layanan pelayanan rp rupiah dan nama daftar harga";

/// Words near a sum that is no price: stamp duty, and what somebody earns or owns.
pub(super) const NO_PRICE: &str = "meterai materai bermeterai bermaterai materei penghasilan pendapatan omzet gaji modal \
    npoptkp njoptkp";

/// Words before a number that counts or names something else.
pub(super) const NO_SUM: &str =
    "nomor no tahun pasal ayat uu perda perwal perwali perbup pp rek rekening luas kode";

/// Units of numbers that are no sums.
pub(super) const MEASURES: &str =
    "m m2 m3 meter km kg ha gt watt va orang jiwa lembar jam hari menit liter ton pk cm mm";

/// Words that say that something is paid.
pub(super) const PAYS: &str = "membayar, dibayar, dibayarkan, dikenakan, dikenai, retribusi, tarif, pnbp, pungutan, kecuali, \
    denda, kecuali, selain";

/// Words that say in which form a paper is handed in, and the form.
pub(super) const FORMS: [(&str, &str); 4] = [
    (
        "fotokopi, fotocopy, foto copy, fotocopi, foto kopi, photocopy, photo copy, salinan, copy, kopi, fc, foto kopian",
        "copy",
    ),
    ("asli", "original"),
    (
        "legalisir, dilegalisir, salinan dilegalisir, fotokopi dilegalisir, fotokopi legalisir, fotocopy legalisir, fotocopy dilegalisir",
        "certified_copy",
    ),
    (
        "scan, softcopy, soft copy, pindaian, softfile, soft file",
        "digital",
    ),
];

/// Words that begin a paper.
pub(super) const PAPERS: &str = "surat kartu fotokopi fotocopy fotocopi foto pas salinan ktp ktp-el e-ktp kk akta akte buku \
    paspor ijazah formulir sim sertifikat bukti kutipan dokumen keterangan rekomendasi izin rapor kitas kitap pengantar \
    kia npwp stnk skck bpkb sptjm photo photocopy materai meterai blangko identitas copy fc gambar proposal berkas skpwni \
    rujukan pasfoto nib akte sk imb pbb kwitansi scan denah pernyataan visa rekening raport nuptk";

/// Words with which something begins that citizens get and that is no paper.
pub(super) const GIVEN: &str = "layanan pelayanan jasa konsultasi konseling tanda informasi bantuan perawatan pemeriksaan pengobatan";

/// Words before a paper that somebody has to have at hand.
pub(super) const AT_HAND: &str = "membawa melampirkan menunjukkan menyertakan memiliki mempunyai mengisi melengkapi menyerahkan \
    menyiapkan mengumpulkan asli melampiri mengunggah upload";

/// Words with which a list of people or things begins that is handed in as one paper.
pub(super) const LISTED: &str = "daftar data biodata susunan rincian rekapitulasi profil";

/// Words after which stands what a paper has to say.
pub(super) const CONTAINS: &str =
    "memuat, berisi, berisikan, mencantumkan, tercantum, menerangkan, menyebutkan";

/// What a paper says of somebody or something.
pub(super) const DETAILS: &str = "nama, usia, umur, alamat, nik, tempat lahir, tanggal lahir, tempat tanggal lahir, \
    tempat dan tanggal lahir, jenis kelamin, agama, pekerjaan, pendidikan, jabatan, nomor, jumlah, lokasi, luas, tanggal, \
    tujuan, waktu, tempat, hubungan keluarga, kewarganegaraan, status perkawinan, keterangan";

/// Words with which a criterion about a person begins.
pub(super) const CRITERIA: &str = "telah berusia, sudah berusia, berusia, telah berumur, sudah berumur, berumur, usia, umur, \
    berdomisili, bertempat tinggal, warga negara indonesia, wni, penduduk, telah menikah, sudah menikah, belum pernah, \
    belum menikah, terdaftar, merupakan, tidak sedang, berstatus, sehat jasmani, minimal berusia, memiliki usia";

/// Words with which something begins that must be done before.
pub(super) const PRIOR: &str = "telah melakukan, sudah melakukan, telah terdaftar, sudah terdaftar, telah mendaftar, \
    sudah mendaftar, telah mengikuti, sudah mengikuti, telah merekam, sudah merekam, melakukan \
    perekaman, telah lulus, sudah lulus";

/// Words by which nothing is demanded.
pub(super) const NOTHING: &str =
    "tidak ada, tidak ada persyaratan, tanpa persyaratan, nihil, tanpa syarat, tidak ada syarat";

/// Those who apply, as the first word of a step or in the brackets at its end.
pub(super) const APPLICANTS: &str = "pemohon warga masyarakat pasien pengguna pengadu pelapor pemustaka pengunjung pelanggan \
    penduduk peserta pelamar siswa orang wajib konsumen pencari keluarga klien calon nasabah penyewa nelayan wp peneliti \
    pemilik";

/// Those who work in the office.
pub(super) const OFFICERS: &str = "petugas operator kasi kabid camat lurah kepala sekretaris staf staff kasubag kasubbag \
    kadis dokter perawat bidan penguji verifikator admin front back kades bendahara pejabat bupati walikota apoteker \
    tim teller customer pegawai seksi bidang sekcam seklur analis kasir surveyor fo bo loket penghulu panitera hakim \
    penyuluh sopir penera sekdes kaur kadinas kasat kaban kanit penata perangkat jabatan pengelola pelaksana koordinator direktur frontdesk resepsionis";

/// Those whose first word is that of an official, though they work in no office.
pub(super) const NO_OFFICERS: &str = "kepala keluarga, kepala rumah tangga, kepala sekolah, pegawai pemohon, direktur perusahaan, \
    pejabat pembuat";

/// Agencies that also apply for something.
pub(super) const ALSO_APPLICANTS: &str =
    "sekolah smp sma smk sd sdn smpn sman smkn rumah universitas politeknik desa satuan";

/// People whose names are letters, as those of offices are.
pub(super) const PEOPLE: &str = "wni wna pns asn tni polri ppat umkm ukm bumd bumn ormas lsm tki pmi odgj lansia cpns pppk \
    ppdb rt rw kpm notaris pkl";

/// Work that offices alone do.
pub(super) const OFFICE_WORK: &str = "menerbitkan, menandatangani, memverifikasi, memvalidasi, memeriksa, meneliti, \
    menetapkan, mengesahkan, menyetujui, memproses, menghitung, mencetak, memanggil, menugaskan, meninjau, menilai, \
    mengevaluasi, merekam, memutuskan, mendisposisi, mendisposisikan, menjadwalkan, menginput, merekomendasikan, \
    menindaklanjuti, melakukan verifikasi, melakukan validasi, melakukan pemeriksaan, melakukan peninjauan, \
    melakukan survei, melakukan survey, melakukan penilaian, melakukan kajian, melakukan evaluasi, \
    melakukan penelitian, memberikan rekomendasi, memberikan persetujuan, melaksanakan verifikasi, \
    melaksanakan pemeriksaan, melaksanakan peninjauan";

/// What is done in steps, in words without the first letters of verbs.
pub(super) const DOINGS: &str = "datang duduk masuk keluar bayar ambil serah terima isi antre antri kembali pulang tunggu cetak";

/// Computers.
pub(super) const SYSTEMS: &str = "sistem aplikasi server siak website portal oss";

/// Words that make a sentence hold for some.
pub(super) const WHEN: &str = "apabila, jika, bila, bilamana, dalam hal, kalau";

/// Words with which a condition begins that `tidak` before it denies.
pub(super) const DENIED: &str =
    "memiliki mempunyai membawa menggunakan memakai menikah bekerja berstatus diwakili ditemani";

/// Words that make a sentence hold for some people.
pub(super) const OPENERS: &str = "bagi, untuk yang, khusus bagi, khusus untuk, khusus yang, untuk wni, untuk wna, \
    untuk pemohon, untuk orang asing";

/// The same where they begin a bracket or a sentence.
pub(super) const PEOPLE_OPENERS: &str = "bagi, untuk, khusus, khusus bagi, khusus untuk";

/// Words of a condition that no answer of a citizen decides: how the work goes on, or another item.
pub(super) const COURSE: &str = "ada, perlu, diperlukan, dibutuhkan, tersedia, lengkap, memenuhi, poin, nomor, angka, \
    butir, huruf, point, disetujui, ditolak, memungkinkan, diminta";
