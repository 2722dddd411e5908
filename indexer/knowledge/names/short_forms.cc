// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/names/short_forms.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "indexer/knowledge/names/name_edition.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

constexpr size_t kShortestFull = 4;

struct HeadForm {
  std::u32string_view head;
  std::u32string_view brief;
};

// How the heads of names are cut in speech.
constexpr std::array<HeadForm, 21> kHeads = {{
    {U"股份有限公司", U""},
    {U"有限责任公司", U""},
    {U"集团有限公司", U"集团"},
    {U"集团有限公司", U""},
    {U"有限公司", U""},
    {U"集团公司", U"集团"},
    {U"集团", U""},
    {U"公司", U""},
    {U"科学研究院", U"院"},
    {U"研究院", U"院"},
    {U"研究所", U"所"},
    {U"科学院", U"院"},
    {U"研究中心", U"中心"},
    {U"创新中心", U"中心"},
    {U"管理委员会", U"管委会"},
    {U"委员会", U"委"},
    {U"实验室", U"室"},
    {U"生命科学园", U"生命园"},
    {U"科技园区", U"科技园"},
    {U"监督管理局", U"监管局"},
    {U"行动计划", U"计划"},
}};

constexpr std::array<std::u32string_view, 9> kBrandTails = {
    U"科技", U"生物", U"医药", U"技术", U"智能", U"软件", U"网络", U"信息", U"医疗"};

struct ShortForm {
  std::u32string text;
  bool sure = false;  // looks like no other word
};

bool EndsWith(std::u32string_view name, std::u32string_view end) {
  return name.size() > end.size() && name.substr(name.size() - end.size()) == end;
}

// The words of a full name, as cut at its first place.
std::vector<text::Span> WordsOf(const NameText& text, text::Span name) {
  std::vector<text::Span> spans;
  uint32_t position = name.begin;
  while (position < name.end) {
    const NameWord& word = text.words()[text.WordAt(position)];
    const uint32_t end = std::min(word.span.end, name.end);
    spans.push_back({position, end});
    position = end;
  }
  return spans;
}

bool IsPlaceWord(const NameText& text, text::Span span) {
  const KnownName* const known = text.lexicon().FindKnown(text.Slice(span));
  if (known != nullptr) return known->type == v1::ENTITY_TYPE_PLACE;
  return text.words()[text.WordAt(span.begin)].tag == WordTag::kPlace;
}

class Shortener {
 public:
  Shortener(const NameText& text, const EstablishedName& full) : text_(text), full_(full) {}

  std::vector<ShortForm> Run() {
    const std::vector<text::Span> words = WordsOf(text_, full_.first);
    size_t places = 0;
    while (places + 1 < words.size() && IsPlaceWord(text_, words[places])) ++places;
    const std::u32string_view whole = full_.text;
    const size_t place_size = places == 0 ? 0 : words[places].begin - words[0].begin;
    const std::u32string_view tail = whole.substr(place_size);
    const std::u32string_view place = whole.substr(0, place_size);
    if (place_size > 0) Add(std::u32string(tail), tail.size() >= 5);
    AddHeadForms(whole, place, tail);
    AddLocalForms(whole);
    AddWithoutEdition(whole);
    AddQuoted(whole);
    if (full_.type == v1::ENTITY_TYPE_COMPANY) {
      AddBrands(tail);
    } else {
      AddMiddleOut(words, places, place);
    }
    return std::move(forms_);
  }

 private:
  void Add(std::u32string form, bool sure) {
    if (form.size() < 2 || form == full_.text) return;
    const KnownName* const known = text_.lexicon().FindKnown(form);
    if (known != nullptr && known->canonical != full_.text) return;
    forms_.push_back({std::move(form), sure});
  }

