// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/relation_facts.h"

#include <algorithm>
#include <vector>

#include "indexer/knowledge/citation.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

using Meanings = std::vector<RelationWord>;

// One relation word in a clause: words [begin, end).
struct RelationCue {
  size_t begin = 0;
  size_t end = 0;
  const Meanings* meanings = nullptr;
};

class RelationReader {
 public:
  RelationReader(const Scene& scene, FactSink& sink)
      : scene_(scene), r_(scene.reader()), sink_(sink) {}

  void Read() {
    for (const Clause& clause : scene_.clauses) {
      clause_ = &clause;
      for (const RelationCue& cue : Cues()) ReadCue(cue);
      ReadEventPlace();
      ReadNeighbours();
    }
  }

 private:
  std::vector<RelationCue> Cues() const {
    std::vector<RelationCue> cues;
    const std::u32string& text = scene_.context().reading.text();
    for (size_t i = clause_->words.begin; i < clause_->words.end; ++i) {
      if (!r_.IsPlain(i)) continue;
      const uint32_t stop = r_[clause_->words.end - 1].span.end;
      const auto match = scene_.rules->relations.StartingAt(text, r_[i].span.begin, stop);
      if (!match) continue;
      size_t end = i;
      while (end < clause_->words.end && r_[end].span.end <= r_[i].span.begin + match.length) ++end;
      if (end == i || r_[end - 1].span.end != r_[i].span.begin + match.length) continue;
      cues.push_back({i, end, match.value});
      i = end - 1;
    }
    return cues;
  }

  void ReadCue(const RelationCue& cue) {
    if (cue.end < clause_->words.end && r_.IsDe(cue.end)) {
      ReadRelative(cue);
      return;
    }
    if (ReadAttributivePlace(cue)) return;
    const std::vector<size_t> agents = NamesBehindWord(cue, U"由");
    if (clause_->subject.known()) {
      for (const size_t agent : agents) StatePassive(cue, agent);
    }
    const Subject subject = SubjectFor(cue);
    for (const size_t partner : Partners(cue)) StateFor(cue, subject, partner);
    for (const size_t object : Objects(cue)) {
      StateFor(cue, subject, object);
      for (const Subject& other : clause_->coordinated) StateFor(cue, other, object);
    }
  }

  // 会同某局,某委…: the subject of an opening phrase stands in the next clause.
  Subject SubjectFor(const RelationCue& cue) const {
    const bool opens = r_.Is(cue.begin, kPreposition) && cue.begin <= clause_->words.begin + 1;
    const Clause* next = clause_ + 1;
    const bool last = next == scene_.clauses.data() + scene_.clauses.size();
    if (opens && !last && next->sentence == clause_->sentence &&
        next->subject.basis <= SubjectBasis::kOwn) {
      return next->subject;
    }
    return clause_->subject;
  }

  // 位于甲的乙: 乙 is in 甲, whatever else the clause says.
  bool ReadAttributivePlace(const RelationCue& cue) {
    const bool located = std::any_of(cue.meanings->begin(), cue.meanings->end(),
                                     [](const RelationWord& word) { return word.id == "located"; });
    const size_t place = cue.end;
    if (!located || place + 2 >= clause_->words.end || !r_.IsEntity(place) || !r_.IsDe(place + 1)) {
      return false;
    }
    for (size_t i = place + 2; i < clause_->words.end; ++i) {
      if (r_.IsEntity(i)) {
        StatePair(cue, i, place);
        return true;
      }
      if (!r_.IsNominal(i) && !r_.IsQuoteMark(i)) return false;
    }
    return false;
  }

  // 与甲合作: the names between 与 and a word of cooperation.
  std::vector<size_t> Partners(const RelationCue& cue) const {
    const bool cooperates =
        std::any_of(cue.meanings->begin(), cue.meanings->end(),
                    [](const RelationWord& word) { return word.id == "cooperate"; });
    return cooperates ? NamesBehindWord(cue, U"与") : std::vector<size_t>();
  }

  // 甲（联合乙）研发的丙: the names before the verb made the name behind 的.
  void ReadRelative(const RelationCue& cue) {
    size_t product = 0;
    constexpr size_t kReach = 6;
    for (size_t i = cue.end + 1; i < clause_->words.end && i <= cue.end + kReach; ++i) {
      if (r_.IsEntity(i)) {
        product = i;
        break;
      }
      if (!r_.IsNominal(i) && !r_.IsQuoteMark(i) && r_[i].kind != WordKind::kQuantity) break;
    }
    if (product == 0) {
      ReadDefinition(cue);
      return;
    }
    for (const size_t maker : NamesBefore(cue.begin)) StatePair(cue, maker, product);
  }

