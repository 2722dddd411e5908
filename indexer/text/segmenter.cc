// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/segmenter.h"

#include <algorithm>
#include <cppjieba/DictTrie.hpp>
#include <cppjieba/HMMModel.hpp>
#include <cppjieba/MixSegment.hpp>
#include <cppjieba/QuerySegment.hpp>
#include <cstdint>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "indexer/base/data_dir.h"
#include "indexer/base/digest.h"
#include "indexer/base/file_system.h"
#include "indexer/base/status_macros.h"
#include "indexer/text/unicode.h"

namespace yinzheng::text {
namespace {

using Runes = cppjieba::RuneStrArray;
using Words = std::vector<cppjieba::WordRange>;

// cppjieba takes UTF-8 and yields nothing where that is ill-formed; given runes it takes any
// numbers.
Runes ToRunes(std::u32string_view text) {
  Runes runes;
  runes.reserve(text.size());
  for (uint32_t i = 0; i < text.size(); ++i) runes.push_back({text[i], i, 1, i, 1});
  return runes;
}

bool IsAsciiDigit(char32_t c) { return c >= U'0' && c <= U'9'; }

// True if the character at `i` stands alone whatever its neighbours are. cppjieba leaves most
// punctuation to its statistical model, which then builds words such as "、北".
bool IsSeparator(std::u32string_view text, size_t i) {
  const char32_t c = text[i];
  if (IsSpace(c)) return true;
  if (!IsPunctuation(c)) return false;
  if (c == U'+' || c == U'#' || c == U'&') return false;  // c++, c# and AT&T are in the dictionary.
  const bool in_decimal = c == U'.' && i > 0 && i + 1 < text.size() && IsAsciiDigit(text[i - 1]) &&
                          IsAsciiDigit(text[i + 1]);
  return !in_decimal;
}

class JiebaSegmenter final : public Segmenter {
 public:
  JiebaSegmenter(const std::string& dictionary, const std::string& model, std::string hash)
      : dictionary_(dictionary),
        model_(model),
        mix_(&dictionary_, &model_),
        query_(&dictionary_, &model_),
        hash_(std::move(hash)) {}

  std::vector<Token> Segment(std::u32string_view text) const override {
    std::vector<Token> tokens;
    tokens.reserve(text.size() / 2 + 1);
    const Runes runes = ToRunes(text);
    const auto add = [&](uint32_t begin, uint32_t end) {
      std::string word = EncodeUtf8(Slice(text, {begin, end}));
      std::string tag = TagOfRunes(runes.begin() + begin, runes.begin() + end);
      tokens.push_back({{begin, end}, std::move(word), std::move(tag)});
    };
    ForEachStretch(text, [&](uint32_t begin, uint32_t end, bool separator) {
      if (separator) {
        add(begin, end);
        return;
      }
      Words words;
      mix_.Cut(runes.begin() + begin, runes.begin() + end, words, true);
      for (const cppjieba::WordRange& word : words) {
        add(word.left->offset, word.right->offset + 1);
      }
    });
    return tokens;
  }

  std::vector<Span> CutForSearch(std::u32string_view text) const override {
    std::vector<Span> spans;
    const Runes runes = ToRunes(text);
    ForEachStretch(text, [&](uint32_t begin, uint32_t end, bool separator) {
      if (separator) return;
      Words words;
      query_.Cut(runes.begin() + begin, runes.begin() + end, words, true);
      for (const cppjieba::WordRange& word : words) {
        spans.push_back({word.left->offset, word.right->offset + 1});
      }
    });
    std::sort(spans.begin(), spans.end());
    spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
    return spans;
  }

  std::string TagOf(std::u32string_view word) const override {
    const Runes runes = ToRunes(word);
    return TagOfRunes(runes.begin(), runes.end());
  }

  bool Contains(std::u32string_view word) const override {
    if (word.empty()) return false;
    const Runes runes = ToRunes(word);
    return dictionary_.Find(runes.begin(), runes.end()) != nullptr;
  }

  const std::string& dictionary_hash() const override { return hash_; }

 private:
  // Calls visit(begin, end, is_separator) for the stretches of text between separators and, one by
  // one, for the separators.
  template <typename Visitor>
  static void ForEachStretch(std::u32string_view text, Visitor visit) {
    uint32_t begin = 0;
    const auto size = static_cast<uint32_t>(text.size());
    for (uint32_t i = 0; i < size; ++i) {
      if (!IsSeparator(text, i)) continue;
      if (begin < i) visit(begin, i, false);
      visit(i, i + 1, true);
      begin = i + 1;
    }
    if (begin < size) visit(begin, size, false);
  }

  std::string TagOfRunes(Runes::const_iterator begin, Runes::const_iterator end) const {
    if (begin == end) return "x";
    const cppjieba::DictUnit* const unit = dictionary_.Find(begin, end);
    if (unit != nullptr && !unit->tag.empty()) return unit->tag;
    const auto is_digit = [](const cppjieba::RuneStr& rune) {
      return IsAsciiDigit(rune.rune) || rune.rune == U'.';
    };
    const auto is_latin = [&](const cppjieba::RuneStr& rune) {
      return is_digit(rune) || IsLatinLetter(rune.rune);
    };
    if (!is_latin(*begin) || begin->rune == U'.') return "x";
    if (std::all_of(begin, end, is_digit)) return "m";
    return std::all_of(begin, end, is_latin) ? "eng" : "x";
  }

  cppjieba::DictTrie dictionary_;
  cppjieba::HMMModel model_;
  cppjieba::MixSegment mix_;
  cppjieba::QuerySegment query_;
  std::string hash_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<Segmenter>> Segmenter::Create() {
  YZ_ASSIGN_OR_RETURN(const std::string directory, base::DataPath("dict"));
  return CreateFrom(directory);
}

absl::StatusOr<std::unique_ptr<Segmenter>> Segmenter::CreateFrom(const std::string& directory) {
  const std::string dictionary = base::JoinPath(directory, "jieba.dict.utf8");
  const std::string model = base::JoinPath(directory, "hmm_model.utf8");
  base::Sha256 digest;
  for (const std::string& path : {dictionary, model}) {
    // cppjieba ends the process on a missing file: look first.
    const absl::StatusOr<std::string> hash = base::Sha256HexOfFile(path);
    if (!hash.ok()) {
      return absl::NotFoundError(
          absl::StrCat("load the segmentation dictionary: ", std::string(hash.status().message()),
                       "; set YINZHENG_DATA_DIR or reinstall"));
    }
    digest.UpdateField(*hash);
  }
  return std::make_unique<JiebaSegmenter>(dictionary, model, digest.FinishHex());
}

}  // namespace yinzheng::text
