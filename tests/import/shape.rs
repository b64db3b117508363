//! The shape of pages: which rows are headings, which items belong together, what a site puts around a page.

use maklumat::import::{Component, Line, Papers, Sheet, sheet_of_html, sheet_of_text, understand};

use super::{draft, texts};

/// The lines of a part as `text(text, text)`.
fn part(sheet: &Sheet, component: Component) -> String {
    fn said(lines: &[Line]) -> String {
        let texts = lines.iter().map(|line| match line.lines.as_slice() {
            [] => line.text.clone(),
            below => format!("{}({})", line.text, said(below)),
        });
        texts.collect::<Vec<_>>().join(", ")
    }
    let part = sheet.parts.iter().find(|part| part.component == component);
    part.map_or(String::new(), |part| said(&part.lines))
}

/// The page of a service with headings of one kind, `{}` for what stands before each.
fn headed(marks: [&str; 6], list: [&str; 2]) -> String {
    let [a, b, c, d, e, f] = marks;
    let [one, two] = list;
    format!(
        "Izin Gudang\n\n{a} Persyaratan\n   {one} KTP\n   {two} Denah\n\n{b} Sistim, Mekanisme, Prosedur\n   {one} Pemohon datang\n   \
         {two} Petugas memeriksa\n\n{c} Jangka Waktu\n   2 hari kerja\n\n{d} Biaya/Tarif\n   Rp 75.000\n\n\
         {e} Produk Layanan\n   Surat Izin Gudang\n\n{f} Aduan, Saran, Masukan\n   Telepon : (0299) 111222\n"
    )
}

#[test]
fn headings_of_every_mark_are_told_from_the_lists_below_them() {
    for (marks, list) in [
        (["1.", "2.", "3.", "4.", "5.", "6."], ["a.", "b."]),
        (["1.", "2.", "3.", "4.", "5.", "6."], ["1.", "2."]),
        (["a.", "b.", "c.", "d.", "e.", "f."], ["1.", "2."]),
        (["A.", "B.", "C.", "D.", "E.", "F."], ["1)", "2)"]),
        (["I.", "II.", "III.", "IV.", "V.", "VI."], ["1.", "2."]),
        (["", "", "", "", "", ""], ["•", "•"]),
        (["•", "•", "•", "•", "•", "•"], ["1.", "2."]),
    ] {
        let page = headed(marks, list);
        let sheet = sheet_of_text(&page);
        for (component, said) in [
            (Component::Requirements, "KTP, Denah"),
            (Component::Procedure, "Pemohon datang, Petugas memeriksa"),
            (Component::Time, "2 hari kerja"),
            (Component::Cost, "Rp 75.000"),
            (Component::Products, "Surat Izin Gudang"),
            (Component::Complaints, "Telepon : (0299) 111222"),
        ] {
            assert_eq!(part(&sheet, component), said, "{page}");
        }
        assert_eq!(sheet.title.as_deref(), Some("Izin Gudang"), "{page}");
    }
}

#[test]
fn what_stands_under_other_headings_is_in_no_part_and_named() {
    for (head, others) in [
        (
            "Persyaratan\n1. KTP\n\nProsedur\n1. Pemohon datang\n\nJam Layanan\nSenin pukul 08.00\n\nBiaya\nGratis\n",
            "Jam Layanan Senin pukul 08.00",
        ),
        (
            "1. Persyaratan\n1. KTP\n\n2. Prosedur\n1. Pemohon datang\n\n3. Biaya\nGratis\n\n4. Sejarah singkat\nBerdiri pada 1990\n",
            "Sejarah singkat Berdiri pada 1990",
        ),
    ] {
        let sheet = sheet_of_text(&format!("Izin Gudang\n\n{head}"));
        assert_eq!(sheet.others, [others]);
        assert_eq!(part(&sheet, Component::Procedure), "Pemohon datang");
        assert_eq!(part(&sheet, Component::Cost), "Gratis");
        let draft = understand(&sheet, &Papers::default());
        assert!(
            draft
                .doubts
                .iter()
                .any(|doubt| doubt.reason.id.contains(others)),
            "{:?}",
            draft.doubts
        );
    }
}

