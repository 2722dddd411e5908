// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/category_facts.h"

#include <algorithm>
#include <vector>

#include "indexer/knowledge/citation.h"
#include "indexer/knowledge/extract/quote_marks.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

using text::Span;

constexpr uint32_t kShortest = 3;
constexpr uint32_t kLongest = 24;

class CategoryReader {
 public:
  CategoryReader(const Scene& scene, FactSink& sink)
      : scene_(scene), r_(scene.reader()), sink_(sink) {}

  void Read() {
    for (const Clause& clause : scene_.clauses) {
      words_ = clause.words;
      ReadList();
      ReadNounBefore();
      ReadSuperlative(clause);
      ReadStage();
      ReadLead(clause);
    }
  }

 private:
  // 甲、乙等一批高水平研发机构: what stands behind 等一批 is the kind of each.
  void ReadList() {
    for (size_t i = words_.begin + 1; i + 2 < words_.end; ++i) {
      if (!r_.Is(i, kListEnd) || !IsGroup(i + 1)) continue;
      const size_t begin = i + 2;
      const size_t end = PhraseEnd(begin);
      if (end == begin) continue;
      const Span kind = text::Cover(r_[begin].span, r_[end - 1].span);
      if (kind.size() < kShortest || kind.size() > kLongest) continue;
      for (const size_t name : NamesBefore(i)) State(name, "类别", kind, "attribute.list");
    }
  }

  bool IsGroup(size_t i) const {
    const std::u32string_view word = r_.Text(i);
    return word == U"一批" || word == U"一系列" || word == U"多家" || word == U"多个";
  }

  // The members of the list that ends before `end`.
  std::vector<size_t> NamesBefore(size_t end) const {
    std::vector<size_t> names;
    for (size_t i = end; i > words_.begin; --i) {
      const size_t k = i - 1;
      const size_t behind = OverQuotes(k + 1, end);
      const bool member = behind >= end || r_.IsListSeparator(behind);
      if (r_.IsEntity(k) && member) names.push_back(k);
      if (r_.IsVerb(k) || r_.IsAspect(k) || r_.Is(k, kHave)) break;
    }
    return names;
  }

  size_t OverQuotes(size_t i, size_t end) const {
    while (i < end && r_.IsQuoteMark(i)) ++i;
    return i;
  }

  size_t PhraseEnd(size_t i) const {
    const size_t begin = i;
    while (i < words_.end) {
      const bool joins = (r_.IsDe(i) || r_.IsListSeparator(i) || r_.IsVerb(i)) &&
                         i + 1 < words_.end && (r_.IsNominal(i + 1) || r_.IsVerb(i + 1));
      if (!r_.IsNominal(i) && !r_.IsEntity(i) && !joins) break;
      if (r_.IsAdverb(i) && !r_.IsNominal(i)) break;
      ++i;
    }
    while (i > begin && !r_.IsNominal(i - 1)) --i;
    return i;
  }

  // 抗体药物甲, 空间探测“乙计划”: the nouns directly before a product or project.
  void ReadNounBefore() {
    for (size_t i = words_.begin + 1; i < words_.end; ++i) {
      const v1::EntityType type = r_.TypeOf(i);
      if (type != v1::ENTITY_TYPE_PRODUCT && type != v1::ENTITY_TYPE_PROJECT) continue;
      size_t end = i;
      while (end > words_.begin && r_.IsQuoteMark(end - 1)) --end;
      size_t begin = end;
      while (begin > words_.begin && IsNoun(begin - 1)) --begin;
      if (begin == end) continue;
      const Span kind = text::Cover(r_[begin].span, r_[end - 1].span);
      if (kind.size() <= kShortest || kind.size() > kLongest) continue;
      State(i, "类别", kind, "attribute.noun_before");
      StateForList(i, kind);
    }
  }

  bool IsNoun(size_t i) const {
    return r_.IsNominal(i) && !r_.Is(i, kVerbLike | kAdverb | kPreposition | kReporter);
  }

  // 抗体药物甲和乙: the noun holds for what 和 adds.
  void StateForList(size_t first, Span kind) {
    const size_t next = OverQuotes(first + 1, words_.end);
    if (next + 1 >= words_.end || !r_.Is(next, kConjunction)) return;
    const size_t second = OverQuotes(next + 1, words_.end);
    if (second < words_.end && r_.IsEntity(second)) {
      State(second, "类别", kind, "attribute.noun_before");
    }
  }

  // 我国第一台甲; 为国内首个…的产品.
  void ReadSuperlative(const Clause& clause) {
    for (size_t i = words_.begin; i < words_.end; ++i) {
      if (!IsSuperlative(i)) continue;
      const size_t begin = i > words_.begin && IsScope(i - 1) ? i - 1 : i;
      const bool linked = begin > words_.begin && r_.Text(begin - 1) == U"为";
      if (!linked) RankNameBehind(begin, i);
      if (linked && clause.subject.known()) {
        const Span rest = r_.WithoutMarks({begin, words_.end});
        StateSubject(clause, "地位", rest, "attribute.superlative");
      }
      return;
    }
  }

