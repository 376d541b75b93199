"""Lays a plan out as Decree 30/2020, annex I, asks, in a Flat ODT for LibreOffice.

A4, Times-like type of 13 points, letterhead in two columns, title centred, body justified with its
first lines indented, "Nơi nhận" left of the signature, tables ruled, the page number in the middle of
the top margin from page 2 on.
"""
import re
from xml.sax.saxutils import escape, quoteattr

from plan_text import Closing, Letterhead, Paragraphs, Table, Title, is_capitals, plain

FONT = 'Tinos'
WIDTH_CM = 16.0            # of the text on an upright page
LANDSCAPE_WIDTH_CM = 25.7
LANDSCAPE_COLUMNS = 6      # a table with as many lies across

NAMESPACES = ' '.join(f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for prefix, name in [
    ('office', 'office'), ('style', 'style'), ('text', 'text'), ('table', 'table'),
    ('fo', 'xsl-fo-compatible'), ('svg', 'svg-compatible')])


def paragraph_style(name, align='start', size=13, bold=False, italic=False, indent=0.0, before=0.0, master='',
                    rule=None, side=0.0, together=False):
    border = f' fo:border-bottom="{rule}pt solid #000000"' if rule else ''
    keep = ' fo:keep-with-next="always"' if together else ''
    page = f' style:master-page-name="{master}"' if master else ''
    return (f'<style:style style:name="{name}" style:family="paragraph"{page}>'
            f'<style:paragraph-properties fo:text-align="{align}" fo:text-indent="{indent}cm" fo:margin-top="{before}cm"'
            f' fo:margin-left="{side}cm" fo:margin-right="{side}cm"{border}{keep}/>'
            f'<style:text-properties fo:font-size="{size}pt" fo:font-weight="{"bold" if bold else "normal"}"'
            f' fo:font-style="{"italic" if italic else "normal"}"/></style:style>')


PARAGRAPH_STYLES = ''.join([
    paragraph_style('First', master='First', size=2),
    paragraph_style('Superior', 'center', 12),
    paragraph_style('Issuer', 'center', 12, bold=True),
    paragraph_style('Motto', 'center', 12, bold=True),
    paragraph_style('Rule', 'center', 2, rule=0.75, side=2.4),
    paragraph_style('Number', 'center', 13, before=0.15),
    paragraph_style('Date', 'center', 13, italic=True, before=0.15),
    paragraph_style('Type', 'center', 14, bold=True, before=0.7, together=True),
    paragraph_style('NextType', 'center', 14, bold=True, master='Standard', together=True),
    paragraph_style('AcrossType', 'center', 14, bold=True, master='Across', together=True),
    paragraph_style('Abstract', 'center', 13, bold=True, together=True),
    paragraph_style('Enclosure', 'center', 13, italic=True, together=True),
    paragraph_style('Body', 'justify', 13, indent=1.27, before=0.18),
    paragraph_style('Basis', 'justify', 13, italic=True, indent=1.27, before=0.18),
    paragraph_style('Heading', 'justify', 13, bold=True, indent=1.27, before=0.18, together=True),
    paragraph_style('Shout', 'center', 13, bold=True, before=0.35, together=True),
    paragraph_style('Last', 'justify', 13, indent=1.27, before=0.18, together=True),
    paragraph_style('Space', size=8),
    paragraph_style('KeptSpace', size=8, together=True),
    paragraph_style('RecipientsHead', size=12, bold=True, italic=True),
    paragraph_style('Recipient', size=11),
    paragraph_style('Capacity', 'center', 13, bold=True),
    paragraph_style('Signer', 'center', 13, bold=True, before=2.2),
    paragraph_style('CellHead', 'center', 12, bold=True),
    paragraph_style('Cell', size=12),
    paragraph_style('CellBold', size=12, bold=True),
    paragraph_style('PageNumber', 'center', 13),
])


def page_layout(name, width, height, top, sides, numbered):
    header = ('<style:header-style><style:header-footer-properties fo:min-height="0.8cm"/></style:header-style>'
              if numbered else '')
    orientation = 'landscape' if width > height else 'portrait'
    return (f'<style:page-layout style:name="{name}"><style:page-layout-properties fo:page-width="{width}cm"'
            f' fo:page-height="{height}cm" style:print-orientation="{orientation}" fo:margin-top="{top}cm"'
            f' fo:margin-bottom="2cm" fo:margin-left="{sides[0]}cm" fo:margin-right="{sides[1]}cm"/>{header}'
            '</style:page-layout>')


