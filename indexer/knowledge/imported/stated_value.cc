// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/imported/stated_value.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "indexer/knowledge/citation.h"
#include "indexer/knowledge/imported/claimed_words.h"
#include "indexer/knowledge/imported/refusal.h"
#include "indexer/knowledge/imported/stated_quantity.h"
#include "indexer/knowledge/value_conversion.h"
#include "indexer/text/numeral.h"

namespace yinzheng::knowledge {
namespace {

using text::Span;

constexpr size_t kMostListed = 6;     // Of what the text has instead.
constexpr uint32_t kLongestNoun = 8;  // That an ordinal may count.

class ValueFinder {
 public:
  ValueFinder(const Scene& scene, const FoundFacts& found, const v1::Fact& claim, Span quote,
              Span within)
      : scene_(scene), found_(found), claim_(claim), quote_(quote), within_(within) {}

  absl::StatusOr<std::vector<StatedValue>> Find() {
    switch (claim_.value_case()) {
      case v1::Fact::kQuantity:
        FindQuantity();
        return Result(Describe(claim_.quantity()), "quantity");
      case v1::Fact::kDate:
        FindDate();
        return Result(Brief(claim_.date().edtf()), "date");
      case v1::Fact::kRank:
        FindRank();
        return Result(absl::StrCat("rank ", claim_.rank().rank()), "rank");
      case v1::Fact::kEntity:
        FindEntity();
        return Result(NameOfEntity(), "name");
      default:
        FindText();
        return Result(absl::StrCat("\"", Brief(claim_.text()), "\""), "such words");
    }
  }

 private:
  std::string Printed(Span span) const { return PrintedText(scene_.context(), span); }

  StatedValue& Add(Span place) {
    StatedValue& value = values_.emplace_back();
    value.place = place;
    return value;
  }

  // What the text has instead.
  void AddOther(std::string other) {
    const bool is_new = std::find(others_.begin(), others_.end(), other) == others_.end();
    if (is_new && others_.size() < kMostListed) others_.push_back(std::move(other));
  }

  void FindQuantity() {
    for (const text::QuantityMatch& match : scene_.text.quantities) {
      if (!within_.contains(match.span)) continue;
      v1::Quantity stated = ToQuantity(match, Printed(match.span));
      if (Agrees(claim_.quantity(), stated)) {
        *Add(match.span).fact.mutable_quantity() = std::move(stated);
      } else {
        AddOther(absl::StrCat(Describe(stated), " \"", Brief(Printed(match.full_span)), "\""));
      }
    }
  }

  void FindDate() {
    for (const text::DateMatch& match : scene_.text.dates) {
      if (!within_.contains(match.span) || match.lunar) continue;
      if (match.edtf == claim_.date().edtf()) {
        *Add(match.span).fact.mutable_date() = ToDateValue(match, Printed(match.span));
      } else {
        const std::string edtf = match.edtf.empty() ? "no known date" : match.edtf;
        AddOther(absl::StrCat(edtf, " \"", Brief(Printed(match.span)), "\""));
      }
    }
  }

  void FindRank() {
    for (const text::RankMatch& match : scene_.text.ranks) {
      if (!IsCountedFromBelow(scene_, match.span)) AddRank(match.span, match.rank);
    }
    // 第四 without a word that makes it a rank: the claim says that it is one. Read in whole
    // sentences, since 第二 may be cut from 第二十.
    const text::Reading& reading = scene_.context().reading;
    const text::Sentence* first = reading.SentenceAt(within_.begin);
    const text::Sentence* last = reading.SentenceAt(within_.end - 1);
    if (first == nullptr || last == nullptr) return;
    const Span around = text::Cover(first->span, last->span);
    for (const text::Numeral& numeral : text::FindNumerals(reading.Text(around))) {
      const auto rank = numeral.amount.ToInt64();
      const Span place{around.begin + numeral.span.begin, around.begin + numeral.span.end};
      const bool ordinal = numeral.kind == text::NumeralKind::kOrdinal && rank;
      if (ordinal && MayBeRank(place, around.end)) AddRank(place, *rank);
    }
  }

  // Whether an ordinal would be a rank behind a cue, as the reader of ranks has it: not in
  // 第三季度.
  bool MayBeRank(Span ordinal, uint32_t end) const {
    if (IsCountedFromBelow(scene_, ordinal)) return false;
    std::u32string cued = U"排名";
    const size_t cue = cued.size();
    const Span rest{ordinal.begin, std::min(end, ordinal.end + kLongestNoun)};
    cued += scene_.context().reading.Text(rest);
    const std::vector<text::RankMatch> ranks = text::FindRanks(cued);
    return !ranks.empty() && ranks[0].span.begin == cue;
  }

  void AddRank(Span place, int64_t rank) {
    const auto overlaps = [&](const StatedValue& value) { return value.place.overlaps(place); };
    if (!within_.contains(place) || std::any_of(values_.begin(), values_.end(), overlaps)) return;
    if (rank != claim_.rank().rank() || !StandNear(claim_.rank().list(), place) ||
        !StandNear(claim_.rank().scope(), place)) {
      AddOther(absl::StrCat("rank ", rank, " \"", Brief(Printed(place)), "\""));
      return;
    }
    v1::Rank& stated = *Add(place).fact.mutable_rank();
    stated = claim_.rank();
    const v1::Fact* const known = found_.At(place, v1::Fact::kRank);
    if (known == nullptr) return;
    if (stated.list().empty()) stated.set_list(known->rank().list());
    if (stated.scope().empty()) stated.set_scope(known->rank().scope());
  }

