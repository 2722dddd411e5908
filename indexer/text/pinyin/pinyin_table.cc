// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/pinyin/pinyin_table.h"

#include <unicode/unorm2.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "indexer/base/absl_string.h"
#include "indexer/base/data_dir.h"
#include "indexer/base/digest.h"
#include "indexer/base/status_macros.h"
#include "indexer/text/pinyin/object_literal.h"
#include "indexer/text/unicode.h"

namespace yinzheng::text {
namespace {

constexpr char32_t kDiaeresis = 0x308;

bool IsCombiningMark(char32_t c) { return c >= 0x300 && c <= 0x36F; }

// "ǚ" -> u, diaeresis, caron; the character itself where nothing is to be taken apart.
std::u32string Decompose(char32_t c) {
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2* const nfd = unorm2_getNFDInstance(&error);
  UChar marks[16];
  const int32_t size = unorm2_getDecomposition(nfd, static_cast<UChar32>(c), marks, 16, &error);
  if (U_FAILURE(error) || size <= 0) return std::u32string(1, c);
  return std::u32string(marks, marks + size);  // Latin letters and marks: no surrogates.
}

absl::Status Annotate(const absl::Status& status, std::string_view file) {
  if (status.ok()) return status;
  return absl::Status(status.code(),
                      absl::StrCat("read ", base::AbslView(file), ": ", status.message()));
}

std::string PlainReading(std::string_view toned) {
  return EncodeUtf8(WithoutTones(DecodeUtf8(toned)));
}

}  // namespace

std::u32string WithoutTones(std::u32string_view text) {
  std::u32string plain;
  plain.reserve(text.size());
  for (const char32_t c : text) {
    if (c < 0x80 || IsHan(c)) {
      plain.push_back(c);
      continue;
    }
    for (const char32_t part : IsCombiningMark(c) ? std::u32string(1, c) : Decompose(c)) {
      if (part == kDiaeresis && !plain.empty() && plain.back() == U'u') plain.back() = U'v';
      if (!IsCombiningMark(part)) plain.push_back(part);
    }
  }
  return plain;
}

absl::StatusOr<std::unique_ptr<PinyinTable>> PinyinTable::Create() {
  std::unique_ptr<PinyinTable> table(new PinyinTable());
  base::Sha256 digest;
  const auto read = [&](std::string_view file, auto parse) -> absl::Status {
    YZ_ASSIGN_OR_RETURN(const std::string content, base::ReadDataFile(file));
    digest.UpdateField(content);
    return Annotate(parse(content), file);
  };
  YZ_RETURN_IF_ERROR(read("pinyin/dict1.mjs",
                          [&](std::string_view module) { return table->ReadCharacters(module); }));
  for (const char* file :
       {"pinyin/dict2.mjs", "pinyin/dict3.mjs", "pinyin/dict4.mjs", "pinyin/dict5.mjs"}) {
    YZ_RETURN_IF_ERROR(read(
        file, [&](std::string_view module) { return table->ReadWords(module, table->words_); }));
  }
  YZ_RETURN_IF_ERROR(read("pinyin/surname.mjs", [&](std::string_view module) {
    return table->ReadWords(module, table->surnames_);
  }));
  YZ_RETURN_IF_ERROR(read("text/pinyin_words.tsv",
                          [&](std::string_view tsv) { return table->ReadCorrections(tsv); }));
  table->fingerprint_ = digest.FinishHex();
  return table;
}

absl::StatusOr<const PinyinTable*> PinyinTable::Shared() {
  static const auto* const kTable = new absl::StatusOr<std::unique_ptr<PinyinTable>>(Create());
  if (!kTable->ok()) return kTable->status();
  return (*kTable)->get();
}

const PinyinTable& PinyinTable::Default() {
  const absl::StatusOr<const PinyinTable*> table = Shared();
  if (!table.ok()) {
    std::fprintf(stderr, "read names in pinyin: %s\n", table.status().ToString().c_str());
    std::abort();
  }
  return **table;
}

// Entries are 'lè yuè yào': ['乐', '樂'].
absl::Status PinyinTable::ReadCharacters(std::string_view module) {
  YZ_ASSIGN_OR_RETURN(const auto entries, internal::ParseObjectLiteral(module));
  for (const internal::LiteralEntry& entry : entries) {
    Syllables readings;
    for (const absl::string_view toned : absl::StrSplit(entry.key, ' ', absl::SkipEmpty())) {
      const std::string_view syllable = Intern(PlainReading(base::StdView(toned)));
      if (readings.size() < kMaxReadings &&
          std::find(readings.begin(), readings.end(), syllable) == readings.end()) {
        readings.push_back(syllable);
      }
    }
    for (const std::string& character : entry.values) {
      const std::u32string decoded = DecodeUtf8(character);
      if (decoded.size() == 1) characters_.emplace(decoded[0], readings);
    }
  }
  if (characters_.empty()) return absl::DataLossError("it has no characters");
  return absl::OkStatus();
}

// Entries are 银行: 'yín háng'.
absl::Status PinyinTable::ReadWords(std::string_view module, Words& words) {
  YZ_ASSIGN_OR_RETURN(const auto entries, internal::ParseObjectLiteral(module));
  for (const internal::LiteralEntry& entry : entries) {
    for (const std::string& reading : entry.values) {
      AddWord(DecodeUtf8(entry.key), PlainReading(reading), words);
    }
  }
  return absl::OkStatus();
}

absl::Status PinyinTable::ReadCorrections(std::string_view tsv) {
  for (const absl::string_view line :
       absl::StrSplit(base::AbslView(tsv), '\n', absl::SkipEmpty())) {
    if (line[0] == '#') continue;
    const std::vector<std::string> fields = absl::StrSplit(line, '\t');
    const std::u32string word = DecodeUtf8(fields[0]);
    const auto syllables =
        fields.size() == 3 ? std::count(fields[1].begin(), fields[1].end(), ' ') + 1 : 0;
    if (word.empty() || static_cast<size_t>(syllables) != word.size()) {
      return absl::DataLossError(absl::StrCat(
          "\"", line, "\" is not a word, a syllable for each of its characters and a reason"));
    }
    AddWord(word, fields[1], words_);
  }
  return absl::OkStatus();
}

// The last reading given for a word holds; words of digits or with a reading of another length are
// left out.
void PinyinTable::AddWord(std::u32string characters, const std::string& reading, Words& words) {
  Syllables syllables;
  for (const absl::string_view syllable : absl::StrSplit(reading, ' ', absl::SkipEmpty())) {
    syllables.push_back(Intern(std::string(syllable)));
  }
  if (characters.empty() || syllables.size() != characters.size()) return;
  std::vector<Word>& same_start = words[characters[0]];
  const auto place = std::find_if(same_start.begin(), same_start.end(), [&](const Word& word) {
    return word.characters.size() <= characters.size();
  });
  const auto known = std::find_if(place, same_start.end(),
                                  [&](const Word& word) { return word.characters == characters; });
  if (known != same_start.end()) {
    known->syllables = std::move(syllables);
  } else {
    same_start.insert(place, {std::move(characters), std::move(syllables)});
  }
}

std::string_view PinyinTable::Intern(const std::string& syllable) {
  auto& kept = syllables_[syllable];
  if (kept == nullptr) kept = std::make_unique<const std::string>(syllable);
  return *kept;
}

const Syllables& PinyinTable::ReadingsOf(char32_t c) const {
  static const auto* const kNone = new Syllables();
  const auto found = characters_.find(c);
  return found == characters_.end() ? *kNone : found->second;
}

const Syllables* PinyinTable::WordAt(std::u32string_view text) const {
  return Longest(words_, text);
}

const Syllables* PinyinTable::SurnameAt(std::u32string_view name) const {
  return Longest(surnames_, name);
}

const Syllables* PinyinTable::Longest(const Words& words, std::u32string_view text) {
  const auto same_start = text.empty() ? words.end() : words.find(text[0]);
  if (same_start == words.end()) return nullptr;
  for (const Word& word : same_start->second) {  // Longest first.
    if (text.substr(0, word.characters.size()) == word.characters) return &word.syllables;
  }
  return nullptr;
}

bool PinyinTable::IsSyllable(std::string_view letters) const {
  std::string canonical(letters);
  if (syllables_.contains(canonical)) return true;
  // lu and lue may stand for lü and lüe.
  if (canonical.size() < 2 || canonical[1] != 'u') return false;
  canonical[1] = 'v';
  return syllables_.contains(canonical);
}

}  // namespace yinzheng::text
