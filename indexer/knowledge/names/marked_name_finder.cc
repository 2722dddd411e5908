// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/names/marked_name_finder.h"

#include <algorithm>
#include <optional>

#include "indexer/knowledge/names/quoted_clause.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

constexpr uint32_t kLongestTitle = 60;
constexpr uint32_t kLongestQuotedName = 20;

// The position of the mark that closes what opens at `open`; 0 if it is too far or missing.
uint32_t Closing(const NameText& text, uint32_t open, char32_t close, uint32_t longest) {
  for (uint32_t i = open + 1; i < text.size() && i - open <= longest; ++i) {
    if (text.At(i) == close) return i;
    if (text.At(i) == U'\n') return 0;
  }
  return 0;
}

bool EndsWithAny(std::u32string_view name, std::initializer_list<std::u32string_view> ends) {
  for (const std::u32string_view end : ends) {
    if (name.size() >= end.size() && name.substr(name.size() - end.size()) == end) return true;
  }
  return false;
}

// A title without the brackets at its end: 行动计划(2021—2023年) ends in 行动计划.
std::u32string_view WithoutBracket(std::u32string_view name) {
  if (name.empty() || name.back() != U')') return name;
  const size_t open = name.rfind(U'(');
  return open == std::u32string_view::npos || open == 0 ? name : name.substr(0, open);
}

std::optional<v1::EntityType> TypeOfTitle(std::u32string_view title) {
  const std::u32string_view name = WithoutBracket(title);
  if (EndsWithAny(name, {U"日报", U"晚报", U"时报", U"周刊", U"杂志", U"新闻网"})) {
    return v1::ENTITY_TYPE_ORGANIZATION;
  }
  if (EndsWithAny(name,
                  {U"工作报告", U"政策", U"规划", U"意见", U"办法", U"条例",   U"决定",   U"纲要",
                   U"方案",     U"通知", U"法",   U"计划", U"措施", U"细则",   U"规定",   U"制度",
                   U"公约",     U"协定", U"协议", U"宣言", U"公报", U"声明",   U"章程",   U"准则",
                   U"标准",     U"规范", U"指南", U"清单", U"目录", U"指引",   U"议定书", U"备忘录",
                   U"若干政策", U"倡议", U"守则", U"条约", U"举措", U"令",     U"法典",   U"通则",
                   U"规程",     U"规则", U"导则", U"预案", U"决议", U"路线图", U"行动"})) {
    return v1::ENTITY_TYPE_POLICY;
  }
  if (EndsWithAny(name, {U"报告", U"指数", U"排行榜", U"榜单", U"蓝皮书", U"白皮书", U"绿皮书",
                         U"年鉴", U"公告", U"统计公报", U"500强", U"名录", U"榜"})) {
    return v1::ENTITY_TYPE_INDEX;
  }
  return std::nullopt;
}

void FindTitle(const NameText& text, uint32_t open, NameCandidates& out) {
  const uint32_t close = Closing(text, open, U'》', kLongestTitle);
  if (close <= open + 1) return;
  const text::Span span{open + 1, close};
  const std::optional<v1::EntityType> type = TypeOfTitle(text.Slice(span));
  if (type) {
    const int score = span.size() <= 2 ? 34 : 92;
    out.push_back({span, *type, score, "title-mark"});
  }
}

struct QuoteContext {
  std::u32string_view name;
  std::u32string_view after;
  std::u32string_view before;
};

bool StartsWithAny(std::u32string_view words, std::initializer_list<std::u32string_view> starts) {
  for (const std::u32string_view start : starts) {
    if (words.substr(0, start.size()) == start) return true;
  }
  return false;
}

// 科创九条, 民企26条: policies are known by the number of their articles.
bool CountsArticles(std::u32string_view name) {
  constexpr std::u32string_view kNumerals = U"一二三四五六七八九十百0123456789";
  return name.size() >= 4 && name.back() == U'条' &&
         kNumerals.find(name[name.size() - 2]) != std::u32string_view::npos;
}

