#include "tests/end_to_end/documents.h"

#include <memory>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <vector>

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

QPDFObjectHandle blank_page(QPDF& pdf) {
  return pdf.makeIndirectObject(
      QPDFObjectHandle::parse("<< /Type /Page /MediaBox [0 0 595 842] /Resources << >> >>"));
}

std::string written(QPDFWriter& writer) {
  writer.setOutputMemory();
  writer.write();
  const std::shared_ptr<Buffer> bytes = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

}  // namespace

std::string small_pdf(int pages, const std::string& password) {
  QPDF pdf;
  pdf.emptyPDF();
  for (int page = 0; page < pages; ++page) {
    QPDFPageDocumentHelper(pdf).addPage(QPDFPageObjectHelper(page_with_line(pdf)), false);
  }
  QPDFWriter writer(pdf);
  if (!password.empty()) {
    writer.setR6EncryptionParameters(password.c_str(), password.c_str(), true, true, true, true,
                                     true, true, qpdf_r3p_full, true);
  }
  return written(writer);
}

std::string bound_pdf(const std::vector<Leaves>& parts) {
  QPDF pdf;
  pdf.emptyPDF();
  QPDFPageDocumentHelper bound(pdf);
  std::vector<std::unique_ptr<QPDF>> sources;  // they live until the pages are written
  for (const Leaves& part : parts) {
    QPDF& source = *sources.emplace_back(std::make_unique<QPDF>());
    if (part.path.empty()) {
      source.emptyPDF();
      QPDFPageDocumentHelper(source).addPage(QPDFPageObjectHelper(blank_page(source)), false);
    } else {
      source.processFile(part.path.c_str());
    }
    std::vector<QPDFPageObjectHelper> pages = QPDFPageDocumentHelper(source).getAllPages();
    for (const int page : part.pages)
      bound.addPage(pages.at(static_cast<std::size_t>(page) - 1).shallowCopyPage(), false);
  }
  QPDFWriter writer(pdf);
  return written(writer);
}

}  // namespace trichyeu::testing
