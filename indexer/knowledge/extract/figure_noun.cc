// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/figure_noun.h"

#include <algorithm>

#include "indexer/knowledge/extract/figure_phrase.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

constexpr size_t kLongestProperty = 22;

class FigureReader {
 public:
  FigureReader(const WordReader& reader, WordRange clause, size_t figure)
      : r_(reader),
        clause_(clause),
        figure_(figure),
        match_(reader.text().quantities[static_cast<size_t>(reader[figure].index)]),
        unit_(text::DecodeUtf8(match_.unit)),
        phrase_(reader, clause, figure) {}

  FigureNoun Read() {
    const bool sized = r_.rules().Is(unit_, kDimensionUnit | kMoneyUnit | kDurationUnit) ||
                       unit_ == U"%" || match_.fraction.has_value();
    if (sized) ReadDescribed();
    std::u32string behind = sized ? U"" : NounBehind();
    if (sized && !noun_.described && behind.empty()) behind = SizedNounBehind();
    const std::u32string share = Share();
    if (!share.empty()) {
      noun_.property = share;
    } else if (!behind.empty() && !described_by_before_) {
      noun_.property = WithSuffix(DoneByCounted() + behind);
      OwnerBefore(figure_);
    } else {
      noun_.property = FromVerbOrBefore();
    }
    TrimMarks(noun_.property);
    return noun_;
  }

 private:
  static void TrimMarks(std::u32string& property) {
    while (!property.empty() && text::IsPunctuation(property.front())) property.erase(0, 1);
    while (!property.empty() && text::IsPunctuation(property.back())) property.pop_back();
  }

  bool IsFigure(size_t i) const { return r_[i].kind == WordKind::kQuantity; }

  std::u32string NounBehind() const {
    size_t begin = figure_ + 1;
    if (begin < clause_.end && r_.IsDe(begin)) ++begin;
    if (begin < clause_.end && r_.IsListSeparator(begin)) return U"";
    if (begin < clause_.end && r_.IsPlain(begin) && r_.Text(begin).front() == U'各') ++begin;
    size_t end = phrase_.End(begin);
    // 4家企业落地发展: what they do is no part of what they are.
    for (size_t i = begin + 1; i < end; ++i) {
      if (IsLanded(i)) end = i;
    }
    if (end > begin && ClosesAsNoun(end)) ++end;
    return Shortened(begin, end);
  }

  // 两场集体|采访: how often something is done, told by a verb that ends the clause.
  bool ClosesAsNoun(size_t i) const {
    static constexpr std::u32string_view kTimes[] = {U"场", U"次", U"轮", U"起"};
    if (i >= clause_.end || !r_.IsVerb(i) || r_.Text(i).size() < 2) return false;
    const bool last = i + 1 >= clause_.end || r_.IsMark(i + 1);
    return last && std::find(std::begin(kTimes), std::end(kTimes), unit_) != std::end(kTimes);
  }

  bool IsLanded(size_t i) const {
    const auto* meanings = r_.rules().relations.Find(r_.Text(i));
    return r_.IsPlain(i) && meanings != nullptr && meanings->front().id == "landed";
  }

  // 8个村入选名录, 2名工人受伤: what those who are counted did, where they lead the clause.
  std::u32string DoneByCounted() const {
    constexpr size_t kLongest = 14;
    if (!r_.rules().Is(unit_, kCountUnit)) return U"";
    for (size_t i = clause_.begin; i < figure_; ++i) {
      if (!r_.IsMark(i) && r_[i].kind != WordKind::kDate && !r_.IsAdverb(i) && !IsTimeWord(i)) {
        return U"";
      }
    }
    const size_t verb = phrase_.End(figure_ + 1);
    if (verb == figure_ + 1 || verb >= clause_.end || !r_.IsVerb(verb)) return U"";
    size_t end = verb;
    while (end < clause_.end && !r_.IsMark(end) && !IsFigure(end)) ++end;
    std::u32string done = phrase_.TextOf(verb, end);
    std::erase(done, U'了');
    if (done.size() > kLongest) return U"";
    return end == verb + 1 ? done : done + U"的";
  }

