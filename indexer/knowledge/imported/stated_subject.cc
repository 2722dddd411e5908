// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/imported/stated_subject.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "indexer/knowledge/citation.h"
#include "indexer/knowledge/imported/claimed_words.h"
#include "indexer/knowledge/imported/refusal.h"

namespace yinzheng::knowledge {
namespace {

using text::Span;

bool IsNamedOutright(const Subject& subject) {
  return subject.known() && subject.basis <= SubjectBasis::kPossessor;
}

class ClaimedSubject {
 public:
  ClaimedSubject(const Scene& scene, const FoundFacts& found, const v1::Fact& claim,
                 const StatedValue& value, Span quote)
      : scene_(scene),
        claim_(claim),
        value_(value),
        quote_(quote),
        clause_(scene.ClauseAt(value.place.begin)) {
    for (const LocalMention& mention : scene.text.entities->mentions) {
      if (quote.contains(mention.span)) in_quote_.push_back(mention);
    }
    ReadClause();
    ReadFacts(found);
    if (claim.property() == "言论") ReadSpeaker();
  }

  absl::StatusOr<std::vector<StatedSubject>> Find() {
    const std::string& name = claim_.subject().display_name();
    const std::vector<int32_t> named = EntitiesNamed(*scene_.text.entities, name);
    if (!claim_.subject().entity().empty()) {
      TakeRead([](int32_t) { return true; });
      for (const LocalMention& mention : in_quote_) TakeNamed(mention.entity);
    } else if (!named.empty()) {
      TakeRead([&](int32_t entity) {
        return std::find(named.begin(), named.end(), entity) != named.end();
      });
      for (const int32_t entity : named) TakeNamed(entity);
    } else {
      TakeWords(name);
    }
    if (!subjects_.empty()) return std::move(subjects_);
    return NotStated(named);
  }

 private:
  // What the rules read the clause as being about.
  void ReadClause() {
    if (clause_ == nullptr) return;
    if (!clause_->drifts) AddRead(clause_->subject.entity);
    for (const Subject& subject : clause_->agents) AddRead(subject.entity);
  }

  void ReadFacts(const FoundFacts& found) {
    for (const v1::Fact* fact : found.Around(value_.place)) {
      AddRead(ParseLocalEntityId(fact->subject().entity()));
      if (fact->has_entity()) AddRead(ParseLocalEntityId(fact->entity().entity()));
      if (fact->subject().entity().empty()) read_words_.push_back(fact->subject().display_name());
    }
  }

  // A quotation of nothing in particular is about whoever speaks.
  void ReadSpeaker() {
    const SpeechFrame* const frame = FrameOf(scene_.frames, value_.place);
    if (frame == nullptr) return;
    AddRead(frame->speaker.entity);
    AddRead(frame->speaker.organization);
  }

  void AddRead(int32_t entity) {
    if (entity < 0 || entity == value_.entity) return;
    if (std::find(read_.begin(), read_.end(), entity) == read_.end()) read_.push_back(entity);
  }

  template <typename IsMeant>
  void TakeRead(IsMeant is_meant) {
    for (const int32_t entity : read_) {
      if (is_meant(entity)) Take({entity, {}});
    }
  }

  void TakeNamed(int32_t entity) {
    if (entity == value_.entity) return;
    const bool of_another = IsStatedOfAnother(entity);
    for (const LocalMention& mention : in_quote_) {
      if (mention.entity != entity) continue;
      const bool is_spoken_of = of_another ? IsPatient(mention.span) || IsOwned(mention.span)
                                           : CouldBeSubject(mention.span);
      if (is_spoken_of) {
        Take({entity, {}});
        return;
      }
    }
  }

  // 甲市东部的乙园占地40亩: the first name of a phrase only says whose or where the second is.
  bool IsOwned(Span mention) const {
    const Span owner = clause_->subject.mention;
    if (!clause_->span.contains(mention) || mention.begin < owner.end) return false;
    const WordReader r = scene_.reader();
    const WordRange between = r.WordsIn({owner.end, mention.begin});
    for (size_t i = between.begin; i < between.end; ++i) {
      const bool links = r.IsDe(i) || r[i].tag.starts_with("f") || r[i].tag.starts_with("s");
      if (!links) return false;
    }
    return true;
  }

  // 某榜单把甲市列为第三: what is said by the list is stated of 甲市.
  bool IsPatient(Span mention) const {
    if (mention.begin == 0 || !clause_->span.contains(mention)) return false;
    const char32_t before = scene_.context().reading.text()[mention.begin - 1];
    return mention.end <= value_.place.begin && (before == U'把' || before == U'将');
  }

  void TakeWords(const std::string& name) {
    for (const Span words : PlacesOfWords(scene_.context(), name, quote_)) {
      if (words.overlaps(value_.place)) continue;
      if (IsRead(words)) {
        Take({-1, words});
        return;
      }
      if (!StandsAsName(scene_, words)) continue;
      const bool of_another = IsStatedOfAnother(-1);
      if (of_another && !IsPatient(words) && !IsOwned(words) && !IsInSubject(words)) continue;
      Take({-1, words});
      return;
    }
  }

  // Whether a fact found at the value is about a thing of these words.
  bool IsRead(Span words) const {
    const std::string printed = PrintedText(scene_.context(), words);
    return std::find(read_words_.begin(), read_words_.end(), printed) != read_words_.end();
  }

