// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/check/claim_reader.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

#include "absl/strings/str_replace.h"
#include "indexer/base/digest.h"
#include "indexer/base/status_macros.h"
#include "indexer/knowledge/article_knowledge.h"
#include "indexer/text/script.h"
#include "indexer/text/source_map.h"
#include "indexer/text/unicode.h"
#include "services/check/known_names.h"
#include "services/record/article_text.h"
#include "services/record/entity_lookup.h"

namespace yinzheng::services {
namespace {

constexpr std::string_view kClaimArticle = "articles/claim";

// A text without an end mark reads like a headline, from which little is extracted.
std::string WithEndMark(const std::string& text, const std::u32string& decoded) {
  const auto last = std::find_if_not(decoded.rbegin(), decoded.rend(), text::IsSpace);
  const bool ended =
      last == decoded.rend() || text::IsSentenceEnd(*last) || text::IsClosingQuote(*last);
  return ended ? text : text + "。";
}

v1::Article MakeArticle(const std::string& body, const std::string& reference_date) {
  v1::Article article;
  article.set_name(std::string(kClaimArticle));
  article.set_body(body);
  article.set_body_sha256(base::Sha256Hex(body));
  article.set_body_length(static_cast<int32_t>(text::DecodeUtf8(body).size()));
  article.mutable_source()->set_path("claim");
  article.mutable_source()->set_end_byte(static_cast<int64_t>(body.size()));
  if (!reference_date.empty()) {
    article.mutable_published()->set_edtf(reference_date);
    article.mutable_published()->set_earliest(reference_date);
    article.mutable_published()->set_latest(reference_date);
    article.mutable_published()->set_basis(v1::DATE_BASIS_METADATA);
  }
  return article;
}

absl::StatusOr<text::SourceMap> MapBytes(const std::u32string& body) {
  text::SourceMap map;
  uint64_t begin = 0;
  for (const char32_t c : body) {
    std::string bytes;
    text::AppendUtf8(c, bytes);
    YZ_RETURN_IF_ERROR(map.Append({begin, begin + bytes.size()}));
    begin += bytes.size();
  }
  return map;
}

// The entity of the index for a local one: the one it was read as, else the first of its names that
// means one beyond doubt.
absl::StatusOr<v1::EntityRef> TieToIndex(const knowledge::LocalEntity& local,
                                         const KnownNames& known,
                                         const store::EntityReader& entities) {
  if (const v1::EntityRef* const ref = known.Find(local.identity)) return *ref;
  v1::EntityRef ref;
  if (!local.names.empty()) ref.set_display_name(local.names.front().text);
  for (const knowledge::LocalName& name : local.names) {
    YZ_ASSIGN_OR_RETURN(const std::optional<v1::Entity> entity, ResolveEntity(entities, name.text));
    if (!entity.has_value()) continue;
    ref.set_entity(entity->name());
    ref.set_display_name(entity->display_name());
    break;
  }
  return ref;
}

// Replaces local references ("#3") by those of the index.
void Tie(const std::vector<v1::EntityRef>& refs, v1::EntityRef& ref) {
  const int32_t local = knowledge::ParseLocalEntityId(ref.entity());
  if (local < 0) return;
  if (static_cast<size_t>(local) < refs.size()) {
    ref = refs[static_cast<size_t>(local)];
  } else {
    ref.clear_entity();
  }
}

void TieFact(const std::vector<v1::EntityRef>& refs, v1::Fact& fact) {
  Tie(refs, *fact.mutable_subject());
  if (fact.has_entity()) Tie(refs, *fact.mutable_entity());
  for (v1::Citation& citation : *fact.mutable_citations()) {
    if (citation.has_attribution()) Tie(refs, *citation.mutable_attribution()->mutable_speaker());
  }
}

// Takes every `part` out of `text`.
void TakeOut(const std::string& part, std::string& text) {
  if (!part.empty()) absl::StrReplaceAll({{part, "，"}}, &text);
}

std::string PrintedValue(const v1::Fact& fact) {
  if (fact.has_quantity()) return fact.quantity().text();
  if (fact.has_date()) return fact.date().text();
  return fact.entity().display_name();
}

// The words of the claim's sentence by which it is looked for: `names` are those of its entities as
// printed, each with its entity of the index.
SoughtWords SoughtOf(const v1::Fact& fact, const std::vector<SoughtWords::Name>& names,
                     const Rewordings& rewordings) {
  SoughtWords sought;
  std::string words = fact.citations(0).quote();
  // The words of an attribute are what is looked for.
  if (!fact.has_text()) TakeOut(PrintedValue(fact), words);
  TakeOut(fact.time().text(), words);
  for (const SoughtWords::Name& name : names) {
    if (words.find(name.printed) == std::string::npos) continue;
    TakeOut(name.printed, words);
    sought.names.push_back(name);
  }
  sought.words =
      text::EncodeUtf8(text::SimplifiedConverter::Default().Convert(text::DecodeUtf8(words)).text);
  sought.rewordings = rewordings.Of(sought.words);
  return sought;
}

// The names that the text prints, longest first, each with its entity of the index.
std::vector<SoughtWords::Name> NamesIn(const knowledge::ArticleKnowledge& found,
                                       const std::vector<v1::EntityRef>& refs) {
  std::vector<SoughtWords::Name> names;
  for (const v1::Mention& mention : found.mentions) {
    const auto local = static_cast<size_t>(knowledge::ParseLocalEntityId(mention.entity()));
    if (local >= refs.size()) continue;
    SoughtWords::Name& name = names.emplace_back();
    name.entity = refs[local].entity();
    name.printed = mention.text();
    name.aliases = {mention.text(), refs[local].display_name()};
  }
  std::stable_sort(names.begin(), names.end(), [](const auto& a, const auto& b) {
    return a.printed.size() > b.printed.size();
  });
  return names;
}

// What a name says of itself (某院研究所 belongs to 某院) is no statement of the text.
bool IsOfName(const v1::Fact& fact) { return fact.rule() == "relation.name"; }

}  // namespace

absl::StatusOr<std::vector<Claim>> ClaimReader::Read(const std::string& text,
                                                     const std::string& reference_date,
                                                     const store::EntityReader& entities) const {
  const std::u32string decoded = text::DecodeUtf8(text);
  YZ_ASSIGN_OR_RETURN(const v1::AnalyzeTextResponse mentions, extractor_.Analyze(text, ""));
  YZ_ASSIGN_OR_RETURN(const KnownNames known, KnownNames::In(decoded, mentions, entities));
  const std::string body = WithEndMark(text, decoded);
  YZ_ASSIGN_OR_RETURN(const text::SourceMap map, MapBytes(text::DecodeUtf8(body)));
  knowledge::ArticleKnowledge found =
      extractor_.ExtractKnowing(known.pack(), MakeArticle(body, reference_date), map);
  std::vector<v1::EntityRef> refs;
  for (const knowledge::LocalEntity& local : found.entities.entities) {
    YZ_ASSIGN_OR_RETURN(v1::EntityRef ref, TieToIndex(local, known, entities));
    refs.push_back(std::move(ref));
  }
  const std::vector<SoughtWords::Name> names = NamesIn(found, refs);
  std::vector<Claim> claims;
  const auto length = static_cast<int32_t>(decoded.size());
  for (v1::Fact& fact : found.facts) {
    if (fact.citations().empty() || IsOfName(fact)) continue;
    Claim& claim = claims.emplace_back();
    TieFact(refs, fact);
    claim.span = MakeSpan(fact.citations(0).span().start(),
                          std::min(fact.citations(0).span().end(), length));
    claim.sought = SoughtOf(fact, names, rewordings_);
    claim.fact = std::move(fact);
  }
  std::stable_sort(claims.begin(), claims.end(), [](const Claim& a, const Claim& b) {
    const auto place = [](const Claim& claim) {
      return std::tuple(claim.fact.citations(0).value_span().start(), claim.span.start());
    };
    return place(a) < place(b);
  });
  return claims;
}

}  // namespace yinzheng::services
