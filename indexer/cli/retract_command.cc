// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "indexer/base/file_system.h"
#include "indexer/base/status_macros.h"
#include "indexer/cli/commands.h"
#include "indexer/cli/retraction_report.h"
#include "indexer/store/generation_directory.h"
#include "indexer/store/retractions.h"

namespace yinzheng::indexer {
namespace {

struct RetractFlags {
  std::string index;
  std::vector<std::string> articles;
  std::string reason;
  bool undo = false;
};

// The article that is meant by a name or by the id that its source gave it. An article that the
// current generation does not hold can be named all the same: it may come again.
absl::StatusOr<std::string> NameOf(const store::IndexSnapshot& snapshot, const std::string& given) {
  if (absl::StartsWith(given, "articles/")) return given;
  std::string name;
  YZ_RETURN_IF_ERROR(snapshot.articles().ForEach([&](const store::v1::ArticleRecord& record) {
    if (record.article().external_id() == given) name = record.article().name();
    return absl::OkStatus();
  }));
  if (!name.empty()) return name;
  return absl::NotFoundError(
      absl::StrCat("retract ", given, ": the current generation ", snapshot.generation(),
                   " has no article with this id; give its name, articles/…"));
}

absl::StatusOr<std::vector<std::string>> NamesOf(const RetractFlags& flags,
                                                 base::FileSystem& files) {
  const store::GenerationDirectory directory(files, flags.index);
  YZ_ASSIGN_OR_RETURN(const std::string current, directory.Current());
  YZ_ASSIGN_OR_RETURN(const auto snapshot,
                      store::IndexSnapshot::Open({.directory = directory.PathOf(current),
                                                  .analyzer_fingerprint = "",
                                                  .file_system = &files}));
  std::vector<std::string> names;
  for (const std::string& given : flags.articles) {
    YZ_ASSIGN_OR_RETURN(names.emplace_back(), NameOf(*snapshot, given));
  }
  return names;
}

absl::Status Change(const RetractFlags& flags, const std::vector<std::string>& names,
                    store::Retractions& retractions) {
  for (const std::string& name : names) {
    if (!flags.undo) {
      YZ_RETURN_IF_ERROR(retractions.Add({name, absl::Now(), flags.reason}));
    } else if (!retractions.Remove(name)) {
      return absl::NotFoundError(
          absl::StrCat("undo the retraction of ", name, ": it is not retracted"));
    }
  }
  return absl::OkStatus();
}

absl::Status Run(const RetractFlags& flags, CommandContext& context) {
  base::FileSystem& files = base::FileSystem::Real();
  YZ_ASSIGN_OR_RETURN(const std::vector<std::string> names, NamesOf(flags, files));
  YZ_ASSIGN_OR_RETURN(const store::DirectoryLock lock,
                      store::DirectoryLock::Acquire(files, flags.index));
  YZ_ASSIGN_OR_RETURN(store::Retractions retractions, store::Retractions::Read(files, flags.index));
  if (!names.empty()) {
    YZ_RETURN_IF_ERROR(Change(flags, names, retractions));
    YZ_RETURN_IF_ERROR(retractions.Write(lock, files, flags.index));
  }
  for (const store::Retraction& entry : retractions.entries()) {
    context.out() << entry.article << "  "
                  << absl::FormatTime("%Y-%m-%d", entry.time, absl::UTCTimeZone()) << "  "
                  << entry.reason << "\n";
  }
  YZ_ASSIGN_OR_RETURN(const store::RetractionPurge purge,
                      store::PurgeRetracted(lock, files, flags.index));
  context.err() << DescribePurge(purge);
  return absl::OkStatus();
}

}  // namespace

void AddRetractCommand(CLI::App& app, CommandContext& context) {
  auto flags = std::make_shared<RetractFlags>();
  CLI::App* command = app.add_subcommand(
      "retract",
      "Take articles back: the next update or build leaves them out, and every generation that "
      "holds one is removed, but the current one and those in use. Lists what is retracted; "
      "without --article it removes what was in use before");
  AddIndexOption(*command, flags->index);
  command
      ->add_option("--article", flags->articles,
                   "Names, articles/…, or the ids that the source gave them")
      ->type_name("NAME");
  command->add_option("--reason", flags->reason, "Why, one line; kept beside the name")
      ->type_name("TEXT");
  command->add_flag("--undo", flags->undo, "Take the articles of --article in again")
      ->needs("--article");
  command->callback([flags, &context] { context.Fail(Run(*flags, context), ErrorSource::kIndex); });
}

}  // namespace yinzheng::indexer
