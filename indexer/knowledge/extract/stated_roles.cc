// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/stated_roles.h"

#include <algorithm>
#include <optional>

#include "indexer/knowledge/extract/office_phrase.h"

namespace yinzheng::knowledge {
namespace {

using text::Span;

// Who holds an office that a verb states.
struct Holder {
  int32_t person = -1;
  Span name;     // where the text names the person
  Span printed;  // the name or the pronoun before the verb; empty: carried over in the sentence
  bool proposed = false;  // somebody only proposes the person: 提名某某担任
};

template <size_t N>
bool IsOneOf(const std::u32string_view (&words)[N], std::u32string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

class StatedRoleReader {
 public:
  StatedRoleReader(const AnnotatedText& text, const FactRules& rules)
      : text_(text), rules_(rules), r_(text, rules), office_(text, rules) {}

  std::vector<Role> Read() {
    for (const text::Sentence& sentence : text_.context->reading.sentences()) {
      sentence_ = r_.WordsIn(sentence.span);
      for (const Span span : text_.context->reading.Clauses(sentence.span)) {
        clause_ = r_.WordsIn(span);
        if (!Supposes()) ReadClause();
      }
    }
    return std::move(roles_);
  }

 private:
  void ReadClause() {
    for (size_t i = clause_.begin; i < clause_.end; ++i) {
      if (!r_.Is(i, kServe) || IsFormer(i)) continue;
      if (ReadOfficeBehind(i)) continue;
      if (IsCopula(i)) {
        ReadHolderBehind(i);
      } else {
        ReadAppointed(i);
      }
    }
  }

  // 如果某某担任院长, 是否担任: nothing is stated.
  bool Supposes() const {
    static constexpr std::u32string_view kWords[] = {U"如果", U"若",   U"假如", U"倘若",
                                                     U"是否", U"要是", U"能否", U"一旦"};
    for (size_t i = clause_.begin; i < clause_.end; ++i) {
      if (r_.IsPlain(i) && IsOneOf(kWords, r_.Text(i))) return true;
    }
    return false;
  }

  bool IsCopula(size_t verb) const {
    const std::u32string_view word = r_.Text(verb);
    return word.back() == U'是' || word.back() == U'为' || word.back() == U'系';
  }

  // 曾任, 曾是, 担任过: an office that is held no longer says nothing of today.
  bool IsFormer(size_t verb) const {
    static constexpr std::u32string_view kVerbs[] = {U"曾任", U"历任", U"原任", U"曾是"};
    static constexpr std::u32string_view kAdverbs[] = {U"曾", U"曾经", U"原", U"原来", U"一度"};
    if (IsOneOf(kVerbs, r_.Text(verb))) return true;
    if (verb + 1 < clause_.end && r_.Text(verb + 1) == U"过") return true;
    for (size_t i = verb; i > clause_.begin && r_.IsPlain(i - 1); --i) {
      if (IsOneOf(kAdverbs, r_.Text(i - 1))) return true;
    }
    return false;
  }

  // 某某是某院的院长.
  bool ReadOfficeBehind(size_t verb) {
    size_t begin = verb + 1;
    if (begin < clause_.end && r_.Text(begin) == U"了") ++begin;
    if (begin >= clause_.end) return false;
    const std::vector<Role> offices = office_.Read(begin);
    if (offices.empty()) return false;
    for (const Holder& holder : HoldersBefore(verb)) {
      for (const Role& office : offices) Add(office, holder, verb);
    }
    return true;
  }

  // The persons directly before the verb, else the one of whom the sentence speaks.
  std::vector<Holder> HoldersBefore(size_t verb) const {
    size_t end = BeforeAdverbs(BeforeAppointment(verb));
    for (size_t i = end; i < verb; ++i) {
      // 甲和乙分别担任: who is what is told by the order alone.
      if (r_.Text(i) == U"分别") return {};
    }
    if (end > clause_.begin && IsPronoun(end - 1)) {
      return AsBroughtAbout(end - 1, HeOrShe(end - 1));
    }
    if (end == clause_.begin || (r_.IsMark(end - 1) && !ClosesAside(end - 1))) {
      return CarriedOver(end, IsCopula(verb));
    }
    // 组阁并担任: the verb goes on behind another one.
    if (r_.Text(end) == U"并" || r_.Text(end) == U"并且") return CarriedOver(end, true);
    end = BeforeAddress(BeforeAside(end));
    std::vector<Holder> holders;
    size_t first = end;
    while (end > clause_.begin && IsPerson(end - 1)) {
      first = end - 1;
      holders.push_back(HolderAt(first));
      if (end < clause_.begin + 3 || !r_.IsListSeparator(end - 2)) break;
      end = BeforeAddress(end - 2);
    }
    return AsBroughtAbout(first, std::move(holders));
  }

  // 任命某某为, 提名某某担任, 反对某某出任, 以为某某是: what the verb before the first of the
  // holders, at word `first`, leaves of them. Only a verb that effects the office leaves them as
  // they are.
  std::vector<Holder> AsBroughtAbout(size_t first, std::vector<Holder> holders) const {
    static constexpr std::u32string_view kEffects[] = {U"任命", U"选举", U"聘请", U"聘任",
                                                       U"委任", U"推选", U"推举", U"选聘",
                                                       U"委派", U"决定", U"祝贺", U"恭喜"};
    static constexpr std::u32string_view kProposes[] = {U"提名", U"建议", U"推荐", U"提议",
                                                        U"拟",   U"计划", U"打算", U"准备"};
    // The segmenter takes some of these for adverbs and idioms.
    static constexpr std::u32string_view kOpposes[] = {U"反对", U"以为", U"认为", U"拒绝",
                                                       U"阻止", U"否决", U"否认", U"暂停"};
    size_t i = first;
    while (i > clause_.begin && (r_.IsAspect(i - 1) || r_.Text(i - 1) == U"由")) --i;
    bool effected = false;
    // 建议任命, 反对聘请: what stands before a verb that would effect it.
    for (; i > clause_.begin && EndsInOneOf(kEffects, i - 1); --i) {
      if (DeniesBefore(i - 1)) return {};
      effected = true;
    }
    if (i == clause_.begin) return holders;
    const size_t verb = i - 1;
    if (EndsInOneOf(kOpposes, verb)) return {};
    if (EndsInOneOf(kProposes, verb)) {
      if (DeniesBefore(verb)) return {};
      for (Holder& holder : holders) holder.proposed = true;
      return holders;
    }
    return !effected && ActsOnNext(verb) ? std::vector<Holder>() : holders;
  }

  // By its ending, since the segmenter joins 专家建议.
  template <size_t N>
  bool EndsInOneOf(const std::u32string_view (&words)[N], size_t i) const {
    if (!r_.IsPlain(i)) return false;
    return std::any_of(std::begin(words), std::end(words),
                       [&](std::u32string_view word) { return r_.Text(i).ends_with(word); });
  }

  // A verb whose object follows, not a title that the segmenter takes for one: 导演某某.
  bool ActsOnNext(size_t i) const {
    return r_.IsVerb(i) && !r_.IsAdverb(i) && !r_.Is(i, kPreposition | kConjunction) &&
           !rules_.titles.Contains(r_.Text(i));
  }

  // 被任命|为, 当选|为: before the verb that 为 completes.
  size_t BeforeAppointment(size_t verb) const {
    static constexpr std::u32string_view kPassive[] = {U"任命", U"聘",   U"聘任", U"聘请", U"选举",
                                                       U"选",   U"推选", U"推举", U"提拔"};
    static constexpr std::u32string_view kActive[] = {U"当选", U"受聘", U"获聘", U"升",
                                                      U"晋升", U"升任", U"获选", U"改任"};
    if (r_.Text(verb) != U"为" || verb < clause_.begin + 2) return verb;
    const std::u32string_view appoint = r_.Text(verb - 1);
    if (IsOneOf(kActive, appoint)) return verb - 1;
    const std::u32string_view passive = r_.Text(verb - 2);
    const bool suffers = passive == U"被" || passive == U"获" || passive == U"受";
    return suffers && IsOneOf(kPassive, appoint) ? verb - 2 : verb;
  }

  size_t BeforeAdverbs(size_t end) const {
    while (end > clause_.begin) {
      const size_t i = end - 1;
      const bool opening = r_.IsMark(i) && (r_.Text(i) == U"(" || r_.Text(i) == U"（");
      const bool adverbial = (r_.IsAdverb(i) && !IsAnyPronoun(i)) || GoesBefore(i) || Denies(i);
      if (!adverbial && r_[i].kind != WordKind::kDate && !opening) break;
      --end;
    }
    return end;
  }

  // 继续担任, 受邀出任: verbs that only tell how the next one comes about.
  bool GoesBefore(size_t i) const {
    static constexpr std::u32string_view kWords[] = {U"继续", U"开始", U"受邀", U"获邀",
                                                     U"应邀", U"奉命", U"同时", U"宣誓"};
    return r_.IsPlain(i) && IsOneOf(kWords, r_.Text(i));
  }

  // The segmenter takes 您 for an adverb.
  bool IsAnyPronoun(size_t i) const {
    static constexpr std::u32string_view kWords[] = {U"您", U"你", U"我", U"他",
                                                     U"她", U"它", U"谁", U"其"};
    return r_.IsPlain(i) && IsOneOf(kWords, r_.Text(i));
  }

  bool Denies(size_t i) const { return r_.IsPlain(i) && rules_.denials.Contains(r_.Text(i)); }

  bool ClosesAside(size_t i) const { return r_.Text(i) == U")" || r_.Text(i) == U"）"; }

  // 某某(男,1965年生)任: before the brackets.
  size_t BeforeAside(size_t end) const {
    if (end == clause_.begin || !r_.IsMark(end - 1) || !ClosesAside(end - 1)) return end;
    for (size_t i = end - 1; i > clause_.begin; --i) {
      if (r_.Text(i - 1) == U"(" || r_.Text(i - 1) == U"（") return i - 1;
    }
    return end;
  }

  // 某某教授任: before what the person is called by.
  size_t BeforeAddress(size_t end) const {
    const bool address = end > clause_.begin + 1 && r_.IsPlain(end - 1) && IsPerson(end - 2) &&
                         rules_.titles.Contains(r_.Text(end - 1));
    return address ? end - 1 : end;
  }

  bool IsPerson(size_t i) const { return r_.TypeOf(i) == v1::ENTITY_TYPE_PERSON; }

  bool IsPronoun(size_t i) const {
    return r_.IsPlain(i) && (r_.Text(i) == U"他" || r_.Text(i) == U"她");
  }

  Holder HolderAt(size_t i) const { return {text_.EntityOf(r_[i]), r_[i].span, r_[i].span}; }

  // 某某,男,…,现任: the person named last in the sentence; for 是 the only one. Nobody if others
  // are named beside, what follows is in the person's words, or the person acts on another:
  // 受某某之 邀,….
  std::vector<Holder> CarriedOver(size_t end, bool only) const {
    size_t last = end;
    while (last > sentence_.begin && !IsPerson(last - 1)) --last;
    if (last == sentence_.begin) return {};
    const bool listed =
        last >= sentence_.begin + 3 && r_.IsListSeparator(last - 2) && IsPerson(last - 3);
    if (listed || IsObject(last - 1) || Speaks({last, end})) return {};
    if (only && !IsOnlyPerson({sentence_.begin, last})) return {};
    Holder holder = HolderAt(last - 1);
    holder.printed = {};
    return {holder};
  }

  bool IsObject(size_t person) const {
    if (person == sentence_.begin) return false;
    return r_.IsVerb(person - 1) || r_.Is(person - 1, kPreposition);
  }

  bool Speaks(WordRange words) const {
    for (size_t i = words.begin; i < words.end; ++i) {
      const SpeechCue* cue = r_.IsPlain(i) ? rules_.speech.Find(r_.Text(i)) : nullptr;
      if (cue != nullptr && cue->speech && i + 1 < words.end && r_.IsMark(i + 1)) return true;
    }
    return false;
  }

  // Whether `words` name no second person beside the last one.
  bool IsOnlyPerson(WordRange words) const {
    const int32_t person = text_.EntityOf(r_[words.end - 1]);
    for (size_t i = words.begin; i < words.end; ++i) {
      if (IsPerson(i) && text_.EntityOf(r_[i]) != person) return false;
    }
    return true;
  }

  // 他是: the person named last, not far before, where no second one is named beside. 祝贺他就任:
  // the person that the sentence names last.
  std::vector<Holder> HeOrShe(size_t pronoun) const {
    const text::Reading& reading = text_.context->reading;
    const text::Sentence* here = reading.SentenceAt(r_[pronoun].span.begin);
    if (here == nullptr) return {};
    const text::Sentence* before = here == reading.sentences().data() ? here : here - 1;
    const size_t floor = text_.WordAt(before->span.begin);
    size_t last = pronoun;
    while (last > floor && !IsPerson(last - 1)) --last;
    if (last <= floor) return {};
    const text::Sentence* named = reading.SentenceAt(r_[last - 1].span.begin);
    if (named == nullptr || here->paragraph != named->paragraph) return {};
    const bool object = named == here && IsObjectOfVerb(pronoun);
    if (!object && !IsOnlyPerson({r_.WordsIn(named->span).begin, last})) return {};
    Holder holder = HolderAt(last - 1);
    holder.printed = r_[pronoun].span;
    return {holder};
  }

  // By exclusion, since the segmenter takes 祝贺 for a name.
  bool IsObjectOfVerb(size_t i) const {
    if (i == clause_.begin || !r_.IsPlain(i - 1) || r_.IsAdverb(i - 1)) return false;
    return !r_.Is(i - 1, kPreposition | kConjunction) && !rules_.speech.Contains(r_.Text(i - 1));
  }

  // 某院的院长是某某.
  void ReadHolderBehind(size_t verb) {
    size_t person = verb + 1;
    while (person < clause_.end && !IsPerson(person)) {
      const bool describes = r_.IsEntity(person) || r_.IsDe(person) || r_.IsNominal(person);
      if (!describes || r_[person].kind == WordKind::kQuantity) return;
      ++person;
    }
    if (person < clause_.end && EndsBehind(person + 1)) {
      ReadOfficeBefore(BeforeAdverbs(verb), person, verb);
    }
  }

  // The clause says nothing behind the name but what the person is called by.
  bool EndsBehind(size_t i) const {
    if (i < clause_.end && r_.IsPlain(i) && rules_.titles.Contains(r_.Text(i))) ++i;
    return i >= clause_.end || r_.IsMark(i);
  }

  // 某院院长由某某担任.
  void ReadAppointed(size_t verb) {
    if (verb + 1 < clause_.end && !r_.IsMark(verb + 1)) return;
    size_t by = verb;
    while (by > clause_.begin && r_.Text(by) != U"由") --by;
    if (by == clause_.begin || by + 1 >= verb) return;
    const size_t person = BeforeAddress(BeforeAdverbs(verb)) - 1;
    if (person <= by || !IsPerson(person)) return;
    for (size_t i = by + 1; i < person; ++i) {
      if (IsPerson(i) || r_.IsMark(i)) return;  // 由甲、乙分别担任
    }
    ReadOfficeBefore(BeforeAdverbs(by), person, verb);
  }

  // The office that the clause begins with and that ends before word `end`.
  void ReadOfficeBefore(size_t end, size_t person, size_t verb) {
    size_t begin = clause_.begin;
    while (begin < end && (r_.IsMark(begin) || r_[begin].kind == WordKind::kDate ||
                           (r_.IsAdverb(begin) && !r_.IsEntity(begin)))) {
      ++begin;
    }
    if (begin >= end) return;
    for (Role office : office_.Read(begin, end)) {
      // The clause plans or denies behind the title, where nobody looks for it.
      office.planned = PlansIn({end, verb});
      office.denied = DeniesIn(Span{r_[end].span.begin, r_[verb].span.end});
      Add(office, HolderAt(person), verb);
    }
  }

  // 不担任, 并未出任: the adverbs that deny the verb alone.
  bool DeniesBefore(size_t verb) const {
    static constexpr std::u32string_view kWords[] = {U"不", U"未", U"没", U"没有", U"非", U"并未"};
    for (size_t i = verb; i > clause_.begin && (r_.IsAdverb(i - 1) || Denies(i - 1)); --i) {
      if (IsOneOf(kWords, r_.Text(i - 1)) || Denies(i - 1)) return true;
    }
    return false;
  }

  bool PlansIn(WordRange words) const {
    for (size_t i = words.begin; i < words.end; ++i) {
      if (r_.IsPlain(i) && rules_.modality.Contains(r_.Text(i))) return true;
    }
    return false;
  }

  // 拟任, 将任: the plan is part of the verb or stands directly before it.
  bool PlansItself(size_t verb) const {
    const auto plans = [this](std::u32string_view word) {
      const v1::Modality* modality = rules_.modality.Find(word);
      return modality != nullptr && *modality == v1::MODALITY_PLANNED;
    };
    if (plans(r_.Text(verb).substr(0, 1))) return true;
    return verb > clause_.begin && r_.IsPlain(verb - 1) && plans(r_.Text(verb - 1));
  }

  bool DeniesIn(Span span) const {
    const std::u32string& reading = text_.context->reading.text();
    for (uint32_t i = span.begin; i < span.end; ++i) {
      if (rules_.denials.StartingAt(reading, i, span.end)) return true;
    }
    return false;
  }

  void Add(Role role, const Holder& holder, size_t verb) {
    role.person = holder.person;
    role.person_span = holder.name;
    role.verb = r_[verb].span;
    const Span printed = holder.printed.empty() ? holder.name : holder.printed;
    role.span = text::Cover(text::Cover(role.span, role.verb), printed);
    const WordRange before{clause_.begin, verb};
    role.denied |= DeniesBefore(verb);
    role.planned |= holder.proposed || PlansItself(verb);
    role.held = !role.denied && !role.planned && !PlansIn(before) &&
                !DeniesIn(Span{r_[clause_.begin].span.begin, role.verb.end});
    roles_.push_back(role);
  }

  const AnnotatedText& text_;
  const FactRules& rules_;
  const WordReader r_;
  const OfficePhrase office_;
  WordRange sentence_;
  WordRange clause_;
  std::vector<Role> roles_;
};

}  // namespace

std::vector<Role> FindStatedRoles(const AnnotatedText& text, const FactRules& rules) {
  return StatedRoleReader(text, rules).Read();
}

}  // namespace yinzheng::knowledge
