// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Queries that people type, nearly type, or type to break a search; the same ones in every run.

#ifndef YINZHENG_TESTS_FUZZ_QUERY_TEXTS_H_
#define YINZHENG_TESTS_FUZZ_QUERY_TEXTS_H_

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "tests/fuzz/random_text.h"

namespace yinzheng::fuzz {

// Not thread-safe.
class QueryTexts {
 public:
  // Fragments are taken from `texts`, of which there is at least one that is not empty.
  QueryTexts(uint64_t seed, std::vector<std::u32string> texts)
      : random_(seed), noise_(seed), texts_(std::move(texts)) {}

  // Noise, operators around fragments, or a real query with some characters changed.
  std::string Next();

 private:
  size_t Below(size_t bound) { return static_cast<size_t>(random_() % bound); }
  std::u32string Fragment();
  std::u32string Composed();
  std::u32string Mutated();

  std::mt19937_64 random_;
  RandomText noise_;
  std::vector<std::u32string> texts_;
};

// Queries of about a thousand code points, each meant to be dear in its own way, with a name.
std::vector<std::pair<std::string, std::string>> HostileQueries();

}  // namespace yinzheng::fuzz

#endif  // YINZHENG_TESTS_FUZZ_QUERY_TEXTS_H_
