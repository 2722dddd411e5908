// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/quantity_facts.h"

#include <algorithm>

#include "indexer/knowledge/citation.h"
#include "indexer/knowledge/extract/figure_noun.h"
#include "indexer/knowledge/extract/measured_thing.h"
#include "indexer/knowledge/extract/respective_nouns.h"
#include "indexer/knowledge/extract/thing_words.h"
#include "indexer/knowledge/value_conversion.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

using text::Span;

// Words that narrow a figure, with the key of the qualifier.
struct Narrowing {
  std::u32string_view word;
  const char* key;
};

class QuantityReader {
 public:
  QuantityReader(const Scene& scene, FactSink& sink)
      : scene_(scene), r_(scene.reader()), sink_(sink) {}

  void Read() {
    for (size_t c = 0; c < scene_.clauses.size(); ++c) ReadClause(c);
    ReadRatings();
  }

 private:
  void ReadClause(size_t index) {
    const Clause& clause = scene_.clauses[index];
    for (size_t i = clause.words.begin; i < clause.words.end; ++i) {
      if (r_[i].kind != WordKind::kQuantity) continue;
      const auto& match = scene_.text.quantities[static_cast<size_t>(r_[i].index)];
      if (match.vague || IsPassingTime(match, i) || IsPointed(match, i)) continue;
      if (EndsQuotedName(i) || InTitleMarks(i) || CountsNothing(match, i)) continue;
      State(index, i, match);
    }
  }

  // 300兆瓦级燃气轮机, 35W芯片: the rating that is part of the name of a product.
  void ReadRatings() {
    const auto& mentions = scene_.text.entities->mentions;  // ordered, none overlaps another
    auto mention = mentions.begin();
    for (const text::QuantityMatch& match : scene_.text.quantities) {
      while (mention != mentions.end() && mention->span.end <= match.span.begin) ++mention;
      if (mention == mentions.end()) return;
      const v1::EntityType type = scene_.text.Entity(mention->entity).type;
      const bool made = type == v1::ENTITY_TYPE_PRODUCT || type == v1::ENTITY_TYPE_FACILITY;
      if (made && mention->span.contains(match.span)) StateRating(*mention, match);
    }
  }

  void StateRating(const LocalMention& mention, const text::QuantityMatch& match) {
    const std::u32string unit = text::DecodeUtf8(match.unit);
    if (match.vague || match.bare || !scene_.rules->Is(unit, kDimensionUnit)) return;
    FactDraft draft;
    draft.subject = mention.entity;
    draft.subject_mention = mention.span;
    draft.rule = "quantity.rating";
    const std::string* property = scene_.rules->unit_properties.Find(unit);
    draft.fact.set_property(property != nullptr ? *property : "规格");
    *draft.fact.mutable_quantity() = ToQuantity(match, PrintedText(scene_.context(), match.span));
    draft.value = match.span;
    sink_.Add(std::move(draft));
  }

  // 近五年来, 三年内, 过去五年: when, not how long.
  bool IsPassingTime(const text::QuantityMatch& match, size_t i) const {
    if (!scene_.rules->Is(text::DecodeUtf8(match.unit), kDurationUnit)) return false;
    static constexpr std::u32string_view kBehind[] = {
        U"来", U"间", U"内", U"里", U"以来", U"后", U"前", U"之后", U"之前", U"以内", U"之内"};
    const std::u32string& text = scene_.context().reading.text();
    const std::u32string_view rest = text::Slice(text, {r_[i].span.end, r_[i].span.end + 2});
    for (const std::u32string_view word : kBehind) {
      if (rest.substr(0, word.size()) == word) return true;
    }
    const uint32_t begin = r_[i].span.begin;
    const std::u32string_view before = text::Slice(text, {begin - std::min(begin, 2u), begin});
    return before == U"过去" || before == U"未来" || before == U"今后" || before == U"再用";
  }

  // Where the noun of a figure may stand: not in the words that point at the subject.
  static WordRange NounRange(const Clause& clause, size_t figure) {
    const size_t begin = clause.behind_pointer;
    return {begin > 0 && begin <= figure ? begin : clause.words.begin, clause.words.end};
  }

