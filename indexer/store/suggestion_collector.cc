// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/suggestion_collector.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "indexer/store/name_key.h"
#include "indexer/store/terms.h"

namespace yinzheng::store {
namespace {

// A record and what it is ordered by beside its frequency.
struct Ranked {
  v1::SuggestionRecord record;
  int kind_rank = 0;
  std::string order;
};

v1::SuggestionRecord MakeRecord(std::string text, yinzheng::v1::SuggestionKind kind,
                                std::string resource, int count) {
  v1::SuggestionRecord record;
  record.set_text(std::move(text));
  record.set_kind(kind);
  record.set_resource(std::move(resource));
  record.set_count(count);
  return record;
}

std::vector<v1::SuggestionRecord> InOrder(std::vector<Ranked> ranked) {
  std::sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
    if (a.record.count() != b.record.count()) return a.record.count() > b.record.count();
    return std::tie(a.kind_rank, a.order, a.record.text(), a.record.resource()) <
           std::tie(b.kind_rank, b.order, b.record.text(), b.record.resource());
  });
  std::vector<v1::SuggestionRecord> records;
  records.reserve(ranked.size());
  for (Ranked& entry : ranked) records.push_back(std::move(entry.record));
  return records;
}

// The most frequent words that occur in two titles or more and are not there under another kind.
std::vector<std::pair<std::string, int>> FrequentWords(
    const std::map<std::string, int>& words, const absl::flat_hash_set<std::string>& known) {
  std::vector<std::pair<std::string, int>> frequent;
  for (const auto& [word, titles] : words) {
    if (titles > 1 && !known.contains(word)) frequent.emplace_back(word, titles);
  }
  std::stable_sort(frequent.begin(), frequent.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  if (frequent.size() > SuggestionCollector::kMaxWords) {
    frequent.resize(SuggestionCollector::kMaxWords);
  }
  return frequent;
}

}  // namespace

void SuggestionCollector::AddEntity(const yinzheng::v1::Entity& entity) {
  std::set<std::string> keys;
  const auto add = [&](const std::string& text, bool canonical) {
    const std::string key = NameKey(text);
    if (key.empty() || !keys.insert(key).second) return;
    Name& name = names_.emplace_back();
    name.record = MakeRecord(text, yinzheng::v1::SUGGESTION_KIND_ENTITY, entity.name(),
                             entity.mention_count());
    name.record.set_entity_type(entity.type());
    name.canonical = canonical;
  };
  add(entity.display_name(), /*canonical=*/true);
  for (const yinzheng::v1::EntityAlias& alias : entity.aliases()) {
    if (!alias.document_scoped()) add(alias.text(), /*canonical=*/false);
  }
}

void SuggestionCollector::AddArticle(const ArticleTerms& article) {
  const yinzheng::v1::Article& message = article.record.article();
  phrases_.AddArticle(article.phrase_runs);
  const std::set<std::string> words(article.title_words.begin(), article.title_words.end());
  for (const std::string& word : words) ++words_of_titles_[word];
  const std::string key = NameKey(message.title());
  if (key.empty()) return;
  Title& title = titles_[key];
  const std::string& day = message.published().earliest();
  if (++title.articles == 1 || std::tie(title.day, message.name()) < std::tie(day, title.article)) {
    title.text = message.title();
    title.article = message.name();
    title.day = day;
  }
}

std::vector<v1::SuggestionRecord> SuggestionCollector::Finish() {
  enum KindRank { kName, kPhrase, kTitle, kWord };
  std::vector<Ranked> ranked;
  absl::flat_hash_set<std::string> known;
  for (Name& name : names_) {
    known.insert(NameKey(name.record.text()));
    ranked.push_back({std::move(name.record), kName, name.canonical ? "" : "alias"});
  }
  for (auto& [key, title] : titles_) {
    known.insert(key);
    ranked.push_back({MakeRecord(std::move(title.text), yinzheng::v1::SUGGESTION_KIND_TITLE,
                                 std::move(title.article), title.articles),
                      kTitle, NewestFirstKey(title.day, "")});
  }
  for (Phrase& phrase : phrases_.Finish()) {
    if (!known.insert(NameKey(phrase.printed)).second) continue;
    ranked.push_back({MakeRecord(std::move(phrase.printed), yinzheng::v1::SUGGESTION_KIND_PHRASE,
                                 "", phrase.articles),
                      kPhrase, ""});
  }
  for (auto& [word, titles] : FrequentWords(words_of_titles_, known)) {
    ranked.push_back(
        {MakeRecord(word, yinzheng::v1::SUGGESTION_KIND_UNSPECIFIED, "", titles), kWord, ""});
  }
  return InOrder(std::move(ranked));
}

}  // namespace yinzheng::store
