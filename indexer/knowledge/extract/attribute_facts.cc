// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/attribute_facts.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "indexer/knowledge/citation.h"
#include "indexer/knowledge/extract/attribute_value.h"
#include "indexer/knowledge/extract/condition_facts.h"
#include "indexer/knowledge/extract/quote_marks.h"
#include "indexer/knowledge/extract/relation_statement.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

using text::Span;

constexpr uint32_t kShortest = 2;
class AttributeReader {
 public:
  AttributeReader(const Scene& scene, FactSink& sink)
      : scene_(scene),
        r_(scene.reader()),
        sink_(sink),
        text_(scene.context().reading.text()),
        values_(scene) {}

  void Read() {
    for (size_t c = 0; c < scene_.clauses.size(); ++c) {
      if (scene_.clauses[c].introduction) continue;
      if (!ReadClause(c)) StateCondition(scene_, scene_.clauses[c], sink_);
    }
  }

 private:
  // False if no cue stated anything.
  bool ReadClause(size_t c) {
    const Clause& clause = scene_.clauses[c];
    bool any = false;
    for (size_t i = clause.words.begin; i < clause.words.end; ++i) {
      const uint32_t begin = r_[i].span.begin;
      if (!r_.IsPlain(i)) continue;
      const auto cues = scene_.rules->attributes.StartingAt(text_, begin, clause.span.end);
      if (!cues || !EndsWithWord(begin + cues.length)) continue;
      const Span cue_span{begin, begin + cues.length};
      const auto stated =
          std::find_if(cues.value->begin(), cues.value->end(),
                       [&](const AttributeCue& cue) { return ReadCue(c, cue_span, cue); });
      // The value of a phrase ends before the clause does: another cue may follow.
      any |= stated != cues.value->end();
      if (stated != cues.value->end() && stated->extent != ValueExtent::kNounPhrase) break;
    }
    return any;
  }

  bool EndsWithWord(uint32_t position) const {
    const size_t word = scene_.text.WordAt(position);
    return word >= scene_.text.words.size() || scene_.text.words[word].span.begin == position;
  }

  bool ReadCue(size_t c, Span cue_span, const AttributeCue& cue) {
    const Clause& clause = scene_.clauses[c];
    if (StatesOffice(cue_span)) return true;
    if (IsPartOfLongerPhrase(cue_span, cue)) return false;
    if (cue.main && !IsMainVerb(clause, cue_span)) return false;
    if (IsOfAnother(clause, cue_span, cue) || IsGoverned(clause, cue_span, cue)) return false;
    if (cue.id == "counted" && StateOfNameBehind(clause, cue_span, cue)) return true;
    std::optional<Subject> subject = SubjectFor(c, cue_span, cue);
    if (subject && cue.id != "status" && SaysWhatItIs(cue)) {
      subject = WhatIsSpokenOf(clause, cue_span, *subject);
    }
    if (!subject || !subject->known() || !Fits(*subject, cue)) return false;
    // 某市软件产业面向…: what the industry does, the city does not.
    if (cue.names && subject->basis == SubjectBasis::kPossessor && HasOwnHead(clause, cue_span)) {
      return false;
    }
    const std::optional<Span> value = values_.ValueOf(clause, cue_span, cue);
    if (!value) return false;
    if (cue.id == "mainline") StateLastName(*subject, *value, cue);
    StateAll(*subject, *value, cue);
    if (cue.id == "is") StateCategory(*subject, clause, cue_span, *value);
    for (const Subject& other : clause.coordinated) {
      if (Fits(other, cue)) StateAll(other, *value, cue);
    }
    return true;
  }

  // 某某是某院院长: the office of a person is told as such.
  bool StatesOffice(Span cue_span) const {
    return std::any_of(scene_.roles.begin(), scene_.roles.end(),
                       [&](const Role& role) { return role.verb.overlaps(cue_span); });
  }

  // Whether what the cue says is said of a noun that the clause turned to, or of what was told.
  bool IsOfAnother(const Clause& clause, Span cue_span, const AttributeCue& cue) const {
    if (cue.id != "as" && clause.drifts) return true;
    // 项目涵盖…: the fields of the projects, not of who has them.
    const bool head =
        clause.head.begin < clause.head.end && r_[clause.head.begin].span.begin < cue_span.begin;
    const bool led = clause.noun_led && (head || clause.behind_pointer > 0);
    if (cue.split && led) return true;
    return SaysWhatItIs(cue) && (clause.noun_led || Points(clause));
  }

