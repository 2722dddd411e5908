// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

// yz: the command line of Yinzheng. It speaks gRPC only and knows nothing of the index's files.

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>
#include <sstream>
#include <string>

#include "absl/strings/str_cat.h"
#include "clients/cli/commands/commands.h"
#include "clients/cli/pager.h"
#include "clients/cli/session.h"
#include "clients/cli/utf8.h"

namespace yinzheng::cli {
namespace {

// ~/.config/yz/config.toml, or where XDG_CONFIG_HOME says.
std::string DefaultConfig() {
  if (const char* config = std::getenv("XDG_CONFIG_HOME"); config != nullptr && *config != '\0') {
    return absl::StrCat(config, "/yz/config.toml");
  }
  const char* home = std::getenv("HOME");
  return home == nullptr ? "" : absl::StrCat(home, "/.config/yz/config.toml");
}

void AddGlobalOptions(CLI::App& app, GlobalOptions& options) {
  // Flags that hold for every call; what is not there is not missed.
  app.set_config("--config", DefaultConfig(), "File with flags, as server = \"host:port\"");
  app.add_option("--server", options.server, "Address of the server, host:port or unix:PATH")
      ->envname("YZ_SERVER")
      ->check([](const std::string& address) {
        return address.empty() ? "is empty; give host:port or unix:PATH" : "";
      })
      ->capture_default_str();
  app.add_option("--index", options.index, "Start a private server on this index directory");
  app.add_option("--token-file", options.token_file,
                 "File with the token for the server, as its operator gave it")
      ->envname("YZ_TOKEN_FILE");
  app.add_option("--ca", options.ca_file,
                 "Use TLS; PEM file with the roots of the server's certificate, or `system`")
      ->envname("YZ_CA");
  app.add_flag("--insecure-token", options.insecure_token,
               "Send the token without TLS to another machine: whoever is on the way can read it");
  CLI::Option* certificate =
      app.add_option("--cert", options.certificate_file,
                     "PEM file with a certificate of one's own, for servers that ask for it");
  app.add_option("--key", options.key_file, "PEM file with its private key")->needs(certificate);
  app.add_option("--output", options.output, "text, json, table or csv")
      ->check(CLI::IsMember({"text", "json", "table", "csv"}))
      ->capture_default_str();
  app.add_option("--timeout", options.timeout_seconds, "Seconds to wait for each answer")
      ->check(CLI::Range(0.1, 600.0))
      ->capture_default_str();
  app.add_flag("--no-pager", options.no_pager,
               "Show what is longer than the screen without $YZ_PAGER, $PAGER or less")
      ->envname("YZ_NO_PAGER");
  app.add_flag("--no-hyperlinks", options.no_hyperlinks,
               "Show sources without links that a terminal could open")
      ->envname("YZ_NO_HYPERLINKS");
  app.footer(
      "Exit codes: 0 found, 1 nothing found, 2 wrong usage, 3 no server, 4 refused or failed.");
}

void AddCommands(CLI::App& app, Session& session) {
  for (auto add : {AddAskCommand,       AddSearchCommand, AddSuggestCommand,    AddSimilarCommand,
                   AddArticleCommand,   AddEntityCommand, AddMentionsCommand,   AddRelatedCommand,
                   AddFactsCommand,     AddFactCommand,   AddPropertiesCommand, AddTimelineCommand,
                   AddConflictsCommand, AddCheckCommand,  AddQuoteCommand,      AddOpenCommand,
                   AddCiteCommand,      AddPageCommand,   AddSiteCommand,       AddStatusCommand,
                   AddCompletionCommand}) {
    add(app, session);
  }
}

// CLI11_PARSE returns from here for --help and wrong flags; `parsed` tells whether it did not.
int Parse(CLI::App& app, int argc, char** argv, bool& parsed) {
  CLI11_PARSE(app, argc, argv);
  parsed = true;
  return kExitOk;
}

// No request can carry anything but UTF-8; found here, it is named instead of failing in a call.
absl::Status CheckArguments(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    absl::Status status = CheckUtf8(absl::StrCat("argument ", i), argv[i]);
    if (!status.ok()) return status;
  }
  return absl::OkStatus();
}

int Run(int argc, char** argv, GlobalOptions& options, std::ostream& out) {
  CLI::App app("Cited facts, entities and search over Chinese articles", "yz");
  Session session(options, out, std::cerr);
  AddGlobalOptions(app, options);
  // Commands take this over: global flags may stand after them.
  app.fallthrough();
  AddCommands(app, session);
  // None at all is told below: CLI11's own complaint would hide the name of an unknown one.
  app.require_subcommand(0, 1);
  app.set_version_flag("--version", YINZHENG_VERSION, "Print the version and end");
  if (const absl::Status status = CheckArguments(argc, argv); !status.ok()) {
    session.Fail(status);
    return session.exit_code();
  }
  bool parsed = false;
  const int code = Parse(app, argc, argv, parsed);
  if (!parsed) return code == 0 ? kExitOk : kExitUsage;
  if (!app.get_subcommands().empty()) return session.exit_code();
  std::cerr << "yz: no command given; yz --help lists them\n";
  return kExitUsage;
}

// What goes to a terminal is shown once it is known how long it is; a private server has ended by
// then.
int Main(int argc, char** argv) {
  GlobalOptions options;
  if (isatty(STDOUT_FILENO) != 1) return Run(argc, argv, options, std::cout);
  std::ostringstream shown;
  const int code = Run(argc, argv, options, shown);
  ShowOnTerminal(shown.str(), !options.no_pager);
  return code;
}

// The exit code, once all output has arrived: half a page or list is no answer.
int Finish(int code) {
  if (std::cout.flush()) return code;
  std::cerr << "yz: write standard output: not possible\n";
  return kExitRefused;
}

}  // namespace
}  // namespace yinzheng::cli

// NOLINTNEXTLINE(bugprone-exception-escape): CLI11 throws where flags are declared wrongly.
int main(int argc, char** argv) { return yinzheng::cli::Finish(yinzheng::cli::Main(argc, argv)); }
