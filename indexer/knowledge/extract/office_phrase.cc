// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/office_phrase.h"

#include <algorithm>
#include <iterator>

namespace yinzheng::knowledge {
namespace {

using text::Span;

constexpr uint32_t kMaxTitle = 24;  // Longer noun phrases are no titles.

// A place employs those who govern or speak for it: 江城市长, not 江城运动员.
bool Governs(std::u32string_view title) {
  static constexpr std::u32string_view kEnds[] = {
      U"长",   U"书记", U"主席", U"总统", U"总理", U"首相", U"大使", U"代表", U"发言人",
      U"官员", U"主任", U"议员", U"国王", U"秘书", U"特使", U"委员", U"常委"};
  return std::any_of(std::begin(kEnds), std::end(kEnds),
                     [&](std::u32string_view end) { return title.ends_with(end); });
}

bool IsHouseType(v1::EntityType type) {
  return type == v1::ENTITY_TYPE_ORGANIZATION || type == v1::ENTITY_TYPE_COMPANY;
}

// 某院院长、首席科学家: the second office is at the first one's institution.
void ShareOrganization(const Role& first, Role& role) {
  if (role.organization >= 0 || !role.employer.empty() || first.organization < 0) return;
  role.organization = first.organization;
  role.organization_span = first.organization_span;
  role.shared = true;
}

}  // namespace

bool Employs(v1::EntityType type) {
  return type != v1::ENTITY_TYPE_PERSON && type != v1::ENTITY_TYPE_TECHNOLOGY &&
         type != v1::ENTITY_TYPE_POLICY && type != v1::ENTITY_TYPE_INDEX;
}

OfficePhrase::OfficePhrase(const AnnotatedText& text, const FactRules& rules)
    : text_(text), rules_(rules), r_(text, rules) {
  for (const LocalMention& mention : text.entities->mentions) {
    if (IsHouseType(text.Entity(mention.entity).type)) houses_.push_back(mention);
  }
}

std::vector<Role> OfficePhrase::Read(size_t i, std::optional<size_t> end) const {
  const size_t begin = i;
  std::vector<Role> offices;
  while (true) {
    const size_t behind = PhraseEnd(i, end);
    std::optional<Role> role = ReadOne({i, behind});
    if (!role || !EndsOffice(behind, end)) break;
    const bool placed = r_.IsEntity(i) || role->organization >= 0 || !role->employer.empty();
    if (offices.empty() && !placed && !IsPost(role->title)) break;
    if (!offices.empty()) ShareOrganization(offices.back(), *role);
    offices.push_back(*role);
    if (behind == end || behind >= text_.words.size() || !IsSeparator(behind)) return offices;
    i = behind + 1;
  }
  // What 和 joins to an office must be one too: not 院长和王立的老师.
  const bool joined = i > begin && r_.IsPlain(i - 1);
  return end || joined ? std::vector<Role>() : offices;
}

size_t OfficePhrase::PhraseEnd(size_t i, std::optional<size_t> end) const {
  const size_t limit = end.value_or(text_.words.size());
  while (i < limit) {
    const bool name = r_.IsEntity(i) && Employs(r_.TypeOf(i));
    const bool pointer = r_.IsPlain(i) && r_.Text(i).starts_with(U"该");
    if (IsSeparator(i)) break;
    if (!name && !pointer && !r_.IsDe(i) && !r_.IsQuoteMark(i) && !IsNominal(r_[i])) break;
    ++i;
  }
  return i;
}

// The office that `words` are, all of them.
std::optional<Role> OfficePhrase::ReadOne(WordRange words) const {
  words.end = WithoutDuty(words);
  for (size_t i = words.begin; i < words.end; ++i) {
    if (IsFormer(i) || r_.Text(i) == U"首位") return std::nullopt;  // 首位: a distinction
  }
  const size_t title = BeginOfTitle(words);
  if (!IsTitle({title, words.end})) return std::nullopt;
  Role role;
  role.title = text::Cover(r_[title].span, r_[words.end - 1].span);
  const auto suffix =
      rules_.titles.EndingAt(text_.context->reading.text(), role.title.begin, role.title.end);
  if (!suffix || role.title.size() > kMaxTitle) return std::nullopt;
  constexpr uint32_t kLongestPointer = 4;  // 该部门间委员会 points at no name.
  const bool points = text_.Text(role.title).front() == U'该';
  if (points && role.title.size() - suffix.length > kLongestPointer) return std::nullopt;
  for (size_t i = title; i > words.begin; --i) {
    if (!r_.IsEntity(i - 1)) continue;
    TakeOrganization(r_[i - 1], role);
    break;
  }
  ResolvePointer(suffix.length, role);
  SplitTitle(suffix.length, role);
  role.span =
      role.organization_span.empty() ? role.title : text::Cover(role.organization_span, role.title);
  return role;
}

// Behind the institution, which the words begin with if they name one, and behind 的 and 新任; the
// end if they begin with anything else.
size_t OfficePhrase::BeginOfTitle(WordRange words) const {
  size_t title = words.begin;
  for (size_t i = words.begin; i < words.end; ++i) {
    if (r_.IsEntity(i)) title = i + 1;
  }
  size_t first = words.begin;
  while (first < words.end && r_.IsQuoteMark(first)) ++first;
  if (title > words.begin && !r_.IsEntity(first)) return words.end;
  while (title < words.end && title > words.begin && r_.IsQuoteMark(title)) ++title;
  if (title > words.begin && title < words.end && r_.IsDe(title)) ++title;
  for (size_t i = title; i + 1 < words.end; ++i) {
    if (IsTenure(i)) title = i + 1;
  }
  return title;
}

// 新任, 现任 before a title tell of the time in office, and end what stands before the title.
bool OfficePhrase::IsTenure(size_t i) const {
  if (!r_.IsPlain(i) || IsFormer(i)) return false;
  const std::u32string_view word = r_.Text(i);
  if (word == U"新") return true;
  return word.size() > 1 && word.back() == U'任' && !rules_.titles.Contains(word);
}

// Before the last words of 院长一职, 院长职务.
size_t OfficePhrase::WithoutDuty(WordRange words) const {
  size_t end = words.end;
  while (end > words.begin + 1) {
    const std::u32string_view word = r_.Text(end - 1);
    const bool one = word == U"一" && end < words.end;
    if (word != U"一职" && word != U"职务" && word != U"职" && !one) break;
    --end;
  }
  return end;
}

bool OfficePhrase::IsTitle(WordRange words) const {
  if (words.begin >= words.end) return false;
  for (size_t i = words.begin; i < words.end; ++i) {
    const bool pointer = i == words.begin && r_.IsPlain(i) && r_.Text(i).starts_with(U"该");
    if (!pointer && (!IsNominal(r_[i]) || r_.Is(i, kPreposition | kConjunction))) return false;
  }
  return true;
}

// 原院长: an office that is held no longer.
bool OfficePhrase::IsFormer(size_t i) const {
  const std::u32string_view word = r_.Text(i);
  return word == U"原" || word == U"前" || word == U"前任" || word == U"原任" || word == U"时任";
}

// An office by its title alone: 全国人大代表, not 老师.
bool OfficePhrase::IsPost(text::Span title) const {
  constexpr uint32_t kLongest = 6;
  for (uint32_t n = 1; n <= std::min(title.size(), kLongest); ++n) {
    if (rules_.Is(text_.Text(Span{title.end - n, title.end}), kPost)) return true;
  }
  return false;
}

bool OfficePhrase::IsSeparator(size_t i) const {
  const std::u32string_view word = r_.Text(i);
  return word == U"、" || word == U"/" || word == U"兼" || word == U"和" || word == U"及" ||
         word == U"以及" || word == U"暨";
}

// The office ends before word `i`: no further name follows that it may belong to.
bool OfficePhrase::EndsOffice(size_t i, std::optional<size_t> end) const {
  if (i >= text_.words.size() || i == end || IsSeparator(i)) return true;
  const std::u32string_view word = r_.Text(i);
  static constexpr std::u32string_view kEnds[] = {U",", U"。", U")",  U"）", U";",
                                                  U"!", U"！", U"\n", U"并"};
  return std::find(std::begin(kEnds), std::end(kEnds), word) != std::end(kEnds);
}

bool OfficePhrase::IsNominal(const Word& word) const {
  if (word.kind != WordKind::kWord || word.tag.empty()) return false;
  if (text_.Text(word) == U"的") return false;
  static constexpr std::string_view kTags = "nabjmlsgkeifqt";
  return kTags.find(word.tag[0]) != std::string_view::npos || word.tag == "vn" || word.tag == "v" ||
         word.tag == "x";
}

void OfficePhrase::TakeOrganization(const Word& word, Role& role) const {
  const int32_t entity = text_.EntityOf(word);
  const v1::EntityType type = text_.Entity(entity).type;
  if (!Employs(type)) return;
  const bool governs = role.title.empty() || Governs(text_.Text(role.title));
  if (type == v1::ENTITY_TYPE_PLACE && !governs) return;
  role.organization = entity;
  role.organization_span = word.span;
}

void OfficePhrase::ResolvePointer(uint32_t suffix, Role& role) const {
  if (role.title.begin == 0 || role.organization >= 0) return;
  const std::u32string& reading = text_.context->reading.text();
  const bool points = reading[role.title.begin - 1] == U'该' || reading[role.title.begin] == U'该';
  if (!points) return;
  const auto behind = std::partition_point(
      houses_.begin(), houses_.end(),
      [&](const LocalMention& mention) { return mention.span.end <= role.title.begin; });
  if (behind == houses_.begin()) return;
  role.organization = std::prev(behind)->entity;
  role.title.begin = role.title.end - suffix;
  role.organization_span = {role.title.begin - 1, role.title.begin};
  role.shared = true;
}

void OfficePhrase::SplitTitle(uint32_t suffix, Role& role) const {
  const Span house{role.title.begin, role.title.end - suffix};
  if (house.empty() || !EndsAsHouse(house)) return;
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
bool OfficePhrase::IsUnknownInstitution(text::Span house, Role& role) const {
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
void OfficePhrase::TakeHouse(Role& role) const {
  const size_t place = text_.WordAt(role.organization_span.begin);
  if (place == 0 || IsHouseType(text_.Entity(role.organization).type)) return;
  const Word& house = text_.words[place - 1];
  if (house.kind != WordKind::kEntity) return;
  if (!IsHouseType(text_.Entity(text_.EntityOf(house)).type)) return;
  role.department.begin = role.organization_span.begin;
  role.title.begin = role.department.end;
  role.organization = text_.EntityOf(house);
  role.organization_span = house.span;
}

bool OfficePhrase::EndsAsHouse(text::Span words) const {
  for (uint32_t n = 1; n <= std::min(words.size(), 3u); ++n) {
    if (rules_.Is(text_.Text(Span{words.end - n, words.end}), kHouse)) return true;
  }
  return false;
}

}  // namespace yinzheng::knowledge
