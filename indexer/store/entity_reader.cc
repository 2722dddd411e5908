// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/entity_reader.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "indexer/base/status_macros.h"
#include "indexer/store/database_pool.h"
#include "indexer/store/document_lookup.h"
#include "indexer/store/name_key.h"
#include "indexer/store/schema.h"
#include "indexer/store/suggestion_terms.h"
#include "indexer/store/terms.h"
#include "indexer/store/xapian_query.h"
#include "indexer/store/xapian_status.h"
#include "indexer/text/edit_distance.h"
#include "indexer/text/unicode.h"

namespace yinzheng::store {
namespace {

using Xapian::Query;
using yinzheng::v1::Entity;
using yinzheng::v1::EntityAlias;
using NamedEntities = std::vector<NamedEntity>;

// Candidates that an index term admits and a name then refutes (a longer prefix, parts in another
// order) are rare; this many are looked at for each one asked for.
constexpr size_t kCandidatesPerResult = 8;
constexpr size_t kFewestCandidates = 100;

// Entities with one term up to which their postings are read rather than matched.
constexpr Xapian::doccount kFewBearers = 16;

// How a name relates to the key looked up; less is better.
enum class Fit { kEqual, kBegins, kContains, kNone };

Fit FitOf(const std::string& name_key, const std::string& key) {
  const size_t place = name_key.find(key);
  if (place == std::string::npos) return Fit::kNone;
  if (place > 0) return Fit::kContains;
  return name_key.size() == key.size() ? Fit::kEqual : Fit::kBegins;
}

// How a name ranks for what is looked up: by fit, then the exact spelling. Nullopt if it does not
// fit.
using NameRank = std::pair<Fit, bool>;
using RankName = std::function<std::optional<NameRank>(const std::string& name)>;

// Which of an entity's names are looked at.
enum class NameScope { kEverywhere, kSingleArticles };

// Calls `visit` with the names by which an entity is looked up: the canonical one first, whose
// alias is null, then its aliases. Of single articles, those that are document-scoped.
template <typename Visit>
void VisitNames(const Entity& entity, NameScope scope, Visit visit) {
  const bool scoped = scope == NameScope::kSingleArticles;
  if (!scoped) visit(entity.display_name(), nullptr);
  for (const EntityAlias& alias : entity.aliases()) {
    if (alias.document_scoped() == scoped) visit(alias.text(), &alias);
  }
}

// A name of VisitNames, without its citation.
EntityAlias NameOf(const Entity& entity, const EntityAlias* alias) {
  EntityAlias name;
  name.set_text(alias == nullptr ? entity.display_name() : alias->text());
  name.set_kind(alias == nullptr ? yinzheng::v1::ALIAS_KIND_CANONICAL : alias->kind());
  return name;
}

// The entity's best name: by rank, then the order of the aliases. Nullopt if none fits.
std::optional<EntityAlias> BestName(const Entity& entity, NameScope scope,
                                    const RankName& rank_name) {
  const EntityAlias* best = nullptr;
  std::optional<NameRank> best_rank;
  VisitNames(entity, scope, [&](const std::string& name, const EntityAlias* alias) {
    const std::optional<NameRank> rank = rank_name(name);
    if (!rank || (best_rank && *rank >= *best_rank)) return;
    best = alias;
    best_rank = rank;
  });
  if (!best_rank) return std::nullopt;
  return NameOf(entity, best);
}

// By characters: no name fits that fits less well than `worst`.
RankName RankByKey(std::string_view wanted, Fit worst) {
  return [wanted, key = NameKey(wanted), worst](const std::string& name) {
    const Fit fit = FitOf(NameKey(name), key);
    return fit == Fit::kNone || fit > worst ? std::nullopt
                                            : std::optional(NameRank(fit, name != wanted));
  };
}

// By sound: the whole name, typed in letters (`fit`) or in characters that sound alike.
RankName RankBySound(const text::TypedName& typed, const text::PinyinReader& reader,
                     text::TypedFit fit) {
  return [&typed, &reader, fit](const std::string& name) -> std::optional<NameRank> {
    const std::u32string key = text::DecodeUtf8(NameKey(name));
    for (const text::NameKind kind : {text::NameKind::kAny, text::NameKind::kPerson}) {
      const text::ReadName read = reader.Read(key, kind);
      const text::TypedMatch match = typed.MatchBeginning(read);
      const bool typed_whole = match.fit == fit && match.characters == read.size();
      const bool alike =
          typed.units().size() == read.size() && text::SoundsLikeBeginning(typed.units(), read);
      if (typed_whole || alike) return NameRank(Fit::kEqual, false);
    }
    return std::nullopt;
  };
}

// Names that have every character and pair of `key`, or some of them.
Query ByGrams(Query::op how, const std::string& key) {
  std::vector<std::string> terms;
  for (const std::string& gram : KeyGrams(key)) terms.push_back(Term(prefix::kNameGram, gram));
  return {how, terms.begin(), terms.end()};
}

Query AllGrams(const std::string& key) { return ByGrams(Query::OP_AND, key); }
Query SharingGrams(const std::string& key) { return ByGrams(Query::OP_OR, key); }

// Takes the entity of `document` if one of its names fits.
absl::Status TakeIfNamed(const Xapian::Document& document, const RankName& rank_name,
                         NameScope scope, NamedEntities& found) {
  YZ_ASSIGN_OR_RETURN(Entity entity, ParseDocument<Entity>(document));
  std::optional<EntityAlias> name = BestName(entity, scope, rank_name);
  if (name) found.push_back({std::move(entity), *std::move(name)});
  return absl::OkStatus();
}

// The entities that `query` admits and one of whose names fits, most mentioned first.
absl::StatusOr<NamedEntities> FindByName(const Xapian::Database& entities, const Query& query,
                                         const RankName& rank_name, size_t limit,
                                         NameScope scope = NameScope::kEverywhere) {
  NamedEntities found;
  if (query.empty() || limit == 0) return found;
  Xapian::Enquire enquire(entities);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_sort_by_value(slot::kMostMentioned, /*reverse=*/false);
  const size_t candidates = std::max(limit * kCandidatesPerResult, kFewestCandidates);
  const Xapian::MSet matches = enquire.get_mset(0, static_cast<Xapian::doccount>(candidates));
  for (auto match = matches.begin(); match != matches.end() && found.size() < limit; ++match) {
    YZ_RETURN_IF_ERROR(TakeIfNamed(match.get_document(), rank_name, scope, found));
  }
  return found;
}

// The documents with `term`, in the order in which a match sorted by mentions gives them.
std::vector<Xapian::Document> MostMentionedFirst(const Xapian::Database& entities,
                                                 const std::string& term) {
  std::vector<std::pair<std::string, Xapian::Document>> sorted;
  const auto end = entities.postlist_end(term);
  for (auto posting = entities.postlist_begin(term); posting != end; ++posting) {
    Xapian::Document document = entities.get_document(*posting);
    std::string mentioned = document.get_value(slot::kMostMentioned);
    sorted.emplace_back(std::move(mentioned), std::move(document));
  }
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Xapian::Document> documents;
  for (auto& [mentioned, document] : sorted) documents.push_back(std::move(document));
  return documents;
}

// The same for one term. Nearly every name is that of one or two entities: setting up a match takes
// several times what reading their postings does.
absl::StatusOr<NamedEntities> FindByTerm(const Xapian::Database& entities, const std::string& term,
                                         const RankName& rank_name, size_t limit,
                                         NameScope scope = NameScope::kEverywhere) {
  if (entities.get_termfreq(term) > kFewBearers) {
    return FindByName(entities, Query(term), rank_name, limit, scope);
  }
  NamedEntities found;
  for (const Xapian::Document& document : MostMentionedFirst(entities, term)) {
    if (found.size() == limit) break;
    YZ_RETURN_IF_ERROR(TakeIfNamed(document, rank_name, scope, found));
  }
  return found;
}

// How many characters of a name may be mistyped. In a shorter one a single other character mostly
// makes another name.
constexpr size_t kShortestMistyped = 4;
constexpr size_t kLongMistyped = 10;

size_t EditsAllowed(size_t length) {
  if (length < kShortestMistyped) return 0;
  return length < kLongMistyped ? 1 : 2;
}

// The entity's name nearest to `key`; nullopt where none is near enough.
std::optional<NamedEntity> NearlyNamed(Entity entity, std::u32string_view key) {
  const EntityAlias* nearest = nullptr;
  std::optional<size_t> fewest;
  VisitNames(entity, NameScope::kEverywhere,
             [&](const std::string& name, const EntityAlias* alias) {
               const std::u32string other = text::DecodeUtf8(NameKey(name));
               const size_t allowed = EditsAllowed(std::min(key.size(), other.size()));
               const size_t edits = text::EditDistance(key, other, allowed);
               if (edits > allowed || (fewest && edits >= *fewest)) return;
               nearest = alias;
               fewest = edits;
             });
  if (!fewest) return std::nullopt;
  NamedEntity near;
  near.name = NameOf(entity, nearest);
  near.edits = *fewest;
  near.entity = std::move(entity);
  return near;
}

Query AnyOf(const std::vector<std::string>& terms) {
  return {Query::OP_OR, terms.begin(), terms.end()};
}

}  // namespace

yinzheng::v1::EntityRef NamedEntity::ref() const {
  yinzheng::v1::EntityRef reference;
  reference.set_entity(entity.name());
  reference.set_display_name(entity.display_name());
  return reference;
}

absl::StatusOr<Entity> EntityReader::Get(std::string_view name) const {
  YZ_ASSIGN_OR_RETURN(const std::string id, IdOf("entities", name));
  YZ_ASSIGN_OR_RETURN(const DatabasePool::Lease lease, pool_.Acquire());
  return CatchXapian("read an entity", [&] {
    return LookUp<Entity>(lease->entities, Term(prefix::kName, id), name);
  });
}

absl::StatusOr<NamedEntities> EntityReader::ByName(std::string_view name, size_t limit) const {
  YZ_ASSIGN_OR_RETURN(const DatabasePool::Lease lease, pool_.Acquire());
  return CatchXapian("look an entity up", [&] {
    const std::string key = NameKey(name);
    if (key.empty()) return absl::StatusOr<NamedEntities>(NamedEntities());
    return FindByTerm(lease->entities, Term(prefix::kNameKey, key), RankByKey(name, Fit::kEqual),
                      limit);
  });
}

absl::StatusOr<NamedEntities> EntityReader::ByScopedName(std::string_view name,
                                                         size_t limit) const {
  YZ_ASSIGN_OR_RETURN(const DatabasePool::Lease lease, pool_.Acquire());
  return CatchXapian("look an article's own name up", [&] {
    const std::string key = NameKey(name);
    if (key.empty()) return absl::StatusOr<NamedEntities>(NamedEntities());
    return FindByTerm(lease->entities, ScopedKeyTerm(key), RankByKey(name, Fit::kEqual), limit,
                      NameScope::kSingleArticles);
  });
}

absl::StatusOr<NamedEntities> EntityReader::ByPrefix(std::string_view prefix, size_t limit) const {
  const std::vector<std::string> beginnings = KeyPrefixes(NameKey(prefix), kMaxNamePrefix);
  if (beginnings.empty()) return NamedEntities();
  YZ_ASSIGN_OR_RETURN(const DatabasePool::Lease lease, pool_.Acquire());
  return CatchXapian("complete an entity's name", [&] {
    return FindByTerm(lease->entities, Term(prefix::kNamePrefix, beginnings.back()),
                      RankByKey(prefix, Fit::kBegins), limit);
  });
}

absl::StatusOr<NamedEntities> EntityReader::ByPart(std::string_view part, size_t limit) const {
  YZ_ASSIGN_OR_RETURN(const DatabasePool::Lease lease, pool_.Acquire());
  return CatchXapian("look a part of a name up", [&] {
    return FindByName(lease->entities, AllGrams(NameKey(part)), RankByKey(part, Fit::kContains),
                      limit);
  });
}

absl::StatusOr<NamedEntities> EntityReader::BySound(const text::TypedName& typed,
                                                    const text::PinyinReader& reader,
                                                    size_t limit) const {
  YZ_ASSIGN_OR_RETURN(const DatabasePool::Lease lease, pool_.Acquire());
  return CatchXapian("look a name up by its sound", [&] {
    std::vector<std::string> terms;
    for (const std::string& spelling : typed.AsSpellings()) terms.push_back(SpellingTerm(spelling));
    return FindByName(lease->entities, AnyOf(terms),
                      RankBySound(typed, reader, text::TypedFit::kPinyin), limit);
  });
}

absl::StatusOr<NamedEntities> EntityReader::ByScopedSound(const text::TypedName& typed,
                                                          const text::PinyinReader& reader,
                                                          size_t limit) const {
  YZ_ASSIGN_OR_RETURN(const DatabasePool::Lease lease, pool_.Acquire());
  return CatchXapian("look an article's own name up by its sound", [&] {
    std::vector<std::string> terms;
    for (const std::string& spelling : typed.AsSpellings()) {
      terms.push_back(ScopedSpellingTerm(spelling));
    }
    return FindByName(lease->entities, AnyOf(terms),
                      RankBySound(typed, reader, text::TypedFit::kPinyin), limit,
                      NameScope::kSingleArticles);
  });
}

absl::StatusOr<NamedEntities> EntityReader::ByInitials(const text::TypedName& typed,
                                                       const text::PinyinReader& reader,
                                                       size_t limit) const {
  YZ_ASSIGN_OR_RETURN(const DatabasePool::Lease lease, pool_.Acquire());
  return CatchXapian("look a name up by its initials", [&] {
    const std::vector<std::string> initials = typed.AsInitials();
    if (initials.empty()) return absl::StatusOr<NamedEntities>(NamedEntities());
    return FindByTerm(lease->entities, WholeInitialsTerm(initials.front()),
                      RankBySound(typed, reader, text::TypedFit::kInitials), limit);
  });
}

absl::StatusOr<NamedEntities> EntityReader::Similar(std::string_view name, size_t limit) const {
  const std::u32string key = text::DecodeUtf8(NameKey(name));
  if (EditsAllowed(key.size()) == 0 || limit == 0) return NamedEntities();
  YZ_ASSIGN_OR_RETURN(const DatabasePool::Lease lease, pool_.Acquire());
  return CatchXapian("look a mistyped name up", [&]() -> absl::StatusOr<NamedEntities> {
    Xapian::Enquire enquire(lease->entities);
    enquire.set_query(SharingGrams(text::EncodeUtf8(key)));
    enquire.set_sort_by_relevance_then_value(slot::kMostMentioned, /*reverse=*/false);
    const Xapian::MSet matches = enquire.get_mset(0, kFewestCandidates);
    NamedEntities found;
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      YZ_ASSIGN_OR_RETURN(Entity entity, ParseDocument<Entity>(match.get_document()));
      if (std::optional<NamedEntity> near = NearlyNamed(std::move(entity), key)) {
        found.push_back(*std::move(near));
      }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const NamedEntity& a, const NamedEntity& b) { return a.edits < b.edits; });
    if (found.size() > limit) found.resize(limit);
    return found;
  });
}

