// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/suggestion_reader.h"

#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "indexer/base/status_macros.h"
#include "indexer/store/database_pool.h"
#include "indexer/store/document_lookup.h"
#include "indexer/store/name_key.h"
#include "indexer/store/posting_union.h"
#include "indexer/store/suggestion_documents.h"
#include "indexer/store/suggestion_terms.h"
#include "indexer/store/xapian_status.h"
#include "indexer/text/unicode.h"

namespace yinzheng::store {
namespace {

using text::TypedFit;
using text::TypedMatch;

// Names compared for one way of matching: those that an indexed beginning admits and the rest of
// what was typed refutes are few, but for beginnings that very many names share.
constexpr int kMaxCompared = 2000;

std::vector<std::string> TermsOf(BeginningKind kind, const std::vector<std::string>& beginnings) {
  std::set<std::string> terms;
  for (const std::string& beginning : beginnings) {
    if (auto term = BeginningTerm(kind, beginning)) terms.insert(*std::move(term));
  }
  return {terms.begin(), terms.end()};
}

// One completion. May throw what Xapian throws.
class Completion {
 public:
  Completion(const Xapian::Database& suggestions, const text::TypedName& typed,
             const text::PinyinReader& reader, size_t limit)
      : suggestions_(suggestions),
        typed_(typed),
        key_(text::EncodeUtf8(typed.key())),
        reader_(reader),
        limit_(limit) {}

  absl::StatusOr<std::vector<FoundSuggestion>> Run() {
    YZ_RETURN_IF_ERROR(Find(TermsOf(BeginningKind::kKey, {key_}), TypedFit::kExact));
    if (!typed_.MayBePinyin()) return std::move(found_);
    const std::vector<std::string> spellings =
        TermsOf(BeginningKind::kSpelling, typed_.AsSpellings());
    const std::vector<std::string> all_initials = typed_.AsInitials();
    YZ_RETURN_IF_ERROR(Find(spellings, TypedFit::kPinyin));
    std::vector<std::string> initials = TermsOf(BeginningKind::kInitials, all_initials);
    if (!all_initials.empty()) {
      YZ_RETURN_IF_ERROR(
          Find(TermsOf(BeginningKind::kInitials, {all_initials.front()}), TypedFit::kInitials));
    }
    initials.insert(initials.end(), spellings.begin(), spellings.end());
    YZ_RETURN_IF_ERROR(Find(initials, TypedFit::kMixed));
    return std::move(found_);
  }

 private:
  // Adds those of the documents with any of `terms` that match in the way wanted.
  absl::Status Find(const std::vector<std::string>& terms, TypedFit wanted) {
    PostingUnion candidates(suggestions_, terms);
    PostingUnion beginning(suggestions_, BeginningWithHan());
    int compared = 0;
    for (Xapian::docid id = candidates.Next(); id != 0; id = candidates.Next()) {
      if (found_.size() >= limit_ || ++compared > kMaxCompared) break;
      if (!typed_.LeadingHan().empty()) {
        const Xapian::docid next = beginning.SkipTo(id);
        if (next == 0) break;
        if (next != id) continue;
      }
      if (documents_.contains(id)) continue;
      YZ_ASSIGN_OR_RETURN(auto record,
                          ParseDocument<v1::SuggestionRecord>(suggestions_.get_document(id)));
      const TypedMatch match = Compare(record, wanted);
      if (match.fit == wanted) Add(id, std::move(record), match);
    }
    return absl::OkStatus();
  }

  std::vector<std::string> BeginningWithHan() const {
    return TermsOf(BeginningKind::kKey, {text::EncodeUtf8(typed_.LeadingHan())});
  }

  TypedMatch Compare(const v1::SuggestionRecord& record, TypedFit wanted) const {
    if (wanted != TypedFit::kExact) return typed_.MatchBeginning(ReadSuggestion(record, reader_));
    const bool begins = NameKey(record.text()).compare(0, key_.size(), key_) == 0;
    return {begins ? TypedFit::kExact : TypedFit::kNone, typed_.key().size()};
  }

  void Add(Xapian::docid id, v1::SuggestionRecord record, const TypedMatch& match) {
    documents_.insert(id);
    const bool is_entity = record.kind() == yinzheng::v1::SUGGESTION_KIND_ENTITY;
    if (is_entity && !entities_.insert(record.resource()).second) return;
    if (!texts_.emplace(record.kind(), record.text()).second) return;
    FoundSuggestion& found = found_.emplace_back();
    found.matched = NameKeySource(record.text(), match.characters);
    found.fit = match.fit;
    found.record = std::move(record);
  }

  const Xapian::Database& suggestions_;
  const text::TypedName& typed_;
  const std::string key_;
  const text::PinyinReader& reader_;
  const size_t limit_;
  std::vector<FoundSuggestion> found_;
  std::set<Xapian::docid> documents_;
  std::set<std::string> entities_;
  std::set<std::tuple<int, std::string>> texts_;
};

}  // namespace

absl::StatusOr<std::vector<FoundSuggestion>> SuggestionReader::Complete(
    const text::TypedName& typed, const text::PinyinReader& reader, size_t limit) const {
  if (typed.key().empty() || limit == 0) return std::vector<FoundSuggestion>();
  YZ_ASSIGN_OR_RETURN(const DatabasePool::Lease lease, pool_.Acquire());
  return CatchXapian("complete a text",
                     [&] { return Completion(lease->suggestions, typed, reader, limit).Run(); });
}

}  // namespace yinzheng::store
