// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/subject_finder.h"

#include <algorithm>
#include <string_view>

#include "indexer/knowledge/extract/anaphora.h"
#include "indexer/knowledge/extract/dateline.h"
#include "indexer/knowledge/extract/thing_words.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

class SubjectFinder {
 public:
  SubjectFinder(const WordReader& reader, WordRange clause) : r_(reader), clause_(clause) {
    while (clause_.end > clause_.begin && r_.IsMark(clause_.end - 1)) --clause_.end;
  }

  SubjectWords Find() {
    const size_t i = SkipOpening(BehindDateline(r_, clause_));
    found_.predicate = i;
    if (i >= clause_.end) return found_;
    if (const size_t place = WhereCountedStand(i)) {
      SetName(place, {});
      found_.predicate = clause_.end;
    } else if (r_.IsEntity(i)) {
      ReadName(i);
    } else if (r_.Is(i, kPreposition)) {
      const size_t name = AttributiveName(i);
      if (name > 0) {
        ReadName(name);
      } else {
        SetName(i + 1, {});
        SetHead(i + 2);
      }
    } else if (const size_t n = AnaphorLength(r_, i, clause_.end)) {
      SetAnaphor(i, n);
    } else if (const size_t own = r_.PhraseLength(i, clause_.end, kOwnOrg)) {
      SetOwn(i, own);
    } else if (r_.StartsLikeVerb(i) || SettlesIn(i)) {
      ReadAttributive(i);
    } else if (r_.IsNominal(i) || r_[i].kind == WordKind::kQuantity) {
      ReadNoun(i);
    }
    return found_;
  }

 private:
  // Past marks, times, adverbs and phrases with a preposition.
  size_t SkipOpening(size_t i) const {
    while (i < clause_.end) {
      if (Disposes(i)) {
        i = BehindPhrase(i + 1);
      } else if (const size_t n = r_.PhraseLength(i, clause_.end, kAdverb)) {
        i += n;
      } else if (r_.IsMark(i) || r_[i].kind == WordKind::kDate ||
                 (r_.IsPlain(i) && r_[i].tag == "d")) {
        ++i;
      } else if (r_.Is(i, kPreposition)) {
        if (AttributiveName(i) > 0 || ModifiedNoun(i) > 0) return i;
        i = BehindPhrase(i + 1);
      } else {
        return i;
      }
    }
    return i;
  }

  // 将甲引进园区: what stands behind 将 is the object of the verb, not a subject.
  bool Disposes(size_t i) const {
    if (r_.Text(i) != U"将" || i + 1 >= clause_.end) return false;
    return r_.IsEntity(i + 1) || r_.IsQuoteMark(i + 1) ||
           (r_.IsNominal(i + 1) && !r_.Is(i + 1, kVerbLike | kHave));
  }

  // Behind a phrase whose preposition stands before `i`: its local word, or the verb that it
  // depends on.
  size_t BehindPhrase(size_t i) const {
    bool object = false;
    if (i < clause_.end && r_[i].kind == WordKind::kDate) return i + 1;
    for (; i < clause_.end; ++i) {
      if (object) {
        if (const size_t n = r_.PhraseLength(i, clause_.end, kLocal)) return i + n;
        if (r_.IsVerb(i) && !EndsPhrase(i)) return i;
        if (r_.Is(i, kAdverb) && !r_.IsNominal(i)) return i;
      }
      object |= r_.IsEntity(i) || r_.IsNominal(i) || r_.IsVerb(i);
    }
    return i;
  }

  // A verb inside of the phrase: 在…指导下, 对…建设的支持.
  bool EndsPhrase(size_t verb) const {
    for (size_t j = verb + 1; j < clause_.end && j <= verb + 2; ++j) {
      if (r_.IsDe(j) || r_.PhraseLength(j, clause_.end, kLocal) > 0) return true;
      if (!r_.IsNominal(j)) return false;
    }
    return false;
  }

