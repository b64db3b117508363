//! `init --hook`: real commits, stopped by what they would commit.
#![cfg(unix)]

use std::process::{Command, Output};

use crate::site::{Folder, SERVICE};

const WRONG: &str = "judul: KTP\nringkassan: a\n";

/// Runs a command in a folder below, with git's own settings and nobody else's.
fn run(case: &Folder, folder: &str, program: &str, arguments: &[&str]) -> Output {
    let mut command = Command::new(program);
    for name in ["LANG", "LC_ALL", "LC_MESSAGES", "GIT_DIR", "GIT_INDEX_FILE"] {
        command.env_remove(name);
    }
    let nobody = case.path("nobody");
    command
        .args(arguments)
        .current_dir(case.path(folder))
        .env("GIT_CONFIG_GLOBAL", &nobody)
        .env("GIT_CONFIG_SYSTEM", &nobody)
        .env("HOME", case.root())
        .envs([
            ("GIT_AUTHOR_NAME", "A"),
            ("GIT_AUTHOR_EMAIL", "a@contoh.example"),
        ])
        .envs([
            ("GIT_COMMITTER_NAME", "A"),
            ("GIT_COMMITTER_EMAIL", "a@contoh.example"),
        ])
        .output()
        .expect("a program")
}

#[track_caller]
fn git(case: &Folder, arguments: &[&str]) -> Result<(), String> {
    let done = run(case, ".", "git", arguments);
    let told = String::from_utf8_lossy(&done.stderr).into_owned();
    done.status.success().then_some(()).ok_or(told)
}

#[track_caller]
fn init(case: &Folder, folder: &str) -> (Option<i32>, String) {
    let done = run(
        case,
        folder,
        env!("CARGO_BIN_EXE_maklumat"),
        &["init", "--hook"],
    );
    (
        done.status.code(),
        String::from_utf8_lossy(&done.stderr).into_owned(),
    )
}

fn commits(case: &Folder) -> usize {
    let done = run(case, ".", "git", &["rev-list", "--count", "--all"]);
    String::from_utf8_lossy(&done.stdout)
        .trim()
        .parse()
        .expect("a number")
}

#[test]
fn what_is_staged_is_checked() {
    let case = Folder::site();
    git(&case, &["init", "-q"]).expect("a repository");
    // It works from a folder below, and leaves the site as it is.
    let before = case.read("site.yaml");
    let (code, told) = init(&case, "content/dinas-contoh");
    assert_eq!(code, Some(0), "{told}");
    assert!(told.contains("pre-commit ditulis"), "{told}");
    assert_eq!(case.read("site.yaml"), before);
    git(&case, &["add", "-A"]).expect("files");
    git(&case, &["commit", "-qm", "satu"]).expect("a sound site");
    assert_eq!(commits(&case), 1);
    // What is staged is wrong, what lies in the folder is right.
    let right = case.read(SERVICE);
    case.write(SERVICE, WRONG);
    git(&case, &["add", "-A"]).expect("files");
    case.write(SERVICE, &right);
    let told = git(&case, &["commit", "-qm", "dua"]).expect_err("an error is staged");
    for part in [
        "kesalahan[K0201]",
        "content/dinas-contoh/ktp.yaml:2:1",
        "saran: ",
        "commit dibatalkan",
    ] {
        assert!(told.contains(part), "{told}");
    }
    // What does not stop it is not shown.
    assert!(!told.contains("petunjuk["), "{told}");
    assert!(!told.contains("peringatan["), "{told}");
    assert_eq!(commits(&case), 1);
    // What is staged is right, what lies in the folder is wrong.
    case.write(SERVICE, right.replace("Fotokopi KK", "KK"));
    git(&case, &["add", "-A"]).expect("files");
    case.write(SERVICE, WRONG);
    git(&case, &["commit", "-qm", "tiga"]).expect("nothing wrong is staged");
    assert_eq!(commits(&case), 2);
    // `commit -a` stages by itself.
    let told = git(&case, &["commit", "-qam", "empat"]).expect_err("an error is staged");
    assert!(told.contains("K0201"), "{told}");
    git(&case, &["commit", "-qam", "empat", "--no-verify"]).expect("whoever insists");
    assert_eq!(commits(&case), 3);
    // A commit of other files is nobody's business; run again, the hook is written anew.
    assert_eq!(init(&case, ".").0, Some(0));
}

#[test]
fn a_site_in_a_folder_of_its_repository() {
    let case = Folder::empty()
        .with("kota kita's/site.yaml", "judul: Kota\ncontoh: ya\n")
        .with("kota kita's/content/dinas/agency.yaml", "nama: Dinas\n")
        .with("kota kita's/content/dinas/ktp.yaml", WRONG)
        .with("lain.txt", "a");
    git(&case, &["init", "-q"]).expect("a repository");
    assert_eq!(init(&case, "kota kita's/content").0, Some(0));
    git(&case, &["add", "lain.txt"]).expect("a file");
    git(&case, &["commit", "-qm", "satu"]).expect("no file of the site");
    git(&case, &["add", "-A"]).expect("files");
    let told = git(&case, &["commit", "-qm", "dua"]).expect_err("an error is staged");
    assert!(told.contains("content/dinas/ktp.yaml:2:1"), "{told}");
    case.write("kota kita's/content/dinas/ktp.yaml", "judul: KTP\n");
    git(&case, &["commit", "-qam", "dua"]).expect("a sound site");
    assert_eq!(commits(&case), 2);
}

#[test]
fn a_hook_that_is_there_stays() {
    let case = Folder::site();
    git(&case, &["init", "-q"]).expect("a repository");
    let own = "#!/bin/sh\nexit 0\n";
    case.write(".git/hooks/pre-commit", own);
    let (code, told) = init(&case, ".");
    assert_eq!(code, Some(2), "{told}");
    let line = "\"$(git rev-parse --git-path hooks)/maklumat-pre-commit\" || exit 1";
    assert!(told.contains(line), "{told}");
    assert_eq!(case.read(".git/hooks/pre-commit"), own);
    // With that line it does its work.
    case.write(
        ".git/hooks/pre-commit",
        format!("#!/bin/sh\n{line}\nexit 0\n"),
    );
    let may_run = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    std::fs::set_permissions(case.path(".git/hooks/pre-commit"), may_run).expect("a mode");
    case.write(SERVICE, WRONG);
    git(&case, &["add", "-A"]).expect("files");
    let told = git(&case, &["commit", "-qm", "satu"]).expect_err("an error is staged");
    assert!(told.contains("K0201"), "{told}");
}

#[test]
fn without_a_repository_nothing_is_hooked() {
    let case = Folder::site();
    let (code, told) = init(&case, ".");
    assert_eq!(code, Some(2));
    assert!(told.contains("tidak di dalam repositori git"), "{told}");
}