  // The first of a row of figures that only separators part from `i`; `i` itself if it stands
  // alone.
  size_t FirstOfList(const Clause& clause, size_t i) const {
    while (i >= clause.words.begin + 2 && r_.IsListSeparator(i - 1) &&
           r_[i - 2].kind == WordKind::kQuantity) {
      i -= 2;
    }
    return i;
  }

  // 甲、乙分别为3%和5%: the figures belong to the subjects in their order.
  bool SetAligned(const Clause& clause, size_t i, FactDraft& draft) const {
    bool respectively = false;
    size_t place = 0;
    size_t figures = 0;
    for (size_t k = clause.words.begin; k < clause.words.end; ++k) {
      respectively |= r_.Text(k) == U"分别" && k < i;
      if (r_[k].kind != WordKind::kQuantity) continue;
      if (k < i) ++place;
      ++figures;
    }
    if (!respectively || figures != clause.coordinated.size() + 1 || figures < 2) return false;
    knowledge::SetSubject(place == 0 ? clause.subject : clause.coordinated[place - 1], draft);
    draft.rule = "quantity.aligned";
    return true;
  }

  // 这一医院, 每一项: the number points, it does not count.
  bool IsPointed(const text::QuantityMatch& match, size_t i) const {
    static constexpr std::u32string_view kPointers = U"这那该每某另同任唯之各第首的";
    const uint32_t begin = r_[i].span.begin;
    const std::u32string& text = scene_.context().reading.text();
    if (begin > 0 && text[begin - 1] == U'每') return true;                // 每百元
    if (begin > 0 && match.bare && text[begin - 1] == U'前') return true;  // 前十大
    const uint32_t end = r_[i].span.end;
    if (end < text.size() && match.unit == "位" && text[end] == U'数') return true;  // 两位数
    if (begin == 0 || match.amount != text::Decimal::FromInt(1)) return false;
    return kPointers.find(scene_.context().reading.text()[begin - 1]) != std::u32string_view::npos;
  }

  // “科创九条”: how a scheme is called for short.
  bool EndsQuotedName(size_t i) const {
    constexpr uint32_t kLongest = 8;
    const std::u32string& text = scene_.context().reading.text();
    const Span figure = r_[i].span;
    if (figure.end >= text.size() || text[figure.end] != U'”') return false;
    if (text[figure.end - 1] != U'条') return false;
    const uint32_t floor = figure.end - std::min(figure.end, kLongest + 1);
    const std::u32string_view before = text::Slice(text, {floor, figure.begin});
    const size_t open = before.rfind(U'“');
    return open != std::u32string_view::npos && open + 1 < before.size();
  }

  // 《数字十年》: part of the title of a work. A headline, which is longer, tells something.
  bool InTitleMarks(size_t i) const {
    constexpr uint32_t kLongest = 12;
    const std::u32string& text = scene_.context().reading.text();
    const Span figure = r_[i].span;
    const Span before{figure.begin - std::min(figure.begin, kLongest), figure.begin};
    const std::u32string_view title = text::Slice(text, {before.begin, figure.end + kLongest});
    const size_t open = title.substr(0, before.size()).rfind(U'《');
    if (open == std::u32string_view::npos) return false;
    const size_t close = title.find(U'》', open);
    return close != std::u32string_view::npos && close >= before.size() && close - open <= kLongest;
  }

  // 一粒粒, 一卡通, 一个14亿人的市场, 千兆城市, 四部门联合发布: words that hold a numeral.
  bool CountsNothing(const text::QuantityMatch& match, size_t i) const {
    constexpr uint32_t kBehind = 2;
    const std::u32string& text = scene_.context().reading.text();
    const Span figure = r_[i].span;
    const std::u32string_view printed = text::Slice(text, figure);
    const std::u32string_view behind = text::Slice(text, {figure.end, figure.end + kBehind});
    if (printed.front() == U'一' && printed.size() == 2) {
      static constexpr std::u32string_view kParts = U"通式体揽";
      if (behind.empty() || behind.front() == printed.back()) return true;
      if (kParts.find(behind.front()) != std::u32string_view::npos) return true;
      if (i + 1 < r_.text().words.size() && r_[i + 1].kind == WordKind::kQuantity) return true;
    }
    if (printed.starts_with(U"千兆") || printed.starts_with(U"万兆")) return true;
    const bool digits = printed.find_first_of(U"0123456789") != std::u32string_view::npos;
    if (!match.bare || digits) return false;
    static constexpr std::u32string_view kActors[] = {U"部门", U"省市", U"省区", U"国", U"地",
                                                      U"省",   U"部委", U"校",   U"企"};
    return std::any_of(std::begin(kActors), std::end(kActors),
                       [&](std::u32string_view actors) { return behind.starts_with(actors); });
  }

