// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/imported/circumstance_check.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/strip.h"
#include "indexer/base/status_macros.h"
#include "indexer/knowledge/citation.h"
#include "indexer/knowledge/entity_resolver.h"
#include "indexer/knowledge/extract/circumstances.h"
#include "indexer/knowledge/imported/claimed_words.h"
#include "indexer/knowledge/imported/refusal.h"
#include "indexer/knowledge/value_conversion.h"
#include "indexer/text/fold.h"

namespace yinzheng::knowledge {
namespace {

using text::Span;

constexpr size_t kMostListed = 6;  // Of the dates that are there.

// The as-of time of a value, compared with what the sentence and its surroundings say.
class TimeCheck {
 public:
  TimeCheck(const Scene& scene, const v1::Fact& claim, Span place)
      : scene_(scene), claim_(claim), place_(place) {
    SetTime(scene, place, read_);
  }

  absl::Status Set(v1::Fact& fact) {
    if (!claim_.has_time()) {
      if (!fact.has_date()) Take(read_, fact);  // a date has no time beside itself
      return absl::OkStatus();
    }
    const std::string& wanted = claim_.time().edtf();
    if (read_.has_time() && read_.time().edtf() == wanted) {
      Take(read_, fact);
      return absl::OkStatus();
    }
    if (SetFromDates(wanted, fact)) return absl::OkStatus();
    return Refused(RefusalCode::kTime,
                   absl::StrCat("claimed as of ", Brief(wanted), "; the text has ",
                                others_.empty() ? "no date there" : absl::StrJoin(others_, ", ")));
  }

 private:
  static void Take(const v1::Fact& from, v1::Fact& fact) {
    if (!from.has_time()) return;
    *fact.mutable_time() = from.time();
    fact.set_time_basis(from.time_basis());
  }

  bool SetFromDates(const std::string& wanted, v1::Fact& fact) {
    const text::Reading& reading = scene_.context().reading;
    const text::Sentence* const sentence = reading.SentenceAt(place_.begin);
    if (sentence == nullptr) return false;
    if (SetFromDatesIn(sentence->span, v1::TIME_BASIS_SENTENCE, wanted, fact)) return true;
    if (ClauseIsDated()) return false;
    const Span paragraph = reading.paragraphs()[sentence->paragraph].span;
    if (SetFromDatesIn(paragraph, v1::TIME_BASIS_PARAGRAPH, wanted, fact)) return true;
    const auto& published = scene_.context().published;
    if (!published) return false;
    others_.push_back(absl::StrCat(published->edtf(), " (published)"));
    if (published->edtf() != wanted) return false;
    *fact.mutable_time() = ToDateValue(wanted);
    fact.set_time_basis(v1::TIME_BASIS_PUBLISHED);
    return true;
  }

  bool SetFromDatesIn(Span within, v1::TimeBasis basis, const std::string& wanted, v1::Fact& fact) {
    for (const text::DateMatch& date : scene_.text.dates) {
      if (!within.contains(date.span) || date.edtf.empty() || date.lunar) continue;
      const std::string printed = PrintedText(scene_.context(), date.span);
      if (date.edtf == wanted) {
        *fact.mutable_time() = ToDateValue(date, printed);
        fact.set_time_basis(date.vague ? v1::TIME_BASIS_PUBLISHED : basis);
        return true;
      }
      std::string other = absl::StrCat(date.edtf, " \"", Brief(printed), "\"");
      const bool is_new = std::find(others_.begin(), others_.end(), other) == others_.end();
      if (is_new && others_.size() < kMostListed) {
        others_.push_back(std::move(other));
      }
    }
    return false;
  }

  // Then neither an earlier sentence nor the day of printing says when.
  bool ClauseIsDated() const {
    const Clause* const clause = scene_.ClauseAt(place_.begin);
    return clause != nullptr && std::any_of(scene_.text.dates.begin(), scene_.text.dates.end(),
                                            [&](const text::DateMatch& date) {
                                              return clause->span.contains(date.span) &&
                                                     !date.edtf.empty() && !date.vague &&
                                                     !date.span.overlaps(place_);
                                            });
  }

