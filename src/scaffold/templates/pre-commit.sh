#!/bin/sh
# «maklumat pre-commit: periksa situs seperti yang akan di-commit. Lewati sekali: git commit --no-verify|maklumat pre-commit: check the site as it will be committed. Skip it once: git commit --no-verify»
site='@site'
git diff --cached --quiet -- "./$site" && exit 0
program=$(command -v maklumat) || program='@program'
if ! [ -x "$program" ]; then
  echo '«maklumat tidak ditemukan; pasang, atau hapus hook ini: |maklumat was not found; install it, or delete this hook: »'"$0" >&2
  exit 1
fi
copy=$(mktemp -d) || exit 1
trap 'rm -rf "$copy"' EXIT
git ls-files -z -- "./$site" | git checkout-index -z --stdin --prefix="$copy/" || exit 1
found=$(cd "$copy/$site" && "$program" check --errors 2>&1) && exit 0
printf '%s\n' "$found" >&2
echo '«commit dibatalkan: perbaiki dulu yang di atas (lewati: git commit --no-verify)|commit stopped: first mend what stands above (skip: git commit --no-verify)»' >&2
exit 1