absl::StatusOr<NamedEntities> EntityReader::Nearest(std::string_view name, size_t limit) const {
  const std::string key = NameKey(name);
  if (key.empty() || limit == 0) return NamedEntities();
  YZ_ASSIGN_OR_RETURN(const DatabasePool::Lease lease, pool_.Acquire());
  return CatchXapian("find the nearest names", [&]() -> absl::StatusOr<NamedEntities> {
    Xapian::Enquire enquire(lease->entities);
    enquire.set_query(SharingGrams(key));
    enquire.set_sort_by_relevance_then_value(slot::kMostMentioned, /*reverse=*/false);
    NamedEntities found;
    const Xapian::MSet matches = enquire.get_mset(0, static_cast<Xapian::doccount>(limit));
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      YZ_ASSIGN_OR_RETURN(Entity entity, ParseDocument<Entity>(match.get_document()));
      NamedEntity& named = found.emplace_back();
      named.name.set_text(entity.display_name());
      named.name.set_kind(yinzheng::v1::ALIAS_KIND_CANONICAL);
      named.entity = std::move(entity);
    }
    return found;
  });
}

absl::StatusOr<Listed<Entity>> EntityReader::List(absl::Span<const yinzheng::v1::EntityType> types,
                                                  Page page) const {
  YZ_ASSIGN_OR_RETURN(const DatabasePool::Lease lease, pool_.Acquire());
  return CatchXapian("list entities", [&]() -> absl::StatusOr<Listed<Entity>> {
    std::vector<std::string> terms;
    for (const yinzheng::v1::EntityType type : types) {
      terms.push_back(Term(prefix::kEntityType, absl::StrCat(static_cast<int>(type))));
    }
    Xapian::Enquire enquire(lease->entities);
    enquire.set_query(terms.empty() ? MatchAll() : Query(Query::OP_OR, terms.begin(), terms.end()));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_sort_by_value(slot::kMostMentioned, /*reverse=*/false);
    const Xapian::MSet matches =
        enquire.get_mset(static_cast<Xapian::doccount>(page.offset),
                         static_cast<Xapian::doccount>(page.limit), lease->entities.get_doccount());
    Listed<Entity> listed;
    listed.total = matches.get_matches_estimated();
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      YZ_ASSIGN_OR_RETURN(Entity entity, ParseDocument<Entity>(match.get_document()));
      listed.items.push_back(std::move(entity));
    }
    return listed;
  });
}

absl::Status EntityReader::ForEach(const std::function<absl::Status(const Entity&)>& visit) const {
  YZ_ASSIGN_OR_RETURN(const DatabasePool::Lease lease, pool_.Acquire());
  return CatchXapian("read all entities", [&] {
    return VisitByName(lease->entities, [&](const Xapian::Document& document) -> absl::Status {
      YZ_ASSIGN_OR_RETURN(const Entity entity, ParseDocument<Entity>(document));
      return visit(entity);
    });
  });
}

}  // namespace yinzheng::store