  // 通过某法的成功率可达…: the name that modifies the noun which is the subject. 0 if there is
  // none.
  size_t ModifiedNoun(size_t preposition) const {
    const size_t name = preposition + 1;
    if (name + 2 >= clause_.end || !r_.IsEntity(name) || !r_.IsDe(name + 1)) return 0;
    const size_t end = NounPhraseEnd(name + 2);
    if (end == name + 2 || end >= clause_.end || !StartsPredicate(end)) return 0;
    return r_.PhraseLength(end, clause_.end, kLocal) > 0 ? 0 : name;
  }

  bool StartsPredicate(size_t i) const { return r_.StartsPredicate(i); }

  void SetAnaphor(size_t i, size_t n) {
    found_.kind = SubjectWords::Kind::kAnaphor;
    found_.words = {i, i + n};
    SetHead(i + n);
  }

  void SetOwn(size_t i, size_t n) {
    found_.kind = SubjectWords::Kind::kOwn;
    found_.words = {i, i + n};
    SetHead(i + n);
  }

  // The nouns behind a name or pronoun, with or without 的.
  void SetHead(size_t i) {
    size_t begin = i;
    if (begin < clause_.end && r_.IsDe(begin)) ++begin;
    const size_t end = NounPhraseEnd(begin);
    found_.head = {begin, end};
    found_.possessor = end > begin;
    found_.predicate = end > begin ? end : i;
  }

  size_t NounPhraseEnd(size_t i) const {
    while (i < clause_.end && (r_.IsNominal(i) || InnerNoun(i))) ++i;
    return i;
  }

  // What may stand inside of a noun phrase when a noun follows.
  bool InnerNoun(size_t i) const {
    if (r_.Text(i) == U"以上" && i > clause_.begin && i + 1 < clause_.end) {  // 规模以上企业
      return (r_.Text(i - 1) == U"规模" || r_.Text(i - 1) == U"限额") && r_.IsNominal(i + 1);
    }
    const bool joins = r_.IsDe(i) || r_.IsListSeparator(i) || r_.IsQuoteMark(i) || r_.IsVerb(i);
    if (!joins || r_.rules().modality.Contains(r_.Text(i))) return false;  // 愿同…
    if (r_.Is(i, kHave | kCopula | kChange | kPreposition)) return false;
    return i + 1 < clause_.end && r_.IsNominal(i + 1) && !StartsPredicate(i + 1);
  }

  // 某省某市某区: the last of places that stand side by side.
  size_t LastOfChain(size_t i) const {
    while (i + 1 < clause_.end && r_.TypeOf(i) == v1::ENTITY_TYPE_PLACE &&
           r_.TypeOf(i + 1) == v1::ENTITY_TYPE_PLACE) {
      ++i;
    }
    return i;
  }

  void ReadName(size_t i) {
    i = LastOfChain(i);
    if (const size_t relative = RelativeHead(i)) {
      ReadName(relative);
      return;
    }
    size_t j = BehindMarks(i + 1);
    std::vector<size_t> others;
    while (j + 1 < clause_.end && r_.IsListSeparator(j)) {
      const size_t next = NextInList(j + 1);
      if (next == 0) break;
      others.push_back(next);
      j = BehindMarks(next + 1);
    }
    const size_t head_name = NameAtEndOfPhrase(j);
    // 某市某指数排名: the index ranks the city.
    if (head_name > 0 && r_.TypeOf(head_name) != v1::ENTITY_TYPE_INDEX) {
      SetName(head_name, {});
      return;
    }
    if (j < clause_.end && r_.Is(j, kReporter)) return;
    if (j < clause_.end && r_.Is(j, kListEnd)) ++j;
    SetName(i, others);
    SetHead(j);
  }

  void SetName(size_t i, std::vector<size_t> others) {
    found_.kind = SubjectWords::Kind::kName;
    found_.words = {i, i + 1};
    found_.coordinated = std::move(others);
    found_.predicate = BehindMarks(i + 1);
    found_.head = {found_.predicate, found_.predicate};
  }