  // 第七届北京智源大会: 北京智源大会, 智源大会.
  void AddWithoutEdition(std::u32string_view whole) {
    if (full_.type != v1::ENTITY_TYPE_EVENT) return;
    const std::u32string_view event = WithoutEdition(whole);
    if (event.size() == whole.size()) return;
    // Known or not: without its edition the name means this one here.
    forms_.push_back({std::u32string(event), true});
    for (size_t place = 2; place <= 3 && place + 4 <= event.size(); ++place) {
      const KnownName* const known = text_.lexicon().FindKnown(event.substr(0, place));
      if (known == nullptr || known->type != v1::ENTITY_TYPE_PLACE) continue;
      Add(std::u32string(event.substr(place)), true);
    }
  }

  // “新芽”计划: 新芽.
  void AddQuoted(std::u32string_view whole) {
    const size_t close = whole.find(U'”');
    if (full_.type != v1::ENTITY_TYPE_PROJECT || whole[0] != U'“' || close > 9) return;
    Add(std::u32string(whole.substr(1, close - 1)), true);
  }

  // 北京市药监局: 市药监局. In the text of a city the city is left out.
  void AddLocalForms(std::u32string_view whole) {
    if (full_.type != v1::ENTITY_TYPE_ORGANIZATION && full_.type != v1::ENTITY_TYPE_COMPANY) {
      return;
    }
    const size_t at = whole.find_first_of(U"省市区县");
    if (at == std::u32string_view::npos || at < 2 || at + 3 > whole.size()) return;
    Add(std::u32string(whole.substr(at)), true);
  }

  void AddHeadForms(std::u32string_view whole, std::u32string_view place,
                    std::u32string_view tail) {
    for (const HeadForm& head : kHeads) {
      if (tail == head.head && head.brief.size() >= 3) {  // 中关村|生命科学园: 生命园
        Add(std::u32string(head.brief), true);
        Add(std::u32string(place) + std::u32string(head.brief), true);
      }
      if (!EndsWith(tail, head.head)) continue;
      const std::u32string_view stem = tail.substr(0, tail.size() - head.head.size());
      const std::u32string brief = std::u32string(stem) + std::u32string(head.brief);
      if (stem.size() < 2) continue;
      Add(std::u32string(place) + brief, whole.size() > 6);
      if (place.size() >= 3 && place.back() == U'市') Add(U"市" + brief, brief.size() >= 3);
      if (!place.empty() && !(head.brief.empty() && stem.size() <= 2)) {
        Add(brief, brief.size() >= 4);
      }
    }
  }

  // 北京旷视科技有限公司: 旷视科技, 旷视.
  void AddBrands(std::u32string_view tail) {
    std::u32string_view stem = tail;
    for (const HeadForm& head : kHeads) {
      if (head.brief.empty() && EndsWith(stem, head.head)) {
        stem = stem.substr(0, stem.size() - head.head.size());
        break;
      }
    }
    const size_t bracket = stem.find(U'(');
    if (bracket != std::u32string_view::npos) stem = stem.substr(0, bracket);
    Add(std::u32string(stem), stem.size() >= 3);
    for (const std::u32string_view line : kBrandTails) {
      const size_t at = stem.find(line);
      if (at == std::u32string_view::npos || at < 2) continue;
      Add(std::u32string(stem.substr(0, at + line.size())), true);
      Add(std::u32string(stem.substr(0, at)), at >= 3);
    }
  }

  // 北京脑科学与类脑研究中心: 北京脑科学中心, 脑科学中心.
  void AddMiddleOut(const std::vector<text::Span>& words, size_t places,
                    std::u32string_view place) {
    if (words.size() < places + 3) return;
    const std::u32string head(text_.Slice(words.back()));
    std::vector<std::u32string> heads = {head};
    for (const HeadForm& form : kHeads) {
      if (form.head == head && !form.brief.empty()) heads.emplace_back(form.brief);
    }
    std::u32string stem;
    for (size_t i = places; i + 2 < words.size(); ++i) {
      stem += text_.Slice(words[i]);
      for (const std::u32string& end : heads) {
        const std::u32string form = stem + end;
        if (form.size() < 3) continue;
        Add(std::u32string(place) + form, !place.empty() || form.size() >= 5);
        Add(form, form.size() >= 5);
      }
    }
  }

