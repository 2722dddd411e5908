// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/names/product_name.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "indexer/knowledge/names/left_context.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

constexpr uint32_t kCueReach = 16;  // how far before the product its making is looked for
constexpr uint32_t kShowReach = 8;  // how far behind it its appearance is
constexpr uint32_t kLongRating = 12;

bool HoldsMark(std::u32string_view words) {
  return words.find_first_of(U",;:!?。、\n") != std::u32string_view::npos;
}

// Words that bring a product: 推出了首个…系统, 自主研发的…软件.
constexpr std::array<std::u32string_view, 22> kMaking = {
    U"推出", U"研发", U"研制", U"开发", U"上市", U"发布", U"上线", U"推广",
    U"打造", U"发射", U"攻克", U"量产", U"交付", U"启动", U"首个", U"首台",
    U"首款", U"首套", U"首颗", U"首枚", U"首艘", U"首架"};

bool FollowsMaking(const NameText& text, uint32_t begin) {
  const std::u32string_view before = text.Until(begin, kCueReach);
  return std::any_of(kMaking.begin(), kMaking.end(), [&](std::u32string_view cue) {
    const size_t at = before.rfind(cue);
    return at != std::u32string_view::npos && !HoldsMark(before.substr(at + cue.size()));
  });
}

// …亮相, …首台样机下线, …的量产.
bool LeadsToShowing(const NameText& text, uint32_t end) {
  constexpr std::array<std::u32string_view, 12> kCues = {U"亮相", U"下线", U"量产", U"首飞",
                                                         U"问世", U"获批", U"交付", U"出货",
                                                         U"首台", U"样机", U"发射", U"大批量生产"};
  const std::u32string_view after = text.From(end, kShowReach);
  return std::any_of(kCues.begin(), kCues.end(), [&](std::u32string_view cue) {
    const size_t at = after.find(cue);
    return at != std::u32string_view::npos && !HoldsMark(after.substr(0, at));
  });
}

bool IsRating(char32_t c) {
  constexpr std::u32string_view kUnits = U"兆千百万瓦吨米升赫兹安伏克帕.·-";
  return text::IsDigit(c) || (text::IsLatinLetter(c) && c < 0x80) ||
         kUnits.find(c) != std::u32string_view::npos;
}

// The beginning of one rating that ends at `end`: 300兆瓦级, F级, 35W; `end` if none does.
uint32_t RatingBefore(const NameText& text, uint32_t end) {
  const bool classed = text.Before(end) == U'级';
  uint32_t begin = classed ? end - 1 : end;
  bool digits = false;
  bool letters = false;
  while (begin > 0 && end - begin < kLongRating && IsRating(text.Before(begin))) {
    --begin;
    digits = digits || text::IsDigit(text.At(begin));
    letters = letters || text::IsLatinLetter(text.At(begin));
  }
  const bool rates = classed ? digits || letters : digits && letters;
  return rates && text.IsWordBegin(begin) ? begin : end;
}

uint32_t WithRatings(const NameText& text, uint32_t begin) {
  for (uint32_t outer = RatingBefore(text, begin); outer < begin;
       outer = RatingBefore(text, begin)) {
    begin = outer;
  }
  return begin;
}

// 35|W|…: a figure before the product is a rating; 发射|…: the making is no part of the name.
bool EndsDescription(const NameText& text, const NamePiece& piece) {
  const std::u32string_view word = text.Slice(piece.span);
  if (std::find(kMaking.begin(), kMaking.end(), word) != kMaking.end()) return true;
  const char32_t first = text.At(piece.span.begin);
  return text::IsDigit(first) ||
         (text::IsLatinLetter(first) && text::IsDigit(text.Before(piece.span.begin)));
}

// AI|诊断软件: letters that stand for a technology say what the product is.
bool IsLetters(const NameText& text, const NamePiece& piece) {
  return piece.kind == PieceKind::kProper && text::IsLatinLetter(text.At(piece.span.begin)) &&
         !text.lexicon().TechnologyOf(text.Slice(piece.span)).empty();
}

bool Describes(const NameText& text, const NamePiece& piece) {
  return piece.kind != PieceKind::kProper || IsLetters(text, piece);
}

// The pieces before the ending that describe the product, up to a brand.
struct Description {
  size_t pieces = 0;
  size_t size = 0;  // of what is not generic
  bool branded = false;
};

