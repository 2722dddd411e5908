// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/markup/html_references.h"

#include "absl/strings/ascii.h"
#include "indexer/ingest/markup/html_tree.h"
#include "indexer/text/unicode.h"

namespace yinzheng::ingest {
namespace {

// The longest name of HTML has 32 letters; numbers may have leading zeros.
constexpr size_t kMaxLetters = 40;

// & and the letters, digits and # behind it, with the semicolon if there is one.
std::string Candidate(std::u32string_view text) {
  std::string candidate = "&";
  size_t at = 1;
  if (at < text.size() && text[at] == U'#') {
    candidate.push_back('#');
    ++at;
  }
  while (at < text.size() && candidate.size() < kMaxLetters && text[at] < 0x80 &&
         absl::ascii_isalnum(static_cast<unsigned char>(text[at]))) {
    candidate.push_back(static_cast<char>(text[at++]));
  }
  if (at < text.size() && text[at] == U';') candidate.push_back(';');
  return candidate;
}

// What Gumbo makes of a reference and the letters that it does not take.
HtmlReferences::Reference Decode(const std::string& candidate) {
  const std::u32string decoded = text::DecodeUtf8(HtmlTree::TextOfFragment(candidate));
  if (decoded.empty() || decoded.size() > candidate.size()) return {};
  const size_t left_over = decoded.size() - 1;
  const size_t size = candidate.size() - left_over;
  if (size < 2) return {};  // & itself: nothing was decoded.
  for (size_t i = 0; i < left_over; ++i) {
    if (decoded[1 + i] != static_cast<unsigned char>(candidate[size + i])) return {};
  }
  return {decoded.front(), static_cast<uint32_t>(size)};
}

}  // namespace

HtmlReferences::Reference HtmlReferences::Read(std::u32string_view text) {
  const std::string candidate = Candidate(text);
  if (candidate.size() < 3) return {};
  const auto found = known_.find(candidate);
  if (found != known_.end()) return found->second;
  return known_.emplace(candidate, Decode(candidate)).first->second;
}

}  // namespace yinzheng::ingest
