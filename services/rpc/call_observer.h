// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_RPC_CALL_OBSERVER_H_
#define YINZHENG_SERVICES_RPC_CALL_OBSERVER_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "google/protobuf/message.h"
#include "services/request/request_trace.h"
#include "services/rpc/call_head.h"

namespace yinzheng::services {

// How a call ended. References hold during OnEnd alone.
struct CallEnd {
  const CallHead& head;
  const std::string& caller;             // empty if it was not admitted
  const absl::Status& status;            // as the handler gave it: internals are not hidden yet
  std::optional<absl::Duration> waited;  // in the queue; not set if it never got there
  absl::Duration elapsed;                // from its arrival to its answer
  size_t request_bytes;                  // as protobuf, without the frame
  size_t response_bytes;                 // 0 if it failed
  std::vector<PhaseTime> phases;         // of the handler, as far as they have ended
  const google::protobuf::Message& request;
};

// Sees every call begin and end: metrics, logs. It changes nothing.
//
// Implementations are thread-safe and quick: they run on the threads that answer.
class CallObserver {
 public:
  virtual ~CallObserver() = default;
  virtual void OnStart(std::string_view method) = 0;
  virtual void OnEnd(const CallEnd& end) = 0;
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_RPC_CALL_OBSERVER_H_
