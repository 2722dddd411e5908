// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/names/suffix_name_finder.h"

#include <algorithm>
#include <optional>

#include "indexer/knowledge/names/left_context.h"
#include "indexer/knowledge/names/name_edition.h"
#include "indexer/knowledge/names/name_start.h"
#include "indexer/knowledge/names/product_name.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

std::optional<FoundSuffix> LongestSuffix(const NameText& text, uint32_t end) {
  const NameLexicon& lexicon = text.lexicon();
  for (size_t size = std::min<size_t>(lexicon.longest_suffix(), end); size > 0; --size) {
    const auto begin = static_cast<uint32_t>(end - size);
    const SuffixRule* const rule = lexicon.FindSuffix(text.Slice({begin, end}));
    if (rule != nullptr) return FoundSuffix{begin, end, rule};
  }
  return std::nullopt;
}

// 29个|科技设施平台 is no name: a number counts what follows.
bool IsCounted(const NameText& text, uint32_t begin) {
  if (begin == 0) return false;
  const NameWord& word = text.words()[text.WordAt(begin - 1)];
  if (word.tag == WordTag::kQuantifier || word.tag == WordTag::kNumber) return true;
  return (word.classes & kDeterminer) != 0;
}

uint32_t SizeOf(const FoundSuffix& suffix) { return suffix.end - suffix.begin; }

// An ending that says no more than the kind: 平台, 中心, 重点实验室, 中试平台.
bool IsPlain(const NameText& text, const FoundSuffix& suffix) {
  if (SizeOf(suffix) <= 2) return true;
  const std::u32string_view ending = text.Slice({suffix.begin, suffix.end});
  return ending.find(U"重点") != std::u32string_view::npos ||
         (text.lexicon().Is(ending.substr(0, 2), kGenericWord) &&
          !text.lexicon().Is(ending.substr(0, 2), kHeadWord));
}

// Endings that make a name with a place alone: 深圳|大学, not 深圳|中心.
bool IsPlaceEnough(const NameText& text, const FoundSuffix& suffix, const NameStart& start) {
  return start.place && start.pieces == 1 && suffix.rule->type != v1::ENTITY_TYPE_FACILITY &&
         text.Slice({suffix.begin, suffix.end}) != U"中心";
}

// 怀柔|重点实验室, 全球|中心 say nothing; 昌平|国家实验室, 材料|基因平台 do.
bool HasContent(const NameText& text, const FoundSuffix& suffix, const NameStart& start) {
  const bool plain = IsPlain(text, suffix);
  const bool loose_type = suffix.rule->type == v1::ENTITY_TYPE_INDEX ||
                          suffix.rule->type == v1::ENTITY_TYPE_EVENT ||
                          suffix.rule->type == v1::ENTITY_TYPE_PROJECT;
  if (start.quoted && SizeOf(suffix) >= 3) return true;
  if (start.proper || start.head) {
    return !plain || start.content_pieces >= 1 || (loose_type && start.pieces >= 3) ||
           IsPlaceEnough(text, suffix, start);
  }
  if (plain && suffix.rule->type == v1::ENTITY_TYPE_PROJECT) return false;
  if (plain) return start.content_pieces >= 2 && start.content_size >= 4;
  return start.content_size + SizeOf(suffix) >= 6 && start.content_pieces >= 1 &&
         start.content_size >= 2 && (SizeOf(suffix) >= 4 || start.content_pieces >= 2);
}

// 社区居家养老|中心, 任务|中学: what such bodies do says which kind they are, not which one.
bool IsKindOfBody(const NameText& text, const FoundSuffix& suffix) {
  const std::u32string_view ending = text.Slice({suffix.begin, suffix.end});
  return suffix.rule->id == "research" && (ending.ends_with(U"中心") || ending.ends_with(U"学校") ||
                                           ending.ends_with(U"中学") || ending.ends_with(U"小学"));
}

