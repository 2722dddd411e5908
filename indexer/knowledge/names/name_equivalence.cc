// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/names/name_equivalence.h"

#include <algorithm>
#include <array>
#include <string>

namespace yinzheng::knowledge {
namespace {

constexpr std::array<std::u32string_view, 12> kRanks = {
    U"特别行政区", U"自治区", U"自治州", U"自治县", U"省",   U"市",
    U"区",         U"县",     U"州",     U"旗",     U"地区", U"区域"};

bool IsPlace(const EstablishedName& name) { return name.type == v1::ENTITY_TYPE_PLACE; }

// Joins `shorter` to `longer` with the longer as the full name, unless the dictionaries rank them.
void JoinPlace(DocumentNames& names, size_t with_rank, size_t without_rank) {
  // The bare name is the one that articles use: 北京 is the name, 北京市 the variant.
  names.Join(with_rank, without_rank, v1::ALIAS_KIND_VARIANT);
}

void JoinRanks(DocumentNames& names) {
  for (size_t i = 0; i < names.size(); ++i) {
    if (!IsPlace(names[i])) continue;
    const std::u32string_view name = names[i].text;
    for (const std::u32string_view rank : kRanks) {
      if (name.size() < rank.size() + 2 || name.substr(name.size() - rank.size()) != rank) continue;
      const size_t bare = names.Find(name.substr(0, name.size() - rank.size()));
      if (bare < names.size() && IsPlace(names[bare])) JoinPlace(names, i, bare);
    }
  }
}

}  // namespace

std::u32string IdentityOf(const NameLexicon& lexicon, std::u32string_view name) {
  const KnownName* const known = lexicon.FindKnown(name);
  if (known != nullptr && !known->ambiguous) return known->canonical;
  const std::u32string_view technology = lexicon.TechnologyOf(name);
  if (!technology.empty()) return std::u32string(technology);
  // 中国—非洲博览会 and 中国－非洲博览会 differ by their printers only.
  std::u32string identity(name);
  std::replace(identity.begin(), identity.end(), U'—', U'-');
  return identity;
}

void JoinEquivalentNames(const NameText& text, DocumentNames& names) {
  Utf32Map<size_t> by_identity;
  for (size_t i = 0; i < names.size(); ++i) {
    const std::u32string identity = IdentityOf(text.lexicon(), names[i].text);
    const size_t canonical = names.Find(identity);
    const size_t first = canonical < names.size() ? canonical : i;
    const auto [entry, added] = by_identity.try_emplace(identity, first);
    if (entry->second != i) names.Join(i, entry->second, v1::ALIAS_KIND_ABBREVIATION);
  }
  JoinRanks(names);
}

}  // namespace yinzheng::knowledge
