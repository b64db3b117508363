//! Word files, spreadsheets and CSV of offices as sheets, and files that somebody made to break the reader.

mod hostile;
mod zip;

use docx_rs::{
    AbstractNumbering, Docx, IndentLevel, Level, LevelJc, LevelText, NumberFormat, Numbering,
    NumberingId, Paragraph, Run, Start, Table, TableCell, TableRow,
};
use maklumat::import::files::sheets;
use maklumat::import::{Component, Line, Sheet};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

fn docx(docx: Docx) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    docx.build().pack(&mut bytes).expect("a Word file");
    bytes.into_inner()
}

fn line(text: &str) -> Paragraph {
    Paragraph::new().add_run(Run::new().add_text(text))
}

fn item(text: &str, list: usize, level: usize) -> Paragraph {
    line(text).numbering(NumberingId::new(list), IndentLevel::new(level))
}

fn cell(paragraphs: Vec<Paragraph>) -> TableCell {
    paragraphs
        .into_iter()
        .fold(TableCell::new(), TableCell::add_paragraph)
}

fn row(cells: &[&str]) -> TableRow {
    TableRow::new(
        cells
            .iter()
            .map(|text| cell(text.lines().map(line).collect()))
            .collect(),
    )
}

/// Lists as Word counts them: `1.` and `a)`, twice.
fn with_lists(docx: Docx) -> Docx {
    let level = |level, format, text| {
        Level::new(
            level,
            Start::new(1),
            NumberFormat::new(format),
            LevelText::new(text),
            LevelJc::new("left"),
        )
    };
    let list = |id| {
        AbstractNumbering::new(id)
            .add_level(level(0, "decimal", "%1."))
            .add_level(level(1, "lowerLetter", "%2)"))
    };
    docx.add_abstract_numbering(list(10))
        .add_abstract_numbering(list(11))
        .add_numbering(Numbering::new(10, 10))
        .add_numbering(Numbering::new(11, 11))
}

/// Lines as `text(text, text)`.
fn said(lines: &[Line]) -> String {
    let said = lines.iter().map(|line| {
        let mark = line
            .mark
            .as_deref()
            .map_or_else(String::new, |mark| format!("{mark} "));
        match line.lines.as_slice() {
            [] => format!("{mark}{}", line.text),
            below => format!("{mark}{}({})", line.text, self::said(below)),
        }
    });
    said.collect::<Vec<_>>().join(", ")
}

fn part(sheet: &Sheet, component: Component) -> String {
    let part = sheet.parts.iter().find(|part| part.component == component);
    part.map_or_else(|| "-".to_owned(), |part| said(&part.lines))
}

fn titles(sheets: &[Sheet]) -> Vec<&str> {
    sheets
        .iter()
        .map(|sheet| sheet.title.as_deref().unwrap_or("-"))
        .collect()
}

/// The annex of a decree with two services, each in a table of part A and one of part B.
fn annex() -> Docx {
    let service = |docx: Docx, name: &str, list: usize, paper: &str| {
        let papers = cell(vec![
            item(paper, list, 0),
            item("Formulir", list, 0),
            item("diisi", list, 1),
            item("ditandatangani", list, 1),
        ]);
        let mut first = TableRow::new(vec![
            cell(vec![line("1.")]),
            cell(vec![line("Persyaratan")]),
        ]);
        first = TableRow::new(
            [first.cells, TableRow::new(vec![papers]).cells]
                .concat()
                .into_iter()
                .map(|docx_rs::TableRowChild::TableCell(cell)| cell)
                .collect(),
        );
        let fees = Table::new(vec![
            row(&["1", "KTP baru", "Rp10.000"]),
            row(&["2", "KTP rusak", "Rp20.000"]),
        ]);
        let cost = TableRow::new(vec![
            cell(vec![line("3.")]),
            cell(vec![line("Biaya/tarif")]),
            TableCell::new().add_table(fees).add_paragraph(line("")),
        ]);
        let a = Table::new(vec![
            row(&["No", "Komponen", "Uraian"]),
            row(&["A. Komponen penyampaian pelayanan (service delivery)"]),
            first,
            row(&[
                "2.",
                "Sistem, Mekanisme dan Prosedur",
                "1. Datang\n2. Dilayani",
            ]),
            row(&["", "", "3. Pulang"]),
            cost,
            row(&["4.", "Catatan loket", "Tutup hari libur"]),
        ]);
        let b = Table::new(vec![
            row(&["NO.", "KOMPONEN", "URAIAN"]),
            row(&["1.", "Dasar Hukum", "UU 25 Tahun 2009"]),
            row(&[
                "2.",
                "Jaminan Keamanan dan Keselamatan Pelayanan",
                "Terjamin",
            ]),
        ]);
        docx.add_paragraph(line(name))
            .add_table(a)
            .add_paragraph(line("B. Komponen pengelolaan pelayanan (manufacturing)"))
            .add_table(b)
    };
    let head = [
        "LAMPIRAN KEPUTUSAN KEPALA DINAS CONTOH",
        "NOMOR : 470/12/2025",
        "TANGGAL : 3 Februari 2025",
        "TENTANG STANDAR PELAYANAN",
        "STANDAR PELAYANAN PUBLIK",
    ];
    let docx = head.iter().fold(with_lists(Docx::new()), |docx, text| {
        docx.add_paragraph(line(text))
    });
    let docx = service(docx, "1. Penerbitan KTP & KIA", 10, "Fotokopi KK");
    let docx = service(
        docx,
        "Jenis Pelayanan : Pindah Datang",
        11,
        "Surat pindah < 1 tahun",
    );
    let foot = [
        "Ditetapkan di Contoh",
        "pada tanggal 3 Februari 2025",
        "KEPALA DINAS CONTOH,",
        "Seseorang",
    ];
    foot.iter()
        .fold(docx, |docx, text| docx.add_paragraph(line(text)))
}

