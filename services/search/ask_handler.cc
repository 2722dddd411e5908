// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/search/ask_handler.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/types/span.h"
#include "indexer/base/status_macros.h"
#include "services/record/day_interval.h"
#include "services/record/name_scanner.h"
#include "services/record/property_summaries.h"
#include "services/record/subject_facts.h"
#include "services/record/warnings.h"
#include "services/request/limits.h"
#include "services/request/page_token.h"
#include "services/request/text_limits.h"
#include "services/search/answer_ranker.h"
#include "services/search/result_builder.h"
#include "services/search/sentence_finder.h"
#include "services/search/sentence_ranker.h"

namespace yinzheng::services {
namespace {

// Facts found by their words that are weighed as answers.
constexpr size_t kTextCandidates = 200;
// Facts whose value is a subject; they come in no order of fit.
constexpr size_t kObjectCandidates = 1000;
constexpr int kMaxRecordedProperties = 20;
// Where sentences are looked for: articles at most, and passages of each.
constexpr size_t kSentenceArticles = 10;
constexpr size_t kSentencePassages = 3;
// Articles with the best sentences whose facts are weighed too, and facts of each.
constexpr size_t kFactArticles = 3;
constexpr size_t kArticleCandidates = 300;

// The kind of value that alone answers questions of a type; nullopt where several do.
std::optional<v1::FactKind> KindAskedFor(v1::QuestionType type) {
  switch (type) {
    case v1::QUESTION_TYPE_HOW_MANY:
      return v1::FACT_KIND_QUANTITY;
    case v1::QUESTION_TYPE_WHEN:
      return v1::FACT_KIND_DATE;
    case v1::QUESTION_TYPE_RANK:
      return v1::FACT_KIND_RANK;
    default:
      return std::nullopt;
  }
}

// What is asked about the subjects, in the question's words and in others for the same.
std::string WithRewordings(const Question& question) {
  std::string words = absl::StrCat(question.property, " ", question.quotation);
  for (const Rewording& rewording : question.rewordings) {
    for (const std::string& other : rewording.others) absl::StrAppend(&words, " ", other);
  }
  return words;
}

// The articles with the best sentences, each once.
std::vector<std::string> BestArticles(const std::vector<WeighedSentence>& sentences) {
  std::vector<std::string> articles;
  for (const WeighedSentence& sentence : sentences) {
    const std::string& article = sentence.sentence->citation.article();
    if (articles.size() == kFactArticles || sentence.score < kSentenceScore) break;
    if (std::find(articles.begin(), articles.end(), article) == articles.end()) {
      articles.push_back(article);
    }
  }
  return articles;
}

void SetReading(const Question& question, v1::AskResponse& response) {
  v1::QuestionReading& reading = *response.mutable_reading();
  reading.set_type(question.type);
  reading.set_property(question.property);
  for (const v1::Entity& subject : question.subjects) *reading.add_subjects() = subject;
}

void AddRecordedProperties(const std::vector<v1::Fact>& facts, const Question& question,
                           v1::AskResponse& response) {
  std::vector<v1::Fact> own;
  for (const v1::Fact& fact : facts) {
    for (const v1::Entity& subject : question.subjects) {
      if (fact.subject().entity() == subject.name()) own.push_back(fact);
    }
  }
  for (const v1::PropertySummary& summary : SummariseProperties(own)) {
    if (response.recorded_properties_size() == kMaxRecordedProperties) break;
    response.add_recorded_properties(summary.property());
  }
}

}  // namespace

absl::StatusOr<v1::AskResponse> AskHandler::Ask(const RequestContext& context,
                                                const v1::AskRequest& request) const {
  YZ_RETURN_IF_ERROR(CheckRequiredText("question", request.question(), kMaxQuestionLength));
  YZ_RETURN_IF_ERROR(ParseDay("reference_date", request.reference_date()).status());
  YZ_ASSIGN_OR_RETURN(const int32_t size, ReadPageSize(request.limit(), kAskResults, "limit"));
  YZ_ASSIGN_OR_RETURN(const Snapshot snapshot, AcquireSnapshot(index_));
  const auto limit = static_cast<size_t>(size);
  std::optional<Phase> phase(std::in_place, context, "read");
  YZ_ASSIGN_OR_RETURN(
      const Question question,
      reader_.Read(request.question(), request.reference_date(), [&](std::u32string_view text) {
        return FindNames(snapshot->entities(), text);
      }));
  YZ_RETURN_IF_ERROR(context.Check());
  const store::SearchControl control = ControlOf(context, request.allow_partial_results());
  const Asked asked = {request.question(), question, limit, control};
  v1::AskResponse response;
  SetReading(question, response);
  phase.emplace(context, "sentences");
  YZ_ASSIGN_OR_RETURN(const std::vector<SentenceCandidate> sentences,
                      AddPassages(*snapshot, context, asked, response));
  AnswerCandidates candidates;
  candidates.sentences = WeighSentences(values_, question, sentences);
  for (v1::AnswerSentence& sentence : BestSentences(candidates.sentences, limit)) {
    *response.add_sentences() = std::move(sentence);
  }
  YZ_RETURN_IF_ERROR(context.Check());
  phase.emplace(context, "facts");
  YZ_RETURN_IF_ERROR(AddFacts(*snapshot, asked, candidates));
  phase.emplace(context, "rank");
  for (v1::Answer& answer : RankAnswers(values_, question, candidates, limit)) {
    *response.add_answers() = std::move(answer);
  }
  phase.reset();
  for (const v1::Entity& subject : question.subjects) {
    if (static_cast<size_t>(response.entities_size()) < limit) *response.add_entities() = subject;
  }
  if (response.answers().empty()) AddRecordedProperties(candidates.facts, question, response);
  if (auto reduced = ReducedWarning("limit", request.limit(), kAskResults)) {
    *response.add_warnings() = *std::move(reduced);
  }
  TellMissing(control, response);
  *response.mutable_generation() = StampOf(*snapshot);
  return response;
}

// Facts about the subjects, facts whose value is a subject, facts that share words with the
// question, and facts of the articles with the best sentences: the ranker weighs them all.
absl::Status AskHandler::AddFacts(const store::IndexSnapshot& snapshot, const Asked& asked,
                                  AnswerCandidates& candidates) const {
  const Question& question = asked.question;
  const store::SearchControl& control = asked.control;
  std::vector<store::FactQuery> queries(1);
  queries[0].text =
      compiler_.CompileWords(question.quotation.empty() ? asked.text : question.quotation);
  const store::CompiledQuery with_rewordings = compiler_.CompileWords(WithRewordings(question));
  for (const v1::Entity& subject : question.subjects) {
    YZ_ASSIGN_OR_RETURN(FactsAbout about, FactsOfSubjectsAbout(snapshot.facts(), control,
                                                               {subject.name()}, with_rewordings));
    std::move(about.facts.begin(), about.facts.end(), std::back_inserter(candidates.facts));
  }
  queries[0].page = {0, kTextCandidates};
  if (const auto kind = KindAskedFor(question.type); kind.has_value()) {
    store::FactQuery of_kind = queries[0];
    of_kind.kinds = {*kind};
    queries.push_back(std::move(of_kind));
  }
  for (const v1::Entity& subject : question.subjects) {
    store::FactQuery& of_object = queries.emplace_back();
    of_object.object = subject.name();
    of_object.page = {0, kObjectCandidates};
  }
  for (std::string& article : BestArticles(candidates.sentences)) {
    store::FactQuery& of_article = queries.emplace_back();
    of_article.article = std::move(article);
    of_article.page = {0, kArticleCandidates};
  }
  for (store::FactQuery& query : queries) {
    query.control = control;
    YZ_ASSIGN_OR_RETURN(store::Listed<store::FactHit> found, snapshot.facts().Search(query));
    for (store::FactHit& hit : found.items) candidates.facts.push_back(std::move(hit.fact));
  }
  return absl::OkStatus();
}

absl::StatusOr<std::vector<SentenceCandidate>> AskHandler::AddPassages(
    const store::IndexSnapshot& snapshot, const RequestContext& context, const Asked& asked,
    v1::AskResponse& response) const {
  store::PassageSearch search;
  search.query = compiler_.CompileWords(asked.text);
  search.page = {0, std::max(asked.limit, kSentenceArticles)};
  search.passages_per_article = kSentencePassages;
  search.control = asked.control;
  YZ_ASSIGN_OR_RETURN(store::SearchResults found, snapshot.passages().Search(search));
  const size_t articles = std::min(found.hits.size(), kSentenceArticles);
  YZ_ASSIGN_OR_RETURN(
      std::vector<SentenceCandidate> sentences,
      SentencesOf(context, snapshot.articles(), absl::MakeConstSpan(found.hits).first(articles)));
  const ResultBuilder builder(snapshot.articles(), analyzer_, search.query, 0);
  if (found.hits.size() > asked.limit) found.hits.resize(asked.limit);
  for (store::ArticleHit& hit : found.hits) {
    hit.passages.resize(1);
    YZ_ASSIGN_OR_RETURN(*response.add_results(), builder.Build(hit));
  }
  for (const v1::Warning& warning : search.query.warnings) *response.add_warnings() = warning;
  return sentences;
}

}  // namespace yinzheng::services
