// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/credits.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "indexer/base/status_macros.h"

namespace yinzheng::ingest {
namespace {

using re2::StringPiece;

StringPiece Piece(std::string_view text) { return {text.data(), text.size()}; }
std::string_view View(StringPiece piece) { return {piece.data(), piece.size()}; }

// Longer outlets are sentences.
constexpr size_t kMaxOutletBytes = 75;

// What ends an outlet's name; keys have no full-width commas.
constexpr std::string_view kOutletEnds = " \t,;(";
// What divides names. The middle dot does not: it stands inside transcribed names.
constexpr std::string_view kDividers[] = {" ",  "、", ",",  "/", "|", ";", "；",
                                          "丨", "\t", "，", "&", "∕", "╱"};
constexpr std::string_view kTrimmed[] = {" ",  "(", ")", "[", "]", "【", "】", ":",  "◎",
                                         "●",  "○", "■", "□", "◆", "<",  ">",  "《", "》",
                                         "。", "-", "*", "·", ".", "|",  "/"};

bool TrimOnce(std::string_view& text) {
  for (const std::string_view mark : kTrimmed) {
    if (text.starts_with(mark)) {
      text.remove_prefix(mark.size());
      return true;
    }
    if (text.ends_with(mark)) {
      text.remove_suffix(mark.size());
      return true;
    }
  }
  return false;
}

std::string_view Trim(std::string_view text) {
  while (TrimOnce(text)) {
  }
  return text;
}

std::vector<std::string_view> SplitNames(std::string_view value) {
  std::vector<std::string_view> words;
  size_t begin = 0;
  for (size_t at = 0; at <= value.size();) {
    size_t width = at == value.size() ? 1 : 0;
    for (const std::string_view divider : kDividers) {
      if (width == 0 && value.substr(at).starts_with(divider)) width = divider.size();
    }
    if (width == 0) {
      ++at;
      continue;
    }
    if (const std::string_view word = Trim(value.substr(begin, at - begin)); !word.empty()) {
      words.push_back(word);
    }
    at += width;
    begin = at;
  }
  return words;
}

// True for one Chinese character: names of two are often printed with a gap between.
bool IsSingleHan(std::string_view word) {
  static const RE2* const kHan = new RE2(R"(\p{Han})");
  return RE2::FullMatch(Piece(word), *kHan);
}

std::string_view Join(std::string_view first, std::string_view last) {
  return {first.data(), static_cast<size_t>(last.data() + last.size() - first.data())};
}

std::string_view Group(const RE2& pattern, const std::vector<StringPiece>& groups,
                       const std::string& name) {
  const auto& names = pattern.NamedCapturingGroups();
  const auto found = names.find(name);
  if (found == names.end()) return {};
  return View(groups[static_cast<size_t>(found->second)]);
}

// Matches `pattern` and hands out all its groups.
bool MatchGroups(const RE2& pattern, std::string_view text, size_t from, RE2::Anchor anchor,
                 std::vector<StringPiece>& groups) {
  groups.assign(static_cast<size_t>(pattern.NumberOfCapturingGroups()) + 1, StringPiece());
  return pattern.Match(Piece(text), from, text.size(), anchor, groups.data(),
                       static_cast<int>(groups.size()));
}

}  // namespace

// A word of the line that says what the words behind it are.
struct CreditReader::Part {
  size_t begin = 0;
  size_t end = 0;
  std::string_view kind;
  std::string_view outlet;
};

absl::StatusOr<std::unique_ptr<CreditReader>> CreditReader::Create() {
  YZ_ASSIGN_OR_RETURN(PatternRules rules, PatternRules::Load("credit_rules.tsv"));
  return std::make_unique<CreditReader>(std::move(rules));
}

CreditReader::CreditReader(PatternRules rules) : rules_(std::move(rules)) {}

std::vector<CreditReader::Part> CreditReader::FindParts(std::string_view key) const {
  std::vector<Part> all;
  std::vector<StringPiece> groups;
  for (const PatternRule& rule : rules_.rules()) {
    if (!rule.kind.starts_with("key.") && rule.kind != "date") continue;
    for (size_t at = 0; MatchGroups(*rule.pattern, key, at, RE2::UNANCHORED, groups);) {
      const auto begin = static_cast<size_t>(groups[0].data() - key.data());
      const size_t end = begin + groups[0].size();
      if (end > begin) {
        all.push_back({begin, end, rule.kind, Group(*rule.pattern, groups, "outlet")});
      }
      at = std::max(end, at + 1);
      if (at >= key.size()) break;
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const Part& a, const Part& b) {
    return std::tuple(a.begin, b.end) < std::tuple(b.begin, a.end);
  });
  std::vector<Part> parts;
  for (const Part& part : all) {
    if (parts.empty() || part.begin >= parts.back().end) parts.push_back(part);
  }
  return parts;
}

// 张三北京报道: the name and where it was written from.
std::string_view CreditReader::WithoutPlace(std::string_view word) const {
  for (const PatternRule* rule : rules_.OfKind("placed")) {
    std::vector<StringPiece> groups;
    if (MatchGroups(*rule->pattern, word, 0, RE2::ANCHOR_BOTH, groups)) {
      return Group(*rule->pattern, groups, "name");
    }
  }
  return word;
}

bool CreditReader::ReadNames(std::string_view value, std::vector<std::string_view>& names,
                             Credits& credits) const {
  bool clean = true;
  std::string_view pending;  // A single character that waits for the rest of its name.
  for (std::string_view word : SplitNames(value)) {
    if (IsSingleHan(word) && rules_.Match("noise", word) == nullptr) {
      if (pending.empty()) {
        pending = word;
        continue;
      }
      names.push_back(Join(pending, word));
      pending = {};
      continue;
    }
    pending = {};
    word = WithoutPlace(word);
    if (rules_.Match("noise", word) != nullptr) continue;
    const bool plausible = rules_.Match("name", word) != nullptr;
    if (rules_.Match("affiliation", word) != nullptr) {
      // 张三 某某观察: the writer and the account.
      if (IsOutlet(word)) credits.outlets.push_back(word);
      continue;
    }
    if (!plausible) clean = false;
    if (plausible) names.push_back(word);
  }
  return clean;
}

bool CreditReader::ReadOutlet(std::string_view value, Credits& credits) const {
  value = Trim(value);
  if (value.empty()) return true;
  const size_t blank = value.find_first_of(kOutletEnds);
  std::string_view name = Trim(value.substr(0, blank));
  // 某某网-某某频道: the channel is not the outlet; 某某日报-某某网 are two.
  const size_t hyphen = std::min(name.find('-'), name.find("·"));
  if (hyphen != std::string_view::npos && IsOutlet(name.substr(0, hyphen)) &&
      rules_.Match("paper", Trim(name.substr(hyphen))) == nullptr) {
    name = name.substr(0, hyphen);
  }
  if (name.empty() || name.size() > kMaxOutletBytes) return false;
  credits.outlets.push_back(name);
  // What follows the outlet in its field is a section or a name at most.
  return blank == std::string_view::npos || value.size() - blank <= kMaxOutletBytes;
}

bool CreditReader::ReadValue(const Part& part, std::string_view value, Credits& credits) const {
  if (part.kind == "key.author") {
    // 记者 张三 摄: who took the picture, not who wrote.
    if (rules_.Match("photographer", value) != nullptr) return true;
    if (!part.outlet.empty()) credits.outlets.push_back(part.outlet);
    const size_t before = credits.authors.size();
    const bool clean = ReadNames(value, credits.authors, credits);
    credits.has_byline |= credits.authors.size() > before;
    return clean;
  }
  if (!part.outlet.empty()) credits.outlets.push_back(part.outlet);
  if (part.kind == "key.editor") return ReadNames(value, credits.editors, credits);
  if (part.kind == "key.outlet") return ReadOutlet(value, credits);
  if (part.kind == "key.title") {
    if (!Trim(value).empty()) credits.titles.push_back(Trim(value));
    return true;
  }
  value = Trim(value);
  if (part.kind == "date" && !value.empty()) {
    if (!IsOutlet(value)) return rules_.Match("noise", value) != nullptr;
    credits.outlets.push_back(value);
    return true;
  }
  std::vector<std::string_view> others;
  return ReadNames(value, others, credits);
}

// Names are taken only from values that are names and nothing else, outlets wherever they are known
// as such.
bool CreditReader::MergeValue(const Part& part, std::string_view value, Credits& credits) const {
  Credits read;
  const bool clean = ReadValue(part, value, read);
  const auto append = [](const auto& from, auto& to) {
    to.insert(to.end(), from.begin(), from.end());
  };
  if (clean) {
    append(read.authors, credits.authors);
    append(read.editors, credits.editors);
    append(read.titles, credits.titles);
    credits.has_byline |= read.has_byline;
  } else {
    std::erase_if(read.outlets, [this](std::string_view name) { return !IsOutlet(name); });
  }
  append(read.outlets, credits.outlets);
  return clean;
}

Credits CreditReader::Read(std::string_view key) const {
  Credits credits;
  if (rules_.Match("masthead", key) != nullptr) {
    credits.outlets.push_back(key);
    credits.only_credits = true;
    return credits;
  }
  const std::vector<Part> parts = FindParts(key);
  if (parts.empty()) return credits;
  const std::string_view before = key.substr(0, parts.front().begin);
  bool clean = true;
  if (IsOutlet(Trim(before))) {
    credits.outlets.push_back(Trim(before));
  } else {
    clean = before.empty() || rules_.Match("prefix", before) != nullptr;
  }
  for (size_t i = 0; i < parts.size(); ++i) {
    const size_t end = i + 1 < parts.size() ? parts[i + 1].begin : key.size();
    if (parts[i].kind == "date") {
      credits.dates.push_back(key.substr(parts[i].begin, parts[i].end - parts[i].begin));
    }
    clean &= MergeValue(parts[i], key.substr(parts[i].end, end - parts[i].end), credits);
  }
  credits.opens_with_outlet = before.empty() && parts.front().kind == "key.outlet";
  const bool says_something = !credits.authors.empty() || !credits.editors.empty() ||
                              !credits.outlets.empty() || !credits.dates.empty() ||
                              !credits.titles.empty();
  credits.only_credits = clean && says_something;
  return credits;
}

Lead CreditReader::ReadLead(std::string_view key) const {
  Lead lead;
  std::vector<StringPiece> groups;
  for (const PatternRule& rule : rules_.rules()) {
    const bool glued = rule.kind == "glued";
    if (!glued && rule.kind != "lead") continue;
    if (!MatchGroups(*rule.pattern, key, 0, RE2::ANCHOR_START, groups)) continue;
    lead.found = !glued;
    lead.glued = glued;
    lead.outlet = Group(*rule.pattern, groups, "outlet");
    lead.title = Group(*rule.pattern, groups, "title");
    if (const std::string_view credits = Group(*rule.pattern, groups, "credits");
        !credits.empty()) {
      lead.credits = Read(credits);
    }
    if (lead.title.empty() || groups[0].size() == key.size()) return lead;
    // The report opens behind its headline.
    Lead report = ReadLead(key.substr(groups[0].size()));
    report.title = lead.title;
    return report;
  }
  return lead;
}

Credits CreditReader::ReadEnd(std::string_view key) const {
  std::vector<StringPiece> groups;
  for (const PatternRule* rule : rules_.OfKind("end")) {
    if (!MatchGroups(*rule->pattern, key, 0, RE2::UNANCHORED, groups)) continue;
    Credits credits = Read(Group(*rule->pattern, groups, "credits"));
    if (credits.only_credits) return credits;
  }
  return {};
}

std::vector<std::string_view> CreditReader::MentionedOutlets(std::string_view key) const {
  std::vector<std::string_view> outlets;
  std::vector<StringPiece> groups;
  for (const PatternRule* rule : rules_.OfKind("mention")) {
    for (size_t at = 0;
         at < key.size() && MatchGroups(*rule->pattern, key, at, RE2::UNANCHORED, groups);) {
      outlets.push_back(Group(*rule->pattern, groups, "outlet"));
      at = static_cast<size_t>(groups[0].data() - key.data()) + groups[0].size();
    }
  }
  return outlets;
}

std::string_view CreditReader::WithoutSite(std::string_view key, std::string_view* outlet) const {
  std::vector<StringPiece> groups;
  for (const PatternRule* rule : rules_.OfKind("suffix")) {
    if (!MatchGroups(*rule->pattern, key, 0, RE2::ANCHOR_BOTH, groups)) continue;
    *outlet = Group(*rule->pattern, groups, "outlet");
    return View(groups[1]);
  }
  return key;
}

}  // namespace yinzheng::ingest
