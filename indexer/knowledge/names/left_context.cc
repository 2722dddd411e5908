// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/names/left_context.h"

#include <algorithm>
#include <optional>

#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

constexpr uint32_t kLongestQuote = 12;
constexpr uint32_t kLongestName = 40;
constexpr size_t kCompanyPieces = 8;

bool IsJoin(std::u32string_view word) { return word == U"与" || word == U"和" || word == U"暨"; }

// “长安链” in front of a suffix: from the opening quote to the closing one, which ends at `end`.
std::optional<text::Span> QuotedPiece(const NameText& text, uint32_t end) {
  const uint32_t lowest = end > kLongestQuote + 2 ? end - kLongestQuote - 2 : 0;
  for (uint32_t i = end - 1; i > lowest; --i) {
    const char32_t c = text.Before(i);
    if (text::IsOpeningQuote(c) || c == U'《') return text::Span{i - 1, end};
    if (text::IsSentenceEnd(c) || text::IsClauseEnd(c) || text::IsClosingQuote(c)) break;
  }
  return std::nullopt;
}

// (北京) inside a company's name.
std::optional<text::Span> BracketedPlace(const NameText& text, uint32_t end) {
  for (uint32_t size = 2; size <= 5 && end > size + 2; ++size) {
    const uint32_t begin = end - size - 2;
    if (text.At(begin) != U'(') continue;
    const KnownName* known = text.lexicon().FindKnown(text.Slice({begin + 1, end - 1}));
    if (known != nullptr && known->type == v1::ENTITY_TYPE_PLACE) return text::Span{begin, end};
    return std::nullopt;
  }
  return std::nullopt;
}

bool AllDigits(std::u32string_view word) {
  for (const char32_t c : word) {
    if (!text::IsDigit(c)) return false;
  }
  return true;
}

// A number is part of a name where it counts institutions (第三医院, 301医院), not things
// (三家医院).
std::optional<PieceKind> KindOfNumber(std::u32string_view word) {
  constexpr std::u32string_view kNumerals = U"一二三四五六七八九十百零0123456789";
  if (word[0] == U'第' && word.size() >= 2 && word.size() <= 4 &&
      kNumerals.find(word.back()) != std::u32string_view::npos) {
    return PieceKind::kContent;
  }
  if (AllDigits(word) && word.size() >= 2 && word.size() <= 4) return PieceKind::kContent;
  return std::nullopt;
}

std::optional<PieceKind> KindOfUnclassed(const NameText& text, const NameWord& word) {
  const std::u32string_view slice = text.Slice(word.span);
  switch (word.tag) {
    case WordTag::kPlace:
      // 云|安全: the character of a province that does not stand for it.
      return slice.size() > 1 || (word.classes & (kAbbreviation | kRegionAbbreviation))
                 ? PieceKind::kProper
                 : PieceKind::kContent;
    case WordTag::kOrganization:
    case WordTag::kPerson:
    case WordTag::kName:
    case WordTag::kUnknown:
      return PieceKind::kProper;
    case WordTag::kLatin:
      if (slice.size() >= 2) return PieceKind::kProper;
      // X|射线: a letter that Chinese words take on both sides.
      return text::IsHan(text.At(word.span.end)) ? std::optional(PieceKind::kContent)
                                                 : std::nullopt;
    case WordTag::kVerb:
      // A fragment of an unknown word, if a name stands before it.
      return slice.size() == 1 ? std::optional(PieceKind::kModifier) : std::nullopt;
    case WordTag::kNoun:
    case WordTag::kVerbalNoun:
    case WordTag::kAdjective:
    case WordTag::kShort:
      return PieceKind::kContent;
    case WordTag::kOther:
      return slice.size() <= 4 ? std::optional(PieceKind::kContent) : std::nullopt;
    case WordTag::kNumber:
      return KindOfNumber(slice);
    default:
      return std::nullopt;
  }
}

std::optional<PieceKind> KindOf(const NameText& text, const NameWord& word) {
  if (word.classes & kDeterminer) return std::nullopt;
  if (word.known != nullptr && !word.known->ambiguous) return PieceKind::kProper;
  if (word.classes & kModifier) return PieceKind::kModifier;
  if (word.classes & kHeadWord) return PieceKind::kHead;
  if (word.classes & kGenericWord) return PieceKind::kGeneric;
  if (word.classes & kInnerWord) return PieceKind::kContent;
  if (word.classes & (kBreakWord | kTitleBefore)) return std::nullopt;
  if ((word.classes & kSpeechWord) && word.span.size() >= 2) return std::nullopt;
  return KindOfUnclassed(text, word);
}

