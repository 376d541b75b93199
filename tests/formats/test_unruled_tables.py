#!/usr/bin/python3
"""A scanned table whose columns are parted by blanks alone: its cells stand in their rows and columns.

    tests/formats/test_unruled_tables.py TRICHYEU

Without LibreOffice or ImageMagick nothing is tested.
"""
import json
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import unittest
from difflib import SequenceMatcher
from pathlib import Path

sys.dont_write_bytecode = True  # the tree keeps no caches
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / 'tools' / 'corpus'))
import scan  # noqa: E402
import unruled_plan  # noqa: E402

SKIPPED = 77
COMMAND = sys.argv[1]
LEAST_RIGHT = 0.95  # of the cells
LEAST_ALIKE = 0.9  # letters of a cell may be misread
TRUTH = [unruled_plan.HEAD, *unruled_plan.ROWS]


def letters(text):
    return ''.join(unicodedata.normalize('NFC', text).lower().split())


def alike(one, other):
    one, other = letters(one), letters(other)
    if len(other) <= 3:
        return one == other
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= LEAST_ALIKE


def cells_read(source):
    """By row and column, of the first table."""
    cells = {}
    for line in source['lines']:
        if line.get('table') == 0:
            cell = source['tables'][0]['cells'][line['cell']]
            cells.setdefault((cell['row'], cell['column']), []).append(line['text'])
    return {place: ' '.join(lines) for place, lines in cells.items()}


class TableWithoutRules(unittest.TestCase):

    def test_keeps_its_rows_and_columns(self):
        with tempfile.TemporaryDirectory() as work:
            folder = Path(work)
            (folder / 'plan.fodt').write_text(unruled_plan.flat_odt(), encoding='utf-8')
            subprocess.run(['soffice', f'-env:UserInstallation=file://{folder}/profile', '--headless', '--convert-to',
                            'pdf', '--outdir', work, str(folder / 'plan.fodt')],
                           check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            scan.scan(folder / 'plan.pdf', folder / 'scan.pdf')
            read = subprocess.run([COMMAND, 'read', '--format', 'json', str(folder / 'scan.pdf')],
                                  check=True, stdout=subprocess.PIPE).stdout
        cells = cells_read(json.loads(read))
        wrong = [(row, column, truth, cells.get((row, column), ''))
                 for row, truths in enumerate(TRUTH) for column, truth in enumerate(truths)
                 if not alike(cells.get((row, column), ''), truth)]
        self.assertLessEqual(len(wrong), (1 - LEAST_RIGHT) * len(TRUTH) * len(unruled_plan.HEAD), wrong)


if __name__ == '__main__':
    if shutil.which('soffice') is None or shutil.which(scan.CONVERT[-1]) is None:
        print('LibreOffice or ImageMagick is not installed')
        sys.exit(SKIPPED)
    unittest.main(argv=sys.argv[:1])
