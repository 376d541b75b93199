"""Reads a plan of the corpus: the conventions of corpus/README.md, section "Conventions of the text"."""
import re
from dataclasses import dataclass, field

TYPE_NAME = re.compile(r'(KẾ HOẠCH|QUYẾT ĐỊNH|NGHỊ QUYẾT|CHƯƠNG TRÌNH|PHỤ LỤC)\b[^:;.]*$')
ITEM_MARK = re.compile(r'([IVX]+|\d+(\.\d+)*|[a-zđ])[.)-]\s|[-+*•]\s')
COLUMN_GAP = re.compile(r' {6,}')
WRAPPED_LINE = 80  # a hard-wrapped text has no longer line
FULL_LINE = 64     # a shorter one ends its paragraph


@dataclass
class Letterhead:
    left: list[str]
    right: list[str]


@dataclass
class Title:
    """The type's name and the abstract below it; also what stands over an annex."""
    lines: list[str]
    opens_page: bool  # the first title follows its letterhead, others begin a page


@dataclass
class Paragraphs:
    lines: list[str]


@dataclass
class Table:
    rows: list[list[str]]


@dataclass
class Signature:
    capacity: list[str]
    signer: str


@dataclass
class Closing:
    recipients: list[str]
    signatures: list[Signature] = field(default_factory=list)


def read_plan(text):
    """The parts of a plan in reading order."""
    blocks = split_blocks(unwrapped(text) if is_wrapped(text) else text.split('\n'))
    parts = letterhead(blocks)
    while blocks:
        parts.append(next_part(blocks, opens_page=any(isinstance(part, Title) for part in parts)))
    return parts


def letterhead(blocks):
    """Two blocks, a column each; in a hard-wrapped text one, whose last line is place and date."""
    head = []
    while not TYPE_NAME.match(plain(blocks[0][0])):
        head.append(blocks.pop(0))
    if len(head) == 1:
        head = [head[0][:-1], head[0][-1:]]
    return [Letterhead(*head)] if head else []


def next_part(blocks, opens_page):
    block = blocks.pop(0)
    if TYPE_NAME.match(plain(block[0])):
        return Title([plain(line) for line in block], opens_page)
    if block[0].startswith('|'):
        return Table([cells(row) for row in block if not re.fullmatch(r'[|\s:-]+', row)])
    if block[0].startswith('Nơi nhận:'):
        return closing(block, blocks)
    return Paragraphs(block)


def closing(block, blocks):
    head = COLUMN_GAP.split(block[0])
    part = Closing([head[0]] + block[1:])
    capacity = head[1:]
    while blocks and not TYPE_NAME.match(plain(blocks[0][0])):
        lines = [plain(line) for line in blocks.pop(0)]
        if is_capitals(lines[0]):
            capacity = lines
        else:
            part.signatures.append(Signature(capacity, lines[0]))
    return part


def cells(row):
    return [cell.strip() for cell in row.strip().strip('|').split('|')]


def is_capitals(line):
    return line == line.upper() and line != line.lower()


def plain(line):
    return line.replace('**', '').strip()


def split_blocks(lines):
    blocks = [[]]
    for line in lines:
        if line.strip():
            blocks[-1].append(line.rstrip())
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def is_wrapped(text):
    """Every line is short and followed by an empty one."""
    lines = text.rstrip('\n').split('\n')
    return max(map(len, lines)) <= WRAPPED_LINE + 1 and not any(lines[1::2])


def unwrapped(text):
    """Paragraphs on one line each; an empty line where more than one stood, and around a closing."""
    lines = []
    full = False
    for line in text.split('\n')[::2]:
        line = line.strip()
        starts_item = ITEM_MARK.match(line)
        if lines and full and line and not starts_item:
            lines[-1] += ('' if re.search(r'\w-$', lines[-1]) else ' ') + line
        else:
            lines += [''] * line.startswith('Nơi nhận:') + [line]
        full = len(line) >= FULL_LINE and not COLUMN_GAP.search(line)
    return lines
