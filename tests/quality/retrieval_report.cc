// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Scores the search on a retrieval set beside plain BM25 baselines that it computes itself:
//
//   retrieval_report swap --queries queries.jsonl > swapped.jsonl
//   retrieval_report score --corpus corpus.jsonl --queries queries.jsonl --run run.jsonl
//                          [--swapped-run run.jsonl]
//
// Run by ./dev quality retrieval. It runs no search: the runs are made with yz search --batch.

#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "CLI/CLI.hpp"
#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "indexer/base/absl_string.h"
#include "indexer/base/status_macros.h"
#include "indexer/text/analyzer.h"
#include "indexer/text/segmenter.h"
#include "tests/quality/baseline_ranker.h"
#include "tests/quality/retrieval_scores.h"
#include "tests/quality/retrieval_set.h"

namespace yinzheng::quality {
namespace {

struct Options {
  std::string corpus;
  std::string queries;
  std::string run;
  std::string swapped_run;
};

struct ScoredRun {
  std::string name;
  std::vector<Scores> scores;  // By question.
};

ScoredRun Score(std::string name, const std::vector<Question>& questions, const Run& run) {
  ScoredRun scored = {std::move(name), {}};
  for (const Question& question : questions) {
    const auto hits = run.find(question.id);
    scored.scores.push_back(hits == run.end() ? Scores{} : ScoreOf(question, hits->second));
  }
  return scored;
}

absl::StatusOr<std::vector<ScoredRun>> ScoreBaselines(const std::vector<Record>& records,
                                                      const std::vector<Question>& questions) {
  YZ_ASSIGN_OR_RETURN(const std::unique_ptr<text::Segmenter> segmenter, text::Segmenter::Create());
  const text::Analyzer analyzer(*segmenter);
  std::vector<ScoredRun> baselines;
  for (const BaselineTerms terms : kBaselines) {
    BaselineRanker ranker(terms, analyzer, *segmenter);
    for (const Record& record : records) ranker.Add(record);
    Run run;
    for (const Question& question : questions) {
      run[question.id] = ranker.Rank(question.text, kCutoff);
    }
    baselines.push_back(Score(std::string(NameOf(terms)), questions, run));
  }
  return baselines;
}

// The scores of one half of the questions.
std::vector<Scores> Half(const ScoredRun& run, const std::vector<Question>& questions, bool tuned) {
  std::vector<Scores> half;
  for (size_t i = 0; i < questions.size(); ++i) {
    if (IsTuned(questions[i].id) == tuned) half.push_back(run.scores[i]);
  }
  return half;
}

void PrintRow(const ScoredRun& run, const std::vector<Question>& questions) {
  const Scores parts[] = {Mean(run.scores), Mean(Half(run, questions, true)),
                          Mean(Half(run, questions, false))};
  std::string line = absl::StrFormat("%-20s", run.name);
  for (const Scores& scores : parts) {
    for (const double score : scores) absl::StrAppendFormat(&line, " %.4f", score);
    line += "  ";
  }
  std::cout << line << "\n";
}

std::vector<double> Column(const std::vector<Scores>& rows, size_t measure) {
  std::vector<double> column;
  column.reserve(rows.size());
  for (const Scores& row : rows) column.push_back(row[measure]);
  return column;
}

// Ours against the baseline that is best in each measure, on the questions nothing was tuned on.
void PrintDifferences(const ScoredRun& ours, const std::vector<ScoredRun>& baselines,
                      const std::vector<Question>& questions) {
  const std::vector<Scores> own = Half(ours, questions, /*tuned=*/false);
  if (own.empty()) return;
  for (size_t measure = 0; measure < kMeasures.size(); ++measure) {
    const ScoredRun* best = nullptr;
    for (const ScoredRun& baseline : baselines) {
      const auto mean = [&](const ScoredRun& run) {
        return Mean(Half(run, questions, /*tuned=*/false))[measure];
      };
      if (best == nullptr || mean(baseline) > mean(*best)) best = &baseline;
    }
    const Difference difference = PairedBootstrap(
        Column(own, measure), Column(Half(*best, questions, /*tuned=*/false), measure));
    std::cout << absl::StrFormat(
        "  %-8s ours - %-18s %+.4f  95%% %+.4f..%+.4f  above 0 in %.1f%% of 10000 resamples\n",
        base::AbslView(kMeasures[measure]), best->name, difference.mean, difference.low,
        difference.high, 100 * difference.wins);
  }
}

void PrintHeader(const std::vector<Question>& questions) {
  std::string columns = absl::StrFormat("%-20s", "");
  for (const char* part : {"all", "tuned half", "other half"}) {
    absl::StrAppendFormat(&columns, " %-27s  ", part);
  }
  std::cout << columns << "\n"
            << absl::StrFormat("%-20s", absl::StrCat(questions.size(), " questions"));
  for (int part = 0; part < 3; ++part) std::cout << " R@1    MRR    R@10   nDCG    ";
  std::cout << "\n";
}

absl::Status RunScore(const Options& options) {
  YZ_ASSIGN_OR_RETURN(const std::vector<Record> records, ReadRecords(options.corpus));
  YZ_ASSIGN_OR_RETURN(const std::vector<Question> questions, ReadQuestions(options.queries));
  YZ_ASSIGN_OR_RETURN(const Run run, ReadRun(options.run));
  YZ_ASSIGN_OR_RETURN(const std::vector<ScoredRun> baselines, ScoreBaselines(records, questions));
  const ScoredRun ours = Score("ours", questions, run);
  PrintHeader(questions);
  PrintRow(ours, questions);
  if (!options.swapped_run.empty()) {
    YZ_ASSIGN_OR_RETURN(const Run swapped, ReadRun(options.swapped_run));
    PrintRow(Score("ours, other script", questions, swapped), questions);
  }
  for (const ScoredRun& baseline : baselines) PrintRow(baseline, questions);
  PrintDifferences(ours, baselines, questions);
  return absl::OkStatus();
}

absl::Status RunSwap(const Options& options) {
  YZ_ASSIGN_OR_RETURN(std::vector<Question> questions, ReadQuestions(options.queries));
  YZ_ASSIGN_OR_RETURN(questions, InOtherScript(std::move(questions)));
  WriteQuestions(questions, std::cout);
  return absl::OkStatus();
}

int Main(int argc, char** argv) {
  CLI::App app("Scores search runs on a retrieval set beside BM25 baselines");
  app.require_subcommand(1);
  Options options;
  CLI::App* swap = app.add_subcommand("swap", "Print the questions in the other script");
  CLI::App* score = app.add_subcommand("score", "Print the scores of a run and of the baselines");
  swap->add_option("--queries", options.queries, "Questions, a JSON object a line")->required();
  score->add_option("--queries", options.queries, "Questions, a JSON object a line")->required();
  score->add_option("--corpus", options.corpus, "Records, a JSON object a line")->required();
  score->add_option("--run", options.run, "What yz search --batch printed")->required();
  score->add_option("--swapped-run", options.swapped_run, "The same for the other script");
  CLI11_PARSE(app, argc, argv);
  const absl::Status status = swap->parsed() ? RunSwap(options) : RunScore(options);
  if (status.ok()) return EXIT_SUCCESS;
  std::cerr << "retrieval_report: " << status.message() << "\n";
  return EXIT_FAILURE;
}

}  // namespace
}  // namespace yinzheng::quality

// NOLINTNEXTLINE(bugprone-exception-escape): a set that cannot be read ends the tool.
int main(int argc, char** argv) { return yinzheng::quality::Main(argc, argv); }