#[test]
fn an_annex_gives_its_services() {
    let found = sheets("sk.docx", &docx(annex())).expect("sheets");
    assert_eq!(titles(&found), ["Penerbitan KTP & KIA", "Pindah Datang"]);
    for (sheet, paper) in found.iter().zip(["Fotokopi KK", "Surat pindah < 1 tahun"]) {
        assert_eq!(sheet.decree.as_deref(), Some("470/12/2025"));
        assert_eq!(sheet.signed.as_deref(), Some("2025-02-03"));
        assert_eq!(sheet.signed_by.as_deref(), Some("KEPALA DINAS CONTOH"));
        let papers = format!("1. {paper}, 2. Formulir(a) diisi, b) ditandatangani)");
        assert_eq!(part(sheet, Component::Requirements), papers);
        assert_eq!(
            part(sheet, Component::Procedure),
            "1. Datang, 2. Dilayani, 3. Pulang"
        );
        let fees = "KTP baru : Rp10.000, KTP rusak : Rp20.000";
        assert_eq!(part(sheet, Component::Cost), fees);
        assert_eq!(sheet.others, ["Catatan loket: Tutup hari libur"]);
        assert_eq!(part(sheet, Component::LegalBasis), "UU 25 Tahun 2009");
        assert_eq!(part(sheet, Component::SafetyGuarantee), "Terjamin");
        assert!(sheet.parts.iter().all(|part| !part.is_guessed));
    }
}

#[test]
fn headings_may_stand_in_paragraphs() {
    let mut file = with_lists(Docx::new()).add_paragraph(line("STANDAR PELAYANAN"));
    for (name, paper) in [("Izin Reklame", "KTP"), ("Izin Tempat", "NPWP")] {
        file = file
            .add_paragraph(line(name))
            .add_paragraph(line("A. Persyaratan"))
            .add_paragraph(line(&format!("1. {paper}")))
            .add_paragraph(line("2. Formulir"))
            .add_paragraph(line("B. Prosedur"))
            .add_paragraph(line("1. Mendaftar"))
            .add_paragraph(line("C. Biaya"))
            .add_paragraph(line("Gratis"));
    }
    let found = sheets("sp.docx", &docx(file)).expect("sheets");
    assert_eq!(titles(&found), ["Izin Reklame", "Izin Tempat"]);
    assert_eq!(
        part(&found[0], Component::Requirements),
        "1. KTP, 2. Formulir"
    );
    assert_eq!(
        part(&found[1], Component::Requirements),
        "1. NPWP, 2. Formulir"
    );
    assert_eq!(part(&found[1], Component::Cost), "Gratis");
}

