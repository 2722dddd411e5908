// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/suggestion_terms.h"

#include "absl/strings/str_cat.h"
#include "absl/types/span.h"
#include "indexer/base/absl_string.h"
#include "indexer/store/schema.h"
#include "indexer/store/terms.h"
#include "indexer/text/unicode.h"

namespace yinzheng::store {
namespace {

using base::AbslView;

// One letter of a spelling is one of the initials, which are indexed.
constexpr size_t kKeyLengths[] = {1, 2, 3, 4, 6, 8};
constexpr size_t kSpellingLengths[] = {2, 3, 4, 5, 6, 8, 12};
constexpr size_t kInitialsLengths[] = {1, 2, 3, 4, 6};

absl::Span<const size_t> LengthsOf(BeginningKind kind) {
  switch (kind) {
    case BeginningKind::kKey:
      return kKeyLengths;
    case BeginningKind::kSpelling:
      return kSpellingLengths;
    case BeginningKind::kInitials:
      return kInitialsLengths;
  }
  return {};
}

std::string MakeTerm(BeginningKind kind, std::u32string_view beginning) {
  const std::string value = text::EncodeUtf8(beginning);
  switch (kind) {
    case BeginningKind::kKey:
      return Term(prefix::kNamePrefix, value);
    case BeginningKind::kSpelling:
      return Term(prefix::kPinyin, value);
    case BeginningKind::kInitials:
      return Term(prefix::kPinyin, absl::StrCat("/", value));
  }
  return "";
}

}  // namespace

std::vector<std::string> BeginningTerms(BeginningKind kind, std::string_view text) {
  const std::u32string characters = text::DecodeUtf8(text);
  std::vector<std::string> terms;
  for (const size_t length : LengthsOf(kind)) {
    if (length > characters.size()) break;
    terms.push_back(MakeTerm(kind, std::u32string_view(characters).substr(0, length)));
  }
  return terms;
}

std::optional<std::string> BeginningTerm(BeginningKind kind, std::string_view text) {
  const std::u32string characters = text::DecodeUtf8(text);
  size_t longest = 0;
  for (const size_t length : LengthsOf(kind)) {
    if (length <= characters.size()) longest = length;
  }
  if (longest == 0) return std::nullopt;
  return MakeTerm(kind, std::u32string_view(characters).substr(0, longest));
}

std::string SpellingTerm(std::string_view spelling) {
  return Term(prefix::kPinyin, absl::StrCat(AbslView(spelling), "."));
}

std::string WholeInitialsTerm(std::string_view initials) {
  return Term(prefix::kPinyin, absl::StrCat("/", AbslView(initials), "."));
}

std::string ScopedKeyTerm(std::string_view key) {
  return Term(prefix::kNameKey, absl::StrCat(":", AbslView(key)));
}

std::string ScopedSpellingTerm(std::string_view spelling) {
  return Term(prefix::kPinyin, absl::StrCat(":", AbslView(spelling), "."));
}

}  // namespace yinzheng::store
