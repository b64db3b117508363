//! `site.yaml`: the site as a whole.

use super::channel::check_number;
use super::colour::GOOD_CONTRAST;
use super::context::Context;
use super::record::{choice, record};
use super::{FilePath, Integer, Named, Placed, Slot, Text, Url};
use crate::diagnostic::{Code, Diagnostic, say};

record! {
    /// `site.yaml`.
    pub struct SiteDocument as "site", => published {
        title / "judul" required: Text = "Name of the site" | "Nama situs",
        base_url / "alamat_situs": Url = "The address the site will have; canonical addresses, feed and QR codes use it" | "Alamat situs ini nanti; dipakai untuk alamat resmi halaman, umpan dan kode QR",
        languages / "bahasa": Vec<LanguageTag> = "Languages of the pages; the first is the language of the content" | "Bahasa halaman; yang pertama bahasa isi",
        example / "contoh": bool = "Marks every page and print as an example and keeps search engines away" | "Menandai semua halaman dan cetakan sebagai contoh, dan menolak mesin pencari",
        theme / "tema": Text = "Name of the theme: `default` or a folder in `themes/`" | "Nama tema: `default` atau folder di `themes/`",
        outputs / "keluaran": Vec<Placed<OutputKind>> = "What is made besides the pages, which are always made" | "Apa yang dibuat selain halaman; halaman selalu dibuat",
        agency / "instansi": Owner = "The government above every agency that names no parent" | "Pemerintah di atas setiap dinas yang tidak menyebut induknya",
        colours / "warna": Colours = "The site's own colours" | "Warna situs",
        logo / "logo": FilePath = "A picture shown beside the title" | "Gambar di samping judul",
        review_after_months / "tinjau_setelah_bulan": Integer = "Months after which a service should be checked again" | "Setelah berapa bulan layanan perlu diperiksa lagi",
        strictness / "ketelitian": Named<Strictness> = "Severity of a finding by its code: error, warning, hint or off" | "Bobot temuan menurut kodenya: kesalahan, peringatan, petunjuk atau mati",
        help_ladder / "jenjang_bantuan": Vec<Rung> = "Where to turn after the agency's own channels" | "Ke mana lagi sesudah saluran dinas",
        component_titles / "judul_komponen": Named<Text> = "The site's own headings for components of the standard" | "Judul sendiri untuk komponen standar",
    }
}

/// What the site says to its readers; how it is built concerns nobody else.
fn published(site: &SiteDocument) -> Option<SiteDocument> {
    Some(SiteDocument {
        theme: Slot::Absent,
        outputs: Slot::Absent,
        strictness: Slot::Absent,
        review_after_months: Slot::Absent,
        ..site.clone()
    })
}

record! {
    /// The government that owns the site.
    pub struct Owner as "owner", {
        name / "nama" required: Text = "Its name" | "Namanya",
        url / "url": Url = "Its website" | "Situsnya",
    }
}

record! {
    /// Colours as `#rrggbb`.
    pub struct Colours as "colours", check check_colours {
        brand / "utama": Colour = "Colour of buttons and of the verdict; links are a darker or lighter shade of it" | "Warna tombol dan hasil; tautan memakai rona yang lebih gelap atau lebih terang",
        on_brand / "di_atas_utama": Colour = "Colour of text on the brand colour; black or white unless written" | "Warna tulisan di atas warna utama; jika tidak ditulis, hitam atau putih",
    }
}

/// The colour of text is one on something.
fn check_colours(colours: &Colours, cx: &mut Context<'_>) {
    let Some(alone) = colours.on_brand.get().filter(|_| colours.brand.is_absent()) else {
        return;
    };
    let brand = Colour {
        rgb: [0x0b, 0x5c, 0x8a],
        ..Colour::default()
    };
    let brand = brand.nearest(alone, GOOD_CONTRAST).unwrap_or(brand).css();
    cx.sink.push(
        Diagnostic::new(
            Code::K0208,
            alone.span,
            say!(
                "`utama` belum ditulis, jadi tidak diketahui di atas warna apa tulisan ini",
                "`brand` is missing, so it is not known on which colour this text stands"
            ),
        )
        .help(say!(
            "tambahkan: utama: \"{brand}\", atau warna lain",
            "add: brand: \"{brand}\", or another colour"
        )),
    );
}

record! {
    /// A further place to turn to.
    pub struct Rung as "rung", check check_rung {
        label / "label" required: Text = "Its name" | "Namanya",
        url / "url": Url = "Its website" | "Situsnya",
        phone / "telepon": Text = "Its telephone number" | "Nomor teleponnya",
    }
}

fn check_rung(rung: &Rung, cx: &mut Context<'_>) {
    if let Some(phone) = rung.phone.get() {
        check_number(phone, cx);
    }
}

choice! {
    /// What the program makes.
    pub enum OutputKind {
        /// The pages.
        Html "html" / "html",
        /// JSON for other programs.
        Api "api" / "api",
        /// A feed of changes.
        Feed "feed" / "umpan",
        /// The search index.
        Search "search" / "pencarian",
        /// The offline copy.
        Offline "offline" / "luring",
        /// Posters for the counter.
        Posters "posters" / "poster",
    }
}

choice! {
    /// The weight of a finding in `strictness`.
    pub enum Strictness {
        /// Stops the build.
        Error "error" / "kesalahan",
        /// Is shown.
        Warning "warning" / "peringatan",
        /// Advice.
        Hint "hint" / "petunjuk",
        /// Not shown.
        Off "off" / "mati",
    }
}

pub use super::colour::Colour;
pub use super::standard::LanguageTag;
