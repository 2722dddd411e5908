// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_STYLE_H_
#define YINZHENG_CLIENTS_CLI_STYLE_H_

#include <string>
#include <string_view>

#include "google/protobuf/repeated_field.h"
#include "yinzheng/v1/text.pb.h"

namespace yinzheng::cli {

// Colours and links of text output. Both are off unless standard output is a terminal that
// understands them; colours also where NO_COLOR is set. Without colours, matches are marked by
// *asterisks*.
class Style {
 public:
  explicit Style(bool colours, bool links = false) : colours_(colours), links_(links) {}
  // `links`: whether the user wants any.
  static Style ForStandardOutput(bool links);

  std::string Heading(const std::string& text) const;  // titles and names
  std::string Match(const std::string& text) const;    // what matched a query
  std::string Dim(const std::string& text) const;      // ids, places
  std::string Warn(const std::string& text) const;     // conflicts, contradictions

  // `text` as a link that terminals open (OSC 8). Plain text where `uri` is no address of the web,
  // or longer than terminals take.
  std::string Link(const std::string& text, const std::string& uri) const;

  // `text` with the parts in `spans` marked as matches. `text` starts at code point `offset` of the
  // body that the spans count from. Hard line breaks are unwrapped.
  std::string Highlight(const std::string& text, int offset,
                        const google::protobuf::RepeatedPtrField<v1::TextSpan>& spans) const;

 private:
  std::string Wrap(const std::string& code, const std::string& text) const;

  bool colours_;
  bool links_;
};

// `text` in one line: line breaks of the article are dropped between Chinese characters.
std::string Unwrap(const std::string& text);

}  // namespace yinzheng::cli

#endif  // YINZHENG_CLIENTS_CLI_STYLE_H_
