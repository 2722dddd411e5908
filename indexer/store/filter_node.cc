// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/filter_node.h"

#include <array>

namespace yinzheng::store {
namespace {

constexpr std::array<std::string_view, 6> kKinds = {"QUANTITY", "DATE",      "RANK",
                                                    "RELATION", "ATTRIBUTE", "QUOTATION"};
constexpr std::array<std::string_view, 3> kModalities = {"ASSERTED", "PLANNED", "ESTIMATED"};
constexpr std::array<std::string_view, 3> kOrigins = {"EXTRACTED", "CURATED", "IMPORTED"};

}  // namespace

absl::Span<const FilterField> ArticleFilterFields() {
  static constexpr std::array<FilterField, 5> kFields = {{
      {"outlet"},
      {"author"},
      {"language"},
      {"published", FilterType::kDay},
      {"entity"},
  }};
  return kFields;
}

absl::Span<const FilterField> FactFilterFields() {
  static const std::array<FilterField, 14> kFields = {{
      {"subject"},
      {"property"},
      {"kind", FilterType::kEnum, "FACT_KIND_", kKinds},
      {"article"},
      {"speaker"},
      {"object"},
      {"amount", FilterType::kDecimal},
      {"unit"},
      {"time", FilterType::kDay},
      {"earliest", FilterType::kDay},
      {"latest", FilterType::kDay},
      {"modality", FilterType::kEnum, "MODALITY_", kModalities},
      {"origin", FilterType::kEnum, "FACT_ORIGIN_", kOrigins},
      {"confidence", FilterType::kDecimal},
  }};
  return kFields;
}

}  // namespace yinzheng::store