int ContentScore(const NameText& text, const FoundSuffix& suffix, const NameStart& start) {
  if (!HasContent(text, suffix, start)) return 0;
  const int score = suffix.rule->score;
  if (start.proper) return start.unknown_only ? score - 14 : score;
  if (IsCounted(text, start.begin)) return 0;
  if (start.head) return score - 20;
  return score - (IsKindOfBody(text, suffix) ? 36 : 28);
}

// 湖岔|镇党委: the ending says that what stands before it is a town, known or not.
bool NamesTown(const NameText& text, const FoundSuffix& suffix) {
  const char32_t first = text.At(suffix.begin);
  return SizeOf(suffix) >= 3 && (first == U'镇' || first == U'乡');
}

int HeadScore(const NameText& text, const FoundSuffix& suffix, const NameStart& start) {
  if (start.proper && start.unknown_only) {
    return suffix.rule->score - (NamesTown(text, suffix) ? 16 : 40);
  }
  if (start.proper) return suffix.rule->score;
  return start.head ? suffix.rule->score - 12 : 0;
}

int ProperScore(const FoundSuffix& suffix, const NameStart& start) {
  if (!start.proper) return 0;
  return start.unknown_only ? suffix.rule->score - 16 : suffix.rule->score;
}

// A policy without title marks needs a place or body that makes it.
int PolicyScore(const FoundSuffix& suffix, const NameStart& start) {
  if (start.head && !start.proper) return start.pieces >= 3 ? suffix.rule->score - 16 : 0;
  if (!start.proper || start.unknown_only) return 0;
  if (start.place && start.pieces < 2) return 0;
  return suffix.rule->score;
}

int ScoreOf(const NameText& text, const FoundSuffix& suffix, const NameStart& start) {
  switch (suffix.rule->need) {
    case SuffixNeed::kProper:
      return ProperScore(suffix, start);
    case SuffixNeed::kHead:
      return HeadScore(text, suffix, start);
    case SuffixNeed::kContent:
      return ContentScore(text, suffix, start);
    case SuffixNeed::kLegal:
      return start.proper || start.content_size >= 2 ? suffix.rule->score : 0;
    case SuffixNeed::kPlace:
      return start.place && start.pieces == 1 ? suffix.rule->score : 0;
    case SuffixNeed::kPolicy:
      return PolicyScore(suffix, start);
    default:
      return 0;  // left to other finders
  }
}

// 道路, 公路: the one-character ending is part of a common noun.
bool EndsCommonWord(const NameText& text, const FoundSuffix& suffix) {
  const NameWord& word = text.words()[text.WordAt(suffix.begin)];
  return word.span.size() == 2 && word.in_dictionary && word.tag != WordTag::kPlace &&
         word.tag != WordTag::kName && word.tag != WordTag::kPerson;
}

text::Span Extend(const NameText& text, text::Span span, v1::EntityType type) {
  if (type == v1::ENTITY_TYPE_INDEX || type == v1::ENTITY_TYPE_POLICY) return WithYear(text, span);
  if (type == v1::ENTITY_TYPE_EVENT) return WithEdition(text, span);
  if (type == v1::ENTITY_TYPE_PLACE) return WithPart(text, span);
  return span;
}

// 开展…专项行动, 召开…座谈会, 成立…联合实验室: what is carried out, held or founded is named by all
// the words before its ending.
bool IsLaunched(const NameText& text, const FoundSuffix& suffix, const NameStart& start) {
  constexpr uint32_t kShortestLaunched = 8;
  if (start.begin < 2 || suffix.end - start.begin < kShortestLaunched || start.pieces < 2) {
    return false;
  }
  const std::u32string_view cue = text.Until(start.begin, 2);
  if (suffix.rule->type == v1::ENTITY_TYPE_EVENT) {
    return cue == U"召开" || cue == U"举行" || cue == U"举办" || cue == U"承办";
  }
  if (suffix.rule->need == SuffixNeed::kContent && SizeOf(suffix) >= 3) {
    return cue == U"成立" || cue == U"组建" || cue == U"共建" || cue == U"打造" || cue == U"揭牌";
  }
  if (suffix.rule->type == v1::ENTITY_TYPE_POLICY) {
    return cue == U"落实" || cue == U"实施" || cue == U"印发" || cue == U"出台" || cue == U"制定";
  }
  return suffix.rule->type == v1::ENTITY_TYPE_PROJECT &&
         (cue == U"实施" || cue == U"开展" || cue == U"启动");
}

