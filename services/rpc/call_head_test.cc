// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/rpc/call_head.h"

#include <gtest/gtest.h>

#include <string>

#include "yinzheng/v1/article.pb.h"
#include "yinzheng/v1/article_service.pb.h"
#include "yinzheng/v1/check_service.pb.h"
#include "yinzheng/v1/entity_service.pb.h"
#include "yinzheng/v1/fact_service.pb.h"
#include "yinzheng/v1/index_service.pb.h"
#include "yinzheng/v1/search_service.pb.h"

namespace yinzheng::services {
namespace {

TEST(MethodTakingTest, NamesTheMethodOfARequest) {
  EXPECT_EQ(MethodTaking(*v1::SearchRequest::descriptor()), "yinzheng.v1.SearchService/Search");
  EXPECT_EQ(MethodTaking(*v1::ReloadIndexRequest::descriptor()),
            "yinzheng.v1.IndexService/ReloadIndex");
  EXPECT_EQ(MethodTaking(*v1::Article::descriptor()), "yinzheng.v1.Article");
}

// The name of a method stands for its request's type: no two methods may take the same.
TEST(MethodTakingTest, EveryMethodHasARequestOfItsOwn) {
  int methods = 0;
  for (const google::protobuf::FileDescriptor* file :
       {v1::GetArticleRequest::descriptor()->file(), v1::CheckClaimRequest::descriptor()->file(),
        v1::GetEntityRequest::descriptor()->file(), v1::GetFactRequest::descriptor()->file(),
        v1::ReloadIndexRequest::descriptor()->file(), v1::SearchRequest::descriptor()->file()}) {
    ASSERT_EQ(file->service_count(), 1) << file->name();
    for (int i = 0; i < file->service(0)->method_count(); ++i) {
      const google::protobuf::MethodDescriptor& method = *file->service(0)->method(i);
      EXPECT_EQ(MethodTaking(*method.input_type()),
                file->service(0)->full_name() + "/" + method.name());
      ++methods;
    }
  }
  EXPECT_GT(methods, 20);
}

TEST(RequestIdTest, IsAPlainWord) {
  for (const char* good : {"a", "5f0c-11.X_y"}) EXPECT_TRUE(IsRequestId(good)) << good;
  EXPECT_TRUE(IsRequestId(std::string(64, 'a')));
  for (const char* bad : {"", "a b", "a\nb", "量"}) EXPECT_FALSE(IsRequestId(bad)) << bad;
  EXPECT_FALSE(IsRequestId(std::string(65, 'a')));
}

TEST(TraceparentTest, IsOfW3CsFirstVersion) {
  EXPECT_TRUE(IsTraceparent("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
  for (const char* bad : {"", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
                          "01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                          "00-0AF7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                          "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                          "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                          "00_0af7651916cd43dd8448eb211c80319c_b7ad6b7169203331_01"}) {
    EXPECT_FALSE(IsTraceparent(bad)) << bad;
  }
}

}  // namespace
}  // namespace yinzheng::services