// What a noun behind the quote, or the end of the quote itself, says that it names.
std::optional<v1::EntityType> TypeByNoun(const QuoteContext& quote) {
  if (EndsWithAny(quote.name, {U"专项", U"工程", U"计划", U"行动"}) ||
      StartsWithAny(quote.after, {U"计划", U"工程", U"专项", U"行动计划", U"项目"})) {
    return v1::ENTITY_TYPE_PROJECT;
  }
  if (EndsWithAny(quote.name, {U"软件", U"系统", U"链", U"号", U"大模型", U"平台", U"设备", U"替尼",
                               U"单抗", U"疫苗", U"芯片", U"机器人"}) ||
      StartsWithAny(quote.after, {U"软件", U"系统", U"芯片", U"大模型", U"卫星", U"火箭", U"飞船",
                                  U"号", U"机器人", U"疫苗", U"新药", U"品牌", U"操作系统"})) {
    return v1::ENTITY_TYPE_PRODUCT;
  }
  if (EndsWithAny(quote.name, {U"规划", U"方案", U"条例", U"办法"}) || CountsArticles(quote.name)) {
    return v1::ENTITY_TYPE_POLICY;
  }
  if (EndsWithAny(quote.name,
                  {U"实验室", U"大厦", U"装置", U"设施", U"望远镜", U"中心", U"基地"})) {
    return v1::ENTITY_TYPE_FACILITY;
  }
  if (EndsWithAny(quote.name,
                  {U"大街", U"生命谷", U"科学城", U"示范区", U"自贸区", U"小镇", U"一区"})) {
    return v1::ENTITY_TYPE_PLACE;
  }
  if (EndsWithAny(quote.name, {U"论坛", U"大会", U"大赛", U"峰会", U"科技周", U"博览会"})) {
    return v1::ENTITY_TYPE_EVENT;
  }
  if (EndsWithAny(quote.name, {U"指数", U"榜单", U"排行榜"})) return v1::ENTITY_TYPE_INDEX;
  return std::nullopt;
}

bool IsSpeech(std::u32string_view name) {
  for (const char32_t c : name) {
    if (text::IsClauseEnd(c) || text::IsSentenceEnd(c) || c == U'、' || c == U'—') return true;
  }
  return false;
}

// 百济神州“泽布替尼”: a quote directly behind a name that is no ordinary word.
bool FollowsUnknownName(const NameText& text, uint32_t open) {
  if (open == 0) return false;
  const NameWord& before = text.words()[text.WordAt(open - 1)];
  return before.tag == WordTag::kUnknown || before.tag == WordTag::kName ||
         (before.known != nullptr && before.known->type == v1::ENTITY_TYPE_COMPANY) ||
         (before.classes & kProductHead);
}

bool IsOrdinaryWord(const NameText& text, text::Span span) {
  const NameWord& word = text.words()[text.WordAt(span.begin)];
  return word.span == span && word.in_dictionary && word.tag != WordTag::kName &&
         word.tag != WordTag::kPerson;
}

std::optional<v1::EntityType> TypeBySuffix(const NameText& text, std::u32string_view name) {
  for (size_t size = std::min<size_t>(name.size() - 1, text.lexicon().longest_suffix()); size >= 2;
       --size) {
    const SuffixRule* const rule = text.lexicon().FindSuffix(name.substr(name.size() - size));
    if (rule == nullptr) continue;
    const bool says_kind = rule->need != SuffixNeed::kBrand && rule->id != "gov-offices";
    return says_kind && name.size() >= size + 2 ? std::optional(rule->type) : std::nullopt;
  }
  return std::nullopt;
}

// “十四五”规划, “十四五”规划和2035年远景目标纲要: named with the marks.
bool FindFiveYearPlan(const NameText& text, uint32_t open, uint32_t close, NameCandidates& out) {
  const std::u32string_view name = text.Slice({open + 1, close});
  if (name.size() != 3 || name[0] != U'十' || name[2] != U'五') return false;
  if (text.From(close + 1, 2) != U"规划") return true;
  uint32_t end = close + 3;
  for (const std::u32string_view tail : {U"和2035年远景目标纲要", U"纲要", U"《纲要》"}) {
    if (text.From(end, static_cast<uint32_t>(tail.size())) != tail) continue;
    end += static_cast<uint32_t>(tail.size());
    break;
  }
  out.push_back({{open, end}, v1::ENTITY_TYPE_POLICY, 70, "five-year-plan"});
  return true;
}