  // 甲、乙等9位专家, 甲、乙两家公司: the figure counts the list that the subject stands in.
  bool CountsList(const Clause& clause, size_t figure) const {
    const Subject& subject = clause.subject;
    if (!subject.named() || subject.basis != SubjectBasis::kExplicit) return false;
    if (!clause.span.contains(subject.mention) || subject.mention.end > r_[figure].span.begin) {
      return false;
    }
    const size_t first = r_.text().WordAt(subject.mention.begin);
    bool list = false;
    for (size_t k = first + 1; k < figure; ++k) {
      list |= r_.IsListSeparator(k) || r_.Is(k, kListEnd);
      const bool member = r_.IsListSeparator(k) || r_.Is(k, kListEnd) || r_.IsEntity(k) ||
                          r_.IsQuoteMark(k) || r_.IsNominal(k);
      if (!member || r_.IsDe(k)) return false;
    }
    return list &&
           (r_.IsEntity(figure - 1) || r_.Is(figure - 1, kListEnd) || r_.IsQuoteMark(figure - 1));
  }

  // 装备制造业|利润增长幅度: the property of a noun does not say the noun again.
  std::u32string WithoutSubject(const std::u32string& property, const FactDraft& draft) const {
    constexpr size_t kShortest = 2;
    const std::u32string_view subject = scene_.text.Text(draft.subject_words);
    if (draft.subject >= 0 || subject.empty() || !property.starts_with(subject)) return property;
    const std::u32string rest = property.substr(subject.size());
    return rest.size() < kShortest ? property : rest;
  }

  // 汽车、船舶出口分别增长21.7%、113.1%: each figure measures its own noun. Empty if it stands in
  // no such row.
  std::u32string PropertyInRow(const Clause& clause, size_t i,
                               const text::QuantityMatch& match) const {
    const auto own = FindRespectiveNoun(r_, clause.words, i);
    if (!own) return U"";
    const bool share = match.unit == "%" || match.unit == "个百分点";
    if (!own->verb.empty()) return own->noun + own->verb + (share ? U"幅度" : U"量");
    if (r_.EndsInMeasure(own->noun)) return own->noun;
    return own->noun + (share ? U"比例" : U"数");
  }

  // Whether a figure may be one of `subject`, which its clause does not name: from sentence to
  // sentence it is for things, not for people.
  bool CarriesTo(const Subject& subject) const {
    return subject.basis != SubjectBasis::kTopic || !subject.named() ||
           scene_.text.Entity(subject.entity).type != v1::ENTITY_TYPE_PERSON;
  }

  // Named in an earlier paragraph.
  bool IsFar(const Subject& subject, const Clause& clause) const {
    const text::Sentence* named = scene_.context().reading.SentenceAt(subject.mention.begin);
    return named != nullptr && named->paragraph != clause.paragraph;
  }

  void State(size_t index, size_t i, const text::QuantityMatch& match) {
    const Clause& clause = scene_.clauses[index];
    // 16.5%、17.2%和18%: members of a list measure what the first does.
    const size_t first = FirstOfList(clause, i);
    const bool counted = CountsSubject(clause, match, first);
    const WordRange range = counted ? clause.words : NounRange(clause, first);
    const FigureNoun noun = ReadFigureNoun(r_, range, first);
    FactDraft draft;
    if (counted) {
      knowledge::SetSubject(clause.possessor, draft);
      draft.rule = "quantity.subject";
    } else if (!SetAligned(clause, i, draft) && !SetSubject(index, first, noun, draft)) {
      return;
    }
    const std::u32string row = PropertyInRow(clause, i, match);
    if (row.empty() && noun.property.empty()) return;
    const std::u32string property = Measured(clause, row.empty() ? PropertyOf(clause, noun) : row);
    draft.fact.set_property(text::EncodeUtf8(WithoutSubject(property, draft)));
    *draft.fact.mutable_quantity() = ToQuantity(match, PrintedText(scene_.context(), match.span));
    draft.value = match.span;
    AddQualifiers(clause, i, draft.fact);
    sink_.Add(std::move(draft));
  }

