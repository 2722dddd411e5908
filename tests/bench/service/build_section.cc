// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Builds and updates beside plain Xapian indexing of the same passages.

#include <filesystem>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "indexer/base/file_system.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/article_reader.h"
#include "indexer/store/generation_directory.h"
#include "indexer/store/index_snapshot.h"
#include "indexer/store/testing/raw_ngrams.h"
#include "indexer/text/span.h"
#include "indexer/text/unicode.h"
#include "tests/bench/service/bench_context.h"
#include "tests/bench/service/bench_corpus.h"
#include "tests/bench/service/program_run.h"

namespace yinzheng::bench {
namespace {

constexpr size_t kChangedOneIn = 100;

class BuildSection {
 public:
  BuildSection(const BenchContext& context, Report& report) : context_(context), report_(report) {}

  absl::Status Run() {
    ShowRunTitle();
    YZ_RETURN_IF_ERROR(MeasureSearchBuild());
    YZ_RETURN_IF_ERROR(MeasureRaw());
    YZ_RETURN_IF_ERROR(MeasureFullBuild());
    return MeasureUpdate();
  }

 private:
  std::vector<std::string> Command(const char* verb, const std::string& input,
                                   const std::string& index) const {
    return {context_.IndexProgram(),       verb, "--input", input, "--index", index, "--jobs",
            absl::StrCat(context_.threads)};
  }

  absl::StatusOr<ProgramRun> Measure(const char* name, const std::vector<std::string>& command) {
    YZ_ASSIGN_OR_RETURN(const ProgramRun run, RunProgram(command, context_.Log()));
    ShowRun(name, run, report_);
    return run;
  }

  absl::Status MeasureSearchBuild() {
    const std::string index = context_.directory + "/search-only";
    std::vector<std::string> command = Command("build", context_.articles, index);
    command.push_back("--search-only");
    YZ_ASSIGN_OR_RETURN(search_, Measure("search-only build", command));
    return ReadPassages(index);
  }

  // The texts that the raw index is made of: the same passages.
  absl::Status ReadPassages(const std::string& index) {
    const store::GenerationDirectory directory(base::FileSystem::Real(), index);
    YZ_ASSIGN_OR_RETURN(const std::string current, directory.Current());
    YZ_ASSIGN_OR_RETURN(const auto snapshot,
                        store::IndexSnapshot::Open(
                            {.directory = directory.PathOf(current), .analyzer_fingerprint = ""}));
    YZ_RETURN_IF_ERROR(snapshot->articles().ForEach([this](const store::v1::ArticleRecord& record) {
      const std::u32string body = text::DecodeUtf8(record.article().body());
      for (const v1::TextSpan& span : record.passages()) {
        const text::Span place = {static_cast<uint32_t>(span.start()),
                                  static_cast<uint32_t>(span.end())};
        passages_.push_back(text::EncodeUtf8(text::Slice(body, place)));
      }
      return absl::OkStatus();
    }));
    std::filesystem::remove_all(index);
    return absl::OkStatus();
  }

  absl::Status MeasureRaw() {
    const std::string directory = context_.directory + "/raw";
    std::filesystem::create_directories(directory);
    YZ_ASSIGN_OR_RETURN(
        raw_, RunHere([&] {
          return store::testing::WriteRawNgrams(passages_, directory, context_.threads).status();
        }));
    ShowRun("raw n-grams of its passages", raw_, report_);
    std::filesystem::remove_all(directory);
    report_.AddRatio("build_search_over_raw", absl::FDivDuration(raw_.wall, search_.wall));
    report_.AddRatio("build_search_over_raw_cpu", absl::FDivDuration(raw_.cpu, search_.cpu));
    return absl::OkStatus();
  }

  absl::Status MeasureFullBuild() {
    YZ_ASSIGN_OR_RETURN(
        full_, Measure("full build", Command("build", context_.articles, context_.Index())));
    report_.AddRatio("build_full_over_raw", absl::FDivDuration(raw_.wall, full_.wall));
    report_.AddRatio("build_full_over_raw_cpu", absl::FDivDuration(raw_.cpu, full_.cpu));
    return absl::OkStatus();
  }

  // The hard case: articles of one file, so that every article behind a changed one moves.
  absl::Status MeasureUpdate() {
    YZ_ASSIGN_OR_RETURN(std::vector<std::string> records, ReadRecords(context_.articles));
    const size_t changed = ChangeRecords(kChangedOneIn, records);
    // A generation says where its articles stand: the changed ones stand where the others did.
    YZ_RETURN_IF_ERROR(WriteRecords(context_.articles, records));
    YZ_ASSIGN_OR_RETURN(
        const ProgramRun update,
        Measure("update of 1%", Command("update", context_.articles, context_.Index())));
    const std::string anew = context_.directory + "/anew";
    YZ_ASSIGN_OR_RETURN(const ProgramRun again, Measure("full build of the changed articles",
                                                        Command("build", context_.articles, anew)));
    YZ_RETURN_IF_ERROR(CheckSame(anew));
    std::filesystem::remove_all(anew);
    absl::PrintF("%d articles changed; the update publishes the very generation of the build\n",
                 static_cast<int>(changed));
    report_.AddRatio("update_1pct_over_full",
                     absl::FDivDuration(2 * update.wall, full_.wall + again.wall));
    report_.AddRatio("update_1pct_over_full_cpu",
                     absl::FDivDuration(2 * update.cpu, full_.cpu + again.cpu));
    return absl::OkStatus();
  }

  // The id of a generation is a digest of its contents.
  absl::Status CheckSame(const std::string& anew) const {
    base::FileSystem& files = base::FileSystem::Real();
    YZ_ASSIGN_OR_RETURN(const std::string updated,
                        store::GenerationDirectory(files, context_.Index()).Current());
    YZ_ASSIGN_OR_RETURN(const std::string built, store::GenerationDirectory(files, anew).Current());
    if (updated == built) return absl::OkStatus();
    return absl::InternalError(absl::StrCat("the update published ", updated,
                                            " where a build publishes ", built,
                                            ": they should be the same"));
  }

  const BenchContext& context_;
  Report& report_;
  std::vector<std::string> passages_;
  ProgramRun search_;
  ProgramRun raw_;
  ProgramRun full_;
};

}  // namespace

void ShowRunTitle() {
  absl::PrintF("\n%-40s %9s %9s %9s\n", "build", "wall s", "CPU s", "peak MB");
}

void ShowRun(const std::string& name, const ProgramRun& run, Report& report) {
  absl::PrintF("%-40s %9.1f %9.1f %9.0f\n", name, absl::ToDoubleSeconds(run.wall),
               absl::ToDoubleSeconds(run.cpu), run.peak_mb);
  report.AddFigure(name, "wall_s", absl::ToDoubleSeconds(run.wall));
  report.AddFigure(name, "cpu_s", absl::ToDoubleSeconds(run.cpu));
  report.AddFigure(name, "peak_mb", run.peak_mb);
}

absl::Status MeasureBuilds(const BenchContext& context, Report& report) {
  return BuildSection(context, report).Run();
}

}  // namespace yinzheng::bench
