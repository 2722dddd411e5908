// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/attribute_facts.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "indexer/knowledge/citation.h"
#include "indexer/knowledge/extract/condition_facts.h"
#include "indexer/knowledge/extract/relation_statement.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

using text::Span;

constexpr uint32_t kShortest = 2;
constexpr uint32_t kLongest = 80;

bool IsTrimmed(char32_t c) {
  return c == U',' || c == U'。' || c == U';' || c == U':' || c == U' ' || c == U'、' || c == U'!';
}

class AttributeReader {
 public:
  AttributeReader(const Scene& scene, FactSink& sink)
      : scene_(scene), r_(scene.reader()), sink_(sink), text_(scene.context().reading.text()) {}

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
    if (IsOfAnother(clause, cue)) return false;
    if (cue.id == "counted" && StateOfNameBehind(clause, cue_span, cue)) return true;
    const std::optional<Subject> subject = SubjectFor(c, cue_span, cue);
    if (!subject || !subject->known() || !Fits(*subject, cue)) return false;
    // 某市软件产业面向…: what the industry does, the city does not.
    if (cue.names && subject->basis == SubjectBasis::kPossessor && HasOwnHead(clause, cue_span)) {
      return false;
    }
    const std::optional<Span> value = ValueOf(clause, cue_span, cue);
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
  bool IsOfAnother(const Clause& clause, const AttributeCue& cue) const {
    if (cue.id != "as" && clause.drifts) return true;
    return SaysWhatItIs(cue) && (clause.noun_led || Points(clause));
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
        const Span name = WithoutLoneQuotes({cue_span.end, r_[de - 1].span.end});
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

  std::optional<Span> ValueOf(const Clause& clause, Span cue_span, const AttributeCue& cue) const {
    Span value{cue.keep_cue ? cue_span.begin : cue_span.end, clause.span.end};
    const std::u32string_view rest = text::Slice(text_, {cue_span.end, clause.span.end});
    size_t end = std::u32string_view::npos;
    for (const std::u32string& ender : cue.enders) end = std::min(end, rest.find(ender));
    if (end != std::u32string_view::npos) {
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
  Span Trimmed(Span value) const {
    static constexpr std::u32string_view kOpenings[] = {U"了",   U"一个", U"一家",  U"一所",
                                                        U"一种", U"着",   U"一座",  U"一支",
                                                        U"一批", U"一项", U"一系列"};
    bool again = true;
    while (again && !value.empty()) {
      again = false;
      for (const std::u32string_view opening : kOpenings) {
        if (text_.compare(value.begin, opening.size(), opening) == 0 &&
            value.size() > opening.size()) {
          value.begin += static_cast<uint32_t>(opening.size());
          again = true;
        }
      }
      while (!value.empty() && IsTrimmed(text_[value.begin])) ++value.begin;
    }
    while (!value.empty() && IsTrimmed(text_[value.end - 1])) --value.end;
    return WithoutLoneQuotes(value);
  }

  Span WithoutLoneQuotes(Span value) const {
    const std::u32string_view words = text::Slice(text_, value);
    const auto open = std::count(words.begin(), words.end(), U'“');
    const auto close = std::count(words.begin(), words.end(), U'”');
    if (close > open && words.back() == U'”') --value.end;
    if (open > close && words.front() == U'“') ++value.begin;
    return value;
  }

  // A value holds a noun, does not begin like an opening phrase, and is no figure: figures are
  // facts of their own.
  bool IsStatement(Span value, const AttributeCue& cue) const {
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

  // What single cues ask of their values.
  bool SuitsCue(WordRange words, Span value, const AttributeCue& cue) const {
    if (cue.id == "plan") return StartsVerbally(words.begin);
    if (cue.id == "is") return !IsTimeOrDuty(text::Slice(text_, value));
    return cue.id != "for" || Gives(text::Slice(text_, value));
  }

  // 是成立十五周年, 是开局之年, 是要采取措施: when it is, or what has to be done.
  static bool IsTimeOrDuty(std::u32string_view value) {
    return value.front() == U'要' || value.ends_with(U"周年") || value.ends_with(U"之年") ||
           value.ends_with(U"时候");
  }

  // 为企业提供支持, 为产业注入动力.
  static bool Gives(std::u32string_view value) {
    static constexpr std::u32string_view kVerbs[] = {U"提供", U"注入", U"带来", U"贡献",
                                                     U"创造", U"奠定", U"增添"};
    return std::any_of(std::begin(kVerbs), std::end(kVerbs), [&](std::u32string_view verb) {
      return value.find(verb) != std::u32string_view::npos && !value.ends_with(verb);
    });
  }

  // 是如何产生的, 为什么是某某？ say nothing.
  bool Asks(Span value) const {
    static constexpr std::u32string_view kWords[] = {U"？",   U"?",    U"什么", U"如何",
                                                     U"怎样", U"怎么", U"多少", U"哪"};
    const std::u32string_view words = text::Slice(text_, value);
    return std::any_of(std::begin(kWords), std::end(kWords), [&](std::u32string_view word) {
      return words.find(word) != std::u32string_view::npos;
    });
  }

  bool EndsAs(Span value, const std::vector<std::u32string>& endings) const {
    const std::u32string_view words = text::Slice(text_, value);
    return std::any_of(endings.begin(), endings.end(),
                       [&](const std::u32string& ending) { return words.ends_with(ending); });
  }

  // A value that is a name, or a list of names; behind a verb that belongs to the value, one that
  // holds a name: relations tell these.
  bool HoldsOnlyNames(WordRange words, const AttributeCue& cue) const {
    bool any = false;
    bool all = true;
    for (size_t i = words.begin; i < words.end; ++i) {
      any |= r_.IsEntity(i);
      all &= r_.IsEntity(i) || r_.IsMark(i) || r_.IsListSeparator(i);
    }
    return any && (all || cue.keep_cue);
  }

  // What is planned begins with a verb; 将 before a noun only disposes of it.
  bool StartsVerbally(size_t i) const {
    return r_.StartsLikeVerb(i) || r_.IsAdverb(i) || r_.Is(i, kPreposition | kHave);
  }

  bool IsFigure(size_t i) const {
    const auto& match = scene_.text.quantities[static_cast<size_t>(r_[i].index)];
    return !match.vague && !match.bare;
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

  void State(const Subject& subject, Span value, const AttributeCue& cue) {
    if (cue.split && IsName(value)) {
      if (cue.names) StateName(subject, value, cue);
      return;
    }
    FactDraft draft;
    knowledge::SetSubject(subject, draft);
    draft.value = value;
    draft.rule = IsSuperlative(value) ? "attribute.superlative" : "attribute." + cue.id;
    draft.fact.set_property(IsSuperlative(value) ? "地位" : cue.property);
    draft.fact.set_text(PrintedText(scene_.context(), value));
    sink_.Add(std::move(draft));
  }

  void StateName(const Subject& subject, Span value, const AttributeCue& cue) {
    const Subject name = NameAt(r_, r_.WordsIn(value).begin);
    StateRelation(scene_, {.id = cue.id, .property = cue.property}, {subject, name, value}, sink_);
  }

  bool IsSuperlative(Span value) const {
    static constexpr std::u32string_view kWords[] = {
        U"首个", U"首家", U"首座", U"首次", U"首台", U"首张", U"第一台", U"第一个", U"第一家",
        U"最早", U"最大", U"唯一", U"之一", U"最高", U"最多", U"首款",   U"首批",   U"首颗"};
    const std::u32string_view words = text::Slice(text_, value);
    return std::any_of(std::begin(kWords), std::end(kWords), [&](std::u32string_view word) {
      return words.find(word) != std::u32string_view::npos;
    });
  }

  const Scene& scene_;
  const WordReader r_;
  FactSink& sink_;
  const std::u32string& text_;
};

}  // namespace

void FindAttributeFacts(const Scene& scene, FactSink& sink) { AttributeReader(scene, sink).Read(); }

}  // namespace yinzheng::knowledge
