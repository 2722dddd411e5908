// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/roles.h"

#include <algorithm>

#include "indexer/knowledge/extract/office_phrase.h"
#include "indexer/knowledge/extract/stated_roles.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

using text::Span;

constexpr uint32_t kMaxTitle = 24;  // Longer noun phrases before a name are no titles.

bool IsPersonMention(const AnnotatedText& text, const Word& word) {
  const int32_t entity = text.EntityOf(word);
  return entity >= 0 && text.Entity(entity).type == v1::ENTITY_TYPE_PERSON;
}

class RoleReader {
 public:
  RoleReader(const AnnotatedText& text, const FactRules& rules)
      : text_(text), rules_(rules), office_(text, rules) {}

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
    if (found.empty()) ReadIntroduction(person, found);
    if (found.empty()) ShareByline(person, found);
    if (found.empty()) ReadTeam(person, found);
    ShareOrganizations(found);
    ShareWithLast(found);
    for (Role& role : found) TakeWire(role);
    for (Role& role : found) {
      if (role.organization < 0 && role.employer.empty()) TakeNearest(role);
    }
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

  // 某院院长甲、副院长乙: the second person is at the first one's institution.
  void ShareWithLast(std::vector<Role>& found) const {
    if (found.empty() || roles_.empty()) return;
    const Role& last = roles_.back();
    Role& first = found.back();
    const uint32_t end = last.person_span.end;
    if (last.organization < 0 || first.organization >= 0 || first.title.begin <= end) return;
    const std::u32string_view between = text_.Text(Span{end, first.title.begin});
    if (between != U"、" && between != U"和" && between != U"与" && between != U"及") return;
    for (Role& role : found) {
      if (role.organization >= 0 || !role.employer.empty()) continue;
      role.organization = last.organization;
      role.organization_span = last.organization_span;
      role.shared = true;
    }
  }

  // 甲所某某课题组, 甲大学某某团队: who leads a team at an institution; without a title.
  void ReadTeam(size_t person, std::vector<Role>& found) const {
    static constexpr std::u32string_view kTeams[] = {U"课题组",   U"团队",     U"研究组",
                                                     U"研究团队", U"科研团队", U"实验室"};
    if (person == 0 || person + 1 >= text_.words.size()) return;
    const std::u32string_view next = text_.Text(text_.words[person + 1]);
    const bool team = std::find(std::begin(kTeams), std::end(kTeams), next) != std::end(kTeams);
    const Word& house = text_.words[person - 1];
    if (!team || house.kind != WordKind::kEntity) return;
    const v1::EntityType type = text_.Entity(text_.EntityOf(house)).type;
    if (type == v1::ENTITY_TYPE_PLACE || !Employs(type)) return;
    Role role;
    role.person = text_.EntityOf(text_.words[person]);
    role.person_span = text_.words[person].span;
    office_.TakeOrganization(house, role);
    role.span = text::Cover(house.span, role.person_span);
    found.push_back(role);
  }

  bool IsReporter(const Role& role) const { return text_.Text(role.title).ends_with(U"记者"); }

  // (记者甲、乙): the second one is a reporter too.
  void ShareByline(size_t person, std::vector<Role>& found) const {
    if (roles_.empty() || !IsReporter(roles_.back())) return;
    const Role& last = roles_.back();
    const text::Span name = text_.words[person].span;
    if (name.begin <= last.person_span.end) return;
    const std::u32string_view between = text_.Text(text::Span{last.person_span.end, name.begin});
    if (between != U"、" && between != U" " && between != U"和") return;
    Role role = last;
    role.person = text_.EntityOf(text_.words[person]);
    role.person_span = name;
    role.span = text::Cover(role.title, name);
    found.push_back(role);
  }

  // 某社某地5月6日电(记者某某): the agency that the line begins with.
  void TakeWire(Role& role) const {
    if (role.organization >= 0 || !role.employer.empty() || !IsReporter(role)) return;
    const text::Sentence* sentence = text_.context->reading.SentenceAt(role.title.begin);
    if (sentence == nullptr) return;
    const size_t first = text_.WordAt(sentence->span.begin);
    if (first >= text_.words.size() || text_.words[first].kind != WordKind::kEntity) return;
    const bool wire = text_.Text(text::Span{sentence->span.begin, role.title.begin}).find(U'电') !=
                      std::u32string_view::npos;
    const v1::EntityType type = text_.Entity(text_.EntityOf(text_.words[first])).type;
    if (wire && type == v1::ENTITY_TYPE_ORGANIZATION) {
      office_.TakeOrganization(text_.words[first], role);
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
    office_.SplitTitle(suffix.length, role);
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
    } else if (i < text_.words.size() && office_.IsNominal(text_.words[i])) {
      role.title.begin = text_.words[i].span.begin;  // the segmenter joined it with the word before
      if (i == 0) return;
      --i;
    }
    while (ExtendOver(i, floor, role) && i > 0) --i;
  }

