// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_SERVER_REQUEST_LOG_H_
#define YINZHENG_SERVICES_SERVER_REQUEST_LOG_H_

#include <cstdint>
#include <string_view>

#include "absl/base/thread_annotations.h"
#include "absl/time/time.h"
#include "indexer/base/clock.h"
#include "indexer/base/logging.h"
#include "indexer/base/mutex.h"
#include "services/rpc/call_observer.h"

namespace yinzheng::services {

// Writes a line about each request: slow ones and those that fail through the server (WARNING),
// those that fail through the caller (INFO), all others (DEBUG).
//
//   … WARNING slow request method=yinzheng.v1.SearchService/Ask caller=reports request_id=5f0c…
//     trace=00-4bf9…-01 code=OK millis=1520.5 waited=3.1 phases="facts:1200.4 sentences:300.2"
//     request_bytes=31 response_bytes=18120 request="question: \"…\""
//
// What was asked stands in the lines of slow requests alone, cut at 500 bytes. Callers cannot fill
// a disk in a day: of one second at most 50 warnings and 10 other lines are written, and how many
// were left out is said later.
//
// Thread-safe.
class RequestLog final : public CallObserver {
 public:
  // Requests that take longer than `slow` are slow; a negative one means that none is.
  RequestLog(absl::Duration slow, const base::Clock& clock) : slow_(slow), clock_(clock) {}

  void OnStart(std::string_view method) override;
  void OnEnd(const CallEnd& end) override;

 private:
  bool MayWrite(base::LogLevel level);

  const absl::Duration slow_;
  const base::Clock& clock_;
  base::Mutex mutex_;
  int64_t second_ ABSL_GUARDED_BY(mutex_) = 0;
  int warnings_ ABSL_GUARDED_BY(mutex_) = 0;  // written in this second
  int others_ ABSL_GUARDED_BY(mutex_) = 0;
  int left_out_ ABSL_GUARDED_BY(mutex_) = 0;
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_SERVER_REQUEST_LOG_H_
