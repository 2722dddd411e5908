// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include <unistd.h>

#include <iostream>
#include <string>

#include "absl/strings/str_cat.h"
#include "clients/cli/commands/commands.h"
#include "clients/cli/commands/page_output.h"
#include "clients/cli/pages/site_writer.h"

namespace yinzheng::cli {
namespace {

struct SiteCommandOptions {
  std::string directory;
  int most_entities = 0;
};

// One line that is written over, for people who wait; nothing where standard error is a file.
void ShowProgress(std::string_view what, size_t number, size_t count) {
  std::cerr << "\r\033[K" << what << " " << number << "/" << count << std::flush;
}

absl::Status Run(Session& session, const client::Client& client,
                 const SiteCommandOptions& options) {
  if (absl::Status status = CheckPageOutput(session, "site"); !status.ok()) return status;
  pages::SiteOptions site{options.directory, options.most_entities};
  const bool watched = isatty(STDERR_FILENO) == 1;
  if (watched) site.progress = ShowProgress;
  const absl::StatusOr<pages::SiteCounts> counts = pages::WriteSite(client, site);
  if (watched) std::cerr << "\r\033[K" << std::flush;
  if (!counts.ok()) return counts.status();
  session.out() << absl::StrCat(options.directory, "/index.html: ", counts->articles, " articles, ",
                                counts->entities, " entities");
  if (counts->left_out > 0) {
    session.out() << " (" << counts->left_out << " less mentioned ones left out)";
  }
  session.out() << "\n";
  return absl::OkStatus();
}

void Declare(CLI::App& command, SiteCommandOptions& options) {
  command
      .add_option("directory", options.directory,
                  "Where to write the site; must not exist or be empty")
      ->required();
  command
      .add_option("--entities", options.most_entities,
                  "Pages for the N most mentioned entities; without it for all that are mentioned "
                  "twice or have a fact")
      ->check(CLI::Range(1, 1000000));
}

}  // namespace

void AddSiteCommand(CLI::App& app, Session& session) {
  AddCommand<SiteCommandOptions>(app, session, "site",
                                 "Write pages of all articles and entities into a directory",
                                 Declare, Run);
}

}  // namespace yinzheng::cli