  // Whether word `i` is taken into the title and the one before it may be.
  bool ExtendOver(size_t i, uint32_t floor, Role& role) const {
    const Word& word = text_.words[i];
    if (word.span.begin < floor) return false;
    const size_t named = IsClosingMark(word) && i > 0 ? i - 1 : i;
    if (text_.words[named].kind == WordKind::kEntity) {
      office_.TakeOrganization(text_.words[named], role);
      return false;
    }
    const bool joins = rules_.Is(text_.Text(word), kPreposition | kConjunction);
    if (!office_.IsNominal(word) || joins) return false;
    role.title.begin = word.span.begin;
    return true;
  }

  // 本报记者: the paper itself is no part of the title.
  void DropPointer(uint32_t suffix, Role& role) const {
    if (text_.Text(role.title).starts_with(U"本报")) role.title.begin += 2;
    office_.ResolvePointer(suffix, role);
  }

  // 院长某某: of the institute that was named last, not far before.
  void TakeNearest(Role& role) const {
    constexpr uint32_t kReach = 160;  // Characters.
    const Anaphor* noun = HouseOfTitle(text_.Text(role.title));
    if (noun == nullptr) return;
    const std::vector<LocalMention>& mentions = text_.entities->mentions;
    auto next = std::partition_point(
        mentions.begin(), mentions.end(),
        [&](const LocalMention& mention) { return mention.span.end <= role.title.begin; });
    while (next != mentions.begin()) {
      const LocalMention& mention = *--next;
      if (mention.span.end + kReach < role.title.begin) return;
      if (!IsNamedLike(text_.Entity(mention.entity), *noun)) continue;
      role.organization = mention.entity;
      role.organization_span = role.title;
      role.near = true;
      return;
    }
  }

  // What the title says about its institution: 院长 and 副院长 are of a 院, 董事长 of a company.
  const Anaphor* HouseOfTitle(std::u32string_view title) const {
    static constexpr std::u32string_view kCompany[] = {U"董事长", U"总经理", U"总裁",
                                                       U"首席执行官"};
    const bool business = std::any_of(std::begin(kCompany), std::end(kCompany), [&](auto word) {
      return title.find(word) != std::u32string_view::npos;
    });
    if (business) return rules_.anaphora.Find(U"公司");
    if (title.starts_with(U"副")) title.remove_prefix(1);
    const bool heads = title.size() >= 2 && title[1] == U'长';
    return heads ? rules_.anaphora.Find(title.substr(0, 1)) : nullptr;
  }

  static bool IsNamedLike(const LocalEntity& entity, const Anaphor& noun) {
    if (entity.type == v1::ENTITY_TYPE_COMPANY && noun.types.contains(entity.type)) return true;
    return std::any_of(entity.names.begin(), entity.names.end(), [&](const LocalName& name) {
      const std::u32string decoded = text::DecodeUtf8(name.text);
      return std::any_of(noun.endings.begin(), noun.endings.end(), [&](const auto& ending) {
        return decoded.size() > ending.size() && decoded.ends_with(ending);
      });
    });
  }

  bool IsClosingMark(const Word& word) const {
    const std::u32string_view mark = text_.Text(word);
    return mark == U"”" || mark == U"’" || mark == U"》" || mark == U")" || mark == U"）";
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
    const bool beside = person > 0 && text_.words[person - 1].kind == WordKind::kEntity;
    if (beside) {
      const int32_t before = text_.EntityOf(text_.words[person - 1]);
      const v1::EntityType type = text_.Entity(before).type;
      if (type == v1::ENTITY_TYPE_ORGANIZATION || type == v1::ENTITY_TYPE_COMPANY) {
        office_.TakeOrganization(text_.words[person - 1], role);
      }
    }
    found.push_back(role);
  }

  // 某某,某院院长; 某某(某院的院长).
  void ReadIntroduction(size_t person, std::vector<Role>& found) const {
    size_t i = person + 1;
    while (i < text_.words.size() && Introduces(text_.words[i])) ++i;
    if (i == person + 1 || i >= text_.words.size()) return;
    if (text_.words[i].kind != WordKind::kEntity) return;
    for (Role role : office_.Read(i)) {
      role.person = text_.EntityOf(text_.words[person]);
      role.person_span = text_.words[person].span;
      role.span = text::Cover(role.person_span, role.span);
      found.insert(found.begin(), role);  // ordered from the last
    }
  }

  // What may stand between a person and an office behind: a comma, a bracket.
  bool Introduces(const Word& word) const {
    const std::u32string_view text = text_.Text(word);
    return word.kind == WordKind::kPunctuation && (text == U"," || text == U"(" || text == U"（");
  }

  const AnnotatedText& text_;
  const FactRules& rules_;
  const OfficePhrase office_;
  std::vector<Role> roles_;
};

}  // namespace

std::vector<Role> FindRoles(const AnnotatedText& text, const FactRules& rules) {
  std::vector<Role> roles = RoleReader(text, rules).Read();
  const std::vector<Role> stated = FindStatedRoles(text, rules);
  roles.insert(roles.end(), stated.begin(), stated.end());
  return roles;
}

}  // namespace yinzheng::knowledge
