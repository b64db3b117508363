"""One town of N services, written as a site of Maklumat, of Hugo and of Blades.

The words are drawn from a short list with a fixed seed, so two runs write the same bytes. Every service has as many
requirements and steps as a middling page of the national catalogue. The pages of the other generators are not written
by hand: their template is a page that Maklumat itself made of a service whose texts are marks, each mark replaced by
the expression that prints that text. So all of them print the same words, whatever the theme looks like.
"""

import pathlib
import random

REQUIREMENTS = 6
STEPS = 7
SERVICES_OF_AN_AGENCY = 100

WORDS = """surat keterangan domisili usaha izin pendirian bangunan kartu keluarga akta kelahiran kematian pindah
datang penduduk tetap pengantar nikah rekomendasi penelitian pengesahan salinan legalisir ijazah bantuan sosial
pendaftaran perpanjangan penggantian karena hilang rusak berubah nama alamat pemohon menyerahkan formulir yang telah
diisi lengkap kepada petugas loket memeriksa kelengkapan dokumen fotokopi asli rangkap dua materai pas foto berwarna
ukuran empat enam ditandatangani kepala dinas camat lurah ketua lingkungan setempat""".split()

# The keys that hold a text, in the order of a service's file.
KEYS = (
    ["judul", "ringkasan", "lain1", "lain2"]
    + [f"syarat{n}" for n in range(1, REQUIREMENTS + 1)]
    + [f"langkah{n}" for n in range(1, STEPS + 1)]
    + ["waktu", "produk", "sk"]
)
AGENCY_KEYS = ["nama", "jalan", "loket"]


def sentence(draw, shortest, longest):
    words = [draw.choice(WORDS) for _ in range(draw.randint(shortest, longest))]
    return " ".join(words).capitalize()


def service(number):
    """The texts of a service by key, drawn from its number alone."""
    draw = random.Random(number)
    lengths = {"judul": (3, 6), "ringkasan": (9, 15), "lain": (2, 3), "waktu": (5, 12), "produk": (3, 6)}
    texts = {}
    for key in KEYS:
        shortest, longest = lengths.get(key.rstrip("0123456789"), (5, 18))
        texts[key] = sentence(draw, shortest, longest)
    texts["judul"] += f" {number}"
    texts["sk"] = f"100/{number}/2026"
    return texts


def agency(number):
    draw = random.Random(-1 - number)
    return {
        "nama": f"Dinas Contoh {number}",
        "jalan": f"Jl. Contoh No. {number}",
        "loket": sentence(draw, 4, 8),
    }


def mark(key):
    """What stands for a text while a template is made. No word of a page looks like it."""
    return f"zq{key}qz"


def agencies(count):
    """Numbers of the agencies, each with the numbers of its services."""
    for first in range(0, count, SERVICES_OF_AN_AGENCY):
        yield first // SERVICES_OF_AN_AGENCY + 1, range(first + 1, min(count, first + SERVICES_OF_AN_AGENCY) + 1)


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


# Maklumat


def maklumat_service(texts, rules):
    """A service's file; with `rules` it has three questions, five conditions, a criterion and tests."""
    lines = [f"judul: {quoted(texts['judul'])}", f"ringkasan: {quoted(texts['ringkasan'])}", "nama_lain:"]
    lines += [f"  - {quoted(texts[key])}" for key in ("lain1", "lain2")]
    lines += ["sk:", f"  nomor: {quoted(texts['sk'])}", "  tanggal: 2026-01-02"]
    conditions = {2: "keadaan = rusak", 4: "keadaan = hilang and pindah", 5: "usia < 60 or pindah"} if rules else {}
    if rules:
        lines += QUESTIONS
    lines.append("persyaratan:")
    for number in range(1, REQUIREMENTS + 1):
        lines.append(f"  - bunyi: {quoted(texts[f'syarat{number}'])}")
        if number in conditions:
            lines.append(f"    jika: {conditions[number]}")
        if rules and number == 6:
            lines.append("    harus: usia >= 17 or pindah")
    lines.append("prosedur:")
    lines += [f"  - {quoted(texts[f'langkah{number}'])}" for number in range(1, STEPS + 1)]
    lines += ["waktu:", "  paling_lambat: 3", "  satuan: hari_kerja", f"  bunyi: {quoted(texts['waktu'])}"]
    lines += ["biaya: gratis", "produk:", f"  - {quoted(texts['produk'])}"]
    return "\n".join(lines) + "\n"


