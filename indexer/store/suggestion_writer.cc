// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/suggestion_writer.h"

#include <vector>

#include "indexer/base/status_macros.h"
#include "indexer/store/schema.h"
#include "indexer/store/suggestion_documents.h"
#include "indexer/store/xapian_status.h"
#include "yinzheng/store/v1/records.pb.h"

namespace yinzheng::store {

SuggestionWriter::~SuggestionWriter() {
  if (thread_.joinable()) thread_.join();
}

void SuggestionWriter::Begin(const std::string& path) {
  documents_ = std::make_unique<DatabaseBuilder>(path, DatabaseBuilder::Terms::kDropped);
}

void SuggestionWriter::StartWriting() {
  thread_ = std::thread([this] { written_ = WriteAll(); });
  started_ = true;
}

absl::Status SuggestionWriter::Write() {
  if (!started_) return WriteAll();
  thread_.join();
  return written_;
}

// In the order of their frequency, so that the first documents of any term are the best ones.
absl::Status SuggestionWriter::WriteAll() {
  return CatchXapian("write suggestions", [&]() -> absl::Status {
    const std::vector<v1::SuggestionRecord> records = collector_.Finish();
    for (const v1::SuggestionRecord& record : records) {
      YZ_RETURN_IF_ERROR(documents_->Add(SuggestionDocument(record, pinyin_)).status());
    }
    for (const auto& [word, count] : SpellingWords(records, pinyin_)) {
      documents_->AddSpelling(word, count);
    }
    documents_->SetMetadata(metadata::kPinyin, text::PinyinTable::Default().fingerprint());
    return absl::OkStatus();
  });
}

}  // namespace yinzheng::store