#[test]
fn what_a_site_puts_above_a_page_is_not_its_title() {
    for above in [
        "Beranda  Profil  Layanan  PPID  Kontak\n\n",
        "Beranda > Layanan > Izin Gudang\n\n",
        "Diposting oleh admin | 3 Mei 2024 | Dibaca 45 kali\n\n",
    ] {
        let page = format!("{above}{}", headed([""; 6], ["1.", "2."]));
        let sheet = sheet_of_text(&page);
        assert_eq!(sheet.title.as_deref(), Some("Izin Gudang"), "{above}");
    }
    let contents = "Persyaratan\nProsedur\nBiaya\n";
    let page =
        headed([""; 6], ["1.", "2."]).replacen("\n\n", &format!("\n\nDaftar Isi\n{contents}\n"), 1);
    assert_eq!(
        part(&sheet_of_text(&page), Component::Cost),
        "Rp 75.000",
        "{page}"
    );
}

#[test]
fn steps_may_be_counted_in_words_or_stand_in_one_item() {
    let page = |steps: &str| {
        format!("Izin Gudang\n\nPersyaratan\n1. KTP\n\nAlur Pelayanan\n{steps}\n\nBiaya\nGratis\n")
    };
    for steps in [
        "Langkah 1. Pemohon datang\nLangkah 2. Petugas memeriksa\nLangkah 3. Izin terbit",
        "Tahap I : Pemohon datang\nTahap II : Petugas memeriksa\nTahap III : Izin terbit",
        "1. Pemohon datang, 2. Petugas memeriksa, 3. Izin terbit",
        "1. 1. Pemohon datang 2. Petugas memeriksa 3. Izin terbit",
        "1.\nPemohon datang\n2.\nPetugas memeriksa\n3.\nIzin terbit",
        "Pemohon datang -> Petugas memeriksa -> Izin terbit",
        "✔ Pemohon datang\n✔ Petugas memeriksa\n✔ Izin terbit",
        "A. Pemohon baru\n1. Pemohon datang\n2. Petugas memeriksa\nB. Pemohon lama\n1. Izin terbit",
    ] {
        let found = texts(&draft(&page(steps)), "procedure");
        assert_eq!(
            found,
            ["Pemohon datang", "Petugas memeriksa", "Izin terbit"],
            "{steps}"
        );
    }
    let kept = "1. Petugas memeriksa menurut Pasal 2. Setelah itu disahkan";
    assert_eq!(texts(&draft(&page(kept)), "procedure").len(), 1);
}

#[test]
fn a_label_above_a_list_is_the_head_of_a_group_and_an_opening_is_not() {
    let page = |list: &str| {
        format!(
            "Izin Gudang\n\nPersyaratan\n{list}\n\nProsedur\n1. Pemohon datang\n\nBiaya\nGratis\n"
        )
    };
    let grouped = draft(&page(
        "Anak usia 0-5 tahun\n  ✓ KK\n  ✓ Akta\nAnak usia 5-17 tahun\n  ✓ Foto",
    ));
    let groups = grouped.service["requirements"].as_array().unwrap();
    let counts: Vec<usize> = groups
        .iter()
        .map(|group| group["items"].as_array().map_or(0, Vec::len))
        .collect();
    assert_eq!(counts, [2, 1]);
    assert!(
        grouped
            .doubts
            .iter()
            .any(|doubt| doubt.field == "requirements[0]")
    );
    let opened = draft(&page("Pemohon datang dengan membawa :\n1. KK\n2. Akta"));
    assert_eq!(texts(&opened, "requirements"), ["KK", "Akta"]);
    assert_eq!(
        opened.service["requirements"][0]["note"],
        "Pemohon datang dengan membawa :"
    );
    let plain = draft(&page("Pemilik datang sendiri\n1. KK\n2. Akta"));
    assert_eq!(texts(&plain, "requirements").len(), 3);
    let bullets = draft(&page("1. KK\n2. • Akta • Foto"));
    assert_eq!(texts(&bullets, "requirements"), ["KK", "Akta", "Foto"]);
}

#[test]
fn a_table_that_was_copied_is_read_by_its_headings() {
    for page in [
        "Izin Gudang\nNo\tKomponen\tUraian\n1\tPersyaratan\t1. KTP\n2. Denah\n2\tProsedur\tPemohon datang\n3\tBiaya/Tarif\tGratis\n4\tProduk\t\nSurat\n",
        "Dinas Perizinan Contoh\nSTANDAR PELAYANAN\nIzin Gudang\nNO | KOMPONEN | URAIAN\n1 | Persyaratan | 1. KTP 2. Denah\n2 | Prosedur | Pemohon datang\n3 | Biaya | Gratis\n4 | Produk | Surat\n",
        "Izin Gudang\nPersyaratan          : 1. KTP\n                       2. Denah\nProsedur             : Pemohon datang\nBiaya                Gratis\nProduk               Surat\n",
    ] {
        let sheet = sheet_of_text(page);
        for (component, said) in [
            (Component::Requirements, "KTP, Denah"),
            (Component::Procedure, "Pemohon datang"),
            (Component::Cost, "Gratis"),
            (Component::Products, "Surat"),
        ] {
            assert_eq!(part(&sheet, component), said, "{page}");
        }
        assert_eq!(sheet.title.as_deref(), Some("Izin Gudang"), "{page}");
    }
    let halves = "Izin Gudang\n\nA. Service delivery\n1. Persyaratan\n   KTP\n2. Pengaduan\n   Kotak saran\nB. Pengelolaan pelayanan \
        (manufacturing)\n1. Dasar Hukum\n   Perda 1/2020\n2. Jumlah Pelaksana\n   2 orang\n";
    assert_eq!(
        part(&sheet_of_text(halves), Component::Complaints),
        "Kotak saran"
    );
}

