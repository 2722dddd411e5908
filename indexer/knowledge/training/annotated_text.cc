// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/training/annotated_text.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "indexer/text/unicode.h"
#include "nlohmann/json.hpp"

namespace yinzheng::knowledge {
namespace {

constexpr size_t kSpeakerSize = 11;  // BAC009S0724|W0121
constexpr int kNearest = 2;          // how far apart the numbers of neighbours may be

std::optional<NameClass> ClassOfBracket(char32_t bracket) {
  switch (bracket) {
    case U'[':
    case U']':
      return NameClass::kPerson;
    case U'(':
    case U')':
      return NameClass::kPlace;
    case U'<':
    case U'>':
      return NameClass::kOrganization;
    default:
      return std::nullopt;
  }
}

bool IsOpening(char32_t c) { return c == U'[' || c == U'(' || c == U'<'; }

absl::Status AppendClause(std::u32string_view marked, AnnotatedText& out) {
  bool open = false;
  uint32_t begin = 0;
  for (const char32_t c : marked) {
    const std::optional<NameClass> name_class = ClassOfBracket(c);
    const auto position = static_cast<uint32_t>(out.text.size());
    if (!name_class) {
      out.text.push_back(c);
    } else if (IsOpening(c)) {
      if (open) return absl::InvalidArgumentError("a name opens inside a name");
      begin = position;
      open = true;
    } else {
      if (!open) return absl::InvalidArgumentError("a name closes that never opened");
      if (begin < position) out.names.push_back({{begin, position}, *name_class});
      open = false;
    }
  }
  return open ? absl::InvalidArgumentError("a name is not closed") : absl::OkStatus();
}

// The lines of a file, without their ends.
std::vector<std::string_view> LinesOf(std::string_view contents) {
  std::vector<std::string_view> lines;
  while (!contents.empty()) {
    const size_t end = std::min(contents.find('\n'), contents.size());
    std::string_view line = contents.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    contents.remove_prefix(std::min(end + 1, contents.size()));
  }
  return lines;
}

struct ClauseId {
  std::string speaker;
  int number = 0;
};

ClauseId IdOf(std::string_view id) {
  ClauseId out;
  out.speaker = std::string(id.substr(0, kSpeakerSize));
  if (id.size() > kSpeakerSize + 1 &&
      !absl::SimpleAtoi(std::string(id.substr(kSpeakerSize + 1)), &out.number)) {
    out.number = -kNearest;
  }
  return out;
}

bool AreNeighbours(const ClauseId& a, const ClauseId& b) {
  return a.speaker == b.speaker && b.number > a.number && b.number - a.number <= kNearest;
}

std::optional<NameClass> ClassNamed(std::string_view name) {
  if (name.starts_with("PER")) return NameClass::kPerson;
  if (name.starts_with("LOC")) return NameClass::kPlace;
  if (name.starts_with("ORG")) return NameClass::kOrganization;
  return std::nullopt;
}

// Of B-PER, I-LOC and so on; nothing for O and classes that are not ours.
std::optional<NameClass> ClassOfLabel(std::string_view label) {
  return label.size() < 5 ? std::nullopt : ClassNamed(label.substr(2));
}

absl::Status AddToken(std::u32string_view token, std::string_view label, size_t& cursor,
                      AnnotatedText& out) {
  const size_t at = out.text.find(token, cursor);
  if (at == std::u32string::npos) return absl::InvalidArgumentError("a token not in its text");
  const text::Span span{static_cast<uint32_t>(at), static_cast<uint32_t>(at + token.size())};
  const bool spaced = at > cursor;
  cursor = span.end;
  const std::optional<NameClass> name_class = ClassOfLabel(label);
  if (!name_class) return absl::OkStatus();
  const bool goes_on = label[0] == 'I' && !out.names.empty() &&
                       out.names.back().name_class == *name_class &&
                       (out.names.back().span.end == span.begin || spaced);
  if (goes_on) {
    out.names.back().span.end = span.end;
  } else {
    out.names.push_back({span, *name_class});
  }
  return absl::OkStatus();
}

using Json = nlohmann::json;

std::optional<AnnotatedText> TextOf(const Json& object) {
  if (!object.is_object() || !object.contains("text") || !object["text"].is_string()) {
    return std::nullopt;
  }
  AnnotatedText out{text::DecodeUtf8(object["text"].get<std::string>()), {}};
  const auto entities = object.find("entities");
  if (entities == object.end() || !entities->is_array()) return std::nullopt;
  for (const Json& entity : *entities) {
    if (!entity.is_object()) return std::nullopt;
    const std::optional<NameClass> name_class = ClassNamed(entity.value("type", ""));
    const text::Span span{entity.value("start", 0U), entity.value("end", 0U)};
    if (span.end > out.text.size() || span.begin >= span.end) return std::nullopt;
    if (name_class) out.names.push_back({span, *name_class});
  }
  return out;
}

}  // namespace

absl::StatusOr<std::vector<AnnotatedText>> ReadJsonLines(std::string_view contents, size_t lines) {
  std::vector<AnnotatedText> texts;
  for (const std::string_view line : LinesOf(contents)) {
    if (texts.size() == lines) break;
    const Json object = Json::parse(line, /*cb=*/nullptr, /*allow_exceptions=*/false);
    std::optional<AnnotatedText> text = TextOf(object);
    if (!text) {
      return absl::InvalidArgumentError(
          absl::StrCat("line ", texts.size() + 1, ": no annotated text"));
    }
    texts.push_back(*std::move(text));
  }
  return texts;
}

absl::StatusOr<std::vector<AnnotatedText>> ReadTranscripts(std::string_view contents,
                                                           size_t clauses) {
  std::vector<AnnotatedText> texts;
  ClauseId previous;
  size_t joined = 0;
  int number = 0;
  for (const std::string_view line : LinesOf(contents)) {
    ++number;
    const size_t space = line.find(' ');
    if (space == std::string_view::npos) continue;
    const ClauseId id = IdOf(line.substr(0, space));
    if (joined == 0 || joined >= clauses || !AreNeighbours(previous, id)) {
      texts.emplace_back();
      joined = 0;
    } else {
      texts.back().text.back() = U'，';
    }
    const absl::Status read = AppendClause(text::DecodeUtf8(line.substr(space + 1)), texts.back());
    if (!read.ok()) {
      return absl::InvalidArgumentError(absl::StrCat("line ", number, ": ", read.message()));
    }
    texts.back().text.push_back(U'。');
    previous = id;
    ++joined;
  }
  return texts;
}

absl::StatusOr<std::vector<AnnotatedText>> ReadTokenSentences(std::string_view contents) {
  constexpr std::string_view kText = "# text = ";
  std::vector<AnnotatedText> texts;
  size_t cursor = 0;
  int number = 0;
  for (const std::string_view line : LinesOf(contents)) {
    ++number;
    if (line.starts_with(kText)) {
      texts.push_back({text::DecodeUtf8(line.substr(kText.size())), {}});
      cursor = 0;
      continue;
    }
    if (line.empty() || line[0] == '#' || texts.empty()) continue;
    const std::vector<std::string> cells = absl::StrSplit(std::string(line), '\t');
    if (cells.size() < 3) continue;
    const absl::Status added = AddToken(text::DecodeUtf8(cells[1]), cells[2], cursor, texts.back());
    if (!added.ok()) {
      return absl::InvalidArgumentError(absl::StrCat("line ", number, ": ", added.message()));
    }
  }
  return texts;
}

}  // namespace yinzheng::knowledge
