// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/pack/knowledge_pack.h"

#include <algorithm>
#include <utility>

#include "indexer/base/status_macros.h"
#include "indexer/knowledge/pack/pack_builder.h"
#include "indexer/knowledge/pack/pack_file.h"
#include "indexer/text/fold.h"

namespace yinzheng::knowledge {
namespace {

constexpr int kCharacterBits = 32;

uint64_t StartKey(char32_t first, char32_t second) {
  return (uint64_t{first} << kCharacterBits) | second;
}

}  // namespace

absl::StatusOr<std::shared_ptr<const KnowledgePack>> KnowledgePack::Load(
    const base::FileSystem& files, const std::vector<std::string>& paths,
    const std::string& data_dir) {
  YZ_RETURN_IF_ERROR(text::LoadFolding());
  YZ_ASSIGN_OR_RETURN(const PropertyVocabulary vocabulary,
                      PropertyVocabulary::Load(base::JoinPath(data_dir, "knowledge")));
  PackErrors errors;
  YZ_ASSIGN_OR_RETURN(const std::vector<PackFile> packs, ReadPackFiles(files, paths, errors));
  PackContents contents = BuildPack(packs, vocabulary, errors);
  YZ_RETURN_IF_ERROR(errors.ToStatus());
  return std::make_shared<const KnowledgePack>(std::move(contents));
}

KnowledgePack::KnowledgePack(PackContents contents)
    : contents_(std::move(contents)), facts_(contents_.facts) {
  for (uint32_t i = 0; i < contents_.names.size(); ++i) {
    const std::u32string& text = contents_.names[i].text;
    by_text_.emplace(text, i);
    by_start_[StartKey(text[0], text[1])].push_back(i);
  }
  for (auto& [start, names] : by_start_) {
    std::sort(names.begin(), names.end(), [this](uint32_t a, uint32_t b) {
      return contents_.names[a].text.size() > contents_.names[b].text.size();
    });
  }
  for (uint32_t i = 0; i < contents_.relations.size(); ++i) {
    by_subject_[contents_.relations[i].subject].push_back(i);
  }
  for (uint32_t i = 0; i < contents_.fact_edits.size(); ++i) {
    edits_by_article_[contents_.fact_edits[i].article].push_back(i);
  }
}

absl::Span<const uint32_t> KnowledgePack::NamesStarting(char32_t first, char32_t second) const {
  const auto found = by_start_.find(StartKey(first, second));
  if (found == by_start_.end()) return {};
  return found->second;
}

const PackName* KnowledgePack::FindName(std::u32string_view text) const {
  const auto found = by_text_.find(text);
  return found == by_text_.end() ? nullptr : &contents_.names[found->second];
}

const PackAmendment* KnowledgePack::FindAmendment(std::u32string_view name,
                                                  v1::EntityType type) const {
  const auto found = contents_.amendments.find(name);
  if (found == contents_.amendments.end()) return nullptr;
  for (const PackAmendment& amendment : found->second) {
    const bool any = amendment.found_type == v1::ENTITY_TYPE_UNSPECIFIED;
    if (any || amendment.found_type == type) return &amendment;
  }
  return nullptr;
}

bool KnowledgePack::Suppresses(std::u32string_view name, v1::EntityType type) const {
  const auto found = contents_.suppressed.find(name);
  if (found == contents_.suppressed.end()) return false;
  const std::vector<v1::EntityType>& types = found->second;
  return types.empty() || std::find(types.begin(), types.end(), type) != types.end();
}

absl::Span<const uint32_t> KnowledgePack::RelationsOf(std::u32string_view name) const {
  const auto found = by_subject_.find(name);
  if (found == by_subject_.end()) return {};
  return found->second;
}

absl::Span<const uint32_t> KnowledgePack::EditsOf(const std::string& article) const {
  const auto found = edits_by_article_.find(article);
  if (found == edits_by_article_.end()) return {};
  return found->second;
}

}  // namespace yinzheng::knowledge