#[test]
fn a_list_after_an_indented_one_is_another() {
    let page = "Izin Gudang\n\n  • 1. Izin baru\n    1. KTP\n    2. Denah\n  • 2. Perpanjangan\n    1. Izin lama\n\n  \
        1. Pemohon datang\n  2. Petugas memeriksa\n\n2 hari\n\nGratis\n\nSurat Izin Gudang\n\nTelepon : (0299) 111222\n";
    let sheet = sheet_of_text(page);
    assert_eq!(
        part(&sheet, Component::Requirements),
        "Izin baru(KTP, Denah), Perpanjangan(Izin lama)"
    );
    assert_eq!(
        part(&sheet, Component::Procedure),
        "Pemohon datang, Petugas memeriksa"
    );
}

#[test]
fn paragraphs_below_lists_with_headings_are_read_as_on_a_page_without() {
    let page = "Persyaratan :\n- KTP\n- Denah\nProsedur / Mekanisme :\n1. Pemohon datang\n2. Petugas memeriksa\n\
        3 hari kerja\nTidak dipungut biaya\nSurat Izin Gudang\nTelepon : (0299) 111222\n";
    let sheet = sheet_of_text(page);
    for (component, said) in [
        (Component::Procedure, "Pemohon datang, Petugas memeriksa"),
        (Component::Time, "3 hari kerja"),
        (Component::Cost, "Tidak dipungut biaya"),
        (Component::Products, "Surat Izin Gudang"),
    ] {
        assert_eq!(part(&sheet, component), said);
    }
}

#[test]
fn a_page_with_some_headings_loses_none_of_its_lists() {
    let lists = "1. Surat pengantar\n2. Denah\n\n1. Pemohon datang\n2. Petugas memeriksa\n\n";
    let rest = "Surat Izin Gudang\n\nPengaduan : (0299) 111222\n";
    for page in [
        format!("{lists}Waktu : 2 hari\n\nBiaya :\n\nGratis\n\n{rest}"),
        format!("Persyaratan :\n{lists}2 hari\n\nBiaya : Gratis\n\n{rest}"),
        format!("{lists}2 hari\n\nBiaya :\nGratis\n\n{rest}"),
    ] {
        let sheet = sheet_of_text(&format!("Izin Gudang\n\nNo. SK : 1/2023\n\n{page}"));
        for (component, said) in [
            (Component::Requirements, "Surat pengantar, Denah"),
            (Component::Procedure, "Pemohon datang, Petugas memeriksa"),
            (Component::Time, "2 hari"),
            (Component::Cost, "Gratis"),
            (Component::Products, "Surat Izin Gudang"),
            (Component::Complaints, "(0299) 111222"),
        ] {
            assert_eq!(part(&sheet, component), said, "{page}");
        }
    }
}

