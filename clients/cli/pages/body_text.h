// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_PAGES_BODY_TEXT_H_
#define YINZHENG_CLIENTS_CLI_PAGES_BODY_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

namespace yinzheng::cli::pages {

// A body addressed by code points, as the spans of the service count. Slices are views into the
// text given, which must outlive this; constant time each, after one pass over the text.
class BodyText {
 public:
  explicit BodyText(std::string_view text);

  int size() const { return static_cast<int>(starts_.size()) - 1; }
  // The part from `start` to before `end`; what lies outside of the text is cut off.
  std::string_view Slice(int start, int end) const;
  // One code point, as UTF-8.
  std::string_view At(int place) const { return Slice(place, place + 1); }

 private:
  std::string_view text_;
  std::vector<size_t> starts_;  // byte of each code point, and the end
};

}  // namespace yinzheng::cli::pages

#endif  // YINZHENG_CLIENTS_CLI_PAGES_BODY_TEXT_H_
