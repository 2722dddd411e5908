// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/roles.h"

#include <algorithm>

#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

using text::Span;

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
      if (Serves(text_.words[i])) ReadCareer(i);
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
    TakeOrganization(house, role);
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
    if (wire && type == v1::ENTITY_TYPE_ORGANIZATION) TakeOrganization(text_.words[first], role);
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
    SplitTitle(suffix.length, role);
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
    while (ExtendOver(i, floor, role) && i > 0) --i;
  }

  // Whether word `i` is taken into the title and the one before it may be.
  bool ExtendOver(size_t i, uint32_t floor, Role& role) const {
    const Word& word = text_.words[i];
    if (word.span.begin < floor) return false;
    const size_t named = IsClosingMark(word) && i > 0 ? i - 1 : i;
    if (text_.words[named].kind == WordKind::kEntity) {
      TakeOrganization(text_.words[named], role);
      return false;
    }
    if (!IsNominal(word) || rules_.Is(text_.Text(word), kPreposition | kConjunction)) return false;
    role.title.begin = word.span.begin;
    return true;
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

  // 规划处处长: the title names a department; 某县水务局局长: an institution that is no known name.
  void SplitTitle(uint32_t suffix, Role& role) const {
    const text::Span house{role.title.begin, role.title.end - suffix};
    if (house.empty()) {
      return;
    }
    if (!EndsAsHouse(house)) return;
    if (role.organization < 0) {
      constexpr uint32_t kShortest = 3;
      if (house.size() < kShortest) return;
      role.employer = house;
      role.title.begin = house.end;
      return;
    }
    if (IsUnknownInstitution(house, role)) return;
    role.department = house;
    TakeHouse(role);
  }

  // 某州|大学校长: the place only begins the name of the institution.
  bool IsUnknownInstitution(text::Span house, Role& role) const {
    static constexpr std::u32string_view kParts[] = {U"处", U"部",   U"科", U"室",
                                                     U"系", U"中心", U"司"};
    const bool beside = role.organization_span.end == house.begin;
    const bool place = text_.Entity(role.organization).type == v1::ENTITY_TYPE_PLACE;
    const std::u32string_view words = text_.Text(house);
    const bool part = std::any_of(std::begin(kParts), std::end(kParts),
                                  [&](auto ending) { return words.ends_with(ending); });
    if (!beside || !place || part) return false;
    role.employer = text::Cover(role.organization_span, house);
    role.organization = -1;
    role.organization_span = {};
    role.title.begin = house.end;
    return true;
  }

  // 某管委会|某园|协调处处长: a place inside of the department's name employs nobody.
  void TakeHouse(Role& role) const {
    const size_t place = text_.WordAt(role.organization_span.begin);
    const v1::EntityType type = text_.Entity(role.organization).type;
    if (place == 0 || type == v1::ENTITY_TYPE_ORGANIZATION || type == v1::ENTITY_TYPE_COMPANY) {
      return;
    }
    const Word& house = text_.words[place - 1];
    if (house.kind != WordKind::kEntity) return;
    const v1::EntityType above = text_.Entity(text_.EntityOf(house)).type;
    if (above != v1::ENTITY_TYPE_ORGANIZATION && above != v1::ENTITY_TYPE_COMPANY) return;
    role.department.begin = role.organization_span.begin;
    role.title.begin = role.department.end;
    role.organization = text_.EntityOf(house);
    role.organization_span = house.span;
  }

  bool EndsAsHouse(text::Span words) const {
    for (uint32_t n = 1; n <= std::min(words.size(), 3u); ++n) {
      if (rules_.Is(text_.Text(Span{words.end - n, words.end}), kHouse)) return true;
    }
    return false;
  }

  // 院长某某: of the institute that was named last, not far before.
  void TakeNearest(Role& role) const {
    constexpr uint32_t kReach = 160;  // Characters.
    const Anaphor* noun = HouseOfTitle(text_.Text(role.title));
    if (noun == nullptr) return;
    for (size_t i = text_.entities->mentions.size(); i > 0; --i) {
      const LocalMention& mention = text_.entities->mentions[i - 1];
      if (mention.span.end > role.title.begin) continue;
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

  bool IsNominal(const Word& word) const {
    if (word.kind != WordKind::kWord || word.tag.empty()) return false;
    if (text_.Text(word) == U"的") return false;
    static constexpr std::string_view kTags = "nabjmlsgkeifqt";
    return kTags.find(word.tag[0]) != std::string_view::npos || word.tag == "vn" ||
           word.tag == "v" || word.tag == "x";
  }

  // A place employs those who govern or speak for it: 江城市长, not 江城运动员.
  bool Governs(text::Span title) const {
    static constexpr std::u32string_view kEnds[] = {U"长",   U"书记", U"主席", U"总统",   U"总理",
                                                    U"首相", U"大使", U"代表", U"发言人", U"官员",
                                                    U"主任", U"议员", U"国王", U"秘书",   U"特使"};
    const std::u32string_view words = text_.Text(title);
    return std::any_of(std::begin(kEnds), std::end(kEnds),
                       [&](std::u32string_view end) { return words.ends_with(end); });
  }

  void TakeOrganization(const Word& word, Role& role) const {
    const int32_t entity = text_.EntityOf(word);
    const v1::EntityType type = text_.Entity(entity).type;
    if (!Employs(type)) return;
    if (type == v1::ENTITY_TYPE_PLACE && !role.title.empty() && !Governs(role.title)) return;
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
    const bool beside = person > 0 && text_.words[person - 1].kind == WordKind::kEntity;
    if (beside) {
      const int32_t before = text_.EntityOf(text_.words[person - 1]);
      const v1::EntityType type = text_.Entity(before).type;
      if (type == v1::ENTITY_TYPE_ORGANIZATION || type == v1::ENTITY_TYPE_COMPANY) {
        TakeOrganization(text_.words[person - 1], role);
      }
    }
    found.push_back(role);
  }

  // 某某,男,…,现任某院院长: the person that the sentence names last before it.
  bool Serves(const Word& word) const {
    const std::u32string_view text = text_.Text(word);
    return word.kind == WordKind::kWord && text.size() > 1 && rules_.Is(text, kServe);
  }

  void ReadCareer(size_t serve) {
    const text::Sentence* sentence =
        text_.context->reading.SentenceAt(text_.words[serve].span.begin);
    if (sentence == nullptr) return;
    size_t person = serve;
    while (person > 0 && !IsPersonMention(text_, text_.words[person])) --person;
    if (!IsPersonMention(text_, text_.words[person])) return;
    if (!sentence->span.contains(text_.words[person].span) || person + 1 == serve) return;
    std::vector<Role> found;
    ReadOffice(person, serve + 1, found);
    roles_.insert(roles_.end(), found.rbegin(), found.rend());
  }

  // 某某,某院院长; 某某(某院院长); 某某现任某院院长.
  void ReadIntroduction(size_t person, std::vector<Role>& found) const {
    size_t i = person + 1;
    while (i < text_.words.size() && Introduces(text_.words[i])) ++i;
    if (i > person + 1) ReadOffice(person, i, found);
  }

  // The office that begins with its institution at word `i`.
  void ReadOffice(size_t person, size_t i, std::vector<Role>& found) const {
    if (i >= text_.words.size() || text_.words[i].kind != WordKind::kEntity) return;
    if (!Employs(text_.Entity(text_.EntityOf(text_.words[i])).type)) return;
    Role role;
    role.person = text_.EntityOf(text_.words[person]);
    role.person_span = text_.words[person].span;
    role.organization = text_.EntityOf(text_.words[i]);
    role.organization_span = text_.words[i].span;
    const uint32_t begin = text_.words[i].span.end;
    size_t end = i + 1;
    while (end < text_.words.size() && IsNominal(text_.words[end])) ++end;
    if (end == i + 1 || !ClosesIntroduction(end)) return;
    role.title = {begin, text_.words[end - 1].span.end};
    const auto suffix =
        rules_.titles.EndingAt(text_.context->reading.text(), begin, role.title.end);
    if (!suffix || role.title.size() > kMaxTitle) return;
    role.span = text::Cover(role.person_span, role.title);
    found.push_back(role);
    ReadFurtherTitles(role, end, found);
  }

  // …,某院院长、首席科学家: further offices at the same institution. `found` is ordered from the
  // last.
  void ReadFurtherTitles(Role role, size_t separator, std::vector<Role>& found) const {
    while (separator + 1 < text_.words.size() && text_.Text(text_.words[separator]) == U"、") {
      size_t end = separator + 1;
      while (end < text_.words.size() && IsNominal(text_.words[end])) ++end;
      if (end == separator + 1 || !ClosesIntroduction(end)) return;
      role.title = {text_.words[separator + 1].span.begin, text_.words[end - 1].span.end};
      const std::u32string& reading = text_.context->reading.text();
      if (!rules_.titles.EndingAt(reading, role.title.begin, role.title.end)) return;
      role.shared = true;
      role.span = text::Cover(role.person_span, role.title);
      found.insert(found.begin(), role);
      separator = end;
    }
  }

  // What may stand between a person and an office behind: a comma, a bracket, 任, 是.
  bool Introduces(const Word& word) const {
    const std::u32string_view text = text_.Text(word);
    if (word.kind == WordKind::kPunctuation) return text == U"," || text == U"(" || text == U"（";
    return word.kind == WordKind::kWord && rules_.Is(text, kServe);
  }

  // The office ends here: no further name follows that it may belong to.
  bool ClosesIntroduction(size_t end) const {
    if (end >= text_.words.size()) return true;
    const std::u32string_view mark = text_.Text(text_.words[end]);
    return mark == U"," || mark == U"。" || mark == U")" || mark == U"）" || mark == U";" ||
           mark == U"、" || mark == U"兼";
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
