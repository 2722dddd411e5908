// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/neighbour_facts.h"

#include <algorithm>
#include <vector>

#include "indexer/knowledge/extract/relation_statement.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

bool IsInstitution(v1::EntityType type) {
  return type == v1::ENTITY_TYPE_ORGANIZATION || type == v1::ENTITY_TYPE_COMPANY ||
         type == v1::ENTITY_TYPE_FACILITY;
}

class NeighbourReader {
 public:
  NeighbourReader(const Scene& scene, FactSink& sink)
      : scene_(scene), r_(scene.reader()), sink_(sink) {}

  void Read() {
    for (const Clause& clause : scene_.clauses) {
      for (size_t i = clause.words.begin; i < clause.words.end; ++i) {
        if (r_.IsEntity(i)) {
          ReadPair(clause, i);
          ReadInside(clause, i);
          ReadSide(clause, i);
          ReadGuidance(clause, i);
          ReadBracket(clause, i);
        }
        if (r_.Text(i) == U"在") {
          ReadEventPlace(clause, i);
          ReadPatrons(clause, i);
        }
      }
    }
  }

 private:
  // 公司“产品”, 甲院的乙所, 甲集团旗下的乙公司: names side by side.
  void ReadPair(const Clause& clause, size_t left) {
    const size_t connector = Behind(clause, left + 1);
    const bool below = connector < clause.words.end && r_.Is(connector, kBelow);
    const size_t right = below ? OverNouns(clause, connector + 1) : connector;
    if (right >= clause.words.end || !r_.IsEntity(right)) return;
    const v1::EntityType owner = r_.TypeOf(left);
    const v1::EntityType owned = r_.TypeOf(right);
    const Subject whole = NameAt(r_, left);
    const Subject part = NameAt(r_, right);
    const bool makes = owner == v1::ENTITY_TYPE_COMPANY || (below && IsInstitution(owner));
    if (makes && owned == v1::ENTITY_TYPE_PRODUCT) {
      StateRelation(scene_, {.id = "neighbour", .property = "研发的产品"},
                    {whole, part, part.mention}, sink_);
    } else if (owner == v1::ENTITY_TYPE_PLACE && right == left + 1 && IsLatin(right) &&
               IsCountry(left)) {
      StateRelation(scene_, {.id = "country", .property = "所属国家或地区"},
                    {part, whole, part.mention}, sink_);
    } else if (owner == v1::ENTITY_TYPE_PLACE && !below && StandsIn(clause, left, right)) {
      StateRelation(scene_, {.id = "chain", .property = "位于"}, {part, whole, part.mention},
                    sink_);
    } else if (IsInstitution(owner) && IsInstitution(owned)) {
      const char* id = below ? "below" : "neighbour";
      StateRelation(scene_, {.id = id, .property = "隶属"}, {part, whole, whole.mention}, sink_);
    }
  }

  // “某城一区”(甲、乙和丙): the members of what is called so.
  void ReadBracket(const Clause& clause, size_t name) {
    const v1::EntityType type = r_.TypeOf(name);
    if (type != v1::ENTITY_TYPE_PLACE && type != v1::ENTITY_TYPE_PROJECT) return;
    size_t i = name + 1;
    while (i < clause.words.end && r_.IsQuoteMark(i)) ++i;
    if (i >= clause.words.end || (r_.Text(i) != U"(" && r_.Text(i) != U"（")) return;
    std::vector<size_t> members;
    bool member = true;  // whether one may begin
    for (++i; i < clause.words.end && r_.Text(i) != U")" && r_.Text(i) != U"）"; ++i) {
      if (r_.IsEntity(i) && member) members.push_back(i);
      const bool inner = r_.IsEntity(i) || r_.IsNominal(i) || r_.IsListSeparator(i) ||
                         r_.IsQuoteMark(i) || r_.Is(i, kListEnd);
      if (!inner) return;
      member = r_.IsListSeparator(i) || (member && r_.IsQuoteMark(i));
    }
    if (members.size() < 2) return;
    for (const size_t part : members) {
      const Subject what = NameAt(r_, part);
      StateRelation(scene_, {.id = "parts", .property = "组成部分"},
                    {NameAt(r_, name), what, what.mention}, sink_);
    }
  }

  bool IsCountry(size_t i) const {
    const std::u32string_view name = r_.Text(i);
    return name.ends_with(U"国") || name == U"欧盟" || name == U"日本" || name == U"加拿大";
  }

  // 美国FDA, 欧盟EMA.
  bool IsLatin(size_t i) const {
    const std::u32string_view name = r_.Text(i);
    return r_.TypeOf(i) == v1::ENTITY_TYPE_ORGANIZATION &&
           std::all_of(name.begin(), name.end(), [](char32_t c) { return c < 0x80; });
  }

