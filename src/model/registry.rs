//! The lists that services share: documents, regulations, life events, categories, holidays; and free pages.

use super::record::record;
use super::{Date, FilePath, Id, Integer, Text, Url};

record! {
    /// A paper that services demand or produce.
    pub struct DocumentRecord as "document", {
        id / "id" required: Id = "The name by which services refer to it" | "Nama pendek yang dipakai layanan",
        name / "nama" required: Text = "Its name" | "Namanya",
        aliases / "nama_lain": Vec<Text> = "Other names" | "Nama lain",
        issued_by / "diterbitkan_oleh": Text = "The service (agency/service) or office that issues it" | "Layanan (dinas/layanan) atau kantor yang menerbitkannya",
        validity / "masa_berlaku": Text = "How long it is valid" | "Masa berlakunya",
        image / "gambar": FilePath = "A picture of it" | "Gambarnya",
        alt / "keterangan_gambar": Text = "What the picture shows" | "Apa yang terlihat di gambar",
    }
}

record! {
    /// A law or regulation.
    pub struct Regulation as "regulation", {
        id / "id" required: Id = "The name by which others refer to it" | "Nama pendek yang dipakai berkas lain",
        kind / "jenis": Text = "UU, PP, Perpres, PermenPANRB, Perda …" | "UU, PP, Perpres, PermenPANRB, Perda …",
        number / "nomor": Text = "Its number" | "Nomornya",
        year / "tahun": Integer = "Its year" | "Tahunnya",
        title / "judul": Text = "What it is about" | "Tentang apa",
        url / "url": Url = "Where its text can be read" | "Alamat naskahnya",
        in_force / "berlaku": bool = "Whether it is in force" | "Masih berlaku atau tidak",
        replaced_by / "diganti_oleh": Id = "The regulation that replaced it" | "Peraturan penggantinya",
    }
}

record! {
    /// Something that happens in a citizen's life.
    pub struct LifeEvent as "life_event", {
        id / "id" required: Id = "The name by which services refer to it" | "Nama pendek yang dipakai layanan",
        title / "judul" required: Text = "What happens" | "Apa yang terjadi",
        summary / "ringkasan": Text = "One sentence about it" | "Satu kalimat tentangnya",
    }
}

record! {
    /// A category of services.
    pub struct Category as "category", {
        id / "id" required: Id = "The name by which services refer to it" | "Nama pendek yang dipakai layanan",
        title / "judul" required: Text = "Its heading" | "Judulnya",
        summary / "ringkasan": Text = "One sentence about it" | "Satu kalimat tentangnya",
    }
}

record! {
    /// The holidays of one year.
    pub struct HolidayYear as "holidays", {
        year / "tahun" required: Integer = "The year" | "Tahunnya",
        basis / "dasar": Text = "The decree that sets the list" | "Keputusan yang menetapkan daftarnya",
        days / "hari": Vec<Holiday> = "The days" | "Harinya",
    }
}

record! {
    /// A day on which offices are closed.
    pub struct Holiday as "holiday", {
        date / "tanggal" required: Date = "The day" | "Tanggalnya",
        name / "nama": Text = "Its name" | "Namanya",
        collective_leave / "cuti_bersama": bool = "Whether it is collective leave" | "Cuti bersama atau bukan",
    }
}

record! {
    /// The front matter of a free page.
    pub struct PageDocument as "page", {
        title / "judul" required: Text = "Title of the page" | "Judul halaman",
        summary / "ringkasan": Text = "One sentence about it" | "Satu kalimat tentangnya",
        moved_from / "pindah_dari": Vec<Text> = "Old addresses of the page, which lead here" | "Alamat lama halaman ini",
    }
}
