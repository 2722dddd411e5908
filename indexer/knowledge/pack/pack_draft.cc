// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/pack/pack_draft.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "indexer/text/reading.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

constexpr size_t kShortestName = 2;
constexpr size_t kLongestName = 80;
constexpr int kMostWords = 64;

bool IsControl(char32_t c) { return c < U' ' || c == U'\x7F'; }

bool HasLetter(std::u32string_view name) {
  return std::any_of(name.begin(), name.end(),
                     [](char32_t c) { return text::IsHan(c) || text::IsLatinLetter(c); });
}

bool HasOuterMarks(std::u32string_view name) {
  const char32_t first = name.front();
  const char32_t last = name.back();
  return (first == U'《' && last == U'》') ||
         (text::IsOpeningQuote(first) && text::IsClosingQuote(last));
}

// What keeps the text from being a name; empty if nothing does.
std::string FaultOf(const std::u32string& printed, const std::u32string& name) {
  if (std::any_of(printed.begin(), printed.end(), IsControl)) {
    return "holds a line break or control character; write it in one line";
  }
  if (name.empty()) return "is empty; write the name or remove the field";
  if (HasOuterMarks(name)) return "has marks around it, which no name has; leave them out";
  if (name.size() < kShortestName) return "is too short; a name has at least 2 characters";
  if (name.size() > kLongestName) return "is too long; a name has at most 80 characters";
  if (!HasLetter(name)) return "has no Chinese or Latin letter; it cannot be told from a number";
  return "";
}

}  // namespace

std::u32string AsRead(std::string_view utf8) {
  const std::u32string printed = text::DecodeUtf8(utf8);
  const text::Reading reading(printed);
  std::u32string_view text = reading.text();
  while (!text.empty() && text::IsSpace(text.front())) text.remove_prefix(1);
  while (!text.empty() && text::IsSpace(text.back())) text.remove_suffix(1);
  return std::u32string(text);
}

std::string Quoted(std::u32string_view text) {
  return absl::StrCat("\"", text::EncodeUtf8(text), "\"");
}

std::u32string PackDraft::Name(const std::string& printed, const PackPlace& place) {
  std::u32string name = AsRead(printed);
  const std::string fault = FaultOf(text::DecodeUtf8(printed), name);
  if (fault.empty()) return name;
  Error(place, absl::StrCat("name \"", printed, "\" ", fault));
  return {};
}

std::vector<std::u32string> PackDraft::Words(
    const PackNode& node, std::string_view field,
    const google::protobuf::RepeatedPtrField<std::string>& words) {
  std::vector<std::u32string> read;
  if (words.size() > kMostWords) {
    Error(node.Place(field), absl::StrCat("a condition has ", words.size(),
                                          " words; 64 is the limit: keep the telling ones"));
  }
  for (int i = 0; i < words.size(); ++i) {
    std::u32string word = AsRead(words[i]);
    if (word.empty()) {
      Error(node.Place(field, i, words[i]),
            "a condition has an empty word; every article holds it");
    }
    read.push_back(std::move(word));
  }
  return read;
}

std::optional<PackCondition> PackDraft::Condition(const pack::v1::PackCondition& condition,
                                                  const PackNode& node) {
  const PackNode when = node.Child("when");
  PackCondition read;
  read.full_name = condition.full_name();
  read.words = Words(when, "words", condition.words());
  read.unless = Words(when, "unless", condition.unless());
  if (!read.full_name && read.words.empty() && read.unless.empty()) {
    Error(when.place(), "a condition says nothing; set full_name, words or unless");
    return std::nullopt;
  }
  return read;
}

bool PackDraft::Claim(const std::u32string& name, const PackClaim& claim) {
  const auto [other, added] = claims_.try_emplace(name, claim);
  if (added) return true;
  const PackClaim& before = other->second;
  if (claim.kind == PackClaim::Kind::kSplit || before.kind == PackClaim::Kind::kSplit) {
    const bool both = claim.kind == before.kind;
    Error(claim.place,
          absl::StrCat(Quoted(name),
                       both ? " is split twice, also at " : " is split and listed, see ",
                       before.place.ToString(),
                       both ? "; join the two" : "; a split name is listed by no entity"));
  } else if (before.entity == claim.entity) {
    Error(claim.place, absl::StrCat(Quoted(name), " is listed twice for one entity, first at ",
                                    before.place.ToString(), "; remove one"));
  } else {
    Error(claim.place,
          absl::StrCat(Quoted(name), " is claimed by two entities: ", Describe(claim), " and ",
                       Describe(before), "; keep one, or tell them apart with splits"));
  }
  return false;
}

const PackClaim* PackDraft::FindClaim(std::u32string_view name) const {
  const auto found = claims_.find(name);
  return found == claims_.end() ? nullptr : &found->second;
}

std::string PackDraft::Describe(const PackClaim& claim) const {
  const std::string what = claim.kind == PackClaim::Kind::kSplit
                               ? "a split"
                               : Quoted(contents.entities[claim.entity].name);
  return absl::StrCat(what, " at ", claim.place.ToString());
}

}  // namespace yinzheng::knowledge
