// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/record/entity_lookup.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/name_key.h"
#include "indexer/text/pinyin/typed_name.h"
#include "indexer/text/script.h"
#include "indexer/text/unicode.h"
#include "services/record/context_fit.h"

namespace yinzheng::services {
namespace {

using store::NamedEntity;
using Candidates = std::vector<v1::EntityCandidate>;

// docs/lookup-scores.md gives the meaning of each figure.
constexpr double kFoldedScore = 0.98;
constexpr double kScriptScore = 0.96;
constexpr double kPrefixFloor = 0.5;
constexpr double kBelowEquals = 0.99;  // Of the best equal name's score.
constexpr double kPartFloor = 0.3;
constexpr double kPartReach = 0.35;
constexpr double kSpelledScore = 0.9;
constexpr double kSoundScore = 0.6;
constexpr double kInitialsScore = 0.5;
constexpr double kMatchScore = 0.9;
constexpr double kMatchLead = 0.1;
constexpr double kSharedFloor = 0.45;
constexpr double kSimilarScore = 0.8;
constexpr double kScopedScore = 0.7;
constexpr double kScopedSoundScore = 0.55;
constexpr size_t kMaxFound = 50;

// Bearers of a name, the most mentioned ones, that a context is held against.
constexpr size_t kMaxFitted = 10;

v1::MatchKind KindOfEqual(const std::string& asked, const std::string& name) {
  if (asked == name) return v1::MATCH_KIND_EXACT;
  const auto is_traditional = [](const std::string& text) {
    const std::u32string decoded = text::DecodeUtf8(text);
    return text::SimplifiedConverter::Default().Convert(decoded).text != decoded;
  };
  return is_traditional(asked) == is_traditional(name) ? v1::MATCH_KIND_FOLDED
                                                       : v1::MATCH_KIND_SCRIPT;
}

double CoveredShare(const std::string& asked, const std::string& name) {
  const size_t whole = text::DecodeUtf8(store::NameKey(name)).size();
  const size_t part = text::DecodeUtf8(store::NameKey(asked)).size();
  return whole == 0 ? 0 : std::min(1.0, static_cast<double>(part) / static_cast<double>(whole));
}

double ScoreOf(v1::MatchKind kind, const std::string& asked, const std::string& name) {
  switch (kind) {
    case v1::MATCH_KIND_EXACT:
      return 1;
    case v1::MATCH_KIND_FOLDED:
      return kFoldedScore;
    case v1::MATCH_KIND_SCRIPT:
      return kScriptScore;
    case v1::MATCH_KIND_PREFIX:
      return kPrefixFloor + kPartReach * CoveredShare(asked, name);
    default:
      return kPartFloor + kPartReach * CoveredShare(asked, name);
  }
}

v1::EntityCandidate MakeCandidate(NamedEntity found, v1::MatchKind kind, const std::string& asked) {
  v1::EntityCandidate candidate;
  *candidate.mutable_entity() = std::move(found.entity);
  candidate.set_matched_name(found.name.text());
  candidate.set_matched_alias_kind(found.name.kind());
  candidate.set_match_kind(kind);
  candidate.set_score(ScoreOf(kind, asked, found.name.text()));
  return candidate;
}

bool Admits(const v1::EntityQuery& query, v1::EntityType type) {
  return query.types().empty() ||
         std::find(query.types().begin(), query.types().end(), type) != query.types().end();
}

// Where several entities have the name, each gets the share of its mentions: a name that nearly
// always means one of them still scores high for that one. `fits` says how well the context of the
// name goes with each; empty where there is none.
void ShareNames(Candidates& equals, const std::vector<double>& fits = {}) {
  if (equals.size() < 2) return;
  std::vector<double> parts;
  double whole = 0;
  for (size_t i = 0; i < equals.size(); ++i) {
    const double fit = i < fits.size() ? fits[i] : 1;
    parts.push_back((equals[i].entity().mention_count() + 1) * fit * fit);
    whole += parts.back();
  }
  for (size_t i = 0; i < equals.size(); ++i) {
    const double share = whole == 0 ? 0 : parts[i] / whole;
    equals[i].set_score(equals[i].score() * (kSharedFloor + (1 - kSharedFloor) * share));
  }
}

// How well `context` goes with each of them; empty where it goes with none.
absl::StatusOr<std::vector<double>> FitsOf(const Candidates& candidates,
                                           const ContextFit& context) {
  std::vector<double> fits;
  double best = 0;
  for (const v1::EntityCandidate& candidate : candidates) {
    double fit = 0;
    if (fits.size() < kMaxFitted) {
      YZ_ASSIGN_OR_RETURN(fit, context.Of(candidate.entity().name()));
    }
    best = std::max(best, fit);
    fits.push_back(fit);
  }
  if (best == 0) fits.clear();
  return fits;
}

// A name that only begins with what was looked up, or contains it, is never before the best of the
// first `equals` candidates, which have that very name, however many share it.
void PutPartsBelow(Candidates& candidates, size_t equals) {
  double best = 0;
  for (size_t i = 0; i < equals; ++i) best = std::max(best, candidates[i].score());
  for (size_t i = equals; equals > 0 && i < candidates.size(); ++i) {
    candidates[i].set_score(std::min(candidates[i].score(), best * kBelowEquals));
  }
}

void SortByScore(Candidates& candidates) {
  std::stable_sort(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) {
    return std::tuple(-a.score(), -a.entity().mention_count(), a.entity().name()) <
           std::tuple(-b.score(), -b.entity().mention_count(), b.entity().name());
  });
}

std::string ReasonAgainst(const v1::EntityCandidate& candidate, const v1::EntityCandidate* match,
                          size_t sharing) {
  const bool equal = candidate.match_kind() == v1::MATCH_KIND_EXACT ||
                     candidate.match_kind() == v1::MATCH_KIND_FOLDED ||
                     candidate.match_kind() == v1::MATCH_KIND_SCRIPT;
  if (match != nullptr) {
    return absl::StrCat("\"", match->matched_name(), "\" (", match->entity().name(),
                        ") fits better");
  }
  if (equal && sharing > 1) return absl::StrCat(sharing, " entities have this name");
  if (candidate.match_kind() == v1::MATCH_KIND_PREFIX) {
    return "its name only begins with what was looked up";
  }
  if (candidate.match_kind() == v1::MATCH_KIND_PINYIN) {
    return "its name only sounds like what was looked up";
  }
  if (candidate.match_kind() == v1::MATCH_KIND_SIMILAR) {
    return "its name differs from what was looked up";
  }
  return "its name only contains what was looked up";
}

// Marks the one candidate that may be taken without asking, and says of the others why not.
void Judge(Candidates& candidates, size_t sharing) {
  const bool clear =
      !candidates.empty() && candidates[0].score() >= kMatchScore &&
      (candidates.size() == 1 || candidates[0].score() - candidates[1].score() >= kMatchLead);
  if (clear) candidates[0].set_match(true);
  for (v1::EntityCandidate& candidate : candidates) {
    if (candidate.match() || (!clear && !candidate.reason().empty())) continue;
    candidate.set_reason(ReasonAgainst(candidate, clear ? &candidates[0] : nullptr, sharing));
  }
}

// Adds those of `found` that are not there yet and that the query admits.
void Add(std::vector<NamedEntity> found, v1::MatchKind kind, const v1::EntityQuery& query,
         Candidates& candidates) {
  std::set<std::string> known;
  for (const v1::EntityCandidate& candidate : candidates) known.insert(candidate.entity().name());
  for (NamedEntity& named : found) {
    if (!Admits(query, named.entity.type()) || !known.insert(named.entity.name()).second) continue;
    const v1::MatchKind shown =
        kind == v1::MATCH_KIND_UNSPECIFIED ? KindOfEqual(query.name(), named.name.text()) : kind;
    candidates.push_back(MakeCandidate(std::move(named), shown, query.name()));
  }
}

absl::StatusOr<Candidates> FindEquals(const store::EntityReader& entities,
                                      const v1::EntityQuery& query,
                                      const ContextFit* context = nullptr) {
  Candidates equals;
  YZ_ASSIGN_OR_RETURN(std::vector<NamedEntity> found, entities.ByName(query.name(), kMaxFound));
  Add(std::move(found), v1::MATCH_KIND_UNSPECIFIED, query, equals);
  std::vector<double> fits;
  if (context != nullptr && equals.size() > 1) {
    YZ_ASSIGN_OR_RETURN(fits, FitsOf(equals, *context));
  }
  ShareNames(equals, fits);
  SortByScore(equals);
  return equals;
}

// Adds what single articles call so. Such a name is shared like any other, and never a match.
void AddScoped(std::vector<NamedEntity> found, v1::MatchKind kind, double score,
               const v1::EntityQuery& query, Candidates& candidates) {
  Candidates scoped;
  Add(std::move(found), kind, query, scoped);
  for (v1::EntityCandidate& candidate : scoped) {
    candidate.set_score(score);
    candidate.set_reason("it is called so in single articles only");
  }
  ShareNames(scoped);
  for (v1::EntityCandidate& candidate : scoped) candidates.push_back(std::move(candidate));
}

// Adds entities whose names sound like what was looked up: those that it spells (yizhuang), share
// the score of a name; those with the initials that it has (yz) and, where nothing else fits, those
// with other characters of the same sounds (亦装).
absl::Status AddBySound(const store::EntityReader& entities, const text::PinyinReader& pinyin,
                        const v1::EntityQuery& query, Candidates& candidates) {
  const std::u32string key = text::DecodeUtf8(store::NameKey(query.name()));
  // Reading characters takes longer than looking up all that has this name.
  if (!candidates.empty() && std::all_of(key.begin(), key.end(), text::IsHan)) {
    return absl::OkStatus();
  }
  const text::TypedName typed(key, pinyin);
  if (typed.key().size() < 2) return absl::OkStatus();
  if (!typed.MayBePinyin() && !candidates.empty()) return absl::OkStatus();
  const auto add = [&](std::vector<NamedEntity> found, double score) {
    Candidates sounding;
    Add(std::move(found), v1::MATCH_KIND_PINYIN, query, sounding);
    for (v1::EntityCandidate& candidate : sounding) candidate.set_score(score);
    ShareNames(sounding);
    for (v1::EntityCandidate& candidate : sounding) {
      const bool known = std::any_of(candidates.begin(), candidates.end(), [&](const auto& other) {
        return other.entity().name() == candidate.entity().name();
      });
      if (!known) candidates.push_back(std::move(candidate));
    }
  };
  YZ_ASSIGN_OR_RETURN(auto spelled, entities.BySound(typed, pinyin, kMaxFound));
  add(std::move(spelled), typed.LeadingHan().empty() ? kSpelledScore : kSoundScore);
  if (!typed.MayBePinyin()) return absl::OkStatus();
  if (candidates.empty()) {
    YZ_ASSIGN_OR_RETURN(auto scoped, entities.ByScopedSound(typed, pinyin, kMaxFound));
    AddScoped(std::move(scoped), v1::MATCH_KIND_PINYIN, kScopedSoundScore, query, candidates);
  }
  YZ_ASSIGN_OR_RETURN(auto initials, entities.ByInitials(typed, pinyin, kMaxFound));
  add(std::move(initials), kInitialsScore);
  return absl::OkStatus();
}

// Adds entities whose names were nearly typed.
absl::Status AddSimilar(const store::EntityReader& entities, const v1::EntityQuery& query,
                        Candidates& candidates) {
  YZ_ASSIGN_OR_RETURN(const auto similar, entities.Similar(query.name(), kMaxFound));
  const size_t length = text::DecodeUtf8(store::NameKey(query.name())).size();
  for (const NamedEntity& named : similar) {
    const size_t before = candidates.size();
    Add({named}, v1::MATCH_KIND_SIMILAR, query, candidates);
    if (candidates.size() == before) continue;
    const double changed = static_cast<double>(named.edits) / static_cast<double>(length);
    candidates.back().set_score(kSimilarScore * (1 - changed));
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<v1::LookupResult> LookUpEntity(const LookupSources& sources,
                                              const v1::EntityQuery& query, size_t limit,
                                              const store::SearchControl& control) {
  const store::EntityReader& entities = sources.snapshot.entities();
  std::optional<ContextFit> context;
  if (!query.context().empty()) {
    context.emplace(sources.snapshot.passages(), sources.compiler, query.context(), control);
  }
  YZ_ASSIGN_OR_RETURN(Candidates candidates,
                      FindEquals(entities, query, context ? &*context : nullptr));
  const size_t sharing = candidates.size();
  if (sharing == 0) {
    YZ_ASSIGN_OR_RETURN(auto scoped, entities.ByScopedName(query.name(), kMaxFound));
    AddScoped(std::move(scoped), v1::MATCH_KIND_UNSPECIFIED, kScopedScore, query, candidates);
  }
  if (candidates.size() < limit) {
    YZ_ASSIGN_OR_RETURN(auto prefixed, entities.ByPrefix(query.name(), kMaxFound));
    Add(std::move(prefixed), v1::MATCH_KIND_PREFIX, query, candidates);
  }
  if (candidates.size() < limit) {
    YZ_ASSIGN_OR_RETURN(auto containing, entities.ByPart(query.name(), kMaxFound));
    Add(std::move(containing), v1::MATCH_KIND_PARTIAL, query, candidates);
  }
  if (candidates.size() < limit) {
    YZ_RETURN_IF_ERROR(AddBySound(entities, sources.pinyin, query, candidates));
  }
  if (candidates.size() < limit && sharing == 0) {
    YZ_RETURN_IF_ERROR(AddSimilar(entities, query, candidates));
  }
  PutPartsBelow(candidates, sharing);
  SortByScore(candidates);
  if (candidates.size() > limit) candidates.resize(limit);
  Judge(candidates, sharing);
  v1::LookupResult result;
  for (v1::EntityCandidate& candidate : candidates) *result.add_candidates() = std::move(candidate);
  if (result.candidates().empty()) {
    YZ_ASSIGN_OR_RETURN(const auto nearest, entities.Nearest(query.name(), limit));
    for (const NamedEntity& named : nearest) *result.add_nearest() = named.ref();
  }
  return result;
}

absl::StatusOr<std::optional<v1::Entity>> ResolveEntity(const store::EntityReader& entities,
                                                        const std::string& name) {
  v1::EntityQuery query;
  query.set_name(name);
  YZ_ASSIGN_OR_RETURN(Candidates candidates, FindEquals(entities, query));
  Judge(candidates, candidates.size());
  if (candidates.empty() || !candidates[0].match()) return std::optional<v1::Entity>();
  return std::optional<v1::Entity>(std::move(*candidates[0].mutable_entity()));
}

}  // namespace yinzheng::services