  // Long phrases keep what stands behind their last 的.
  std::u32string Shortened(size_t begin, size_t end) const {
    std::u32string out = phrase_.TextOf(begin, end);
    if (out.size() <= kLongestProperty) return out;
    for (size_t i = end; i > begin; --i) {
      if (r_.IsDe(i - 1)) return Cut(phrase_.TextOf(i, end));
    }
    return Cut(out);
  }

  static std::u32string Cut(std::u32string text) {
    if (text.size() > kLongestProperty) text.erase(0, text.size() - kLongestProperty);
    return text;
  }

  // 3000亩土地, 3亿元资金.
  std::u32string SizedNounBehind() {
    size_t i = figure_ + 1;
    if (i < clause_.end && r_.IsListSeparator(i)) return U"";  // 柴油5吨、肥料9吨
    if (i < clause_.end && r_.IsDe(i)) ++i;
    const size_t end = phrase_.End(i);
    if (end == i) return U"";
    if (r_.rules().Is(unit_, kDimensionUnit) && IsThing(end - 1)) {  // 2米口径某某望远镜
      noun_.described = end - 1;
      return WithUnit(Shortened(i, end - 1));
    }
    std::u32string noun = Shortened(i, end);
    if (const std::string* property = r_.rules().unit_properties.Find(unit_)) {
      if (!r_.EndsInMeasure(noun)) noun += text::DecodeUtf8(*property);
    }
    return noun;
  }

  // …的中试平台, …的孵化器, not …的范围内, …的海山.
  bool EndsAsThing(size_t begin, size_t end) const {
    const std::u32string_view words = r_.text().Text(r_.WithoutMarks({begin, end}));
    for (size_t n = 2; n <= std::min<size_t>(4, words.size()); ++n) {
      if (r_.rules().Is(words.substr(words.size() - n), kThingNoun)) return true;
    }
    return false;
  }

  bool IsThing(size_t i) const {
    const v1::EntityType type = r_.TypeOf(i);
    return type == v1::ENTITY_TYPE_PRODUCT || type == v1::ENTITY_TYPE_FACILITY;
  }

  // 口径, or 长度 where nothing is said.
  std::u32string WithUnit(const std::u32string& noun) {
    return noun.empty() ? UnitProperty() : noun;
  }

  // 7000平方米的平台: the figure describes the noun that ends the phrase behind 的.
  void ReadDescribed() {
    size_t i = figure_ + 1;
    if (i >= clause_.end || !r_.IsDe(i) || unit_ == U"%" || match_.fraction.has_value()) return;
    size_t last_name = 0;
    size_t noun_begin = i + 1;
    size_t end = i + 1;
    for (; end < clause_.end; ++end) {
      if (IsFigure(end) || (r_.IsMark(end) && !r_.IsQuoteMark(end))) break;
      if (r_.Is(end, kConjunction) && end + 1 < clause_.end && IsFigure(end + 1)) break;
      if (r_.IsEntity(end)) last_name = end;
      if (r_.IsDe(end)) noun_begin = end + 1;
    }
    if (last_name > 0 && last_name + 2 >= end) {
      noun_.described = last_name;
    } else if (noun_begin < end && r_.rules().Is(unit_, kDimensionUnit) &&
               EndsAsThing(noun_begin, end)) {
      noun_.described_noun = {noun_begin, end};
    }
    described_by_before_ =
        noun_.described > 0 || noun_.described_noun.begin < noun_.described_noun.end;
  }

  // 占全市的三分之一: 占全市比重.
  std::u32string Share() const {
    if (unit_ != U"%" && !match_.fraction.has_value()) return U"";
    constexpr size_t kReach = 12;
    if (figure_ > clause_.begin + 1 && r_.IsDe(figure_ - 1) && r_.IsNominal(figure_ - 2)) {
      std::u32string whole = ShareOf();
      if (!whole.empty()) return whole;
    }
    const size_t floor = figure_ > clause_.begin + kReach ? figure_ - kReach : clause_.begin;
    for (size_t i = figure_; i > floor; --i) {
      if (r_.Text(i - 1) == U"占比") return U"";
      if (TakesShare(i - 1)) return ShareTakenBy(i - 1);
    }
    return U"";
  }

