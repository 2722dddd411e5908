// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/imported/imported_facts.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "absl/strings/str_cat.h"
#include "indexer/base/status_macros.h"
#include "indexer/knowledge/imported/facts_line.h"
#include "indexer/knowledge/pack/property_vocabulary.h"

namespace yinzheng::knowledge {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool IsBlank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

ImportedLine ReadLine(const FactsFile& file, int number, std::string_view text,
                      const PropertyVocabulary& vocabulary) {
  ImportedLine line;
  line.place = absl::StrCat(file.path, ":", number);
  line.rule = absl::StrCat(file.name, ":", number);
  absl::StatusOr<v1::Fact> fact = ReadFactLine(text, vocabulary);
  line.status = fact.status();
  if (fact.ok()) line.fact = *std::move(fact);
  return line;
}

}  // namespace

absl::StatusOr<std::shared_ptr<const ImportedFacts>> ImportedFacts::Read(
    std::vector<FactsFile> files, const std::string& data_dir) {
  YZ_ASSIGN_OR_RETURN(const PropertyVocabulary vocabulary,
                      PropertyVocabulary::Load(absl::StrCat(data_dir, "/knowledge")));
  std::shared_ptr<ImportedFacts> facts(new ImportedFacts());
  for (FactsFile& file : files) {
    std::string_view rest = file.contents;
    if (rest.starts_with(kByteOrderMark)) rest.remove_prefix(kByteOrderMark.size());
    for (int number = 1; !rest.empty(); ++number) {
      const size_t end = std::min(rest.find('\n'), rest.size());
      const std::string_view text = rest.substr(0, end);
      if (!IsBlank(text)) facts->Add(ReadLine(file, number, text, vocabulary));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    file.contents = std::string();
  }
  facts->files_ = std::move(files);
  return facts;
}

ImportedFacts::ImportedFacts(std::vector<ImportedLine> lines) {
  for (ImportedLine& line : lines) Add(std::move(line));
}

void ImportedFacts::Add(ImportedLine line) {
  const auto index = static_cast<uint32_t>(lines_.size());
  for (int i = 0; i < line.fact.citations_size(); ++i) {
    by_article_[line.fact.citations(i).article()].push_back({index, static_cast<uint32_t>(i)});
  }
  lines_.push_back(std::move(line));
}

absl::Span<const ImportedFacts::Use> ImportedFacts::Naming(const std::string& article) const {
  const auto found = by_article_.find(article);
  if (found == by_article_.end()) return {};
  return found->second;
}

}  // namespace yinzheng::knowledge