def master_page(name, layout, numbered, following=''):
    header = ('<style:header><text:p text:style-name="PageNumber"><text:page-number text:select-page="current"/>'
              '</text:p></style:header>' if numbered else '')
    follows = f' style:next-style-name="{following}"' if following else ''
    return f'<style:master-page style:name="{name}" style:page-layout-name="{layout}"{follows}>{header}</style:master-page>'


STYLES = (
    f'<office:font-face-decls><style:font-face style:name="F" svg:font-family="\'{FONT}\'"/></office:font-face-decls>'
    '<office:styles><style:default-style style:family="paragraph"><style:text-properties style:font-name="F"'
    ' fo:font-size="13pt" fo:language="vi" fo:country="VN"/></style:default-style></office:styles>'
    '<office:automatic-styles>'
    + page_layout('first', 21, 29.7, 2, (3, 2), numbered=False)
    + page_layout('next', 21, 29.7, 1.2, (3, 2), numbered=True)
    + page_layout('across', 29.7, 21, 1.2, (2, 2), numbered=True)
    + PARAGRAPH_STYLES
    + '<style:style style:name="Bold" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
      '<style:style style:name="Italic" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>'
      '<style:style style:name="Plain" style:family="table-cell"><style:table-cell-properties fo:padding="0.02cm"'
      ' fo:border="none"/></style:style>'
      '<style:style style:name="Ruled" style:family="table-cell"><style:table-cell-properties fo:padding="0.08cm"'
      ' fo:border="0.5pt solid #000000"/></style:style>')
MASTERS = ('<office:master-styles>' + master_page('First', 'first', numbered=False, following='Standard')
           + master_page('Standard', 'next', numbered=True) + master_page('Across', 'across', numbered=True)
           + '</office:master-styles>')


def flat_odt(parts):
    """The document; `parts` are those of plan_text.read_plan."""
    sheet = Sheet()
    sheet.paragraph('First', '')
    for part, following in zip(parts, parts[1:] + [None]):
        WRITERS[type(part)](sheet, part, following)
    return (f'<?xml version="1.0" encoding="UTF-8"?><office:document {NAMESPACES} office:version="1.2"'
            ' office:mimetype="application/vnd.oasis.opendocument.text">'
            f'{STYLES}{"".join(sheet.table_styles)}</office:automatic-styles>{MASTERS}'
            f'<office:body><office:text>{"".join(sheet.body)}</office:text></office:body></office:document>\n')


class Sheet:
    """What is written so far."""

    def __init__(self):
        self.body = []
        self.table_styles = []
        self.in_basis = True  # until the first heading

    def paragraph(self, style, line):
        self.body.append(paragraph(style, line))

    def table(self, widths, rows, cell_style, heading_rows=0):
        """`rows` hold cells, a cell the XML of its paragraphs; `widths` in centimetres."""
        name = f'T{len(self.table_styles)}'
        styles = [f'<style:style style:name="{name}" style:family="table"><style:table-properties'
                  f' style:width="{sum(widths):.2f}cm" table:align="center"/></style:style>'
                  f'<style:style style:name="{name}.row" style:family="table-row">'
                  '<style:table-row-properties fo:keep-together="always"/></style:style>']
        columns = []
        for index, width in enumerate(widths):
            styles.append(f'<style:style style:name="{name}.{index}" style:family="table-column">'
                          f'<style:table-column-properties style:column-width="{width:.2f}cm"/></style:style>')
            columns.append(f'<table:table-column table:style-name="{name}.{index}"/>')
        lines = [f'<table:table-row table:style-name="{name}.row">' + ''.join(
            f'<table:table-cell table:style-name="{cell_style}" office:value-type="string">{cell}</table:table-cell>'
            for cell in row) + '</table:table-row>' for row in rows]
        head = ''.join(lines[:heading_rows])
        if head:
            head = f'<table:table-header-rows>{head}</table:table-header-rows>'
        self.table_styles.append(''.join(styles))
        self.body.append(f'<table:table table:name="{name}" table:style-name="{name}">{"".join(columns)}{head}'
                         f'{"".join(lines[heading_rows:])}</table:table>')


def paragraph(style, line):
    return f'<text:p text:style-name={quoteattr(style)}>{spans(line)}</text:p>'


