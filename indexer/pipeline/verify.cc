// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/pipeline/verify.h"

#include <map>
#include <memory>
#include <utility>

#include "absl/strings/str_cat.h"
#include "indexer/base/status_macros.h"
#include "indexer/pipeline/article_record.h"
#include "indexer/pipeline/citation_checker.h"
#include "indexer/store/generation_directory.h"
#include "indexer/store/index_snapshot.h"

namespace yinzheng::indexer {
namespace {

// A citation and what it proves, for messages.
struct CitedBy {
  std::string what;
  v1::Citation citation;
};

class Verifier {
 public:
  Verifier(base::FileSystem& files, const store::IndexSnapshot& snapshot, Progress& progress,
           VerifyReport& report)
      : snapshot_(snapshot),
        inputs_(files, Roots(snapshot)),
        progress_(progress),
        report_(report) {}

  absl::Status Run() {
    YZ_RETURN_IF_ERROR(CollectCitations());
    YZ_RETURN_IF_ERROR(snapshot_.articles().ForEach([this](const store::v1::ArticleRecord& record) {
      VerifyArticle(record);
      progress_.Update("verifying",
                       static_cast<double>(++report_.articles) /
                           static_cast<double>(snapshot_.manifest().counts().articles()));
      return absl::OkStatus();
    }));
    for (const auto& [article, cited] : citations_) {
      for (const CitedBy& by : cited) {
        report_.Fail(absl::StrCat(by.what, " cites ", article, ", which the index does not hold"));
      }
    }
    return absl::OkStatus();
  }

 private:
  static std::vector<std::string> Roots(const store::IndexSnapshot& snapshot) {
    std::vector<std::string> roots;
    for (const store::v1::ManifestSource& source : snapshot.manifest().sources()) {
      roots.push_back(source.root());
    }
    return roots;
  }

  absl::Status CollectCitations() {
    YZ_RETURN_IF_ERROR(snapshot_.facts().ForEach([this](const v1::Fact& fact) {
      ++report_.facts;
      if (fact.citations().empty()) report_.Fail(absl::StrCat(fact.name(), " has no citation"));
      for (const v1::Citation& citation : fact.citations()) Collect(fact.name(), citation);
      return absl::OkStatus();
    }));
    return snapshot_.entities().ForEach([this](const v1::Entity& entity) {
      for (const v1::EntityAlias& alias : entity.aliases()) {
        if (!alias.has_citation()) continue;  // a knowledge pack's, which no article prints
        Collect(absl::StrCat(entity.name(), " ", alias.text()), alias.citation());
      }
      if (!entity.description().empty()) {
        Collect(absl::StrCat(entity.name(), " description"), entity.description_citation());
      }
      return absl::OkStatus();
    });
  }

  void Collect(std::string what, const v1::Citation& citation) {
    ++report_.citations;
    citations_[citation.article()].push_back({std::move(what), citation});
  }

  void VerifyArticle(const store::v1::ArticleRecord& record) {
    const v1::Article& article = record.article();
    const std::string* contents = inputs_.Find(article.source().path(), article.source().sha256());
    const CitationChecker checker(article, contents);
    report_.articles_with_input += contents != nullptr ? 1 : 0;
    Expect(checker.CheckArticle(), "article");
    VerifyMentions(record, checker);
    const auto cited = citations_.extract(article.name());
    if (cited.empty()) return;
    for (const CitedBy& by : cited.mapped()) {
      Expect(checker.Check(by.citation), by.what);
      report_.citations_in_input += contents != nullptr ? 1 : 0;
    }
  }

  void VerifyMentions(const store::v1::ArticleRecord& record, const CitationChecker& checker) {
    const absl::StatusOr<text::SourceMap> map = RestoreSourceMap(record);
    Expect(map.status(), "byte runs");
    if (!map.ok()) return;
    for (const v1::Mention& mention : record.mentions()) {
      ++report_.mentions;
      const absl::StatusOr<v1::SourceSpan> source =
          SourceOf(record.article(), *map, mention.span());
      Expect(source.ok() ? checker.CheckText(mention.span(), mention.text(), &*source)
                         : source.status(),
             absl::StrCat("mention of ", mention.entity()));
    }
  }

  void Expect(const absl::Status& status, const std::string& what) {
    if (!status.ok()) report_.Fail(absl::StrCat(what, ": ", status.message()));
  }

  const store::IndexSnapshot& snapshot_;
  InputCache inputs_;
  Progress& progress_;
  VerifyReport& report_;
  std::map<std::string, std::vector<CitedBy>> citations_;
};

}  // namespace

void VerifyReport::Fail(std::string what) {
  ++failed;
  if (failures.size() < kMaxFailures) failures.push_back(std::move(what));
}

std::string VerifyReport::ToString() const {
  std::string out = absl::StrCat(
      "verified   generation ", generation, "\n",                                            //
      "articles   ", articles, ", ", articles_with_input, " of them against their input\n",  //
      "facts      ", facts, "\n",                                                            //
      "citations  ", citations, ", ", citations_in_input, " of them against the input's bytes\n",
      "mentions   ", mentions, "\n", "failed     ", failed, "\n");
  for (const std::string& failure : failures) absl::StrAppend(&out, "  ", failure, "\n");
  if (failed > static_cast<int64_t>(failures.size())) {
    absl::StrAppend(&out, "  and ", failed - static_cast<int64_t>(failures.size()), " more\n");
  }
  return out;
}

absl::StatusOr<VerifyReport> VerifyIndex(base::FileSystem& files,
                                         const std::string& index_directory, const std::string& id,
                                         Progress& progress) {
  const store::GenerationDirectory directory(files, index_directory);
  VerifyReport report;
  report.generation = id;
  if (id.empty()) {
    YZ_ASSIGN_OR_RETURN(report.generation, directory.Current());
  }
  const absl::Status sound = directory.CheckFiles(report.generation, /*checksums=*/true);
  if (absl::IsNotFound(sound)) return sound;
  if (!sound.ok()) {
    // Damaged databases are not worth reading.
    report.Fail(std::string(sound.message()));
    return report;
  }
  YZ_ASSIGN_OR_RETURN(const std::shared_ptr<const store::IndexSnapshot> snapshot,
                      store::IndexSnapshot::Open({.directory = directory.PathOf(report.generation),
                                                  .analyzer_fingerprint = "",
                                                  .file_system = &files}));
  YZ_RETURN_IF_ERROR(Verifier(files, *snapshot, progress, report).Run());
  return report;
}

}  // namespace yinzheng::indexer