  // 甲公司二号厂房装有机床90台: a part of the phrase that begins with the subject.
  bool IsInSubject(Span words) const {
    const WordReader r = scene_.reader();
    const uint32_t end = clause_->predicate < clause_->words.end ? r[clause_->predicate].span.begin
                                                                 : clause_->span.end;
    return Span{clause_->subject.mention.begin, end}.contains(words);
  }

  void Take(StatedSubject subject) {
    const bool taken =
        std::any_of(subjects_.begin(), subjects_.end(), [&](const StatedSubject& other) {
          return other.entity == subject.entity && other.words == subject.words;
        });
    if (!taken) subjects_.push_back(subject);
  }

  // The clause of the value names its subject, and that is another. A relation may be stated from
  // either end: its other end is no rival.
  bool IsStatedOfAnother(int32_t entity) const {
    if (clause_ == nullptr || clause_->introduction) return false;
    const Subject& subject = clause_->subject;
    if (!IsNamedOutright(subject) || !subject.named() || subject.entity == entity) return false;
    return !IsFromOtherEnd();
  }

  // 乙由甲建设, told of 甲: the clause is about the other entity of the relation.
  bool IsFromOtherEnd() const {
    return value_.entity >= 0 &&
           (clause_->subject.entity == value_.entity || IsOwned(value_.place));
  }

  // Whether a name in the quote stands where the subject of the value may: not as who speaks, an
  // object of an earlier clause, whose something is, where something is, or beside the value.
  bool CouldBeSubject(Span mention) const {
    if (clause_ == nullptr || !clause_->subject.named()) return !OnlyBeginsSubject(mention);
    const Clause& clause = *scene_.ClauseAt(mention.begin);
    const WordReader r = scene_.reader();
    const size_t word = r.text().WordAt(mention.begin);
    const bool earlier = &clause != clause_ && mention.begin < value_.place.begin;
    if (clause.introduction || (earlier && word >= clause.predicate)) return false;
    if (IsListedWithValue(mention)) return false;
    if (IsFromOtherEnd()) return true;
    const size_t behind = r.text().WordAt(mention.end);
    const bool owns = earlier && behind < clause.words.end && r.IsDe(behind);
    return !owns && !(word > clause.words.begin && r.Is(word - 1, kPreposition));
  }

  // 甲、乙和丙: none is stated of another.
  bool IsListedWithValue(Span mention) const {
    const bool before = mention.end <= value_.place.begin;
    const Span between = before ? Span{mention.end, value_.place.begin}
                                : Span{value_.place.end, std::max(value_.place.end, mention.begin)};
    const WordReader r = scene_.reader();
    const WordRange words = r.WordsIn(between);
    if (between.empty() || words.begin == words.end) return false;
    bool separated = false;
    for (size_t i = words.begin; i < words.end; ++i) {
      separated |= r.IsListSeparator(i);
      if (!r.IsListSeparator(i) && !r.IsEntity(i) && !r.IsQuoteMark(i)) return false;
    }
    return separated;
  }

  // 江城儿童医院占地40亩: 江城 owns nothing.
  bool OnlyBeginsSubject(Span mention) const {
    if (clause_ == nullptr) return false;
    const Subject& subject = clause_->subject;
    return IsNamedOutright(subject) && !subject.named() && subject.mention.contains(mention);
  }

  std::string Claimed() const {
    const v1::EntityRef& ref = claim_.subject();
    return ref.display_name().empty() ? Brief(ref.entity())
                                      : absl::StrCat("\"", Brief(ref.display_name()), "\"");
  }

  std::string WhatClauseIsAbout() const {
    if (clause_ == nullptr || !clause_->subject.known()) return "";
    const Subject& subject = clause_->subject;
    return subject.named() ? scene_.text.Entity(subject.entity).names[0].text
                           : PrintedText(scene_.context(), subject.mention);
  }

  absl::Status NotStated(const std::vector<int32_t>& named) const {
    if (value_.entity >= 0 && std::find(named.begin(), named.end(), value_.entity) != named.end()) {
      return Refused(RefusalCode::kSubject,
                     absl::StrCat(Claimed(),
                                  " and the value are one entity; give another name of "
                                  "it as text"));
    }
    const std::string about = WhatClauseIsAbout();
    const std::string words = PrintedText(scene_.context(), value_.place);
    if (!about.empty()) {
      return Refused(RefusalCode::kSubject,
                     absl::StrCat("claimed of ", Claimed(), "; \"", Brief(words),
                                  "\" is stated of \"", Brief(about), "\""));
    }
    const bool known = !named.empty();
    return Refused(
        RefusalCode::kSubject,
        absl::StrCat("claimed of ", Claimed(), ", which the quote does not name",
                     known ? ", though the article does" : "", "; cite the words that do"));
  }

  const Scene& scene_;
  const v1::Fact& claim_;
  const StatedValue& value_;
  const Span quote_;
  const Clause* const clause_;  // of the value; may be null
  std::vector<LocalMention> in_quote_;
  std::vector<int32_t> read_;
  std::vector<std::string> read_words_;  // subjects of found facts that are no entity
  std::vector<StatedSubject> subjects_;
};

}  // namespace

absl::StatusOr<std::vector<StatedSubject>> FindStatedSubject(const Scene& scene,
                                                             const FoundFacts& found,
                                                             const v1::Fact& claim,
                                                             const StatedValue& value,
                                                             text::Span quote) {
  return ClaimedSubject(scene, found, claim, value, quote).Find();
}

}  // namespace yinzheng::knowledge