  // 把甲作为乙: said of what stands behind 把. 在涉及…问题上, 为游客打造…: an opening phrase.
  // 甲称乙是丙, 甲通过的决议是丙: said of what the verb before the cue has as its object.
  bool IsGoverned(const Clause& clause, Span cue_span, const AttributeCue& cue) const {
    const size_t end = scene_.text.WordAt(cue_span.begin);
    if (cue.id == "as" || cue.id == "main_field" || cue.id == "target") {
      for (size_t i = clause.words.begin; i < end; ++i) {
        const std::u32string_view word = r_.Text(i);
        if (word == U"把" || (word == U"将" && cue.id == "as")) return cue.id == "as";
        if (i + 1 == end && (word == U"在" || word == U"为")) return true;
      }
    }
    if (cue.id != "is" && cue.id != "became") return false;
    return HoldsVerb({BehindSubject(clause, end), end});
  }

  // Behind the last name of the subject before word `end`; the beginning of the clause if that does
  // not name it.
  size_t BehindSubject(const Clause& clause, size_t end) const {
    for (size_t i = end; i > clause.words.begin; --i) {
      const bool named =
          r_.IsEntity(i - 1) && scene_.text.EntityOf(r_[i - 1]) == clause.subject.entity;
      if (named || r_[i - 1].span.end == clause.subject.mention.end) return i;
    }
    return clause.words.begin;
  }

  // 让它成为…: said of what was spoken of.
  bool LetsIt(size_t i, size_t end) const {
    const std::u32string_view word = r_.Text(i);
    if (word == U"要") return true;
    if ((word != U"让" && word != U"使") || i + 1 >= end) return false;
    return r_.Text(i + 1) == U"它" || r_.Text(i + 1) == U"其";
  }

  bool HoldsVerb(WordRange words) const {
    int depth = 0;  // of brackets
    for (size_t i = words.begin; i < words.end; ++i) {
      if (r_.Text(i) == U"(" || r_.Text(i) == U"（") ++depth;
      if (r_.Text(i) == U")" || r_.Text(i) == U"）") --depth;
      const bool verb = r_.IsVerb(i) || r_.Text(i) == U"通过";
      if (depth <= 0 && verb && !r_.IsAdverb(i) && !LetsIt(i, words.end)) return true;
    }
    return false;
  }

  // 以探测项目“某计划”为牵引: the plan that the words end in.
  void StateLastName(const Subject& subject, Span value, const AttributeCue& cue) {
    const WordRange words = r_.WordsIn(value);
    size_t last = words.end;
    while (last > words.begin && r_.IsQuoteMark(last - 1)) --last;
    if (last == words.begin || !r_.IsEntity(last - 1)) return;
    const Subject name = NameAt(r_, last - 1);
    StateRelation(scene_, {.id = cue.id, .property = cue.property}, {subject, name, value}, sink_);
  }

  // 被誉为“某某”的乙园: what the phrase says is about the name behind 的.
  bool StateOfNameBehind(const Clause& clause, Span cue_span, const AttributeCue& cue) {
    const size_t begin = scene_.text.WordAt(cue_span.end);
    size_t de = begin;
    while (de < clause.words.end && !r_.IsDe(de)) ++de;
    if (de == begin || de >= clause.words.end) return false;
    for (size_t i = de + 1; i < clause.words.end; ++i) {
      if (r_.IsEntity(i)) {
        const Span name = values_.WithoutLoneQuotes({cue_span.end, r_[de - 1].span.end});
        State(NameAt(r_, i), name, cue);
        return true;
      }
      if (!r_.IsNominal(i) && !r_.IsQuoteMark(i)) return false;
    }
    return false;
  }

  void StateAll(const Subject& subject, Span value, const AttributeCue& cue) {
    if (cue.split && Splits(value)) {
      for (const Span item : Items(value)) State(subject, item, cue);
    } else {
      State(subject, value, cue);
    }
  }

  bool Fits(const Subject& subject, const AttributeCue& cue) const {
    if (!subject.named() && scene_.rules->Is(scene_.text.Text(subject.mention), kScope)) {
      return false;
    }
    return cue.subjects.empty() || !subject.named() ||
           cue.subjects.contains(scene_.text.Entity(subject.entity).type);
  }

