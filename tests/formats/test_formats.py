#!/usr/bin/python3
"""Every format of the corpus by a reader that is not ours, and all of them against the XML.

    tests/formats/test_formats.py TRICHYEU [unittest arguments]

XML: xmllint's schema validator is libxml2, which trichyeu uses itself, so the XML is read by ElementTree
and the schema's verdict is `trichyeu validate`'s. JSON: python3-jsonschema. CSV: the csv module.
iCalendar: python3-icalendar. XLSX: LibreOffice Calc, which writes its cells as CSV. The real samples are
taken besides where TRICHYEU_SAMPLES (default ../shared/samples) has them: the texts, and with
TRICHYEU_EVERY_SAMPLE=1 also word processors' files and scans, which takes minutes.
"""
import copy
import csv
import datetime
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import icalendar
import jsonschema

sys.dont_write_bytecode = True  # the tree keeps no caches
import plans

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = Path(os.environ.get('TRICHYEU_SAMPLES', ROOT.parent / 'shared' / 'samples'))
EVERY_SAMPLE = os.environ.get('TRICHYEU_EVERY_SAMPLE') == '1'
COMMAND = sys.argv.pop(1)
FORMATS = 'xml,json,jsonl,csv,xlsx,ics,text'
PARTIAL = 4  # all was done, but of some inputs only a part could be read
ALL_SHEETS = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'
SHEETS = ['Nhiệm vụ', 'Viện dẫn', 'Văn bản', 'Lưu ý']


def run(*arguments):
    done = subprocess.run([COMMAND, *map(str, arguments)], capture_output=True, text=True)
    if done.returncode not in (0, PARTIAL):
        raise AssertionError(f'{arguments[0]} ended with {done.returncode}: {done.stderr}')
    return done.stdout


def strict(schema):
    """The schema with no other member allowed: the published one lets later versions add some."""
    if isinstance(schema, dict):
        closed = {key: strict(value) for key, value in schema.items()}
        if closed.get('type') == 'object':
            closed['additionalProperties'] = False
        return closed
    return [strict(each) for each in schema] if isinstance(schema, list) else schema


def samples():
    """Documents to convert; no transcripts of others."""
    if not EVERY_SAMPLE:
        return [path for folder in ('seeds', 'text') for path in sorted((SAMPLES / folder).iterdir())
                if path.suffix != '.pdf']
    return [path for folder in ('seeds', 'text', 'word', 'legacy', 'scans')
            for path in sorted((SAMPLES / folder).iterdir())
            if path.suffix.lower() in ('.txt', '.md', '.pdf', '.docx', '.doc', '.rtf')
            and not path.name.endswith('.gt.txt') and not (folder == 'word' and path.suffix == '.txt')]


def csv_rows(path):
    with open(path, encoding='utf-8-sig', newline='') as file:
        return list(csv.DictReader(file))


def plain(cell):
    """Without the apostrophe that keeps a formula text."""
    return cell[1:] if re.match(r"'+[=+\-@\t\r\n]", cell) else cell


def joined(units):
    return '; '.join(units)


def day(cell):
    """Of a cell that is a date: LibreOffice writes it as its own language does, not as the cell shows it."""
    if not cell:
        return None
    month, day_of_month, year = cell.split('/')
    return f'{year}-{month}-{day_of_month}'


