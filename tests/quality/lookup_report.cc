// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Looks the entities that annotators found in the articles of an index up by each of their names,
// as printed, in the other script and in pinyin, and names of other entities that must match none:
//
//   lookup_report --index DIR --gold DIR [--others FILE]
//
// Run by ./dev quality lookup. Gold files are *.entities.jsonl with "name" and "aliases"; FILE has
// lines with "entities", each with its "text".

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "CLI/CLI.hpp"
#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/index_manager.h"
#include "indexer/store/name_key.h"
#include "indexer/store/query_compiler.h"
#include "indexer/text/analyzer.h"
#include "indexer/text/pinyin/pinyin_reading.h"
#include "indexer/text/segmenter.h"
#include "indexer/text/unicode.h"
#include "nlohmann/json.hpp"
#include "services/record/entity_lookup.h"
#include "tests/quality/retrieval_set.h"

namespace yinzheng::quality {
namespace {

constexpr uint32_t kSeed = 20261129;
constexpr size_t kOthers = 1000;

struct Options {
  std::string index;
  std::string gold;
  std::string others;
  bool verbose = false;
};

struct GoldEntity {
  std::vector<std::string> names;  // As printed.
  std::vector<std::string> other_script;
  std::set<std::string> keys;
};

absl::StatusOr<std::vector<nlohmann::json>> ReadLines(const std::string& path) {
  std::ifstream file(path);
  std::vector<nlohmann::json> rows;
  for (std::string line; std::getline(file, line);) {
    rows.push_back(nlohmann::json::parse(line, nullptr, /*allow_exceptions=*/false));
    if (!rows.back().is_object()) {
      return absl::InvalidArgumentError(
          absl::StrCat("read ", path, ":", rows.size(), ": not a JSON object"));
    }
  }
  if (rows.empty()) return absl::NotFoundError(absl::StrCat("read ", path, ": no lines"));
  return rows;
}

// The names of one file in the other script, in their order.
absl::Status AddOtherScript(std::vector<GoldEntity>& entities) {
  std::vector<Question> names;
  for (const GoldEntity& entity : entities) {
    for (const std::string& name : entity.names) names.push_back({"", name, {}});
  }
  YZ_ASSIGN_OR_RETURN(names, InOtherScript(std::move(names)));
  size_t next = 0;
  for (GoldEntity& entity : entities) {
    for (size_t i = 0; i < entity.names.size(); ++i) {
      entity.other_script.push_back(names[next++].text);
    }
  }
  return absl::OkStatus();
}

absl::StatusOr<std::vector<GoldEntity>> ReadFile(const std::string& path) {
  YZ_ASSIGN_OR_RETURN(const std::vector<nlohmann::json> rows, ReadLines(path));
  std::vector<GoldEntity> entities;
  for (const nlohmann::json& row : rows) {
    GoldEntity& entity = entities.emplace_back();
    entity.names.push_back(row.value("name", ""));
    for (const auto& alias : row.value("aliases", nlohmann::json::array())) {
      entity.names.push_back(alias.get<std::string>());
    }
    for (const std::string& name : entity.names) entity.keys.insert(store::NameKey(name));
  }
  YZ_RETURN_IF_ERROR(AddOtherScript(entities));
  return entities;
}

absl::StatusOr<std::vector<GoldEntity>> ReadGold(const std::string& directory) {
  std::set<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator(directory)) {
    const std::string path = entry.path().string();
    if (absl::EndsWith(path, ".entities.jsonl")) paths.insert(path);
  }
  std::vector<GoldEntity> all;
  for (const std::string& path : paths) {
    YZ_ASSIGN_OR_RETURN(const std::vector<GoldEntity> entities, ReadFile(path));
    all.insert(all.end(), entities.begin(), entities.end());
  }
  return all;
}

// Distinct names, drawn with a fixed seed.
absl::StatusOr<std::vector<std::string>> ReadOthers(const std::string& path) {
  YZ_ASSIGN_OR_RETURN(const std::vector<nlohmann::json> rows, ReadLines(path));
  std::set<std::string> distinct;
  for (const nlohmann::json& row : rows) {
    for (const auto& entity : row.value("entities", nlohmann::json::array())) {
      distinct.insert(entity.value("text", ""));
    }
  }
  std::vector<std::string> names(distinct.begin(), distinct.end());
  std::shuffle(names.begin(), names.end(), std::mt19937(kSeed));
  return names;
}

// Right and asked, of all names and of those of entities that the index has.
struct Tally {
  int asked = 0;
  int right = 0;
  int asked_of_known = 0;
  int right_of_known = 0;
};

class LookupReport {
 public:
  LookupReport(const store::IndexSnapshot& snapshot, const text::Segmenter& segmenter,
               const store::QueryCompiler& compiler, bool verbose)
      : snapshot_(snapshot), pinyin_(segmenter), compiler_(compiler), verbose_(verbose) {}

