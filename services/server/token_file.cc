// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/server/token_file.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "indexer/base/file_system.h"
#include "indexer/base/status_macros.h"

namespace yinzheng::services {

absl::StatusOr<std::shared_ptr<const AccessTokens>> TokenFile::ReadIfChanged() {
  const absl::StatusOr<std::string> contents = base::FileSystem::Real().ReadFile(path_);
  const std::string now = contents.ok() ? *contents : std::string(contents.status().message());
  if (std::exchange(seen_, now) == now) return nullptr;
  if (!contents.ok()) {
    return absl::InvalidArgumentError(absl::StrCat("read tokens: ", contents.status().message()));
  }
  YZ_ASSIGN_OR_RETURN(AccessTokens tokens, AccessTokens::Parse(*contents, path_));
  return std::make_shared<const AccessTokens>(std::move(tokens));
}

}  // namespace yinzheng::services
