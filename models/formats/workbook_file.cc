#include "models/formats/workbook_file.h"

#include <minizip/zip.h>
#include <unistd.h>
#include <xlsxwriter/utility.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <utility>

namespace trichyeu {
namespace {

// Bytes that are read and written like a file.
struct Stream {
  std::string* bytes = nullptr;
  std::string own;  // what `bytes` points to where nobody else keeps it
  std::size_t at = 0;

  std::size_t read(char* buffer, std::size_t size) {
    const std::size_t taken = at < bytes->size() ? bytes->copy(buffer, size, at) : 0;
    at += taken;
    return taken;
  }
  std::size_t write(const char* buffer, std::size_t size) {
    if (at > bytes->size()) bytes->resize(at);
    bytes->replace(at, std::min(size, bytes->size() - at), buffer, size);
    at += size;
    return size;
  }
  // False where that is before the beginning.
  bool seek(std::int64_t offset, int whence) {
    const std::size_t base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? at : bytes->size();
    const std::int64_t target = static_cast<std::int64_t>(base) + offset;
    if (target < 0) return false;
    at = static_cast<std::size_t>(target);
    return true;
  }
};

Stream& stream_of(void* opaque) { return *static_cast<Stream*>(opaque); }

// A temporary file in memory, as the C library's streams have it.
FILE* open_stream() {
  auto stream = std::make_unique<Stream>();
  stream->bytes = &stream->own;
  cookie_io_functions_t functions{};
  functions.read = [](void* opaque, char* buffer, size_t size) {
    return static_cast<ssize_t>(stream_of(opaque).read(buffer, size));
  };
  functions.write = [](void* opaque, const char* buffer, size_t size) {
    return static_cast<ssize_t>(stream_of(opaque).write(buffer, size));
  };
  functions.seek = [](void* opaque, off64_t* offset, int whence) {
    if (!stream_of(opaque).seek(*offset, whence)) return -1;
    *offset = static_cast<off64_t>(stream_of(opaque).at);
    return 0;
  };
  functions.close = [](void* opaque) {
    delete static_cast<Stream*>(opaque);
    return 0;
  };
  FILE* file = fopencookie(stream.get(), "w+b", functions);
  if (file != nullptr) static_cast<void>(stream.release());
  return file;
}

// The same for minizip.
zlib_filefunc64_def zip_functions(std::string& bytes) {
  zlib_filefunc64_def functions{};
  functions.opaque = &bytes;
  functions.zopen64_file = [](voidpf opaque, const void*, int) -> voidpf {
    auto* stream = new Stream;
    stream->bytes = static_cast<std::string*>(opaque);
    return stream;
  };
  functions.zread_file = [](voidpf, voidpf stream, void* buffer, uLong size) -> uLong {
    return stream_of(stream).read(static_cast<char*>(buffer), size);
  };
  functions.zwrite_file = [](voidpf, voidpf stream, const void* buffer, uLong size) -> uLong {
    return stream_of(stream).write(static_cast<const char*>(buffer), size);
  };
  functions.ztell64_file = [](voidpf, voidpf stream) -> ZPOS64_T { return stream_of(stream).at; };
  functions.zseek64_file = [](voidpf, voidpf stream, ZPOS64_T offset, int origin) -> long {
    const int whence = origin == ZLIB_FILEFUNC_SEEK_SET   ? SEEK_SET
                       : origin == ZLIB_FILEFUNC_SEEK_CUR ? SEEK_CUR
                                                          : SEEK_END;
    return stream_of(stream).seek(static_cast<std::int64_t>(offset), whence) ? 0 : -1;
  };
  functions.zclose_file = [](voidpf, voidpf stream) {
    delete static_cast<Stream*>(stream);
    return 0;
  };
  functions.zerror_file = [](voidpf, voidpf) { return 0; };
  return functions;
}

// Of a name that says where in memory the bytes are: only a WorkbookFile makes one, of its own.
constexpr std::string_view in_memory = "trichyeu-memory:";

std::string* bytes_named(std::string_view name) {
  if (!name.starts_with(in_memory)) return nullptr;
  name.remove_prefix(in_memory.size());
  std::uintptr_t address = 0;
  std::from_chars(name.data(), name.data() + name.size(), address);
  return reinterpret_cast<std::string*>(address);  // NOLINT(performance-no-int-to-ptr)
}

// Open for reading and writing, without a name; below 0 where there is none.
int open_nameless(const std::string& folder) {
  // mkostemp's own letters take the place of the last six.
  std::string name = folder + "/.trichyeu-" + std::string(6, 'X');
  const int fd = mkostemp(name.data(), 0);
  if (fd >= 0) unlink(name.c_str());
  return fd;
}

FILE* temporary_file(const char* folder) {
  if (folder == nullptr) return open_stream();
  const int fd = open_nameless(folder);
  return fd < 0 ? nullptr : fdopen(fd, "w+b");
}

zipFile opened_zip(const char* name, int append) {
  std::string* bytes = bytes_named(name);
  if (bytes == nullptr) return zipOpen2_64(name, append, nullptr, nullptr);
  zlib_filefunc64_def functions = zip_functions(*bytes);
  return zipOpen2_64(name, append, nullptr, &functions);
}

}  // namespace

WorkbookFile::WorkbookFile(std::string folder) : folder_(std::move(folder)) {
  if (!folder_.empty()) fd_ = open_nameless(folder_);
}

WorkbookFile::~WorkbookFile() {
  if (fd_ >= 0) close(fd_);
}

std::string WorkbookFile::name() const {
  if (!folder_.empty()) return "/proc/self/fd/" + std::to_string(fd_);
  return std::string(in_memory) + std::to_string(reinterpret_cast<std::uintptr_t>(&bytes_));
}

bool WorkbookFile::hand_over(const std::function<bool(std::string_view)>& take) const {
  if (folder_.empty()) return take(bytes_);
  std::array<char, 65536> buffer{};
  for (off_t at = 0;;) {
    const ssize_t size = pread(fd_, buffer.data(), buffer.size(), at);
    if (size < 0) return false;
    if (size == 0) return true;
    if (!take({buffer.data(), static_cast<std::size_t>(size)})) return false;
    at += size;
  }
}

}  // namespace trichyeu

extern "C" FILE* lxw_tmpfile(char* folder) { return trichyeu::temporary_file(folder); }

extern "C" zipFile zipOpen(const char* pathname, int append) {
  return trichyeu::opened_zip(pathname, append);
}
