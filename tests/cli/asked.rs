//! What `new` asks for on a terminal, and what it says where nobody is there to answer.

use crate::site::{Folder, Site};

fn site() -> Folder {
    Folder::site().with("content/balai/agency.yaml", "nama: Balai Contoh\n")
}

#[test]
fn a_script_is_told_what_to_type() {
    let case = site();
    for (call, says) in [
        (
            "new",
            "gagal: buat apa? ketik: maklumat new service, maklumat new agency, atau maklumat new translation\n",
        ),
        (
            "new agency",
            "gagal: nama dinasnya belum ditulis; ketik: maklumat new agency \"Nama dinas\"\n",
        ),
        (
            "new service --agency balai --kind izin",
            "gagal: nama layanannya belum ditulis; ketik: maklumat new service \"Nama layanan\" --agency balai --kind izin\n",
        ),
        (
            "new service --kind izin",
            "gagal: untuk dinas yang mana? ketik: maklumat new service --kind izin --agency balai; dinas yang ada: balai, dinas-contoh\n",
        ),
        (
            "new translation",
            "gagal: berkas aslinya belum ditulis; ketik misalnya: maklumat new translation content/dinas/layanan.yaml\n",
        ),
    ] {
        case.run(call).exits(2).says(says);
    }
    // The kind has a usual value, so nothing is missing.
    case.run("new service Izin --agency balai").exits(0);
    assert!(
        case.read("content/balai/izin.yaml")
            .contains("Surat pengantar")
    );
}

#[cfg(target_os = "linux")]
mod on_a_terminal {
    use std::io::{Read, Write};
    use std::process::{Command, Stdio};

    use super::*;

    const DOWN: &str = "\u{1b}[B";

    /// Runs the program on a terminal of its own: each answer is typed once its question is on the screen.
    fn talk(case: &Folder, arguments: &str, answers: &[(&str, &str)]) -> String {
        let program = env!("CARGO_BIN_EXE_maklumat");
        let mut child = Command::new("script")
            .args(["-qefc", &format!("{program} {arguments}"), "/dev/null"])
            .current_dir(case.root())
            .env("TERM", "xterm")
            .env_remove("LANG")
            .env_remove("LC_ALL")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("`script` of util-linux makes a terminal");
        let mut typed = child.stdin.take().expect("its keyboard");
        let mut screen = child.stdout.take().expect("its screen");
        let (mut shown, mut seen) = (String::new(), 0);
        let mut answers = answers.iter();
        let mut next = answers.next();
        let mut bytes = [0; 4096];
        loop {
            let count = screen.read(&mut bytes).expect("the screen");
            if count == 0 {
                break;
            }
            shown.push_str(&String::from_utf8_lossy(&bytes[..count]));
            while let Some((question, answer)) = next
                && let Some(at) = shown[seen..].find(question)
            {
                seen += at + question.len();
                typed.write_all(answer.as_bytes()).expect("an answer");
                typed.flush().expect("an answer");
                next = answers.next();
            }
        }
        assert!(next.is_none(), "never asked: {next:?}\n{shown}");
        let done = child.wait().expect("an end");
        format!("{shown}\n{:?}", done.code())
    }

    #[test]
    fn everything_that_lacks_is_asked() {
        let case = site();
        let shown = talk(
            &case,
            "new",
            &[
                ("Buat apa?", "\r"),
                ("Dinas yang melayani", &format!("{DOWN}\r")),
                ("Jenis layanan", &format!("{DOWN}\r")),
                ("Nama layanan", "Izin Usaha\r"),
            ],
        );
        assert!(shown.contains("Dinas Contoh (dinas-contoh)"), "{shown}");
        assert!(shown.ends_with("Some(0)"), "{shown}");
        let text = case.read("content/dinas-contoh/izin-usaha.yaml");
        assert!(text.contains("judul: Izin Usaha\n"), "{text}");
        let given = "new service Izin --agency dinas-contoh --kind izin";
        case.run(given).exits(0);
        let same = case.read("content/dinas-contoh/izin.yaml");
        assert_eq!(text.replace("Izin Usaha", "Izin"), same);
    }

    #[test]
    fn nothing_that_was_given_is_asked() {
        let case = site();
        let shown = talk(
            &case,
            "new service Izin --agency balai --kind izin --lang en",
            &[],
        );
        assert!(shown.contains("izin.yaml written"), "{shown}");
        let shown = talk(
            &case,
            "new agency --lang en",
            &[
                ("Name of the agency", "!!\r"),
                ("use letters", "\u{15}Office\r"),
            ],
        );
        assert!(
            shown.contains("content/office/agency.yaml written"),
            "{shown}"
        );
    }

    #[test]
    fn a_site_without_agencies_gets_one_first() {
        let case = Site::of([("site.yaml", "judul: Kota Contoh\ncontoh: ya\n")]).on_disk();
        talk(
            &case,
            "new service Izin --kind izin",
            &[("Nama dinas", "Dinas Sosial\r")],
        );
        let text = case.read("content/dinas-sosial/izin.yaml");
        assert!(text.contains("judul: Izin\n"), "{text}");
        assert!(case.has("content/dinas-sosial/agency.yaml"));
    }

    #[test]
    fn whoever_gives_up_has_changed_nothing() {
        let case = site();
        let before = case.tree("content");
        let shown = talk(
            &case,
            "new service Izin",
            &[("Dinas yang melayani", "\u{1b}")],
        );
        assert!(
            shown.contains("dibatalkan; tidak ada yang ditulis"),
            "{shown}"
        );
        assert!(shown.ends_with("Some(2)"), "{shown}");
        assert_eq!(case.tree("content"), before);
    }
}
