// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// What a story says about itself: headline, outlet, writers, editors, date of publication. Takes
// what is printed in the story's head and at its end; what only the inside of the text suggests is
// taken last. Names are given as printed.

#ifndef YINZHENG_INDEXER_INGEST_STORY_FIELDS_H_
#define YINZHENG_INDEXER_INGEST_STORY_FIELDS_H_

#include <string>

#include "indexer/ingest/credits.h"
#include "indexer/ingest/page.h"
#include "indexer/ingest/story_splitter.h"
#include "yinzheng/v1/article.pb.h"

namespace yinzheng::ingest {

// Sets outlet, authors, editors and published (basis STATED) of `article` as far as the
// story says; fields that are set already are left alone. `story` may be the whole page.
void ReadStoryFields(const CreditReader& credits, const Page& page, const StoryLines& story,
                     v1::Article& article);

// Headline in one line: its printed lines joined by a space, site names and cut copies left out;
// empty where the story has none.
std::string ReadTitle(const CreditReader& credits, const Page& page, const StoryLines& story);

}  // namespace yinzheng::ingest

#endif  // YINZHENG_INDEXER_INGEST_STORY_FIELDS_H_
