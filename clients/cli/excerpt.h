// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_EXCERPT_H_
#define YINZHENG_CLIENTS_CLI_EXCERPT_H_

#include "yinzheng/v1/search_service.pb.h"
#include "yinzheng/v1/text.pb.h"

namespace yinzheng::cli {

// The stretch of a passage to show on a terminal: at most `max_length` code points of the body that
// hold as much of what matched as possible, starting a little before the first match in them. The
// whole passage if it is short enough. Display only: JSON output always carries the whole passage.
v1::TextSpan ExcerptSpan(const v1::PassageMatch& match, int max_length);

}  // namespace yinzheng::cli

#endif  // YINZHENG_CLIENTS_CLI_EXCERPT_H_