  // The next name of a list, with at most a few nouns before it: 甲药、融合蛋白药物乙. 0 if there
  // is none.
  size_t NextInList(size_t i) const {
    constexpr size_t kReach = 7;
    const size_t limit = std::min(clause_.end, i + kReach);
    for (i = OverOpeningQuotes(i); i < limit; ++i) {
      if (r_.IsEntity(i)) return r_.TypeOf(i) == v1::ENTITY_TYPE_PERSON ? 0 : i;
      if (!r_.IsNominal(i) && !r_.IsQuoteMark(i)) return 0;
    }
    return 0;
  }

  size_t OverOpeningQuotes(size_t i) const {
    while (i < clause_.end && r_.IsQuoteMark(i)) ++i;
    return i;
  }

  // Behind closing quotes and what stands in brackets.
  size_t BehindMarks(size_t i) const {
    while (i < clause_.end && r_.IsMark(i)) {
      const std::u32string_view mark = r_.Text(i);
      if (mark == U"(" || mark == U"（") {
        i = r_.BehindBracket(i, clause_.end);
      } else if (r_.IsQuoteMark(i) && mark != U"“" && mark != U"‘" && mark != U"《") {
        ++i;
      } else {
        break;
      }
    }
    return i;
  }

  // 甲院院长某某, 某市的某园: the last name of a run of nouns is the subject if nothing but a verb,
  // an adverb or the end follows. 0 if the run holds no further name.
  size_t NameAtEndOfPhrase(size_t i) const {
    size_t last = 0;
    bool list = false;
    for (; i < clause_.end; ++i) {
      list |= r_.IsMark(i) && r_.Text(i) == U"、";
      if (r_.IsEntity(i)) {
        last = i;
      } else if (!r_.IsNominal(i) && !r_.IsDe(i) && !r_.IsQuoteMark(i) &&
                 !(r_.IsMark(i) && r_.Text(i) == U"、")) {
        break;
      }
    }
    if (last == 0) return 0;
    const size_t behind = BehindMarks(last + 1);
    const bool person = r_.TypeOf(last) == v1::ENTITY_TYPE_PERSON;
    if (list && !person) return 0;
    if (person || behind >= clause_.end || StartsPredicate(behind)) return last;
    return 0;
  }

  // 甲研发的乙…: the name behind a relative clause whose one verb stands before 的. 0 if there is
  // none.
  size_t RelativeHead(size_t name) const {
    size_t i = BehindMarks(name + 1);
    size_t verbs = 0;
    for (; i < clause_.end; ++i) {
      if (r_.IsDe(i)) break;
      if (r_.IsVerb(i) && ++verbs > 2) return 0;
      if (!r_.IsVerb(i) && !r_.IsAdverb(i) && !r_.IsNominal(i)) return 0;
      if (r_.IsAspect(i)) return 0;
    }
    if (i >= clause_.end || i == name + 1 || !r_.IsPlain(i - 1)) return 0;
    const bool verbal = r_.StartsLikeVerb(i - 1) || r_[i - 1].tag == "vn";
    if (!verbal || (verbs == 0 && !r_.Is(i - 1, kVerbLike))) return 0;
    return NameBehindDe(i + 1);
  }

  // 与, 和 between nouns; not before a name, which may begin another member of a list.
  bool JoinsNouns(size_t i) const {
    return r_.Is(i, kConjunction) && i + 1 < clause_.end && !r_.IsEntity(i + 1);
  }

  size_t NameBehindDe(size_t i) const {
    constexpr size_t kReach = 10;
    const size_t limit = std::min(clause_.end, i + kReach);
    for (size_t j = i; j < limit; ++j) {
      if (r_.IsEntity(j)) return PersonBehind(j);
      const bool inner = r_.IsNominal(j) || r_.IsQuoteMark(j) || JoinsNouns(j) ||
                         (r_.IsMark(j) && r_.Text(j) == U"—") || (r_.IsVerb(j) && j > i);
      if (!inner) return 0;
    }
    return 0;
  }

