// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_ATTRIBUTE_VALUE_H_
#define YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_ATTRIBUTE_VALUE_H_

#include <optional>

#include "indexer/knowledge/extract/fact_rules.h"
#include "indexer/knowledge/extract/scene.h"
#include "indexer/text/span.h"

namespace yinzheng::knowledge {

// Which words behind a cue are the value of an attribute. It knows nothing of subjects. Borrows the
// scene; linear in the clause.
class AttributeValues {
 public:
  explicit AttributeValues(const Scene& scene);

  // The value that `cue` at `cue_span` introduces; nullopt if the words state none.
  std::optional<text::Span> ValueOf(const Clause& clause, text::Span cue_span,
                                    const AttributeCue& cue) const;
  // Without a quotation mark at an end that has no partner inside.
  text::Span WithoutLoneQuotes(text::Span value) const;
  // 首个, 最大, 之一.
  bool IsSuperlative(text::Span value) const;
  // 正在施工, 已竣工: the state of something that is built.
  bool Builds(text::Span value) const;

 private:
  text::Span Trimmed(text::Span value) const;
  bool IsStatement(text::Span value, const AttributeCue& cue) const;
  bool IsSpokenOf(WordRange words) const;
  bool SuitsCue(WordRange words, text::Span value, const AttributeCue& cue) const;
  bool EndsAs(text::Span value, const std::vector<std::u32string>& endings) const;
  bool Asks(text::Span value) const;
  bool HoldsWord(WordRange words, std::u32string_view word) const;
  bool HoldsOnlyNames(WordRange words, const AttributeCue& cue) const;
  bool StartsVerbally(size_t i) const;
  bool IsFigure(size_t i) const;

  const Scene& scene_;
  const WordReader r_;
  const std::u32string& text_;
};

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_ATTRIBUTE_VALUE_H_
