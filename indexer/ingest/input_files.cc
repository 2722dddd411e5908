// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/input_files.h"

#include <array>
#include <optional>
#include <set>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "indexer/base/absl_string.h"
#include "indexer/base/status_macros.h"

namespace yinzheng::ingest {
namespace {

// A folder that links to one of its own parents would be walked for ever.
constexpr int kMaxDepth = 64;

// `reason` is set where the file cannot be read.
struct NameVerdict {
  FileFormat format = FileFormat::kText;
  bool gzip = false;
  std::string reason;
};

struct Extension {
  std::string_view extension;
  FileFormat format;
};
constexpr auto kExtensions = std::to_array<Extension>({{".txt", FileFormat::kText},
                                                       {".md", FileFormat::kMarkdown},
                                                       {".markdown", FileFormat::kMarkdown},
                                                       {".html", FileFormat::kHtml},
                                                       {".htm", FileFormat::kHtml},
                                                       {".xhtml", FileFormat::kHtml},
                                                       {".jsonl", FileFormat::kJsonl}});

NameVerdict JudgeName(const std::string& relative) {
  NameVerdict verdict;
  const std::string lower = absl::AsciiStrToLower(relative);
  absl::string_view name = lower;
  verdict.gzip = absl::ConsumeSuffix(&name, ".gz");
  for (const Extension& known : kExtensions) {
    if (!absl::EndsWith(name, base::AbslView(known.extension))) continue;
    verdict.format = known.format;
    return verdict;
  }
  verdict.reason = "unknown format; .txt, .md, .html, .jsonl and all of them with .gz are read";
  return verdict;
}

class Walker {
 public:
  Walker(const base::FileSystem& files, IngestReport& report) : files_(files), report_(report) {}

  absl::Status Add(const std::string& input) {
    if (!files_.Exists(input)) {
      return absl::NotFoundError(absl::StrCat("read input ", input, ": no such file or folder"));
    }
    if (files_.IsDirectory(input)) return Walk(input, "", 0);
    const size_t slash = input.rfind('/');
    const bool bare = slash == std::string::npos;
    // An input that is a file is taken whatever its folder holds.
    Take(bare         ? "."
         : slash == 0 ? "/"
                      : input.substr(0, slash),
         bare ? input : input.substr(slash + 1));
    return absl::OkStatus();
  }

  std::vector<InputFile> Finish() { return std::move(found_); }

 private:
  absl::Status Walk(const std::string& root, const std::string& below, int depth) {
    if (depth > kMaxDepth) {
      report_.Skip({below, 0, "folders are nested too deeply; is it a link to its own parent?"});
      return absl::OkStatus();
    }
    const absl::StatusOr<std::vector<std::string>> names = files_.List(base::JoinPath(root, below));
    if (!names.ok()) {
      report_.Skip({below.empty() ? root : below, 0, std::string(names.status().message())});
      return absl::OkStatus();
    }
    for (const std::string& name : *names) {
      if (absl::StartsWith(name, ".")) continue;
      const std::string relative = base::JoinPath(below, name);
      if (files_.IsDirectory(base::JoinPath(root, relative))) {
        YZ_RETURN_IF_ERROR(Walk(root, relative, depth + 1));
      } else {
        Take(root, relative);
      }
    }
    return absl::OkStatus();
  }

  void Take(const std::string& root, const std::string& relative) {
    NameVerdict verdict = JudgeName(relative);
    if (!verdict.reason.empty()) {
      report_.Skip({relative, 0, std::move(verdict.reason)});
      return;
    }
    if (!names_.insert(relative).second) {
      report_.Skip({base::JoinPath(root, relative), 0,
                    absl::StrCat("another input already holds a file named ", relative)});
      return;
    }
    found_.push_back(
        {root, relative, base::JoinPath(root, relative), verdict.format, verdict.gzip});
  }

  const base::FileSystem& files_;
  IngestReport& report_;
  std::set<std::string> names_;
  std::vector<InputFile> found_;
};

}  // namespace

absl::StatusOr<std::vector<InputFile>> ListInputFiles(const base::FileSystem& files,
                                                      const std::vector<std::string>& inputs,
                                                      IngestReport& report) {
  Walker walker(files, report);
  for (const std::string& input : inputs) YZ_RETURN_IF_ERROR(walker.Add(input));
  return walker.Finish();
}

}  // namespace yinzheng::ingest