  bool TakesShare(size_t i) const {
    const std::u32string_view word = r_.Text(i);
    return word == U"占" || word == U"约占" || word == U"占据";
  }

  // 占全市|三分之一, 占|比: what follows the verb is the whole.
  std::u32string ShareTakenBy(size_t verb) const {
    const size_t begin = verb + 1;
    if (begin < figure_ && r_.Text(begin) == U"比") return PartOfShare(verb) + U"占比";
    size_t end = begin;
    while (end < figure_ && !IsFigure(end)) ++end;
    while (end > begin && !r_.IsNominal(end - 1) && !r_.IsEntity(end - 1)) --end;
    return PartOfShare(verb) + U"占" + WithoutShare(Cut(phrase_.TextOf(begin, end))) + U"比重";
  }

  // 高技能人才|占技能人才的比例: the noun whose share it is; empty if the clause names none.
  std::u32string PartOfShare(size_t verb) const {
    constexpr size_t kLongest = 12;
    size_t end = verb;
    while (end > clause_.begin && r_.IsAdverb(end - 1)) --end;
    std::u32string part = phrase_.TextOf(phrase_.Begin(end), end);
    return part.size() > kLongest ? U"" : part;
  }

  // 技能人才的比例: without the word for a share, which is put behind it.
  static std::u32string WithoutShare(std::u32string whole) {
    static constexpr std::u32string_view kShares[] = {U"比重", U"比例", U"份额"};
    for (const std::u32string_view share : kShares) {
      if (whole.size() > share.size() && whole.ends_with(share)) {
        whole.resize(whole.size() - share.size());
      }
    }
    if (whole.size() > 1 && whole.ends_with(U"的")) whole.pop_back();
    return whole;
  }

  // 贡献了全市产值的三分之一: 贡献全市产值比重.
  std::u32string ShareOf() const {
    size_t begin = phrase_.Begin(figure_ - 1);
    if (begin > clause_.begin && r_.IsEntity(begin - 1)) --begin;
    const std::u32string whole = Cut(phrase_.TextOf(begin, figure_ - 1));
    size_t verb = begin;
    while (verb > clause_.begin && r_.IsAspect(verb - 1)) --verb;
    const bool governed = verb > clause_.begin && r_.IsVerb(verb - 1);
    return (governed ? std::u32string(r_.Text(verb - 1)) : U"占") + whole + U"比重";
  }

  std::u32string WithSuffix(std::u32string noun) const {
    if (noun.empty() || r_.EndsInMeasure(noun)) return noun;
    if (match_.fraction.has_value() || unit_ == U"%") return noun + U"比例";
    if (r_.rules().Is(unit_, kDimensionUnit | kDurationUnit | kMoneyUnit)) return noun;
    return noun + (unit_ == U"级" ? U"级别" : U"数");
  }

  // 稳定|在, 提高|到: how many words before `i` link as one phrase; 0 if none do.
  size_t LinkPhrase(size_t i) const {
    if (i < clause_.begin + 2 || !r_.IsPlain(i - 1) || !r_.IsPlain(i - 2)) return 0;
    const text::Span both = text::Cover(r_[i - 2].span, r_[i - 1].span);
    return r_.rules().Is(r_.text().Text(both), kCopula) ? 2 : 0;
  }

  // Back over what links noun and figure: 达到, 约, 已, 共有.
  size_t OverLinks(size_t i) const {
    while (i > clause_.begin) {
      const size_t previous = i - 1;
      const bool link =
          r_.Is(previous, kCopula | kAdverb) || r_.IsAspect(previous) ||
          (r_.IsPlain(previous) && r_[previous].tag == "d") ||
          (r_.IsMark(previous) && (r_.Text(previous) == U":" || r_.Text(previous) == U" "));
      const size_t phrase = link ? 1 : LinkPhrase(i);
      if (phrase == 0) break;
      i -= phrase;
    }
    return i;
  }