  // What may stand behind a verb of change that does not say what changed: 增长比例, not 增加值.
  static bool IsDegree(std::u32string_view words) {
    return words.empty() || words == U"比例" || words == U"幅度" || words == U"率" ||
           words == U"倍数" || words == U"面积" || words == U"变化幅度" || words == U"数" ||
           words == U"金额";
  }

  // 生产总值90亿元,同比增长4.8%: what grew is what the figure before it measures.
  std::u32string Measured(const Clause& clause, std::u32string property) {
    static constexpr std::u32string_view kChanges[] = {U"增长", U"下降", U"提升", U"上升", U"提高",
                                                       U"减少", U"增加", U"回落", U"上涨", U"下跌"};
    const bool bare =
        std::any_of(std::begin(kChanges), std::end(kChanges), [&](std::u32string_view verb) {
          return property.starts_with(verb) && IsDegree(property.substr(verb.size()));
        });
    if (!bare) {
      measured_ = WithoutChange(property);
      measured_in_ = clause.sentence;
      return property;
    }
    if (measured_.empty() || measured_in_ != clause.sentence) return property;
    const bool amount = property.ends_with(U"金额") || property.ends_with(U"面积");
    return measured_ + property.substr(0, 2) + (amount ? U"量" : U"幅度");
  }

  // 出口增长幅度: 出口, so that what is told next of its growth is not the growth of a growth.
  static std::u32string WithoutChange(std::u32string property) {
    static constexpr std::u32string_view kEnds[] = {
        U"增长幅度", U"下降幅度", U"提升幅度", U"上升幅度", U"提高幅度", U"减少幅度",
        U"增加幅度", U"回落幅度", U"上涨幅度", U"下跌幅度", U"增长量",   U"增加量"};
    for (const std::u32string_view end : kEnds) {
      if (property.size() > end.size() && property.ends_with(end)) {
        property.resize(property.size() - end.size());
        break;
      }
    }
    return property;
  }

  // 其中某院院士3人: the name belongs to the noun.
  std::u32string PropertyOf(const Clause& clause, const FigureNoun& noun) const {
    const bool share = r_.Text(clause.words.begin) == U"其中" && noun.owner > 0;
    return share ? std::u32string(r_.Text(noun.owner)) + noun.property : noun.property;
  }

  // 某市三甲医院达12家: the figure counts what the subject's words name, it is not a figure of one
  // thing.
  bool CountsSubject(const Clause& clause, const text::QuantityMatch& match, size_t figure) const {
    if (!clause.possessor.known() || clause.behind_pointer > figure) return false;
    if (!scene_.rules->Is(text::DecodeUtf8(match.unit), kCountUnit)) return false;
    for (size_t k = clause.behind_pointer; k < figure; ++k) {
      if (!r_.Is(k, kCopula) && !r_.IsAdverb(k)) return false;
    }
    return figure + 1 >= clause.words.end || !r_.IsNominal(figure + 1);
  }

  // Whose figure it is if the words around it name nobody.
  const Subject& SubjectOf(size_t index, size_t i) const {
    const Clause& clause = scene_.clauses[index];
    if (JoinsSubject(clause, i) && index > 0 &&
        scene_.clauses[index - 1].sentence == clause.sentence) {
      return scene_.clauses[index - 1].subject;
    }
    if (clause.subject.basis < SubjectBasis::kEllipsis ||
        !r_.Is(clause.words.begin, kPreposition)) {
      return clause.subject;
    }
    // 经过6年的奋战,目前,某中心…: the subject of an opening phrase stands behind it.
    constexpr size_t kReach = 2;
    for (size_t k = index + 1; k < scene_.clauses.size() && k <= index + kReach; ++k) {
      const Clause& next = scene_.clauses[k];
      if (next.sentence != clause.sentence) break;
      if (next.subject.known() && next.subject.basis <= SubjectBasis::kOwn) return next.subject;
    }
    return clause.subject;
  }

