// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/server/config_commands.h"

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "google/protobuf/text_format.h"
#include "indexer/base/file_system.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/generation_directory.h"
#include "indexer/store/shard_layout.h"
#include "services/server/access_tokens.h"
#include "services/server/server_options.h"

namespace yinzheng::services {

absl::StatusOr<config::v1::ServerConfig> ReadConfig(const ServerFlags& flags) {
  config::v1::ServerConfig config;
  if (!flags.config_file.empty()) {
    YZ_ASSIGN_OR_RETURN(config, ReadConfigFile(flags.config_file));
  }
  for (const std::string& setting : flags.settings) {
    YZ_RETURN_IF_ERROR(MergeConfigText(setting, config));
  }
  config.MergeFrom(flags.overrides);
  return config;
}

absl::StatusOr<std::string> PrintConfig(const config::v1::ServerConfig& config) {
  YZ_ASSIGN_OR_RETURN(const config::v1::ServerConfig full, FillInConfig(config));
  YZ_RETURN_IF_ERROR(ResolveOptions(config).status());
  google::protobuf::TextFormat::Printer printer;
  printer.SetUseUtf8StringEscaping(true);
  std::string text;
  printer.PrintToString(full, &text);
  return absl::StrCat(
      "# proto-file: yinzheng/config/v1/server_config.proto\n"
      "# proto-message: yinzheng.config.v1.ServerConfig\n",
      text);
}

absl::StatusOr<std::string> CheckConfig(const config::v1::ServerConfig& config) {
  YZ_ASSIGN_OR_RETURN(const ServerOptions options, ResolveOptions(config));
  if (options.tls.enabled()) YZ_RETURN_IF_ERROR(CheckTlsFiles(options.tls, absl::Now()));
  std::string login = "no token is asked for";
  if (!options.tokens.empty()) {
    YZ_ASSIGN_OR_RETURN(const AccessTokens tokens, AccessTokens::Load(options.tokens));
    login = absl::StrCat(tokens.size(), " tokens");
  }
  const store::GenerationDirectory directory(base::FileSystem::Real(), options.index);
  YZ_ASSIGN_OR_RETURN(const std::string generation, directory.Current());
  YZ_ASSIGN_OR_RETURN(const store::v1::Manifest manifest, directory.ReadManifest(generation));
  YZ_RETURN_IF_ERROR(store::CheckShardHosts(manifest, options.shard_hosts));
  YZ_RETURN_IF_ERROR(store::CheckManifestFiles(
      base::FileSystem::Real(), directory.PathOf(generation),
      store::WithoutRemoteFiles(manifest, options.shard_hosts), /*checksums=*/false));
  return absl::StrCat("good: generation ", generation, " of ", options.index, " on ",
                      options.listen, ", ", options.tls.enabled() ? "TLS" : "no TLS",
                      options.tls.client_ca.empty() ? "" : " with client certificates", ", ", login,
                      "\n");
}

absl::StatusOr<std::string> DescribeNewToken(const std::string& request) {
  const size_t colon = request.find(':');
  const std::string name = request.substr(0, colon);
  const std::string scopes = colon == std::string::npos ? "read" : request.substr(colon + 1);
  YZ_ASSIGN_OR_RETURN(const std::string token, NewToken());
  const std::string line = TokenLine(name, scopes, token);
  // What the server would say of the line, it says here.
  YZ_RETURN_IF_ERROR(AccessTokens::Parse(line, "--new-token").status());
  return absl::StrCat("token (shown once, for the caller): ", token,
                      "\nline for the tokens file:          ", line, "\n");
}

}  // namespace yinzheng::services