  // 丙是甲与乙共同发起设立的公司: the names between 是 and the cue made the subject.
  void ReadDefinition(const RelationCue& cue) {
    if (!clause_->subject.known()) return;
    for (const size_t maker : NamesBehindWord(cue, U"是")) StatePassive(cue, maker);
  }

  // Names that reach up to the word at `end` through adverbs, 联合 and list separators.
  std::vector<size_t> NamesBefore(size_t end) const {
    std::vector<size_t> names;
    for (size_t i = end; i > clause_->words.begin; --i) {
      const size_t k = i - 1;
      if (r_.IsEntity(k)) {
        names.push_back(k);
      } else if (r_.IsMark(k) && r_.Text(k) == U")") {
        i = OpeningBracket(k) + 1;
      } else if (!r_.IsAdverb(k) && !r_.IsListSeparator(k) && r_.Text(k) != U"联合" &&
                 r_.Text(k) != U"自主" && r_.Text(k) != U"共同" && !r_.IsQuoteMark(k)) {
        break;
      }
    }
    return names;
  }

  size_t OpeningBracket(size_t close) const {
    size_t k = close;
    while (k > clause_->words.begin && r_.Text(k) != U"(") --k;
    return k;
  }

  // 由甲、乙等单位承建: the names between `word` and the cue.
  std::vector<size_t> NamesBehindWord(const RelationCue& cue, std::u32string_view word) const {
    size_t by = cue.begin;
    while (by > clause_->words.begin && r_.Text(by - 1) != word) --by;
    if (by == clause_->words.begin) return {};
    std::vector<size_t> names;
    for (size_t i = by; i < cue.begin; ++i) {
      if (r_.IsEntity(i) && r_[i].span != clause_->subject.mention) names.push_back(i);
    }
    return names;
  }

  // The names that are objects of the cue: behind the last 的 that a name follows, up to 等 or a
  // verb.
  std::vector<size_t> Objects(const RelationCue& cue) const {
    const size_t stop = ObjectEnd(cue);
    std::vector<size_t> names;
    for (size_t i = ObjectBegin(cue, stop); i < stop; ++i) {
      if (r_.IsEntity(i)) {
        if (IsHead(i, stop)) names.push_back(i);
      } else if (r_.Is(i, kListEnd)) {
        break;
      } else if (!names.empty() && (r_.IsVerb(i) || r_.Is(i, kPreposition)) &&
                 !r_.IsListSeparator(i)) {
        break;
      }
    }
    return names;
  }

  // Before the subject if that stands behind the cue: 位于丙的乙.
  size_t ObjectEnd(const RelationCue& cue) const {
    const text::Span mention = clause_->subject.mention;
    for (size_t i = cue.end; i < clause_->words.end; ++i) {
      if (r_.IsEntity(i) && r_[i].span == mention) return i;
    }
    return clause_->words.end;
  }

  size_t ObjectBegin(const RelationCue& cue, size_t stop) const {
    size_t begin = cue.end;
    for (size_t i = cue.end; i < stop; ++i) {
      if (r_.Is(i, kListEnd)) break;
      if (!r_.IsDe(i)) continue;
      bool name_follows = false;
      for (size_t k = i + 1; k < stop; ++k) name_follows |= r_.IsEntity(k);
      if (name_follows) begin = i + 1;
    }
    return begin;
  }

  // A name that modifies a following noun (甲科研院所) is no object itself, but 某项目, 某西区 is.
  bool IsHead(size_t i, size_t stop) const {
    size_t next = i + 1;
    while (next < stop && r_.IsQuoteMark(next)) ++next;
    if (next >= stop) return true;
    // 打造我国…: a place is an object only where the phrase ends with it.
    if (r_.TypeOf(i) == v1::ENTITY_TYPE_PLACE && !r_.IsMark(next) && !r_.IsListSeparator(next) &&
        !r_.Is(next, kListEnd | kProjectNoun) && !r_.IsVerb(next)) {
      return false;
    }
    if (r_.IsDe(next)) return next + 1 >= stop;
    return !r_.IsNominal(next) || r_.Is(next, kProjectNoun);
  }

  Subject NameAt(size_t i) const {
    return {r_.text().EntityOf(r_[i]), r_[i].span, SubjectBasis::kExplicit};
  }

