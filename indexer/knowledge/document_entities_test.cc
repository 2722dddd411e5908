// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/document_entities.h"

#include "gtest/gtest.h"

namespace yinzheng::knowledge {
namespace {

TEST(LocalEntityIdTest, RoundTrips) {
  for (const int32_t index : {0, 7, 12345}) {
    EXPECT_EQ(ParseLocalEntityId(LocalEntityId(index)), index);
  }
}

TEST(LocalEntityIdTest, AnythingElseIsNone) {
  for (const char* const id : {"", "#", "#-1", "#x", "3", "entities/3", "#3x"}) {
    EXPECT_EQ(ParseLocalEntityId(id), -1) << id;
  }
}

}  // namespace
}  // namespace yinzheng::knowledge