  // List and scope of a rank are words of its sentence.
  bool StandNear(const std::string& words, Span place) const {
    const text::Sentence* const sentence = scene_.context().reading.SentenceAt(place.begin);
    return words.empty() ||
           (sentence != nullptr && !PlacesOfWords(scene_.context(), words, sentence->span).empty());
  }

  std::string NameOfEntity() const {
    const v1::EntityRef& ref = claim_.entity();
    return ref.display_name().empty() ? Brief(ref.entity())
                                      : absl::StrCat("\"", Brief(ref.display_name()), "\"");
  }

  void FindEntity() {
    named_ = EntitiesNamed(*scene_.text.entities, claim_.entity().display_name());
    FindMentions();
    FindEndsOfRelations();
    if (claim_.entity().entity().empty() && !values_.empty()) return;
    // The words stand there, though not as a mention of their own.
    for (const Span place :
         PlacesOfWords(scene_.context(), claim_.entity().display_name(), within_)) {
      // Rules may know better where a name ends.
      const bool read_so = found_.At(place, v1::Fact::kEntity) != nullptr;
      if (read_so || StandsAsName(scene_, place)) AddEntity(named_.empty() ? -1 : named_[0], place);
    }
  }

  bool IsMeant(int32_t entity) const {
    return !claim_.entity().entity().empty() ||
           std::find(named_.begin(), named_.end(), entity) != named_.end();
  }

  void FindMentions() {
    for (const LocalMention& mention : scene_.text.entities->mentions) {
      if (!within_.contains(mention.span)) continue;
      if (IsMeant(mention.entity)) {
        AddEntity(mention.entity, mention.span);
      } else {
        AddOther(Printed(mention.span));
      }
    }
  }

  // 甲研发乙: what a rule cites as the words of 乙's relation to 甲 may be 乙.
  void FindEndsOfRelations() {
    const text::Reading& reading = scene_.context().reading;
    for (const v1::Fact* fact : found_.Around(within_)) {
      const int32_t entity = ParseLocalEntityId(fact->entity().entity());
      if (entity < 0 || !IsMeant(entity)) continue;
      const bool in_quote =
          MentionIn(*scene_.text.entities, entity, quote_) ||
          !PlacesOfWords(scene_.context(), fact->entity().display_name(), quote_).empty();
      for (const v1::Citation& citation : fact->citations()) {
        const Span place = reading.FromBody({static_cast<uint32_t>(citation.value_span().start()),
                                             static_cast<uint32_t>(citation.value_span().end())});
        if (in_quote && within_.contains(place)) AddEntity(entity, place);
      }
    }
  }

  void AddEntity(int32_t entity, Span place) {
    const bool known = std::any_of(values_.begin(), values_.end(), [&](const StatedValue& value) {
      return value.entity == entity && value.place == place;
    });
    if (known) return;
    StatedValue& value = Add(place);
    value.entity = entity;
    v1::EntityRef& ref = *value.fact.mutable_entity();
    if (entity >= 0) ref.set_entity(LocalEntityId(entity));
    ref.set_display_name(entity >= 0 ? scene_.text.Entity(entity).names[0].text : Printed(place));
  }

  void FindText() {
    for (const Span place : PlacesOfWords(scene_.context(), claim_.text(), within_)) {
      if (const auto longer = CutBy(scene_, place)) {
        AddOther(absl::StrCat("\"", Brief(Printed(*longer)), "\""));
      } else {
        Add(place).fact.set_text(Printed(place));
      }
    }
  }

  absl::StatusOr<std::vector<StatedValue>> Result(const std::string& claimed,
                                                  std::string_view kind) {
    if (!values_.empty()) {
      std::stable_sort(values_.begin(), values_.end(),
                       [](const auto& a, const auto& b) { return a.place < b.place; });
      return std::move(values_);
    }
    const std::string words = Printed(within_);
    if (others_.empty()) {
      return Refused(RefusalCode::kValue, absl::StrCat("claimed ", claimed, "; \"", Brief(words),
                                                       "\" has no ", std::string(kind)));
    }
    return Refused(RefusalCode::kValue, absl::StrCat("claimed ", claimed, "; \"", Brief(words),
                                                     "\" has ", absl::StrJoin(others_, ", ")));
  }

  const Scene& scene_;
  const FoundFacts& found_;
  const v1::Fact& claim_;
  const Span quote_;
  const Span within_;
  std::vector<int32_t> named_;  // entities of the article that have the claimed name
  std::vector<StatedValue> values_;
  std::vector<std::string> others_;  // what the text has instead
};

}  // namespace

bool IsCountedFromBelow(const Scene& scene, text::Span place) {
  return scene.context().reading.Text({0, place.begin}).ends_with(U"倒数");
}

absl::StatusOr<std::vector<StatedValue>> FindStatedValue(const Scene& scene,
                                                         const FoundFacts& found,
                                                         const v1::Fact& claim, text::Span quote,
                                                         text::Span within) {
  return ValueFinder(scene, found, claim, quote, within).Find();
}

}  // namespace yinzheng::knowledge
