// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CPP_TEXT_SLICE_H_
#define YINZHENG_CLIENTS_CPP_TEXT_SLICE_H_

#include <string>
#include <string_view>

#include "yinzheng/v1/text.pb.h"

namespace yinzheng::client {

// The part of UTF-8 `text` that `span` covers. Spans of the service count code points, strings of
// C++ count bytes: never use a span's numbers as indexes of a std::string. A span that reaches past
// the end is cut there. Linear in span.end().
std::string_view Slice(std::string_view text, const v1::TextSpan& span);

}  // namespace yinzheng::client

#endif  // YINZHENG_CLIENTS_CPP_TEXT_SLICE_H_