  // 某装置和4个平台正在建设: what is counted stands beside the name, it is not the name's.
  bool JoinsSubject(const Clause& clause, size_t i) const {
    if (i < clause.words.begin + 2 || !r_.IsListSeparator(i - 1)) return false;
    size_t name = i - 2;
    while (name > clause.words.begin && r_.IsQuoteMark(name)) --name;
    return r_.IsEntity(name) && r_[name].span == clause.subject.mention;
  }

  bool SetSubject(size_t index, size_t i, const FigureNoun& noun, FactDraft& draft) {
    const Clause& clause = scene_.clauses[index];
    if (CountsList(clause, i)) return false;
    const size_t document = IssuedDocument(clause, i);
    const bool share = scene_.text.Text(r_[clause.words.begin]) == U"其中";
    const size_t owner = share ? 0 : noun.owner;
    const size_t name = document > 0 ? document : noun.described > 0 ? noun.described : owner;
    if (name > 0) {
      SetName(name, "quantity.possessor", draft);
      return true;
    }
    if (noun.described_noun.begin < noun.described_noun.end) {
      SetNoun(noun.described_noun, draft);
      return true;
    }
    if (SetFromNextClause(index, i, draft)) return true;
    const Subject& subject = SubjectOf(index, i);
    const bool loose = IsLoose(subject) && !IsCount(i) && !SaidByPerson(i);
    if (loose && SetLooseNoun(clause, noun, subject.known(), draft)) return true;
    if (!subject.known() || !CarriesTo(subject)) return false;
    knowledge::SetSubject(subject, draft);
    draft.rule = subject.basis < SubjectBasis::kEllipsis ? "quantity.subject"
                 : IsFar(subject, clause)                ? "quantity.carried"
                                                         : "quantity.ellipsis";
    return true;
  }

  // 发布两轮《计划》: a figure of the plan. 0 if no document follows.
  size_t IssuedDocument(const Clause& clause, size_t i) const {
    size_t next = i + 1;
    while (next < clause.words.end && r_.IsQuoteMark(next)) ++next;
    if (next == i + 1 || next >= clause.words.end) return 0;
    return r_.TypeOf(next) == v1::ENTITY_TYPE_POLICY ? next : 0;
  }

  void SetName(size_t word, const char* rule, FactDraft& draft) const {
    draft.subject = r_.text().EntityOf(r_[word]);
    draft.subject_mention = r_[word].span;
    draft.rule = rule;
  }

  void SetNoun(WordRange noun, FactDraft& draft) const {
    draft.subject_words = text::Cover(r_[noun.begin].span, r_[noun.end - 1].span);
    draft.subject_mention = draft.subject_words;
    draft.rule = "quantity.noun";
  }

  // Nothing was spoken of, or a noun that only led an earlier clause.
  bool IsLoose(const Subject& subject) const {
    if (!subject.known()) return true;
    return !subject.named() && subject.basis >= SubjectBasis::kEllipsis &&
           !NamesThing(r_, scene_.text.Text(subject.mention)) &&
           !scene_.rules->Is(scene_.text.Text(subject.mention), kScope);
  }

  // What a person says is kept as it was said.
  bool SaidByPerson(size_t figure) const {
    const SpeechFrame* frame = FrameOf(scene_.frames, r_[figure].span);
    return frame != nullptr && frame->speaker.entity >= 0 &&
           scene_.text.Entity(frame->speaker.entity).type == v1::ENTITY_TYPE_PERSON;
  }

  bool IsCount(size_t figure) const {
    const auto& match = scene_.text.quantities[static_cast<size_t>(r_[figure].index)];
    return scene_.rules->Is(text::DecodeUtf8(match.unit), kCountUnit | kDurationUnit);
  }

  // 装备制造业营业收入增长5.4%: where nothing was spoken of, the figure is one of the noun before
  // the measure, else of the noun that leads the clause, else of what the last such figure
  // measured.
  bool SetLooseNoun(const Clause& clause, const FigureNoun& noun, bool known, FactDraft& draft) {
    Span thing;
    if (noun.before.begin < noun.before.end && !Acts(noun.before.begin)) {
      thing = ThingIn(noun.before);
      const std::u32string_view words = scene_.text.Text(thing);
      // 生产原油90万吨: counted, nothing is said of it.
      const bool counted =
          noun.property.starts_with(words) && noun.property.size() <= words.size() + 1;
      if (counted) thing = {};
    }
    if (thing.empty() && !known && clause.noun_led) thing = ThingIn(LeadingNoun(clause));
    if (thing.empty() && !known && thing_in_ == clause.sentence) thing = thing_;
    if (thing.empty()) return false;
    thing_ = thing;
    thing_in_ = clause.sentence;
    draft.subject_words = thing;
    draft.subject_mention = thing;
    draft.rule = "quantity.noun";
    return true;
  }

