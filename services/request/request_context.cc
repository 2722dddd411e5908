// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/request/request_context.h"

#include "services/request/error_info.h"

namespace yinzheng::services {

RequestContext RequestContext::Unlimited() {
  return RequestContext(base::Clock::Real(), absl::InfiniteFuture(), nullptr);
}

Phase::Phase(const RequestContext& context, std::string_view name)
    : context_(context),
      name_(name),
      start_(context.trace_ == nullptr ? absl::InfinitePast() : context.clock_->Now()) {}

Phase::~Phase() {
  if (context_.trace_ != nullptr) context_.trace_->Add(name_, context_.clock_->Now() - start_);
}

absl::Status RequestContext::Check() const {
  if (IsCancelled()) {
    return MakeError(absl::StatusCode::kCancelled, v1::ERROR_REASON_CANCELLED,
                     "answer request: the caller went away", {});
  }
  if (clock_->Now() >= deadline_) {
    return MakeError(absl::StatusCode::kDeadlineExceeded, v1::ERROR_REASON_DEADLINE_EXCEEDED,
                     "answer request: the deadline passed before the answer was ready; send a "
                     "longer deadline or ask for less",
                     {});
  }
  return absl::OkStatus();
}

}  // namespace yinzheng::services
