// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/pipeline/import_report.h"

#include <set>
#include <string_view>

#include "absl/strings/str_cat.h"

namespace yinzheng::indexer {
namespace {

constexpr size_t kMostShown = 20;

std::set<std::string> RulesOfImportedFacts(const knowledge::Knowledge& knowledge) {
  std::set<std::string> rules;
  for (const v1::Fact& fact : knowledge.facts) {
    if (fact.origin() == v1::FACT_ORIGIN_IMPORTED) rules.insert(fact.rule());
  }
  return rules;
}

// The outcomes of one line.
struct LineOutcome {
  int64_t stands = 0;
  int64_t retracted = 0;
  std::vector<const knowledge::ImportedOutcome*> refused;
};

using Names = absl::flat_hash_set<std::string>;

// Refusals for want of an article that was taken back are counted apart: a takedown must not wait
// for those who write the claims.
std::vector<LineOutcome> ByLine(const knowledge::ImportedFacts& imported,
                                const knowledge::Knowledge& knowledge, const Names& retracted) {
  std::vector<LineOutcome> lines(imported.lines().size());
  for (const knowledge::ImportedOutcome& outcome : knowledge.imported) {
    LineOutcome& line = lines[outcome.line];
    const v1::Fact& claim = imported.lines()[outcome.line].fact;
    if (outcome.status.ok()) {
      ++line.stands;
    } else if (static_cast<int>(outcome.citation) < claim.citations_size() &&
               retracted.contains(claim.citations(static_cast<int>(outcome.citation)).article())) {
      ++line.retracted;
    } else {
      line.refused.push_back(&outcome);
    }
  }
  return lines;
}

void AddProblems(const knowledge::ImportedLine& line, const LineOutcome& outcome,
                 ImportReport& report) {
  if (!line.status.ok()) {
    report.problems.push_back(absl::StrCat(line.place, ": ", std::string(line.status.message())));
  }
  for (const knowledge::ImportedOutcome* refused : outcome.refused) {
    const bool several = line.fact.citations_size() > 1;
    const std::string citation = several ? absl::StrCat(" citations[", refused->citation, "]") : "";
    report.problems.push_back(
        absl::StrCat(line.place, citation, ": ", std::string(refused->status.message())));
  }
}

}  // namespace

ImportReport ReportImports(const knowledge::ImportedFacts& imported,
                           const knowledge::Knowledge& knowledge, const Names& retracted) {
  const std::set<std::string> own = RulesOfImportedFacts(knowledge);
  const std::vector<LineOutcome> outcomes = ByLine(imported, knowledge, retracted);
  ImportReport report;
  report.files = static_cast<int64_t>(imported.files().size());
  report.read = static_cast<int64_t>(imported.lines().size());
  for (size_t i = 0; i < outcomes.size(); ++i) {
    const knowledge::ImportedLine& line = imported.lines()[i];
    report.retracted += outcomes[i].retracted;
    if (outcomes[i].stands == 0 && outcomes[i].retracted > 0 && outcomes[i].refused.empty()) {
      continue;
    }
    if (outcomes[i].stands == 0) {
      ++report.rejected;
    } else {
      ++(own.contains(line.rule) ? report.indexed : report.merged);
      report.left_out += static_cast<int64_t>(outcomes[i].refused.size());
    }
    AddProblems(line, outcomes[i], report);
  }
  return report;
}

std::string ImportReport::ToString() const {
  if (files == 0) return "";
  std::string out =
      absl::StrCat("facts      ", files, " files, ", read, " facts: ", indexed, " indexed, ",
                   merged, " merged with others, ", rejected, " rejected\n");
  if (left_out > 0) {
    absl::StrAppend(&out, "           ", left_out, " citations left out of facts that stand\n");
  }
  if (retracted > 0) {
    absl::StrAppend(&out, "           ", retracted, " citations of retracted articles left out\n");
  }
  for (size_t i = 0; i < problems.size() && i < kMostShown; ++i) {
    absl::StrAppend(&out, "  ", problems[i], "\n");
  }
  if (problems.size() > kMostShown) {
    absl::StrAppend(&out, "  and ", problems.size() - kMostShown,
                    " more; --facts-report FILE writes all\n");
  }
  return out;
}

}  // namespace yinzheng::indexer