  absl::Status Run(const std::vector<GoldEntity>& gold) {
    Tally printed;
    Tally other_script;
    Tally pinyin;
    for (const GoldEntity& entity : gold) {
      YZ_ASSIGN_OR_RETURN(const bool known, IsKnown(entity));
      for (const std::string& name : entity.names) {
        YZ_RETURN_IF_ERROR(Ask(name, entity, known, printed));
        if (const std::optional<std::string> spelled = Spelling(name)) {
          YZ_RETURN_IF_ERROR(Ask(*spelled, entity, known, pinyin));
        }
      }
      for (const std::string& name : entity.other_script) {
        YZ_RETURN_IF_ERROR(Ask(name, entity, known, other_script));
      }
    }
    Print("as printed", printed);
    Print("in the other script", other_script);
    Print("in pinyin", pinyin);
    return absl::OkStatus();
  }

  absl::Status RunOthers(const std::vector<std::string>& names,
                         const std::vector<GoldEntity>& gold) const {
    std::set<std::string> keys;
    for (const GoldEntity& entity : gold) keys.insert(entity.keys.begin(), entity.keys.end());
    size_t asked = 0;
    int matched = 0;
    for (const std::string& name : names) {
      if (asked == kOthers) break;
      if (name.empty() || keys.contains(store::NameKey(name))) continue;
      ++asked;
      YZ_ASSIGN_OR_RETURN(const yinzheng::v1::LookupResult result, LookUp(name));
      const bool match = !result.candidates().empty() && result.candidates(0).match();
      if (!match || !HasName(result.candidates(0).entity(), keys)) continue;
      ++matched;
      if (verbose_) std::cout << "  false match: " << name << "\n";
    }
    std::cout << absl::StrFormat("%d names of other entities: %d match one of them\n", asked,
                                 matched);
    return absl::OkStatus();
  }

 private:
  absl::StatusOr<yinzheng::v1::LookupResult> LookUp(const std::string& name) const {
    yinzheng::v1::EntityQuery query;
    query.set_name(name);
    return services::LookUpEntity({snapshot_, pinyin_, compiler_}, query, 5);
  }

  static bool HasName(const yinzheng::v1::Entity& entity, const std::set<std::string>& keys) {
    return keys.contains(store::NameKey(entity.display_name())) ||
           std::any_of(entity.aliases().begin(), entity.aliases().end(), [&](const auto& alias) {
             return keys.contains(store::NameKey(alias.text()));
           });
  }

  absl::StatusOr<bool> IsKnown(const GoldEntity& entity) const {
    for (const std::string& name : entity.names) {
      YZ_ASSIGN_OR_RETURN(const auto found, snapshot_.entities().ByName(name, 1));
      if (!found.empty()) return true;
    }
    return false;
  }

  // Names of two or more Chinese characters.
  std::optional<std::string> Spelling(const std::string& name) const {
    const std::u32string key = text::DecodeUtf8(store::NameKey(name));
    if (key.size() < 2 || !std::all_of(key.begin(), key.end(), text::IsHan)) return std::nullopt;
    const std::vector<std::string> spellings = text::SpellingsOf(pinyin_.Read(key));
    return spellings.empty() ? std::nullopt : std::optional(spellings.front());
  }

