// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The sample corpus of the repository, built into an index by the real pipeline, for tests that
// run servers and handlers on it. Not for tests of the pipeline, which want their own input.

#ifndef YINZHENG_TESTS_INTEGRATION_SAMPLE_INDEX_H_
#define YINZHENG_TESTS_INTEGRATION_SAMPLE_INDEX_H_

#include <filesystem>
#include <string>
#include <vector>

#include "absl/status/statusor.h"

namespace yinzheng::testing {

// The folder of the sample articles.
std::filesystem::path SampleCorpus();

// The sample corpus as an index, built once for all tests of a binary (a second or two) and removed
// at its end. Aborts if it cannot be built. Only to be read: see CopySampleIndex.
const std::string& SampleIndex();

// Copies SampleIndex() to `directory`, for tests that publish or damage generations.
void CopySampleIndex(const std::filesystem::path& directory);

// Builds `inputs` and publishes them in `index_directory`; returns the generation's id.
absl::StatusOr<std::string> PublishGeneration(const std::vector<std::filesystem::path>& inputs,
                                              const std::filesystem::path& index_directory);

// The id that CURRENT of `index_directory` names.
std::string CurrentGeneration(const std::filesystem::path& index_directory);

}  // namespace yinzheng::testing

#endif  // YINZHENG_TESTS_INTEGRATION_SAMPLE_INDEX_H_
