//! `agency.yaml`: an agency, and the defaults of its services.

use super::channel::{ChannelDocument, check_number, check_privacy, may_be_personal};
use super::context::Context;
use super::hours::{HoursDocument, Weekday};
use super::record::record;
use super::service::Decree;
use super::standard::TimeZoneName;
use super::{Date, FilePath, Integer, Placed, Slot, Text, Url};
use crate::diagnostic::{Code, Diagnostic, say};

record! {
    /// `agency.yaml`.
    pub struct AgencyDocument as "agency", {
        name / "nama" required: Text = "Name of the agency" | "Nama dinas",
        parent / "induk": Text = "The government it belongs to" | "Pemerintah tempat dinas ini bernaung",
        address / "alamat": Address = "Where it is" | "Letaknya",
        website / "situs": Url = "Its own website" | "Situsnya sendiri",
        timezone / "zona_waktu": TimeZoneName = "Its time zone: Asia/Jakarta (WIB), Asia/Makassar (WITA), Asia/Jayapura (WIT)" | "Zona waktunya: WIB, WITA atau WIT",
        working_days / "hari_layanan": Vec<Placed<Weekday>> = "Days on which working days count" | "Hari yang dihitung sebagai hari kerja",
        hours / "jam_layanan": Vec<HoursDocument> = "Opening hours" | "Jam buka",
        channels / "saluran": Vec<ChannelDocument> = "Where to ask or complain; the default of its services" | "Tempat bertanya dan mengadu; berlaku untuk semua layanannya",
        decree / "sk": Decree = "The decree that sets its standards; the default of its services" | "SK yang menetapkan standarnya; berlaku untuk semua layanannya",
        pledge / "maklumat": PledgeDocument = "The pledge (maklumat pelayanan); until its signature is written in full it is shown as a draft" | "Maklumat pelayanan; selama tanda tangannya belum lengkap, tampil sebagai rancangan",
        survey / "survei": Survey = "The latest satisfaction survey" | "Survei kepuasan masyarakat terakhir",
        consultation / "konsultasi_publik": Consultation = "The public consultation on its standards" | "Forum konsultasi publik tentang standarnya",
        posted / "dipasang": Posted = "Where and when the standard was posted" | "Di mana dan kapan standar dipasang",
        moved_from / "pindah_dari": Vec<Text> = "Old addresses of the agency's page, which lead here" | "Alamat lama halaman dinas ini",
    }
}

record! {
    /// A postal address.
    pub struct Address as "address", check check_address => published {
        street / "jalan": Text = "Street and number" | "Jalan dan nomor",
        village / "kelurahan": Text = "Village (kelurahan, desa)" | "Kelurahan atau desa",
        district / "kecamatan": Text = "District (kecamatan)" | "Kecamatan",
        city / "kabupaten_kota": Text = "City or regency" | "Kabupaten atau kota",
        province / "provinsi": Text = "Province" | "Provinsi",
        postal_code / "kode_pos": Text = "Postal code" | "Kode pos",
        phone / "telepon": Text = "Telephone number" | "Nomor telepon",
        lat / "lintang": Text = "Latitude in degrees, WGS 84" | "Lintang dalam derajat (WGS 84)",
        lon / "bujur": Text = "Longitude in degrees, WGS 84" | "Bujur dalam derajat (WGS 84)",
    }
}

impl Address {
    /// The telephone number, unless it may be somebody's own.
    pub fn published_phone(&self) -> Option<&Text> {
        self.phone.get().filter(|phone| !may_be_personal(phone))
    }
}

/// An address without a number that may be somebody's own.
fn published(address: &Address) -> Option<Address> {
    let mut address = address.clone();
    if address.phone.get().is_some() && address.published_phone().is_none() {
        address.phone = Slot::Absent;
    }
    Some(address)
}

