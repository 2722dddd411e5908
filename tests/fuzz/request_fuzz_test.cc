// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// No request breaks the server, whatever stands in its fields: every method gets well-formed
// messages of random content and bytes that are none, over the wire.

#include <iterator>
#include <limits>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "google/protobuf/descriptor.h"
#include "google/protobuf/dynamic_message.h"
#include "gtest/gtest.h"
#include "indexer/base/logging.h"
#include "services/server/server.h"
#include "tests/fuzz/random_text.h"
#include "tests/integration/raw_call.h"
#include "tests/integration/sample_index.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::services {
namespace {

using ::yinzheng::testing::IsOk;
using ::yinzheng::testing::RawCall;
using ::yinzheng::testing::SampleIndex;

// Under ThreadSanitizer protobuf's headers give maps two fields more than Debian's library knows
// of: what the library does with a map by reflection, as when it names what a message lacks, reads
// elsewhere. So nothing that cannot be parsed is sent there.
#if defined(__SANITIZE_THREAD__)
constexpr bool kMalformed = false;
#else
constexpr bool kMalformed = true;
#endif

// Requests to every method. Half of each request's fields are set, strings to what people type and
// to what they do not.
class RandomRequests {
 public:
  explicit RandomRequests(uint64_t seed) : random_(seed), texts_(seed) {}

  std::string Make(const google::protobuf::Descriptor& type) {
    std::unique_ptr<google::protobuf::Message> message(factory_.GetPrototype(&type)->New());
    Fill(*message, 0);
    return message->SerializePartialAsString();
  }

  // Up to `bound`, exclusive.
  size_t Below(size_t bound) { return random_() % bound; }

 private:
  std::string Text() {
    static const auto& texts = *new std::vector<std::string>{"",
                                                             "怀柔科学城有多少家企业？",
                                                             "\"",
                                                             "(((",
                                                             "a AND",
                                                             "entities/1",
                                                             "articles/x",
                                                             "2024-13-45",
                                                             "1,200亿",
                                                             "-1",
                                                             "subject = \"",
                                                             std::string(3000, 'x'),
                                                             "\xEF\xBF\xBD\xF0\xA0\x80\x80",
                                                             "《》（）、。",
                                                             "page_token",
                                                             "9999999999999999999999"};
    return random_() % 2 == 0 ? texts_.Utf8() : texts[random_() % texts.size()];
  }

  double Number() {
    constexpr double kNumbers[] = {0,
                                   -1,
                                   30,
                                   1e308,
                                   std::numeric_limits<double>::infinity(),
                                   std::numeric_limits<double>::quiet_NaN()};
    return kNumbers[random_() % std::size(kNumbers)];
  }

  void Fill(google::protobuf::Message& message, int depth) {
    const auto& type = *message.GetDescriptor();
    const auto& reflection = *message.GetReflection();
    for (int i = 0; i < type.field_count(); ++i) {
      if (random_() % 2 == 0) continue;
      const auto& field = *type.field(i);
      const int count = field.is_repeated() ? static_cast<int>(random_() % 4) : 1;
      for (int k = 0; k < count; ++k) Set(message, reflection, field, depth);
    }
  }

  template <typename Value, typename SetOne, typename AddOne>
  void Put(const google::protobuf::FieldDescriptor& field, Value value, SetOne set, AddOne add) {
    if (field.is_repeated()) {
      add(value);
    } else {
      set(value);
    }
  }

