// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/index/index_handler.h"

#include <gtest/gtest.h>

#include <string>

#include "services/record/testing/served_index.h"
#include "services/request/error_info.h"

namespace yinzheng::services {
namespace {

const RequestContext& Context() {
  static const auto* const kContext = new RequestContext(RequestContext::Unlimited());
  return *kContext;
}

TEST(IndexHandlerTest, SaysThatNothingIsServedYet) {
  ServedIndex index;
  const IndexHandler handler(index.manager(), "1.0");
  const auto status = handler.GetIndexStatus(Context(), {});
  EXPECT_EQ(status.status().code(), absl::StatusCode::kUnavailable);
  EXPECT_EQ(ErrorInfoOf(status.status()).reason(), "INDEX_NOT_READY");
  const auto reload = handler.ReloadIndex(Context(), {});
  EXPECT_EQ(reload.status().code(), absl::StatusCode::kFailedPrecondition);
}

TEST(IndexHandlerTest, FollowsWhatIsPublished) {
  ServedIndex index;
  index.content().AddArticle(store::testing::MakeArticle("articles/1", "题", "正文一。"));
  index.Publish();
  const IndexHandler handler(index.manager(), "1.0");
  const auto first = handler.GetIndexStatus(Context(), {});
  ASSERT_TRUE(first.ok()) << first.status();
  EXPECT_EQ(first->info().counts().articles(), 1);
  EXPECT_EQ(first->server_version(), "1.0");
  EXPECT_TRUE(first->info().current());

  index.content().AddArticle(store::testing::MakeArticle("articles/2", "题", "正文二。"));
  ASSERT_TRUE(index.content().Publish().ok());
  const auto stale = handler.GetIndexStatus(Context(), {});
  ASSERT_TRUE(stale.ok());
  EXPECT_FALSE(stale->info().current()) << "CURRENT names the new one already";

  const auto reload = handler.ReloadIndex(Context(), {});
  ASSERT_TRUE(reload.ok()) << reload.status();
  EXPECT_TRUE(reload->changed());
  EXPECT_EQ(reload->info().counts().articles(), 2);
  const auto again = handler.ReloadIndex(Context(), {});
  ASSERT_TRUE(again.ok());
  EXPECT_FALSE(again->changed());
  const auto generations = handler.ListGenerations(Context(), {});
  ASSERT_TRUE(generations.ok());
  EXPECT_EQ(generations->generations_size(), 2);
}

}  // namespace
}  // namespace yinzheng::services
