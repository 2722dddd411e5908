// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/integration/served_corpus.h"
#include "tests/support/status_matchers.h"
#include "yinzheng/v1/article_service.grpc.pb.h"
#include "yinzheng/v1/index_service.grpc.pb.h"

namespace yinzheng::testing {
namespace {

using Stub = v1::IndexService::Stub;

template <typename Method, typename Request, typename Response>
grpc::Status Call(Method method, const Request& request, Response* response) {
  return ServedCorpus::Get().Call<v1::IndexService>(method, request, response);
}

v1::GetIndexStatusResponse Status() {
  v1::GetIndexStatusResponse response;
  const grpc::Status status = Call(&Stub::GetIndexStatus, v1::GetIndexStatusRequest(), &response);
  EXPECT_TRUE(status.ok()) << status.error_message();
  return response;
}

TEST(GetIndexStatusTest, DescribesWhatIsServed) {
  const v1::GetIndexStatusResponse status = Status();
  EXPECT_EQ(status.info().generation().id(), status.generation().id());
  EXPECT_TRUE(status.info().current());
  EXPECT_GE(status.info().counts().articles(), 5);
  EXPECT_GT(status.info().counts().passages(), status.info().counts().articles());
  EXPECT_GT(status.info().size_bytes(), 0);
  EXPECT_GE(status.opened().seconds(), status.info().built().seconds());
  EXPECT_FALSE(status.server_version().empty());
}

TEST(ReloadIndexTest, SwapsAndKeepsPageTokensOfTheOldGeneration) {
  const std::string old = Status().generation().id();
  v1::ListArticlesRequest list;
  list.set_page_size(2);
  v1::ListArticlesResponse first;
  ASSERT_TRUE(ServedCorpus::Get()
                  .Call<v1::ArticleService>(&v1::ArticleService::Stub::ListArticles, list, &first)
                  .ok());

  v1::ReloadIndexResponse unchanged;
  ASSERT_TRUE(Call(&Stub::ReloadIndex, v1::ReloadIndexRequest(), &unchanged).ok());
  EXPECT_FALSE(unchanged.changed());
  EXPECT_EQ(unchanged.generation().id(), old);

  ServedCorpus::Get().PublishAnother("short.txt", "一则短讯\n\n测试馆昨日开馆，有展品12件。\n");
  v1::ReloadIndexResponse changed;
  ASSERT_TRUE(Call(&Stub::ReloadIndex, v1::ReloadIndexRequest(), &changed).ok());
  EXPECT_TRUE(changed.changed());
  EXPECT_NE(changed.generation().id(), old);
  EXPECT_EQ(changed.info().counts().articles(), 6);

  v1::ListGenerationsResponse generations;
  ASSERT_TRUE(Call(&Stub::ListGenerations, v1::ListGenerationsRequest(), &generations).ok());
  ASSERT_EQ(generations.generations_size(), 2);
  EXPECT_TRUE(generations.generations(0).current());
  EXPECT_FALSE(generations.generations(1).current());
  EXPECT_EQ(generations.generations(1).generation().id(), old);

  list.set_page_token(first.next_page_token());
  v1::ListArticlesResponse second;
  ASSERT_TRUE(ServedCorpus::Get()
                  .Call<v1::ArticleService>(&v1::ArticleService::Stub::ListArticles, list, &second)
                  .ok());
  EXPECT_EQ(second.generation().id(), old) << "a page token is answered by its own generation";
  EXPECT_EQ(second.total_size(), 5);
}

}  // namespace
}  // namespace yinzheng::testing
