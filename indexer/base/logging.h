// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// One line a record on stderr, as key=value pairs a person can read and a machine can split:
//
//   2026-01-31T08:15:02.123Z INFO index generation published generation=gen-3f2a articles=12
//
// For the programs' own events; not for output that a caller asked for (that is stdout), and not
// for metrics. Log where an error is handled, not where it passes.

#ifndef YINZHENG_INDEXER_BASE_LOGGING_H_
#define YINZHENG_INDEXER_BASE_LOGGING_H_

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "absl/strings/str_cat.h"

namespace yinzheng::base {

enum class LogLevel { kDebug, kInfo, kWarning, kError, kOff };

// One key=value pair. The value is quoted and escaped if it holds anything but plain visible
// characters.
class LogField {
 public:
  template <typename T>
  LogField(std::string_view key, const T& value) : key_(key), value_(Format(value)) {}

  const std::string& key() const { return key_; }
  const std::string& value() const { return value_; }

 private:
  static std::string Format(std::string_view value) { return std::string(value); }
  template <typename T>
  static std::string Format(const T& value) requires(!std::is_convertible_v<T, std::string_view>) {
    return absl::StrCat(value);
  }

  std::string key_;
  std::string value_;
};

// Writes one record if `level` is enabled. Safe for concurrent use; records never interleave.
void Log(LogLevel level, std::string_view message, std::initializer_list<LogField> fields = {});

inline void LogInfo(std::string_view message, std::initializer_list<LogField> fields = {}) {
  Log(LogLevel::kInfo, message, fields);
}
inline void LogWarning(std::string_view message, std::initializer_list<LogField> fields = {}) {
  Log(LogLevel::kWarning, message, fields);
}
inline void LogError(std::string_view message, std::initializer_list<LogField> fields = {}) {
  Log(LogLevel::kError, message, fields);
}

// Whether records of `level` are written: for callers to whom making one costs something.
bool IsLogged(LogLevel level);

// The lowest level written. Default: kInfo.
void SetLogLevel(LogLevel level);

// "debug", "info", "warning", "error" or "off"; false leaves `level` alone.
bool ParseLogLevel(std::string_view name, LogLevel* level);

// Sends records (without the line end) to `sink` instead of stderr; an empty function restores
// stderr.
void SetLogSink(std::function<void(std::string_view line)> sink);

}  // namespace yinzheng::base

#endif  // YINZHENG_INDEXER_BASE_LOGGING_H_