  // The name that the superlative `i` describes, scope included from `begin` on.
  void RankNameBehind(size_t begin, size_t i) {
    for (size_t k = i + 1; k < words_.end; ++k) {
      if (r_.IsEntity(k) && !GoesOn(k)) {
        const Span value = text::Cover(r_[begin].span, r_[k].span);
        if (value.size() <= 2 * kLongest) State(k, "地位", value, "attribute.superlative");
        return;
      }
      if (r_.IsMark(k) && !r_.IsQuoteMark(k)) return;
    }
  }

  // 首个以“甲”命名的园区, 首个甲市企业: the phrase goes on behind the name, which only describes.
  bool GoesOn(size_t name) const {
    size_t next = OverQuotes(name + 1, words_.end);
    if (next < words_.end && r_.IsNominal(next)) return true;
    for (; next < words_.end && !r_.IsMark(next); ++next) {
      if (r_.IsDe(next)) return true;
    }
    return false;
  }

  bool IsSuperlative(size_t i) const {
    static constexpr std::u32string_view kWords[] = {
        U"首个",   U"首家",   U"首座", U"首台",   U"首款",   U"首颗", U"第一台",
        U"第一个", U"第一家", U"首条", U"第一条", U"第一座", U"首套"};
    const std::u32string_view word = r_.Text(i);
    return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
  }

  bool IsScope(size_t i) const {
    static constexpr std::u32string_view kScopes[] = {U"我国", U"国内", U"全国", U"全球", U"世界",
                                                      U"中国", U"全市", U"全省", U"亚洲", U"国际"};
    const std::u32string_view word = r_.Text(i);
    return std::find(std::begin(kScopes), std::end(kScopes), word) != std::end(kScopes);
  }

  // 正在建设中的甲, 已经投入运行的乙、丙.
  void ReadStage() {
    for (size_t i = words_.begin; i + 3 < words_.end; ++i) {
      const std::u32string_view word = r_.Text(i);
      if (word != U"正在" && word != U"已经" && word != U"已" && word != U"即将") continue;
      size_t de = i + 1;
      while (de < words_.end && !r_.IsDe(de) && !r_.IsMark(de) && !r_.IsEntity(de)) ++de;
      if (de + 1 >= words_.end || !r_.IsDe(de)) return;
      const Span stage = text::Cover(r_[i].span, r_[de - 1].span);
      if (stage.size() > kLongest) return;
      for (size_t k = de + 1; k < words_.end; ++k) {
        if (r_.IsEntity(k)) {
          State(k, "建设状态", stage, "attribute.stage");
        } else if (!r_.IsListSeparator(k) && !r_.IsQuoteMark(k)) {
          return;
        }
      }
      return;
    }
  }

  // 算力性能全球领先.
  void ReadLead(const Clause& clause) {
    if (!clause.subject.known() || words_.end < words_.begin + 3) return;
    size_t end = words_.end;
    while (end > words_.begin && r_.IsMark(end - 1)) --end;
    if (end < words_.begin + 3 || r_.Text(end - 1) != U"领先" || !IsScope(end - 2)) return;
    const Span value = text::Cover(r_[end - 2].span, r_[end - 1].span);
    size_t begin = end - 2;
    while (begin > words_.begin && (r_.IsNominal(begin - 1) || r_.IsListSeparator(begin - 1))) {
      --begin;
    }
    const Span what = text::Cover(r_[begin].span, r_[end - 2].span);
    const Span property{what.begin, r_[end - 2].span.begin};
    const std::string name =
        property.empty() ? "地位" : text::EncodeUtf8(scene_.text.Text(property));
    StateSubject(clause, name, value, "attribute.lead");
  }

  void State(size_t name, const std::string& property, Span value, const char* rule) {
    FactDraft draft;
    draft.subject = r_.text().EntityOf(r_[name]);
    draft.subject_mention = r_[name].span;
    Add(std::move(draft), property, value, rule);
  }

  void StateSubject(const Clause& clause, const std::string& property, Span value,
                    const char* rule) {
    FactDraft draft;
    SetSubject(clause.subject, draft);
    Add(std::move(draft), property, value, rule);
  }

  void Add(FactDraft draft, const std::string& property, Span read, const char* rule) {
    const std::u32string& text = scene_.context().reading.text();
    const Span value = WithPartnerMarks(text, read);
    if (SplitsQuotation(text, value)) return;
    draft.value = value;
    draft.rule = rule;
    draft.fact.set_property(property);
    draft.fact.set_text(PrintedText(scene_.context(), value));
    sink_.Add(std::move(draft));
  }

  const Scene& scene_;
  const WordReader r_;
  FactSink& sink_;
  WordRange words_;
};

}  // namespace

void FindCategoryFacts(const Scene& scene, FactSink& sink) { CategoryReader(scene, sink).Read(); }

}  // namespace yinzheng::knowledge
