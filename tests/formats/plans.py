"""Plans as the XML contract has them, read by nothing of ours: what every other format is held against."""
import datetime
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field

P = '{urn:trichyeu:plan:1}'


@dataclass
class Deadline:
    text: str
    attributes: dict

    @property
    def start(self):
        return self.attributes.get('start')

    @property
    def recurrence(self):
        return self.attributes.get('recurrence')

    @property
    def exclusive(self):
        return self.attributes.get('exclusive') == 'true'

    @property
    def due(self):
        """The last day on which it is not late."""
        end = self.attributes.get('end')
        if end is None:
            return None
        day = datetime.date.fromisoformat(end)
        return (day - datetime.timedelta(days=1) if self.exclusive else day).isoformat()


@dataclass
class Task:
    id: str
    path: str
    content: str
    lead: list
    coordinating: list
    deadlines: list
    products: list


@dataclass
class Plan:
    file: str
    sha256: str
    number: str
    date: str
    tasks: list = field(default_factory=list)
    citations: list = field(default_factory=list)

    def rows(self):
        """A task and one of its deadlines each, as tables and calendars have them."""
        for task in self.tasks:
            for deadline in task.deadlines or [None]:
                yield task, deadline


def text_of(node):
    return '' if node is None else ''.join(node.itertext())


def units(task, role):
    return [text_of(unit) for unit in task.findall(f'{P}{role}/{P}unit')]


def plan_of(path):
    root = ElementTree.parse(path).getroot()
    source, header = root.find(f'{P}source'), root.find(f'{P}header')
    date = header.find(f'{P}date')
    plan = Plan(source.get('file'), source.get('sha256', ''), text_of(header.find(f'{P}number')),
                '' if date is None else date.get('iso', ''))
    for node in root.findall(f'{P}tasks/{P}task'):
        deadlines = [Deadline(text_of(each), dict(each.attrib)) for each in node.findall(f'{P}deadline')]
        plan.tasks.append(Task(node.get('id'), node.get('path', ''), text_of(node.find(f'{P}content')),
                               units(node, 'lead'), units(node, 'coordinating'), deadlines,
                               [text_of(each) for each in node.findall(f'{P}product')]))
    for node in root.findall(f'{P}citations/{P}citation'):
        plan.citations.append((node.get('id'), text_of(node), node.get('number', ''), node.get('date', '')))
    return plan


WEEK = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']


def rule_parts(rule):
    return {name: set(value.split(',')) for name, value in (part.split('=') for part in rule.split(';'))}


def parts_of(deadline):
    """The recurrence whose days are the last on which it is not late, as sets of values by name."""
    parts = rule_parts(deadline.recurrence)
    if not deadline.exclusive:
        return parts
    days = {int(day) for day in parts.get('BYMONTHDAY', [])}
    if days and 1 not in days:
        parts['BYMONTHDAY'] = {str(day - 1) for day in days}
    elif days == {1}:
        parts['BYMONTHDAY'] = {'-1'}
        if 'BYMONTH' in parts:
            parts['BYMONTH'] = {str((int(month) + 10) % 12 + 1) for month in parts['BYMONTH']}
    elif 'BYDAY' in parts and parts['BYDAY'] <= set(WEEK):
        parts['BYDAY'] = {WEEK[WEEK.index(day) - 1] for day in parts['BYDAY']}
    return parts