  // “某晚会”——第七届某大会: what the name behind the dash calls by its full name.
  size_t Apposition(size_t name) const {
    constexpr size_t kReach = 3;  // Words between the dash and the name.
    size_t i = BehindMarks(name + 1);
    if (i >= clause_.end || !r_.IsMark(i) || r_.Text(i) != U"—") return name;
    while (i < clause_.end && r_.IsMark(i)) ++i;
    for (size_t n = 0; i < clause_.end && n <= kReach; ++i, ++n) {
      if (r_.IsEntity(i)) return i;
      if (!r_.IsNominal(i) && r_[i].kind != WordKind::kQuantity) break;
    }
    return name;
  }

  // 某院首席科学家某某: the person behind an institution and an office; else `name` itself.
  size_t PersonBehind(size_t name) const {
    size_t i = BehindMarks(name + 1);
    while (i < clause_.end && (r_.IsNominal(i) || r_.IsQuoteMark(i))) ++i;
    const bool person = i < clause_.end && r_.TypeOf(i) == v1::ENTITY_TYPE_PERSON;
    return person ? i : name;
  }

  // 位于丙的乙…: a name behind a clause that begins with a verb.
  void ReadAttributive(size_t i) {
    const size_t name = AttributiveName(i);
    if (name > 0) {
      ReadName(name);
    } else if (Means(i, "landed") && i + 3 < clause_.end && r_.IsEntity(i + 1) && r_.IsDe(i + 2) &&
               CountsSettlers(i + 3)) {
      ReadName(i + 1);  // 入驻园区的企业有…: the firms of the park
    }
  }

  // 已有37个平台落户某城, 超过80家企业入驻某园: the place, of which the clause says how many there
  // are. 0 for any other clause.
  size_t WhereCountedStand(size_t i) const {
    if (r_.Is(i, kHave | kCopula) && r_.Text(i).ends_with(U"有")) ++i;
    if (i + 3 >= clause_.end || r_[i].kind != WordKind::kQuantity) return 0;
    size_t verb = i + 1;
    while (verb < clause_.end && (r_.IsNominal(verb) || InnerNoun(verb)) && !Lands(verb)) ++verb;
    while (verb < clause_.end && r_.IsAdverb(verb) && !Lands(verb)) ++verb;
    if (verb == i + 1 || verb + 1 >= clause_.end || !Lands(verb)) return 0;
    size_t name = verb + 1;
    if (r_.Text(name) == U"于" || r_.Text(name) == U"在" || r_.IsAspect(name)) ++name;
    if (name >= clause_.end || r_.TypeOf(name) != v1::ENTITY_TYPE_PLACE) return 0;
    name = LastOfChain(name);
    if (name + 2 < clause_.end && r_.IsDe(name + 1) && r_.IsEntity(name + 2)) name += 2;
    return BehindMarks(name + 1) >= clause_.end ? name : 0;
  }

  bool Lands(size_t i) const { return r_.IsPlain(i) && Means(i, "landed"); }

  // 落户甲的, 位于乙的: verbs that the segmenter may take for nouns.
  bool SettlesIn(size_t i) const {
    return i + 2 < clause_.end && r_.IsEntity(i + 1) && r_.IsDe(i + 2) &&
           (Means(i, "landed") || Means(i, "located"));
  }

  bool Means(size_t i, std::string_view relation) const {
    const auto* meanings = r_.rules().relations.Find(r_.Text(i));
    return meanings != nullptr && meanings->front().id == relation;
  }

