// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/pattern_rules.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "indexer/base/absl_string.h"
#include "indexer/base/data_dir.h"
#include "indexer/base/status_macros.h"

namespace yinzheng::ingest {
namespace {

constexpr size_t kColumns = 5;
constexpr std::string_view kMacroKind = "macro";

// For the states of all rules together.
constexpr int64_t kSetMemory = int64_t{64} << 20;

using Replacements = std::vector<std::pair<std::string, std::string>>;

std::unique_ptr<const RE2> Compile(const std::string& pattern) {
  RE2::Options options;
  options.set_log_errors(false);
  return std::make_unique<const RE2>(pattern, options);
}

std::vector<std::string> SplitExamples(absl::string_view cell) {
  std::vector<std::string> examples;
  for (absl::string_view example : absl::StrSplit(cell, "¦")) {
    example = absl::StripAsciiWhitespace(example);
    if (!example.empty()) examples.emplace_back(example);
  }
  return examples;
}

// A macro left over after replacement, such as {sorce}; {2,8} is a count.
bool NamesUnknownMacro(const std::string& pattern, std::string* name) {
  static const RE2* const kMacro = new RE2(R"((?:^|[^p])\{([a-z][a-z_]*)\})");
  return RE2::PartialMatch(pattern, *kMacro, name);
}

absl::StatusOr<PatternRule> ParseRule(absl::string_view line, Replacements& macros) {
  const std::vector<absl::string_view> cells = absl::StrSplit(line, '\t');
  if (cells.size() != kColumns) {
    return absl::InvalidArgumentError(
        absl::StrCat("expected ", kColumns, " columns, found ", cells.size()));
  }
  const std::string pattern = absl::StrReplaceAll(cells[2], macros);
  std::string unknown;
  if (NamesUnknownMacro(pattern, &unknown)) {
    return absl::InvalidArgumentError(absl::StrCat("unknown macro {", unknown, "}"));
  }
  PatternRule rule{std::string(cells[0]), std::string(cells[1]), std::string(cells[3]),
                   SplitExamples(cells[4]), Compile(pattern)};
  if (rule.id.empty() || rule.kind.empty() || rule.reason.empty()) {
    return absl::InvalidArgumentError("id, kind and reason must not be empty");
  }
  if (!rule.pattern->ok()) return absl::InvalidArgumentError(rule.pattern->error());
  if (rule.kind == kMacroKind) {
    macros.emplace_back(absl::StrCat("{", rule.id, "}"), absl::StrCat("(?:", pattern, ")"));
  }
  return rule;
}

}  // namespace

absl::StatusOr<PatternRules> PatternRules::Parse(std::string_view contents,
                                                 const std::string& name) {
  PatternRules rules;
  Replacements macros;
  std::set<std::string> ids;
  int number = 0;
  for (const absl::string_view line : absl::StrSplit(base::AbslView(contents), '\n')) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    absl::StatusOr<PatternRule> rule = ParseRule(line, macros);
    absl::Status status = rule.status();
    if (status.ok() && !ids.insert(rule->id).second) {
      status = absl::InvalidArgumentError(absl::StrCat("id ", rule->id, " stands twice"));
    }
    if (!status.ok()) {
      return absl::InvalidArgumentError(
          absl::StrCat("read rules ", name, ":", number, ": ", status.message()));
    }
    if (rule->kind != kMacroKind) rules.rules_.push_back(*std::move(rule));
  }
  rules.CompileSet();
  return rules;
}

void PatternRules::CompileSet() {
  if (rules_.empty()) return;
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(kSetMemory);
  auto set = std::make_unique<RE2::Set>(options, RE2::ANCHOR_BOTH);
  for (const PatternRule& rule : rules_) {
    if (set->Add(rule.pattern->pattern(), nullptr) < 0) return;
  }
  if (set->Compile()) set_ = std::move(set);
}

const PatternRule* PatternRules::FirstMatch(std::string_view key) const {
  const re2::StringPiece text(key.data(), key.size());
  if (set_ != nullptr) {
    std::vector<int> matches;
    RE2::Set::ErrorInfo error{};
    if (set_->Match(text, &matches, &error)) {
      return &rules_[static_cast<size_t>(*std::min_element(matches.begin(), matches.end()))];
    }
    if (error.kind == RE2::Set::kNoError) return nullptr;
  }
  // The set would have taken too much memory.
  for (const PatternRule& rule : rules_) {
    if (RE2::FullMatch(text, *rule.pattern)) return &rule;
  }
  return nullptr;
}

absl::StatusOr<PatternRules> PatternRules::Load(const std::string& name) {
  YZ_ASSIGN_OR_RETURN(const std::string contents,
                      base::ReadDataFile(absl::StrCat("ingest/", name)));
  return Parse(contents, name);
}

const PatternRule* PatternRules::Match(std::string_view kind, std::string_view key) const {
  for (const PatternRule& rule : rules_) {
    if (rule.kind == kind && RE2::FullMatch({key.data(), key.size()}, *rule.pattern)) return &rule;
  }
  return nullptr;
}

std::vector<const PatternRule*> PatternRules::OfKind(std::string_view kind) const {
  std::vector<const PatternRule*> found;
  for (const PatternRule& rule : rules_) {
    if (rule.kind == kind) found.push_back(&rule);
  }
  return found;
}

}  // namespace yinzheng::ingest