// 信息工程|总监: the field of an office.
bool OpensOffice(const NameText& text, const FoundSuffix& suffix) {
  const std::u32string_view after = text.From(suffix.end, 2);
  return suffix.rule->type == v1::ENTITY_TYPE_PROJECT &&
         (after == U"总监" || after == U"经理" || after == U"学院" || after == U"专业");
}

// “三城一区”|主平台: a place that is quoted makes no platform.
bool QuotesPlace(const NameText& text, const FoundSuffix& suffix, const NameStart& start) {
  if (!start.quoted || SizeOf(suffix) > 2) return false;
  uint32_t close = start.begin + 1;
  while (close < suffix.begin && !text::IsClosingQuote(text.At(close))) ++close;
  const KnownName* const known = text.lexicon().FindKnown(text.Slice({start.begin + 1, close}));
  return known != nullptr && known->type == v1::ENTITY_TYPE_PLACE;
}

// 碧江|计划|投资: without anything between, the ending is a verb of the name before it.
bool IsVerb(const NameText& text, const FoundSuffix& suffix, const NameStart& start) {
  return text.IsWordBegin(suffix.begin) && suffix.rule->type == v1::ENTITY_TYPE_PROJECT &&
         SizeOf(suffix) == 2 && start.pieces == 1 && start.proper && !start.quoted &&
         !start.unknown_only;
}

// 上海|张江科学城, 美国科技巨头|苹果公司: the end of it is a known name, which needs no more.
bool EndsInKnown(const NameText& text, const FoundSuffix& suffix, const NameStart& start) {
  const v1::EntityType type = suffix.rule->type;
  const bool zone = suffix.rule->id == "place-zone";
  if (!zone && type != v1::ENTITY_TYPE_COMPANY) return false;
  for (uint32_t begin = start.begin + 2; begin + 3 < suffix.end; ++begin) {
    const KnownName* const known = text.lexicon().FindKnown(text.Slice({begin, suffix.end}));
    if (known == nullptr || known->ambiguous || !text.IsWordBegin(begin)) continue;
    const KnownName* const outer = text.lexicon().FindKnown(text.Slice({start.begin, begin}));
    const bool of_place = outer != nullptr && outer->type == v1::ENTITY_TYPE_PLACE;
    return type == v1::ENTITY_TYPE_COMPANY ? !of_place : of_place;
  }
  return false;
}

// 81家电商平台: counted, not named.
bool StartsWithCount(const NameText& text, uint32_t begin) {
  static constexpr std::u32string_view kMeasures = U"家个所座项条款种支批名位艘架台";
  uint32_t i = begin;
  while (i < text.size() && text::IsDigit(text.At(i))) ++i;
  return i > begin && i < text.size() && kMeasures.find(text.At(i)) != std::u32string_view::npos;
}

// 中国驻|某国大使馆: a mission abroad is named with the country that sends it.
uint32_t WithSender(const NameText& text, uint32_t begin) {
  if (text.Before(begin) != U'驻') return begin;
  constexpr uint32_t kLongest = 8;
  for (uint32_t n = kLongest; n >= 2; --n) {
    if (begin < n + 1) continue;
    const KnownName* const known = text.lexicon().FindKnown(text.Slice({begin - 1 - n, begin - 1}));
    if (known != nullptr && known->type == v1::ENTITY_TYPE_PLACE) return begin - 1 - n;
  }
  return begin;
}

