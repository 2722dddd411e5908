// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_PAGES_TIMELINE_PAGE_H_
#define YINZHENG_CLIENTS_CLI_PAGES_TIMELINE_PAGE_H_

#include <string>
#include <vector>

#include "clients/cli/pages/page_context.h"
#include "yinzheng/v1/fact_service.pb.h"

namespace yinzheng::cli::pages {

// The page of a timeline: a section for each series where a property is followed, else one
// chronicle of all events. `subjects` are the names that the page is headed with.
std::string TimelinePage(const v1::GetTimelineResponse& timeline,
                         const std::vector<std::string>& subjects, const std::string& property,
                         const PageContext& context);

}  // namespace yinzheng::cli::pages

#endif  // YINZHENG_CLIENTS_CLI_PAGES_TIMELINE_PAGE_H_