// “育苗”|计划: the noun that says what is quoted belongs to the name, with the marks.
text::Span WithNoun(const NameText& text, text::Span quoted, v1::EntityType type) {
  if (type != v1::ENTITY_TYPE_PROJECT) return quoted;
  const uint32_t noun = quoted.end + 1;
  for (const std::u32string_view word : {U"行动计划", U"计划", U"工程", U"专项"}) {
    if (StartsWithAny(text.From(noun, 4), {word})) {
      return {quoted.begin - 1, noun + static_cast<uint32_t>(word.size())};
    }
  }
  return quoted;
}

// “翼身融合”关键技术, but no technology that all lack (“卡脖子”技术).
bool IsQuotedTechnology(const NameText& text, const QuoteContext& quote) {
  return quote.name.size() >= 3 && !text.lexicon().Is(quote.name, kNotName | kGenericWord) &&
         StartsWithAny(quote.after, {U"技术", U"关键技术", U"核心技术", U"工艺技术", U"工艺"});
}

// “双碳”: the short name of a policy that is also an ordinary word.
bool IsKnownPolicy(const NameText& text, std::u32string_view name) {
  const KnownName* const known = text.lexicon().FindKnown(name);
  return known != nullptr && known->ambiguous && known->type == v1::ENTITY_TYPE_POLICY;
}

void FindQuoted(const NameText& text, uint32_t open, char32_t close_mark, NameCandidates& out) {
  const uint32_t close = Closing(text, open, close_mark, kLongestQuotedName);
  if (close <= open + 2) return;
  if (FindFiveYearPlan(text, open, close, out)) return;
  const text::Span span{open + 1, close};
  const QuoteContext quote{text.Slice(span), text.From(close + 1, 6), text.Until(open, 6)};
  if (IsKnownPolicy(text, quote.name)) {
    out.push_back({span, v1::ENTITY_TYPE_POLICY, 58, "quoted-known"});
    return;
  }
  constexpr std::u32string_view kNumerals = U"一二三四五六七八九十两0123456789";
  const bool counts = kNumerals.find(quote.name[0]) != std::u32string_view::npos;
  if (IsSpeech(quote.name) || (counts && quote.name.size() <= 5)) return;
  if (HoldsClause(text, span)) return;
  std::optional<v1::EntityType> type = TypeBySuffix(text, quote.name);
  if (!type) type = TypeByNoun(quote);
  if (type && quote.name.size() >= 2) {
    out.push_back({WithNoun(text, span, *type), *type, 58, "quoted-noun"});
  } else if (IsQuotedTechnology(text, quote)) {
    out.push_back({span, v1::ENTITY_TYPE_TECHNOLOGY, 56, "quoted-technology"});
  } else if (FollowsUnknownName(text, open) && !IsOrdinaryWord(text, span) &&
             quote.name.size() >= 3) {
    out.push_back({span, v1::ENTITY_TYPE_PRODUCT, 56, "quoted-product"});
  } else if (!IsOrdinaryWord(text, span) && quote.name.size() <= 8) {
    out.push_back({span, v1::ENTITY_TYPE_PRODUCT, 20, "quoted"});
  }
}

}  // namespace

void FindMarkedNames(const NameText& text, NameCandidates& out) {
  for (uint32_t i = 0; i + 2 < text.size(); ++i) {
    const char32_t c = text.At(i);
    if (c == U'《') FindTitle(text, i, out);
    if (c == U'“') FindQuoted(text, i, U'”', out);
    if (c == U'‘') FindQuoted(text, i, U'’', out);
  }
}

}  // namespace yinzheng::knowledge
