// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/attribute_value.h"

#include <algorithm>

#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

using text::Span;

constexpr uint32_t kShortest = 2;
constexpr uint32_t kLongest = 80;

bool IsTrimmed(char32_t c) {
  return c == U',' || c == U'。' || c == U';' || c == U':' || c == U' ' || c == U'、' || c == U'!';
}

// 是成立十五周年, 是开局之年, 是要采取措施: when it is, or what has to be done.
bool IsTimeOrDuty(std::u32string_view value) {
  return value.front() == U'要' || value.ends_with(U"周年") || value.ends_with(U"之年") ||
         value.ends_with(U"时候");
}

// 为企业提供支持, 为产业注入动力.
bool Gives(std::u32string_view value) {
  static constexpr std::u32string_view kVerbs[] = {U"提供", U"注入", U"带来", U"贡献",
                                                   U"创造", U"奠定", U"增添"};
  return std::any_of(std::begin(kVerbs), std::end(kVerbs), [&](std::u32string_view verb) {
    return value.find(verb) != std::u32string_view::npos && !value.ends_with(verb);
  });
}

// 以某人为核心的集体: the phrase says of which kind a noun behind it is, not the subject.
bool ModifiesNoun(std::u32string_view from_ender, const AttributeCue& cue) {
  return std::any_of(cue.enders.begin(), cue.enders.end(), [&](const std::u32string& ender) {
    return from_ender.starts_with(ender) && from_ender.size() > ender.size() &&
           from_ender[ender.size()] == U'的';
  });
}

}  // namespace

AttributeValues::AttributeValues(const Scene& scene)
    : scene_(scene), r_(scene.reader()), text_(scene.context().reading.text()) {}

std::optional<Span> AttributeValues::ValueOf(const Clause& clause, Span cue_span,
                                             const AttributeCue& cue) const {
  Span value{cue.keep_cue ? cue_span.begin : cue_span.end, clause.span.end};
  const std::u32string_view rest = text::Slice(text_, {cue_span.end, clause.span.end});
  size_t end = std::u32string_view::npos;
  for (const std::u32string& ender : cue.enders) end = std::min(end, rest.find(ender));
  if (end != std::u32string_view::npos) {
    if (cue.needs_ender && ModifiesNoun(rest.substr(end), cue)) return std::nullopt;
    value.end = cue_span.end + static_cast<uint32_t>(end);
  } else if (cue.needs_ender) {
    return std::nullopt;
  }
  value = Trimmed(Trimmed(value));
  if (value.size() < kShortest || value.size() > kLongest || !IsStatement(value, cue)) {
    return std::nullopt;
  }
  return value;
}

// Without marks at the ends and without 了, 一个, 一家 at the beginning. Unpaired quotes go too.
Span AttributeValues::Trimmed(Span value) const {
  static constexpr std::u32string_view kOpenings[] = {U"了",   U"一个", U"一家",  U"一所",
                                                      U"一种", U"着",   U"一座",  U"一支",
                                                      U"一批", U"一项", U"一系列"};
  bool again = true;
  while (again && !value.empty()) {
    again = false;
    for (const std::u32string_view opening : kOpenings) {
      const bool effort = text_.compare(value.begin, 2, U"着力") == 0;
      if (text_.compare(value.begin, opening.size(), opening) == 0 &&
          value.size() > opening.size() && !effort) {
        value.begin += static_cast<uint32_t>(opening.size());
        again = true;
      }
    }
    while (!value.empty() && IsTrimmed(text_[value.begin])) ++value.begin;
  }
  while (!value.empty() && IsTrimmed(text_[value.end - 1])) --value.end;
  return WithoutLoneQuotes(value);
}

// A value holds a noun, does not begin like an opening phrase, and is no figure: figures are
// facts of their own.
bool AttributeValues::IsStatement(Span value, const AttributeCue& cue) const {
  const WordRange words = r_.WordsIn(value);
  if (words.begin == words.end || r_.IsDe(words.begin)) return false;
  if (text_[value.end - 1] == U'的' || Asks(value)) return false;
  if (scene_.rules->events.Contains(text::Slice(text_, value))) return false;
  if (cue.apart && HoldsOnlyNames(words, cue)) return false;
  if (!cue.endings.empty() && !EndsAs(value, cue.endings)) return false;
  if (text_[value.end - 1] == U'后') return false;  // 建成投用后
  if (!cue.keep_cue && r_.Is(words.begin, kPreposition)) return false;
  if (!SuitsCue(words, value, cue)) return false;
  bool noun = false;
  for (size_t i = words.begin; i < words.end; ++i) {
    noun |= r_.IsNominal(i) || r_.IsEntity(i);
    if (r_[i].kind == WordKind::kQuantity && IsFigure(i) && cue.id != "is") return false;
  }
  return noun;
}

// 打造高地既是使命, 推动转型是关键: the whole phrase is what is spoken of, and nothing is said of
// who does it.
bool AttributeValues::IsSpokenOf(WordRange words) const {
  for (size_t i = words.begin + 1; i < words.end; ++i) {
    if (!r_.IsPlain(i) || !r_.Text(i).ends_with(U'是')) continue;
    const Span word = r_[i].span;
    const auto cues = scene_.rules->attributes.StartingAt(text_, word.begin, word.end);
    if (cues && cues.length == word.size() && cues.value->front().id == "is") return true;
  }
  return false;
}

