// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// What requests are made of: articles, entities, facts and pieces of text of the index that is
// asked, drawn with a fixed seed.

#ifndef YINZHENG_TESTS_BENCH_SERVICE_INDEX_SAMPLER_H_
#define YINZHENG_TESTS_BENCH_SERVICE_INDEX_SAMPLER_H_

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "clients/cpp/client.h"

namespace yinzheng::bench {

// One thread at a time. Holds up to 2,000 articles, 2,000 entities and 10,000 facts.
class IndexSampler {
 public:
  // Reads them from a server. FailedPrecondition if the index has none.
  absl::Status Read(const client::Client& client);

  const v1::Article& Article() { return Pick(articles_); }
  const v1::Entity& Entity() { return Pick(entities_); }
  const v1::Fact& Fact() { return Pick(facts_); }

  // A piece of a body, `size` code points at most.
  std::string Words(size_t size);

  // A run of `size` Chinese characters of a body.
  std::string Characters(size_t size);

  size_t Number(size_t below) { return random_() % below; }

 private:
  template <typename T>
  const T& Pick(const std::vector<T>& from) {
    return from[random_() % from.size()];
  }

  std::mt19937 random_{20261129};
  std::vector<v1::Article> articles_;
  std::vector<std::u32string> bodies_;
  std::vector<v1::Entity> entities_;
  std::vector<v1::Fact> facts_;
};

}  // namespace yinzheng::bench

#endif  // YINZHENG_TESTS_BENCH_SERVICE_INDEX_SAMPLER_H_
