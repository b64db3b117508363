//! The words by which the part on complaints is read.

/// Labels of ways to reach somebody, and the key of each; `fax` and `video` have none of their own.
pub(in crate::import) const LABELS: [(&str, &str); 14] = [
    (
        "email, e-mail, mail, surel, pos-el, pos el, alamat email, email resmi, imel, surat elektronik, alamat e-mail, posel",
        "email",
    ),
    (
        "whatsapp, wa, whats app, whatsap, watsapp, whatshap, watshap, whatsup, wattsapp, whattsapp, whatapp, wa center, \
         whatsapp center, whatsapp centre, nomor wa, no wa, nomor whatsapp, no whatsapp, chat wa, chat whatsapp, \
         layanan wa, layanan whatsapp, wa pengaduan, whatsapp pengaduan, hotline wa, hotline whatsapp",
        "whatsapp",
    ),
    (
        "telepon, call, telp, tlp, telpon, tlpn, tlf, telephone, phone, telefon, call center, call centre, callcenter, \
         pusat panggilan, hotline, hp, handphone, ponsel, nomor telepon, no telepon, no telp, nomor telp, no tlp, no hp, \
         nomor hp, nomor telepon kantor, telepon kantor, telp kantor, layanan telepon, contact center, kontak telepon, \
         nomor kontak, nomor pengaduan, telpun, tilpon, nomor telpon, no telpon, telepon pengaduan",
        "phone",
    ),
    (
        "sms, sms center, sms gateway, sms pengaduan, layanan sms",
        "sms",
    ),
    (
        "fax, faks, faksimile, faximile, facsimile, faksimili, fak, no fax, nomor fax",
        "fax",
    ),
    ("instagram, ig, insta, akun instagram", "instagram"),
    (
        "facebook, fb, fanpage, facebook page, akun facebook, fan page",
        "facebook",
    ),
    (
        "twitter, twiter, akun twitter, x twitter, twitter x, x",
        "x",
    ),
    ("telegram, akun telegram", "telegram"),
    ("youtube, tiktok, tik tok, linkedin, threads, line", "video"),
    (
        "website, web, situs, laman, situs web, link, tautan, url, web site, alamat web, portal, website resmi, laman resmi, \
         alamat website",
        "web",
    ),
    (
        "kotak saran, kotak pengaduan, kotak aduan, kotak kepuasan, kotak surat, kotak saran pengaduan, kotak pengaduan saran, \
         kotak keluhan, kotak masukan",
        "box",
    ),
    (
        "sp4n-lapor, sp4n lapor, lapor, sp4n, aplikasi lapor, aplikasi sp4n-lapor, lapor sp4n, span lapor, span-lapor, \
         website lapor, website sp4n lapor, website sp4n-lapor, website span lapor, aplikasi span lapor, aplikasi sp4n lapor",
        "lapor",
    ),
    ("alamat, alamat kantor, alamat pengaduan", "counter"),
];

/// Words with which an invitation to come begins.
pub(in crate::import) const COME: &str = "datang langsung ke, datang ke, langsung datang ke, langsung ke, mendatangi, datang langsung di, \
    datang sendiri ke, datang secara langsung ke, berkunjung ke";

/// Words before the ways of a sentence that says how complaints are made.
pub(in crate::import) const LEADS: &str = "pengaduan kritik saran masukan keluhan aduan dan atau dapat bisa disampaikan ditujukan \
    dilakukan diajukan dikirim dikirimkan secara untuk melakukan menyampaikan masyarakat silakan silahkan hubungi \
    menghubungi pelanggan pemohon pengguna layanan penyampaian pengguna-layanan anda jika ada apabila bila terdapat tentang \
    mengenai pelayanan langsung lisan tertulis maupun apresiasi informasi konsultasi oleh warga dilaporkan diadukan \
    sampaikan kirim kirimkan ajukan laporkan adukan salurkan disalurkan kami penanganan tidak media kontak mengirim mengirimkan online daring pengelolaan laporan aspirasi permintaan";

/// Words after those, before the ways themselves.
pub(in crate::import) const BY: &str = "lewat melalui via kepada ke pada dengan yaitu yakni berupa";

/// Those of them that may stand anywhere in a sentence that says what somebody does.
pub(in crate::import) const THROUGH: &str = "lewat melalui via";

/// Words behind a label that belong to it.
pub(in crate::import) const LABEL_TAILS: &str = "pengaduan aduan layanan pelayanan center centre kantor resmi admin kami dinas \
    nomor no ke di dengan yaitu adalah saran informasi";

/// Words beside a number or an address that only lead to it.
pub(in crate::import) const FILLERS: &str = "nomor no ke di dengan dan atau pada melalui lewat via hubungi yaitu alamat kami pengaduan \
    aduan";

/// Words of those who complain about what they do.
pub(in crate::import) const SUBMITS: &str = "disampaikan dikirim dikirimkan diajukan ditujukan dilakukan dilaporkan diadukan dialamatkan \
    dimasukkan ditulis dituliskan dihubungi menyampaikan mengirim mengirimkan mengadu mengadukan melapor melaporkan \
    menghubungi mendatangi menulis mengisi memasukkan menemui mengajukan menelepon menelpon mengakses membuka \
    mengunjungi memindai menggunakan melalui memberikan melakukan diterima dilayani ditampung \
    sampaikan kirim kirimkan ajukan laporkan adukan hubungi isi disalurkan menyalurkan";