  bool Acts(size_t i) const {
    return r_.IsVerb(i) || r_.Is(i, kVerbLike | kHave | kPreposition | kChange);
  }

  // The nouns before the first verb: 个体工商户|享受.
  WordRange LeadingNoun(const Clause& clause) const {
    WordRange noun = clause.head;
    for (size_t i = noun.begin; i < noun.end; ++i) {
      if (Acts(i)) noun.end = i;
    }
    return noun;
  }

  // Empty for lists and long phrases.
  Span ThingIn(WordRange noun) const {
    constexpr uint32_t kLongest = 16;
    if (noun.begin >= noun.end) return {};
    const Span thing =
        MeasuredThing(*scene_.rules, scene_.context().reading.text(), r_.WithoutMarks(noun));
    const bool list = scene_.text.Text(thing).find(U'、') != std::u32string_view::npos;
    return list || thing.size() > kLongest ? Span{} : thing;
  }

  // 总产能4000升,总面积7200平方米的平台: the first figure describes the platform too.
  bool SetFromNextClause(size_t index, size_t i, FactDraft& draft) const {
    const Clause& clause = scene_.clauses[index];
    if (index + 1 >= scene_.clauses.size() || i + 2 < clause.words.end) return false;
    const Clause& next = scene_.clauses[index + 1];
    if (next.sentence != clause.sentence) return false;
    for (size_t k = next.words.begin; k + 1 < next.words.end; ++k) {
      if (r_[k].kind != WordKind::kQuantity) continue;
      if (!r_.IsDe(k + 1)) return false;
      const FigureNoun noun = ReadFigureNoun(r_, next.words, k);
      if (noun.described > 0) {
        SetName(noun.described, "quantity.possessor", draft);
        return true;
      }
      if (noun.described_noun.begin < noun.described_noun.end) {
        SetNoun(noun.described_noun, draft);
        return true;
      }
      return false;
    }
    return false;
  }

  void AddQualifiers(const Clause& clause, size_t figure, v1::Fact& fact) const {
    static constexpr Narrowing kNarrowings[] = {
        {U"其中", "其中"}, {U"同比", "同比"}, {U"环比", "环比"}, {U"累计", "累计"},
        {U"每年", "周期"}, {U"每秒", "周期"}, {U"年均", "周期"}, {U"日均", "周期"},
        {U"每月", "周期"}, {U"每天", "周期"}, {U"人均", "人均"}, {U"新增", "新增"}};
    const Span before{clause.span.begin, r_[figure].span.begin};
    const std::u32string_view words = scene_.text.Text(before);
    std::string last_key;
    for (const Narrowing& narrowing : kNarrowings) {
      if (words.find(narrowing.word) == std::u32string_view::npos || last_key == narrowing.key) {
        continue;
      }
      last_key = narrowing.key;
      v1::Qualifier& qualifier = *fact.add_qualifiers();
      qualifier.set_key(narrowing.key);
      qualifier.set_value(text::EncodeUtf8(narrowing.word));
    }
    std::sort(fact.mutable_qualifiers()->begin(), fact.mutable_qualifiers()->end(),
              [](const v1::Qualifier& a, const v1::Qualifier& b) { return a.key() < b.key(); });
  }

  const Scene& scene_;
  const WordReader r_;
  FactSink& sink_;
  std::u32string measured_;   // by the last figure that says what it measures
  uint32_t measured_in_ = 0;  // its sentence
  Span thing_;                // what the last figure without a known subject was one of
  uint32_t thing_in_ = UINT32_MAX;
};

}  // namespace

void FindQuantityFacts(const Scene& scene, FactSink& sink) { QuantityReader(scene, sink).Read(); }

}  // namespace yinzheng::knowledge
