// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/document_writer.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/article_words.h"
#include "indexer/store/document_cache.h"
#include "indexer/store/schema.h"
#include "indexer/store/shard_layout.h"
#include "indexer/store/terms.h"

namespace yinzheng::store {
namespace {

using Change = ArticleDocuments::Change;

std::function<void(Xapian::Document&)> SetGroup(uint32_t group) {
  return [group](Xapian::Document& document) {
    document.add_value(slot::kReprintGroup, BigEndian(group));
  };
}

}  // namespace

DocumentWriter::DocumentWriter(const text::Analyzer& analyzer, const text::PinyinReader& pinyin,
                               size_t shards)
    : analyzer_(analyzer), pinyin_(pinyin), shards_(shards) {
  targets_.push_back({std::string(kArticlesDirectory), ""});
  for (size_t i = 0; i < shards_; ++i) {
    targets_.push_back({PassagesDirectory(i, shards_), PassagesLabel(i, shards_)});
  }
  targets_.push_back({std::string(kEntitiesDirectory), ""});
  for (size_t i = 0; i < shards_; ++i) {
    targets_.push_back({FactsDirectory(i, shards_), FactsLabel(i, shards_)});
  }
}

std::vector<std::string> DocumentWriter::Directories() const {
  std::vector<std::string> directories;
  for (const Target& target : targets_) directories.push_back(target.directory);
  return directories;
}

size_t DocumentWriter::ShardsAt(size_t place) const {
  return place == 0 || place == 1 + shards_ ? 1 : shards_;
}

void DocumentWriter::Begin(const std::string& work, bool keep) {
  keep_ = keep;
  const auto terms = keep ? DatabaseBuilder::Terms::kKept : DatabaseBuilder::Terms::kDropped;
  builders_.clear();
  for (size_t i = 0; i < targets_.size(); ++i) {
    builders_.push_back(std::make_unique<DatabaseBuilder>(
        base::JoinPath(work, targets_[i].directory), terms, ShardsAt(i)));
  }
}

absl::Status DocumentWriter::TakeUp(base::FileSystem& files, const std::string& cache,
                                    std::string_view key, const std::string& work) {
  YZ_ASSIGN_OR_RETURN(v1::DocumentCache table, CopyDocumentCache(files, cache, key, work));
  if (table.trained_size() != static_cast<int>(targets_.size())) {
    return absl::DataLossError(absl::StrCat("the table in ", cache, " is incomplete"));
  }
  const auto open = [&](size_t i) {
    return std::make_unique<DatabaseBuilder>(base::JoinPath(work, targets_[i].directory),
                                             ShardsAt(i));
  };
  for (size_t i = 0; i < targets_.size(); ++i) {
    if (!open(i)->IsWorn(table.trained(static_cast<int>(i)))) continue;
    return absl::FailedPreconditionError(absl::StrCat(
        targets_[i].directory, " has outgrown the documents kept; they are made anew"));
  }
  // Those of Begin go first: many shards would take twice as many open files.
  builders_.clear();
  std::vector<std::unique_ptr<DatabaseBuilder>> builders;
  for (size_t i = 0; i < targets_.size(); ++i) builders.push_back(open(i));
  *next_.mutable_trained() = table.trained();
  keep_ = true;
  builders_ = std::move(builders);
  last_ = std::move(table);
  Index();
  return absl::OkStatus();
}

void DocumentWriter::Index() {
  for (const v1::CachedArticle& article : last_.articles()) {
    last_articles_[article.name()] = &article;
  }
  for (const v1::CachedDocument& entity : last_.entities()) last_entities_[entity.name()] = &entity;
  for (const v1::CachedDocument& fact : last_.facts()) last_facts_[fact.name()] = &fact;
}

absl::StatusOr<ArticleDocuments> DocumentWriter::Prepare(v1::ArticleRecord record) const {
  ArticleDocuments article;
  article.bytes = SerializeDeterministically(record);
  if (!keep_) {
    YZ_ASSIGN_OR_RETURN(article.terms, AnalyzeArticle(analyzer_, std::move(record)));
    return article;
  }
  ContentKeys keys = KeysOf(record, article.bytes);
  article.entry.set_name(record.article().name());
  article.entry.set_terms_key(std::move(keys.terms));
  article.entry.set_data_key(std::move(keys.data));
  const auto before = last_articles_.find(record.article().name());
  if (before != last_articles_.end()) article.before = before->second;
  if (article.before == nullptr || article.before->terms_key() != article.entry.terms_key()) {
    YZ_ASSIGN_OR_RETURN(article.terms, AnalyzeArticle(analyzer_, std::move(record)));
    YZ_ASSIGN_OR_RETURN(*article.entry.mutable_words(), PackWords(article.terms));
    return article;
  }
  if (article.before->data_key() == article.entry.data_key()) {
    article.change = Change::kNothing;
    article.terms.record = std::move(record);
  } else {
    article.change = Change::kData;
    YZ_ASSIGN_OR_RETURN(article.terms, LayOutArticle(std::move(record)));
  }
  article.entry.set_words(article.before->words());
  YZ_RETURN_IF_ERROR(UnpackWords(article.entry.words(), article.terms));
  return article;
}

// The docid of the first article of a group stands for the group.
uint32_t DocumentWriter::GroupNumber(const v1::ArticleRecord& record, uint32_t number) {
  const std::string& group = record.reprint_group();
  return group.empty() ? number : groups_.try_emplace(group, number).first->second;
}

void DocumentWriter::SeeDay(const v1::ArticleRecord& record) {
  const std::string& day = record.article().published().earliest();
  if (day.empty() || record.passages().empty()) return;
  if (first_day_.empty() || day < first_day_) first_day_ = day;
  if (day > last_day_) last_day_ = day;
}

// Each shard names the days of all, so that any of them will do to ask.
void DocumentWriter::NoteDays() {
  for (size_t i = 0; i < shards_; ++i) {
    passages(i).SetMetadata(metadata::kFirstDay, first_day_);
    passages(i).SetMetadata(metadata::kLastDay, last_day_);
  }
}

absl::Status DocumentWriter::AddArticle(ArticleDocuments article) {
  SeeDay(article.terms.record);
  v1::CachedArticle entry = std::move(article.entry);
  if (article.before == nullptr) {
    YZ_ASSIGN_OR_RETURN(const Xapian::docid number, articles().Add(ArticleDocument(article.terms)));
    entry.set_document(number);
  } else {
    entry.set_document(article.before->document());
    *entry.mutable_passages() = article.before->passages();
    if (article.change == Change::kEverything) {
      YZ_RETURN_IF_ERROR(articles().Replace(entry.document(), ArticleDocument(article.terms)));
    } else if (article.change == Change::kData) {
      YZ_RETURN_IF_ERROR(articles().ReplaceData(entry.document(), article.terms.data));
    }
  }
  const v1::ArticleRecord& record = article.terms.record;
  entry.set_group(GroupNumber(record, entry.document()));
  entry.set_shard(static_cast<uint32_t>(
      PassageShard(record.article().name(), record.reprint_group(), shards_)));
  if (article.change == Change::kEverything) {
    YZ_RETURN_IF_ERROR(ReplacePassages(article, entry));
  } else if (article.change == Change::kData) {
    YZ_RETURN_IF_ERROR(RefreshPassages(article, entry));
  } else if (article.before->group() != entry.group()) {
    RegroupPassages(entry);
  }
  if (keep_) *next_.add_articles() = std::move(entry);
  return absl::OkStatus();
}

// An article's passages are known by the order of their docids: those that were there keep theirs,
// further ones come after them.
absl::Status DocumentWriter::ReplacePassages(const ArticleDocuments& article,
                                             v1::CachedArticle& entry) {
  const PassageNumbers numbers = {entry.document(), entry.group()};
  DatabaseBuilder& passages = this->passages(entry.shard());
  // Another group of reprints may stand in another shard. The group is part of what the terms were
  // made of, so that everything is written then.
  if (article.before != nullptr && article.before->shard() != entry.shard()) {
    RemovePassages(*article.before);
    entry.clear_passages();
  }
  const auto count = static_cast<int>(article.terms.passages.size());
  for (int i = 0; i < count; ++i) {
    Xapian::Document document = PassageDocument(article.terms, static_cast<size_t>(i), numbers);
    if (i < entry.passages_size()) {
      YZ_RETURN_IF_ERROR(passages.Replace(entry.passages(i), std::move(document)));
      continue;
    }
    YZ_ASSIGN_OR_RETURN(const Xapian::docid number, passages.Add(std::move(document)));
    entry.add_passages(number);
  }
  for (int i = count; i < entry.passages_size(); ++i) passages.Remove(entry.passages(i));
  entry.mutable_passages()->Truncate(std::min(count, entry.passages_size()));
  return absl::OkStatus();
}

absl::Status DocumentWriter::RefreshPassages(const ArticleDocuments& article,
                                             const v1::CachedArticle& entry) {
  const bool regroup = article.before->group() != entry.group();
  for (int i = 0; i < entry.passages_size(); ++i) {
    const v1::PassageRecord& record = article.terms.passages[static_cast<size_t>(i)].record;
    YZ_RETURN_IF_ERROR(passages(entry.shard())
                           .ReplaceData(entry.passages(i), SerializeDeterministically(record),
                                        regroup ? SetGroup(entry.group()) : nullptr));
  }
  return absl::OkStatus();
}

void DocumentWriter::RemovePassages(const v1::CachedArticle& entry) {
  for (const uint32_t passage : entry.passages()) passages(entry.shard()).Remove(passage);
}

void DocumentWriter::RegroupPassages(const v1::CachedArticle& entry) {
  for (const uint32_t passage : entry.passages()) {
    passages(entry.shard()).ChangeValues(passage, SetGroup(entry.group()));
  }
}

absl::Status DocumentWriter::AddEntity(const yinzheng::v1::Entity& entity,
                                       const std::string& data) {
  KnownEntity& known = known_[std::string(IdPart(entity.name()))];
  for (const yinzheng::v1::EntityAlias& alias : entity.aliases()) {
    if (!alias.document_scoped()) known.names.push_back(alias.text());
  }
  if (!keep_) return entities().Add(EntityDocument(entity, pinyin_)).status();
  known.key = KeyOfNames(known.names);
  ContentKeys keys = KeysOf(entity, data);
  v1::CachedDocument entry;
  const auto before = last_entities_.extract(entity.name());
  if (before.empty()) {
    YZ_ASSIGN_OR_RETURN(const Xapian::docid number,
                        entities().Add(EntityDocument(entity, pinyin_)));
    entry.set_document(number);
  } else {
    const v1::CachedDocument& last = *before.mapped();
    entry.set_document(last.document());
    if (last.terms_key() != keys.terms) {
      YZ_RETURN_IF_ERROR(entities().Replace(last.document(), EntityDocument(entity, pinyin_)));
    } else if (last.data_key() != keys.data) {
      YZ_RETURN_IF_ERROR(entities().ReplaceData(last.document(), data));
    }
  }
  entry.set_name(entity.name());
  entry.set_terms_key(std::move(keys.terms));
  entry.set_data_key(std::move(keys.data));
  *next_.add_entities() = std::move(entry);
  return absl::OkStatus();
}

absl::Status DocumentWriter::AddFact(const yinzheng::v1::Fact& fact, const std::string& data) {
  const size_t shard = FactShard(fact, shards_);
  if (!keep_) return facts(shard).Add(FactDocument(fact, analyzer_, known_)).status();
  v1::CachedDocument entry;
  entry.set_name(fact.name());
  entry.set_data_key(DataKeyOf(fact, known_, data));
  entry.set_shard(static_cast<uint32_t>(shard));
  const auto before = last_facts_.extract(fact.name());
  const v1::CachedDocument* last = before.empty() ? nullptr : before.mapped();
  if (last != nullptr && last->data_key() == entry.data_key()) {
    *next_.add_facts() = *last;
    return absl::OkStatus();
  }
  entry.set_terms_key(TermsKeyOf(fact, known_));
  // Another article proves it first.
  if (last != nullptr && last->shard() != shard) {
    facts(last->shard()).Remove(last->document());
    last = nullptr;
  }
  if (last == nullptr) {
    YZ_ASSIGN_OR_RETURN(const Xapian::docid number,
                        facts(shard).Add(FactDocument(fact, analyzer_, known_)));
    entry.set_document(number);
  } else {
    entry.set_document(last->document());
    if (last->terms_key() == entry.terms_key()) {
      YZ_RETURN_IF_ERROR(facts(shard).ReplaceData(last->document(), data));
    } else {
      YZ_RETURN_IF_ERROR(
          facts(shard).Replace(last->document(), FactDocument(fact, analyzer_, known_)));
    }
  }
  *next_.add_facts() = std::move(entry);
  return absl::OkStatus();
}

void DocumentWriter::RemoveOthers() {
  for (const v1::CachedArticle& article : next_.articles()) last_articles_.erase(article.name());
  for (const auto& [name, article] : last_articles_) {
    articles().Remove(article->document());
    RemovePassages(*article);
  }
  for (const auto& [name, entity] : last_entities_) entities().Remove(entity->document());
  for (const auto& [name, fact] : last_facts_) facts(fact->shard()).Remove(fact->document());
}

absl::Status DocumentWriter::Keep(base::FileSystem& files, const std::string& work,
                                  std::string_view key, const std::string& cache) {
  if (next_.trained().empty()) {
    for (const auto& builder : builders_) next_.add_trained(builder->trained());
  }
  return MoveToDocumentCache(files, {work, Directories()}, key, std::move(next_), cache);
}

}  // namespace yinzheng::store