fn check_address(address: &Address, cx: &mut Context<'_>) {
    if let Some(phone) = address.phone.get() {
        check_number(phone, cx);
        check_privacy(phone, cx);
    }
    let degrees = [(&address.lat, 90.0), (&address.lon, 180.0)];
    let wrong = degrees
        .iter()
        .filter_map(|(text, most)| no_degrees(text.get()?, *most));
    let wrong: Vec<Diagnostic> = wrong.collect();
    if !wrong.is_empty() {
        cx.sink.extend(wrong);
        return;
    }
    let alone = match degrees.map(|(text, _)| text.get()) {
        [Some(lat), None] => Some((lat, "bujur", "lon")),
        [None, Some(lon)] => Some((lon, "lintang", "lat")),
        _ => None,
    };
    if let Some((text, id, en)) = alone {
        let finding = Diagnostic::new(
            Code::K0208,
            text.span,
            say!(
                "`{id}` belum ditulis, jadi tempatnya tidak dapat ditunjuk di peta",
                "`{en}` is missing, so the place cannot be shown on a map"
            ),
        );
        cx.sink
            .push(finding.help(say!("tambahkan: {id}: …", "add: {en}: …")));
    }
}

/// Reports what is no number of degrees between minus `most` and `most`.
fn no_degrees(text: &Text, most: f64) -> Option<Diagnostic> {
    let written = &text.value;
    let degrees: Option<f64> = written.parse().ok();
    if degrees.is_some_and(|degrees| degrees.abs() <= most) {
        return None;
    }
    let finding = Diagnostic::new(
        Code::K0216,
        text.span,
        say!(
            "`{written}` bukan derajat antara -{most} dan {most}",
            "`{written}` is not a number of degrees from -{most} to {most}"
        ),
    );
    Some(finding.help(say!(
        "tulis derajat desimal dengan titik, misalnya -6.1214; angka ini tampil di aplikasi peta",
        "write decimal degrees with a point, such as -6.1214; map applications show them"
    )))
}

record! {
    /// The pledge an agency publishes with its standard (UU 25/2009 art. 22).
    pub struct PledgeDocument as "pledge", {
        text / "bunyi" required: Text = "The pledge, word for word" | "Bunyi maklumat, kata demi kata",
        signed_by / "ditandatangani_oleh": Text = "Who signed it" | "Yang menandatangani",
        role / "jabatan": Text = "The office of the signatory" | "Jabatannya",
        place / "tempat": Text = "Where it was signed" | "Tempat penandatanganan",
        date / "tanggal": Date = "When it was signed" | "Tanggal penandatanganan",
    }
}

impl PledgeDocument {
    /// What is not written of the signature, by its keys in Indonesian and in English; a pledge that lacks nothing is
    /// signed.
    pub fn lacking(&self) -> Vec<[&'static str; 2]> {
        let [signed_by, role, place] = [&self.signed_by, &self.role, &self.place];
        let parts = [
            (
                signed_by.get().is_none(),
                ["ditandatangani_oleh", "signed_by"],
            ),
            (role.get().is_none(), ["jabatan", "role"]),
            (place.get().is_none(), ["tempat", "place"]),
            (self.date.get().is_none(), ["tanggal", "date"]),
        ];
        let lacking = parts.into_iter().filter(|(lacks, _)| *lacks);
        lacking.map(|(_, keys)| keys).collect()
    }
}

record! {
    /// A satisfaction survey (SKM, PermenPANRB 14/2017).
    pub struct Survey as "survey", {
        year / "tahun" required: Integer = "Year of the survey" | "Tahun survei",
        score / "nilai": Text = "Score, 25 to 100" | "Nilai, 25 sampai 100",
        grade / "mutu": Text = "Grade, A to D" | "Mutu, A sampai D",
        url / "url": Url = "Where the result can be read" | "Alamat hasilnya",
        follow_up / "tindak_lanjut": Text = "What was done about it" | "Tindak lanjutnya",
    }
}

record! {
    /// A public consultation (forum konsultasi publik).
    pub struct Consultation as "consultation", {
        date / "tanggal": Date = "When" | "Tanggalnya",
        file / "berkas": FilePath = "The minutes" | "Berita acaranya",
    }
}

record! {
    /// Where the standard is posted.
    pub struct Posted as "posted", {
        date / "tanggal": Date = "Since when" | "Sejak kapan",
        place / "tempat": Text = "Where" | "Di mana",
        photo / "foto": FilePath = "A photograph" | "Fotonya",
        alt / "keterangan_gambar": Text = "What the photograph shows" | "Apa yang terlihat di foto",
    }
}
