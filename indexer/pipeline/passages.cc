// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/pipeline/passages.h"

#include <algorithm>

#include "indexer/text/reading.h"

namespace yinzheng::indexer {
namespace {

using text::ParagraphKind;
using text::Span;

// Joins sentences to passages, in order.
class PassageBuilder {
 public:
  PassageBuilder(absl::Span<const Span> masks, const PassageOptions& options)
      : masks_(masks), options_(options) {}

  void Add(Span sentence, bool opens_paragraph, bool heading) {
    if (open_ && EndsBefore(sentence, opens_paragraph, heading)) Close();
    current_ = open_ ? text::Cover(current_, sentence) : sentence;
    open_ = true;
    only_headings_ = heading && (only_headings_ || current_ == sentence);
  }

  std::vector<Span> Finish() {
    if (open_) Close();
    return std::move(passages_);
  }

 private:
  bool EndsBefore(Span sentence, bool opens_paragraph, bool heading) const {
    if (IsMasked({current_.end, sentence.begin})) return true;
    const uint32_t joined = sentence.end - current_.begin;
    if (joined > options_.limit && !only_headings_) return true;
    if (!opens_paragraph || only_headings_) return false;
    // A heading belongs to what follows it.
    if (heading) return current_.size() * 2 >= options_.target;
    return current_.size() >= options_.target || joined > options_.limit;
  }

  bool IsMasked(Span gap) const {
    return std::any_of(masks_.begin(), masks_.end(),
                       [gap](Span mask) { return mask.overlaps(gap); });
  }

  void Close() {
    passages_.push_back(current_);
    open_ = false;
    only_headings_ = false;
  }

  absl::Span<const Span> masks_;
  const PassageOptions& options_;
  std::vector<Span> passages_;
  Span current_;
  bool open_ = false;
  bool only_headings_ = false;
};

}  // namespace

ArticleLayout LayOut(std::u32string_view body, absl::Span<const Span> masks,
                     const PassageOptions& options) {
  const text::Reading reading(body, masks);
  ArticleLayout layout;
  PassageBuilder builder(masks, options);
  for (const text::Paragraph& paragraph : reading.paragraphs()) {
    const bool heading = paragraph.kind == ParagraphKind::kHeading;
    for (uint32_t i = 0; i < paragraph.sentence_count; ++i) {
      const Span read = reading.sentences()[paragraph.first_sentence + i].span;
      const Span sentence = reading.ToBody(read);
      if (sentence.empty()) continue;
      layout.sentences.push_back(sentence);
      builder.Add(sentence, /*opens_paragraph=*/i == 0, heading);
    }
  }
  layout.passages = builder.Finish();
  return layout;
}

}  // namespace yinzheng::indexer
