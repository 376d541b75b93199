#!/usr/bin/python3
"""Real files of word processors: those in old fonts against their transcripts, those in Unicode against LibreOffice.

    tests/formats/test_samples.py TRICHYEU

The files are those of TRICHYEU_SAMPLES (default ../shared/samples); without them nothing is tested.
"""
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
import unittest
from pathlib import Path

sys.dont_write_bytecode = True  # the tree keeps no caches
ROOT = Path(__file__).resolve().parents[2]
SAMPLES = Path(os.environ.get('TRICHYEU_SAMPLES', ROOT.parent / 'shared' / 'samples'))
SKIPPED = 77
COMMAND = sys.argv[1]
MOST_ERRORS = 0.005  # of the characters
ENCODINGS = {'tcvn3': 'TCVN3', 'vni': 'VNI'}
LONELY_NUMBER = re.compile(r'(?m)^\s*\d{1,3}\s*$')  # a page's


def plain(text):
    """Without what a transcript may leave out or write in its own way: case, blanks, forms of quotes and dashes."""
    text = unicodedata.normalize('NFC', text).lstrip('\ufeff').casefold()
    text = LONELY_NUMBER.sub(' ', re.sub('[\x00-\x08\x0e-\x1f\xad\u200b]', ' ', text))
    text = re.sub('[“”„«»]', '"', re.sub('[‘’`´]', "'", re.sub('[‐-―−]', '-', text)))
    return ' '.join(text.split())


def distance(one, other):
    """Of Levenshtein, a column of its matrix at a time as the bits of a number (Myers, 1999)."""
    places = {}
    for index, character in enumerate(one):
        places[character] = places.get(character, 0) | 1 << index
    full, last = (1 << len(one)) - 1, 1 << len(one) - 1
    rising, falling, count = full, 0, len(one)
    for character in other:
        equal = places.get(character, 0)
        straight = equal | falling
        across = ((equal & rising) + rising ^ rising) | equal
        up, down = falling | ~(across | rising) & full, rising & across
        count += bool(up & last) - bool(down & last)
        up, down = (up << 1 | 1) & full, down << 1 & full
        rising, falling = down | ~(straight | up) & full, up & straight
    return count


def read(path):
    return subprocess.run([COMMAND, 'read', str(path)], check=True, capture_output=True, text=True).stdout


class FilesInOldFonts(unittest.TestCase):
    def test_are_read_as_their_transcripts_say(self):
        for truth in sorted(SAMPLES.glob('legacy/*.gt.txt')):
            stem = truth.name.removesuffix('.gt.txt')
            path = next(path for path in truth.parent.glob(f'{stem}.*') if path != truth)
            expected = plain(truth.read_text(encoding='utf-8'))
            with self.subTest(path.name):
                self.assertLessEqual(distance(expected, plain(read(path))), MOST_ERRORS * len(expected))

    def test_name_their_encoding(self):
        for path in sorted(SAMPLES.glob('legacy/legacy_*')):
            if path.suffix == '.txt':
                continue
            xml = subprocess.run([COMMAND, 'convert', str(path), '-o', '-'], check=True, capture_output=True,
                                 text=True).stdout
            with self.subTest(path.name):
                named = re.search(r'<source [^>]*encoding="([^"]*)"', xml)
                self.assertIn(ENCODINGS[path.name.split('_')[1]], named[1].split())


class FilesInUnicode(unittest.TestCase):
    """Characters, not their order: boxes of text float. Leaders of dots are as long as a line has room."""

    def test_hold_what_their_print_shows(self):
        for path in sorted((*SAMPLES.glob('word/*.docx'), *SAMPLES.glob('word/*.DOC'))):
            with self.subTest(path.name), tempfile.TemporaryDirectory() as folder:
                subprocess.run(['soffice', f'-env:UserInstallation=file://{folder}/profile', '--headless',
                                '--convert-to', 'pdf', '--outdir', folder, str(path)], check=True,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                printed = subprocess.run(['pdftotext', '-raw', f'{folder}/{path.stem}.pdf', '-'], check=True,
                                         capture_output=True, text=True).stdout
                printed = re.sub(r'\f\s*\d{1,3} *\n|\n\s*\d{1,3}\s*(?=\f)', '\n', printed)
                self.assertEqual(characters(read(path)), characters(printed))


def characters(text):
    text = unicodedata.normalize('NFC', text)
    return sorted(re.sub(r'[\s\xad.…]', '', text))


if __name__ == '__main__':
    if not (SAMPLES / 'legacy').is_dir():
        print('no samples: TRICHYEU_SAMPLES names no folder')
        sys.exit(SKIPPED)
    unittest.main(argv=sys.argv[:1])
