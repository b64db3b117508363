//! Pages that are drawn: values written in the ways of real pages are read back as they were, or doubted, never wrong.

use maklumat::import::{Draft, Papers, sheet_of_text, understand};
use serde_json::{Value, json};

use crate::oracle::random::Random as Dice;

/// How many pages are drawn.
const PAGES: usize = 120;

/// A text and the value it was written from.
struct Written {
    text: String,
    value: Value,
}

fn one<'a>(dice: &mut Dice, of: &[&'a str]) -> &'a str {
    of[dice.below(of.len())]
}

const ONES: [&str; 11] = [
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
    "sepuluh",
];

/// A length of time: least, most, unit.
fn length(dice: &mut Dice) -> Written {
    let units = [
        ("menit", "minute"),
        ("jam", "hour"),
        ("hari kerja", "working_day"),
        ("Hari", "day"),
        ("bulan", "month"),
    ];
    let (word, unit) = units[dice.below(units.len())];
    let most = 2 + dice.below(9);
    let digits = if dice.below(2) == 0 {
        most.to_string()
    } else {
        format!("{most} ({})", ONES[most])
    };
    let (text, min, max) = match dice.below(6) {
        0 => (format!("{digits} {word}"), Some(most), Some(most)),
        1 => {
            let join = one(
                dice,
                &[
                    "-",
                    " - ",
                    " – ",
                    " s/d ",
                    " s.d. ",
                    " sampai dengan ",
                    " sampai ",
                ],
            );
            (format!("1{join}{digits} {word}"), Some(1), Some(most))
        }
        2 => {
            let bound = one(
                dice,
                &[
                    "Paling lama ",
                    "Maksimal ",
                    "paling lambat ",
                    "Maks. ",
                    "Selambat-lambatnya ",
                    "< ",
                ],
            );
            (format!("{bound}{digits} {word}"), None, Some(most))
        }
        3 => (format!("± {digits} {word}"), Some(most), Some(most)),
        4 => (format!("Minimal {digits} {word}"), Some(most), None),
        _ => (
            format!("{digits} {word} sejak berkas dinyatakan lengkap"),
            Some(most),
            Some(most),
        ),
    };
    Written {
        text,
        value: json!({ "min": min, "max": max, "unit": unit }),
    }
}

/// A sum in one of the ways in which offices write it.
fn money(dice: &mut Dice, amount: usize) -> String {
    let digits = amount.to_string();
    let first = (digits.len() + 2) % 3 + 1;
    let groups: Vec<&str> = [&digits[..first]]
        .into_iter()
        .chain(
            (first..digits.len())
                .step_by(3)
                .map(|at| &digits[at..at + 3]),
        )
        .collect();
    let grouped = groups.join(".");
    match dice.below(6) {
        0 => format!("Rp{grouped}"),
        1 => format!("Rp. {grouped},-"),
        2 => format!("Rp {grouped},00"),
        3 => format!("Rp.{grouped}"),
        4 => format!("IDR {grouped}"),
        _ => format!("Rp {digits}"),
    }
}

/// A cost: null for "not free, and no amount", 0 for free, amounts otherwise.
fn cost(dice: &mut Dice) -> Written {
    let amount = (1 + dice.below(400)) * 500;
    match dice.below(6) {
        0 | 1 => {
            let said = [
                "Tidak dipungut biaya",
                "Gratis",
                "GRATIS",
                "Tidak ada biaya/tarif",
                "Tanpa biaya",
                "Tidak dipungut biaya (Gratis)",
                "Rp. 0,-",
                "Tidak dikenakan biaya",
                "Nihil",
            ];
            Written {
                text: one(dice, &said).to_owned(),
                value: json!([0]),
            }
        }
        2 => Written {
            text: money(dice, amount),
            value: json!([amount]),
        },
        3 => {
            let unit = one(dice, &["/unit", " per lembar", " /orang", " per meter"]);
            Written {
                text: format!("Retribusi {}{unit}", money(dice, amount)),
                value: json!([amount]),
            }
        }
        4 => {
            let (one, other) = (money(dice, amount), money(dice, amount + 500));
            let text = match dice.below(3) {
                0 => format!("Sepeda motor {one} Mobil barang {other}"),
                1 => format!("1. Sepeda motor : {one}\n2. Mobil barang : {other}"),
                _ => format!("- Sepeda motor: {one}\n- Mobil barang: {other}"),
            };
            Written {
                text,
                value: json!([amount, amount + 500]),
            }
        }
        _ => Written {
            text: one(
                dice,
                &[
                    "Sesuai Peraturan Daerah Nomor 5 Tahun 2019",
                    "Berdasarkan Perda No. 3 Tahun 2021 tentang Retribusi",
                    "Pasien BPJS gratis, pasien umum sesuai Perbup No. 7 Tahun 2020",
                ],
            )
            .to_owned(),
            value: json!([]),
        },
    }
}

