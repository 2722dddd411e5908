// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Promises about the contract that no linter holds: everything is explained, every response says
// which generation answered, and what is on disk is what is compiled.

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "google/protobuf/descriptor.h"
#include "google/protobuf/descriptor.pb.h"
#include "google/protobuf/text_format.h"
#include "gtest/gtest.h"
#include "tests/support/shared_corpus.h"
#include "yinzheng/config/v1/server_config.pb.h"

namespace yinzheng {
namespace {

using ::google::protobuf::Descriptor;
using ::google::protobuf::DescriptorPool;
using ::google::protobuf::EnumDescriptor;
using ::google::protobuf::FileDescriptor;
using ::google::protobuf::FileDescriptorSet;
using ::google::protobuf::MethodDescriptor;
using ::google::protobuf::ServiceDescriptor;
using ::google::protobuf::SourceLocation;
using ::testing::IsEmpty;
using ::yinzheng::testing::SourceDir;

// The descriptor image that the build writes, with comments.
class ContractTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::ifstream in(YINZHENG_IMAGE, std::ios::binary);
    FileDescriptorSet image;
    ASSERT_TRUE(in && image.ParseFromIstream(&in)) << "no descriptor image at " << YINZHENG_IMAGE;
    for (const auto& file : image.file()) {
      const FileDescriptor* built = pool_.BuildFile(file);
      ASSERT_NE(built, nullptr) << file.name();
      if (built->package().rfind("yinzheng.", 0) == 0) files_.push_back(built);
    }
    ASSERT_FALSE(files_.empty());
  }

  DescriptorPool pool_;
  std::vector<const FileDescriptor*> files_;
};

template <typename T>
void NoteIfUnexplained(const T* element, std::vector<std::string>& unexplained) {
  SourceLocation location;
  if (!element->GetSourceLocation(&location) ||
      (location.leading_comments.empty() && location.trailing_comments.empty())) {
    unexplained.push_back(element->full_name());
  }
}

void NoteUnexplained(const EnumDescriptor* type, std::vector<std::string>& unexplained) {
  NoteIfUnexplained(type, unexplained);
  for (int i = 0; i < type->value_count(); ++i) NoteIfUnexplained(type->value(i), unexplained);
}

void NoteUnexplained(const Descriptor* message, std::vector<std::string>& unexplained) {
  // The compiler makes these up for map fields, which are explained themselves.
  if (message->options().map_entry()) return;
  NoteIfUnexplained(message, unexplained);
  for (int i = 0; i < message->field_count(); ++i) {
    NoteIfUnexplained(message->field(i), unexplained);
  }
  for (int i = 0; i < message->enum_type_count(); ++i) {
    NoteUnexplained(message->enum_type(i), unexplained);
  }
  for (int i = 0; i < message->nested_type_count(); ++i) {
    NoteUnexplained(message->nested_type(i), unexplained);
  }
}

void NoteUnexplained(const ServiceDescriptor* service, std::vector<std::string>& unexplained) {
  NoteIfUnexplained(service, unexplained);
  for (int i = 0; i < service->method_count(); ++i) {
    NoteIfUnexplained(service->method(i), unexplained);
  }
}

TEST_F(ContractTest, EveryElementIsExplained) {
  std::vector<std::string> unexplained;
  for (const FileDescriptor* file : files_) {
    for (int i = 0; i < file->message_type_count(); ++i) {
      NoteUnexplained(file->message_type(i), unexplained);
    }
    for (int i = 0; i < file->enum_type_count(); ++i) {
      NoteUnexplained(file->enum_type(i), unexplained);
    }
    for (int i = 0; i < file->service_count(); ++i) {
      NoteUnexplained(file->service(i), unexplained);
    }
  }
  EXPECT_THAT(unexplained, IsEmpty());
}

std::vector<const MethodDescriptor*> Methods(const std::vector<const FileDescriptor*>& files) {
  std::vector<const MethodDescriptor*> methods;
  for (const FileDescriptor* file : files) {
    for (int i = 0; i < file->service_count(); ++i) {
      const ServiceDescriptor* service = file->service(i);
      for (int j = 0; j < service->method_count(); ++j) methods.push_back(service->method(j));
    }
  }
  return methods;
}

TEST_F(ContractTest, EveryResponseNamesItsGeneration) {
  const std::vector<const MethodDescriptor*> methods = Methods(files_);
  ASSERT_FALSE(methods.empty());
  std::vector<std::string> silent;
  for (const MethodDescriptor* method : methods) {
    const auto* generation = method->output_type()->FindFieldByName("generation");
    // The index service speaks about generations as such.
    const bool about_generations = method->service()->name() == "IndexService";
    if (generation == nullptr && !about_generations) silent.push_back(method->full_name());
  }
  EXPECT_THAT(silent, IsEmpty());
}

TEST_F(ContractTest, EveryPagedRequestHasBothHalves) {
  for (const MethodDescriptor* method : Methods(files_)) {
    const Descriptor* request = method->input_type();
    const bool paged = request->FindFieldByName("page_token") != nullptr;
    EXPECT_EQ(paged, request->FindFieldByName("page_size") != nullptr) << method->full_name();
    EXPECT_EQ(paged, method->output_type()->FindFieldByName("next_page_token") != nullptr)
        << method->full_name();
  }
}

TEST_F(ContractTest, EveryProtoOnDiskIsCompiled) {
  std::set<std::string> compiled;
  for (const FileDescriptor* file : files_) compiled.insert(file->name());
  std::set<std::string> on_disk;
  const std::filesystem::path root = SourceDir() / "proto";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (entry.path().extension() == ".proto") {
      on_disk.insert(std::filesystem::relative(entry.path(), root).generic_string());
    }
  }
  EXPECT_EQ(compiled, on_disk);
}

TEST(DeployedConfigTest, IsAServerConfig) {
  std::ifstream in(SourceDir() / "deploy" / "config" / "server.textproto");
  ASSERT_TRUE(in);
  const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  config::v1::ServerConfig config;
  ASSERT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &config));
  EXPECT_FALSE(config.index().empty());
}

}  // namespace
}  // namespace yinzheng
