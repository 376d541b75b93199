#include "tests/end_to_end/documents.h"

#include <memory>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace trichyeu::testing {
namespace {

QPDFObjectHandle page_with_line(QPDF& pdf) {
  auto page = QPDFObjectHandle::parse(
      "<< /Type /Page /MediaBox [0 0 595 842] /Resources << /Font << /F1 << /Type /Font "
      "/Subtype /Type1 /BaseFont /Helvetica >> >> >> >>");
  page.replaceKey("/Contents", QPDFObjectHandle::newStream(
                                   &pdf, "BT /F1 12 Tf 72 700 Td (Ke hoach cham soc cay) Tj ET\n"));
  return pdf.makeIndirectObject(page);
}

}  // namespace

std::string small_pdf(int pages, const std::string& password) {
  QPDF pdf;
  pdf.emptyPDF();
  for (int page = 0; page < pages; ++page) {
    QPDFPageDocumentHelper(pdf).addPage(QPDFPageObjectHelper(page_with_line(pdf)), false);
  }
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  if (!password.empty()) {
    writer.setR6EncryptionParameters(password.c_str(), password.c_str(), true, true, true, true,
                                     true, true, qpdf_r3p_full, true);
  }
  writer.write();
  const std::shared_ptr<Buffer> bytes = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

}  // namespace trichyeu::testing
