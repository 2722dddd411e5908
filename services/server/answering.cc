// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/server/answering.h"

#include <optional>
#include <utility>

#include "indexer/base/data_dir.h"
#include "indexer/base/status_macros.h"
#include "indexer/knowledge/article_extractor.h"
#include "indexer/store/query_compiler.h"
#include "indexer/text/analyzer.h"
#include "indexer/text/pinyin/pinyin_reading.h"
#include "indexer/text/segmenter.h"
#include "indexer/text/shape_variants.h"
#include "indexer/text/shared_segmenter.h"
#include "services/article/article_service.h"
#include "services/check/check_service.h"
#include "services/entity/entity_service.h"
#include "services/fact/fact_service.h"
#include "services/index/index_service.h"
#include "services/record/record_rules.h"
#include "services/search/search_service.h"

namespace yinzheng::services {
namespace {

constexpr char kServerVersion[] = YINZHENG_VERSION;

// What is read from the data directory and never changes while the server runs.
struct Language {
  const text::Segmenter* segmenter = nullptr;
  std::optional<text::Analyzer> analyzer;
  std::optional<text::PinyinReader> pinyin;
  std::unique_ptr<text::ShapeVariants> shapes;
  std::unique_ptr<store::QueryCompiler> compiler;
  std::unique_ptr<knowledge::ArticleExtractor> extractor;
  std::optional<RecordRules> rules;
  std::optional<PartRelations> parts;
  std::optional<QuestionReader> questions;

  store::CorrectionRules corrections() const { return {*segmenter, *pinyin, *shapes}; }
};

absl::Status LoadLanguage(Language& language) {
  YZ_ASSIGN_OR_RETURN(const std::string data_dir, base::DataDir());
  YZ_ASSIGN_OR_RETURN(language.segmenter, text::SharedSegmenter());
  const text::Segmenter& segmenter = *language.segmenter;
  language.analyzer.emplace(segmenter);
  YZ_RETURN_IF_ERROR(text::PinyinTable::Shared().status());
  language.pinyin.emplace(segmenter);
  YZ_ASSIGN_OR_RETURN(language.shapes, text::ShapeVariants::Create());
  YZ_ASSIGN_OR_RETURN(language.compiler,
                      store::QueryCompiler::Create(*language.analyzer, segmenter));
  YZ_ASSIGN_OR_RETURN(language.extractor, knowledge::ArticleExtractor::Create(segmenter, data_dir));
  YZ_ASSIGN_OR_RETURN(language.rules, RecordRules::Create());
  YZ_ASSIGN_OR_RETURN(language.parts, PartRelations::Create());
  YZ_ASSIGN_OR_RETURN(language.questions, QuestionReader::Create(segmenter));
  return absl::OkStatus();
}

store::IndexManagerOptions ManagerOptions(const AnsweringOptions& answering,
                                          const Language& language) {
  store::IndexManagerOptions options;
  options.index_directory = answering.index_directory;
  options.kept_generations = answering.kept_generations;
  options.shard_hosts = answering.shard_hosts;
  options.analyzer_fingerprint = language.analyzer->Fingerprint();
  return options;
}

// Built in the order of the members, each of which may use those before it.
class AnsweringImpl final : public Answering {
 public:
  AnsweringImpl(const AnsweringOptions& options, std::unique_ptr<const Language> language,
                const CallEnvironment& environment)
      : language_(std::move(language)),
        index_(ManagerOptions(options, *language_)),
        search_(index_, *language_->compiler, *language_->analyzer, language_->corrections()),
        suggest_(index_, language_->corrections()),
        ask_(index_, *language_->compiler, *language_->analyzer, *language_->questions,
             language_->rules->values),
        articles_(index_),
        entities_(index_, *language_->pinyin, *language_->compiler),
        facts_(index_, *language_->compiler, language_->rules->values),
        timelines_(index_, *language_->rules, *language_->parts),
        claims_(index_, *language_->compiler, *language_->extractor, *language_->rules),
        quotes_(index_, *language_->compiler),
        indexes_(index_, kServerVersion),
        search_service_(search_, suggest_, ask_, environment),
        article_service_(articles_, environment),
        entity_service_(entities_, environment),
        fact_service_(facts_, timelines_, environment),
        check_service_(claims_, quotes_, environment),
        index_service_(indexes_, environment) {}

  store::IndexManager& index() override { return index_; }

  std::vector<grpc::Service*> services() override {
    return {&search_service_, &article_service_, &entity_service_,
            &fact_service_,   &check_service_,   &index_service_};
  }

 private:
  const std::unique_ptr<const Language> language_;  // its parts point at each other: never moved
  store::IndexManager index_;
  const SearchHandler search_;
  const SuggestHandler suggest_;
  const AskHandler ask_;
  const ArticleHandler articles_;
  const EntityHandler entities_;
  const FactHandler facts_;
  const TimelineHandler timelines_;
  const ClaimHandler claims_;
  const QuoteHandler quotes_;
  IndexHandler indexes_;
  SearchService search_service_;
  ArticleService article_service_;
  EntityService entity_service_;
  FactService fact_service_;
  CheckService check_service_;
  IndexService index_service_;
};

}  // namespace

std::vector<std::string> Answering::ServiceNames() {
  return {v1::SearchService::service_full_name(), v1::ArticleService::service_full_name(),
          v1::EntityService::service_full_name(), v1::FactService::service_full_name(),
          v1::CheckService::service_full_name(),  v1::IndexService::service_full_name()};
}

absl::StatusOr<std::unique_ptr<Answering>> Answering::Create(const AnsweringOptions& options,
                                                             const CallEnvironment& environment) {
  auto language = std::make_unique<Language>();
  YZ_RETURN_IF_ERROR(LoadLanguage(*language));
  auto answering = std::make_unique<AnsweringImpl>(options, std::move(language), environment);
  YZ_RETURN_IF_ERROR(answering->index().Poll().status());
  return answering;
}

}  // namespace yinzheng::services