  void Set(google::protobuf::Message& message, const google::protobuf::Reflection& reflection,
           const google::protobuf::FieldDescriptor& field, int depth) {
    using google::protobuf::FieldDescriptor;
    switch (field.cpp_type()) {
      case FieldDescriptor::CPPTYPE_STRING:
        Put(
            field, Text(), [&](auto v) { reflection.SetString(&message, &field, v); },
            [&](auto v) { reflection.AddString(&message, &field, v); });
        return;
      case FieldDescriptor::CPPTYPE_INT32:
        Put(
            field, static_cast<int32_t>(random_() % 7) * 1000 - 1000,
            [&](auto v) { reflection.SetInt32(&message, &field, v); },
            [&](auto v) { reflection.AddInt32(&message, &field, v); });
        return;
      case FieldDescriptor::CPPTYPE_DOUBLE:
        Put(
            field, Number(), [&](auto v) { reflection.SetDouble(&message, &field, v); },
            [&](auto v) { reflection.AddDouble(&message, &field, v); });
        return;
      case FieldDescriptor::CPPTYPE_INT64:
        Put(
            field, static_cast<int64_t>(random_()),
            [&](auto v) { reflection.SetInt64(&message, &field, v); },
            [&](auto v) { reflection.AddInt64(&message, &field, v); });
        return;
      case FieldDescriptor::CPPTYPE_ENUM:
        Put(
            field, static_cast<int>(random_() % 12),
            [&](auto v) { reflection.SetEnumValue(&message, &field, v); },
            [&](auto v) { reflection.AddEnumValue(&message, &field, v); });
        return;
      case FieldDescriptor::CPPTYPE_BOOL:
        Put(
            field, random_() % 2 == 0, [&](auto v) { reflection.SetBool(&message, &field, v); },
            [&](auto v) { reflection.AddBool(&message, &field, v); });
        return;
      case FieldDescriptor::CPPTYPE_MESSAGE:
        if (depth > 2) return;
        Fill(field.is_repeated() ? *reflection.AddMessage(&message, &field)
                                 : *reflection.MutableMessage(&message, &field),
             depth + 1);
        return;
      default:
        return;
    }
  }

  std::mt19937_64 random_;
  fuzz::RandomText texts_;
  google::protobuf::DynamicMessageFactory factory_;
};

TEST(RequestFuzzTest, EveryMethodAnswersOrRefuses) {
  base::SetLogLevel(base::LogLevel::kError);  // half of the calls fail here, as they should
  google::protobuf::SetLogHandler(nullptr);   // and protobuf would tell of each that is no UTF-8
  ServerOptions options;
  options.index = SampleIndex();
  options.listen = "127.0.0.1:0";
  options.worker_threads = 1;
  options.allow_operations = true;
  options.reload_interval = absl::ZeroDuration();
  YZ_ASSERT_OK_AND_ASSIGN(const std::unique_ptr<Server> server, Server::Create(options));
  const auto channel = server->InProcessChannel();
  RandomRequests requests(20261130);
  int answered = 0;
  int refused = 0;
  for (int run = 0; run < fuzz::Runs() / 100; ++run) {
    for (const char* service : {"SearchService", "ArticleService", "EntityService", "FactService",
                                "CheckService", "IndexService"}) {
      const auto* descriptor =
          google::protobuf::DescriptorPool::generated_pool()->FindServiceByName(
              std::string("yinzheng.v1.") + service);
      ASSERT_NE(descriptor, nullptr) << service;
      for (int i = 0; i < descriptor->method_count(); ++i) {
        const std::string method =
            "/" + descriptor->full_name() + "/" + descriptor->method(i)->name();
        std::string bytes = requests.Make(*descriptor->method(i)->input_type());
        if (kMalformed && run % 4 == 3 && !bytes.empty()) {
          bytes[requests.Below(bytes.size())] ^= 0x55;
        }
        const absl::StatusOr<std::string> answer = RawCall(channel, method, bytes);
        ++(answer.ok() ? answered : refused);
        // A message that gRPC cannot parse is INTERNAL by its own rules; a fault of ours says so.
        EXPECT_EQ(answer.status().message().find("a fault of the service"), absl::string_view::npos)
            << method << " run " << run << " " << answer.status();
      }
    }
  }
  EXPECT_GT(answered, 0);
  EXPECT_GT(refused, 0);
  RecordProperty("answered", answered);
  RecordProperty("refused", refused);
}

}  // namespace
}  // namespace yinzheng::services