  const Scene& scene_;
  const v1::Fact& claim_;
  const Span place_;
  v1::Fact read_;                    // time as the rules read it
  std::vector<std::string> others_;  // dates that are there
};

std::string Firmness(v1::Modality modality) {
  return std::string(absl::StripPrefix(v1::Modality_Name(modality), "MODALITY_"));
}

absl::Status SetFirmness(const Scene& scene, const FoundFacts& found, const v1::Fact& claim,
                         Span place, v1::Fact& fact) {
  // A rule that knows this kind of statement knows better than the words of the clause.
  if (const v1::Fact* const known = found.At(place, fact.value_case()); known != nullptr) {
    fact.set_modality(known->modality());
    fact.set_polarity(known->polarity());
  }
  SetModality(scene, place, fact);
  if (claim.modality() != v1::MODALITY_UNSPECIFIED && claim.modality() != fact.modality()) {
    return Refused(RefusalCode::kModality,
                   absl::StrCat("claimed ", Firmness(claim.modality()), "; the text has it ",
                                Firmness(fact.modality())));
  }
  if (claim.polarity() != v1::POLARITY_UNSPECIFIED && claim.polarity() != fact.polarity()) {
    const bool denied = fact.polarity() == v1::POLARITY_NEGATIVE;
    return Refused(RefusalCode::kPolarity, denied ? "claimed to hold; the text denies it"
                                                  : "claimed to be denied; the text states it");
  }
  return absl::OkStatus();
}

absl::Status SetQualifiers(const Scene& scene, const v1::Fact& claim, Span place, v1::Fact& fact) {
  const text::Sentence* const sentence = scene.context().reading.SentenceAt(place.begin);
  for (const v1::Qualifier& qualifier : claim.qualifiers()) {
    const bool stands = sentence != nullptr && !qualifier.key().empty() &&
                        !PlacesOfWords(scene.context(), qualifier.value(), sentence->span).empty();
    if (!stands) {
      return Refused(RefusalCode::kQualifier,
                     absl::StrCat("claimed ", Brief(qualifier.key()), " \"",
                                  Brief(qualifier.value()), "\"; the sentence has no such words"));
    }
    *fact.add_qualifiers() = qualifier;
  }
  std::sort(fact.mutable_qualifiers()->begin(), fact.mutable_qualifiers()->end(),
            [](const v1::Qualifier& a, const v1::Qualifier& b) { return a.key() < b.key(); });
  return absl::OkStatus();
}

// The entities of the article that a claimed speaker may be.
std::vector<int32_t> EntitiesOf(const Scene& scene, const v1::EntityRef& speaker) {
  const DocumentEntities& entities = *scene.text.entities;
  std::vector<int32_t> named = EntitiesNamed(entities, speaker.display_name());
  if (!named.empty()) return named;
  for (size_t i = 0; i < entities.entities.size(); ++i) {
    const LocalEntity& entity = entities.entities[i];
    const std::string& identity = entity.identity.empty() ? entity.names[0].text : entity.identity;
    if (EntityName(identity, entity.type) == speaker.entity()) {
      named.push_back(static_cast<int32_t>(i));
    }
  }
  return named;
}

bool IsSpeaker(const v1::Attribution& stated, const std::vector<int32_t>& claimed,
               const std::string& name) {
  const int32_t speaker = ParseLocalEntityId(stated.speaker().entity());
  if (speaker >= 0) return std::find(claimed.begin(), claimed.end(), speaker) != claimed.end();
  const std::string words = text::FoldKey(stated.speaker().display_name());
  const std::string key = text::FoldKey(name);
  return !key.empty() &&
         (words.find(key) != std::string::npos || key.find(words) != std::string::npos);
}

// A claimed speaker where the text names one.
struct NamedSpeaker {
  int32_t entity = -1;
  Span words;
};

// Where the sentence of `place` or the quote names one of `entities`, or has `name` as a name.
std::optional<NamedSpeaker> FindSpeaker(const Scene& scene, const std::vector<int32_t>& entities,
                                        const std::string& name, Span quote, Span place) {
  const text::Sentence* const sentence = scene.context().reading.SentenceAt(place.begin);
  for (const Span around : {sentence == nullptr ? quote : sentence->span, quote}) {
    for (const int32_t entity : entities) {
      const auto mention = MentionIn(*scene.text.entities, entity, around);
      if (mention) return NamedSpeaker{entity, *mention};
    }
    for (const Span words : PlacesOfWords(scene.context(), name, around)) {
      if (!StandsAsName(scene, words)) continue;
      return NamedSpeaker{entities.empty() ? -1 : entities[0], words};
    }
  }
  return std::nullopt;
}

}  // namespace

absl::Status SetCircumstances(const Scene& scene, const FoundFacts& found, const v1::Fact& claim,
                              text::Span place, v1::Fact& fact) {
  YZ_RETURN_IF_ERROR(TimeCheck(scene, claim, place).Set(fact));
  YZ_RETURN_IF_ERROR(SetFirmness(scene, found, claim, place, fact));
  return SetQualifiers(scene, claim, place, fact);
}

absl::Status SetSpeaker(const Scene& scene, const v1::Citation& claim, text::Span quote,
                        text::Span place, v1::Citation& citation) {
  SetAttribution(scene, place, citation);
  if (!claim.attribution().has_speaker()) return absl::OkStatus();
  const v1::EntityRef& speaker = claim.attribution().speaker();
  const std::string& name =
      speaker.display_name().empty() ? speaker.entity() : speaker.display_name();
  const std::vector<int32_t> named = EntitiesOf(scene, speaker);
  if (citation.has_attribution()) {
    if (speaker.display_name().empty() ||
        IsSpeaker(citation.attribution(), named, speaker.display_name())) {
      return absl::OkStatus();
    }
    return Refused(
        RefusalCode::kAttribution,
        absl::StrCat("claimed to be said by \"", Brief(name), "\"; the text has it from \"",
                     Brief(citation.attribution().speaker().display_name()), "\""));
  }
  const std::optional<NamedSpeaker> found = FindSpeaker(scene, named, name, quote, place);
  if (!found) {
    return Refused(RefusalCode::kAttribution,
                   absl::StrCat("claimed to be said by \"", Brief(name),
                                "\", whom neither the sentence nor the quote names"));
  }
  const bool document = claim.attribution().mode() == v1::ATTRIBUTION_MODE_DOCUMENT;
  citation.mutable_attribution()->set_mode(document ? v1::ATTRIBUTION_MODE_DOCUMENT
                                                    : v1::ATTRIBUTION_MODE_INDIRECT);
  v1::EntityRef& stated = *citation.mutable_attribution()->mutable_speaker();
  if (found->entity >= 0) stated.set_entity(LocalEntityId(found->entity));
  stated.set_display_name(found->entity < 0 ? PrintedText(scene.context(), found->words)
                                            : scene.text.Entity(found->entity).names[0].text);
  return absl::OkStatus();
}

absl::Status CheckSpeech(const Scene& scene, const v1::Fact& fact, text::Span place) {
  if (fact.property() != "言论" && fact.property_id() != "statement") return absl::OkStatus();
  const SpeechFrame* const frame = FrameOf(scene.frames, place);
  if (frame != nullptr && frame->mode == v1::ATTRIBUTION_MODE_DIRECT) return absl::OkStatus();
  return Refused(RefusalCode::kAttribution,
                 absl::StrCat("claimed as speech; \"", Brief(PrintedText(scene.context(), place)),
                              "\" stands in nobody's direct speech"));
}

}  // namespace yinzheng::knowledge
