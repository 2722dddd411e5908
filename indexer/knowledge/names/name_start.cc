// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/names/name_start.h"

#include <string_view>

#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

void Count(const NamePiece& piece, NameStart& start) {
  ++start.pieces;
  start.begin = piece.span.begin;
  if (piece.kind == PieceKind::kHead) start.head = true;
  if (piece.is_quoted) start.quoted = true;
  if (piece.kind == PieceKind::kProper) {
    start.unknown_only = piece.is_unknown && (start.unknown_only || !start.proper);
    start.proper = true;
    start.place = piece.is_place;
    if (!piece.is_place && !piece.is_quoted) ++start.content_pieces;
  }
  if (piece.kind == PieceKind::kContent) {
    ++start.content_pieces;
    start.content_size += piece.span.size();
  }
}

bool IsStrong(const NamePiece& piece) {
  return piece.kind == PieceKind::kHead || (piece.kind == PieceKind::kProper && !piece.is_unknown);
}

// 脑科学|与|类脑|研究中心: an unknown word does not end the name where a join leads on.
size_t WithJoined(const std::vector<NamePiece>& pieces, size_t last, size_t limit) {
  while (last + 1 < limit && pieces[last].kind == PieceKind::kJoin &&
         pieces[last + 1].kind == PieceKind::kContent) {
    last += 2;
  }
  return last;
}

// 量子|云算力|集群: nor does it where what the thing is about goes on.
size_t WithContent(const NameText& text, const std::vector<NamePiece>& pieces, size_t last,
                   size_t limit) {
  while (last < limit && pieces[last].kind == PieceKind::kContent && !pieces[last].is_verb &&
         !text::IsDigit(text.At(pieces[last].span.begin))) {
    ++last;
  }
  return last;
}

// 远航公司|与|智源|研究院: a known name before a join is another one, if a name stands behind it
// too.
size_t WithoutPartner(const std::vector<NamePiece>& pieces, size_t limit) {
  bool named = false;
  for (size_t i = 0; i + 1 < limit; ++i) {
    const bool partner = pieces[i].kind == PieceKind::kJoin && IsStrong(pieces[i + 1]) &&
                         pieces[i + 1].kind == PieceKind::kProper;
    if (named && partner) return i;
    named = named || pieces[i].kind == PieceKind::kProper;
  }
  return limit;
}

// Index one past the last piece (from the ending outwards) that belongs to the name: up to the
// outermost proper name or opener, a weak one only if there is no other; without any, all but
// modifiers at the front.
size_t LastPiece(const NameText& text, const std::vector<NamePiece>& pieces) {
  size_t limit = pieces.size();
  // “长安链”|研发|实验室 is one name; “太极计划”|空间|引力波|探测器 is two; nothing belongs before
  // quotes.
  for (size_t i = 0; i < pieces.size(); ++i) {
    if (!pieces[i].is_quoted) continue;
    limit = i > 1 ? i : i + 1;
    break;
  }
  limit = WithoutPartner(pieces, limit);
  for (size_t i = limit; i > 0; --i) {
    if (IsStrong(pieces[i - 1])) return i;
  }
  for (size_t i = limit; i > 0; --i) {
    if (pieces[i - 1].kind == PieceKind::kProper) {
      return WithContent(text, pieces, WithJoined(pieces, i, limit), limit);
    }
  }
  size_t last = limit;
  while (last > 0 && (pieces[last - 1].kind == PieceKind::kModifier || pieces[last - 1].is_verb ||
                      pieces[last - 1].kind == PieceKind::kJoin)) {
    --last;
  }
  return last;
}

// 上海|虹口体育馆 are two places: the larger one stands for itself.
size_t NearestProper(const std::vector<NamePiece>& pieces, size_t last) {
  for (size_t i = 0; i < last; ++i) {
    if (pieces[i].kind != PieceKind::kProper) continue;
    // 黑石|餐厨垃圾|处理厂: unknown words in a row are one name.
    size_t end = i + 1;
    while (end < last && pieces[end - 1].is_unknown && pieces[end].is_unknown) ++end;
    return end;
  }
  return last;
}

// 山东省|平度市|崔马镇|供销社: of a chain of districts the last belongs to the name.
size_t WithoutLargerDistricts(const NameText& text, const std::vector<NamePiece>& pieces,
                              size_t last) {
  constexpr std::u32string_view kDistrictEnds = U"市县区镇乡";
  while (last >= 2 && pieces[last - 1].is_place && pieces[last - 2].is_place &&
         kDistrictEnds.find(text.Before(pieces[last - 2].span.end)) != std::u32string_view::npos) {
    --last;
  }
  return last;
}

// Before 有限公司 everything is the company's name, but for words that lead up to it:
// 子公司|启明|光电|有限公司.
size_t LegalName(const std::vector<NamePiece>& pieces) {
  size_t last = pieces.size();
  for (size_t i = 0; i < pieces.size(); ++i) {
    if (!pieces[i].is_quoted) continue;
    last = i;
    break;
  }
  while (last > 0) {
    const NamePiece& outer = pieces[last - 1];
    const bool leads = outer.kind == PieceKind::kModifier || outer.kind == PieceKind::kJoin ||
                       outer.kind == PieceKind::kGeneric;
    if (!leads) break;
    --last;
  }
  return last;
}

// 城东区|建设|卫星产业园: between a place and a thing that is built the verb is no part of a name.
size_t WithoutBuilder(const NameText& text, const std::vector<NamePiece>& pieces, size_t last,
                      const FoundSuffix& suffix) {
  constexpr uint32_t kShortestBuilt = 5;
  const v1::EntityType type = suffix.rule->type;
  if (type != v1::ENTITY_TYPE_PLACE && type != v1::ENTITY_TYPE_FACILITY &&
      type != v1::ENTITY_TYPE_PROJECT) {
    return last;
  }
  for (size_t i = 0; i + 1 < last; ++i) {
    const bool builds = text.Slice(pieces[i].span) == U"建设" && pieces[i + 1].is_place;
    if (builds && suffix.end - pieces[i].span.end >= kShortestBuilt) return i;
  }
  return last;
}

}  // namespace

NameStart ChooseStart(const NameText& text, const std::vector<NamePiece>& pieces,
                      const FoundSuffix& suffix) {
  NameStart start;
  start.begin = suffix.begin;
  size_t last =
      suffix.rule->need == SuffixNeed::kLegal ? LegalName(pieces) : LastPiece(text, pieces);
  if (suffix.rule->id == "building" || suffix.rule->id == "street") {
    last = NearestProper(pieces, last);
  }
  last = WithoutLargerDistricts(text, pieces, last);
  last = WithoutBuilder(text, pieces, last, suffix);
  for (size_t i = 0; i < last; ++i) Count(pieces[i], start);
  return start;
}

}  // namespace yinzheng::knowledge
