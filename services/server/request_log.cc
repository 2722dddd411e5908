// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/server/request_log.h"

#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/string_view.h"
#include "google/protobuf/text_format.h"
#include "indexer/base/absl_string.h"
#include "indexer/base/logging.h"
#include "services/request/error_info.h"

namespace yinzheng::services {
namespace {

constexpr size_t kMaxRequestBytes = 500;
// Of one second; a flood of refusals must not push out what an operator should see.
constexpr int kMaxWarnings = 50;
constexpr int kMaxOthers = 10;

std::string Millis(absl::Duration time) {
  return absl::StrFormat("%.1f", absl::ToDoubleMilliseconds(time));
}

std::string Phases(const CallEnd& end) {
  std::string out;
  for (const PhaseTime& phase : end.phases) {
    absl::StrAppend(&out, out.empty() ? "" : " ", base::AbslView(phase.phase), ":",
                    Millis(phase.time));
  }
  return out;
}

std::string Request(const google::protobuf::Message& request) {
  google::protobuf::TextFormat::Printer printer;
  printer.SetSingleLineMode(true);
  printer.SetUseUtf8StringEscaping(true);
  std::string text;
  printer.PrintToString(request, &text);
  return CutAtCharacter(text, kMaxRequestBytes);
}

// Whether the fault is the server's, so that an operator should look.
bool IsServersFault(absl::StatusCode code) {
  switch (code) {
    case absl::StatusCode::kInternal:
    case absl::StatusCode::kUnknown:
    case absl::StatusCode::kDataLoss:
    case absl::StatusCode::kUnavailable:
    case absl::StatusCode::kUnimplemented:
    case absl::StatusCode::kResourceExhausted:
    case absl::StatusCode::kDeadlineExceeded:
      return true;
    default:
      return false;
  }
}

base::LogLevel LevelOf(absl::StatusCode code) {
  if (code == absl::StatusCode::kOk) return base::LogLevel::kDebug;
  return IsServersFault(code) ? base::LogLevel::kWarning : base::LogLevel::kInfo;
}

}  // namespace

void RequestLog::OnStart(std::string_view /*method*/) {}

bool RequestLog::MayWrite(base::LogLevel level) {
  const bool warning = level >= base::LogLevel::kWarning;
  const int64_t now = absl::ToUnixSeconds(clock_.Now());
  int left_out = 0;
  {
    base::MutexLock lock(mutex_);
    if (now != second_) {
      second_ = now;
      warnings_ = 0;
      others_ = 0;
      left_out = std::exchange(left_out_, 0);
    }
    int& written = warning ? warnings_ : others_;
    if (written == (warning ? kMaxWarnings : kMaxOthers)) {
      left_out_ += left_out + 1;
      return false;
    }
    ++written;
  }
  if (left_out > 0) base::LogWarning("requests left out of the log", {{"requests", left_out}});
  return true;
}

void RequestLog::OnEnd(const CallEnd& end) {
  const bool slow = slow_ >= absl::ZeroDuration() && end.elapsed > slow_;
  const base::LogLevel level = slow ? base::LogLevel::kWarning : LevelOf(end.status.code());
  if (!base::IsLogged(level) || !MayWrite(level)) return;
  const std::string code = absl::StatusCodeToString(end.status.code());
  const std::string reason = end.status.ok() ? "" : ErrorInfoOf(end.status).reason();
  base::Log(level, slow ? "slow request" : "request",
            {{"method", end.head.method},
             {"caller", end.caller.empty() ? end.head.peer : end.caller},
             {"request_id", end.head.request_id},
             {"trace", end.head.traceparent},
             {"code", code},
             {"reason", reason},
             {"millis", Millis(end.elapsed)},
             {"waited", Millis(end.waited.value_or(absl::ZeroDuration()))},
             {"phases", Phases(end)},
             {"request_bytes", end.request_bytes},
             {"response_bytes", end.response_bytes},
             {"request", slow ? Request(end.request) : ""}});
}

}  // namespace yinzheng::services