QUESTIONS = """pertanyaan:
  - id: usia
    tanya: Berapa usia Anda?
    angka:
      min: 0
      maks: 120
      satuan: tahun
  - id: keadaan
    tanya: Bagaimana keadaan dokumen lama Anda?
    pilihan:
      baik: Masih baik
      rusak: Rusak
      hilang: Hilang
  - id: pindah
    tanya: Apakah Anda pindah alamat?
    ya_tidak: ya""".splitlines()


def maklumat_agency(texts):
    return f"""nama: {quoted(texts['nama'])}
alamat:
  jalan: {quoted(texts['jalan'])}
  kabupaten_kota: Kota Contoh
saluran:
  - telepon: 0254 200 083
  - email: layanan@dinas.contoh.example
  - loket: {quoted(texts['loket'])}
"""


def maklumat(folder, count, rules):
    write(folder / "site.yaml", "judul: Kota Contoh\ncontoh: ya\nbahasa:\n  - id\nkeluaran:\n  - html\n")
    for number, services in agencies(count):
        home = folder / "content" / f"dinas-{number}"
        write(home / "agency.yaml", maklumat_agency(agency(number)))
        for each in services:
            write(home / f"layanan-{each}.yaml", maklumat_service(service(each), rules))


def maklumat_marks(folder):
    """The site of which a template is made: one agency and one service of marks."""
    write(folder / "site.yaml", "judul: Kota Contoh\ncontoh: ya\nbahasa:\n  - id\nkeluaran:\n  - html\n")
    home = folder / "content" / "dinas-1"
    write(home / "agency.yaml", maklumat_agency({key: mark(key) for key in AGENCY_KEYS}))
    write(home / "layanan-1.yaml", maklumat_service({key: mark(key) for key in KEYS}, rules=False))


def template(page, expression):
    """A page of marks with each mark replaced; `expression` makes one of a key and of whether it is the agency's."""
    # A title opens with a capital letter wherever it stands alone, and marks are lower-case on purpose.
    for key in KEYS + AGENCY_KEYS:
        text = mark(key)
        for written in (text, text.capitalize()):
            page = page.replace(written, expression(key))
    if "zq" in page:
        at = page.index("zq")
        raise SystemExit(f"a mark is left in the template: {page[max(0, at - 40):at + 40]}")
    return page


# Hugo and Blades: both get the agency's texts in each service's front matter too, so a page reads one file.


def list_template(loop):
    return f"<!doctype html><html lang=id><meta charset=utf-8><title>Kota Contoh</title><ul>{loop}</ul>\n"


def hugo(folder, count, page):
    write(
        folder / "hugo.toml",
        'baseURL = "/"\ntitle = "Kota Contoh"\nlocale = "id"\nuglyURLs = true\n'
        'disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]\n',
    )
    layouts = folder / "layouts"
    write(layouts / "single.html", template(page, lambda key: "{{ .Params." + key + " }}"))
    items = '{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Params.judul }}</a> {{ .Params.ringkasan }}{{ end }}'
    write(layouts / "list.html", list_template(items))
    for number, services in agencies(count):
        home = folder / "content" / f"dinas-{number}"
        write(home / "_index.md", front_matter("---", ": ", agency(number)))
        for each in services:
            write(home / f"layanan-{each}.md", front_matter("---", ": ", {**service(each), **agency(number)}))


def front_matter(fence, sign, texts):
    lines = [f"{key}{sign}{quoted(text)}" for key, text in texts.items()]
    return "\n".join([fence, *lines, fence]) + "\n"


def blades(folder, count, page):
    write(folder / "Blades.toml", 'title = "Kota Contoh"\nsitemap = false\nrss = false\natom = false\n')
    templates = folder / "templates"
    write(templates / "page.html", template(page, lambda key: "{{" + key + "}}"))
    items = "{{#pages}}<li><a href=\"{{permalink}}\">{{judul}}</a> {{ringkasan}}{{/pages}}"
    sections = "{{#subsections}}<li><a href=\"{{permalink}}\">{{nama}}</a>{{/subsections}}"
    write(templates / "section.html", list_template(sections + items))
    (folder / "assets").mkdir(parents=True, exist_ok=True)
    write(folder / "content" / "index.toml", 'title = "Kota Contoh"\n')
    for number, services in agencies(count):
        home = folder / "content" / f"dinas-{number}"
        write(home / "index.toml", toml(agency(number)))
        for each in services:
            write(home / f"layanan-{each}.toml", toml({**service(each), **agency(number)}))


def toml(texts):
    return "".join(f"{key} = {quoted(text)}\n" for key, text in texts.items())


if __name__ == "__main__":
    import sys

    maklumat(pathlib.Path(sys.argv[1]), int(sys.argv[2]), rules=len(sys.argv) > 3)
