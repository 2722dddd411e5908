// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_REQUEST_REQUEST_CONTEXT_H_
#define YINZHENG_SERVICES_REQUEST_REQUEST_CONTEXT_H_

#include <atomic>
#include <memory>
#include <string_view>
#include <utility>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "indexer/base/clock.h"
#include "services/request/request_trace.h"

namespace yinzheng::services {

// How long a request may still run, and where its time goes. Handlers ask it before each dear step
// and return what it says; it holds nothing about the request's content and nothing of gRPC.
//
// Thread-safe. Borrows the clock, which must outlive it. Copies share what they measure.
class RequestContext {
 public:
  // `cancelled` is set by the transport when the caller goes away; null means never. `trace` takes
  // the times of phases; null means that nobody wants them.
  RequestContext(const base::Clock& clock, absl::Time deadline,
                 std::shared_ptr<const std::atomic<bool>> cancelled,
                 std::shared_ptr<RequestTrace> trace = nullptr)
      : clock_(&clock),
        deadline_(deadline),
        cancelled_(std::move(cancelled)),
        trace_(std::move(trace)) {}

  // For tests and command-line use: no deadline, never cancelled.
  static RequestContext Unlimited();

  absl::Time deadline() const { return deadline_; }
  bool IsCancelled() const { return cancelled_ != nullptr && cancelled_->load(); }

  // OK while the request may go on; Cancelled or DeadlineExceeded, with a reason, once it may not.
  absl::Status Check() const;

 private:
  friend class Phase;

  const base::Clock* clock_;
  absl::Time deadline_;
  std::shared_ptr<const std::atomic<bool>> cancelled_;
  std::shared_ptr<RequestTrace> trace_;
};

// Counts the time of its own life to a phase of the request.
//
//   const Phase phase(context, "match");
class Phase {
 public:
  // `context` must outlive it; `name` is a literal of one word.
  Phase(const RequestContext& context, std::string_view name);
  ~Phase();
  Phase(const Phase&) = delete;
  Phase& operator=(const Phase&) = delete;

 private:
  const RequestContext& context_;
  const std::string_view name_;
  const absl::Time start_;
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_REQUEST_REQUEST_CONTEXT_H_
