// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/page.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/base/status_macros.h"
#include "indexer/text/unicode.h"

namespace yinzheng::ingest {
namespace {

using text::Span;

// Shorter lines are no report whatever they begin with.
constexpr size_t kMinReport = 25;
// Longer lines are running text even without the end of a sentence.
constexpr size_t kMaxHeading = 60;
// Shorter exclamations and questions are headings.
constexpr size_t kMaxExclaimedHeading = 40;
// Credit lines of newspapers with many reporters; longer ones are text.
constexpr size_t kMaxCredits = 160;
// Patterns are not tried on longer lines: they are text, and cost would grow.
constexpr size_t kMaxPatternLine = 400;

constexpr std::array kBullets = {U'•', U'·', U'▪', U'►', U'▶', U'◦', U'*', U'-', U'◇', U'◆'};

struct RoleOfKind {
  std::string_view kind;
  LineRole role;
};
constexpr std::array kRoles = {
    RoleOfKind{"furniture", LineRole::kFurniture}, RoleOfKind{"caption", LineRole::kCaption},
    RoleOfKind{"note", LineRole::kNote},           RoleOfKind{"label", LineRole::kLabel},
    RoleOfKind{"tail", LineRole::kTail},           RoleOfKind{"softtail", LineRole::kSoftTail},
};

bool IsLineEnd(char32_t c) { return text::IsLineBreak(c); }

Span TrimSpaces(std::u32string_view page, Span span) {
  const auto outer = [&](uint32_t at) {
    return text::IsSpace(page[at]) || text::IsInvisible(page[at]);
  };
  while (!span.empty() && outer(span.begin)) ++span.begin;
  while (!span.empty() && outer(span.end - 1)) --span.end;
  return span;
}

bool ContainsStop(std::u32string_view line) {
  return line.find(U'。') != std::u32string_view::npos ||
         line.find(U'；') != std::u32string_view::npos;
}

// The last character that is no closing quote or bracket.
char32_t LastMark(std::u32string_view line) {
  for (size_t i = line.size(); i > 0; --i) {
    const char32_t c = line[i - 1];
    if (!text::IsClosingQuote(c) && !text::IsClosingBracket(c) && c != U'"') return c;
  }
  return 0;
}

}  // namespace

bool IsProse(std::u32string_view line) {
  if (line.size() > kMaxHeading || ContainsStop(line)) return true;
  const char32_t last = LastMark(line);
  if (last == U'，' || last == U'、' || last == U',' || last == U'；' || last == U'：') return true;
  if (!text::IsSentenceEnd(last)) return false;
  // “……！” in quotation marks is somebody speaking.
  if (last == U'…') return false;  // A headline cut short.
  return line.size() > kMaxExclaimedHeading || text::IsClosingQuote(line.back());
}

absl::StatusOr<std::unique_ptr<PageReader>> PageReader::Create(const CreditReader& credits) {
  YZ_ASSIGN_OR_RETURN(PatternRules rules, PatternRules::Load("line_rules.tsv"));
  return std::make_unique<PageReader>(std::move(rules), credits);
}

PageReader::PageReader(PatternRules rules, const CreditReader& credits)
    : rules_(std::move(rules)), credits_(credits) {}

LineRole PageReader::Judge(std::u32string_view text, PageLine& line) const {
  const std::string& key = line.keyed->key();
  if (text.size() > kMaxPatternLine) return LineRole::kProse;
  const bool stopped = ContainsStop(text);
  if (!stopped && text.size() <= kMaxCredits) {
    line.credits = credits_.Read(key);
    if (line.credits.only_credits) {
      return line.credits.has_byline ? LineRole::kByline : LineRole::kCredit;
    }
  }
  if (const PatternRule* rule = rules_.FirstMatch(key); rule != nullptr) {
    return std::find_if(kRoles.begin(), kRoles.end(),
                        [&](const RoleOfKind& known) { return known.kind == rule->kind; })
        ->role;
  }
  if (IsProse(text)) return LineRole::kProse;
  // A dateline opens text even where the page breaks its first line before any stop.
  const bool opens_report = text.size() >= kMinReport && credits_.ReadLead(key).found;
  return opens_report ? LineRole::kProse : LineRole::kHeading;
}

Page PageReader::Read(std::u32string_view text) const {
  Page page(text);
  for (uint32_t begin = 0; begin < text.size();) {
    uint32_t end = begin;
    while (end < text.size() && !IsLineEnd(text[end])) ++end;
    PageLine line;
    line.span = TrimSpaces(text, {begin, end});
    line.indented = !line.span.empty() && line.span.begin > begin;
    if (!line.span.empty()) {
      const std::u32string_view words = page.Text(line.span);
      line.bulleted = std::find(kBullets.begin(), kBullets.end(), words.front()) != kBullets.end();
      line.keyed = std::make_unique<KeyedText>(text, line.span);
      line.role = Judge(words, line);
    }
    page.lines().push_back(std::move(line));
    begin = end + 1;
  }
  return page;
}

}  // namespace yinzheng::ingest
