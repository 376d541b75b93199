#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "extractor/read/read.h"

namespace trichyeu {
namespace {

using namespace std::string_view_literals;

struct Case {
  std::string_view bytes;
  FileKind kind;
};

TEST(FileKind, IsToldByContent) {
  const Case cases[] = {
      {"%PDF-1.7\n", FileKind::pdf},
      {"rubbish of a mail server\r\n%PDF-1.4\n", FileKind::pdf},
      {"\x89PNG\r\n\x1A\n\0\0\0\rIHDR"sv, FileKind::png},
      {"\xFF\xD8\xFF\xE0\0\x10JFIF"sv, FileKind::jpeg},
      {"II*\0\x08\0\0\0"sv, FileKind::tiff},
      {"MM\0*\0\0\0\x08"sv, FileKind::tiff},
      {"KẾ HOẠCH\nTriển khai công tác năm 2025\n", FileKind::text},
      {"\xEF\xBB\xBF"
       "KẾ HOẠCH\n",
       FileKind::text},
      {"**KẾ HOẠCH**\nTriển khai công tác\n", FileKind::markdown},
      {"## I. MỤC ĐÍCH\n", FileKind::markdown},
      {"| STT | Nội dung |\n|---|---|\n", FileKind::markdown},
      {"PK\x03\x04\x14\0\x06\0"sv, FileKind::unknown},
      {"PK\x03\x04\x14\0\x06\0[Content_Types].xml\0word/document.xml"sv, FileKind::docx},
      {"PK\x03\x04[Content_Types].xml xl/workbook.xml word/document.xml PK xl/workbook.xml"sv,
       FileKind::xlsx},
      {"PK\x03\x04[Content_Types].xml word/document.xml xl/workbook.xml PK word/document.xml"sv,
       FileKind::docx},
      {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, FileKind::unknown},
      {"{\\rtf1\\ansi K\\u7870?}", FileKind::rtf},
      {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"sv, FileKind::doc},
      {"<!DOCTYPE html><html></html>", FileKind::html},
      {"\xEF\xBB\xBF\r\n<!-- a -->\n<HTML>", FileKind::html},
      {"<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC '-//W3C'>", FileKind::html},
      {"\xFF\xFE<\0h\0t\0m\0l\0>\0"sv, FileKind::html},
      {"<?xml version='1.0'?><plan/>", FileKind::unknown},
      {"<pre-2020> K\xE1\xBA\xBF ho\xE1\xBA\xA1"
       "ch",
       FileKind::text},
      {"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.textPK", FileKind::odt},
      {"\xFF\xFE"
       "K\0\xBF\x1E"sv,
       FileKind::text},
      {"\xFF\xFE#\0 \0K\0\xBF\x1E"sv, FileKind::markdown},
      {"x\xA9y d\xF9ng k\xD5 ho\xB9"
       "ch",
       FileKind::text},
      {"K\xD5 ho\xB9"
       "ch",
       FileKind::unknown},
      {"text with a zero\0byte"sv, FileKind::unknown},
  };
  for (const Case& one : cases) EXPECT_EQ(file_kind_of(one.bytes), one.kind) << one.bytes;
}

TEST(FileKind, LinesWithColonsAreNoMail) {
  EXPECT_EQ(file_kind_of("Kính gửi: các phòng\nMIME-Version: 1.0\n"), FileKind::text);
  EXPECT_EQ(file_kind_of("So: 5/KH\n\nMIME-Version: 1.0\n"), FileKind::text);
}

TEST(FileKind, AnAsteriskOrAHashInPlainTextIsNoMarkup) {
  EXPECT_EQ(file_kind_of("* Rà soát văn bản ** và báo cáo\n"), FileKind::text);
  EXPECT_EQ(file_kind_of("#1 là mã của hồ sơ\n"), FileKind::text);
  EXPECT_EQ(file_kind_of("a | b\n"), FileKind::text);
}

TEST(FileKind, HasAMediaType) {
  EXPECT_EQ(media_type_of(FileKind::markdown), "text/markdown");
  EXPECT_EQ(media_type_of(FileKind::pdf), "application/pdf");
  EXPECT_EQ(media_type_of(FileKind::unknown), "application/octet-stream");
}

}  // namespace
}  // namespace trichyeu