/// A complaint channel.
fn channel(dice: &mut Dice) -> Written {
    let number = format!("0812{:08}", dice.below(99_999_999));
    let fixed = format!("(0299) {}", 200_000 + dice.below(799_999));
    let (text, kind, value) = match dice.below(6) {
        0 => {
            let label = one(
                dice,
                &["Email : ", "E-mail: ", "Surel ", "Pos-el: ", "EMAIL "],
            );
            (
                format!("{label}aduan@contoh.example"),
                "email",
                "aduan@contoh.example".to_owned(),
            )
        }
        1 => {
            let label = one(
                dice,
                &[
                    "WA : ",
                    "Whatsapp: ",
                    "WhatsApp ",
                    "Watshap : ",
                    "No. WA: ",
                    "WA Center : ",
                ],
            );
            (format!("{label}{number}"), "whatsapp", number)
        }
        2 => {
            let label = one(
                dice,
                &[
                    "Telp. ",
                    "Telepon : ",
                    "Nomor Telepon: ",
                    "Call Center : ",
                    "Tlp ",
                ],
            );
            (format!("{label}{fixed}"), "phone", fixed)
        }
        3 => {
            let label = one(dice, &["Instagram : ", "IG: ", "Instagram "]);
            (
                format!("{label}@dinas.contoh"),
                "instagram",
                "@dinas.contoh".to_owned(),
            )
        }
        4 => {
            let said = one(
                dice,
                &[
                    "Kotak Saran",
                    "Kotak pengaduan",
                    "Kotak saran dan pengaduan",
                ],
            );
            (said.to_owned(), "box", said.to_owned())
        }
        _ => (
            "Website: www.dinas.contoh.example".to_owned(),
            "web",
            "www.dinas.contoh.example".to_owned(),
        ),
    };
    Written {
        text,
        value: json!({ kind: value }),
    }
}

/// A list of items with marks.
fn list(dice: &mut Dice, items: &[String]) -> String {
    let style = dice.below(4);
    let lines = items.iter().enumerate().map(|(at, item)| {
        let number = at + 1;
        match style {
            0 => format!("  {number}. {item}"),
            1 => format!("  {number}. {number}. {item}"),
            2 => format!("  • {item}"),
            _ => format!("  {number}) {item};"),
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A page and what was written on it.
struct Page {
    text: String,
    count: usize,
    time: Value,
    cost: Value,
    channels: Vec<Value>,
}

fn page(dice: &mut Dice) -> Page {
    let papers = [
        "Fotokopi KTP",
        "Kartu Keluarga asli",
        "Surat pengantar RT",
        "Pas foto 3x4",
        "Formulir permohonan",
        "Surat kuasa bila dikuasakan",
    ];
    let steps = [
        "Pemohon menyerahkan berkas",
        "Petugas memeriksa berkas",
        "Kepala seksi memaraf surat",
        "Camat menandatangani surat",
        "Petugas menyerahkan surat",
    ];
    let count = 2 + dice.below(papers.len() - 2);
    let papers: Vec<String> = papers[..count]
        .iter()
        .map(|paper| (*paper).to_owned())
        .collect();
    let steps: Vec<String> = steps.iter().map(|step| (*step).to_owned()).collect();
    let (time, cost) = (length(dice), cost(dice));
    let channels: Vec<Written> = (0..1 + dice.below(3)).map(|_| channel(dice)).collect();
    let said: Vec<String> = channels
        .iter()
        .map(|channel| channel.text.clone())
        .collect();
    let contact = match dice.below(3) {
        0 => said.join("\n\n"),
        1 => list(dice, &said),
        _ => said.join("\n"),
    };
    let (papers, steps) = (list(dice, &papers), list(dice, &steps));
    let (time_text, cost_text) = (&time.text, &cost.text);
    let title = "Penerbitan Surat Keterangan Contoh";
    let text = if dice.below(2) == 0 {
        format!(
            "{title}\n\n{papers}\n\n{steps}\n\n{time_text}\n\n{cost_text}\n\nSurat Keterangan Contoh\n\n{contact}\n\n\
             Website LAPOR! | Play Store | App Store\n"
        )
    } else {
        format!(
            "# {title}\n\nNo. SK :\n\n## Persyaratan\n\n{papers}\n\n## Sistem, Mekanisme dan Prosedur\n\n{steps}\n\n\
             ### Waktu Penyelesaian\n\n{time_text}\n\n### Biaya / Tarif\n\n{cost_text}\n\n### Produk Pelayanan\n\n\
             1. Surat Keterangan Contoh\n\n### Pengaduan Layanan\n\n{contact}\n"
        )
    };
    let mut values: Vec<Value> = Vec::new();
    for channel in channels {
        if !values.contains(&channel.value) {
            values.push(channel.value);
        }
    }
    Page {
        text,
        count,
        time: time.value,
        cost: cost.value,
        channels: values,
    }
}

fn doubted(draft: &Draft, key: &str) -> bool {
    draft
        .doubts
        .iter()
        .any(|doubt| doubt.field.starts_with(key))
}

#[test]
fn what_was_written_is_read_or_doubted() {
    let mut dice = Dice(2026);
    let mut doubts = 0;
    for _ in 0..PAGES {
        let page = page(&mut dice);
        let draft = understand(&sheet_of_text(&page.text), &Papers::default());
        let service = &draft.service;
        let get = |key: &str| service.get(key).cloned().unwrap_or(Value::Null);
        let list = |key: &str| get(key).as_array().cloned().unwrap_or_default();
        let shown = || format!("{}\n{service:#?}", page.text);
        assert_eq!(list("requirements").len(), page.count, "{}", shown());
        assert_eq!(list("procedure").len(), 5, "{}", shown());
        assert_eq!(list("products").len(), 1, "{}", shown());
        let time = get("time");
        let found = json!({ "min": time["min"], "max": time["max"], "unit": time["unit"] });
        doubts += usize::from(found != page.time);
        assert!(found == page.time || doubted(&draft, "time"), "{}", shown());
        let amounts: Vec<Value> = list("cost")
            .iter()
            .filter_map(|row| row.get("amount").cloned())
            .collect();
        doubts += usize::from(json!(amounts) != page.cost);
        assert!(
            json!(amounts) == page.cost || doubted(&draft, "cost"),
            "{}",
            shown()
        );
        let channels = get("complaints")["channels"]
            .as_array()
            .cloned()
            .unwrap_or_default();
        assert_eq!(channels, page.channels, "{}", shown());
    }
    assert!(
        doubts * 50 < PAGES,
        "{doubts} values of {PAGES} pages were only doubted"
    );
}