  // 甲局指导乙院搭建平台: 乙 acts, under the guidance of 甲.
  void ReadGuidance(const Clause& clause, size_t left) {
    const size_t right = left + 2;
    if (right >= clause.words.end || r_.Text(left + 1) != U"指导" || !r_.IsEntity(right)) return;
    if (!IsInstitution(r_.TypeOf(left)) || r_.TypeOf(right) == v1::ENTITY_TYPE_PLACE) return;
    const Subject guide = NameAt(r_, left);
    StateRelation(scene_, {.id = "guide", .property = "指导单位"},
                  {NameAt(r_, right), guide, guide.mention}, sink_);
  }

  // 湖北|江城, 湖北省|东山县: a province or city directly before a place that it may hold; not
  // 俄中, which are two countries, nor the beginning of a longer chain.
  bool StandsIn(const Clause& clause, size_t left, size_t right) const {
    if (right != left + 1 || r_.TypeOf(right) != v1::ENTITY_TYPE_PLACE) return false;
    if (left > clause.words.begin && r_.IsEntity(left - 1)) return false;
    const std::u32string_view outer = r_.Text(left);
    const std::u32string_view inner = r_.Text(right);
    static constexpr std::u32string_view kOuter = U"省市州盟";
    static constexpr std::u32string_view kInner = U"市县区镇乡村旗盟州";
    const bool administers = kOuter.find(outer.back()) != std::u32string_view::npos ||
                             outer.ends_with(U"自治区") || IsProvince(outer);
    const bool held = kInner.find(inner.back()) != std::u32string_view::npos;
    return inner.size() > 1 && outer.size() > 1 && (administers || held);
  }

  bool IsProvince(std::u32string_view name) const { return scene_.rules->Is(name, kProvince); }

  // 某园内的甲公司、乙公司: they stand in the park.
  void ReadInside(const Clause& clause, size_t place) {
    const bool inside = place + 2 < clause.words.end && r_.TypeOf(place) == v1::ENTITY_TYPE_PLACE &&
                        (r_.Text(place + 1) == U"内" || r_.Text(place + 1) == U"里") &&
                        r_.IsDe(place + 2);
    if (!inside) return;
    for (size_t i = place + 3; i < clause.words.end; ++i) {
      if (r_.IsEntity(i) && IsInstitution(r_.TypeOf(i))) {
        const Subject thing = NameAt(r_, i);
        StateRelation(scene_, {.id = "located", .property = "位于"},
                      {thing, NameAt(r_, place), thing.mention}, sink_);
      } else if (!r_.IsNominal(i) && !r_.IsQuoteMark(i) && !r_.IsListSeparator(i)) {
        return;
      }
    }
  }

  // 江城北部的“某谷”: a side of a place, then what stands there.
  void ReadSide(const Clause& clause, size_t place) {
    const size_t side = place + 1;
    if (r_.TypeOf(place) != v1::ENTITY_TYPE_PLACE || side + 2 >= clause.words.end) return;
    if (!r_.IsPlain(side) || r_[side].tag != "f" || !r_.IsDe(side + 1)) return;
    const size_t thing = Behind(clause, side + 2);
    if (thing >= clause.words.end || !r_.IsEntity(thing)) return;
    const v1::EntityType type = r_.TypeOf(thing);
    if (type != v1::ENTITY_TYPE_PLACE && !IsInstitution(type)) return;
    const Subject what = NameAt(r_, thing);
    StateRelation(scene_, {.id = "located", .property = "位于"},
                  {what, NameAt(r_, place), what.mention}, sink_);
  }

  // 在甲局、乙局等部门的大力支持下,某集团…: under whose guidance or with whose support.
  void ReadPatrons(const Clause& clause, size_t in) {
    std::vector<size_t> names;
    size_t i = in + 1;
    for (; i < clause.words.end && PatronProperty(i) == nullptr; ++i) {
      if (r_.IsEntity(i)) names.push_back(i);
      const bool inner = r_.IsEntity(i) || r_.IsListSeparator(i) || r_.Is(i, kListEnd) ||
                         r_.IsDe(i) || r_.IsAdverb(i) || r_.IsNominal(i) || r_.IsQuoteMark(i);
      if (!inner) return;
    }
    const bool closed =
        i < clause.words.end &&
        (r_.Text(i).ends_with(U"下") || (i + 1 < clause.words.end && r_.Text(i + 1) == U"下"));
    if (!closed || names.empty()) return;
    const Subject& subject = PatronisedBy(clause);
    for (const size_t name : names) {
      const v1::EntityType type = r_.TypeOf(name);
      if (type == v1::ENTITY_TYPE_PRODUCT || type == v1::ENTITY_TYPE_PROJECT) continue;
      if (type == v1::ENTITY_TYPE_PLACE && r_.IsEntity(name + 1)) continue;  // 某省某院
      const Subject patron = NameAt(r_, name);
      StateRelation(scene_, {.id = "patron", .property = PatronProperty(i)},
                    {subject, patron, patron.mention}, sink_);
    }
  }

