// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/pinyin/typed_name.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "indexer/text/unicode.h"

namespace yinzheng::text {
namespace {

constexpr size_t kLongestSyllable = 6;  // zhuang

bool IsLetter(char32_t c) { return c >= U'a' && c <= U'z'; }

// What a way of matching has used so far. A set of such uses is a bit set of eight.
enum Use : uint8_t { kNothing = 0, kSyllable = 1, kInitial = 2, kCharacter = 4 };
using UseSet = uint8_t;

UseSet With(UseSet uses, Use use) {
  UseSet added = 0;
  for (unsigned combination = 0; combination < 8; ++combination) {
    if ((uses >> combination & 1U) != 0) {
      added = static_cast<UseSet>(added | 1U << (combination | use));
    }
  }
  return added;
}

// A syllable cut short says nothing of how the rest was typed.
TypedFit FitOf(unsigned combination, bool cut, bool one_letter) {
  switch (combination) {
    case kNothing:
    case kCharacter:
      if (!cut) return TypedFit::kExact;
      if (combination == kCharacter) return TypedFit::kMixed;
      return one_letter ? TypedFit::kInitials : TypedFit::kPinyin;
    case kSyllable:
      return TypedFit::kPinyin;
    case kInitial:
      return TypedFit::kInitials;
    default:
      return TypedFit::kMixed;
  }
}

// Matches the typed text against a name, a row of places in the typed text for each of its
// characters.
class BeginningMatcher {
 public:
  BeginningMatcher(std::u32string_view typed, const ReadName& name) : typed_(typed), name_(name) {}

  TypedMatch Match() {
    std::vector<UseSet> row(typed_.size() + 1);
    row[0] = 1U << kNothing;
    for (size_t unit = 0; unit < name_.size(); ++unit) {
      std::vector<UseSet> next(typed_.size() + 1);
      bool alive = false;
      for (size_t at = 0; at < typed_.size(); ++at) {
        if (row[at] == 0) continue;
        alive = true;
        Step(name_[unit], at, row[at], next);
      }
      if (!alive) break;
      Finish(next.back(), /*cut=*/false);
      Finish(std::exchange(cut_, 0), /*cut=*/true);
      if (best_.fit != TypedFit::kNone && best_.characters == 0) best_.characters = unit + 1;
      row = std::move(next);
      row.back() = 0;
    }
    return best_;
  }

 private:
  void Step(const ReadUnit& unit, size_t at, UseSet uses, std::vector<UseSet>& next) {
    const auto reach = [&](size_t place, Use use) {
      next[place] = static_cast<UseSet>(next[place] | With(uses, use));
    };
    if (typed_[at] == unit.character) {
      reach(at + 1, unit.readings.empty() ? kNothing : kCharacter);
      return;
    }
    if (!IsLetter(typed_[at])) return;
    for (const std::string_view reading : unit.readings) {
      const size_t common = CommonLetters(at, reading);
      if (common == reading.size()) reach(at + common, kSyllable);
      if (common > 0) reach(at + 1, kInitial);
      if (common > 1 && reading[1] == 'h') reach(at + 2, kInitial);
      if (common < reading.size() && at + common == typed_.size()) {
        cut_ = static_cast<UseSet>(cut_ | uses);
      }
    }
  }

  // How many letters of the reading stand at `at`; u stands for ü as well.
  size_t CommonLetters(size_t at, std::string_view reading) const {
    size_t common = 0;
    while (common < reading.size() && at + common < typed_.size()) {
      const char32_t typed = typed_[at + common];
      const auto wanted = static_cast<char32_t>(reading[common]);
      if (typed != wanted && !(typed == U'u' && wanted == U'v')) break;
      ++common;
    }
    return common;
  }

  void Finish(UseSet uses, bool cut) {
    for (unsigned combination = 0; combination < 8; ++combination) {
      if ((uses >> combination & 1U) == 0) continue;
      const TypedFit fit = FitOf(combination, cut, typed_.size() == 1);
      if (fit < best_.fit) best_ = {fit, 0};
    }
  }

  const std::u32string_view typed_;
  const ReadName& name_;
  UseSet cut_ = 0;  // Ways that end inside the syllable of the present character.
  TypedMatch best_;
};

// Splits a run of letters into syllables and initials in every sensible way.
class RunSplitter {
 public:
  RunSplitter(const PinyinTable& table, std::string_view letters)
      : table_(table), letters_(letters) {}

  // The first letters of the parts, fewest parts first, at most `limit` ways; all letters as
  // initials is always among them.
  std::vector<std::string> Ways(size_t limit) {
    steps_ = kMaxSteps;
    Split(0, "");
    std::stable_sort(ways_.begin(), ways_.end(),
                     [](const auto& a, const auto& b) { return a.size() < b.size(); });
    if (ways_.size() > limit - 1) ways_.resize(limit - 1);
    ways_.insert(ways_.begin(), std::string(letters_));
    return std::move(ways_);
  }

 private:
  static constexpr int kMaxSteps = 400;