  const NameText& text_;
  const EstablishedName& full_;
  std::vector<ShortForm> forms_;
};

// 市药监局 is 北京市药监局, 科学园三期 is 中关村生命科学园三期: an established name that ends
// another one.
bool IsTailOf(std::u32string_view part, std::u32string_view whole) {
  return part.size() >= 3 && whole.size() > part.size() && EndsWith(whole, part);
}

bool MayBeTail(const EstablishedName& name) {
  return name.type != v1::ENTITY_TYPE_PERSON && name.type != v1::ENTITY_TYPE_COMPANY &&
         (name.text.size() >= 5 ||
          std::u32string_view(U"市省区县").find(name.text[0]) != std::u32string_view::npos);
}

// Joins a name to the one other name that ends in it: 引力波实验中心 to 某研究所引力波实验中心.
void JoinTails(DocumentNames& names) {
  for (size_t i = 0; i < names.size(); ++i) {
    if (!MayBeTail(names[i])) continue;
    size_t whole = names.size();
    bool several = false;
    for (size_t j = 0; j < names.size(); ++j) {
      if (i == j || !IsTailOf(names[i].text, names[j].text)) continue;
      if (whole < names.size() && names.Root(whole) != names.Root(j)) several = true;
      whole = j;
    }
    if (whole == names.size() || several) continue;
    names.Join(i, whole, v1::ALIAS_KIND_ABBREVIATION);
    names[i].document_scoped = true;
  }
}

bool MayBeShortened(const EstablishedName& name) {
  return name.type != v1::ENTITY_TYPE_PERSON && name.text.size() >= kShortestFull &&
         name.score >= kAcceptScore;
}

// Where in the text a form stands as words of its own; empty if it does not.
text::Span FindAlone(const NameText& text, const std::u32string& form, text::Span inside) {
  size_t at = text.text().find(form);
  while (at != std::u32string_view::npos) {
    const text::Span span{static_cast<uint32_t>(at), static_cast<uint32_t>(at + form.size())};
    if (!inside.overlaps(span) && text.IsWordBegin(span.begin) && text.IsWordEnd(span.end)) {
      return span;
    }
    at = text.text().find(form, at + 1);
  }
  return {};
}

bool IsRisky(const NameText& text, const ShortForm& form, text::Span place) {
  if (form.sure) return false;
  if (text.lexicon().FindSuffix(form.text) != nullptr) return true;
  const NameWord& word = text.words()[text.WordAt(place.begin)];
  const bool one_word = word.span == place;
  return one_word ? word.in_dictionary : form.text.size() < 4;
}

}  // namespace

void JoinShortForms(const NameText& text, DocumentNames& names) {
  JoinTails(names);
  Utf32Map<std::pair<size_t, text::Span>> found;  // form -> full name; `count` if two names fit
  const size_t count = names.size();
  for (size_t i = 0; i < count; ++i) {
    if (!MayBeShortened(names[i])) continue;
    for (const ShortForm& form : Shortener(text, names[i]).Run()) {
      const text::Span place = FindAlone(text, form.text, names[i].first);
      const size_t established = names.Find(form.text);
      if (established == names.size() && (place.empty() || IsRisky(text, form, place))) continue;
      const auto [entry, added] = found.try_emplace(form.text, i, place);
      size_t& owner = entry->second.first;
      if (!added && owner < count && names.Root(owner) != names.Root(i)) owner = count;
    }
  }
  std::vector<std::pair<std::u32string, std::pair<size_t, text::Span>>> ordered(found.begin(),
                                                                                found.end());
  std::sort(ordered.begin(), ordered.end());
  for (const auto& [form, where] : ordered) {
    if (where.first >= count) continue;
    const size_t established = names.Find(form);
    if (established < names.size()) {
      names.Join(established, where.first, v1::ALIAS_KIND_ABBREVIATION);
    } else {
      names.AddAlias(form, where.first, v1::ALIAS_KIND_ABBREVIATION, where.second);
      names[names.Find(form)].introduced.reset();
    }
  }
  JoinTails(names);
}

}  // namespace yinzheng::knowledge