  absl::Status Ask(const std::string& name, const GoldEntity& entity, bool known,
                   Tally& tally) const {
    YZ_ASSIGN_OR_RETURN(const yinzheng::v1::LookupResult result, LookUp(name));
    const bool right =
        !result.candidates().empty() && HasName(result.candidates(0).entity(), entity.keys);
    ++tally.asked;
    tally.right += right ? 1 : 0;
    tally.asked_of_known += known ? 1 : 0;
    tally.right_of_known += known && right ? 1 : 0;
    if (verbose_ && !right) {
      std::cout << absl::StrFormat(
          "  %s (%s, %s): %s\n", name, entity.names.front(), known ? "known" : "unknown",
          result.candidates().empty() ? "-" : result.candidates(0).entity().display_name());
    }
    return absl::OkStatus();
  }

  static void Print(const char* what, const Tally& tally) {
    const auto percent = [](int part, int whole) { return whole == 0 ? 0 : 100.0 * part / whole; };
    std::cout << absl::StrFormat(
        "%-20s %4d names, %5.1f%% right; of entities that the index has %4d, %5.1f%% right\n", what,
        tally.asked, percent(tally.right, tally.asked), tally.asked_of_known,
        percent(tally.right_of_known, tally.asked_of_known));
  }

  const store::IndexSnapshot& snapshot_;
  const text::PinyinReader pinyin_;
  const store::QueryCompiler& compiler_;
  const bool verbose_;
};

absl::Status RunReport(const Options& options) {
  YZ_ASSIGN_OR_RETURN(const std::unique_ptr<text::Segmenter> segmenter, text::Segmenter::Create());
  const text::Analyzer analyzer(*segmenter);
  YZ_RETURN_IF_ERROR(text::PinyinTable::Shared().status());
  YZ_ASSIGN_OR_RETURN(const std::unique_ptr<store::QueryCompiler> compiler,
                      store::QueryCompiler::Create(analyzer, *segmenter));
  store::IndexManagerOptions manager_options;
  manager_options.index_directory = options.index;
  manager_options.analyzer_fingerprint = analyzer.Fingerprint();
  store::IndexManager manager(manager_options);
  YZ_RETURN_IF_ERROR(manager.Poll().status());
  const std::shared_ptr<const store::IndexSnapshot> snapshot = manager.Acquire();
  YZ_ASSIGN_OR_RETURN(const std::vector<GoldEntity> gold, ReadGold(options.gold));
  LookupReport report(*snapshot, *segmenter, *compiler, options.verbose);
  YZ_RETURN_IF_ERROR(report.Run(gold));
  if (options.others.empty()) return absl::OkStatus();
  YZ_ASSIGN_OR_RETURN(const std::vector<std::string> others, ReadOthers(options.others));
  return report.RunOthers(others, gold);
}

int Main(int argc, char** argv) {
  CLI::App app("Looks annotated entities up by each of their names");
  Options options;
  app.add_option("--index", options.index, "Index of the annotated articles")->required();
  app.add_option("--gold", options.gold, "Folder of *.entities.jsonl")->required();
  app.add_option("--others", options.others, "JSON lines with names of other entities");
  app.add_flag("--verbose", options.verbose, "Print what went wrong");
  CLI11_PARSE(app, argc, argv);
  const absl::Status status = RunReport(options);
  if (status.ok()) return EXIT_SUCCESS;
  std::cerr << "lookup_report: " << status.message() << "\n";
  return EXIT_FAILURE;
}

}  // namespace
}  // namespace yinzheng::quality

// NOLINTNEXTLINE(bugprone-exception-escape): a folder that cannot be read ends the tool.
int main(int argc, char** argv) { return yinzheng::quality::Main(argc, argv); }
