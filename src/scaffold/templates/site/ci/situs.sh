#!/bin/sh
# Memeriksa dan membuat situs: di GitHub, di GitLab, di server sendiri.
#
#   sh ci/situs.sh                  pasang, periksa, lalu buat; hasilnya di folder public
#   sh ci/situs.sh pasang           taruh program maklumat di .maklumat-program
#   sh ci/situs.sh periksa          tampilkan semua temuan; gagal jika ada kesalahan
#   sh ci/situs.sh buat             buat situs; ALAMAT berisi alamatnya jika bukan yang di site.yaml
#   sh ci/situs.sh ringkas DASAR    tulis ringkasan.md: temuan, dan apa yang berubah sejak DASAR
#   sh ci/situs.sh komentar         pasang ringkasan.md sebagai satu komentar yang selalu diperbarui
#
# Dari mana programnya diambil, ditulis di ci/maklumat.conf.
set -eu

folder=.maklumat-program
ringkasan=ringkasan.md
tanda='<!-- maklumat -->'

utama() {
  cd "$(dirname "$0")/.."
  case ${1:-semua} in
    semua) pasang; periksa; buat ;;
    pasang) pasang ;;
    periksa) periksa ;;
    buat) buat ;;
    ringkas) ringkas "${2:-}" ;;
    komentar) komentar ;;
    *) gagal "perintah tidak dikenal: $1" ;;
  esac
}

gagal() {
  printf 'ci/situs.sh: %s\n' "$1" >&2
  exit 2
}

ada() { command -v "$1" >/dev/null 2>&1; }

# Sebuah nilai: dari variabel lingkungan jika ada, kalau tidak dari ci/maklumat.conf.
nilai() {
  eval "dari_luar=\${$2:-}"
  # shellcheck disable=SC2154
  if [ -n "$dari_luar" ]; then
    printf "%s" "$dari_luar"
  else
    # Tanpa tanda kutip, dan tanpa catatan serta spasi di belakangnya.
    sed -n "s/^$1=[[:space:]]*//p" ci/maklumat.conf | tail -n 1 |
      sed "s/^\"\([^\"]*\)\".*/\1/; t
        s/^'\([^']*\)'.*/\1/; t
        s/^#.*//; s/[[:space:]]#.*//; s/[[:space:]]*\$//"
  fi
}

program() { "$folder/bin/maklumat" "$@"; }

pasang() {
  versi=$(nilai versi MAKLUMAT_VERSI)
  unduh=$(nilai unduh MAKLUMAT_UNDUH)
  sumber=$(nilai sumber MAKLUMAT_SUMBER)
  mkdir -p "$folder/bin"
  if [ -n "$unduh" ]; then
    pasang_jadi
  elif [ -n "$sumber" ]; then
    pasang_dari_sumber
  else
    gagal "program maklumat tidak ada di daftar paket Rust; isi unduh dan sha256, atau sumber, di ci/maklumat.conf"
  fi
  program --version
}

# Program jadi, hanya jika jumlah periksanya persis yang tertulis.
pasang_jadi() {
  sha256=$(nilai sha256 MAKLUMAT_SHA256)
  [ -n "$sha256" ] || gagal "isi sha256 di ci/maklumat.conf; tanpa itu program yang diunduh tidak dijalankan"
  berkas=maklumat-$versi-$(mesin).tar.gz
  # `trap` membuang yang setengah jadi, juga jika jumlah periksanya salah.
  trap 'rm -f "$folder/$berkas"' EXIT
  ambil "${unduh%/}/$berkas" "$folder/$berkas" || gagal "tidak dapat mengunduh ${unduh%/}/$berkas"
  hasil=$(jumlah "$folder/$berkas")
  [ "$hasil" = "$sha256" ] || gagal "jumlah periksa $berkas adalah $hasil, bukan $sha256; program itu tidak dipasang"
  # Yang dibuat dari kode sumber sebelumnya tidak ada lagi di bin.
  rm -f "$folder/asal"
  tar -xzf "$folder/$berkas" -C "$folder/bin" maklumat
}

# Dari kode sumber; yang sudah dibuat dari versi ini dipakai lagi.
pasang_dari_sumber() {
  if [ "$(cat "$folder/asal" 2>/dev/null)" = "$sumber $versi" ] && [ -x "$folder/bin/maklumat" ]; then
    return
  fi
  ada cargo || gagal "cara sumber memerlukan Rust (cargo): pasang dari https://rustup.rs, atau pakai cara unduh"
  cargo install --git "$sumber" --tag "v$versi" --locked --force --root "$folder" maklumat
  printf '%s' "$sumber $versi" >"$folder/asal"
}