void AddGrammatical(const NameText& text, const FoundSuffix& suffix, NameCandidates& out) {
  const bool legal = suffix.rule->need == SuffixNeed::kLegal;
  const std::vector<NamePiece> pieces =
      legal ? LeftContextOfCompany(text, suffix.begin) : LeftContext(text, suffix.begin);
  if (pieces.empty()) return;
  NameStart start = ChooseStart(text, pieces, suffix);
  // 2019年|市环卫集团: the segmenter glues the year's character to an unknown word.
  const bool year = text.At(start.begin) == U'年' && text::IsDigit(text.Before(start.begin));
  if (year) ++start.begin;
  if (StartsWithCount(text, start.begin)) return;
  if (text.Slice({suffix.begin, suffix.end}).ends_with(U"馆")) {
    start.begin = WithSender(text, start.begin);
  }
  if (QuotesPlace(text, suffix, start) || EndsInKnown(text, suffix, start)) return;
  if (OpensOffice(text, suffix) || IsVerb(text, suffix, start)) return;
  int score = ScoreOf(text, suffix, start);
  if (IsLaunched(text, suffix, start)) score = std::max(score, 56);
  if (score <= 0 || suffix.end - start.begin < 3) return;
  if (SizeOf(suffix) == 1 && start.unknown_only && suffix.begin - start.begin < 2) return;
  if (SizeOf(suffix) == 1 && EndsCommonWord(text, suffix)) return;
  const text::Span span = Extend(text, {start.begin, suffix.end}, suffix.rule->type);
  out.push_back({span, suffix.rule->type, score, suffix.rule->id});
}

bool IsNameCharacter(const NameText& text, const NameWord& word) {
  if (word.tag == WordTag::kUnknown) return true;
  if (word.classes & (kBreakWord | kGenericWord | kInnerWord | kDeterminer | kModifier)) {
    return false;
  }
  if (word.tag == WordTag::kFunction || word.tag == WordTag::kConjunction ||
      word.tag == WordTag::kPunctuation || word.tag == WordTag::kNumber ||
      word.tag == WordTag::kQuantifier || word.tag == WordTag::kVerb) {
    return false;
  }
  return text.Slice(word.span).size() == 1 || word.tag == WordTag::kPlace ||
         word.tag == WordTag::kPerson || word.tag == WordTag::kName;
}

// 上|叔村, 洞|鹿乡: the first character of a village's name, which the segmenter left alone. Not
// 县|乡村: levels of government in a row.
uint32_t WithFirstCharacter(const NameText& text, uint32_t begin, uint32_t suffix_begin) {
  constexpr std::u32string_view kVillages = U"村镇乡庄屯寨";
  constexpr std::u32string_view kLevels = U"省市区县镇乡";
  if (begin == 0 || kVillages.find(text.At(suffix_begin)) == std::u32string_view::npos ||
      kLevels.find(text.Before(begin)) != std::u32string_view::npos ||
      kLevels.find(text.At(begin)) != std::u32string_view::npos) {
    return begin;
  }
  const NameWord& word = text.words()[text.WordAt(begin - 1)];
  const bool takes = word.span.size() == 1 && text::IsHan(text.At(word.span.begin)) &&
                     word.tag != WordTag::kPlace && IsNameCharacter(text, word);
  return takes ? word.span.begin : begin;
}

// The stretch of short or unknown words before an ending that must follow its name directly (县,
// 河, 队).
std::optional<uint32_t> AttachedBegin(const NameText& text, uint32_t suffix_begin) {
  uint32_t begin = suffix_begin;
  if (!text.IsWordBegin(suffix_begin)) {
    const uint32_t inside = text.words()[text.WordAt(suffix_begin)].span.begin;
    return suffix_begin - inside == 1 ? WithFirstCharacter(text, inside, suffix_begin) : inside;
  }
  while (begin > 0 && suffix_begin - begin < 6) {
    const NameWord& word = text.words()[text.WordAt(begin - 1)];
    if (!IsNameCharacter(text, word)) break;
    if (suffix_begin - word.span.begin > 6) break;
    const bool whole = word.tag == WordTag::kPlace && begin < suffix_begin;
    if (whole) break;  // 湖北省|阳新|县: the larger place is a name of its own
    begin = word.span.begin;
    if (word.tag == WordTag::kPlace || word.tag == WordTag::kUnknown) break;
  }
  if (begin == suffix_begin) return std::nullopt;
  return begin;
}

