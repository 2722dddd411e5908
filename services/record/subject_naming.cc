// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/record/subject_naming.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "indexer/text/unicode.h"
#include "services/record/word_terms.h"

namespace yinzheng::services {
namespace {

// Characters that a name may stand behind without being the end of a longer one.
bool EndsWord(char32_t c) {
  static constexpr std::u32string_view kBefore = U"的在由和与及对将让使从";
  return !text::IsHan(c) || kBefore.find(c) != std::u32string_view::npos;
}

// What may follow a name without making it the beginning of a longer one: adverbs, prepositions and
// verbs of beginnings and ends. Longer words where one character begins names as well (经开区,
// 自贸区, 开发区, 建工).
bool BeginsPredicate(std::u32string_view rest) {
  static constexpr std::u32string_view kSingle = U"于在已将正也又才今昨";
  static constexpr std::array<std::u32string_view, 22> kWords = {
      U"创建", U"始建", U"创立", U"创办", U"组建", U"设立", U"建立", U"奠基",
      U"启用", U"经过", U"自从", U"成立", U"建成", U"开工", U"开园", U"开业",
      U"竣工", U"完工", U"颁布", U"动工", U"落成", U"日前"};
  if (rest.empty() || !text::IsHan(rest.front())) return true;
  if (kSingle.find(rest.front()) != std::u32string_view::npos) return true;
  if (rest.front() == U'自' && rest.size() > 1 && !text::IsHan(rest[1])) return true;  // 自2019年
  return std::any_of(kWords.begin(), kWords.end(),
                     [&](std::u32string_view word) { return rest.starts_with(word); });
}

bool StandsAlone(std::u32string_view name, std::u32string_view sentence) {
  for (size_t at = sentence.find(name); at != std::u32string_view::npos;
       at = sentence.find(name, at + 1)) {
    if ((at == 0 || EndsWord(sentence[at - 1])) &&
        BeginsPredicate(sentence.substr(at + name.size()))) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool NamesItself(const v1::Fact& fact) {
  const std::u32string name = FoldedText(fact.subject().display_name());
  if (name.empty()) return true;
  return std::all_of(fact.citations().begin(), fact.citations().end(),
                     [&](const v1::Citation& citation) {
                       const std::u32string sentence = FoldedText(citation.quote());
                       return sentence.empty() || StandsAlone(name, sentence);
                     });
}

}  // namespace yinzheng::services
