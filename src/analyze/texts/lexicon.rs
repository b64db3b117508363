//! The words and phrases by which the sentences of offices are read: data, and nothing else.
//!
//! A list is words with spaces between them. A list of phrases has commas between the phrases; in a phrase `|` stands
//! between words that may take each other's place. [`super::words`] reads both.

/// Which numbers a mention speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// "paling sedikit 17", "17 tahun ke atas", "telah berusia 17"
    Least,
    /// "di atas 17", "lebih dari 17"
    Above,
    /// "di bawah 17", "belum 17"
    Below,
    /// "paling lama 17", "17 tahun ke bawah"
    Most,
    /// Nothing says which.
    Plain,
}

/// Phrases by which a list says that nothing stands on it.
pub const NOTHING: &str = "tidak ada, tanpa persyaratan|syarat|dokumen|berkas, tidak diperlukan|dipersyaratkan, nihil, none, \
    no requirements|documents";

/// Words that may follow those: they name requirements in general and none of them.
pub const OF_ANY: &str = "persyaratan syarat syarat-syarat dokumen berkas khusus tertentu tambahan lain lainnya apa pun apapun \
    yang perlu harus wajib dibawa diperlukan dibutuhkan dipersyaratkan disyaratkan dilampirkan untuk layanan pelayanan ini \
    requirements requirement documents document special any other additional needed required to bring for this service";

/// Words after which a circumstance is named.
pub const WHEN: &str =
    "apabila jika jikalau bila bilamana manakala kalau seandainya asalkan kecuali";

/// Words that name some of those who come: "bagi WNA", "untuk anak".
pub const SOME: &str = "wni wna asing pendatang bayi balita anak anak-anak remaja dewasa lansia perempuan wanita \
    laki-laki pria ibu janda duda lajang pns asn pppk tni polri pelajar mahasiswa siswa santri guru dosen pekerja \
    karyawan buruh petani nelayan pedagang pensiunan veteran penyandang disabilitas difabel yatim piatu muslim \
    nonmuslim perorangan perseorangan perusahaan badan koperasi yayasan umkm cv pt instansi lembaga ormas ahli waris \
    wakil kuasa perwakilan jemaah jamaah narapidana tahanan pengungsi";

/// Words that name everyone who comes, and some of them once more follows: "pemohon luar daerah".
pub const ANYONE: &str = "pemohon masyarakat warga penduduk orang anggota peserta pasien keluarga pengguna pengunjung \
    pelanggan pemilik pengurus kendaraan usaha";

/// Words after those that say nothing more of who they are.
pub const NO_MORE: &str = "di ke pada kepada dan atau serta untuk agar dengan dapat dalam sebagai akan telah sudah harus \
    wajib membawa mengisi datang menyerahkan melampirkan umum bersangkutan tersebut tua";

/// Words after those that do, where a sentence begins with them: "Pemohon luar daerah: …".
pub const WHICH: &str = "luar dari yang baru lama asing bukan non pendatang";

/// The two halves of everyone: "bagi WNI dan WNA".
pub const HALVES: &str = "wni dan|atau|maupun wna, wna dan|atau|maupun wni, pria dan|atau|maupun wanita, \
    laki-laki dan|atau|maupun perempuan, anak dan|atau|maupun dewasa, yang bersangkutan";

/// Words by which a sentence says what somebody has to bring: "WNA melampirkan paspor".
pub const BRINGS: &str = "membawa melampirkan menyertakan menunjukkan menyerahkan memiliki mengisi wajib harus dapat cukup";

/// Words after which "khusus" belongs to the word before: "surat kuasa khusus".
pub const SPECIAL: &str = "kuasa kebutuhan berkebutuhan daerah pendidikan sekolah loket ruang formulir izin tanda \
    keahlian pelatihan kategori petugas secara dana ketentuan layanan pelayanan rekomendasi keterangan";

/// Words before which "khusus" names people or cases even in the middle of a phrase.
pub const FOR: &str = "untuk bagi yang pemohon warga wni wna anak bayi perempuan laki-laki pria wanita penduduk \
    peserta pasien";

/// Words before which "hanya" says how, how many or where, not for whom.
pub const HOW: &str = "di ke melalui lewat dengan secara satu sekali berupa menerima sampai pada fotokopi fotocopy \
    asli salinan berlaku satu-satunya memakai menggunakan dalam sebagai";

/// Words after "(untuk" or "(bagi" that name a purpose or everybody, not some people.
pub const NOT_SOME: &str = "arsip keperluan pengambilan pengurusan pendaftaran verifikasi dilegalisir diperlihatkan \
    ditunjukkan dicocokkan kelengkapan semua seluruh setiap tiap masing-masing di per";

/// Words after which comes who made a paper or where: "dari RT atau RW" is one paper all the same.
pub const ISSUED: &str = "dari oleh diketahui ditandatangani disahkan dilegalisir diterbitkan dikeluarkan dibuat \
    kepada ke di pada melalui tentang bermeterai";

