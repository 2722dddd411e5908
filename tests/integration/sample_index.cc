// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "tests/integration/sample_index.h"

#include <cstdlib>
#include <iostream>

#include "indexer/base/file_system.h"
#include "indexer/base/status_macros.h"
#include "indexer/pipeline/build.h"
#include "indexer/store/generation_directory.h"
#include "tests/support/temp_dir.h"

namespace yinzheng::testing {

std::filesystem::path SampleCorpus() {
  return std::filesystem::path(YINZHENG_SOURCE_DIR) / "corpus" / "sample";
}

const std::string& SampleIndex() {
  static const TempDir folder;
  static const std::string directory = [] {
    const std::filesystem::path path = folder.path() / "idx";
    const absl::StatusOr<std::string> generation = PublishGeneration({SampleCorpus()}, path);
    if (!generation.ok()) {
      std::cerr << "build the sample index: " << generation.status() << "\n";
      std::abort();
    }
    return path.string();
  }();
  return directory;
}

void CopySampleIndex(const std::filesystem::path& directory) {
  std::filesystem::copy(SampleIndex(), directory, std::filesystem::copy_options::recursive);
}

absl::StatusOr<std::string> PublishGeneration(const std::vector<std::filesystem::path>& inputs,
                                              const std::filesystem::path& index_directory) {
  indexer::BuildOptions options;
  for (const std::filesystem::path& input : inputs) options.inputs.push_back(input.string());
  options.index_directory = index_directory.string();
  const indexer::BuildResult result = indexer::BuildIndex(options, {});
  YZ_RETURN_IF_ERROR(result.status);
  return result.report.generation;
}

std::string CurrentGeneration(const std::filesystem::path& index_directory) {
  const store::GenerationDirectory directory(base::FileSystem::Real(), index_directory.string());
  return directory.Current().value_or("");
}

}  // namespace yinzheng::testing
