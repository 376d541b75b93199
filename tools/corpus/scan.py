"""Makes an office scan of a PDF: pages printed, laid on the glass a little askew, and kept as grey JPEGs
in a PDF without a text layer."""
import random
import re
import subprocess
import tempfile
from pathlib import Path

DPI = 200
QUALITY = 34
# Debian's own name of ImageMagick's program; one thread and a seed, so that its noise is the same again.
CONVERT = ['env', 'MAGICK_THREAD_LIMIT=1', 'convert-im6.q16']


def scan(pdf, out):
    """Writes the scan of `pdf` to `out`. The same PDF gives the same scan."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(['pdftoppm', '-r', str(DPI), '-gray', pdf, f'{folder}/page'], check=True)
        pages = [scanned(page, random.Random(f'{Path(pdf).name}/{page.name}'))
                 for page in sorted(Path(folder).glob('page-*.pgm'))]
    Path(out).write_bytes(image_pdf(pages))


def scanned(page, chance):
    """The page's image as a JPEG: turned by up to a degree, ink and light uneven, some noise and dust."""
    angle = chance.choice((-1, 1)) * chance.uniform(0.2, 0.9)
    size = page_size(page)
    shade = ['(', '-size', size, f'gradient:gray(100%)-gray({chance.randint(88, 93)}%)', '-distort', 'SRT',
             str(chance.randint(0, 359)), ')', '-compose', 'Multiply', '-composite']
    dust = ['(', '-size', size, 'xc:gray50', '-attenuate', '1', '+noise', 'Random', '-colorspace', 'Gray',
            '-threshold', '99.985%', '-negate', '-blur', '0x0.7', ')', '-compose', 'Multiply', '-composite']
    command = [*CONVERT, str(page), '-seed', str(chance.randrange(1 << 30)), '-background', 'white',
               '-virtual-pixel', 'White', '-distort', 'SRT', f'{angle:.3f}', '-blur', '0x0.7', '+level', '12%,96%',
               *shade, *dust, '-attenuate', '0.12', '+noise', 'Gaussian', '-colorspace', 'Gray', '-depth', '8',
               '-strip', '-quality', str(QUALITY), 'jpeg:-']
    return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout, size


def page_size(page):
    """"WIDTHxHEIGHT" of a portable grey map."""
    return re.match(rb'P5\s+(\d+ \d+)', page.read_bytes()[:40])[1].decode().replace(' ', 'x')


def image_pdf(pages):
    """A PDF with one JPEG a page and nothing else, as scanners write it."""
    objects = [b'<</Type/Catalog/Pages 2 0 R>>', b'']
    kids = []
    for jpeg, size in pages:
        width, height = map(int, size.split('x'))
        across, down = width * 72 / DPI, height * 72 / DPI
        first = len(objects) + 1
        kids.append(first + 2)
        objects += [
            stream(f'/Type/XObject/Subtype/Image/Width {width}/Height {height}/ColorSpace/DeviceGray'
                   '/BitsPerComponent 8/Filter/DCTDecode', jpeg),
            stream('', f'q {across:.2f} 0 0 {down:.2f} 0 0 cm /I Do Q'.encode()),
            f'<</Type/Page/Parent 2 0 R/MediaBox[0 0 {across:.2f} {down:.2f}]/Resources<</XObject<</I {first} 0 R>>>>'
            f'/Contents {first + 1} 0 R>>'.encode()]
    objects[1] = f'<</Type/Pages/Count {len(kids)}/Kids[{" ".join(f"{kid} 0 R" for kid in kids)}]>>'.encode()
    return joined(objects)


def stream(entries, data):
    return f'<<{entries}/Length {len(data)}>>stream\n'.encode() + data + b'\nendstream'


def joined(objects):
    """The file: header, numbered objects, cross-reference table, trailer (ISO 32000-1, 7.5)."""
    file = b'%PDF-1.5\n'
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(file))
        file += f'{number} 0 obj\n'.encode() + content + b'\nendobj\n'
    table = ''.join(f'{offset:010d} 00000 n \n' for offset in offsets)
    trailer = f'trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(file)}\n%%EOF\n'
    return file + f'xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}'.encode()