/// Words that begin a paper of its own.
pub const PAPERS: &str = "surat kartu fotokopi fotocopy fotocopi foto pas salinan ktp ktp-el e-ktp kk akta akte buku \
    paspor ijazah formulir sim sertifikat bukti kutipan dokumen keterangan rekomendasi izin rapor kitas kitap \
    pengantar kia npwp stnk skck";

/// People of whom one comes: "salah satu orang tua" chooses no paper.
pub const PEOPLE: &str =
    "orang anggota pihak saksi ahli pasangan suami istri keluarga pengurus pemilik penduduk";

/// What follows "atau" where it gives a bound of a number, or another word for the same.
pub const NO_CHOICE: &str = "lebih, kurang, diatasnya, dibawahnya, di|ke atas|bawah|atasnya|bawahnya, sejenisnya, sebutan, yang";

/// Words by which a step or a figure speaks of how the work goes on, which no answer of a citizen decides.
pub const COURSE: &str = "lengkap memenuhi sesuai disetujui ditolak setuju benar valid lulus kurang kekurangan \
    kesalahan gangguan selesai terdapat ada tersedia dipanggil perlu diperlukan dibutuhkan diterima terverifikasi \
    layak belum salah hasil hasilnya dikembalikan terganggu gagal cocok terlambat kabur";

/// Words between the side of a number and the number itself: "di atas usia 17".
pub const AGES: &str = "berusia berumur usia umur usianya umurnya";

/// Signs before a number; the first that fits says which side is meant.
pub const SIGNS: [(&str, Bound); 6] = [
    ("≥", Bound::Least),
    (">=", Bound::Least),
    ("≤", Bound::Most),
    ("<=", Bound::Most),
    (">", Bound::Above),
    ("<", Bound::Below),
];

/// Phrases before a number; the first that fits says which side is meant.
pub const BEFORE: [(&str, Bound); 6] = [
    (
        "tidak|bukan|belum lebih dari, tidak|bukan|belum melebihi",
        Bound::Most,
    ),
    ("tidak|bukan|belum kurang dari", Bound::Least),
    (
        "lebih dari, di atas, diatas, melebihi, melewati",
        Bound::Above,
    ),
    ("kurang dari, di bawah, dibawah, belum", Bound::Below),
    (
        "paling lama|banyak|lambat|tinggi|tua|besar, maksimal, maksimum, sampai, hingga, s.d, s/d, sampai dengan",
        Bound::Most,
    ),
    (
        "paling sedikit|kurang|rendah|muda|cepat|kecil, minimal, minimum, sedikitnya, setidaknya, \
         sekurang-kurangnya, sekurangnya, genap, mulai, sejak, telah, sudah, mencapai",
        Bound::Least,
    ),
];

/// Phrases after a number and its unit; the first that fits says which side is meant. "17 tahun kurang 1 hari" is how
/// offices write under 17.
pub const AFTER: [(&str, Bound); 3] = [
    ("kurang 1|satu hari", Bound::Below),
    (
        "atau lebih, keatas|diatasnya, atau keatas|diatasnya, ke|di atas|atasnya, atau ke|di atas|atasnya",
        Bound::Least,
    ),
    (
        "atau kurang, kebawah|dibawahnya, atau kebawah|dibawahnya, ke|di bawah|bawahnya, atau ke|di bawah|bawahnya",
        Bound::Most,
    ),
];

/// Things counted in almost every sentence that no question asks for, unless it is its unit.
pub const COUNTED: &str = "lembar, lbr, rangkap, eksemplar, buah, orang, kali, set, halaman, saksi, menit, jam, hari, \
    hari kerja, minggu, bulan, tahun, rupiah, ribu, cm, x, persen, kb";

/// Words that ask for an age.
pub const AGE: &str = "usia umur usianya umurnya age old";

/// Units of money, of which there can be many.
pub const MONEY: &str = "rupiah rp idr ribu juta";

/// Words that ask for what stands next.
pub const QUESTIONS: &str = "berapa berapakah apa siapa siapakah mana what";

/// Words that order what stands soon after.
pub const ORDERS: &str = "masukkan masukan tulis tuliskan isi isikan ketik ketikkan sebutkan sebut cantumkan salin \
    lampirkan enter type";

/// Words before an order that turn it into its opposite.
pub const NOT: &str = "jangan tidak tanpa bukan";

/// What may stand between a question and the thing: "Berapa nomor NIK Anda?"
pub const BETWEEN: &str = "nomor no digit angka kode 16 18 is";

/// What identifies a person.
pub const MARKS: &str = "nomor induk kependudukan|pegawai, nomor kartu keluarga, nomor|no \
    kk|ktp|paspor|rekening|telepon|telpon|hp|handphone|ponsel|wa|whatsapp|npwp, nik, nip, npwp, email, surel, e-mail";

/// What does as the whole name of a question.
pub const SHORT_MARKS: &str = "kk nokk hp telepon wa";

/// A name or an address with a word that says whose.
pub const OWN: &str = "nama|alamat lengkap, alamat email|rumah, \
    nama|alamat anda|kamu|pemohon|ibu|ayah|bapak|orang|pasangan|suami|istri|anak";

/// The same with all its parts.
pub const WHOLE: &str = "nama|alamat lengkap";
