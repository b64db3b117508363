//! The spreadsheet to start from: the headings, an example, and what goes where.

use rust_xlsxwriter::Workbook;

use super::list::{fill, unwritten, write_csv};
use crate::diagnostic::Failure;
use crate::import::columns::{COLUMNS, EXAMPLE};

/// What a cell of each column holds, in the order of [`COLUMNS`].
const EXAMPLES: [&str; 17] = [
    "Surat Keterangan Contoh",
    "Dinas Contoh",
    "470/1/2026",
    "1. Fotokopi KTP\n2. Surat pengantar RT/RW\n3. Surat kuasa (jika diwakilkan)",
    "1. Pemohon datang ke loket\n2. Petugas memeriksa berkas\n3. Pemohon menerima surat",
    "3 hari kerja",
    "Tidak dipungut biaya",
    "Surat keterangan",
    "• Telepon: 0254 000 000\n• Email: layanan@dinas.contoh.example\n• Kotak saran di ruang tunggu",
    "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
    "• Ruang tunggu\n• Kursi roda",
    "Menguasai aturan layanan ini",
    "Diawasi atasan langsung",
    "2 orang",
    "Dilayani sesuai standar ini",
    "Data pemohon dijaga kerahasiaannya",
    "Survei kepuasan setiap tahun",
];

/// How the list is filled in.
const NOTES: [&str; 6] = [
    "Satu baris untuk satu layanan. Baris (contoh) tidak ikut dibaca; hapus atau biarkan.",
    "Salin kalimatnya kata demi kata dari SK. Yang belum ada dibiarkan kosong.",
    "Di dalam satu sel, tekan Alt+Enter untuk baris baru. Tiap butir diawali 1. 2. 3., rinciannya a. b. c.",
    "Nomor telepon ditulis sebagai teks, misalnya 0254 000 000.",
    "Kolom boleh dihapus atau dipindah; judul kolomnya jangan diganti.",
    "Sesudah diisi, jalankan: maklumat import NAMA-BERKAS-INI --agency NAMA-DINAS",
];

fn rows() -> Vec<Vec<String>> {
    let head = COLUMNS.iter().map(|(_, heading)| (*heading).to_owned());
    let example = EXAMPLES.iter().enumerate().map(|(at, text)| match at {
        0 => format!("{EXAMPLE} {text}"),
        _ => (*text).to_owned(),
    });
    vec![head.collect(), example.collect()]
}

/// The template as an Excel file, with a second sheet that explains it.
///
/// # Errors
/// When it cannot be written.
pub fn template_workbook() -> Result<Vec<u8>, Failure> {
    let mut book = Workbook::new();
    let notes = std::iter::once("Petunjuk")
        .chain(NOTES)
        .map(|note| vec![note.to_owned()]);
    let columns = COLUMNS.iter().zip(EXAMPLES);
    let columns = columns.map(|((_, heading), example)| {
        vec![format!("Kolom {heading}, misalnya:"), example.to_owned()]
    });
    let notes: Vec<Vec<String>> = notes.chain(columns).collect();
    fill(book.add_worksheet(), "Standar pelayanan", &rows())
        .and_then(|()| fill(book.add_worksheet(), "Petunjuk", &notes))
        .map_err(|error| unwritten(&error))?;
    book.save_to_buffer().map_err(|error| unwritten(&error))
}

/// The template as CSV.
///
/// # Errors
/// When it cannot be written.
pub fn template_csv() -> Result<Vec<u8>, Failure> {
    write_csv(&rows())
}