class Outputs(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.folder = Path(cls.temporary.name)
        outputs = cls.folder / 'out'
        texts = sorted(ROOT.glob('corpus/*/*.txt'))
        run('convert', *texts, texts[0].with_suffix('.pdf'), '--format', FORMATS, '-o', f'{outputs}/')
        if SAMPLES.is_dir():
            run('convert', *samples(), '--format', FORMATS, '-o', f'{outputs}/samples/')
        for form in ('pdf', 'scan'):  # as they were accepted: to read them again takes minutes
            for kept in ROOT.glob(f'corpus/*/expected-{form}.xml'):
                if (form, kept.parent) != ('pdf', texts[0].parent):
                    (outputs / f'{kept.parent.name}.{form}.kept.xml').write_bytes(kept.read_bytes())
        written = sorted(outputs.rglob('*.xml'), key=str)
        cls.converted = [path for path in written if path.with_suffix('.json').exists()]
        cls.plans = {path.with_suffix(''): plans.plan_of(path) for path in cls.converted}
        cls.outputs, cls.export = outputs, cls.folder / 'exported' / 'all'
        run('export', outputs, '--format', 'jsonl,csv,xlsx,ics', '-o', cls.export)
        cls.exported = [plans.plan_of(path) for path in written]

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def test_the_corpus_is_there(self):
        self.assertGreater(len(self.plans), 15)
        self.assertGreater(sum(len(plan.tasks) for plan in self.exported), 900)

    def test_xml_is_valid(self):
        run('validate', *self.converted)

    def test_json_is_valid_and_says_the_same(self):
        published = json.loads(run('schema', 'json'))
        jsonschema.Draft202012Validator.check_schema(published)
        closed = jsonschema.Draft202012Validator(strict(copy.deepcopy(published)))
        for stem, plan in self.plans.items():
            with self.subTest(stem.name):
                document = json.loads(Path(f'{stem}.json').read_text(encoding='utf-8'))
                jsonschema.validate(document, published, cls=jsonschema.Draft202012Validator)
                self.assertEqual([problem.message for problem in closed.iter_errors(document)], [])
                self.assertEqual(document, json.loads(Path(f'{stem}.jsonl').read_text(encoding='utf-8')))
                self.same_as_json(plan, document)

    def test_json_schema_refuses_what_is_wrong(self):
        validator = jsonschema.Draft202012Validator(json.loads(run('schema', 'json')))
        document = json.loads(Path(f'{next(iter(self.plans))}.json').read_text(encoding='utf-8'))
        for spoil in (lambda it: it.pop('tasks'), lambda it: it['tasks'][0].pop('id'),
                      lambda it: it['tasks'][0].update(form='row'), lambda it: it['citations'][0].update(to=-1),
                      lambda it: it['source'].update(sha256='no digest'),
                      lambda it: it['body'][0]['content'].append({'list': {}})):
            spoilt = copy.deepcopy(document)
            spoil(spoilt)
            self.assertFalse(validator.is_valid(spoilt))

    def same_as_json(self, plan, document):
        self.assertEqual(len(plan.tasks), len(document['tasks']))
        for task, other in zip(plan.tasks, document['tasks']):
            self.assertEqual((task.id, task.path, task.content), (other['id'], other.get('path', ''),
                                                                  other['content']['text']))
            self.assertEqual(task.lead, [unit['text'] for unit in other.get('lead', [])])
            self.assertEqual(task.coordinating, [unit['text'] for unit in other.get('coordinating', [])])
            for deadline, its in zip(task.deadlines, other.get('deadline', []), strict=True):
                self.assertEqual((deadline.text, deadline.start, deadline.attributes.get('end'),
                                  deadline.recurrence, deadline.exclusive),
                                 (its['text'], its.get('start'), its.get('end'), its.get('recurrence'),
                                  its.get('exclusive', False)))

    def test_csv_says_the_same(self):
        for stem, plan in [*self.plans.items(), (self.export, self.exported)]:
            with self.subTest(stem.name):
                rows = csv_rows(f'{stem}.tasks.csv')
                self.same_as_csv(plan if isinstance(plan, list) else [plan], rows)
                citations = csv_rows(f'{stem}.citations.csv')
                expected = [each for it in (plan if isinstance(plan, list) else [plan]) for each in it.citations]
                self.assertEqual([(row['id'], plain(row['text']), plain(row['number']), row['date'])
                                  for row in citations], expected)

    def same_as_csv(self, all_plans, rows):
        expected = [(plan, *row) for plan in all_plans for row in plan.rows()]
        self.assertEqual(len(rows), len(expected))
        for (plan, task, deadline), row in zip(expected, rows):
            self.assertEqual((plan.number, task.id, task.path, task.content, joined(task.lead),
                              joined(task.coordinating), joined(task.products)),
                             tuple(plain(row[name]) for name in ('documentNumber', 'id', 'path', 'content', 'lead',
                                                                 'coordinating', 'product')))
            self.assertEqual(row['deadline'] and plain(row['deadline']), deadline.text if deadline else '')
            for name in ('kind', 'start', 'end', 'recurrence', 'duration', 'exclusive', 'approx', 'assumption'):
                self.assertEqual(plain(row[name]), deadline.attributes.get(name, '') if deadline else '', name)
            self.assertEqual(row['dueDay'] or None, deadline.due if deadline else None)

    def test_no_cell_of_a_csv_is_a_formula(self):
        for path in self.folder.rglob('*.csv'):
            with open(path, encoding='utf-8', newline='') as file:
                for row in csv.reader(file):
                    for cell in row:
                        self.assertNotRegex(cell, r'^[=+\-@\t\r\n]')

    def test_calendar_says_the_same(self):
        for stem, plan in [*self.plans.items(), (self.export, self.exported)]:
            with self.subTest(stem.name):
                bytes_read = Path(f'{stem}.ics').read_bytes()
                self.assertEqual([line for line in bytes_read.split(b'\r\n') if len(line) > 75], [])
                self.assertNotIn(b'ORGANIZER', bytes_read)
                calendar = icalendar.Calendar.from_ical(bytes_read)
                all_plans = plan if isinstance(plan, list) else [plan]
                expected = [(it, *row) for it in all_plans for row in it.rows()]
                todos = calendar.walk('VTODO')
                self.assertEqual(len(todos), len(expected))
                self.assertEqual(len({str(todo['UID']) for todo in todos}), len(todos))
                for (it, task, deadline), todo in zip(expected, todos):
                    self.same_as_todo(it, task, deadline, todo)

    def same_as_todo(self, plan, task, deadline, todo):
        description = str(todo['DESCRIPTION'])
        self.assertTrue(description.startswith(task.content))
        self.assertIn(plan.file, description)
        lists = todo.get('CATEGORIES', [])
        # A property is one unit; python3-icalendar 4 parts it at escaped commas too.
        categories = [','.join(each.cats) for each in (lists if isinstance(lists, list) else [lists])]
        self.assertEqual(categories, task.lead)
        if deadline is None:
            self.assertFalse({'DUE', 'DTSTART', 'RRULE'} & set(todo))
            return
        self.assertIn(deadline.text, description)
        due = todo.get('DUE')
        if deadline.recurrence and plan.date:
            self.same_recurrence(deadline, todo)
        elif deadline.due or deadline.attributes['kind'] != 'relative':
            self.assertEqual(due and due.dt.isoformat(), deadline.due)
        else:
            self.assertTrue(due is None or 'Giả định' in description)
        if deadline.start and deadline.start != deadline.due and not deadline.recurrence:
            self.assertEqual(todo['DTSTART'].dt.isoformat(), deadline.start)

    def same_recurrence(self, deadline, todo):
        rule = todo['RRULE']
        self.assertEqual({name: {str(value) for value in values} for name, values in rule.items()},
                         plans.parts_of(deadline) if deadline.recurrence else None)
        start = todo['DTSTART'].dt
        self.assertIsInstance(start, datetime.datetime)
        if 'BYMONTHDAY' in rule or 'BYDAY' in rule:
            self.assertEqual(todo['DUE'].dt.date(), start.date())
            self.assertGreater(todo['DUE'].dt, start)
        else:
            self.assertNotIn('DUE', todo)

    def test_workbook_says_the_same(self):
        books = [*(Path(f'{stem}.xlsx') for stem in self.plans), Path(f'{self.export}.xlsx')]
        cells = self.folder / 'cells'
        subprocess.run(['soffice', f'-env:UserInstallation=file://{self.folder}/office', '--headless',
                        '--convert-to', ALL_SHEETS, '--outdir', cells, *books], check=True, capture_output=True)
        for book, plan in [*zip(books, self.plans.values()), (books[-1], self.exported)]:
            with self.subTest(book.name):
                sheets = [list(csv_rows(cells / f'{book.stem}-{sheet}.csv')) for sheet in SHEETS]
                all_plans = plan if isinstance(plan, list) else [plan]
                self.same_as_sheet(all_plans, sheets[0])
                self.assertEqual([row['Viện dẫn (nguyên văn)'] for row in sheets[1]],
                                 [each[1] for it in all_plans for each in it.citations])
                self.assertEqual([(row['Số, ký hiệu'], row['Số nhiệm vụ'], row['SHA-256 của tệp'])
                                  for row in sheets[2]],
                                 [(it.number, str(len(it.tasks)), it.sha256) for it in all_plans])

    def same_as_sheet(self, all_plans, rows):
        expected = [(plan, *row) for plan in all_plans for row in plan.rows()]
        self.assertEqual(len(rows), len(expected))
        for (plan, task, deadline), row in zip(expected, rows):
            self.assertEqual((plan.number, task.path, task.content, joined(task.lead), joined(task.coordinating)),
                             tuple(row[head] for head in ('Số, ký hiệu', 'Mục', 'Nội dung nhiệm vụ',
                                                          'Đơn vị chủ trì', 'Đơn vị phối hợp')))
            self.assertEqual(row['Thời hạn (nguyên văn)'], deadline.text if deadline else '')
            self.assertEqual(day(row['Từ ngày']), deadline.start if deadline else None)
            self.assertEqual(day(row['Hạn']), deadline.due if deadline else None)
            self.assertEqual(row['Lặp lại (RRULE)'], deadline.recurrence or '' if deadline else '')

    def test_the_same_plans_give_the_same_bytes(self):
        again = self.folder / 'again' / 'all'
        run('export', self.outputs, '--format', 'jsonl,csv,xlsx,ics', '-o', again)
        for suffix in ('.jsonl', '.tasks.csv', '.citations.csv', '.xlsx', '.ics'):
            self.assertEqual(Path(f'{again}{suffix}').read_bytes(), Path(f'{self.export}{suffix}').read_bytes(),
                             suffix)


if __name__ == '__main__':
    unittest.main()
