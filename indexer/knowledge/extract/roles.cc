// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/roles.h"

#include <algorithm>

#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

constexpr uint32_t kMaxTitle = 24;  // Longer noun phrases before a name are no titles.

bool IsPersonMention(const AnnotatedText& text, const Word& word) {
  const int32_t entity = text.EntityOf(word);
  return entity >= 0 && text.Entity(entity).type == v1::ENTITY_TYPE_PERSON;
}

// Types that employ people.
bool Employs(v1::EntityType type) {
  return type != v1::ENTITY_TYPE_PERSON && type != v1::ENTITY_TYPE_TECHNOLOGY &&
         type != v1::ENTITY_TYPE_POLICY && type != v1::ENTITY_TYPE_INDEX;
}

class RoleReader {
 public:
  RoleReader(const AnnotatedText& text, const FactRules& rules) : text_(text), rules_(rules) {}

  std::vector<Role> Read() {
    for (size_t i = 0; i < text_.words.size(); ++i) {
      if (IsPersonMention(text_, text_.words[i])) ReadPerson(i);
    }
    return std::move(roles_);
  }

 private:
  void ReadPerson(size_t person) {
    std::vector<Role> found;
    uint32_t end = SkipBack(text_.words[person].span.begin);
    while (auto role = ReadItem(person, end)) {
      found.push_back(*role);
      const std::optional<uint32_t> next = BeforeSeparator(role->span.begin);
      if (!next) break;
      end = *next;
    }
    if (found.empty()) ReadAfter(person, found);
    ShareOrganizations(found);
    roles_.insert(roles_.end(), found.rbegin(), found.rend());
  }

  // 甲院院长、主任某某: the second office is at the first one's institution.
  static void ShareOrganizations(std::vector<Role>& found) {
    for (size_t i = 0; i < found.size(); ++i) {
      for (size_t j = i + 1; found[i].organization < 0 && j < found.size(); ++j) {
        found[i].organization = found[j].organization;
        found[i].organization_span = found[j].organization_span;
        found[i].shared = found[i].organization >= 0;
      }
    }
  }

  char32_t At(uint32_t position) const { return text_.context->reading.text()[position]; }

  // Back over spaces, and over the colon of 责任编辑：某某.
  uint32_t SkipBack(uint32_t position) const {
    while (position > 0 &&
           (At(position - 1) == U' ' || At(position - 1) == U':' || At(position - 1) == U'：')) {
      --position;
    }
    return position;
  }

  std::optional<uint32_t> BeforeSeparator(uint32_t position) const {
    if (position == 0) return std::nullopt;
    const char32_t c = At(position - 1);
    if (c == U'、' || c == U'兼' || c == U'/' || c == U'暨') return position - 1;
    return std::nullopt;
  }

  // One title that ends at `end`, with its institution.
  std::optional<Role> ReadItem(size_t person, uint32_t end) const {
    const std::u32string& reading = text_.context->reading.text();
    const uint32_t floor = end - std::min(end, kMaxTitle);
    const auto suffix = rules_.titles.EndingAt(reading, floor, end);
    if (!suffix) return std::nullopt;
    Role role;
    role.person = text_.EntityOf(text_.words[person]);
    role.person_span = text_.words[person].span;
    role.title = {end - suffix.length, end};
    ExtendTitle(floor, role);
    DropPointer(suffix.length, role);
    role.span = text::Cover(role.organization_span.empty() ? role.title : role.organization_span,
                            role.person_span);
    return role;
  }

  // Takes in the nouns before the title word, up to the institution's name.
  void ExtendTitle(uint32_t floor, Role& role) const {
    size_t i = text_.WordAt(role.title.begin);
    if (i < text_.words.size() && text_.words[i].span.begin == role.title.begin) {
      if (i == 0) return;
      --i;
    } else if (i < text_.words.size() && IsNominal(text_.words[i])) {
      role.title.begin = text_.words[i].span.begin;  // the segmenter joined it with the word before
      if (i == 0) return;
      --i;
    }
    while (true) {
      const Word& word = text_.words[i];
      if (word.span.begin < floor) return;
      if (word.kind == WordKind::kEntity) {
        TakeOrganization(word, role);
        return;
      }
      if (IsClosingMark(word) && i > 0 && text_.words[i - 1].kind == WordKind::kEntity) {
        TakeOrganization(text_.words[i - 1], role);
        return;
      }
      if (!IsNominal(word) || rules_.Is(text_.Text(word), kPreposition | kConjunction)) return;
      role.title.begin = word.span.begin;
      if (i == 0) return;
      --i;
    }
  }

  // 该院副院长: the institution named last; 本报记者: the paper itself is no part of the title.
  void DropPointer(uint32_t suffix, Role& role) const {
    if (text_.Text(role.title).starts_with(U"本报")) role.title.begin += 2;
    if (role.title.begin == 0 || role.organization >= 0) return;
    const bool points = At(role.title.begin - 1) == U'该' || At(role.title.begin) == U'该';
    if (!points) return;
    for (size_t i = text_.entities->mentions.size(); i > 0; --i) {
      const LocalMention& mention = text_.entities->mentions[i - 1];
      if (mention.span.end > role.title.begin) continue;
      const v1::EntityType type = text_.Entity(mention.entity).type;
      if (type != v1::ENTITY_TYPE_ORGANIZATION && type != v1::ENTITY_TYPE_COMPANY) continue;
      role.organization = mention.entity;
      role.title.begin = role.title.end - suffix;
      role.organization_span = {role.title.begin - 1, role.title.begin};
      role.shared = true;
      return;
    }
  }

  bool IsClosingMark(const Word& word) const {
    const std::u32string_view mark = text_.Text(word);
    return mark == U"”" || mark == U"’" || mark == U"》" || mark == U")" || mark == U"）";
  }

  bool IsNominal(const Word& word) const {
    if (word.kind != WordKind::kWord || word.tag.empty()) return false;
    if (text_.Text(word) == U"的") return false;
    static constexpr std::string_view kTags = "nabjmlsgkeifqt";
    return kTags.find(word.tag[0]) != std::string_view::npos || word.tag == "vn" ||
           word.tag == "v" || word.tag == "x";
  }

  void TakeOrganization(const Word& word, Role& role) const {
    const int32_t entity = text_.EntityOf(word);
    if (!Employs(text_.Entity(entity).type)) return;
    role.organization = entity;
    role.organization_span = word.span;
  }

  // 某某院士, 某某总书记.
  void ReadAfter(size_t person, std::vector<Role>& found) const {
    const std::u32string& reading = text_.context->reading.text();
    const text::Span name = text_.words[person].span;
    const auto title = rules_.titles.StartingAt(
        reading, name.end, std::min<size_t>(reading.size(), name.end + kMaxTitle));
    if (!title || !*title.value) return;
    Role role;
    role.person = text_.EntityOf(text_.words[person]);
    role.person_span = name;
    role.title = {name.end, name.end + title.length};
    role.span = text::Cover(name, role.title);
    found.push_back(role);
  }

  const AnnotatedText& text_;
  const FactRules& rules_;
  std::vector<Role> roles_;
};

}  // namespace

std::vector<Role> FindRoles(const AnnotatedText& text, const FactRules& rules) {
  return RoleReader(text, rules).Read();
}

}  // namespace yinzheng::knowledge
