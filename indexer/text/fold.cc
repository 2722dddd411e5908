// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/fold.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <numeric>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "indexer/base/absl_string.h"
#include "indexer/base/data_dir.h"
#include "indexer/base/digest.h"
#include "indexer/base/status_macros.h"
#include "indexer/text/compatibility.h"
#include "indexer/text/script.h"
#include "indexer/text/unicode.h"

namespace yinzheng::text {
namespace {

constexpr std::string_view kVariantsFile = "text/key_variants.tsv";

constexpr char32_t kBasicPlaneEnd = 0x10000;

// What folding reads at run time.
struct FoldingTables {
  // Most text has no variant: one bit answers that, for the basic plane.
  bool MayVary(char32_t c) const { return c >= kBasicPlaneEnd || varies[c]; }

  const SimplifiedConverter* converter = nullptr;
  absl::flat_hash_map<char32_t, char32_t> variants;
  std::vector<bool> varies = std::vector<bool>(kBasicPlaneEnd);
  std::string fingerprint;
};

// Lines of "variant TAB canonical TAB reason"; # begins a comment.
absl::StatusOr<absl::flat_hash_map<char32_t, char32_t>> ParseVariants(const std::string& lines) {
  absl::flat_hash_map<char32_t, char32_t> variants;
  for (const absl::string_view line : absl::StrSplit(lines, '\n', absl::SkipEmpty())) {
    if (line[0] == '#') continue;
    const std::vector<std::string> fields = absl::StrSplit(line, '\t');
    const std::u32string from = fields.size() == 3 ? DecodeUtf8(fields[0]) : U"";
    const std::u32string to = fields.size() == 3 ? DecodeUtf8(fields[1]) : U"";
    if (from.size() != 1 || to.size() != 1 || !variants.emplace(from[0], to[0]).second) {
      return absl::InvalidArgumentError(
          absl::StrCat("read ", base::AbslView(kVariantsFile), ": \"", line,
                       "\" is not one new character, its canonical character and a reason"));
    }
  }
  return variants;
}

absl::StatusOr<FoldingTables> LoadTables() {
  FoldingTables tables;
  YZ_ASSIGN_OR_RETURN(tables.converter, SimplifiedConverter::Shared());
  YZ_ASSIGN_OR_RETURN(const std::string lines, base::ReadDataFile(kVariantsFile));
  YZ_ASSIGN_OR_RETURN(tables.variants, ParseVariants(lines));
  for (const auto& [from, to] : tables.variants) {
    if (from < kBasicPlaneEnd) tables.varies[from] = true;
  }
  base::Sha256 digest;
  digest.UpdateField(tables.converter->fingerprint());
  digest.UpdateField(internal::UnicodeVersion());
  digest.UpdateField(lines);
  tables.fingerprint = digest.FinishHex();
  return tables;
}

const absl::StatusOr<FoldingTables>& SharedTables() {
  static const auto* const tables = new absl::StatusOr<FoldingTables>(LoadTables());
  return *tables;
}

const FoldingTables& RequireTables() {
  const absl::StatusOr<FoldingTables>& tables = SharedTables();
  if (!tables.ok()) {
    std::fprintf(stderr, "fold text: %s\n", tables.status().ToString().c_str());
    std::abort();
  }
  return *tables;
}

// Takes the alignment of a further step on board: key code point i now comes from what the code
// points begin[i]..end[i]-1 of the old key came from.
void Compose(SimplifiedText simplified, FoldedText& folded) {
  if (!simplified.begin.empty()) {
    std::vector<uint32_t> begin(simplified.text.size());
    std::vector<uint32_t> end(simplified.text.size());
    for (size_t i = 0; i < simplified.text.size(); ++i) {
      begin[i] = folded.begin[simplified.begin[i]];
      end[i] = folded.end[simplified.end[i] - 1];
    }
    folded.begin = std::move(begin);
    folded.end = std::move(end);
  }
  folded.key = std::move(simplified.text);
}

// Adds `run`, which begins at `place` of the source, as it is.
void AppendUnchanged(std::u32string_view run, size_t place, FoldedText& folded) {
  const size_t size = folded.key.size();
  folded.key.append(run);
  folded.begin.resize(folded.key.size());
  folded.end.resize(folded.key.size());
  std::iota(folded.begin.begin() + static_cast<std::ptrdiff_t>(size), folded.begin.end(),
            static_cast<uint32_t>(place));
  std::iota(folded.end.begin() + static_cast<std::ptrdiff_t>(size), folded.end.end(),
            static_cast<uint32_t>(place + 1));
}

}  // namespace

Span FoldedText::ToSource(Span key_span) const {
  const auto size = static_cast<uint32_t>(key.size());
  const uint32_t first = std::min(key_span.begin, size);
  const uint32_t last = std::min(key_span.end, size);
  if (first >= last) {
    const uint32_t place = first < size ? begin[first] : source_size;
    return {place, place};
  }
  return {begin[first], end[last - 1]};
}

Span FoldedText::FromSource(Span source_span) const {
  const auto first = std::upper_bound(end.begin(), end.end(), source_span.begin) - end.begin();
  const auto last = std::lower_bound(begin.begin(), begin.end(), source_span.end) - begin.begin();
  return {static_cast<uint32_t>(first), static_cast<uint32_t>(std::max(first, last))};
}

FoldedText FoldCharacters(std::u32string_view text) {
  const FoldingTables& tables = RequireTables();
  FoldedText folded;
  folded.source_size = static_cast<uint32_t>(text.size());
  folded.key.reserve(text.size());
  folded.begin.reserve(text.size());
  folded.end.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    const size_t changed = internal::FindFolding(text, i);
    AppendUnchanged(text.substr(i, changed - i), i, folded);
    i = changed;
    if (i == text.size()) break;
    internal::AppendCompatibilityFold(text[i], folded.key);
    folded.begin.resize(folded.key.size(), static_cast<uint32_t>(i));
    folded.end.resize(folded.key.size(), static_cast<uint32_t>(i + 1));
  }
  Compose(tables.converter->Convert(folded.key), folded);
  return folded;
}

std::u32string FoldToKey(std::u32string_view text) {
  std::u32string key;
  key.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    const size_t changed = internal::FindFolding(text, i);
    key.append(text.substr(i, changed - i));
    i = changed;
    if (i < text.size()) internal::AppendCompatibilityFold(text[i], key);
  }
  return RequireTables().converter->Convert(key).text;
}

std::string FoldKey(std::string_view utf8) { return EncodeUtf8(FoldToKey(DecodeUtf8(utf8))); }

absl::Status LoadFolding() { return SharedTables().status(); }

std::u32string FoldKeyVariants(std::u32string_view key) {
  const FoldingTables& tables = RequireTables();
  std::u32string folded(key);
  for (char32_t& c : folded) {
    if (!tables.MayVary(c)) continue;
    const auto found = tables.variants.find(c);
    if (found != tables.variants.end()) c = found->second;
  }
  return folded;
}

std::string FoldingFingerprint() { return RequireTables().fingerprint; }

}  // namespace yinzheng::text
