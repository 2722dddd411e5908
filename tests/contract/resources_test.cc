// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// What stands on the wire and in JSON for one rich example of every resource. A changed golden file
// is a changed contract: renew with YINZHENG_UPDATE_GOLDEN=1 only together with a CHANGELOG line.

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

#include "absl/strings/escaping.h"
#include "google/protobuf/descriptor.h"
#include "google/protobuf/io/coded_stream.h"
#include "google/protobuf/io/zero_copy_stream_impl_lite.h"
#include "google/protobuf/text_format.h"
#include "google/protobuf/unknown_field_set.h"
#include "google/protobuf/util/json_util.h"
#include "google/protobuf/util/message_differencer.h"
#include "gtest/gtest.h"
#include "tests/support/shared_corpus.h"
#include "yinzheng/v1/entity.pb.h"
#include "yinzheng/v1/fact.pb.h"
#include "yinzheng/v1/search_service.pb.h"

namespace yinzheng {
namespace {

using ::google::protobuf::Message;
using ::google::protobuf::util::MessageDifferencer;

struct Resource {
  const char* name;
  const char* message;
};

const Resource kResources[] = {
    {"article", "yinzheng.v1.Article"}, {"passage", "yinzheng.v1.Passage"},
    {"entity", "yinzheng.v1.Entity"},   {"mention", "yinzheng.v1.Mention"},
    {"fact", "yinzheng.v1.Fact"},       {"search_response", "yinzheng.v1.SearchResponse"},
};

std::unique_ptr<Message> NewMessage(const std::string& type) {
  // Names a type of each file, so that the linker keeps their descriptors.
  static const Message* const kLinked[] = {&v1::Fact::default_instance(),
                                           &v1::Entity::default_instance(),
                                           &v1::SearchResponse::default_instance()};
  EXPECT_NE(kLinked[0], nullptr);
  const auto* descriptor =
      google::protobuf::DescriptorPool::generated_pool()->FindMessageTypeByName(type);
  const Message* prototype =
      google::protobuf::MessageFactory::generated_factory()->GetPrototype(descriptor);
  return std::unique_ptr<Message>(prototype->New());
}

std::string WireBytes(const Message& message) {
  std::string bytes;
  google::protobuf::io::StringOutputStream stream(&bytes);
  google::protobuf::io::CodedOutputStream output(&stream);
  output.SetSerializationDeterministic(true);
  EXPECT_TRUE(message.SerializeToCodedStream(&output));
  output.Trim();
  return bytes;
}

std::string Json(const Message& message) {
  google::protobuf::util::JsonPrintOptions options;
  options.add_whitespace = true;
  std::string json;
  EXPECT_TRUE(google::protobuf::util::MessageToJsonString(message, &json, options).ok());
  return json;
}

std::string HexLines(const std::string& bytes) {
  std::string lines;
  for (size_t i = 0; i < bytes.size(); i += 32) {
    lines += absl::BytesToHexString(bytes.substr(i, 32)) + "\n";
  }
  return lines;
}

std::string ReadFile(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
}

// An example that left a field out would let its number change unseen.
void ExpectEveryFieldSet(const Message& message) {
  for (int i = 0; i < message.GetDescriptor()->field_count(); ++i) {
    const auto* field = message.GetDescriptor()->field(i);
    const auto* reflection = message.GetReflection();
    if (field->containing_oneof() != nullptr) {
      EXPECT_TRUE(reflection->HasOneof(message, field->containing_oneof())) << field->full_name();
    } else if (field->is_repeated()) {
      EXPECT_GT(reflection->FieldSize(message, field), 0) << field->full_name();
    } else {
      EXPECT_TRUE(reflection->HasField(message, field)) << field->full_name();
    }
  }
}

class ResourcesTest : public ::testing::TestWithParam<Resource> {
 protected:
  static std::string Path(const char* folder, const char* ending) {
    return testing::SourceDir().string() + "/tests/contract/" + folder + "/" + GetParam().name +
           ending;
  }

  static std::unique_ptr<Message> Example() {
    std::unique_ptr<Message> message = NewMessage(GetParam().message);
    EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(
        ReadFile(Path("examples", ".textproto")), message.get()));
    return message;
  }

  static void ExpectGolden(const std::string& path, const std::string& got) {
    if (std::getenv("YINZHENG_UPDATE_GOLDEN") != nullptr) std::ofstream(path) << got;
    EXPECT_EQ(ReadFile(path), got) << path;
  }
};

TEST_P(ResourcesTest, ExampleSetsEveryField) { ExpectEveryFieldSet(*Example()); }

TEST_P(ResourcesTest, WireBytesAreGolden) {
  const std::unique_ptr<Message> example = Example();
  ExpectGolden(Path("golden", ".hex"), HexLines(WireBytes(*example)));
}

TEST_P(ResourcesTest, JsonIsGolden) { ExpectGolden(Path("golden", ".json"), Json(*Example())); }

TEST_P(ResourcesTest, GoldenFilesReadBackAsTheExample) {
  const std::unique_ptr<Message> example = Example();
  std::string hex = ReadFile(Path("golden", ".hex"));
  std::erase(hex, '\n');
  const std::unique_ptr<Message> from_wire = NewMessage(GetParam().message);
  ASSERT_TRUE(from_wire->ParseFromString(absl::HexStringToBytes(hex)));
  EXPECT_TRUE(MessageDifferencer::Equals(*example, *from_wire));
  const std::unique_ptr<Message> from_json = NewMessage(GetParam().message);
  ASSERT_TRUE(google::protobuf::util::JsonStringToMessage(ReadFile(Path("golden", ".json")),
                                                          from_json.get())
                  .ok());
  EXPECT_TRUE(MessageDifferencer::Equals(*example, *from_json));
}

// A field that a newer server sends goes through an older client unharmed.
TEST_P(ResourcesTest, UnknownFieldsAreKept) {
  const std::unique_ptr<Message> newer = Example();
  newer->GetReflection()->MutableUnknownFields(newer.get())->AddLengthDelimited(15000, "later");
  const std::unique_ptr<Message> older = NewMessage(GetParam().message);
  ASSERT_TRUE(older->ParseFromString(WireBytes(*newer)));
  EXPECT_EQ(WireBytes(*older), WireBytes(*newer));
}

// What is not set takes no bytes and is not in the JSON: zero, empty and UNSPECIFIED are defaults.
TEST_P(ResourcesTest, DefaultsTakeNoSpace) {
  const std::unique_ptr<Message> empty = NewMessage(GetParam().message);
  EXPECT_EQ(WireBytes(*empty), "");
  EXPECT_EQ(Json(*empty), "{}\n");
}

INSTANTIATE_TEST_SUITE_P(All, ResourcesTest, ::testing::ValuesIn(kResources),
                         [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace yinzheng