NamePiece MakePiece(const NameText& text, const NameWord& word, text::Span span, PieceKind kind) {
  NamePiece piece{.span = span, .kind = kind};
  piece.is_verb = word.tag == WordTag::kVerb;
  if (kind == PieceKind::kProper) {
    piece.is_place = word.tag == WordTag::kPlace;
    piece.is_unknown =
        word.known == nullptr && (word.tag == WordTag::kUnknown || word.tag == WordTag::kName ||
                                  word.tag == WordTag::kPerson);
  }
  (void)text;
  return piece;
}

// 材料基因平台|和|清洁能源平台: what ends like a name before the join is a name of its own.
bool EndsName(const NameText& text, uint32_t end) {
  for (uint32_t size = 2; size <= 6 && size < end; ++size) {
    const SuffixRule* const rule = text.lexicon().FindSuffix(text.Slice({end - size, end}));
    const bool thing = rule != nullptr && rule->need != SuffixNeed::kBrand &&
                       rule->need != SuffixNeed::kTechnology;
    if (thing) return true;
  }
  return false;
}

// A verb in front of a proper name governs it: 建设|昌平国家实验室.
bool GovernsName(const NameWord& word, const std::vector<NamePiece>& pieces) {
  const bool verb =
      word.tag == WordTag::kVerb || word.tag == WordTag::kVerbalNoun || (word.classes & kInnerWord);
  if (!verb || pieces.empty()) return false;
  const NamePiece& next = pieces.back();
  return next.kind == PieceKind::kHead || (next.kind == PieceKind::kProper && !next.is_unknown);
}

bool IsDash(char32_t c) { return c == U'—' || c == U'-' || c == U'－' || c == U'～' || c == U'~'; }

class Walker {
 public:
  Walker(const NameText& text, uint32_t suffix_begin, size_t max_pieces, bool verbs)
      : text_(text),
        position_(suffix_begin),
        suffix_begin_(suffix_begin),
        max_(max_pieces),
        verbs_(verbs) {}

  std::vector<NamePiece> Run() {
    TakePartialWord();
    while (position_ > 0 && pieces_.size() < max_ && suffix_begin_ - position_ < kLongestName) {
      if (!Step()) break;
    }
    while (!pieces_.empty() && pieces_.back().kind == PieceKind::kJoin) pieces_.pop_back();
    return std::move(pieces_);
  }

 private:
  // The suffix may begin inside a word of the segmenter: 物理|所.
  void TakePartialWord() {
    if (position_ >= text_.size() || text_.IsWordBegin(position_)) return;
    const NameWord& word = text_.words()[text_.WordAt(position_)];
    const text::Span span{word.span.begin, position_};
    const KnownName* const known = text_.lexicon().FindKnown(text_.Slice(span));
    const uint64_t classes = text_.lexicon().ClassesOf(text_.Slice(span));
    const bool proper = known != nullptr || word.tag == WordTag::kPlace ||
                        word.tag == WordTag::kOrganization || word.tag == WordTag::kUnknown;
    PieceKind kind = proper ? PieceKind::kProper : PieceKind::kContent;
    if (classes & kHeadWord) kind = PieceKind::kHead;
    if (classes & kGenericWord) kind = PieceKind::kGeneric;
    NamePiece piece = MakePiece(text_, word, span, kind);
    if (piece.is_unknown && known != nullptr && !known->ambiguous &&
        span.size() >= 2) {  // 捷克|队: unknown together only
      piece.is_unknown = false;
      piece.is_place = known->type == v1::ENTITY_TYPE_PLACE;
    }
    pieces_.push_back(piece);
    position_ = span.begin;
  }

  bool Push(NamePiece piece) {
    position_ = piece.span.begin;
    pieces_.push_back(piece);
    return true;
  }

  // 中国—东盟|博览会: a name that stands before a single dash is one with what the dash leads to.
  bool StepOverDash() {
    const uint32_t dash = position_ - 1;
    if (pieces_.empty() || pieces_.back().is_quoted || dash == 0) return false;
    if (IsDash(text_.Before(dash)) || text_.words()[text_.WordAt(dash)].span.size() > 1) {
      return false;
    }
    const size_t size = pieces_.size();
    position_ = dash;
    const NameWord& word = text_.words()[text_.WordAt(dash - 1)];
    const bool known =
        StepOverKnownName() || (word.known != nullptr && !word.known->ambiguous &&
                                Push(MakePiece(text_, word, word.span, PieceKind::kProper)));
    if (!known) {
      position_ = dash + 1;
      return false;
    }
    pieces_.resize(size);
    pieces_.back() = {.span = {position_, pieces_.back().span.end}, .kind = PieceKind::kProper};
    return true;
  }