mesin() {
  case $(uname -s)-$(uname -m) in
    Linux-x86_64) echo x86_64-unknown-linux-musl ;;
    Linux-aarch64 | Linux-arm64) echo aarch64-unknown-linux-musl ;;
    Darwin-arm64) echo aarch64-apple-darwin ;;
    Darwin-x86_64) echo x86_64-apple-darwin ;;
    *) gagal "tidak ada program jadi untuk $(uname -s) $(uname -m); pakai cara sumber" ;;
  esac
}

ambil() {
  if ada curl; then
    curl --fail --silent --show-error --location --retry 3 --output "$2" "$1"
  elif ada wget; then
    wget --quiet --output-document="$2" "$1"
  else
    gagal "curl atau wget belum ada"
  fi
}

jumlah() {
  if ada sha256sum; then sha256sum "$1"; else shasum -a 256 "$1"; fi | cut -d ' ' -f 1
}

periksa() {
  if [ -n "${GITHUB_ACTIONS:-}" ]; then
    # Temuan tampil di baris yang diubah.
    program check --format github
  elif [ -n "${GITLAB_CI:-}" ]; then
    # Temuan tampil di merge request; berkasnya dibaca GitLab.
    program check --format gitlab >gl-code-quality-report.json || true
    program check --format short
  else
    program check
  fi
}

buat() {
  program build --output public ${ALAMAT:+--base-url "$ALAMAT"}
}

# Temuan, dan apa yang berubah bagi warga sejak DASAR.
ringkas() {
  editor=$(nilai editor MAKLUMAT_EDITOR)
  {
    printf '%s\n\n' "$tanda"
    program check --format markdown ${editor:+--editor "$editor"} || true
    if [ -n "$1" ]; then
      printf '\n'
      program diff "$1" --format markdown || printf 'Perubahan sejak %s tidak dapat dibandingkan.\n' "$1"
    fi
  } >"$ringkasan"
  if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then cat "$ringkasan" >>"$GITHUB_STEP_SUMMARY"; fi
}

komentar() {
  ada jq || gagal "jq belum ada"
  [ -s "$ringkasan" ] || gagal "$ringkasan belum ada; jalankan ringkas lebih dahulu"
  # Komentar yang lebih panjang ditolak GitHub.
  isi=$(head -c 60000 "$ringkasan" | jq -Rs '{body: .}')
  if [ -n "${GITHUB_ACTIONS:-}" ]; then
    kepala="Authorization: Bearer $GITHUB_TOKEN"
    daftar=$GITHUB_API_URL/repos/$GITHUB_REPOSITORY/issues/$NOMOR_PR/comments
    satu=$GITHUB_API_URL/repos/$GITHUB_REPOSITORY/issues/comments
    kirim "$daftar" "$satu" PATCH '.user.login == "github-actions[bot]"'
  elif [ -n "${GITLAB_CI:-}" ]; then
    kepala="PRIVATE-TOKEN: $MAKLUMAT_TOKEN"
    daftar=$CI_API_V4_URL/projects/$CI_PROJECT_ID/merge_requests/$CI_MERGE_REQUEST_IID/notes
    kirim "$daftar" "$daftar" PUT true
  else
    gagal "komentar hanya dapat dipasang di GitHub dan GitLab"
  fi
}

# Memperbarui komentar yang bertanda, atau memasang yang pertama.
kirim() {
  nomor=$(cari "$1" "$4")
  if [ -n "$nomor" ]; then
    panggil --request "$3" --data @- "$2/$nomor" >/dev/null
  else
    panggil --request POST --data @- "$1" >/dev/null
  fi
}

# Nomor komentar yang bertanda, di halaman mana pun dari daftarnya.
cari() {
  halaman=1
  while :; do
    hasil=$(panggil "$1?per_page=100&page=$halaman" </dev/null)
    nomor=$(printf '%s' "$hasil" | jq -r --arg tanda "$tanda" "[.[] | select($2) | select(.body | startswith(\$tanda))][0].id // empty")
    [ -z "$nomor" ] || break
    [ "$(printf '%s' "$hasil" | jq length)" -eq 100 ] || break
    halaman=$((halaman + 1))
  done
  printf '%s' "$nomor"
}

panggil() {
  printf '%s' "$isi" | curl --fail --silent --show-error --header "$kepala" --header 'Content-Type: application/json' "$@"
}

utama "$@"
