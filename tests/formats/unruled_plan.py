"""A plan whose tasks stand in a table without rules: its columns are parted by blanks alone. Names are invented."""
from xml.sax.saxutils import escape

HEAD = ['TT', 'Nội dung công việc', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Thời hạn']
ROWS = [
    ['1', 'Rà soát hồ sơ thuê đất của các hộ nuôi tôm tại vùng bãi bồi Cồn Sẻ, lập danh sách trường hợp hết hạn',
     'Phòng Tài nguyên và Môi trường', 'UBND xã Tân Sa', 'Trước ngày 15/3/2027'],
    ['2', 'Tổ chức tập huấn sử dụng phần mềm quản lý trạm bơm cho cán bộ thủy nông', 'Xí nghiệp Thủy nông Vĩnh Khê',
     'Phòng Kinh tế', 'Quý II/2027'],
    ['3', 'Sửa chữa ba cầu dân sinh trên kênh Sáu Thước', 'Ban Quản lý dự án huyện',
     'Phòng Kinh tế và Hạ tầng; UBND xã Phú Lộc Đông', 'Trước ngày 30/9/2027'],
    ['4', 'Biên soạn tờ gấp hướng dẫn phân loại rác tại nhà, phát đến từng hộ dân', 'Phòng Văn hóa và Thông tin',
     'Hội Liên hiệp Phụ nữ huyện', 'Tháng 4/2027'],
    ['5', 'Kiểm tra an toàn hồ chứa Suối Đá trước mùa mưa và báo cáo kết quả kiểm tra', 'Phòng Nông nghiệp',
     'Công an huyện', 'Trước ngày 31/5/2027'],
    ['6', 'Thống kê số trẻ em chưa có thẻ bảo hiểm y tế ở các xã ven biển', 'Bảo hiểm xã hội huyện',
     'Trạm Y tế các xã', 'Hằng quý'],
    ['7', 'Xây dựng quy chế trực ban phòng chống thiên tai, phân công lịch trực cho từng phòng',
     'Văn phòng HĐND và UBND huyện', 'Các phòng chuyên môn', 'Trước ngày 20/4/2027'],
    ['8', 'Mở lớp dạy nghề đan lưới cho lao động nữ xã Cát Lâm', 'Trung tâm Giáo dục nghề nghiệp', 'UBND xã Cát Lâm',
     'Quý III/2027'],
    ['9', 'Cập nhật bản đồ vùng nguy cơ sạt lở dọc sông Trà Nê, công bố trên cổng thông tin điện tử',
     'Phòng Tài nguyên và Môi trường', 'Phòng Văn hóa và Thông tin', 'Trước ngày 15/8/2027'],
    ['10', 'Tổng hợp kết quả thực hiện Kế hoạch, đề xuất khen thưởng tập thể và cá nhân', 'Phòng Nội vụ',
     'Các cơ quan, đơn vị liên quan', 'Trước ngày 10/12/2027'],
]
WIDTHS = [1.1, 6.2, 3.6, 3.5, 2.6]  # cm
GAP = 0.18  # cm on either side of a column's text
BEFORE = ['II. NHIỆM VỤ CỤ THỂ',
          'Các phòng, đơn vị và địa phương thực hiện các nhiệm vụ sau đây theo thời hạn được giao, báo cáo kết quả về '
          'Phòng Nội vụ để theo dõi, đôn đốc chung.']
AFTER = ['III. TỔ CHỨC THỰC HIỆN',
         'Thủ trưởng các phòng, đơn vị căn cứ nhiệm vụ được giao tổ chức thực hiện nghiêm túc; khó khăn, vướng mắc gửi '
         'về Phòng Nội vụ để tổng hợp, trình cấp có thẩm quyền xem xét, quyết định.']

DOCUMENT = '''<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="F" svg:font-family="Tinos"/></office:font-face-decls>
<office:styles><style:default-style style:family="paragraph">
<style:text-properties style:font-name="F" fo:font-size="13pt" fo:language="vi" fo:country="VN"/></style:default-style>
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="a4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"
 fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="2cm" fo:margin-right="2cm"/></style:page-layout>
<style:style style:name="Title" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/>
<style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Text" style:family="paragraph">
<style:paragraph-properties fo:text-align="justify" fo:text-indent="1.2cm" fo:margin-top="0.2cm"/></style:style>
<style:style style:name="Head" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Plain" style:family="paragraph"/>
<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:border="none"
 fo:padding-left="{gap}cm" fo:padding-right="{gap}cm" fo:padding-top="0.12cm" fo:padding-bottom="0.12cm"/></style:style>
{columns}
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="a4"/></office:master-styles>
<office:body><office:text>{body}</office:text></office:body></office:document>
'''


def paragraph(style, text):
    return f'<text:p text:style-name="{style}">{escape(text)}</text:p>'


def row(cells, style):
    return '<table:table-row>' + ''.join(
        f'<table:table-cell table:style-name="Cell">{paragraph(style, cell)}</table:table-cell>'
        for cell in cells) + '</table:table-row>'


def flat_odt():
    """As LibreOffice opens it."""
    columns = ''.join(
        f'<style:style style:name="C{at}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width}cm"/></style:style>'
        for at, width in enumerate(WIDTHS))
    table = ('<table:table>' + ''.join(f'<table:table-column table:style-name="C{at}"/>' for at in range(len(WIDTHS)))
             + row(HEAD, 'Head') + ''.join(row(cells, 'Plain') for cells in ROWS) + '</table:table>')
    body = (paragraph('Title', 'KẾ HOẠCH') + paragraph('Title', 'Phát triển kinh tế ven biển huyện Vĩnh Khê năm 2027')
            + ''.join(paragraph('Text', text) for text in BEFORE) + table
            + ''.join(paragraph('Text', text) for text in AFTER))
    return DOCUMENT.format(gap=GAP, columns=columns, body=body)