/// Words with the form of a verb that are none.
pub(in crate::import) const NO_VERBS: &str = "media meja mediasi mekanisme melalui menit menteri member direktur divisi digital \
    dimana diskominfo disdukcapil disnaker dispendukcapil dinsos disdik dinkes dishub direktorat mengenai menurut \
    merupakan mempunyai messenger metode mereka menara mesin diantara dibawah diatas disperindag dispora disbudpar";

/// Words with which begins what becomes of a complaint.
pub(in crate::import) const COURSE_HEADS: &str = "tindak lanjut, koordinasi, cek, pengecekan, verifikasi, klarifikasi, penelaahan, telaah, \
    penyelesaian, monitoring, evaluasi, penyampaian hasil, pencatatan, tanggapan, jawaban, jangka waktu, waktu, \
    investigasi, analisa, analisis, disposisi, rapat, konfirmasi, respon, respons, penelusuran, pemeriksaan, \
    jam, hasil, penanggung jawab, penanggungjawab, semua pengaduan, setiap pengaduan, seluruh pengaduan, semua aduan, setiap aduan, seluruh aduan, segala";

/// Words of a title below which stands what becomes of a complaint.
pub(in crate::import) const COURSE_TITLES: &str = "alur, mekanisme, tahap*, prosedur, langkah*, jangka waktu, waktu penyelesaian, \
    waktu tanggapan, waktu respon, tindak lanjut, penyelesaian pengaduan, penyelesaian aduan";

/// In which manner a complaint is made, before the way itself.
pub(in crate::import) const MANNERS: &str = "langsung, tidak langsung, secara langsung, secara tidak langsung, pengaduan langsung, \
    pengaduan tidak langsung, tertulis, secara tertulis, lisan, secara lisan, media langsung, media tidak langsung, \
    media sosial, medsos, online, secara online, daring, secara daring";

/// Short words that end with a full stop in the middle of a sentence.
pub(in crate::import) const SHORTENED: &str = "telp komp prov blok desa";

/// Words that name the day or hour at which somebody is there.
pub(in crate::import) const HOURS: &str = "senin, selasa, rabu, kamis, jumat, jum'at, sabtu, minggu, wib, wita, wit, jam kerja, jam layanan, \
    jam pelayanan, hari kerja, pukul";

/// Words beside a number that make it somebody's own.
pub(in crate::import) const PERSONS: &str = "bapak, ibu, bpk, sdr, sdri, pak, bu, drs, dra, dr, ir, hj, an, a n, s sos, s kom, s h, s e, \
    s ip, m si, s pd, st, se, sh, kepala, kasi, kabid, kasubag, kasubbag, sekretaris, lurah, camat, kades, staf, nama, \
    kadis, cp, contact person, narahubung, petugas bernama, direktur, ketua, pribadi, koordinator, kasie, plt";

/// Words that name a place or thing by which complaints are made, or who takes them.
pub(in crate::import) const WAYS: &str = "ruang, ruangan, loket, meja, pojok, posko, kantor, lantai, gedung, aula, kotak, buku, formulir, \
    survei, survey, kuesioner, angket, petugas, tatap muka, surat, bersurat, aplikasi, gateway, media sosial, medsos, sosmed, online, daring, situs, barcode, qr, qr code, unit, \
    tim, humas, sekretariat, resepsionis, customer service, front office, layanan pelanggan, mal pelayanan, kepala, \
    lurah, camat, admin, hotline, datang, menghubungi, hubungi, inspektorat, ombudsman, pimpinan";

/// Things by which complaints are made that may follow another way after a comma.
pub(in crate::import) const THINGS: &str = "kotak, buku, formulir, survei, survey, kuesioner, angket, loket, meja, tatap muka, barcode, \
    qr, aplikasi, datang langsung";

/// Words with which a place begins to which somebody comes.
pub(in crate::import) const COUNTERS: &str = "loket, datang langsung, datang sendiri";

/// Words with which the name of a place or thing begins by which complaints are made, or of who takes them.
pub(in crate::import) const HEADS: &str = "ruang, ruangan, loket, meja, pojok, posko, kantor, gedung, kotak, buku, formulir, \
    survei, survey, kuesioner, angket, petugas, tatap muka, surat, aplikasi, media sosial, medsos, situs, barcode, qr, \
    unit, tim, humas, sekretariat, resepsionis, customer service, front office, mal pelayanan, kepala, lurah, camat, \
    admin, inspektorat, ombudsman, pimpinan, langsung, datang, radio, pejabat, bagian, bidang, seksi, email, website";

/// Words that name a whole, not a way: what stands alone above others.
pub(in crate::import) const TITLES: &str = "pengaduan, pelayanan, layanan, kontak, informasi, sarana, media, saluran, kanal, hubungi, \
    melalui, sosial, unit, kami";
