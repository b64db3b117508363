//! Colours of a site, drawn at random: what is advised passes, and links can be read in every shade that is made.

use maklumat::diagnostic::{Code, Located};
use maklumat::model::colour::Colour;

use super::look::{colours, contrast};
use crate::site::Site;

/// Colours that look drawn and are the same in every run.
struct Drawn(u64);

impl Iterator for Drawn {
    type Item = [u8; 3];

    fn next(&mut self) -> Option<[u8; 3]> {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = self.0.wrapping_add(1_442_695_040_888_963_407);
        let [.., red, green, blue] = (self.0 >> 32).to_be_bytes();
        Some([red, green, blue])
    }
}

fn hex([red, green, blue]: [u8; 3]) -> String {
    format!("{red:02x}{green:02x}{blue:02x}")
}

/// What is said of a pair of colours; no letters where theirs is empty.
fn said(brand: &str, letters: &str) -> Vec<Located> {
    let mut config = format!("judul: Kota Contoh\ncontoh: ya\nwarna:\n  utama: \"{brand}\"\n");
    if !letters.is_empty() {
        config += &format!("  di_atas_utama: \"{letters}\"\n");
    }
    let (report, _) = Site::with_service().with("site.yaml", config).check();
    let of_colours = |finding: &Located| matches!(finding.code, Code::K0218 | Code::K0233);
    report.findings.into_iter().filter(of_colours).collect()
}

/// The colour that a piece of advice says to type after a key.
fn advised(advice: &str, key: &str) -> Option<String> {
    let (_, rest) = advice.split_once(&format!(" {key}: \""))?;
    let (colour, _) = rest.split_once('"')?;
    Some(colour.to_owned())
}

#[test]
fn what_is_advised_passes_and_is_near() {
    let mut drawn = Drawn(7);
    let (mut refused, mut hinted) = (0, 0);
    for _ in 0..400 {
        let (brand, letters) = (drawn.next().unwrap(), drawn.next().unwrap());
        let (brand, letters) = (format!("#{}", hex(brand)), format!("#{}", hex(letters)));
        let found = said(&brand, &letters);
        let ratio = contrast(&brand[1..], &letters[1..]);
        let Some(finding) = found.first() else {
            assert!(ratio >= 7.0, "{brand} {letters}");
            continue;
        };
        let least = if finding.code == Code::K0218 {
            4.5
        } else {
            7.0
        };
        assert!(ratio < least, "{brand} {letters}");
        *(if least == 4.5 {
            &mut refused
        } else {
            &mut hinted
        }) += 1;
        let advice = &finding.help.as_ref().expect("advice").id;
        let both = advice.contains(" dan ");
        let ground = advised(advice, "utama").filter(|_| !both);
        let over = advised(advice, "di_atas_utama").filter(|_| !both);
        let mut pairs: Vec<(String, String)> = Vec::new();
        pairs.extend(ground.map(|ground| (ground, letters.clone())));
        pairs.extend(over.map(|over| (brand.clone(), over)));
        if both {
            let typed = |key| advised(advice, key).expect("a colour");
            pairs.push((typed("utama"), typed("di_atas_utama")));
        }
        assert!(!pairs.is_empty(), "{advice}");
        for (ground, over) in pairs {
            let obeyed = said(&ground, &over);
            let code = finding.code;
            assert!(
                !obeyed.iter().any(|left| left.code <= code),
                "{ground} {over}"
            );
            let reached = contrast(&ground[1..], &over[1..]);
            assert!(reached >= least, "{ground} {over}: {reached}");
            // The next shade on the way would not have passed.
            assert!(both || reached < least * 1.06, "{ground} {over}: {reached}");
        }
    }
    assert!(refused > 100 && hinted > 30, "{refused} {hinted}");
}

#[test]
fn letters_that_nobody_chose_can_be_read() {
    for brand in Drawn(11).take(200) {
        let brand = format!("#{}", hex(brand));
        let found = said(&brand, "");
        assert!(
            !found.iter().any(|finding| finding.code == Code::K0218),
            "{brand}"
        );
        if let Some(finding) = found.first() {
            let advice = &finding.help.as_ref().expect("advice").id;
            let typed = advised(advice, "utama").expect("a colour");
            assert_eq!(said(&typed, ""), [], "{brand}: {advice}");
        }
    }
}

#[test]
fn links_can_be_read_on_every_ground_of_the_theme() {
    let light = colours(":root");
    let mut dark = light.clone();
    dark.extend(colours("@media (prefers-color-scheme: dark)"));
    for rgb in
        Drawn(3)
            .take(2_000)
            .chain([[255, 255, 0], [0, 255, 0], [0, 0, 255], [255; 3], [0; 3]])
    {
        let brand = Colour {
            rgb,
            ..Colour::default()
        };
        let shades = [
            (brand.link_on_light(), &light),
            (brand.link_on_dark(), &dark),
        ];
        for (shade, grounds) in shades {
            for ground in ["--paper", "--card", "--tint"] {
                let found = contrast(&shade.css()[1..], &grounds[ground]);
                assert!(
                    found >= 7.0,
                    "{} of {}: {found:.2}",
                    shade.css(),
                    brand.css()
                );
            }
        }
    }
}

/// A page bears the colours, and the shades of its links without asking the browser for them.
#[test]
fn a_page_bears_the_shades_of_its_links() {
    let config = "judul: Kota Contoh\ncontoh: ya\nwarna:\n  utama: \"#ffcc00\"\n";
    let built = Site::with_service().with("site.yaml", config).build();
    let page = built.page(crate::site::PAGE);
    let brand = Colour {
        rgb: [0xff, 0xcc, 0],
        ..Colour::default()
    };
    let (light, dark) = (brand.link_on_light().css(), brand.link_on_dark().css());
    let colours = format!(
        ":root{{--brand:#ffcc00;--on-brand:#000000;--link-on-light:{light};--link-on-dark:{dark};}}"
    );
    assert!(page.contains(&colours), "{colours}");
    assert!(page.contains("@media screen{:root{--link:var(--link-on-light)}}"));
}

/// A logo stands in the head in the shape it has, so that nothing moves when it comes.
#[test]
fn a_logo_keeps_its_shape() {
    for (shape, size) in [
        ("300 100", "width=\"120\" height=\"40\""),
        ("100 100", "width=\"40\" height=\"40\""),
        ("60 120", "width=\"20\" height=\"40\""),
        ("1000 100", "width=\"160\" height=\"16\""),
    ] {
        let built = Site::with_service()
            .with(
                "site.yaml",
                "judul: Kota Contoh\ncontoh: ya\nlogo: static/logo.svg\n",
            )
            .with("static/logo.svg", format!("<svg viewBox=\"0 0 {shape}\"/>"))
            .build();
        let page = built.page(crate::site::PAGE);
        assert!(
            page.contains(&format!("<img src=\"../logo.svg\" alt=\"\" {size}>")),
            "{shape}"
        );
    }
}
