// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_RESOLVE_ENTITY_H_
#define YINZHENG_CLIENTS_CLI_RESOLVE_ENTITY_H_

#include <string>

#include "absl/status/statusor.h"
#include "clients/cli/session.h"
#include "yinzheng/v1/entity_ref.pb.h"

namespace yinzheng::cli {

// The entity that a person means by `text`: a resource name is taken as it is; a name is looked up,
// and where several entities may be meant the best is taken and a note on standard error says so.
// NotFound, with the nearest names, where nothing fits.
absl::StatusOr<v1::EntityRef> ResolveEntity(Session& session, const client::Client& client,
                                            const std::string& text);

}  // namespace yinzheng::cli

#endif  // YINZHENG_CLIENTS_CLI_RESOLVE_ENTITY_H_