bool FollowsPlaceCue(const NameText& text, uint32_t begin) {
  if (begin == 0) return true;
  const NameWord& word = text.words()[text.WordAt(begin - 1)];
  if (word.tag == WordTag::kPlace || (word.classes & kPlaceBefore)) return true;
  const char32_t c = text.Before(begin);
  return c == U'、' || c == U'的';
}

void AddAttached(const NameText& text, const FoundSuffix& suffix, NameCandidates& out) {
  const std::optional<uint32_t> begin = AttachedBegin(text, suffix.begin);
  if (!begin) return;
  const text::Span span{*begin, suffix.end};
  const std::u32string_view name = text.Slice({*begin, suffix.begin});
  if (text.lexicon().Is(text.Slice(span), kNotName | kGenericWord | kBreakWord)) return;
  if (text.Slice({suffix.end - 2, suffix.end}) == U"地区") return;
  const NameWord& first = text.words()[text.WordAt(*begin)];
  int score = suffix.rule->score - 30;
  const bool one_word = first.span == span;
  if (first.tag == WordTag::kPlace) score += 30;
  if (first.tag == WordTag::kUnknown) score += 12;
  if (one_word && first.tag != WordTag::kPlace && first.tag != WordTag::kUnknown) score -= 40;
  if (FollowsPlaceCue(text, *begin)) score += 12;
  if (name.size() == 1) score -= 20;
  if (score <= 0) return;
  out.push_back({span, suffix.rule->type, std::min(score, suffix.rule->score), suffix.rule->id});
}

// 农林|部|长: the ending of the office opens the word for its head.
bool IsInTitle(const NameText& text, const FoundSuffix& suffix) {
  constexpr std::u32string_view kOffices = U"部局厅署";
  return suffix.end - suffix.begin == 1 && text.IsWordBegin(suffix.begin) &&
         kOffices.find(text.At(suffix.begin)) != std::u32string_view::npos &&
         text.At(suffix.end) == U'长' && text.IsWordEnd(suffix.end + 1);
}

// The last word must be the bare ending (影视|部) or a longer noun (宣传部), not a word that
// happens to end so (东部, 签署, 全部).
bool IsDepartmentWord(const NameText& text, const FoundSuffix& suffix, const NameStart& start) {
  const NameWord& last = text.words()[text.WordAt(suffix.begin)];
  const bool in_title = IsInTitle(text, suffix);
  if (!text.IsWordEnd(suffix.end) && !in_title) return false;
  if (last.classes & kNotName) return false;
  if (last.span.size() == 1 || in_title) return start.pieces >= 2 && start.content_pieces >= 1;
  const bool common = text.lexicon().Is(text.Slice({suffix.end - 2, suffix.end}), kNotName);
  if (last.span.size() < 3 || common || start.pieces < 2) return false;
  if (last.tag == WordTag::kNoun) return true;
  // 中央军委|法制局: a part of a known institution, whatever the dictionary calls the part.
  constexpr std::u32string_view kOffices = U"局司署处厅";
  const NameWord& first = text.words()[text.WordAt(start.begin)];
  return first.tag == WordTag::kOrganization && start.pieces == 2 && last.known == nullptr &&
         kOffices.find(text.At(suffix.begin)) != std::u32string_view::npos &&
         (last.tag == WordTag::kOrganization || last.tag == WordTag::kUnknown);
}