  bool StepOverPunctuation() {
    const char32_t c = text_.Before(position_);
    if (IsDash(c) && StepOverDash()) return true;
    if (text::IsClosingQuote(c) || c == U'》') {
      const std::optional<text::Span> quoted = QuotedPiece(text_, position_);
      if (quoted) return Push({.span = *quoted, .kind = PieceKind::kProper, .is_quoted = true});
    }
    if (c == U')') {
      const std::optional<text::Span> place = BracketedPlace(text_, position_);
      if (place) return Push({.span = *place, .kind = PieceKind::kContent});
    }
    const bool dot = c == U'·' || c == U'-' || c == U'&';
    if (dot && position_ > 1 && !pieces_.empty() && pieces_.back().kind == PieceKind::kProper) {
      pieces_.back().span.begin = position_ - 1;
      --position_;
      return true;
    }
    return false;
  }

  // A known name of several words: 未来科学城|管委会.
  bool StepOverKnownName() {
    for (uint32_t size = std::min(position_, 12U); size >= 3; --size) {
      const text::Span span{position_ - size, position_};
      if (!text_.IsWordBegin(span.begin)) continue;
      const KnownName* const known = text_.lexicon().FindKnown(text_.Slice(span));
      if (known == nullptr || known->ambiguous) continue;
      return Push({.span = span,
                   .kind = PieceKind::kProper,
                   .is_place = known->type == v1::ENTITY_TYPE_PLACE});
    }
    return false;
  }

  static bool IsContentLike(const NamePiece& piece) {
    if (piece.kind == PieceKind::kProper) return piece.is_unknown;
    return piece.kind != PieceKind::kHead && piece.kind != PieceKind::kJoin;
  }

  bool MayJoin(uint32_t join_begin) const {
    const uint32_t suffix_size = position_ == suffix_begin_ ? SuffixSize() : 0;
    const bool after_content = pieces_.empty() ? suffix_size >= 4 : IsContentLike(pieces_.back());
    return after_content && join_begin > 0 && !EndsName(text_, join_begin) &&
           text_.words()[text_.WordAt(join_begin - 1)].tag != WordTag::kOrganization;
  }

  // The size of the longest ending that begins where the pieces end.
  uint32_t SuffixSize() const {
    for (auto size = static_cast<uint32_t>(text_.lexicon().longest_suffix()); size > 0; --size) {
      if (text_.lexicon().FindSuffix(text_.From(suffix_begin_, size)) != nullptr) return size;
    }
    return 0;
  }

  bool Step() {
    const NameWord& word = text_.words()[text_.WordAt(position_ - 1)];
    if (word.tag == WordTag::kPunctuation) return StepOverPunctuation();
    if (StepOverKnownName()) return true;
    const std::u32string_view slice = text_.Slice(word.span);
    if (IsJoin(slice)) {
      if (!MayJoin(word.span.begin)) return false;
      return Push({.span = word.span, .kind = PieceKind::kJoin});
    }
    std::optional<PieceKind> kind = KindOf(text_, word);
    const bool brand_verb = verbs_ && word.tag == WordTag::kVerb && slice.size() >= 2 &&
                            !(word.classes & (kBreakWord | kTitleBefore | kSpeechWord));
    if (!kind && brand_verb) kind = PieceKind::kContent;
    if (!kind || GovernsName(word, pieces_)) return false;
    return Push(MakePiece(text_, word, word.span, *kind));
  }

  const NameText& text_;
  uint32_t position_;
  const uint32_t suffix_begin_;
  const size_t max_;
  const bool verbs_;  // ordinary verbs may be brands: 启明
  std::vector<NamePiece> pieces_;
};

}  // namespace

std::vector<NamePiece> LeftContext(const NameText& text, uint32_t suffix_begin, size_t max_pieces) {
  return Walker(text, suffix_begin, max_pieces, false).Run();
}

std::vector<NamePiece> LeftContextOfCompany(const NameText& text, uint32_t suffix_begin) {
  return Walker(text, suffix_begin, kCompanyPieces, true).Run();
}

}  // namespace yinzheng::knowledge