  // 从30人增加到500人, 由2018年的30家增至50家: the noun of both figures stands before 从.
  size_t OverStart(size_t figure) const {
    constexpr size_t kReach = 9;
    for (size_t i = figure; i > clause_.begin && i + kReach > figure; --i) {
      const size_t p = i - 1;
      if (r_.Text(p) == U"从" || r_.Text(p) == U"由") return p > clause_.begin ? p : figure;
      const bool passes = IsFigure(p) || r_[p].kind == WordKind::kDate || r_.IsDe(p) ||
                          r_.Is(p, kCopula | kChange | kLocal) || r_.IsVerb(p) ||
                          r_.Text(p) == U"到" || IsTimeWord(p);
      if (!passes) break;
    }
    return figure;
  }

  bool IsTimeWord(size_t i) const { return r_.IsPlain(i) && r_[i].tag == "t"; }

  // The verb phrase behind (12家上市), else the nouns and verbs before.
  std::u32string FromVerbOrBefore() {
    const size_t link = OverLinks(OverStart(figure_));
    size_t verbs = link;
    while (verbs > clause_.begin && IsTailVerb(verbs - 1)) --verbs;
    if (verbs == link && IsDegree(link)) verbs = link - 1;
    const size_t noun = verbs < link ? OverComparison(verbs) : verbs;
    const size_t begin = phrase_.Begin(noun);
    noun_.before = {begin, noun};
    OwnerBefore(begin);
    // 投资同比增长6.5%: what the change is measured against is no part of its name.
    const std::u32string before =
        noun < verbs ? Cut(phrase_.TextOf(begin, noun) + phrase_.TextOf(verbs, link))
                     : Cut(phrase_.TextOf(begin, link));
    const std::u32string behind = VerbPhraseBehind();
    if (!behind.empty()) return WithSuffix(before.size() <= 10 ? before + behind : behind);
    if (before.empty()) return IsRankedBehind() ? U"" : UnitProperty();
    if (begin == noun) return described_by_before_ ? UnitProperty() : VerbProperty(before);
    if (verbs < link) return WithChange(before);
    return WithSuffix(before);
  }

  // Back over 同比, 比上年, 较去年同期 before a verb of change.
  size_t OverComparison(size_t verbs) const {
    static constexpr std::u32string_view kWords[] = {U"同比", U"环比", U"年均", U"相比", U"比",
                                                     U"较",   U"与",   U"同期", U"分别", U"实际"};
    size_t i = verbs;
    while (i > clause_.begin) {
      const size_t p = i - 1;
      const bool comparison =
          std::find(std::begin(kWords), std::end(kWords), r_.Text(p)) != std::end(kWords);
      const bool manner =
          r_.IsPlain(p) && r_.IsAdverb(p) && !r_.Is(p, kConjunction) && r_.Text(p) != U"其中";
      if (!comparison && !manner && r_[p].kind != WordKind::kDate && !IsTimeWord(p)) break;
      i = p;
    }
    return i == verbs ? OverStandard(verbs) : i;
  }

  // Back over 比首届, 较上一轮: what the change is measured against.
  size_t OverStandard(size_t verbs) const {
    constexpr size_t kReach = 4;
    for (size_t i = verbs; i > clause_.begin && i + kReach > verbs; --i) {
      const std::u32string_view word = r_.Text(i - 1);
      if (word == U"比" || word == U"较") return i - 1;
      if (!r_.IsNominal(i - 1) && !r_.IsEntity(i - 1)) break;
    }
    return verbs;
  }

  // 增速比制造业投资高|5个百分点: the adjective before `link` says how far it is from a standard.
  bool IsDegree(size_t link) const {
    static constexpr std::u32string_view kWords[] = {U"高", U"低", U"快",   U"慢",
                                                     U"多", U"少", U"高出", U"低出"};
    return link > clause_.begin &&
           std::find(std::begin(kWords), std::end(kWords), r_.Text(link - 1)) != std::end(kWords) &&
           OverStandard(link - 1) != link - 1;
  }

  bool IsTailVerb(size_t i) const {
    if (r_.IsEntity(i) || IsFigure(i)) return false;
    return r_.IsVerb(i) || r_.Is(i, kChange | kHave);
  }