// 信息通信发展|司|司长, 材料物理|系|主任: the title of its head behind it says what the ending is.
bool IsHeaded(const NameText& text, const FoundSuffix& suffix, const NameStart& start) {
  constexpr std::u32string_view kOffices = U"部处司系室科局";
  const bool office =
      SizeOf(suffix) == 1 && kOffices.find(text.At(suffix.begin)) != std::u32string_view::npos;
  const bool named = start.content_pieces >= 1 && suffix.begin - start.begin >= 4;
  if (!office || !named || IsCounted(text, start.begin)) return false;
  const std::u32string_view after = text.From(suffix.end, 8);
  const size_t title = text.lexicon().WordAfter(after, kTitleBefore);
  return title >= 2 && (after[0] == text.At(suffix.begin) || after.substr(0, 2) == U"主任" ||
                        after.substr(0, 3) == U"副主任" ||
                        (after[0] == U'副' && after[1] == text.At(suffix.begin)));
}

// Departments (电影局, 科技部) and teams take the grammar of institutions, but only after a name or
// before their head.
void AddDepartment(const NameText& text, const FoundSuffix& suffix, NameCandidates& out) {
  const std::vector<NamePiece> pieces = LeftContext(text, suffix.begin, 8);
  if (pieces.empty()) return;
  const NameStart start = ChooseStart(text, pieces, suffix);
  const text::Span span{start.begin, suffix.end};
  if (suffix.rule->id == "dept" && IsHeaded(text, suffix, start)) {
    out.push_back({span, suffix.rule->type, 76, suffix.rule->id});
    return;
  }
  if (!start.proper || start.unknown_only) return;
  if (suffix.rule->id != "team" && !IsDepartmentWord(text, suffix, start)) return;
  out.push_back({span, suffix.rule->type, suffix.rule->score, suffix.rule->id});
}

void AddOne(const NameText& text, const FoundSuffix& suffix, NameCandidates& out) {
  const std::string& id = suffix.rule->id;
  if (id == "dept" || id == "team") {
    AddDepartment(text, suffix, out);
  } else if (suffix.rule->need == SuffixNeed::kProduct) {
    AddProductName(text, suffix, out);
  } else if (suffix.rule->need == SuffixNeed::kTechnology) {
    AddTechnologyName(text, suffix, out);
  } else if (suffix.rule->need == SuffixNeed::kAttached) {
    AddAttached(text, suffix, out);
  } else {
    AddGrammatical(text, suffix, out);
  }
}

// The office inside a title, 农业部|长, 系|主任, 区委|书记, and the name before a particle that is
// glued to it, 医保局|等.
void AddInside(const NameText& text, const NameWord& word, NameCandidates& out) {
  constexpr std::u32string_view kParticles = U"等为是的由在和将与对向从已";
  if (word.span.size() < 2) return;
  const char32_t last = text.Before(word.span.end);
  const bool glued = !word.in_dictionary && kParticles.find(last) != std::u32string_view::npos;
  std::optional<FoundSuffix> office;
  if (word.span.size() == 3 && text.At(word.span.begin) == U'系') {
    office = LongestSuffix(text, word.span.begin + 1);
    if (office) AddOne(text, *office, out);
  }
  // 区委|书记: one word to the dictionary. 党委书记 is a title of the house before it.
  constexpr std::u32string_view kTiers = U"省市区县州旗盟";
  if (word.span.size() == 4 && text.Slice({word.span.begin + 1, word.span.end}) == U"委书记" &&
      kTiers.find(text.At(word.span.begin)) != std::u32string_view::npos) {
    office = LongestSuffix(text, word.span.end - 2);
    if (office && SizeOf(*office) == 2) AddOne(text, *office, out);
    return;
  }
  if (last != U'长' && !glued) return;
  office = LongestSuffix(text, word.span.end - 1);
  if (office && (SizeOf(*office) >= 2 || IsInTitle(text, *office))) AddOne(text, *office, out);
}

}  // namespace

void FindSuffixNames(const NameText& text, NameCandidates& out) {
  for (const NameWord& word : text.words()) {
    if (word.tag == WordTag::kPunctuation) continue;
    const std::optional<FoundSuffix> suffix = LongestSuffix(text, word.span.end);
    if (suffix) AddOne(text, *suffix, out);
    AddInside(text, word, out);
  }
}

}  // namespace yinzheng::knowledge