#[test]
fn lists_without_headings_are_told_by_their_items() {
    let rest = "5 hari kerja\n\nGratis\n\nJawaban tertulis\n\nKotak saran\n\nWebsite LAPOR! Unduh di Play Store\n";
    for (lists, papers, steps) in [
        (
            "1. Pelapor datang ke loket\n2. Petugas mencatat laporan\n\n",
            "",
            "Pelapor datang ke loket, Petugas mencatat laporan",
        ),
        (
            "1. Fotokopi KTP\n2. Surat pengantar\n\n",
            "Fotokopi KTP, Surat pengantar",
            "",
        ),
        (
            "Bagi pemohon baru\n\n1. KTP\n2. Denah\n\nBagi perpanjangan\n\n1. Izin lama\n\n1. Pemohon mendaftar\n2. Petugas memeriksa\n\n",
            "Bagi pemohon baru, KTP, Denah, Bagi perpanjangan, Izin lama",
            "Pemohon mendaftar, Petugas memeriksa",
        ),
        (
            "Surat permohonan dan fotokopi KTP\n\n1. Pemohon mendaftar\n2. Petugas memeriksa\n\n",
            "Surat permohonan dan fotokopi KTP",
            "Pemohon mendaftar, Petugas memeriksa",
        ),
        (
            "Surat pengantar dari desa\n\nPemohon mendaftar\nPetugas memeriksa\n\n",
            "Surat pengantar dari desa",
            "Pemohon mendaftar, Petugas memeriksa",
        ),
    ] {
        let sheet = sheet_of_text(&format!("Layanan Contoh Sederhana\n\n{lists}{rest}"));
        assert_eq!(
            sheet.title.as_deref(),
            Some("Layanan Contoh Sederhana"),
            "{lists}"
        );
        assert_eq!(part(&sheet, Component::Requirements), papers, "{lists}");
        assert_eq!(part(&sheet, Component::Procedure), steps, "{lists}");
        assert_eq!(part(&sheet, Component::Time), "5 hari kerja", "{lists}");
    }
}

#[test]
fn what_was_typed_into_an_item_does_not_end_its_list() {
    let page = "Izin Belajar\n\nNo. SK: 1/2022\n\n  1. 1. KTP\n  2. 2. Surat keterangan\n? Untuk guru: SK penugasan\n  3. 3. Akreditasi\n\n  \
        1. 1. Pemohon mengajukan berkas\n  2. 2. Verifikasi\na. Lengkap, diteruskan\nb. Tidak lengkap, dikembalikan\nOleh petugas loket\n  \
        3. 3. Penandatanganan\n\n5 hari kerja\n\nGratis\n\nSurat Izin Belajar\n\nKotak saran\n";
    let sheet = sheet_of_text(page);
    assert_eq!(
        part(&sheet, Component::Requirements),
        "KTP, Surat keterangan(Untuk guru: SK penugasan), Akreditasi"
    );
    assert_eq!(
        part(&sheet, Component::Procedure),
        "Pemohon mengajukan berkas, Verifikasi(Lengkap, diteruskan, Tidak lengkap, dikembalikan, Oleh petugas loket), Penandatanganan"
    );
}

#[test]
fn a_sentence_above_the_headings_is_not_lost() {
    let page = "Kartu Anak\n\nKartu ini wajib dimiliki semua anak di bawah 17 tahun.\n\nPersyaratan\n1. KK\n\nProsedur\n1. Pemohon datang\n\nBiaya\nGratis\n";
    assert_eq!(
        sheet_of_text(page).others,
        ["Kartu ini wajib dimiliki semua anak di bawah 17 tahun."]
    );
}

#[test]
fn what_stands_between_steps_and_cost_is_about_the_time() {
    for said in ["Sesuai jadwal bank", "Senin s/d Kamis : 08.00 - 15.00"] {
        let page = format!(
            "Kartu Tani\n\n1. KTP\n2. KK\n\n1. Petani mendaftar\n2. Bank mencetak kartu\n\n{said}\n\nTidak dipungut biaya\n\n\
            Kartu Tani\n\nKotak saran\n\nWebsite LAPOR! Unduh di Play Store\n"
        );
        let sheet = sheet_of_text(&page);
        assert_eq!(part(&sheet, Component::Time), said);
        assert_eq!(part(&sheet, Component::Cost), "Tidak dipungut biaya");
    }
}

#[test]
fn a_title_among_other_short_lines_is_doubted() {
    let page = "Tentang Kantor\nLayanan Hukum\nSurat Keterangan Contoh\nSyarat :\n1. KTP\nProsedur :\n1. Pemohon datang\nBiaya : Gratis\n";
    assert!(sheet_of_text(page).is_title_guessed);
}

#[test]
fn questions_may_be_headings() {
    let page = "Kartu Anak\n\nApa saja syaratnya?\n1. KK\n\nBagaimana caranya?\n1. Datang\n\nBerapa lama prosesnya?\n1 hari\n\n\
        Berapa biayanya?\nGratis\n\nApa yang didapat?\nKartu Anak\n\nDi mana mengadu?\nKotak saran\n";
    let sheet = sheet_of_text(page);
    let found: Vec<Component> = sheet.parts.iter().map(|part| part.component).collect();
    assert_eq!(found.len(), 6, "{found:?}");
    assert_eq!(part(&sheet, Component::Time), "1 hari");
}

