// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/gzip.h"

#include <zlib.h>

#include <algorithm>
#include <limits>
#include <memory>

#include "absl/strings/str_cat.h"

namespace yinzheng::ingest {
namespace {

constexpr size_t kBlockBytes = size_t{1} << 18;
// 15 window bits as in every gzip file, + 16: expect a gzip header, not a zlib one.
constexpr int kGzipWindowBits = 15 + 16;

struct EndInflate {
  void operator()(z_stream* stream) const {
    inflateEnd(stream);
    delete stream;
  }
};
using Inflater = std::unique_ptr<z_stream, EndInflate>;

Inflater StartInflate() {
  auto raw = std::make_unique<z_stream>();
  *raw = {};
  if (inflateInit2(raw.get(), kGzipWindowBits) != Z_OK) return nullptr;
  return Inflater(raw.release());
}

// Gives zlib the next part of `rest`, whose size may exceed what its counters hold.
void Feed(std::string_view& rest, z_stream& stream) {
  if (stream.avail_in > 0 || rest.empty()) return;
  const size_t size = std::min<size_t>(rest.size(), std::numeric_limits<uInt>::max());
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(rest.data()));
  stream.avail_in = static_cast<uInt>(size);
  rest.remove_prefix(size);
}

}  // namespace

absl::StatusOr<std::string> Gunzip(std::string_view compressed, size_t limit_bytes) {
  const Inflater stream = StartInflate();
  if (stream == nullptr) return absl::ResourceExhaustedError("decompress: zlib has no memory");
  std::string out;
  std::string_view rest = compressed;
  int result = Z_OK;
  while (true) {
    Feed(rest, *stream);
    // Another member may follow the end of one.
    if (result == Z_STREAM_END) {
      if (stream->avail_in == 0) return out;
      inflateReset(stream.get());
    }
    const size_t old_size = out.size();
    out.resize(old_size + kBlockBytes);
    stream->next_out = reinterpret_cast<Bytef*>(out.data() + old_size);
    stream->avail_out = static_cast<uInt>(kBlockBytes);
    result = inflate(stream.get(), Z_NO_FLUSH);
    out.resize(out.size() - stream->avail_out);
    if (result != Z_OK && result != Z_STREAM_END) {
      return absl::InvalidArgumentError(
          absl::StrCat("decompress: not a whole gzip file (",
                       stream->msg != nullptr ? stream->msg : "the data ends early", ")"));
    }
    if (out.size() > limit_bytes) {
      return absl::ResourceExhaustedError(
          absl::StrCat("decompress: more than ", limit_bytes, " bytes"));
    }
  }
}

}  // namespace yinzheng::ingest
