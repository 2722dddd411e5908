// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Which articles of a corpus are prints of one and the same text. Each group is led by its longest
// article; every other member is a reprint of that one (text/text_sketch.h says when), so that a
// chain of small changes cannot join two different texts.
//
//   ReprintGroups groups;
//   for (…) groups.Add(article.name(), SketchArticle(article));
//   std::map<std::string, std::string> leaders = groups.Finish();

#ifndef YINZHENG_INDEXER_PIPELINE_REPRINT_GROUPS_H_
#define YINZHENG_INDEXER_PIPELINE_REPRINT_GROUPS_H_

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "indexer/text/text_sketch.h"
#include "yinzheng/v1/article.pb.h"

namespace yinzheng::indexer {

// The sketch of an article without its masked parts. Safe for concurrent use.
text::TextSketch SketchArticle(const v1::Article& article);

// The order of Add does not matter. Not thread-safe. Cost: an article is compared with at most 16
// leaders, found by locality-sensitive hashing (P. Indyk and R. Motwani, 1998: one table lookup for
// each of the sketch's 32 bands), so it grows with the number of articles, but for their sorting.
// Memory: about 2 kB an article until Finish.
class ReprintGroups {
 public:
  // `article` is a resource name, added once.
  void Add(std::string article, text::TextSketch sketch);

  // For every article of a group of two or more, the leader included, the name of its leader. Call
  // once; nothing is left afterwards.
  std::map<std::string, std::string> Finish();

 private:
  std::vector<std::pair<std::string, text::TextSketch>> articles_;
};

}  // namespace yinzheng::indexer

#endif  // YINZHENG_INDEXER_PIPELINE_REPRINT_GROUPS_H_
