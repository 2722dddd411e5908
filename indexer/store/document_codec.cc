// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/document_codec.h"

#include <zdict.h>
#include <zstd.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "indexer/base/digest.h"
#include "indexer/base/mutex.h"

namespace yinzheng::store {
namespace {

constexpr int kLevel = 5;
constexpr size_t kMaxDictionary = size_t{256} << 10U;
// zstd's own advice: a dictionary wants some twenty times its size of samples.
constexpr size_t kSamplesForDictionary = 20;
constexpr size_t kMinDictionary = size_t{8} << 10U;
// No record is larger than the largest input file.
constexpr uint64_t kMaxContent = uint64_t{1} << 31U;

template <auto Free>
struct Freed {
  template <typename T>
  void operator()(T* resource) const {
    Free(resource);
  }
};
using CompressionContext = std::unique_ptr<ZSTD_CCtx, Freed<ZSTD_freeCCtx>>;
using CompressionDictionary = std::unique_ptr<ZSTD_CDict, Freed<ZSTD_freeCDict>>;
using DecompressionContext = std::unique_ptr<ZSTD_DCtx, Freed<ZSTD_freeDCtx>>;
using DecompressionDictionary = std::unique_ptr<ZSTD_DDict, Freed<ZSTD_freeDDict>>;

absl::Status Damaged(std::string_view what) {
  return absl::DataLossError(absl::StrCat("read a document of the index: its data ",
                                          std::string(what),
                                          "; restore the generation or build the index again"));
}

// zstd numbers a dictionary by a hash of its texts, without the tables that stand before them:
// indexes of nearly the same articles would have dictionaries that differ and are numbered alike,
// and could not be open side by side. Here every byte counts.
void NumberByContent(std::string& dictionary) {
  constexpr size_t kNumberAt = 4;  // A little-endian number after the magic one.
  constexpr size_t kNumberBytes = 4;
  constexpr uint32_t kFirstFree =
      32768;  // Those below, and those from 2^31, are reserved by the format.
  const std::string digest =
      base::Sha256Hex(dictionary.substr(kNumberAt + kNumberBytes)).substr(0, 8);
  const auto hash = static_cast<uint32_t>(std::stoul(digest, nullptr, 16));
  uint32_t number = hash % ((uint32_t{1} << 31U) - kFirstFree) + kFirstFree;
  for (size_t i = 0; i < kNumberBytes; ++i) {
    dictionary[kNumberAt + i] = static_cast<char>(number & 0xFFU);
    number >>= 8U;
  }
}

}  // namespace

std::string TrainDictionary(const std::vector<std::string>& samples) {
  std::string bytes;
  std::vector<size_t> sizes;
  for (const std::string& sample : samples) {
    bytes += sample;
    sizes.push_back(sample.size());
  }
  const size_t wanted = std::min(kMaxDictionary, bytes.size() / kSamplesForDictionary);
  if (wanted < kMinDictionary) return "";
  std::string dictionary(wanted, '\0');
  const size_t size = ZDICT_trainFromBuffer(dictionary.data(), dictionary.size(), bytes.data(),
                                            sizes.data(), static_cast<unsigned>(sizes.size()));
  if (ZDICT_isError(size) != 0U) return "";
  dictionary.resize(size);
  NumberByContent(dictionary);
  return dictionary;
}

struct DocumentCompressor::Context {
  CompressionContext context{ZSTD_createCCtx()};
  CompressionDictionary dictionary;
};

DocumentCompressor::DocumentCompressor(const std::string& dictionary)
    : context_(std::make_unique<Context>()) {
  if (dictionary.empty()) return;
  context_->dictionary.reset(ZSTD_createCDict(dictionary.data(), dictionary.size(), kLevel));
}

DocumentCompressor::~DocumentCompressor() = default;

absl::StatusOr<std::string> DocumentCompressor::Compress(std::string_view data) const {
  std::string out(ZSTD_compressBound(data.size()), '\0');
  ZSTD_CCtx* const context = context_->context.get();
  const size_t size =
      context_->dictionary == nullptr
          ? ZSTD_compressCCtx(context, out.data(), out.size(), data.data(), data.size(), kLevel)
          : ZSTD_compress_usingCDict(context, out.data(), out.size(), data.data(), data.size(),
                                     context_->dictionary.get());
  if (ZSTD_isError(size) != 0U) {
    return absl::ResourceExhaustedError(
        absl::StrCat("compress a record of ", data.size(), " bytes: ", ZSTD_getErrorName(size)));
  }
  out.resize(size);
  return out;
}

absl::StatusOr<std::string> CompressAlone(std::string_view data) {
  thread_local const DocumentCompressor kCompressor{""};
  return kCompressor.Compress(data);
}

class DocumentDictionary {
 public:
  explicit DocumentDictionary(const std::string& bytes)
      : bytes_(bytes), dictionary_(ZSTD_createDDict(bytes.data(), bytes.size())) {}

