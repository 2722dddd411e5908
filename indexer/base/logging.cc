// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/base/logging.h"

#include <algorithm>
#include <atomic>
#include <cstdio>

#include "absl/strings/escaping.h"
#include "absl/time/time.h"
#include "indexer/base/absl_string.h"
#include "indexer/base/clock.h"
#include "indexer/base/mutex.h"

namespace yinzheng::base {
namespace {

using Sink = std::function<void(std::string_view)>;

struct Output {
  Mutex mutex;
  Sink sink ABSL_GUARDED_BY(mutex);
};

std::atomic<LogLevel> g_level{LogLevel::kInfo};

Output& GetOutput() {
  static Output* const output = new Output;  // Leaked: static destructors may still log.
  return *output;
}

std::string_view LevelName(LogLevel level) {
  switch (level) {
    case LogLevel::kDebug:
      return "DEBUG";
    case LogLevel::kInfo:
      return "INFO";
    case LogLevel::kWarning:
      return "WARNING";
    case LogLevel::kError:
      return "ERROR";
    case LogLevel::kOff:
      break;
  }
  return "OFF";
}

// Bytes past ASCII count as visible: Chinese text stays readable.
bool IsPlain(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte > 0x20 && byte != 0x7F && c != '"' && c != '\\' && c != '=';
}

void AppendValue(const std::string& value, std::string& line) {
  if (!value.empty() && std::all_of(value.begin(), value.end(), IsPlain)) {
    line += value;
    return;
  }
  absl::StrAppend(&line, "\"", absl::Utf8SafeCEscape(value), "\"");
}

// A message is one line whatever it was made from.
void AppendMessage(std::string_view message, std::string& line) {
  for (const char c : message) line += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
}

std::string FormatRecord(LogLevel level, std::string_view message,
                         std::initializer_list<LogField> fields) {
  std::string line =
      absl::FormatTime("%Y-%m-%dT%H:%M:%E3SZ", Clock::Real().Now(), absl::UTCTimeZone());
  absl::StrAppend(&line, " ", AbslView(LevelName(level)), " ");
  AppendMessage(message, line);
  for (const LogField& field : fields) {
    absl::StrAppend(&line, " ", field.key(), "=");
    AppendValue(field.value(), line);
  }
  return line;
}

}  // namespace

void Log(LogLevel level, std::string_view message, std::initializer_list<LogField> fields) {
  if (!IsLogged(level)) return;
  std::string line = FormatRecord(level, message, fields);
  Output& output = GetOutput();
  MutexLock lock(output.mutex);
  if (output.sink) {
    output.sink(line);
    return;
  }
  line += '\n';
  std::fwrite(line.data(), 1, line.size(), stderr);
}

bool IsLogged(LogLevel level) {
  return level >= g_level.load(std::memory_order_relaxed) && level != LogLevel::kOff;
}

void SetLogLevel(LogLevel level) { g_level.store(level, std::memory_order_relaxed); }

bool ParseLogLevel(std::string_view name, LogLevel* level) {
  constexpr std::pair<std::string_view, LogLevel> kNames[] = {
      {"debug", LogLevel::kDebug}, {"info", LogLevel::kInfo}, {"warning", LogLevel::kWarning},
      {"error", LogLevel::kError}, {"off", LogLevel::kOff},
  };
  for (const auto& [known, value] : kNames) {
    if (known == name) {
      *level = value;
      return true;
    }
  }
  return false;
}

void SetLogSink(Sink sink) {
  Output& output = GetOutput();
  MutexLock lock(output.mutex);
  output.sink = std::move(sink);
}

}  // namespace yinzheng::base
