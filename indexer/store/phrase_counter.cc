// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/phrase_counter.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "indexer/text/unicode.h"

namespace yinzheng::store {
namespace {

// FNV-1a: the same on every machine and in every run, unlike absl::Hash.
uint64_t DigestOf(std::string_view key) {
  uint64_t digest = 14695981039346656037U;
  for (const char byte : key) {
    digest = (digest ^ static_cast<unsigned char>(byte)) * 1099511628211U;
  }
  return digest;
}

}  // namespace

void PhraseCounter::AddArticle(const std::vector<PhraseRun>& runs) {
  ++article_;
  for (const PhraseRun& run : runs) {
    Count& count = counts_[DigestOf(run.key)];
    if (count.last_article == article_) continue;
    count.last_article = article_;
    if (++count.articles != 2) continue;
    count.text = static_cast<uint32_t>(texts_.size());
    texts_.push_back(run);
  }
  if (counts_.size() > max_kept_) ForgetRare();
}

void PhraseCounter::ForgetRare() {
  // Half of them at least, so that this stays rare itself.
  for (uint32_t rare = 1; counts_.size() > max_kept_ / 2; ++rare) {
    absl::erase_if(counts_, [&](const auto& entry) { return entry.second.articles <= rare; });
  }
  std::vector<PhraseRun> kept;
  for (auto& [digest, count] : counts_) {
    if (count.articles < 2) continue;
    kept.push_back(std::move(texts_[count.text]));
    count.text = static_cast<uint32_t>(kept.size() - 1);
  }
  texts_ = std::move(kept);
}

int PhraseCounter::CountOf(const std::string& key) const {
  const auto found = counts_.find(DigestOf(key));
  return found == counts_.end() ? 0 : static_cast<int>(found->second.articles);
}

std::vector<Phrase> PhraseCounter::Finish() {
  std::vector<Phrase> phrases;
  absl::flat_hash_set<std::string> parts;
  for (const PhraseRun& run : texts_) {
    const int articles = CountOf(run.key);
    if (articles < kMinArticles) continue;
    const std::u32string key = text::DecodeUtf8(run.key);
    const std::u32string_view view = key;
    for (size_t begin = 0; begin + kMinPhrase <= view.size(); ++begin) {
      for (size_t size = kMinPhrase; begin + size <= view.size(); ++size) {
        if (size == view.size()) continue;
        std::string part = text::EncodeUtf8(view.substr(begin, size));
        const int all = CountOf(part);
        if (all > 0 && articles * 10 >= all * 9) parts.insert(std::move(part));
      }
    }
    if (key.size() <= kMaxPhrase) phrases.push_back({run.key, run.printed, articles});
  }
  phrases.erase(std::remove_if(phrases.begin(), phrases.end(),
                               [&](const Phrase& phrase) { return parts.contains(phrase.key); }),
                phrases.end());
  std::sort(phrases.begin(), phrases.end(), [](const Phrase& a, const Phrase& b) {
    return std::tie(b.articles, a.key) < std::tie(a.articles, b.key);
  });
  if (phrases.size() > kMaxPhrases) phrases.resize(kMaxPhrases);
  counts_.clear();
  texts_.clear();
  return phrases;
}

}  // namespace yinzheng::store
