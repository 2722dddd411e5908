// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Texts that nobody would write, the same ones in every run: pieces that parsers care about, strung
// together at random. Not a coverage-guided fuzzer; a crash found here is found again by its seed.

#ifndef YINZHENG_TESTS_FUZZ_RANDOM_TEXT_H_
#define YINZHENG_TESTS_FUZZ_RANDOM_TEXT_H_

#include <cstdint>
#include <random>
#include <string>

namespace yinzheng::fuzz {

// How many texts a test tries: $YINZHENG_FUZZ_RUNS, else 3,000.
int Runs();

// A source of texts that depends on its seed alone. Not thread-safe.
class RandomText {
 public:
  explicit RandomText(uint64_t seed) : random_(seed) {}

  // Up to 40 pieces of Chinese news, numerals, dates, query syntax and oddities; valid UTF-8.
  std::string Utf8();

  // As Utf8(), with some bytes changed, dropped or repeated; seldom valid.
  std::string Bytes();

 private:
  size_t Below(size_t bound);

  std::mt19937_64 random_;
};

}  // namespace yinzheng::fuzz

#endif  // YINZHENG_TESTS_FUZZ_RANDOM_TEXT_H_