def spans(line):
    """A line's XML: emphasis as type, a converter's "<http…>" as the bare address, blanks kept."""
    line = escape(re.sub(r'<(https?:[^>]*)>', r'\1', line))
    line = re.sub(r'\*\*(.+?)\*\*', r'<text:span text:style-name="Bold">\1</text:span>', line)
    line = re.sub(r'\*(?=\S)([^*]+?)(?<=\S)\*', r'<text:span text:style-name="Italic">\1</text:span>', line)
    return re.sub(r' {2,}', lambda blanks: f'<text:s text:c="{len(blanks[0])}"/>', line)


def write_letterhead(sheet, part, _):
    names = [line for line in part.left if not line.startswith('Số')]
    numbers = [line for line in part.left if line.startswith('Số')]
    whole_name = names[:1] == ['ỦY BAN NHÂN DÂN'] or len(names) == 1
    left = [paragraph('Issuer' if whole_name or index > 0 else 'Superior', line) for index, line in enumerate(names)]
    right = [paragraph('Motto', line) for line in part.right[:-1]]
    rule = [paragraph('Rule', '')]
    widths = [6.6, WIDTH_CM - 6.6]
    starred = bool(names) and not names[-1].strip('*')  # Party and Union: stars in place of the rule
    rows = [[''.join(left + rule * (bool(left) and not starred)), ''.join(right + rule * bool(right))]] if left or right else []
    rows.append([''.join(paragraph('Number', line) for line in numbers), paragraph('Date', part.right[-1])])
    sheet.table(widths, rows, 'Plain')


def write_title(sheet, part, following):
    across = isinstance(following, Table) and len(following.rows[0]) >= LANDSCAPE_COLUMNS
    sheet.paragraph(('AcrossType' if across else 'NextType') if part.opens_page else 'Type', part.lines[0])
    enclosed = False
    for line in part.lines[1:]:
        enclosed = enclosed or line.startswith('(')
        sheet.paragraph('Enclosure' if enclosed else 'Abstract', line)
    sheet.paragraph('Space', '')


def write_paragraphs(sheet, part, following):
    for line, below in zip(part.lines, part.lines[1:] + ['']):
        style = style_of(line, below)
        sheet.in_basis = sheet.in_basis and style != 'Heading'
        if sheet.in_basis and re.match(r'(- )?Căn cứ\s', line):
            style = 'Basis'
        # No signature stands alone on its page.
        sheet.paragraph('Last' if isinstance(following, Closing) and not below else style, line)


def style_of(line, below):
    if is_capitals(plain(line)) and not re.match(r'[IVX\d]+[.-]', line):
        return 'Shout'
    if re.match(r'([IVX]+|[A-E])[.-]\s', line):
        return 'Heading'
    if re.match(r'\d+(\.\d+)*[.-]\s', line) and len(line) < 90 and line[-1] not in '.;,:' and below:
        return 'Heading'
    return 'Body'


def write_table(sheet, part, _):
    head, *rows = part.rows
    width = LANDSCAPE_WIDTH_CM if len(head) >= LANDSCAPE_COLUMNS else WIDTH_CM
    lines = [[paragraph('CellHead', cell) for cell in head]]
    for row in rows:
        group = not any(row[2:])
        lines.append([paragraph('CellBold' if group else 'Cell', cell) for cell in row])
    sheet.table(column_widths(part.rows, width), lines, 'Ruled', heading_rows=1)


def column_widths(rows, width):
    """By the longest cell, its square root, so that long texts do not starve the short ones."""
    longest = [max(len(row[index]) for row in rows) ** 0.5 for index in range(len(rows[0]))]
    return [width * share / sum(longest) for share in longest]


def write_closing(sheet, part, _):
    sheet.paragraph('KeptSpace', '')
    recipients = paragraph('RecipientsHead', part.recipients[0]) + ''.join(
        paragraph('Recipient', line) for line in part.recipients[1:])
    signatures = [''.join(paragraph('Capacity', line) for line in signature.capacity)
                  + paragraph('Signer', signature.signer) for signature in part.signatures]
    if len(signatures) > 1:
        sheet.table([WIDTH_CM / len(signatures)] * len(signatures), [signatures], 'Plain')
        sheet.paragraph('Space', '')
        signatures = [paragraph('Space', '')]
    sheet.table([8.2, WIDTH_CM - 8.2], [[recipients, *signatures]], 'Plain')
    sheet.paragraph('Space', '')


WRITERS = {Letterhead: write_letterhead, Title: write_title, Paragraphs: write_paragraphs, Table: write_table,
           Closing: write_closing}