/// A workbook with two services, as offices keep them: a title above, headings of their own, numbers as numbers.
fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let zeros = Format::new().set_num_format("0000000000");
    let day = Format::new().set_num_format("dd/mm/yyyy");
    sheet
        .write(0, 0, "Daftar Standar Pelayanan")
        .expect("a cell");
    for (column, head) in [
        "No",
        "Jenis Pelayanan",
        "PERSYARATAN",
        "Waktu",
        "Biaya",
        "Pengaduan",
        "Dasar hukum",
        "Keterangan",
    ]
    .iter()
    .enumerate()
    {
        sheet
            .write(2, u16::try_from(column).expect("few"), *head)
            .expect("a cell");
    }
    sheet.write(3, 0, 1).expect("a cell");
    sheet.write(3, 1, "Izin Contoh").expect("a cell");
    sheet
        .write(3, 2, "1. KTP\n2. KK\n   a. asli\n   b. fotokopi")
        .expect("a cell");
    sheet.write(3, 3, "3 hari kerja").expect("a cell");
    sheet.write(3, 4, 10000).expect("a cell");
    sheet
        .write_with_format(3, 5, 254_200_083, &zeros)
        .expect("a cell");
    let date = ExcelDateTime::from_ymd(2025, 2, 1).expect("a date");
    sheet.write_with_format(3, 6, &date, &day).expect("a cell");
    sheet.write(3, 7, "Loket 2").expect("a cell");
    sheet.write(4, 1, "Izin Lain").expect("a cell");
    sheet.write(4, 2, "KTP").expect("a cell");
    sheet.write(4, 4, 1.5).expect("a cell");
    sheet.write(4, 5, "0254 200 083").expect("a cell");
    sheet.write(5, 1, "(contoh) Izin").expect("a cell");
    sheet.write(5, 2, "KTP").expect("a cell");
    book.save_to_buffer().expect("a workbook")
}

#[test]
fn a_workbook_gives_a_sheet_a_row_and_no_cell_is_retyped() {
    let found = sheets("daftar.xlsx", &workbook()).expect("sheets");
    assert_eq!(titles(&found), ["Izin Contoh", "Izin Lain"]);
    let [first, second] = found.as_slice() else {
        unreachable!()
    };
    assert_eq!(
        part(first, Component::Requirements),
        "1. KTP, 2. KK(a. asli, b. fotokopi)"
    );
    assert_eq!(part(first, Component::Cost), "10000");
    assert_eq!(part(first, Component::Complaints), "0254200083");
    assert_eq!(part(first, Component::LegalBasis), "2025-02-01");
    assert_eq!(first.others, ["Keterangan: Loket 2"]);
    assert!(second.others.is_empty());
    assert_eq!(part(second, Component::Cost), "1,5");
    assert_eq!(part(second, Component::Complaints), "0254 200 083");
}

#[test]
fn no_item_of_a_long_list_keeps_its_number() {
    let papers = (1..=120).fold(
        with_lists(Docx::new()).add_paragraph(line("Persyaratan")),
        |docx, number| docx.add_paragraph(item(&format!("Surat {number}"), 10, 0)),
    );
    let file = [("Biaya", "Gratis"), ("Produk", "Surat izin")]
        .iter()
        .fold(papers, |docx, (name, text)| {
            docx.add_paragraph(line(name)).add_paragraph(line(text))
        });
    let found = sheets("daftar.docx", &docx(file)).expect("sheets");
    let lines = &found[0].parts[0].lines;
    assert_eq!((lines.len(), lines[104].text.as_str()), (120, "Surat 105"));
}

#[test]
fn csv_is_read_in_the_ways_in_which_it_is_written() {
    let rows = [
        ["Nama layanan", "Persyaratan", "Biaya/tarif"],
        ["Izin; Contoh", "1. KTP\n2. \"Surat\" asli, dan é", "007"],
    ];
    let written = |parting: u8| {
        let mut writer = csv::WriterBuilder::new()
            .delimiter(parting)
            .from_writer(Vec::new());
        rows.iter()
            .for_each(|row| writer.write_record(row).expect("a row"));
        String::from_utf8(writer.into_inner().expect("rows")).expect("text")
    };
    for parting in [b',', b';', b'\t'] {
        let text = written(parting);
        let marked = format!("\u{feff}{text}").into_bytes();
        let old: Vec<u8> = text
            .chars()
            .map(|c| u8::try_from(u32::from(c)).expect("of Latin 1"))
            .collect();
        for bytes in [
            text.clone().into_bytes(),
            marked,
            old,
            text.replace('\n', "\r\n").into_bytes(),
        ] {
            let found = sheets("daftar.csv", &bytes).expect("sheets");
            assert_eq!(titles(&found), ["Izin; Contoh"], "{text}");
            assert_eq!(
                part(&found[0], Component::Requirements),
                "1. KTP, 2. \"Surat\" asli, dan é"
            );
            assert_eq!(part(&found[0], Component::Cost), "007");
        }
    }
}
