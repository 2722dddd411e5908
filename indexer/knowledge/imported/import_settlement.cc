// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/imported/import_settlement.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "indexer/knowledge/imported/refusal.h"

namespace yinzheng::knowledge {
namespace {

// What one article says to a citation.
struct Answer {
  size_t article = 0;
  ImportedResult result;
};

// By line and citation.
using Answers = std::map<std::pair<uint32_t, uint32_t>, std::vector<Answer>>;

Answers Collect(ImportedResults results, std::vector<ArticleKnowledge>& articles) {
  Answers answers;
  for (size_t i = 0; i < articles.size(); ++i) {
    for (ImportedResult& result : articles[i].*results) {
      std::vector<Answer>& known = answers[{result.line, result.citation}];
      known.push_back({i, std::move(result)});
    }
    (articles[i].*results).clear();
  }
  return answers;
}

// Those of the articles that are meant.
void KeepSurest(std::vector<Answer>& answers) {
  ArticleKey surest = ArticleKey::kPath;
  for (const Answer& answer : answers) surest = std::min(surest, answer.result.key);
  std::erase_if(answers, [&](const Answer& answer) { return answer.result.key != surest; });
}

class Settlement {
 public:
  Settlement(const EntityNames& names, std::vector<ArticleKnowledge>& articles)
      : names_(names), articles_(articles) {}

  absl::Status Settle(const v1::Fact& claim, const v1::Citation& citation,
                      std::vector<Answer> answers) const {
    const std::string& article = citation.article();
    KeepSurest(answers);
    if (answers.empty()) {
      return Refused(RefusalCode::kArticle,
                     absl::StrCat("no article is called \"", Brief(article),
                                  "\"; give its name, its external id or its path"));
    }
    if (answers.size() > 1) return Several(article, answers);
    const ImportedResult& result = answers[0].result;
    if (!result.status.ok()) return result.status;
    return Choose(claim, citation.attribution().speaker(), answers[0].article, result.readings);
  }

 private:
  absl::Status Several(const std::string& article, const std::vector<Answer>& answers) const {
    const std::string list =
        absl::StrJoin(answers, " ", [this](std::string* out, const Answer& answer) {
          absl::StrAppend(out, articles_[answer.article].article);
        });
    return Refused(RefusalCode::kArticle,
                   absl::StrCat("\"", Brief(article), "\" holds several articles: ", Brief(list),
                                "; name one"));
  }

  v1::EntityRef Resolved(size_t article, const v1::EntityRef& local) const {
    const int32_t entity = ParseLocalEntityId(local.entity());
    return entity < 0 ? local : names_(article, entity);
  }

  bool Is(size_t article, const v1::EntityRef& claim, const v1::EntityRef& local) const {
    return claim.entity().empty() || Resolved(article, local).entity() == claim.entity();
  }

  absl::Status Choose(const v1::Fact& claim, const v1::EntityRef& speaker, size_t article,
                      const std::vector<v1::Fact>& readings) const {
    const v1::Fact* of_value = nullptr;
    for (const v1::Fact& fact : readings) {
      if (claim.has_entity() && !Is(article, claim.entity(), fact.entity())) continue;
      if (of_value == nullptr) of_value = &fact;
      if (!Is(article, claim.subject(), fact.subject())) continue;
      // All readings cite alike.
      const v1::EntityRef& stated = fact.citations(0).attribution().speaker();
      if (!Is(article, speaker, stated)) {
        return Differs(RefusalCode::kAttribution, "claimed to be said by ", speaker, "are said by",
                       Resolved(article, stated));
      }
      articles_[article].facts.push_back(fact);
      return absl::OkStatus();
    }
    if (of_value == nullptr) {
      return Differs(RefusalCode::kValue, "claimed ", claim.entity(), "name",
                     Resolved(article, readings[0].entity()));
    }
    return Differs(RefusalCode::kSubject, "claimed of ", claim.subject(), "are stated of",
                   Resolved(article, of_value->subject()));
  }

  static absl::Status Differs(RefusalCode code, const std::string& claimed,
                              const v1::EntityRef& claim, const std::string& verb,
                              const v1::EntityRef& stated) {
    return Refused(code, absl::StrCat(claimed, Brief(claim.entity()), " \"",
                                      Brief(claim.display_name()), "\"; the words ", verb, " \"",
                                      Brief(stated.display_name()), "\" ", stated.entity()));
  }

  const EntityNames& names_;
  std::vector<ArticleKnowledge>& articles_;
};

}  // namespace

std::vector<ImportedOutcome> SettleClaims(const ImportedFacts& claims, ImportedResults results,
                                          const EntityNames& names,
                                          std::vector<ArticleKnowledge>& articles) {
  Answers answers = Collect(results, articles);
  const Settlement settlement(names, articles);
  std::vector<ImportedOutcome> outcomes;
  for (uint32_t line = 0; line < claims.lines().size(); ++line) {
    const v1::Fact& claim = claims.lines()[line].fact;
    for (int i = 0; i < claim.citations_size(); ++i) {
      ImportedOutcome& outcome = outcomes.emplace_back();
      outcome.line = line;
      outcome.citation = static_cast<uint32_t>(i);
      outcome.status = settlement.Settle(claim, claim.citations(i),
                                         std::move(answers[{line, outcome.citation}]));
    }
  }
  return outcomes;
}

}  // namespace yinzheng::knowledge