  void Split(size_t at, const std::string& initials) {
    if (--steps_ < 0) return;
    if (at == letters_.size()) {
      const bool known = std::find(ways_.begin(), ways_.end(), initials) != ways_.end();
      if (!known && initials.size() < letters_.size()) ways_.push_back(initials);
      return;
    }
    const std::string longer = initials + letters_[at];
    const size_t longest = std::min(kLongestSyllable, letters_.size() - at);
    for (size_t size = longest; size > 1; --size) {
      const bool last = at + size == letters_.size();
      const std::string_view part = letters_.substr(at, size);
      if (table_.IsSyllable(part) || (last && IsCutSyllable(part))) Split(at + size, longer);
    }
    const char first = letters_[at];  // No syllable begins with these.
    if (first != 'i' && first != 'u' && first != 'v') Split(at + 1, longer);
  }

  // Whether a syllable begins with `part`.
  bool IsCutSyllable(std::string_view part) const {
    static constexpr std::string_view kEndings[] = {"a", "e",  "i",   "o",   "u",  "n",
                                                    "g", "ng", "ang", "eng", "an", "ong"};
    return std::any_of(std::begin(kEndings), std::end(kEndings), [&](std::string_view ending) {
      return table_.IsSyllable(std::string(part).append(ending));
    });
  }

  const PinyinTable& table_;
  const std::string_view letters_;
  std::vector<std::string> ways_;
  int steps_ = 0;
};

// Every begun text with every way to go on.
std::vector<std::string> Append(const std::vector<std::string>& begun,
                                const std::vector<std::string>& ways) {
  std::vector<std::string> longer;
  for (const std::string& way : ways) {
    for (const std::string& text : begun) {
      if (longer.size() < kMaxSpellings) longer.push_back(text + way);
    }
  }
  return longer;
}

// lu -> {lu, lv}: the spelling of the table for each u that may be ü, at most four such.
std::vector<std::string> WithUmlauts(const std::string& spelling) {
  std::vector<std::string> spellings = {spelling};
  for (size_t i = 1; i < spelling.size() && spellings.size() < kMaxSpellings; ++i) {
    const bool may_be = spelling[i] == 'u' && (spelling[i - 1] == 'l' || spelling[i - 1] == 'n');
    const bool other_final = i + 1 < spelling.size() && spelling[i + 1] == 'o';
    if (!may_be || other_final) continue;
    const size_t count = spellings.size();
    for (size_t k = 0; k < count; ++k) {
      spellings.push_back(spellings[k]);
      spellings.back()[i] = 'v';
    }
  }
  return spellings;
}

}  // namespace

TypedName::TypedName(std::u32string_view key, const PinyinReader& reader)
    : key_(key), plain_(WithoutTones(key)), units_(reader.Read(plain_)) {
  may_be_pinyin_ =
      plain_.size() <= kMaxPinyin && std::any_of(plain_.begin(), plain_.end(), IsLetter);
}

std::u32string_view TypedName::LeadingHan() const {
  const auto end = std::find_if_not(plain_.begin(), plain_.end(), IsHan);
  return std::u32string_view(plain_).substr(0, static_cast<size_t>(end - plain_.begin()));
}

std::vector<std::string> TypedName::AsSpellings() const {
  std::vector<std::string> spellings;
  for (const std::string& spelling : SpellingsOf(units_)) {
    for (std::string& variant : WithUmlauts(spelling)) {
      const bool known = std::find(spellings.begin(), spellings.end(), variant) != spellings.end();
      if (!known && spellings.size() < kMaxSpellings) spellings.push_back(std::move(variant));
    }
  }
  return spellings;
}

std::vector<std::string> TypedName::AsInitials() const {
  std::vector<std::string> initials = {""};
  for (size_t at = 0; at < units_.size();) {
    const auto begin = units_.begin() + static_cast<std::ptrdiff_t>(at);
    const bool letters = IsLetter(begin->character);
    const auto end = std::find_if(begin, units_.end(), [&](const ReadUnit& unit) {
      return IsLetter(unit.character) != letters;
    });
    if (letters) {
      std::string run;
      for (auto unit = begin; unit != end; ++unit) run += static_cast<char>(unit->character);
      initials = Append(initials, RunSplitter(PinyinTable::Default(), run).Ways(kMaxSpellings));
    } else {
      initials = Append(initials, InitialsOf({begin, end}));
    }
    at = static_cast<size_t>(end - units_.begin());
  }
  return initials;
}

TypedMatch TypedName::MatchBeginning(const ReadName& name) const {
  if (plain_.empty()) return {};
  if (key_.size() <= name.size() &&
      std::equal(key_.begin(), key_.end(), name.begin(),
                 [](char32_t c, const ReadUnit& unit) { return c == unit.character; })) {
    return {TypedFit::kExact, key_.size()};
  }
  if (!may_be_pinyin_) return {};
  return BeginningMatcher(plain_, name).Match();
}

bool SoundsLikeBeginning(const ReadName& typed, const ReadName& name) {
  if (typed.size() > name.size()) return false;
  return std::equal(
      typed.begin(), typed.end(), name.begin(), [](const ReadUnit& a, const ReadUnit& b) {
        if (a.character == b.character) return true;
        return std::any_of(a.readings.begin(), a.readings.end(), [&](auto reading) {
          return std::find(b.readings.begin(), b.readings.end(), reading) != b.readings.end();
        });
      });
}

}  // namespace yinzheng::text