  // A name directly before the noun owns it, unless a verb or preposition governs the name.
  void OwnerBefore(size_t begin) {
    size_t i = begin;
    if (i > clause_.begin && r_.IsDe(i - 1)) --i;
    while (i > clause_.begin && r_.IsQuoteMark(i - 1)) --i;
    if (i == clause_.begin || !r_.IsEntity(i - 1)) return;
    const size_t name = i - 1;
    // 界石、走马和夏坝3座基地: the members of a list are what is counted.
    const bool listed = name > clause_.begin && r_.IsListSeparator(name - 1);
    if (listed && begin == figure_ && r_.rules().Is(unit_, kCountUnit)) return;
    if (listed && name > clause_.begin + 1 && r_.IsEntity(name - 2)) return;  // 甲、乙产值
    if (name == clause_.begin || !BelongsToVerb(name, begin)) noun_.owner = name;
  }

  // Whether a verb or preposition before the name governs it. 落地某区3家: the place still owns the
  // figure.
  bool BelongsToVerb(size_t name, size_t begin) const {
    const size_t governor = Governor(name);
    const bool beside = begin == name + 1 && r_.TypeOf(name) == v1::ENTITY_TYPE_PLACE;
    const bool governed =
        governor + 1 == name &&
        (r_.IsVerb(governor) || r_.Is(governor, kPreposition | kVerbLike | kHave));
    if (beside && governed) return false;
    return r_.IsVerb(governor) || r_.Is(governor, kPreposition | kHave) || r_.IsAspect(governor);
  }

  // The word before a name, or before the list that the name ends: 下设 of 下设甲、乙.
  size_t Governor(size_t name) const {
    size_t i = name - 1;
    while (i > clause_.begin && (r_.IsQuoteMark(i) || r_.IsListSeparator(i) || r_.IsEntity(i))) --i;
    return i;
  }

  // 两项都排第一: what is told of those counted is their rank.
  bool IsRankedBehind() const {
    size_t i = figure_ + 1;
    while (i < clause_.end && (r_.IsVerb(i) || r_.IsAdverb(i) || r_.Is(i, kPreposition))) ++i;
    return i < clause_.end && r_[i].kind == WordKind::kRank;
  }

  std::u32string VerbPhraseBehind() const {
    constexpr size_t kLongest = 14;
    size_t i = figure_ + 1;
    if (IsRankedBehind()) return U"";
    if (OverStart(figure_) != figure_) return U"";
    if (i >= clause_.end || r_.IsListSeparator(i) || !(r_.IsVerb(i) || r_.IsAdverb(i))) return U"";
    const size_t begin = i;
    while (i < clause_.end && !r_.IsMark(i) && !IsFigure(i)) ++i;
    std::u32string phrase = phrase_.TextOf(begin, i);
    if (phrase.size() > kLongest) return U"";
    std::erase(phrase, U'了');
    return phrase;
  }

  std::u32string UnitProperty() {
    if (const std::string* property = r_.rules().unit_properties.Find(unit_)) {
      return text::DecodeUtf8(*property);
    }
    return U"数量";
  }

  // 投入过亿元: 投入金额; 用时4个月: 用时.
  std::u32string VerbProperty(const std::u32string& verb) const {
    if (r_.EndsInMeasure(verb)) return verb;
    if (const std::string* property = r_.rules().unit_properties.Find(unit_)) {
      return verb + text::DecodeUtf8(*property);
    }
    return WithSuffix(verb);
  }

  // 准确率提升12%: 准确率提升幅度.
  std::u32string WithChange(const std::u32string& phrase) const {
    if (unit_ == U"%" || unit_ == U"个百分点" || unit_ == U"百分点" ||
        match_.measure == text::QuantityMeasure::kChange) {
      return phrase + U"幅度";
    }
    if (unit_ == U"倍") return phrase + U"倍数";
    return WithSuffix(phrase);
  }

  const WordReader& r_;
  const WordRange clause_;
  const size_t figure_;
  const text::QuantityMatch& match_;
  const std::u32string unit_;
  const FigurePhrase phrase_;
  FigureNoun noun_;
  bool described_by_before_ = false;
};

}  // namespace

FigureNoun ReadFigureNoun(const WordReader& reader, WordRange clause, size_t figure) {
  return FigureReader(reader, clause, figure).Read();
}

}  // namespace yinzheng::knowledge