  // Whether nothing but adverbs stands between the subject and the cue: not 为培养具有远见的人才.
  bool IsMainVerb(const Clause& clause, Span cue_span) const {
    for (size_t i = clause.predicate; i < clause.words.end; ++i) {
      if (r_[i].span.begin >= cue_span.begin) return true;
      if (!r_.IsAdverb(i) && !r_.IsMark(i) && r_[i].kind != WordKind::kDate) return false;
    }
    return true;
  }

  // 特别是, 尤其是, 不是 define nothing.
  bool IsPartOfLongerPhrase(Span cue_span, const AttributeCue& cue) const {
    static constexpr std::u32string_view kBefore[] = {U"特别", U"尤其", U"不",  U"而",
                                                      U"还",   U"但",   U"前身"};
    if (cue_span.begin > 0 && text_[cue_span.begin - 1] == U'为' && IsVerbal(cue)) return true;
    if (cue.id != "is") return false;
    return std::any_of(std::begin(kBefore), std::end(kBefore), [&](std::u32string_view word) {
      return cue_span.begin >= word.size() &&
             text_.compare(cue_span.begin - word.size(), word.size(), word) == 0;
    });
  }

  // 江城的方案是…, 江城鲟是…: what the cue says is said of the whole phrase. Nothing where a noun
  // that is not the subject's stands before the cue: 贯穿其中的一点是….
  std::optional<Subject> WhatIsSpokenOf(const Clause& clause, Span cue_span,
                                        const Subject& subject) const {
    constexpr uint32_t kLongestPhrase = 20;
    if (subject.basis == SubjectBasis::kPossessor && HasOwnHead(clause, cue_span)) {
      const Span whole = text::Cover(subject.mention, r_[clause.head.end - 1].span);
      if (r_.Is(clause.head.end - 1, kProjectNoun)) return subject;  // 江城的建设是…
      const bool joined =
          r_.IsDe(clause.head.begin - 1) || whole.size() == subject.mention.size() + 1;
      if (!joined) return subject;
      if (whole.size() > kLongestPhrase) return std::nullopt;
      return Subject{-1, whole, SubjectBasis::kExplicit};
    }
    if (subject.basis < SubjectBasis::kEllipsis) return subject;
    size_t i = scene_.text.WordAt(cue_span.begin);
    while (i > clause.words.begin && (r_.IsAdverb(i - 1) || r_.IsMark(i - 1))) --i;
    // 今年是…的第20年: said of the time. 创新一直是…: of what was told as a verb.
    const bool led = i > clause.words.begin &&
                     (r_.IsNominal(i - 1) || r_.IsDe(i - 1) || r_[i - 1].kind == WordKind::kDate ||
                      (i - 1 == clause.words.begin && r_.IsVerb(i - 1)));
    return led ? std::nullopt : std::optional<Subject>(subject);
  }

  // A noun stands between the name and the cue.
  bool HasOwnHead(const Clause& clause, Span cue_span) const {
    return clause.head.begin < clause.head.end &&
           r_[clause.head.end - 1].span.end <= cue_span.begin;
  }

  // 这也是…: said of what was told before, not of a thing.
  bool Points(const Clause& clause) const {
    size_t i = clause.words.begin;
    while (i < clause.words.end && (r_.IsMark(i) || r_.IsAdverb(i))) ++i;
    if (i >= clause.words.end) return false;
    const std::u32string_view word = r_.Text(i);
    return word == U"这" || word == U"那" || word == U"此" || word == U"这里" || word == U"这些";
  }

  // Said of the noun that leads the clause, not of what it belongs to: 热度是…, 行业成为….
  static bool SaysWhatItIs(const AttributeCue& cue) {
    return cue.id == "is" || cue.id == "became" || cue.id == "status";
  }

  // 为解决…, 为构建…: an aim, not what was done.
  static bool IsVerbal(const AttributeCue& cue) { return cue.id == "effect" || cue.id == "target"; }

  // 是一个…的用户装置: the noun behind the last 的 says what kind of thing it is.
  void StateCategory(const Subject& subject, const Clause& clause, Span cue_span, Span value) {
    constexpr uint32_t kLongestCategory = 16;
    size_t next = scene_.text.WordAt(cue_span.end);
    if (next >= clause.words.end || text_[r_[next].span.begin] != U'一') return;
    const size_t de = text::Slice(text_, value).rfind(U'的');
    if (de == std::u32string_view::npos) return;
    const Span category{value.begin + static_cast<uint32_t>(de) + 1, value.end};
    if (category.size() < kShortest || category.size() > kLongestCategory) return;
    static const AttributeCue& kind =
        *new AttributeCue{.id = "category", .property = "类别", .enders = {}, .endings = {}};
    State(subject, category, kind);
  }

