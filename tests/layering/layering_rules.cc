// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "tests/layering/layering_rules.h"

#include <algorithm>
#include <fstream>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"

namespace yinzheng::layering {
namespace {

using Row = std::vector<std::string>;

bool IsUnder(absl::string_view path, absl::string_view folder) {
  return path.size() > folder.size() && absl::StartsWith(path, folder) &&
         path[folder.size()] == '/';
}

bool IsCpp(absl::string_view path) {
  return absl::EndsWith(path, ".h") || absl::EndsWith(path, ".cc");
}

std::string At(const SourceFile& file, size_t index) {
  return absl::StrCat(file.path, ":", index + 1, ": ");
}

// The rows of a table with `columns` columns, less comments and the header row.
absl::StatusOr<std::vector<Row>> ReadTable(const std::filesystem::path& path, size_t columns) {
  std::ifstream in(path);
  if (!in) return absl::NotFoundError(absl::StrCat("read ", path.string(), ": no such file"));
  std::vector<Row> rows;
  bool header = true;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    if (std::exchange(header, false)) continue;
    Row row = absl::StrSplit(line, '\t');
    if (row.size() != columns) {
      return absl::InvalidArgumentError(absl::StrCat("read ", path.string(), ": want ", columns,
                                                     " tab-separated columns in: ", line));
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

absl::StatusOr<std::unique_ptr<RE2>> Compile(const std::string& pattern) {
  auto compiled = std::make_unique<RE2>(pattern, RE2::Quiet);
  if (!compiled->ok()) {
    return absl::InvalidArgumentError(
        absl::StrCat("compile pattern ", pattern, ": ", compiled->error()));
  }
  return compiled;
}

absl::StatusOr<ForbiddenPattern> ParseForbidden(const Row& row) {
  ForbiddenPattern forbidden{
      .id = row[0], .pattern = nullptr, .applies_to = nullptr, .except = nullptr, .reason = row[4]};
  const std::pair<const std::string&, std::unique_ptr<RE2>&> columns[] = {
      {row[1], forbidden.pattern}, {row[2], forbidden.applies_to}, {row[3], forbidden.except}};
  for (const auto& [text, slot] : columns) {
    if (text == "-") continue;
    absl::StatusOr<std::unique_ptr<RE2>> compiled = Compile(text);
    if (!compiled.ok()) return compiled.status();
    slot = *std::move(compiled);
  }
  if (forbidden.pattern == nullptr || forbidden.applies_to == nullptr) {
    return absl::InvalidArgumentError(
        absl::StrCat("forbidden.tsv row ", row[0], ": pattern and `applies to` must be given"));
  }
  return forbidden;
}

bool IsTestOnly(absl::string_view path) {
  return absl::EndsWith(path, "_test.cc") || absl::EndsWith(path, "_benchmark.cc") ||
         absl::StrContains(path, "/testing/") || IsUnder(path, "tests");
}

bool IsOurs(absl::string_view include) {
  for (absl::string_view folder : {"indexer", "services", "clients", "tests", "proto"}) {
    if (IsUnder(include, folder)) return true;
  }
  return false;
}

bool IsAllowed(const SourceFile& file, const Arrow& arrow, absl::string_view include) {
  if (IsTestOnly(include) && !IsTestOnly(file.path)) return false;
  if (IsUnder(include, arrow.folder) || IsUnder(include, "tests/support")) return true;
  return std::any_of(arrow.allowed.begin(), arrow.allowed.end(),
                     [&](const std::string& folder) { return IsUnder(include, folder); });
}

// proto/ and clients/ are for everybody to build on; the rest links Xapian.
absl::string_view LicenceOf(absl::string_view path) {
  const bool permissive = IsUnder(path, "proto") || IsUnder(path, "clients");
  return permissive ? "Apache-2.0" : "GPL-3.0-or-later";
}

void CheckLicence(const SourceFile& file, const std::vector<std::string>& lines,
                  std::vector<std::string>& violations) {
  // A shebang or a directive of shellcheck, either of which must come first, may.
  const bool script =
      absl::StartsWith(lines[0], "#!") || absl::StartsWith(lines[0], "# shellcheck");
  const size_t first = script ? 1 : 0;
  const std::string spdx = absl::StrCat("SPDX-License-Identifier: ", LicenceOf(file.path));
  const bool present = lines.size() > first + 1 && absl::EndsWith(lines[first], spdx) &&
                       absl::EndsWith(lines[first + 1], "Copyright 2026 The Yinzheng Authors");
  if (!present) {
    violations.push_back(
        absl::StrCat(At(file, first), "must open with `", spdx, "` and the copyright line"));
  }
}

void CheckName(const SourceFile& file, std::vector<std::string>& violations) {
  static const RE2 kVague(R"((^|[/_])(utils?|common|helpers?|misc)(_[a-z0-9_]*)?\.[a-z]+$)");
  if (RE2::PartialMatch(file.path, kVague)) {
    violations.push_back(absl::StrCat(At(file, 0), "is named for nothing; name what it does"));
  }
}

void CheckGuard(const SourceFile& file, std::vector<std::string>& violations) {
  if (!absl::EndsWith(file.path, ".h")) return;
  std::string guard = absl::StrCat("YINZHENG_", file.path, "_");
  absl::StrReplaceAll({{"/", "_"}, {".", "_"}, {"-", "_"}}, &guard);
  absl::AsciiStrToUpper(&guard);
  const std::string opening = absl::StrCat("#ifndef ", guard, "\n#define ", guard, "\n");
  if (!absl::StrContains(file.content, opening)) {
    violations.push_back(absl::StrCat(At(file, 0), "wants the include guard ", guard));
  }
}

}  // namespace

absl::StatusOr<LayeringRules> LayeringRules::Load(const std::filesystem::path& folder) {
  LayeringRules rules;
  absl::StatusOr<std::vector<Row>> arrows = ReadTable(folder / "arrows.tsv", 3);
  if (!arrows.ok()) return arrows.status();
  for (const Row& row : *arrows) {
    Arrow arrow{.folder = row[0], .allowed = {}, .reason = row[2]};
    if (row[1] != "-") arrow.allowed = absl::StrSplit(row[1], ',');
    rules.arrows_.push_back(std::move(arrow));
  }
  absl::StatusOr<std::vector<Row>> forbidden = ReadTable(folder / "forbidden.tsv", 5);
  if (!forbidden.ok()) return forbidden.status();
  for (const Row& row : *forbidden) {
    absl::StatusOr<ForbiddenPattern> parsed = ParseForbidden(row);
    if (!parsed.ok()) return parsed.status();
    rules.forbidden_.push_back(*std::move(parsed));
  }
  return rules;
}

std::vector<std::string> LayeringRules::Violations(const SourceFile& file) const {
  std::vector<std::string> violations;
  CheckName(file, violations);
  CheckGuard(file, violations);
  CheckLicence(file, absl::StrSplit(file.content, '\n'), violations);
  if (IsCpp(file.path)) {
    const std::vector<std::string> code = absl::StrSplit(WithoutComments(file.content), '\n');
    CheckIncludes(file, code, violations);
    CheckPatterns(file, code, violations);
  }
  return violations;
}

void LayeringRules::CheckIncludes(const SourceFile& file, const std::vector<std::string>& lines,
                                  std::vector<std::string>& violations) const {
  static const RE2 kInclude(R"re(^\s*#\s*include\s*"([^"]+)")re");
  const Arrow* arrow = ArrowOf(file.path);
  if (arrow == nullptr) {
    violations.push_back(absl::StrCat(At(file, 0), "no row of arrows.tsv covers its folder"));
    return;
  }
  for (size_t i = 0; i < lines.size(); ++i) {
    std::string include;
    if (!RE2::PartialMatch(lines[i], kInclude, &include)) continue;
    if (!absl::StrContains(include, '/') || absl::StartsWith(include, ".")) {
      violations.push_back(absl::StrCat(At(file, i), "include ", include,
                                        " by its path from the repository's root"));
    } else if (IsOurs(include) && !IsAllowed(file, *arrow, include)) {
      violations.push_back(absl::StrCat(At(file, i), arrow->folder, " may not include ", include,
                                        " (", arrow->reason, ")"));
    }
  }
}

void LayeringRules::CheckPatterns(const SourceFile& file, const std::vector<std::string>& lines,
                                  std::vector<std::string>& violations) const {
  for (const ForbiddenPattern& forbidden : forbidden_) {
    if (!RE2::PartialMatch(file.path, *forbidden.applies_to)) continue;
    if (forbidden.except && RE2::PartialMatch(file.path, *forbidden.except)) continue;
    for (size_t i = 0; i < lines.size(); ++i) {
      if (!RE2::PartialMatch(lines[i], *forbidden.pattern)) continue;
      violations.push_back(
          absl::StrCat(At(file, i), "breaks ", forbidden.id, ": ", forbidden.reason));
    }
  }
}

const Arrow* LayeringRules::ArrowOf(absl::string_view path) const {
  const Arrow* best = nullptr;
  for (const Arrow& arrow : arrows_) {
    if (!IsUnder(path, arrow.folder)) continue;
    if (best == nullptr || arrow.folder.size() > best->folder.size()) best = &arrow;
  }
  return best;
}

}  // namespace yinzheng::layering
