#!/usr/bin/python3
"""One document as TXT, PDF, DOCX, ODT, HTML, DOC and RTF gives the same citations, tasks, units and deadlines.

    tests/formats/test_sources.py TRICHYEU [NAME...]

NAME is a document of corpus/; without one, all of them. LibreOffice makes the other kinds from the
Flat ODT that the corpus is printed from. Places differ, and blanks: a line may end in any of them.
"""
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True  # the tree keeps no caches
ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / 'tools' / 'corpus'))
import flat_odt
import plan_text
import plans

SKIPPED = 77
COMMAND, *NAMES = sys.argv[1:]
FILTERS = {'pdf': 'pdf', 'docx': 'docx:MS Word 2007 XML', 'odt': 'odt', 'html': 'html:HTML (StarWriter)',
           'doc': 'doc:MS Word 97', 'rtf': 'rtf:Rich Text Format'}
IDENTITY = ('kind', 'start', 'end', 'exclusive', 'recurrence', 'duration', 'approx')  # of a deadline


def packed(text):
    return re.sub(r'\s', '', text)


def values_of(path):
    plan = plans.plan_of(path)
    values = {'citations': [tuple(map(packed, citation[1:])) for citation in plan.citations],
              'tasks': [], 'units': [], 'deadlines': []}
    for task in plan.tasks:
        values['tasks'].append((task.path, packed(task.content)))
        values['units'].append((task.path, list(map(packed, task.lead)), list(map(packed, task.coordinating))))
        for deadline in task.deadlines:
            said = [deadline.attributes.get(name) for name in IDENTITY]
            values['deadlines'].append((task.path, packed(deadline.text), *said))
    return values


def convert(folder, *paths):
    subprocess.run([COMMAND, 'convert', '-o', f'{folder}/', *map(str, paths)], check=True, stdout=subprocess.DEVNULL)


class OneDocumentInEveryKindOfFile(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.work = tempfile.TemporaryDirectory()
        cls.folder = Path(cls.work.name)
        cls.addClassCleanup(cls.work.cleanup)
        texts = [ROOT / 'corpus' / name / f'{name}.txt' for name in NAMES] or sorted(ROOT.glob('corpus/*/*.txt'))
        flat = []
        for text in texts:
            flat.append(cls.folder / f'{text.stem}.fodt')
            flat[-1].write_text(flat_odt.flat_odt(plan_text.read_plan(text.read_text(encoding='utf-8'))),
                                encoding='utf-8')
        cls.names = [text.stem for text in texts]
        for kind, name in FILTERS.items():
            subprocess.run(['soffice', f'-env:UserInstallation=file://{cls.folder}/profile', '--headless',
                            '--convert-to', name, '--outdir', str(cls.folder), *map(str, flat)],
                           check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for kind in FILTERS:
            convert(cls.folder / 'out' / kind, *(cls.folder / f'{name}.{kind}' for name in cls.names))
        convert(cls.folder / 'out' / 'txt', *texts)

    def test_gives_the_same_values(self):
        for name in self.names:
            expected = values_of(self.folder / 'out' / 'txt' / f'{name}.xml')
            self.assertTrue(expected['tasks'], name)
            for kind in FILTERS:
                found = values_of(self.folder / 'out' / kind / f'{name}.xml')
                for field, values in expected.items():
                    with self.subTest(name=name, kind=kind, field=field):
                        self.assertEqual(found[field], values)


if __name__ == '__main__':
    if shutil.which('soffice') is None:
        print('LibreOffice is not installed')
        sys.exit(SKIPPED)
    unittest.main(argv=sys.argv[:1])