  // A thing without a name fits any type.
  bool Fits(const std::set<v1::EntityType>& types, const Subject& thing) const {
    return types.empty() || !thing.named() || types.contains(scene_.text.Entity(thing.entity).type);
  }

  static bool Same(const Subject& a, const Subject& b) {
    return a.named() ? a.entity == b.entity : a.mention == b.mention;
  }

  void StateFor(const RelationCue& cue, const Subject& subject, size_t object) {
    const Subject value = NameAt(object);
    if (!subject.known() || Same(value, subject)) return;
    for (const RelationWord& meaning : *cue.meanings) {
      if (!Fits(meaning.left, subject) || !Fits(meaning.right, value)) continue;
      if (meaning.inverse) {
        State(meaning, value, subject, value.mention);
      } else {
        State(meaning, subject, value, value.mention);
      }
      return;
    }
  }

  void StatePair(const RelationCue& cue, size_t maker, size_t product) {
    StateFor(cue, NameAt(maker), product);
  }

  // 丙由甲承建.
  void StatePassive(const RelationCue& cue, size_t agent) {
    const Subject maker = NameAt(agent);
    if (Same(maker, clause_->subject)) return;
    for (const RelationWord& meaning : *cue.meanings) {
      if (!meaning.inverse) continue;
      State(meaning, clause_->subject, maker, maker.mention);
      return;
    }
  }

  void State(const RelationWord& meaning, const Subject& subject, const Subject& value,
             text::Span place) {
    FactDraft draft;
    SetSubject(subject, draft);
    draft.value = place;
    draft.rule = "relation." + meaning.id;
    draft.fact.set_property(meaning.property);
    v1::EntityRef& ref = *draft.fact.mutable_entity();
    if (value.named()) {
      ref.set_entity(LocalEntityId(value.entity));
      ref.set_display_name(scene_.text.Entity(value.entity).names[0].text);
    } else {
      ref.set_display_name(PrintedText(scene_.context(), value.mention));
    }
    sink_.Add(std::move(draft));
  }

  // 在某地启用, 在某交易所上市: a place between 在 and an event.
  void ReadEventPlace() {
    if (!clause_->subject.known()) return;
    const WordRange words = clause_->words;
    for (size_t i = words.begin; i + 2 < words.end; ++i) {
      if (r_.Text(i) != U"在" || !r_.IsEntity(i + 1)) continue;
      size_t verb = i + 2;
      while (verb < words.end && r_.IsNominal(verb) && !IsEvent(verb)) ++verb;
      const Subject place = NameAt(i + 1);
      if (verb >= words.end || !IsEvent(verb) || Same(place, clause_->subject)) continue;
      State({.id = "event_place", .property = text::EncodeUtf8(r_.Text(verb)) + "地点"},
            clause_->subject, place, place.mention);
    }
  }

  bool IsEvent(size_t i) const { return scene_.rules->events.Contains(r_.Text(i)); }

  // 公司“产品”, 甲院的乙所: names side by side.
  void ReadNeighbours() {
    for (size_t i = clause_->words.begin; i < clause_->words.end; ++i) {
      if (!r_.IsEntity(i)) continue;
      size_t next = i + 1;
      while (next < clause_->words.end && (r_.IsQuoteMark(next) || r_.IsDe(next))) ++next;
      if (next >= clause_->words.end || !r_.IsEntity(next)) continue;
      const v1::EntityType left = r_.TypeOf(i);
      const v1::EntityType right = r_.TypeOf(next);
      const bool makes = left == v1::ENTITY_TYPE_COMPANY && right == v1::ENTITY_TYPE_PRODUCT;
      const bool owns = IsInstitution(left) && IsInstitution(right);
      if (makes) {
        State({.id = "neighbour", .property = "研发的产品"}, NameAt(i), NameAt(next),
              r_[next].span);
      } else if (owns && r_.text().EntityOf(r_[i]) != r_.text().EntityOf(r_[next])) {
        State({.id = "neighbour", .property = "隶属"}, NameAt(next), NameAt(i), r_[i].span);
      }
    }
  }

  static bool IsInstitution(v1::EntityType type) {
    return type == v1::ENTITY_TYPE_ORGANIZATION || type == v1::ENTITY_TYPE_COMPANY ||
           type == v1::ENTITY_TYPE_FACILITY;
  }

  const Scene& scene_;
  const WordReader r_;
  FactSink& sink_;
  const Clause* clause_ = nullptr;
};

}  // namespace

void FindRelationFacts(const Scene& scene, FactSink& sink) { RelationReader(scene, sink).Read(); }

}  // namespace yinzheng::knowledge