Description Describe(const NameText& text, const std::vector<NamePiece>& pieces) {
  Description found;
  size_t& last = found.pieces;
  for (; last < pieces.size() && Describes(text, pieces[last]); ++last) {
    const SuffixRule* const tail = text.lexicon().FindSuffix(text.Slice(pieces[last].span));
    const bool brand_tail = tail != nullptr && tail->need == SuffixNeed::kBrand &&
                            last + 1 < pieces.size() && pieces[last + 1].is_unknown;
    if (brand_tail || pieces[last].kind == PieceKind::kModifier) break;
    if (EndsDescription(text, pieces[last])) break;
    const bool says = pieces[last].kind == PieceKind::kContent || IsLetters(text, pieces[last]);
    found.size += says ? pieces[last].span.size() : 0;
  }
  found.branded =
      last < pieces.size() && pieces[last].kind != PieceKind::kModifier && !pieces[last].is_place;
  return found;
}

// 氪气|电推进: an unknown word that the making leads up to describes the product.
void TakeUnknown(const NameText& text, const std::vector<NamePiece>& pieces, Description& found) {
  while (found.pieces < pieces.size()) {
    const NamePiece& piece = pieces[found.pieces];
    if (!piece.is_unknown && piece.kind != PieceKind::kContent &&
        piece.kind != PieceKind::kGeneric) {
      break;
    }
    if (EndsDescription(text, piece)) break;
    found.size += piece.kind == PieceKind::kGeneric ? 0 : piece.span.size();
    ++found.pieces;
  }
}

// Whether no noun follows, of which the technology would only be a part.
bool EndsPhrase(const NameText& text, uint32_t end) {
  const char32_t next = text.At(end);
  constexpr std::u32string_view kParticles = U"的等在已是为和与上";
  const std::u32string_view after = text.From(end, 2);
  return end >= text.size() || text::IsPunctuation(next) || text::IsSpace(next) ||
         kParticles.find(next) != std::u32string_view::npos || after == U"方面" || after == U"领域";
}

}  // namespace

void AddTechnologyName(const NameText& text, const FoundSuffix& suffix, NameCandidates& out) {
  constexpr size_t kLeastSize = 6;
  if (!EndsPhrase(text, suffix.end)) return;
  const std::vector<NamePiece> pieces = LeftContext(text, suffix.begin, 8);
  const auto says = [&](const NamePiece& piece) {
    return (piece.kind == PieceKind::kContent || piece.is_unknown) && !EndsDescription(text, piece);
  };
  size_t count = 0;
  while (count < pieces.size() && says(pieces[count])) ++count;
  while (count > 0 && pieces[count - 1].is_verb) --count;
  // What stands before it must not describe it as well: 先进|…技术, 中国|…技术.
  if (count < 2 || (count < pieces.size() && pieces[count].kind == PieceKind::kProper)) return;
  const uint32_t begin = pieces[count - 1].span.begin;
  if (suffix.begin - begin < kLeastSize) return;
  out.push_back({{begin, suffix.end}, suffix.rule->type, 56, suffix.rule->id});
}

void AddProductName(const NameText& text, const FoundSuffix& suffix, NameCandidates& out) {
  const std::vector<NamePiece> pieces = LeftContext(text, suffix.begin, 8);
  Description found = Describe(text, pieces);
  const bool of_brand = found.branded && suffix.rule->id == "product";
  const bool shown = LeadsToShowing(text, suffix.end);
  if (!of_brand || shown) TakeUnknown(text, pieces, found);
  while (found.pieces > 0 && pieces[found.pieces - 1].kind == PieceKind::kJoin) --found.pieces;
  const size_t least = suffix.end - suffix.begin >= 3 ? 2 : 3;
  if (found.pieces == 0 || found.size < least) return;
  const uint32_t begin = pieces[found.pieces - 1].span.begin;
  // 模型|训练|大模型: what is named twice stands in a clause.
  const std::u32string_view head = text.Slice({suffix.end - 2, suffix.end});
  if (text.Slice({begin, suffix.begin}).find(head) != std::u32string_view::npos) return;
  const bool made = shown || FollowsMaking(text, begin);
  if (!made && (!of_brand || found.size < 3)) return;
  out.push_back({{WithRatings(text, begin), suffix.end}, suffix.rule->type, 56, suffix.rule->id});
}

}  // namespace yinzheng::knowledge
