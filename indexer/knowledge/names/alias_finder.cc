// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/names/alias_finder.h"

#include <algorithm>
#include <array>
#include <optional>

#include "indexer/knowledge/names/left_context.h"
#include "indexer/knowledge/names/quoted_clause.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

constexpr uint32_t kLongestBracket = 60;
constexpr uint32_t kLongestNickname = 14;

struct Cue {
  std::u32string_view word;
  v1::AliasKind kind;
};

constexpr std::array<Cue, 22> kCues = {{
    {U"以下简称为", v1::ALIAS_KIND_ABBREVIATION},
    {U"以下统称为", v1::ALIAS_KIND_ABBREVIATION},
    {U"以下简称", v1::ALIAS_KIND_ABBREVIATION},
    {U"以下统称", v1::ALIAS_KIND_ABBREVIATION},
    {U"下文简称", v1::ALIAS_KIND_ABBREVIATION},
    {U"以下称", v1::ALIAS_KIND_ABBREVIATION},
    {U"下称", v1::ALIAS_KIND_ABBREVIATION},
    {U"统称为", v1::ALIAS_KIND_ABBREVIATION},
    {U"简称为", v1::ALIAS_KIND_ABBREVIATION},
    {U"简称", v1::ALIAS_KIND_ABBREVIATION},
    {U"英文简称", v1::ALIAS_KIND_TRANSLATION},
    {U"英文缩写", v1::ALIAS_KIND_TRANSLATION},
    {U"英文名", v1::ALIAS_KIND_TRANSLATION},
    {U"英语", v1::ALIAS_KIND_TRANSLATION},
    {U"又称", v1::ALIAS_KIND_VARIANT},
    {U"也称", v1::ALIAS_KIND_VARIANT},
    {U"亦称", v1::ALIAS_KIND_VARIANT},
    {U"又名", v1::ALIAS_KIND_VARIANT},
    {U"曾用名", v1::ALIAS_KIND_FORMER_NAME},
    {U"原名", v1::ALIAS_KIND_FORMER_NAME},
    {U"即", v1::ALIAS_KIND_VARIANT},
    {U"原", v1::ALIAS_KIND_FORMER_NAME},
}};

bool IsMark(char32_t c) {
  return text::IsOpeningQuote(c) || text::IsClosingQuote(c) || c == U'《' || c == U'》' ||
         c == U':' || text::IsSpace(c) || c == U'"';
}

text::Span WithoutMarks(const NameText& text, text::Span span) {
  while (!span.empty() && IsMark(text.At(span.begin))) ++span.begin;
  while (!span.empty() && IsMark(text.At(span.end - 1))) --span.end;
  return span;
}

bool IsDash(char32_t c) { return c == U'—' || c == U'―' || c == U'─'; }

bool IsSubsequence(std::u32string_view part, std::u32string_view whole) {
  size_t i = 0;
  for (const char32_t c : whole) {
    if (i < part.size() && part[i] == c) ++i;
  }
  return i == part.size();
}

bool IsLatinName(std::u32string_view name) {
  size_t letters = 0;
  for (const char32_t c : name) {
    if (text::IsHan(c)) return false;
    if (text::IsLatinLetter(c)) ++letters;
  }
  return letters >= 2 && letters * 2 > name.size();
}

// Sam Altman, J. Smith: not CEO or Ph.D.
bool SpellsPerson(std::u32string_view name) {
  if (name.size() < 4 || name[0] < U'A' || name[0] > U'Z') return false;
  const auto is_small = [](char32_t c) { return c >= U'a' && c <= U'z'; };
  const auto spells = [](char32_t c) {
    return text::IsLatinLetter(c) || c == U' ' || c == U'.' || c == U'-' || c == U'\'' || c == U'·';
  };
  return std::any_of(name.begin(), name.end(), is_small) &&
         std::all_of(name.begin(), name.end(), spells);
}

class Finder {
 public:
  Finder(const NameText& text, const NameCandidates& chosen, DocumentNames& names)
      : text_(text), chosen_(chosen), names_(names) {}

