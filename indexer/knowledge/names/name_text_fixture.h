// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_NAMES_NAME_TEXT_FIXTURE_H_
#define YINZHENG_INDEXER_KNOWLEDGE_NAMES_NAME_TEXT_FIXTURE_H_

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "gtest/gtest.h"
#include "indexer/base/data_dir.h"
#include "indexer/base/file_system.h"
#include "indexer/knowledge/names/candidate_selection.h"
#include "indexer/knowledge/names/name_lexicon.h"
#include "indexer/knowledge/names/name_text.h"
#include "indexer/text/segmenter.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {

// For tests of recognisers: the installed dictionaries, loaded once for the binary.
class NameTextTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    if (shared_segmenter != nullptr) return;
    auto segmenter = text::Segmenter::Create();
    ASSERT_TRUE(segmenter.ok()) << segmenter.status();
    const absl::StatusOr<std::string> data = base::DataDir();
    ASSERT_TRUE(data.ok()) << data.status();
    auto lexicon = NameLexicon::Load(base::JoinPath(*data, "knowledge"));
    ASSERT_TRUE(lexicon.ok()) << lexicon.status();
    shared_segmenter = segmenter->release();  // live as long as the binary
    shared_lexicon = lexicon->release();
  }

  // The names that one recogniser finds and that survive selection: "TYPE 名字".
  static std::vector<std::string> Find(
      const std::function<void(const NameText&, NameCandidates&)>& finder, std::string_view utf8) {
    const std::u32string decoded = text::DecodeUtf8(utf8);
    const NameText name_text(decoded, shared_segmenter->Segment(decoded), *shared_lexicon);
    NameCandidates candidates;
    finder(name_text, candidates);
    std::vector<std::string> found;
    for (const NameCandidate& candidate : SelectCandidates(std::move(candidates))) {
      const std::string type = v1::EntityType_Name(candidate.type).substr(12);
      found.push_back(type + " " + text::EncodeUtf8(name_text.Slice(candidate.span)));
    }
    return found;
  }

  static inline const text::Segmenter* shared_segmenter = nullptr;
  static inline const NameLexicon* shared_lexicon = nullptr;
};

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_NAMES_NAME_TEXT_FIXTURE_H_
