//! The logo: whether it is a picture, and one that every page can bear.

use crate::diagnostic::{Code, Diagnostic, Sink, say};
use crate::model::FilePath;
use crate::model::site::SiteDocument;
use crate::parse::layout::Layout;
use crate::picture;
use crate::source::Sources;

/// A heavier logo weighs more than the page it stands on, twice over.
const MOST_BYTES: u64 = 30_000;

/// The width and height of the logo; what is no picture, or too heavy, is reported. One that is not there is a missing
/// file.
pub fn check(
    site: &SiteDocument,
    layout: &Layout,
    sources: &dyn Sources,
    sink: &mut Sink,
) -> Option<(u32, u32)> {
    let logo = site.logo.get()?;
    let file = layout.statics.get(logo.value.strip_prefix("static/")?)?;
    let entry = layout.entries.get(file.0 as usize)?;
    if entry.size > MOST_BYTES {
        sink.push(heavy(logo, entry.size));
    }
    let size = picture::size(&sources.read(&entry.path).ok()?);
    if size.is_none() {
        sink.push(no_picture(logo));
    }
    size
}

fn no_picture(logo: &FilePath) -> Diagnostic {
    let path = &logo.value;
    let finding = Diagnostic::new(
        Code::K0234,
        logo.span,
        say!(
            "`{path}` bukan gambar yang ditampilkan semua peramban",
            "`{path}` is no picture that all browsers show"
        ),
    );
    finding.help(say!(
        "simpan logonya sebagai SVG, PNG, JPEG atau WebP",
        "save the logo as SVG, PNG, JPEG or WebP"
    ))
}

fn heavy(logo: &FilePath, size: u64) -> Diagnostic {
    let (path, size, most) = (&logo.value, size / 1000, MOST_BYTES / 1000);
    let finding = Diagnostic::new(
        Code::K0234,
        logo.span,
        say!(
            "`{path}` sebesar {size} kB diambil bersama halaman pertama; sebaiknya paling banyak {most} kB",
            "`{path}` of {size} kB is loaded with the first page; it should be at most {most} kB"
        ),
    );
    finding.help(say!(
        "perkecil gambarnya, misalnya tinggi 80 piksel, atau simpan sebagai SVG",
        "make the picture smaller, for example 80 pixels high, or save it as SVG"
    ))
}