  void Run() {
    for (const NameCandidate& name : chosen_) AttachedLatin(name);
    for (uint32_t i = 1; i + 1 < text_.size(); ++i) {
      if (text_.At(i) == U'(') Bracket(i);
      if (IsDash(text_.At(i)) && !IsDash(text_.Before(i))) Nickname(i);
    }
  }

 private:
  // 高能同步辐射光源|HEPS: the Latin short name directly behind the name.
  void AttachedLatin(const NameCandidate& name) {
    const bool takes_latin = name.type == v1::ENTITY_TYPE_FACILITY ||
                             name.type == v1::ENTITY_TYPE_PROJECT ||
                             name.type == v1::ENTITY_TYPE_ORGANIZATION;
    uint32_t end = name.span.end;
    while (end < text_.size() && text_.At(end) >= U'A' && text_.At(end) <= U'Z') ++end;
    if (!takes_latin || end < name.span.end + 3 || text::IsLatinLetter(text_.At(end))) return;
    const NameCandidate* const other = NameEndingAt(end);
    if (other != nullptr && other->rule == kPackRule) return;  // a pack knows whose it is
    // 欧盟|EMA: two names, where the dictionaries know each.
    const text::Span letters{name.span.end, end};
    if (AreTwo(name.span, letters)) return;
    const size_t full = names_.Add(text_.Slice(name.span), name);
    names_.AddAlias(text_.Slice({name.span.begin, end}), full, v1::ALIAS_KIND_VARIANT,
                    {name.span.begin, end});
    names_.AddAlias(text_.Slice(letters), full, v1::ALIAS_KIND_TRANSLATION, {name.span.begin, end});
  }

  bool AreTwo(text::Span name, text::Span letters) const {
    const KnownName* const first = text_.lexicon().FindKnown(text_.Slice(name));
    const KnownName* const second = text_.lexicon().FindKnown(text_.Slice(letters));
    if (first == nullptr) return false;
    if (second == nullptr) return name.size() <= 3;
    return first->canonical != second->canonical;
  }

  // “南湖之眼”——第三届南湖论坛: what is quoted before a dash is the name behind it.
  void Nickname(uint32_t dash) {
    uint32_t begin = dash;
    while (begin < text_.size() && (IsDash(text_.At(begin)) || IsMark(text_.At(begin)))) ++begin;
    if (!text::IsClosingQuote(text_.Before(dash))) return;
    uint32_t open = dash - 1;
    while (open > 0 && !text::IsOpeningQuote(text_.At(open)) && dash - open < kLongestNickname) {
      --open;
    }
    const text::Span quoted{open + 1, dash - 1};
    const NameCandidate* const name = NameBeginningAt(begin);
    const bool named = name != nullptr && name->type != v1::ENTITY_TYPE_PLACE;
    if (!named || !text::IsOpeningQuote(text_.At(open)) || quoted.size() < 2) return;
    if (HoldsClause(text_, quoted)) return;
    const size_t full = names_.Add(text_.Slice(name->span), *name);
    const size_t alias = names_.Find(text_.Slice(quoted));
    if (alias < names_.size() && names_[alias].score > kAcceptScore) return;  // a name of its own
    names_.AddAlias(text_.Slice(quoted), full, v1::ALIAS_KIND_VARIANT, {open, name->span.end});
  }

  const NameCandidate* NameBeginningAt(uint32_t begin) const {
    const auto found = std::find_if(chosen_.begin(), chosen_.end(),
                                    [&](const NameCandidate& c) { return c.span.begin == begin; });
    return found != chosen_.end() ? &*found : nullptr;
  }

  uint32_t ClosingBracket(uint32_t open) const {
    int depth = 0;
    for (uint32_t i = open; i < text_.size() && i - open <= kLongestBracket; ++i) {
      if (text_.At(i) == U'(') ++depth;
      if (text_.At(i) == U')' && --depth == 0) return i;
      if (text_.At(i) == U'\n') return 0;
    }
    return 0;
  }

