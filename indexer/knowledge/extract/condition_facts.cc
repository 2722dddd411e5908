// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/condition_facts.h"

#include <algorithm>

#include "indexer/knowledge/citation.h"
#include "indexer/knowledge/extract/quote_marks.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

using text::Span;

constexpr uint32_t kShortestValue = 4;
constexpr uint32_t kLongestValue = 40;
constexpr uint32_t kLongestPart = 14;

class ConditionReader {
 public:
  ConditionReader(const Scene& scene, const Clause& clause)
      : scene_(scene), r_(scene.reader()), clause_(clause), predicate_(FindPredicate()) {}

  // The predicate; empty if the clause says nothing that this reader reads.
  Span Value() const {
    if (clause_.introduction || clause_.drifts || !HasFitSubject() || IsQuoted()) return {};
    if (!IsPlainClause()) return {};
    size_t begin = IsScope() ? clause_.head.begin : predicate_;
    while (begin < clause_.words.end && IsTime(begin)) ++begin;
    if (begin >= clause_.words.end || !StartsPredicate(begin)) return {};
    if (begin + 1 < clause_.words.end && r_.Text(begin + 1) == U"、") return {};  // 赋能、赋值
    const Span value = r_.WithoutMarks({WithObject(begin), clause_.words.end});
    const bool fits = value.size() >= kShortestValue && value.size() <= kLongestValue;
    return fits && !IsOpening(value) && HasPairedMarks(value) ? value : Span{};
  }

  // The noun that belongs to the subject, if the clause is about that. Empty if about itself.
  Span Part() const {
    if (clause_.head.begin >= clause_.head.end || IsScope()) return {};
    const bool part = clause_.subject.basis == SubjectBasis::kPossessor || clause_.noun_led;
    const size_t end = std::min(clause_.head.end, predicate_);
    if (!part || clause_.head.begin >= end) return {};
    return r_.WithoutMarks({clause_.head.begin, end});
  }

  // Whether the part is a noun that a reader understands: not 方 of 某方, nor 主动.
  bool HasPlainPart() const {
    constexpr uint32_t kShortestPart = 2;
    const Span part = Part();
    if (part.empty()) return true;
    const Word& last = r_[r_.text().WordAt(part.end - 1)];
    static constexpr std::string_view kNotNouns = "abdcfmrtz";
    const bool noun = last.tag == "an" || last.tag.empty() ||
                      kNotNouns.find(last.tag.front()) == std::string_view::npos;
    return part.size() >= kShortestPart && noun && !BeginsVerbally(part);
  }

 private:
  // 提振市场信心、推进…, 正以科技…: a predicate that was taken for a noun.
  bool BeginsVerbally(Span part) const {
    const size_t first = r_.text().WordAt(part.begin);
    static constexpr std::u32string_view kOpenings = U"正还都也均已以把将被由愿";
    if (kOpenings.find(r_.Text(first).front()) != std::u32string_view::npos) return true;
    return r_.IsVerb(first);
  }

  // Behind the subject; inside of the noun phrase where that took the predicate in, since the words
  // of it may be nouns as well (结构|持续|优化).
  size_t FindPredicate() const {
    size_t found = clause_.predicate;
    for (size_t i = clause_.head.end; i > clause_.head.begin; --i) {
      if (r_.IsDe(i - 1)) break;  // 研发的产品
      if (IsManner(i - 1) || r_.IsVerb(i - 1)) found = i - 1;
    }
    return found;
  }

  // 把创新摆在首位: without its object, the verb says nothing.
  size_t WithObject(size_t verb) const {
    if (clause_.subject.basis <= SubjectBasis::kOwn &&
        clause_.span.contains(clause_.subject.mention)) {
      return verb;
    }
    for (size_t i = clause_.words.begin; i < verb; ++i) {
      const std::u32string_view word = r_.Text(i);
      if (word == U"把" || word == U"将" || word == U"对" || word == U"向" || word == U"同" ||
          word == U"与" || word == U"以" || word == U"用") {
        return i;
      }
      if (!r_.IsMark(i) && !r_.IsAdverb(i)) break;
    }
    return verb;
  }

  // What somebody says in his own words is kept as a quotation.
  bool IsQuoted() const {
    const Span inner = r_.WithoutMarks(clause_.words);
    const SpeechFrame* frame = inner.empty() ? nullptr : FrameOf(scene_.frames, inner);
    return frame != nullptr && frame->mode == v1::ATTRIBUTION_MODE_DIRECT;
  }

  // 某集团全国率先…: how it was done, no part of the group; nor are 某市着力…, 某省全省….
  bool IsScope() const {
    if (clause_.head.begin + 1 != clause_.head.end || !r_.IsPlain(clause_.head.begin)) return false;
    static constexpr std::u32string_view kWhole[] = {U"全省", U"全市", U"全区", U"全县", U"全域"};
    const std::u32string_view word = r_.Text(clause_.head.begin);
    return r_.Is(clause_.head.begin, kScope | kAdverb) ||
           std::find(std::begin(kWhole), std::end(kWhole), word) != std::end(kWhole);
  }

  bool HasPairedMarks(Span value) const {
    int depth = 0;
    for (const char32_t c : scene_.text.Text(value)) {
      if (c == U'(' || c == U'（') ++depth;
      if (c == U')' || c == U'）') --depth;
      if (depth < 0) return false;
    }
    return depth == 0 && !SplitsQuotation(scene_.context().reading.text(), value);
  }