  const std::string& bytes() const { return bytes_; }
  const ZSTD_DDict* get() const { return dictionary_.get(); }

 private:
  const std::string bytes_;
  DecompressionDictionary dictionary_;
};

namespace {

// The dictionaries of all open databases. Their ids are hashes of what they hold, and short.
class DictionaryTable {
 public:
  static DictionaryTable& Get() {
    static auto* const kTable = new DictionaryTable();
    return *kTable;
  }

  absl::StatusOr<std::shared_ptr<const DocumentDictionary>> Hold(unsigned id,
                                                                 const std::string& bytes) {
    base::MutexLock lock(mutex_);
    absl::erase_if(dictionaries_, [](const auto& entry) { return entry.second.expired(); });
    std::weak_ptr<const DocumentDictionary>& known = dictionaries_[id];
    std::shared_ptr<const DocumentDictionary> held = known.lock();
    if (held == nullptr) {
      held = std::make_shared<const DocumentDictionary>(bytes);
      known = held;
    } else if (held->bytes() != bytes) {
      return absl::FailedPreconditionError(
          absl::StrCat("open a database: its dictionary has the number ", id,
                       ", and so has another one that is in use; build the index again"));
    }
    return held;
  }

  std::shared_ptr<const DocumentDictionary> Find(unsigned id) {
    base::MutexLock lock(mutex_);
    const auto known = dictionaries_.find(id);
    return known == dictionaries_.end() ? nullptr : known->second.lock();
  }

 private:
  base::Mutex mutex_;
  absl::flat_hash_map<unsigned, std::weak_ptr<const DocumentDictionary>> dictionaries_
      ABSL_GUARDED_BY(mutex_);
};

}  // namespace

absl::StatusOr<std::shared_ptr<const DocumentDictionary>> HoldDictionary(
    const std::string& dictionary) {
  if (dictionary.empty()) return std::shared_ptr<const DocumentDictionary>();
  const unsigned id = ZSTD_getDictID_fromDict(dictionary.data(), dictionary.size());
  return DictionaryTable::Get().Hold(id, dictionary);
}

absl::StatusOr<std::string> Decompress(std::string_view data) {
  thread_local const DecompressionContext kContext{ZSTD_createDCtx()};
  const uint64_t content = ZSTD_getFrameContentSize(data.data(), data.size());
  if (content == ZSTD_CONTENTSIZE_ERROR || content == ZSTD_CONTENTSIZE_UNKNOWN ||
      content > kMaxContent) {
    return Damaged("is not compressed as this program does it");
  }
  std::string out(content, '\0');
  const unsigned id = ZSTD_getDictID_fromFrame(data.data(), data.size());
  std::shared_ptr<const DocumentDictionary> dictionary;
  if (id != 0) {
    dictionary = DictionaryTable::Get().Find(id);
    if (dictionary == nullptr) return Damaged("was compressed with a dictionary that is not there");
  }
  const size_t size =
      ZSTD_decompress_usingDDict(kContext.get(), out.data(), out.size(), data.data(), data.size(),
                                 dictionary == nullptr ? nullptr : dictionary->get());
  if (ZSTD_isError(size) != 0U) return Damaged(ZSTD_getErrorName(size));
  out.resize(size);
  return out;
}

}  // namespace yinzheng::store