// What single cues ask of their values.
bool AttributeValues::SuitsCue(WordRange words, Span value, const AttributeCue& cue) const {
  const bool deed = cue.id == "target" || cue.id == "effect" || cue.id == "implement";
  if (deed && IsSpokenOf(words)) return false;
  // 打造得更加坚固; 构建格局等方面发挥作用, 形成…具有意义: a part of what the clause says.
  if (cue.id == "target" &&
      (text_[value.begin] == U'得' || HoldsWord(words, U"方面") || HoldsWord(words, U"意义"))) {
    return false;
  }
  // 包括甲在内的…: names what is meant among others.
  if (cue.id.starts_with("content") && HoldsWord(words, U"在内")) return false;
  if (cue.id == "status" && r_.Text(words.begin) == U"全部") {  // 全部贷款增速
    return words.begin + 1 < words.end && r_.StartsLikeVerb(words.begin + 1);
  }
  if (cue.id == "plan") return StartsVerbally(words.begin);
  if (cue.id == "is") return !IsTimeOrDuty(text::Slice(text_, value));
  return cue.id != "for" || Gives(text::Slice(text_, value));
}

bool AttributeValues::HoldsWord(WordRange words, std::u32string_view word) const {
  for (size_t i = words.begin; i < words.end; ++i) {
    if (r_.Text(i) == word) return true;
  }
  return false;
}

// 是如何产生的, 为什么是某某？ say nothing.
bool AttributeValues::Asks(Span value) const {
  static constexpr std::u32string_view kWords[] = {U"？",   U"?",    U"什么", U"如何",
                                                   U"怎样", U"怎么", U"多少", U"哪"};
  const std::u32string_view words = text::Slice(text_, value);
  return std::any_of(std::begin(kWords), std::end(kWords), [&](std::u32string_view word) {
    return words.find(word) != std::u32string_view::npos;
  });
}

bool AttributeValues::EndsAs(Span value, const std::vector<std::u32string>& endings) const {
  const std::u32string_view words = text::Slice(text_, value);
  return std::any_of(endings.begin(), endings.end(),
                     [&](const std::u32string& ending) { return words.ends_with(ending); });
}

// A value that is a name, or a list of names; behind a verb that belongs to the value, one that
// holds a name: relations tell these.
bool AttributeValues::HoldsOnlyNames(WordRange words, const AttributeCue& cue) const {
  bool any = false;
  bool all = true;
  for (size_t i = words.begin; i < words.end; ++i) {
    any |= r_.IsEntity(i);
    all &= r_.IsEntity(i) || r_.IsMark(i) || r_.IsListSeparator(i);
  }
  return any && (all || cue.keep_cue);
}

// What is planned begins with a verb; 将 before a noun only disposes of it.
bool AttributeValues::StartsVerbally(size_t i) const {
  return r_.StartsLikeVerb(i) || r_.IsAdverb(i) || r_.Is(i, kPreposition | kHave);
}

bool AttributeValues::IsFigure(size_t i) const {
  const auto& match = scene_.text.quantities[static_cast<size_t>(r_[i].index)];
  return !match.vague && !match.bare;
}

Span AttributeValues::WithoutLoneQuotes(Span value) const {
  const std::u32string_view words = text::Slice(text_, value);
  const auto open = std::count(words.begin(), words.end(), U'“');
  const auto close = std::count(words.begin(), words.end(), U'”');
  if (close > open && words.back() == U'”') --value.end;
  if (open > close && words.front() == U'“') ++value.begin;
  return value;
}

bool AttributeValues::IsSuperlative(Span value) const {
  static constexpr std::u32string_view kWords[] = {
      U"首个", U"首家", U"首座", U"首次", U"首台", U"首张", U"第一台", U"第一个", U"第一家",
      U"最早", U"最大", U"唯一", U"之一", U"最高", U"最多", U"首款",   U"首批",   U"首颗"};
  const std::u32string_view words = text::Slice(text_, value);
  return std::any_of(std::begin(kWords), std::end(kWords), [&](std::u32string_view word) {
    return words.find(word) != std::u32string_view::npos;
  });
}

bool AttributeValues::Builds(Span value) const {
  static constexpr std::u32string_view kWords[] = {
      U"建设", U"在建", U"建成", U"扩建", U"改建", U"新建", U"施工", U"动工", U"开工",
      U"完工", U"竣工", U"验收", U"封顶", U"投产", U"投用", U"运行", U"运营", U"落成",
      U"调试", U"安装", U"通车", U"并网", U"贯通", U"使用", U"安装", U"出束"};
  const std::u32string_view words = text::Slice(text_, value);
  return std::any_of(std::begin(kWords), std::end(kWords), [&](std::u32string_view word) {
    return words.find(word) != std::u32string_view::npos;
  });
}

}  // namespace yinzheng::knowledge