  // Null for any other word.
  const char* PatronProperty(size_t i) const {
    std::u32string_view word = r_.Text(i);
    if (word.ends_with(U"下")) word.remove_suffix(1);
    if (word.ends_with(U"指导") || word.ends_with(U"领导")) return "指导单位";
    const bool support = word.ends_with(U"支持") || word == U"帮助" || word == U"资助";
    return support ? "支持单位" : nullptr;
  }

  // The subject of the clause, or of the one that the phrase opens.
  const Subject& PatronisedBy(const Clause& clause) const {
    const bool last = &clause + 1 == scene_.clauses.data() + scene_.clauses.size();
    if (clause.subject.basis <= SubjectBasis::kOwn || last) return clause.subject;
    const Clause& next = *(&clause + 1);
    const bool own = next.sentence == clause.sentence && next.subject.basis <= SubjectBasis::kOwn;
    return own ? next.subject : clause.subject;
  }

  // Over quotation marks and 的.
  size_t Behind(const Clause& clause, size_t i) const {
    while (i < clause.words.end && (r_.IsQuoteMark(i) || r_.IsDe(i))) ++i;
    return i;
  }

  // Over the few nouns that may stand before the second name: 旗下人工智能企业乙.
  size_t OverNouns(const Clause& clause, size_t i) const {
    constexpr size_t kReach = 4;
    const size_t stop = std::min(clause.words.end, i + kReach);
    i = Behind(clause, i);
    while (i < stop && (r_.IsNominal(i) || r_.IsQuoteMark(i))) ++i;
    return i;
  }

  // 在某地启用, 在某交易所上市: a place between 在 and an event.
  void ReadEventPlace(const Clause& clause, size_t in) {
    if (in + 2 >= clause.words.end || !r_.IsEntity(in + 1)) return;
    size_t verb = in + 2;
    while (verb < clause.words.end && r_.IsNominal(verb) && !IsEvent(verb)) ++verb;
    if (verb >= clause.words.end || !IsEvent(verb)) return;
    const Subject subject = TakesPlace(clause, in, verb);
    if (!subject.known()) return;
    const std::string property = text::EncodeUtf8(r_.Text(verb)) + "地点";
    const Subject place = NameAt(r_, in + 1);
    StateRelation(scene_, {.id = "event_place", .property = property},
                  {subject, place, place.mention}, sink_);
  }

  // 在某市召开的某大会, 在某市举办某大会: the name behind. Else the subject, unless its name only
  // begins the words for what takes place (某省第二次会议在某市召开).
  Subject TakesPlace(const Clause& clause, size_t in, size_t verb) const {
    size_t behind = verb + 1;
    while (behind < clause.words.end && (r_.IsDe(behind) || r_.IsAspect(behind))) ++behind;
    const size_t name = OverNouns(clause, behind);
    if (name < clause.words.end && r_.IsEntity(name)) return NameAt(r_, name);
    if (name > verb + 1 || Counts(clause, in)) return {};
    const Subject& subject = clause.subject;
    if (!subject.known() || subject.basis == SubjectBasis::kPossessor ||
        subject.basis > SubjectBasis::kEllipsis || subject.mention.begin > r_[in].span.begin) {
      return {};
    }
    if (!subject.named()) return subject;
    const v1::EntityType type = scene_.text.Entity(subject.entity).type;
    const bool acts = type == v1::ENTITY_TYPE_PLACE || type == v1::ENTITY_TYPE_PERSON;
    return acts ? Subject() : subject;
  }

  // 某院已有9家研究所在某地落地: what is counted lands, not the institute.
  bool Counts(const Clause& clause, size_t in) const {
    for (size_t i = clause.words.begin; i < in; ++i) {
      if (r_[i].kind == WordKind::kQuantity) return true;
    }
    return false;
  }

  bool IsEvent(size_t i) const { return scene_.rules->events.Contains(r_.Text(i)); }

  const Scene& scene_;
  const WordReader r_;
  FactSink& sink_;
};

}  // namespace

void FindNeighbourFacts(const Scene& scene, FactSink& sink) { NeighbourReader(scene, sink).Read(); }

}  // namespace yinzheng::knowledge