  bool HasFitSubject() const {
    const Subject& subject = clause_.subject;
    if (!subject.named() || subject.basis > SubjectBasis::kEllipsis) return false;
    const v1::EntityType type = scene_.text.Entity(subject.entity).type;
    return type != v1::ENTITY_TYPE_PERSON && type != v1::ENTITY_TYPE_INDEX &&
           type != v1::ENTITY_TYPE_POLICY;
  }

  // No figures, dates or names behind the subject, and no 是, before which another verb is a noun
  // (靠的是改革).
  bool IsPlainClause() const {
    for (size_t i = predicate_; i < clause_.words.end; ++i) {
      if (r_.Text(i) == U"是" || r_.Text(i) == U"显示") return false;
      if (r_.IsEntity(i) || r_[i].kind == WordKind::kRank) return false;
      if (r_[i].kind == WordKind::kQuantity && !IsVague(i)) return false;
      if (r_[i].kind == WordKind::kDate && i > predicate_) return false;
    }
    return true;
  }

  bool IsVague(size_t i) const {
    const auto& match = scene_.text.quantities[static_cast<size_t>(r_[i].index)];
    return match.vague;
  }

  bool IsTime(size_t i) const {
    return r_.IsMark(i) || r_[i].kind == WordKind::kDate || (r_.IsPlain(i) && r_[i].tag == "t");
  }

  // A verb or an adjective behind at most a few adverbs, and something behind the verb unless an
  // adverb stands before it: 稳步推进, 延伸产业链, not 发展.
  bool StartsPredicate(size_t i) const {
    constexpr size_t kMostAdverbs = 3;
    size_t adverbs = 0;
    if (i < clause_.words.end && IsScope() && i == clause_.head.begin) ++i;
    while (i < clause_.words.end && adverbs <= kMostAdverbs && IsManner(i)) {
      ++adverbs;
      ++i;
    }
    if (i >= clause_.words.end || r_.Is(i, kState | kCopula | kPreposition)) return false;
    if (adverbs > 0 && r_.Is(i - adverbs, kConjunction)) return false;  // 和新业态均…
    const bool verb = r_.StartsLikeVerb(i) || (r_.IsPlain(i) && r_[i].tag == "vn");
    const bool adjective = r_.IsPlain(i) && r_[i].tag == "a" && adverbs > 0;
    return verb || adjective;
  }

  // An adverb, or an adjective or verb that stands before a verb like one: 成功打破, 持续优化.
  bool IsManner(size_t i) const {
    if (r_.IsAdverb(i)) return true;
    if (!r_.IsPlain(i) || i + 1 >= clause_.words.end) return false;
    const std::string_view tag = r_[i].tag;
    return tag == "vd" || (tag == "a" && r_.StartsLikeVerb(i + 1));
  }

  // 建成后, 推动下: only opens what the next clause says.
  bool IsOpening(Span value) const {
    const std::u32string_view words = scene_.text.Text(value);
    static constexpr std::u32string_view kEnds[] = {U"后", U"下", U"时", U"中",   U"前",  U"来",
                                                    U"的", U"看", U"上", U"同时", U"以来"};
    for (const std::u32string_view end : kEnds) {
      if (words.ends_with(end)) return true;
    }
    const char32_t mark = value.end < scene_.context().reading.text().size()
                              ? scene_.context().reading.text()[value.end]
                              : U'。';
    return mark == U'?' || words.ends_with(U"吗") || words.ends_with(U"呢");
  }

  const Scene& scene_;
  const WordReader r_;
  const Clause& clause_;
  const size_t predicate_;
};

// What the predicate tells of: a state where nothing follows its verb, else what was reached or
// done.
const char* PropertyOf(const WordReader& reader, WordRange words) {
  static constexpr std::u32string_view kResults[] = {U"取得", U"打破", U"突破", U"实现", U"提振",
                                                     U"解决", U"攻克", U"开辟", U"创下", U"迈入"};
  for (size_t i = words.begin; i < words.end; ++i) {
    const std::u32string_view word = reader.Text(i);
    if (std::find(std::begin(kResults), std::end(kResults), word) != std::end(kResults)) {
      return "成效";
    }
  }
  size_t last = words.end;
  while (last > words.begin && (reader.IsMark(last - 1) || reader.IsAspect(last - 1))) --last;
  if (last == words.begin || !reader.IsNominal(last - 1)) return "状态";
  return "举措";
}

}  // namespace

bool StateCondition(const Scene& scene, const Clause& clause, FactSink& sink) {
  const ConditionReader reader(scene, clause);
  const Span value = reader.Value();
  if (value.empty()) return false;
  const Span part = reader.Part();
  if (!reader.HasPlainPart() || part.size() > kLongestPart ||
      scene.text.Text(part).find(U'、') != std::u32string::npos) {
    return false;
  }
  FactDraft draft;
  SetSubject(clause.subject, draft);
  draft.value = value;
  draft.rule = part.empty() ? "attribute.action" : "attribute.condition";
  const WordReader words = scene.reader();
  draft.fact.set_property(part.empty() ? PropertyOf(words, words.WordsIn(value))
                                       : text::EncodeUtf8(scene.text.Text(part)));
  draft.fact.set_text(PrintedText(scene.context(), value));
  sink.Add(std::move(draft));
  return true;
}

}  // namespace yinzheng::knowledge