  // 作为试点,…: the subject comes behind. Elsewhere it is the clause's.
  std::optional<Subject> SubjectFor(size_t c, Span cue_span, const AttributeCue& cue) const {
    const Clause& clause = scene_.clauses[c];
    if (cue.id == "as") {
      for (size_t k = c + 1; k < scene_.clauses.size() && k <= c + 3; ++k) {
        const Clause& next = scene_.clauses[k];
        if (next.sentence != clause.sentence) break;
        if (next.subject.known() && next.subject.basis <= SubjectBasis::kOwn) return next.subject;
      }
    }
    if (!clause.subject.known()) return std::nullopt;
    if (cue.id == "as" && clause.subject.basis == SubjectBasis::kTopic) return std::nullopt;
    const bool behind = clause.span.contains(clause.subject.mention) &&
                        clause.subject.mention.begin >= cue_span.end;
    if (behind && cue.id != "as") return std::nullopt;
    return clause.subject;
  }

  bool Splits(Span value) const {
    return text::Slice(text_, value).find(U'、') != std::u32string_view::npos;
  }

  // The members of a list joined by 、 and a last 和.
  std::vector<Span> Items(Span value) const {
    std::vector<Span> items;
    uint32_t begin = value.begin;
    int depth = 0;
    for (uint32_t i = value.begin; i <= value.end; ++i) {
      const char32_t c = i < value.end ? text_[i] : U'、';
      if (c == U'(' || c == U'“' || c == U'《') ++depth;
      if (c == U')' || c == U'”' || c == U'》') --depth;
      if (c != U'、' || (depth > 0 && i < value.end)) continue;
      AddItem({begin, i}, i == value.end, items);
      begin = i + 1;
    }
    return items;
  }

  void AddItem(Span item, bool last, std::vector<Span>& items) const {
    const WordRange words = r_.WordsIn(item);
    if (last) {
      for (size_t i = words.begin + 1; i + 1 < words.end; ++i) {
        if (!r_.Is(i, kConjunction)) continue;
        items.push_back({item.begin, r_[i].span.begin});
        item.begin = r_[i].span.end;
        break;
      }
    }
    if (item.size() >= kShortest) items.push_back(item);
  }

  // A member of a list that is a name is a relation, which has its own rules.
  bool IsName(Span value) const {
    const WordRange words = r_.WordsIn(value);
    return words.end == words.begin + 1 && r_.IsEntity(words.begin);
  }

  void State(const Subject& subject, Span read, const AttributeCue& cue) {
    const Span value = WithPartnerMarks(text_, read);
    if (cue.split && IsName(value)) {
      if (cue.names) StateName(subject, value, cue);
      return;
    }
    if (SplitsQuotation(text_, value)) return;
    FactDraft draft;
    knowledge::SetSubject(subject, draft);
    draft.value = value;
    draft.rule = values_.IsSuperlative(value) ? "attribute.superlative" : "attribute." + cue.id;
    draft.fact.set_property(values_.IsSuperlative(value) ? "地位" : PropertyOf(value, cue));
    draft.fact.set_text(PrintedText(scene_.context(), value));
    sink_.Add(std::move(draft));
  }

  // 建设状态 only of what is built: 正抢抓农时 is a state, but none of building.
  std::string PropertyOf(Span value, const AttributeCue& cue) const {
    return cue.id == "status" && !values_.Builds(value) ? "状态" : cue.property;
  }

  void StateName(const Subject& subject, Span value, const AttributeCue& cue) {
    const Subject name = NameAt(r_, r_.WordsIn(value).begin);
    StateRelation(scene_, {.id = cue.id, .property = cue.property}, {subject, name, value}, sink_);
  }

  const Scene& scene_;
  const WordReader r_;
  FactSink& sink_;
  const std::u32string& text_;
  const AttributeValues values_;
};

}  // namespace

void FindAttributeFacts(const Scene& scene, FactSink& sink) { AttributeReader(scene, sink).Read(); }

}  // namespace yinzheng::knowledge
