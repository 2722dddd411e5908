// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_REQUEST_REQUEST_CONTEXT_H_
#define YINZHENG_SERVICES_REQUEST_REQUEST_CONTEXT_H_

#include <atomic>
#include <memory>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "indexer/base/clock.h"

namespace yinzheng::services {

// How long a request may still run. Handlers ask it before each dear step and return what it says;
// it holds nothing about the request's content and nothing of gRPC.
//
// Thread-safe. Borrows the clock, which must outlive it.
class RequestContext {
 public:
  // `cancelled` is set by the transport when the caller goes away; null means never.
  RequestContext(const base::Clock& clock, absl::Time deadline,
                 std::shared_ptr<const std::atomic<bool>> cancelled)
      : clock_(&clock), deadline_(deadline), cancelled_(std::move(cancelled)) {}

  // For tests and command-line use: no deadline, never cancelled.
  static RequestContext Unlimited();

  absl::Time deadline() const { return deadline_; }
  bool IsCancelled() const { return cancelled_ != nullptr && cancelled_->load(); }

  // OK while the request may go on; Cancelled or DeadlineExceeded, with a reason, once it may not.
  absl::Status Check() const;

 private:
  const base::Clock* clock_;
  absl::Time deadline_;
  std::shared_ptr<const std::atomic<bool>> cancelled_;
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_REQUEST_REQUEST_CONTEXT_H_
