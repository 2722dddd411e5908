// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include <memory>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "indexer/base/file_system.h"
#include "indexer/base/status_macros.h"
#include "indexer/cli/commands.h"
#include "indexer/cli/retraction_report.h"
#include "indexer/store/cache_file.h"
#include "indexer/store/generation_directory.h"
#include "indexer/store/retraction_purge.h"
#include "indexer/store/retraction_targets.h"
#include "indexer/store/retractions.h"

namespace yinzheng::indexer {
namespace {

struct RetractFlags {
  std::string index;
  std::vector<std::string> articles;
  std::string reason;
  bool undo = false;
};

// Otherwise taking the lock would create the directory.
absl::Status CheckThere(const base::FileSystem& files, const std::string& index) {
  if (files.IsDirectory(index)) return absl::OkStatus();
  return absl::NotFoundError(absl::StrCat("retract: there is no index directory ", index));
}

absl::Status Undo(const RetractFlags& flags, store::Retractions& retractions) {
  for (const std::string& given : flags.articles) {
    if (retractions.Remove(given)) continue;
    return absl::NotFoundError(
        absl::StrCat("undo the retraction of ", given, ": it is not retracted"));
  }
  return absl::OkStatus();
}

absl::Status AddOne(const RetractFlags& flags, store::Retraction retraction,
                    store::Retractions& retractions) {
  retraction.time = absl::Now();
  retraction.reason = flags.reason;
  return retractions.Add(std::move(retraction));
}

// What no generation holds: it may come again.
absl::Status AddUnknown(const RetractFlags& flags, const std::string& given,
                        store::Retractions& retractions, CommandContext& context) {
  // Its text may be known by now; the name alone would say less.
  if (retractions.Names(given)) {
    context.err() << given << " is retracted already\n";
    return absl::OkStatus();
  }
  if (!absl::StartsWith(given, "articles/")) {
    return absl::NotFoundError(
        absl::StrCat("retract ", given, ": no generation of ", flags.index,
                     " that can be read has an article with this id; give its name, articles/…"));
  }
  context.err() << "no generation that can be read holds " << given
                << ": whatever comes under this name is left out\n";
  return AddOne(flags, {.article = given, .source_id = "", .body_sha256 = "", .reason = ""},
                retractions);
}

absl::Status Add(const RetractFlags& flags, const store::RetractionTargets& found,
                 store::Retractions& retractions, CommandContext& context) {
  for (const store::RetractionTarget& target : found.targets) {
    YZ_RETURN_IF_ERROR(AddOne(flags, target.retraction, retractions));
  }
  for (const std::string& given : found.unknown) {
    YZ_RETURN_IF_ERROR(AddUnknown(flags, given, retractions, context));
  }
  context.err() << DescribeTargets(found);
  return absl::OkStatus();
}

absl::Status Change(const RetractFlags& flags, const store::DirectoryLock& lock,
                    base::FileSystem& files, store::Retractions& retractions,
                    CommandContext& context) {
  if (flags.articles.empty()) return absl::OkStatus();
  if (flags.undo) {
    YZ_RETURN_IF_ERROR(Undo(flags, retractions));
    return retractions.Write(lock, files, flags.index);
  }
  YZ_ASSIGN_OR_RETURN(const store::RetractionTargets found,
                      store::FindRetractionTargets(files, flags.index, flags.articles));
  YZ_RETURN_IF_ERROR(Add(flags, found, retractions, context));
  // It quotes every article of the last build. First: whoever dies in between has retracted
  // nothing yet, and does it again.
  YZ_RETURN_IF_ERROR(files.RemoveAll(base::JoinPath(flags.index, store::kCacheDirectory)));
  return retractions.Write(lock, files, flags.index);
}

void List(const store::Retractions& retractions, std::ostream& out) {
  for (const store::Retraction& entry : retractions.entries()) {
    out << entry.article << "  " << absl::FormatTime("%Y-%m-%d", entry.time, absl::UTCTimeZone())
        << "  ";
    if (!entry.source_id.empty()) out << "id " << entry.source_id << "  ";
    out << entry.reason << "\n";
  }
}

absl::Status Run(const RetractFlags& flags, CommandContext& context) {
  base::FileSystem& files = base::FileSystem::Real();
  YZ_RETURN_IF_ERROR(CheckThere(files, flags.index));
  YZ_ASSIGN_OR_RETURN(const store::DirectoryLock lock,
                      store::DirectoryLock::Acquire(files, flags.index));
  YZ_ASSIGN_OR_RETURN(store::Retractions retractions, store::Retractions::Read(files, flags.index));
  YZ_RETURN_IF_ERROR(Change(flags, lock, files, retractions, context));
  List(retractions, context.out());
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
      "holds one is removed, but the current one and those in use; so is DIR/cache. Lists what is "
      "retracted; without --article it removes what was in use before");
  AddIndexOption(*command, flags->index);
  command
      ->add_option("--article", flags->articles,
                   "Names, articles/…, or ids (external_id), which stand for all that have them")
      ->type_name("NAME");
  command->add_option("--reason", flags->reason, "Why, one line; kept beside the name")
      ->needs("--article")
      ->type_name("TEXT");
  command->add_flag("--undo", flags->undo, "Take the articles of --article in again")
      ->needs("--article");
  command->callback([flags, &context] { context.Fail(Run(*flags, context), ErrorSource::kIndex); });
}

}  // namespace yinzheng::indexer