  // The chosen name that ends at `end`, less closing marks.
  const NameCandidate* NameEndingAt(uint32_t end) const {
    while (end > 0 && IsMark(text_.Before(end))) --end;
    const auto found = std::lower_bound(
        chosen_.begin(), chosen_.end(), end,
        [](const NameCandidate& candidate, uint32_t place) { return candidate.span.end < place; });
    return found != chosen_.end() && found->span.end == end ? &*found : nullptr;
  }

  // The full name before the bracket, established or made from the words there if a cue vouches for
  // it.
  std::optional<size_t> FullName(uint32_t open, bool has_cue) {
    if (const NameCandidate* name = NameEndingAt(open)) {
      return names_.Add(text_.Slice(name->span), *name);
    }
    if (!has_cue || text_.Before(open) == U'》') return std::nullopt;
    const std::vector<NamePiece> pieces = LeftContext(text_, open);
    size_t last = pieces.size();
    while (last > 0 && pieces[last - 1].kind == PieceKind::kModifier) --last;
    if (last == 0) return std::nullopt;
    const text::Span span = WithoutMarks(text_, {pieces[last - 1].span.begin, open});
    if (span.size() < 3) return std::nullopt;
    return names_.Add(text_.Slice(span),
                      {span, v1::ENTITY_TYPE_ORGANIZATION, kAcceptScore, "introduced"});
  }

  void AddPart(text::Span part, v1::AliasKind kind, size_t full, uint32_t open, uint32_t close) {
    part = WithoutMarks(text_, part);
    const std::u32string_view alias = text_.Slice(part);
    if (alias.size() < 2 || alias.size() > 40) return;
    const bool latin = IsLatinName(alias);
    const size_t index =
        names_.AddAlias(alias, full, latin ? v1::ALIAS_KIND_TRANSLATION : kind, {open, close + 1});
    const bool generic = text_.lexicon().FindSuffix(alias) != nullptr || alias.size() <= 2;
    names_[index].document_scoped = generic && !latin;
  }

  // The parts of a bracket between commas: each is a name where a cue stands before the first.
  void AddParts(text::Span inside, v1::AliasKind kind, size_t full, uint32_t open) {
    const uint32_t close = inside.end;
    uint32_t begin = inside.begin;
    for (uint32_t i = inside.begin; i <= inside.end; ++i) {
      const char32_t c = i < inside.end ? text_.At(i) : U',';
      if (c != U',' && c != U'、' && c != U'或') continue;
      if (begin < i) AddPart({begin, i}, kind, full, open, close);
      begin = i + 1;
    }
  }

  void Bracket(uint32_t open) {
    const uint32_t close = ClosingBracket(open);
    if (close <= open + 2) return;
    text::Span inside = WithoutMarks(text_, {open + 1, close});
    if (inside.empty()) return;
    for (const Cue& cue : kCues) {
      if (text_.From(inside.begin, static_cast<uint32_t>(cue.word.size())) != cue.word) continue;
      inside.begin += static_cast<uint32_t>(cue.word.size());
      if (cue.word == U"即" && ExplainedByName(open, {inside.begin, close})) return;
      const std::optional<size_t> full = FullName(open, cue.word.size() > 1);
      if (full && !inside.empty()) AddParts({inside.begin, close}, cue.kind, *full, open);
      return;
    }
    Uncued(open, close, inside);
  }

  // The name in the bracket: established, or long enough for its ending to say what it is.
  size_t NameInside(text::Span inside) {
    constexpr size_t kShortestName = 8;
    const std::u32string_view name = text_.Slice(inside);
    const size_t known = names_.Find(name);
    if (known < names_.size() || name.size() < kShortestName || HoldsClause(text_, inside)) {
      return known;
    }
    for (size_t size = text_.lexicon().longest_suffix(); size >= 2; --size) {
      if (size + 4 > name.size()) continue;
      const SuffixRule* const rule = text_.lexicon().FindSuffix(name.substr(name.size() - size));
      if (rule == nullptr) continue;
      return names_.Add(name, {inside, rule->type, kAcceptScore, "explained"});
    }
    return known;
  }