#[test]
fn an_empty_line_bounds_what_a_paragraph_says() {
    let page = "Izin Gudang\n\n1. KTP\n2. Denah\n\n1. Pemohon datang\n2. Petugas memeriksa\n\n2 hari\n\nGratis\n\n\
        Surat izin gudang untuk usaha\nmasa berlaku 1 (satu) bulan\n\nMelalui petugas penyuluh\nEmail : a@b.example\n";
    let draft = draft(page);
    assert_eq!(texts(&draft, "products"), ["Surat izin gudang untuk usaha"]);
    assert_eq!(draft.service["products"][0]["validity"], "1 (satu) bulan");
    let said = draft.service["complaints"].to_string();
    assert!(
        said.contains("penyuluh") && said.contains("a@b.example"),
        "{said}"
    );
}

#[test]
fn the_date_of_a_decree_is_not_in_its_number() {
    for (said, number, date) in [
        (
            "440/15/2023 tanggal 9 Januari 2023",
            "440/15/2023",
            Some("2023-01-09"),
        ),
        (
            "440/15/2023, Tgl. 9 Januari 2023",
            "440/15/2023",
            Some("2023-01-09"),
        ),
        ("19 Tahun 2021", "19 Tahun 2021", None),
    ] {
        let sheet = sheet_of_text(&format!("Izin Gudang\n\nNo. SK : {said}\n\n1. KTP\n"));
        assert_eq!(
            (sheet.decree.as_deref(), sheet.signed.as_deref()),
            (Some(number), date)
        );
    }
}

#[test]
fn a_page_without_headings_is_cut_in_a_word_an_address_or_a_label() {
    let page = "Izin Gudang\n\n1. KTP\n2. Denah\n\n1. Pemohon menyerahkan berkas\n2. Petugas memeriksa\n\n2 hari\n\nGratis\n\nSurat\n\n";
    for (end, is_cut) in [
        ("a. Datang ke loket\nb. Meny", true),
        ("Telepon : (0299) 111222\nInsta", true),
        ("Kirim ke email gudang@kota.exam", true),
        ("Kirim ke email gudang@kota.example", false),
        ("Telepon : (0299) 111222\nKotak saran", false),
    ] {
        assert_eq!(
            sheet_of_text(&format!("{page}{end}\n")).is_cut,
            is_cut,
            "{end}"
        );
    }
}

#[test]
fn html_says_where_links_lead_and_what_its_title_is() {
    let html = "<html><head><title>Izin Gudang - Kota Contoh</title></head><body>\
        <header><a href='/'>Home</a><h1>Izin Gudang</h1></header><form>\
        <h2>Persyaratan</h2><ol><li><span>K</span><span>TP</span><ol type='a'><li>asli</li><li>salinan</li></ol></li></ol>\
        <h2>Biaya</h2><table><tr><th>No</th><th>Jenis</th><th>Tarif (Rp)</th></tr><tr><td>1</td><td>Karcis</td><td>5.000</td></tr></table>\
        <dl><dt>Produk</dt><dd>Surat izin</dd></dl>\
        <h2>Pengaduan</h2><p><a href='https://x.example/adu'>Website pengaduan</a></p>\
        <p>IG: <a href='https://instagram.com/gudang.contoh'>@gudang.contoh</a></p><p>Email: <a href='mailto:a@b.example'>tulis kepada kami</a></p><p><a href='https://wa.me/628110000111'>0811 0000 111</a></p>\
        <table><tr><td>Telepon</td><td>:</td><td>(0299)<br>111222</td></tr></table></form>\
        <p hidden>Rp 99.000</p><textarea>Rp 88.000</textarea></body></html>";
    let sheet = sheet_of_html(html);
    assert_eq!(sheet.title.as_deref(), Some("Izin Gudang"));
    assert_eq!(part(&sheet, Component::Requirements), "KTP(asli, salinan)");
    assert_eq!(
        part(&sheet, Component::Cost),
        "Jenis : Tarif (Rp), Karcis : 5.000"
    );
    assert_eq!(part(&sheet, Component::Products), "Surat izin");
    assert_eq!(
        part(&sheet, Component::Complaints),
        "Website pengaduan https://x.example/adu, IG: @gudang.contoh, Email: tulis kepada kami a@b.example, 0811 0000 111, Telepon : (0299) 111222"
    );
    let shared = "<html><head><meta property='og:title' content='Izin Kios | Kota Contoh'></head><body>\
        <p>1. KTP</p><p>2. Denah</p></body></html>";
    assert_eq!(sheet_of_html(shared).title.as_deref(), Some("Izin Kios"));
}
