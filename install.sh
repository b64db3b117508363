#!/bin/sh
# Installs the program `maklumat` for the person who calls it, on Linux and macOS.
#
#   sh install.sh
#
# MAKLUMAT_UNDUH   address of the folder of a release, with SHA256SUMS in it; a release's own copy of this file knows it
# MAKLUMAT_BIN     where the program goes; ~/.local/bin unless given
#
# Nothing is run that does not have the checksum of the release. Nothing else is changed: to remove the program, delete it.
set -eu

unduh=${MAKLUMAT_UNDUH:-}
tujuan=${MAKLUMAT_BIN:-$HOME/.local/bin}

utama() {
  [ -n "$unduh" ] || gagal "isi MAKLUMAT_UNDUH dengan alamat folder rilis, tempat SHA256SUMS berada"
  unduh=${unduh%/}
  aman "$unduh" || gagal "alamat $unduh harus diawali https://; program tidak diunduh lewat sambungan yang dapat diubah orang lain"
  mesin=$(mesin)
  sementara=$(mktemp -d)
  trap 'rm -rf "$sementara"' EXIT
  trap 'exit 130' INT TERM

  bilang "mengambil daftar berkas dari $unduh"
  ambil "$unduh/SHA256SUMS" "$sementara/SHA256SUMS" || gagal "tidak dapat mengunduh $unduh/SHA256SUMS"
  baris=$(grep "  maklumat-[0-9][^ ]*-$mesin\.tar\.gz\$" "$sementara/SHA256SUMS" | head -n 1)
  [ -n "$baris" ] || gagal "rilis ini tidak memuat program untuk $mesin"
  tertulis=${baris%% *}
  berkas=${baris##* }

  bilang "mengunduh $berkas"
  ambil "$unduh/$berkas" "$sementara/$berkas" || gagal "tidak dapat mengunduh $unduh/$berkas"
  hasil=$(jumlah "$sementara/$berkas")
  [ "$hasil" = "$tertulis" ] || gagal "jumlah periksa $berkas adalah $hasil, bukan $tertulis; program itu tidak dipasang"
  bilang "jumlah periksanya cocok: $hasil"

  tar -xzf "$sementara/$berkas" -C "$sementara" maklumat
  mkdir -p "$tujuan"
  # Di sebelahnya lebih dahulu, agar program yang sedang berjalan tidak setengah diganti.
  cp "$sementara/maklumat" "$tujuan/.maklumat.baru"
  chmod 755 "$tujuan/.maklumat.baru"
  mv -f "$tujuan/.maklumat.baru" "$tujuan/maklumat"
  bilang "terpasang: $tujuan/maklumat ($("$tujuan/maklumat" --version))"
  case ":$PATH:" in
    *":$tujuan:"*) ;;
    *) bilang "folder itu belum ada di PATH; tambahkan baris ini ke ~/.profile lalu masuk lagi: export PATH=\"$tujuan:\$PATH\"" ;;
  esac
}

bilang() { printf '%s\n' "$1"; }

gagal() {
  printf 'install.sh: %s\n' "$1" >&2
  exit 1
}

# Hanya sambungan yang terjaga, atau komputer ini sendiri: yang itu tidak lewat jaringan.
aman() {
  case $1 in
    https://* | file:///*) ;;
    http://127.0.0.1:*)
      case $1 in *@*) return 1 ;; esac
      ;;
    *) return 1 ;;
  esac
}

ada() { command -v "$1" >/dev/null 2>&1; }

mesin() {
  case $(uname -s)-$(uname -m) in
    Linux-x86_64 | Linux-amd64) echo x86_64-unknown-linux-musl ;;
    Linux-aarch64 | Linux-arm64) echo aarch64-unknown-linux-musl ;;
    Darwin-arm64) echo aarch64-apple-darwin ;;
    Darwin-x86_64) echo x86_64-apple-darwin ;;
    *) gagal "tidak ada program jadi untuk $(uname -s) $(uname -m); buat dari kode sumber dengan cargo, atau di Windows unduh berkas zip" ;;
  esac
}

ambil() {
  if ada curl; then
    # Pengalihan pun tidak boleh keluar dari sambungan yang terjaga.
    case $1 in http:*) jalur='=http' ;; file:*) jalur='=file' ;; *) jalur='=https' ;; esac
    curl --proto "$jalur" --fail --silent --show-error --location --retry 3 --output "$2" "$1"
  elif ada wget; then
    wget --quiet --output-document="$2" "$1"
  else
    gagal "curl atau wget belum ada; pasang salah satunya"
  fi
}

jumlah() {
  if ada sha256sum; then
    sha256sum "$1"
  elif ada shasum; then
    shasum -a 256 "$1"
  else
    gagal "sha256sum atau shasum belum ada"
  fi | cut -d ' ' -f 1
}

utama
