// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/script.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <opencc/Config.hpp>
#include <opencc/Conversion.hpp>
#include <opencc/ConversionChain.hpp>
#include <opencc/Converter.hpp>
#include <opencc/Dict.hpp>
#include <opencc/DictEntry.hpp>
#include <opencc/Exception.hpp>
#include <opencc/Lexicon.hpp>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "indexer/base/digest.h"
#include "indexer/text/unicode.h"

namespace yinzheng::text {
namespace {

constexpr char32_t kTableSize = 0x40000;

// OpenCC reports a missing or bad file by throwing; its exceptions go no further than this
// function.
absl::StatusOr<SimplifiedConverter::Entries> LoadOpenCcEntries() {
  SimplifiedConverter::Entries entries;
  try {
    const opencc::ConverterPtr converter = opencc::Config().NewFromFile("t2s.json");
    for (const auto& conversion : converter->GetConversionChain()->GetConversions()) {
      const opencc::LexiconPtr lexicon = conversion->GetDict()->GetLexicon();
      for (size_t i = 0; i < lexicon->Length(); ++i) {
        const opencc::DictEntry* const entry = lexicon->At(i);
        entries.emplace_back(DecodeUtf8(entry->Key()), DecodeUtf8(entry->GetDefault()));
      }
    }
  } catch (const opencc::Exception& error) {
    return absl::NotFoundError(absl::StrCat("load OpenCC's configuration t2s.json: ", error.what(),
                                            "; install the package libopencc-data"));
  }
  if (entries.empty()) {
    return absl::NotFoundError("load OpenCC's configuration t2s.json: it holds no entries");
  }
  return entries;
}

}  // namespace

absl::StatusOr<std::unique_ptr<SimplifiedConverter>> SimplifiedConverter::Create() {
  absl::StatusOr<Entries> entries = LoadOpenCcEntries();
  if (!entries.ok()) return entries.status();
  return std::make_unique<SimplifiedConverter>(*entries);
}

absl::StatusOr<const SimplifiedConverter*> SimplifiedConverter::Shared() {
  static const auto* const created =
      new absl::StatusOr<std::unique_ptr<SimplifiedConverter>>(Create());
  if (!created->ok()) return created->status();
  return created->value().get();
}

const SimplifiedConverter& SimplifiedConverter::Default() {
  const absl::StatusOr<const SimplifiedConverter*> converter = Shared();
  if (!converter.ok()) {
    std::fprintf(stderr, "%s\n", converter.status().ToString().c_str());
    std::abort();
  }
  return **converter;
}

SimplifiedConverter::SimplifiedConverter(const Entries& entries) : starts_entry_(kTableSize) {
  Entries sorted = entries;
  std::sort(sorted.begin(), sorted.end());
  base::Sha256 digest;
  for (const auto& [from, to] : sorted) {
    digest.UpdateField(EncodeUtf8(from));
    digest.UpdateField(EncodeUtf8(to));
    if (from[0] < kTableSize) starts_entry_[from[0]] = true;
    if (from.size() == 1 && to.size() == 1) {
      characters_.emplace(from[0], to[0]);
    } else {
      phrases_[from[0]].push_back({from, to});
    }
  }
  for (auto& [first, phrases] : phrases_) {
    std::stable_sort(phrases.begin(), phrases.end(), [](const Phrase& a, const Phrase& b) {
      return a.from.size() > b.from.size();
    });
  }
  fingerprint_ = digest.FinishHex();
}

bool SimplifiedConverter::MayConvert(char32_t c) const {
  return c < kTableSize && starts_entry_[c];
}

bool SimplifiedConverter::IsTraditional(char32_t c) const {
  if (!MayConvert(c)) return false;
  const auto found = characters_.find(c);
  return found != characters_.end() && found->second != c;
}

const SimplifiedConverter::Phrase* SimplifiedConverter::FindPhrase(std::u32string_view rest) const {
  const auto found = phrases_.find(rest[0]);
  if (found == phrases_.end()) return nullptr;
  for (const Phrase& phrase : found->second) {
    if (rest.substr(0, phrase.from.size()) == phrase.from) return &phrase;
  }
  return nullptr;
}

namespace {

// Collects converted text; keeps an alignment only from the first change of length on.
class AlignedOutput {
 public:
  explicit AlignedOutput(SimplifiedText& out) : out_(out) {}

  // `to` stands for the `from_size` source code points from `source` on.
  void Add(std::u32string_view to, size_t source, size_t from_size) {
    const bool keeps_places = to.size() == from_size;
    if (!keeps_places && !aligned_) StartAlignment();
    if (aligned_) {
      for (size_t i = 0; i < to.size(); ++i) {
        out_.begin.push_back(static_cast<uint32_t>(keeps_places ? source + i : source));
        out_.end.push_back(
            static_cast<uint32_t>(keeps_places ? source + i + 1 : source + from_size));
      }
    }
    out_.text.append(to);
  }

 private:
  void StartAlignment() {
    aligned_ = true;
    for (uint32_t i = 0; i < out_.text.size(); ++i) {
      out_.begin.push_back(i);
      out_.end.push_back(i + 1);
    }
  }

  SimplifiedText& out_;
  bool aligned_ = false;
};

}  // namespace

SimplifiedText SimplifiedConverter::Convert(std::u32string_view text) const {
  SimplifiedText result;
  result.text.reserve(text.size());
  AlignedOutput output(result);
  size_t i = 0;
  while (i < text.size()) {
    if (!MayConvert(text[i])) {
      size_t end = i + 1;
      while (end < text.size() && !MayConvert(text[end])) ++end;
      output.Add(text.substr(i, end - i), i, end - i);
      i = end;
    } else if (const Phrase* const phrase = FindPhrase(text.substr(i)); phrase != nullptr) {
      output.Add(phrase->to, i, phrase->from.size());
      i += phrase->from.size();
    } else {
      const auto found = characters_.find(text[i]);
      const char32_t to = found == characters_.end() ? text[i] : found->second;
      output.Add({&to, 1}, i, 1);
      ++i;
    }
  }
  return result;
}

}  // namespace yinzheng::text
