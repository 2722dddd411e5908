// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/respective_nouns.h"

#include <vector>

namespace yinzheng::knowledge {
namespace {

class RowReader {
 public:
  RowReader(const WordReader& reader, WordRange clause, size_t figure)
      : r_(reader), clause_(clause), figure_(figure) {}

  std::optional<RespectiveNoun> Read() const {
    const size_t respectively = FindRespectively();
    if (respectively == clause_.end) return std::nullopt;
    size_t first = respectively + 1;
    while (first < clause_.end && !IsFigure(first)) ++first;
    const size_t count = CountRow(first);
    if (count < 2) return std::nullopt;
    const size_t end = ListEnd(respectively);
    const size_t begin = ListBegin(end);
    std::vector<WordRange> items = Items({begin, end}, /*by_words=*/false);
    if (items.size() != count) items = Items({begin, end}, /*by_words=*/true);
    if (items.size() != count) return std::nullopt;
    const size_t place = (figure_ - first) / 2;
    WordRange& last = items.back();
    const size_t shared = SharedBegin(last);
    const std::u32string head = TextOf({shared, last.end});
    last.end = shared;
    const std::u32string kind = KindAtEnd(TextOf(last));
    std::u32string own = TextOf(items[place]);
    if (!own.ends_with(kind)) own += kind;
    return RespectiveNoun{own + head, VerbOf({respectively + 1, first})};
  }

  // 家具行业 is one word to the segmenter.
  static std::u32string KindAtEnd(const std::u32string& last) {
    static constexpr std::u32string_view kKinds[] = {U"行业", U"业务", U"领域"};
    for (const std::u32string_view kind : kKinds) {
      if (last.size() > kind.size() && last.ends_with(kind)) return std::u32string(kind);
    }
    return U"";
  }

 private:
  bool IsFigure(size_t i) const { return r_[i].kind == WordKind::kQuantity; }

  size_t FindRespectively() const {
    for (size_t i = figure_; i > clause_.begin; --i) {
      if (r_.Text(i - 1) == U"分别") return i - 1;
    }
    return clause_.end;
  }

  // How many figures stand in a row from `first` on; 0 if the figure asked for is none of them.
  size_t CountRow(size_t first) const {
    size_t count = 0;
    size_t last = first;
    for (size_t i = first; i < clause_.end && IsFigure(i); i += 2) {
      ++count;
      last = i;
      if (i + 1 >= clause_.end || !r_.IsListSeparator(i + 1)) break;
    }
    const bool inside = figure_ >= first && figure_ <= last && (figure_ - first) % 2 == 0;
    return inside ? count : 0;
  }

  // Behind the nouns: back over 同比, 均 and times.
  size_t ListEnd(size_t respectively) const {
    size_t end = respectively;
    while (end > clause_.begin && (r_.IsAdverb(end - 1) || r_[end - 1].kind == WordKind::kDate)) {
      --end;
    }
    return end;
  }

  size_t ListBegin(size_t end) const {
    size_t begin = end;
    while (begin > clause_.begin && InList(begin - 1)) --begin;
    while (begin < end && (r_.IsListSeparator(begin) || r_.IsDe(begin))) ++begin;
    return begin;
  }

  bool InList(size_t i) const {
    if (r_.IsListSeparator(i) || r_.Is(i, kListEnd)) return true;
    if (r_.Is(i, kPreposition | kAdverb | kCopula)) return false;
    return r_.IsNominal(i) || r_.IsDe(i) || r_.Is(i, kMeasureNoun) || r_.IsVerb(i);
  }

  // The members of the list, separated by 、, and by 和 too if `by_words`.
  std::vector<WordRange> Items(WordRange list, bool by_words) const {
    std::vector<WordRange> items;
    size_t begin = list.begin;
    for (size_t i = list.begin; i <= list.end; ++i) {
      const bool ends = i == list.end || (r_.IsListSeparator(i) && (by_words || r_.IsMark(i)));
      if (!ends) continue;
      if (i > begin) items.push_back({begin, i});
      begin = i + 1;
    }
    return items;
  }

  // Where the words that the last member shares with the others begin: behind 等, else at the
  // measure or the word for a kind that ends it.
  size_t SharedBegin(WordRange last) const {
    for (size_t i = last.begin + 1; i < last.end; ++i) {
      if (r_.Is(i, kListEnd)) return i;
    }
    size_t begin = last.end;
    while (begin > last.begin + 1 && (IsMeasure(begin - 1) || IsKind(begin - 1))) --begin;
    return begin;
  }

  bool IsMeasure(size_t i) const {
    return r_.Is(i, kMeasureNoun) || (r_.Text(i).size() > 1 && r_.EndsInMeasure(r_.Text(i)));
  }

  bool IsKind(size_t i) const {
    static constexpr std::u32string_view kKinds[] = {U"行业", U"产业", U"领域", U"业务",
                                                     U"类",   U"商品", U"出口", U"进口"};
    for (const std::u32string_view kind : kKinds) {
      if (r_.Text(i) == kind) return true;
    }
    return false;
  }

  std::u32string TextOf(WordRange words) const {
    std::u32string out;
    for (size_t i = words.begin; i < words.end; ++i) {
      if (!r_.Is(i, kListEnd)) out += r_.Text(i);
    }
    return out;
  }

  // The verb of change before the figures.
  std::u32string VerbOf(WordRange words) const {
    for (size_t i = words.end; i > words.begin; --i) {
      if (r_.Is(i - 1, kChange)) return std::u32string(r_.Text(i - 1));
    }
    return U"";
  }

  const WordReader& r_;
  const WordRange clause_;
  const size_t figure_;
};

}  // namespace

std::optional<RespectiveNoun> FindRespectiveNoun(const WordReader& reader, WordRange clause,
                                                 size_t figure) {
  return RowReader(reader, clause, figure).Read();
}

}  // namespace yinzheng::knowledge
