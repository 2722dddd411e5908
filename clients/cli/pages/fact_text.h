// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_PAGES_FACT_TEXT_H_
#define YINZHENG_CLIENTS_CLI_PAGES_FACT_TEXT_H_

#include <string>
#include <string_view>

#include "clients/cli/pages/labels.h"
#include "yinzheng/v1/fact.pb.h"
#include "yinzheng/v1/text.pb.h"

// What facts say, as plain text for people. Nothing here knows HTML.
namespace yinzheng::cli::pages {

// A value as printed, and what it was read as; `normal` is empty where that says no more.
struct ValueText {
  std::string printed;
  std::string normal;
};

v1::FactKind KindOf(const v1::Fact& fact);

// `quantity`, `date`, `rank`, `relation`, `attribute` or `quotation`: for classes and ids.
std::string_view KindWord(v1::FactKind kind);

ValueText ValueOf(const v1::Fact& fact, const Labels& labels);

// `2023-07~` -> `约2023年7月`, `2021/2025` -> `2021年至2025年`. EDTF that this does not know stays
// as it is.
std::string DateLine(std::string_view edtf, const Labels& labels);

}  // namespace yinzheng::cli::pages

#endif  // YINZHENG_CLIENTS_CLI_PAGES_FACT_TEXT_H_