  // 企业有80家, 科研院所共20个: the nouns from `i` name those of whom the clause says no more than
  // how many there are.
  bool CountsSettlers(size_t i) const {
    const size_t behind = NounPhraseEnd(i);
    if (behind == i) return false;
    const std::u32string_view noun = r_.Text(behind - 1);
    const bool many = r_.EndsIn(noun, kSettler);
    bool counts = false;
    size_t figure = behind;
    for (; figure < clause_.end && (r_.Is(figure, kCopula) || r_.IsAdverb(figure)); ++figure) {
      counts |= r_.Text(figure).find_first_of(U"有达共") != std::u32string_view::npos;
    }
    if (!many || !counts || figure >= clause_.end) return false;
    if (r_[figure].kind != WordKind::kQuantity) return false;
    const auto& match = r_.text().quantities[static_cast<size_t>(r_[figure].index)];
    const bool alone = figure + 1 >= clause_.end || !r_.IsNominal(figure + 1);
    return alone && r_.rules().Is(text::DecodeUtf8(match.unit), kCountUnit);
  }

  // The name behind 的 in a phrase that begins at `i`, if the name is what the clause goes on
  // about: a verb or an adverb follows, or the end (then not behind a verb whose object it may be).
  // 0 if there is none.
  size_t AttributiveName(size_t i) const {
    const bool located = Means(i, "located");
    for (size_t j = i + 1; j < clause_.end; ++j) {
      if (r_.IsAspect(j)) return 0;
      if (!r_.IsDe(j)) continue;
      size_t name = NameBehindDe(j + 1);
      if (name == 0) continue;
      name = Apposition(name);
      const size_t behind = BehindMarks(name + 1);
      if (behind >= clause_.end) {
        const bool person = r_.TypeOf(name) == v1::ENTITY_TYPE_PERSON;
        return person || located ? name : 0;
      }
      if (StartsPredicate(behind) && !r_.IsMark(behind)) return name;
    }
    return 0;
  }

  void ReadNoun(size_t i) {
    size_t end = i;
    while (end < clause_.end &&
           (r_.IsNominal(end) || r_[end].kind == WordKind::kDate || r_.IsQuoteMark(end) ||
            InnerNoun(end) || (r_.IsDe(end) && end > i))) {
      ++end;
    }
    if (end < clause_.end && r_.IsEntity(end)) {
      ReadName(end);
      return;
    }
    if (const size_t described = DescribedName(end)) {
      ReadName(described);
      return;
    }
    if (const WordRange thing = DescribedThing(end); thing.begin < thing.end) {
      found_.kind = SubjectWords::Kind::kNoun;
      found_.words = thing;
      found_.head = thing;
      found_.predicate = thing.end;
      return;
    }
    found_.kind = SubjectWords::Kind::kNoun;
    found_.words = {i, end};
    found_.head = {i, end};
    found_.predicate = end;
  }

  // 总投资3亿元的某中心: the name that the figure at `i` describes. 0 if there is none.
  size_t DescribedName(size_t i) const {
    const bool figure = i + 2 < clause_.end && r_[i].kind == WordKind::kQuantity && r_.IsDe(i + 1);
    return figure ? NameBehindDe(i + 2) : 0;
  }

  // 总面积32平方公里的创新片区: the same where the thing has no known name. Empty if there is none.
  WordRange DescribedThing(size_t i) const {
    const bool figure = i + 2 < clause_.end && r_[i].kind == WordKind::kQuantity && r_.IsDe(i + 1);
    if (!figure) return {};
    const WordRange words{i + 2, NounPhraseEnd(i + 2)};
    const bool whole = words.end >= clause_.end || StartsPredicate(words.end);
    if (words.begin >= words.end || !whole) return {};
    return FindThing(r_, words);
  }

  const WordReader& r_;
  WordRange clause_;  // without marks at its end
  SubjectWords found_;
};

}  // namespace

SubjectWords FindSubjectWords(const WordReader& reader, WordRange clause) {
  return SubjectFinder(reader, clause).Find();
}

}  // namespace yinzheng::knowledge
