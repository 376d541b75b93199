#!/usr/bin/python3
"""1,000 tasks into a real CalDAV server (Debian's radicale, on loopback) and back.

    tests/formats/test_calendar_server.py TRICHYEU
"""
import contextlib
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.request
from pathlib import Path

import caldav
import icalendar

ROOT = Path(__file__).resolve().parents[2]
COMMAND = sys.argv.pop(1)
WANTED = 1000
PROPERTIES = ('UID', 'SUMMARY', 'DTSTART', 'DUE', 'RRULE', 'CATEGORIES', 'DESCRIPTION')


def free_port():
    with socket.socket() as probe:
        probe.bind(('127.0.0.1', 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def server(folder):
    port = free_port()
    arguments = ['radicale', '--server-hosts', f'127.0.0.1:{port}', '--auth-type', 'none',
                 '--storage-filesystem-folder', str(folder), '--logging-level', 'error']
    process = subprocess.Popen(arguments, env={**os.environ, 'NO_PROXY': '127.0.0.1'})
    try:
        for _ in range(200):
            with contextlib.suppress(OSError):
                urllib.request.urlopen(f'http://127.0.0.1:{port}/.web/', timeout=5).close()
                break
            time.sleep(0.1)
        yield f'http://127.0.0.1:{port}/'
    finally:
        process.terminate()
        process.wait()


def words(values):
    return [each.to_ical() for each in values] if isinstance(values, list) else values.to_ical()


def all_tasks_of(calendars):
    """What each task says, by its UID: days, recurrence, words."""
    todos = [todo for each in calendars for todo in icalendar.Calendar.from_ical(each).walk('VTODO')]
    return {str(todo['UID']): {name: words(todo[name]) for name in PROPERTIES if name in todo} for todo in todos}


def parted(exported):
    """The calendar as one of its own for each task, with our bytes."""
    head = exported[:exported.index(b'BEGIN:VTODO')]
    todos = re.findall(rb'BEGIN:VTODO\r\n.*?END:VTODO\r\n', exported, re.DOTALL)
    return [(head + todo + b'END:VCALENDAR\r\n').decode() for todo in todos]


class CalendarServer(unittest.TestCase):
    def test_a_thousand_tasks_come_back_the_same(self):
        with tempfile.TemporaryDirectory() as name:
            exported = Path(name) / 'all.ics'
            subprocess.run([COMMAND, 'export', ROOT / 'corpus', '--format', 'ics', '-o', exported], check=True,
                           capture_output=True)
            sent = parted(exported.read_bytes())[:WANTED]
            self.assertEqual(len(sent), WANTED)
            with server(Path(name) / 'server') as address:
                client = caldav.DAVClient(address, username='office', password='office')
                calendar = client.principal().make_calendar(name='Nhiệm vụ', supported_calendar_component_set=['VTODO'])
                for todo in sent:
                    calendar.save_todo(todo)
                back = all_tasks_of(each.data for each in calendar.todos(include_completed=True, sort_keys=()))
            expected = all_tasks_of(sent)
            self.assertEqual(len(expected), WANTED)
            self.assertEqual(len(back), WANTED)
            self.assertEqual(back, expected)
            self.assertGreater(sum('RRULE' in task for task in back.values()), 30)
            self.assertGreater(sum('DUE' in task for task in back.values()), 400)


if __name__ == '__main__':
    unittest.main()