  // 绿灯机制(即东湖项目快速审批办法): the bracket holds the full name of the words before
  // it.
  bool ExplainedByName(uint32_t open, text::Span inside) {
    inside = WithoutMarks(text_, inside);
    const std::vector<NamePiece> pieces = LeftContext(text_, open, 3);
    const size_t full = pieces.empty() ? names_.size() : NameInside(inside);
    if (full == names_.size()) return false;
    const text::Span alias = WithoutMarks(text_, {pieces.back().span.begin, open});
    if (alias.size() < 3 || alias.size() > 8) return false;
    names_.AddAlias(text_.Slice(alias), full, v1::ALIAS_KIND_ABBREVIATION,
                    {alias.begin, inside.end});
    return true;
  }

  // 脑机接口(BCI): a technology of the dictionary.
  bool AddKnownTechnology(uint32_t open, uint32_t close, text::Span inside) {
    for (auto size = static_cast<uint32_t>(text_.lexicon().longest_technology()); size >= 3;
         --size) {
      if (size > open) continue;
      const text::Span span{open - size, open};
      if (text_.lexicon().TechnologyOf(text_.Slice(span)).empty()) continue;
      const size_t full = names_.Add(
          text_.Slice(span), {span, v1::ENTITY_TYPE_TECHNOLOGY, kAcceptScore, "known-technology"});
      AddPart(inside, v1::ALIAS_KIND_TRANSLATION, full, open, close);
      return true;
    }
    return false;
  }

  // 细胞与基因治疗(CGT): letters of one's own are given to fields that have a name.
  bool AddTechnology(uint32_t open, uint32_t close, text::Span inside) {
    const std::u32string_view letters = text_.Slice(inside);
    const bool capitals = std::all_of(letters.begin(), letters.end(),
                                      [](char32_t c) { return c >= U'A' && c <= U'Z'; });
    if (!capitals || letters.size() < 3 || letters.size() > 6) return false;
    if (text_.lexicon().Is(letters, kNotName)) return false;
    if (AddKnownTechnology(open, close, inside)) return true;
    const std::vector<NamePiece> pieces = LeftContext(text_, open, 5);
    size_t last = 0;
    size_t content = 0;
    for (; last < pieces.size() && pieces[last].kind != PieceKind::kProper; ++last) {
      if (pieces[last].kind == PieceKind::kModifier || pieces[last].kind == PieceKind::kHead) break;
      content += pieces[last].kind == PieceKind::kContent ? pieces[last].span.size() : 0;
    }
    if (last == 0 || content < 4 || pieces[last - 1].kind == PieceKind::kJoin) return false;
    const text::Span span{pieces[last - 1].span.begin, open};
    const size_t full = names_.Add(
        text_.Slice(span), {span, v1::ENTITY_TYPE_TECHNOLOGY, kAcceptScore, "lettered-technology"});
    AddPart(inside, v1::ALIAS_KIND_TRANSLATION, full, open, close);
    return true;
  }

  void Uncued(uint32_t open, uint32_t close, text::Span inside) {
    const NameCandidate* const name = NameEndingAt(open);
    if (name == nullptr && AddTechnology(open, close, inside)) return;
    if (name == nullptr) return;
    const std::u32string_view alias = text_.Slice(inside);
    const std::u32string_view full = text_.Slice(name->span);
    if (name->type == v1::ENTITY_TYPE_PERSON && !SpellsPerson(alias)) return;
    const bool subsequence = alias.size() >= 2 && alias.size() < full.size() &&
                             IsSubsequence(alias, full) && text::IsHan(alias[0]);
    if (!IsLatinName(alias) && !subsequence) return;
    const size_t index = names_.Add(full, *name);
    AddPart(inside, v1::ALIAS_KIND_ABBREVIATION, index, open, close);
  }

  const NameText& text_;
  const NameCandidates& chosen_;
  DocumentNames& names_;
};

}  // namespace

void FindIntroducedAliases(const NameText& text, const NameCandidates& chosen,
                           DocumentNames& names) {
  Finder(text, chosen, names).Run();
}

}  // namespace yinzheng::knowledge
