// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/date_facts.h"

#include <algorithm>
#include <optional>

#include "indexer/knowledge/citation.h"
#include "indexer/knowledge/extract/document_years.h"
#include "indexer/knowledge/value_conversion.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

constexpr size_t kLongestEvent = 14;  // Longer verb phrases make no property.
constexpr size_t kFollowing = 3;      // Clauses behind a date in which its event may stand.

// A verb that tells what happened.
struct Event {
  size_t word = 0;                  // index of its first word
  size_t end = 0;                   // behind its last word
  const EventVerb* verb = nullptr;  // null: a verb that is not in the table
};

class DateReader {
 public:
  DateReader(const Scene& scene, FactSink& sink) : scene_(scene), r_(scene.reader()), sink_(sink) {}

  void Read() {
    for (size_t c = 0; c < scene_.clauses.size(); ++c) {
      const Clause& clause = scene_.clauses[c];
      for (size_t i = clause.words.begin; i < clause.words.end; ++i) {
        if (r_[i].kind == WordKind::kDate) ReadDate(c, i);
      }
    }
    FindDocumentYears(scene_, sink_);
  }

 private:
  const text::DateMatch& DateOf(size_t i) const {
    return scene_.text.dates[static_cast<size_t>(r_[i].index)];
  }

  void ReadDate(size_t c, size_t i) {
    const text::DateMatch& date = DateOf(i);
    if (date.vague || date.edtf.empty() || IsNoDate(i)) return;
    if (date.as_of) {
      StateCutOff(c, i);
    } else if (!ReadEvent(c, i) && date.kind == text::DateKind::kPeriod) {
      StatePeriod(c, i);
    }
  }

  // States the event of the date, if it is one; false if nothing around tells any.
  bool ReadEvent(size_t c, size_t i) {
    const text::DateMatch& date = DateOf(i);
    for (size_t k = c; k <= c + kFollowing && InSentence(k, c); ++k) {
      const Clause& clause = scene_.clauses[k];
      const size_t from = k == c ? i + 1 : clause.words.begin;
      if (k > c && HoldsDate(clause)) return true;
      const std::optional<Event> event = FindEvent(clause, from, k == c ? i : from, k > c);
      if (!event) continue;
      const bool known = event->verb != nullptr;
      if (date.kind == text::DateKind::kPeriod && !known) return false;
      const bool framed = !known && (IsFrame(date, k > c) || IsVague(date, clause) ||
                                     IsLoose(date, clause, *event));
      if (framed || !IsOfDate(clause, i, from, *event)) return true;
      State(k, i, from, *event);
      StateFurther(k, i, from, *event);
      return true;
    }
    return false;
  }

  // “十三五”布局的设施, “十四五”时期设施建设: the period of a plan in which something is done; not
  // “十四五”规划, which is the plan.
  void StatePeriod(size_t c, size_t i) {
    const Clause& clause = scene_.clauses[c];
    constexpr size_t kReach = 6;  // Words.
    size_t verb = i + 1;
    while (verb < clause.words.end && verb <= i + kReach && !Does(verb)) {
      if (r_.Text(verb) == U"规划" || r_.Text(verb) == U"纲要") return;
      ++verb;
    }
    if (verb >= clause.words.end || verb > i + kReach || !clause.subject.known()) return;
    FactDraft draft;
    knowledge::SetSubject(clause.subject, draft);
    draft.rule = "date.period";
    draft.fact.set_property(text::EncodeUtf8(r_.Text(verb)) + "时期");
    *draft.fact.mutable_date() =
        ToDateValue(DateOf(i), PrintedText(scene_.context(), DateOf(i).span));
    draft.value = DateOf(i).span;
    sink_.Add(std::move(draft));
  }

  bool Does(size_t i) const { return r_.StartsLikeVerb(i) || (r_.IsPlain(i) && r_[i].tag == "vn"); }

  // 截至2023年底,某市有企业300家: the day to which the figures of what follows were counted.
  void StateCutOff(size_t c, size_t i) {
    for (size_t k = c; k <= c + 1 && InSentence(k, c); ++k) {
      const Clause& clause = scene_.clauses[k];
      if (!HoldsFigure(clause, k == c ? i + 1 : clause.words.begin)) continue;
      if (!clause.subject.known() || clause.drifts) return;
      FactDraft draft;
      knowledge::SetSubject(clause.subject, draft);
      draft.rule = "date.cut_off";
      draft.fact.set_property("统计截止时间");
      *draft.fact.mutable_date() =
          ToDateValue(DateOf(i), PrintedText(scene_.context(), DateOf(i).span));
      draft.value = DateOf(i).span;
      draft.evidence = text::Cover(scene_.ClauseAt(draft.value.begin)->span, clause.span);
      sink_.Add(std::move(draft));
      return;
    }
  }

  // Whether the event is what the clause says of the date `i`, and no figure is.
  bool IsOfDate(const Clause& clause, size_t i, size_t from, const Event& event) const {
    if (event.verb == nullptr) return !HoldsFigure(clause, from) && Tells(clause, i, event);
    // 总投资3亿元的某中心开工: only a figure behind the verb is what the clause tells.
    const bool founded = event.end <= i;
    return founded || !HoldsFigure(clause, std::max(from, event.end));
  }

  // 建成后|年产…: no 后年. 某社某地5月6日电: when it was wired.
  bool IsNoDate(size_t i) const {
    if (r_.Text(i) == U"后年" && i > 0 && r_.RelatesOrHappens(i - 1)) return true;
    const bool last = i + 1 >= scene_.text.words.size();
    return !last && (r_.Text(i + 1) == U"电" || r_.Text(i + 1) == U"讯");
  }

  // 签署协议共同成立: a further event of the same clause and date.
  void StateFurther(size_t c, size_t date, size_t from, const Event& first) {
    if (first.verb == nullptr) return;
    const Clause& clause = scene_.clauses[c];
    for (size_t k = first.end + 1; k < clause.words.end; ++k) {
      if (r_[k].kind == WordKind::kDate) return;
      const auto event = KnownEvent(k, clause.words.end);
      if (!event || event->verb->id == first.verb->id) continue;
      State(c, date, from, *event);
      return;
    }
  }

  bool InSentence(size_t k, size_t c) const {
    return k < scene_.clauses.size() && scene_.clauses[k].sentence == scene_.clauses[c].sentence;
  }

  bool HoldsDate(const Clause& clause) const {
    for (size_t k = clause.words.begin; k < clause.words.end; ++k) {
      if (r_[k].kind == WordKind::kDate) return true;
    }
    return false;
  }

  // 2022年,某园聚焦…; 今年以来,…: a stretch of time before a clause is when it was so, not the date
  // of an event.
  static bool IsFrame(const text::DateMatch& date, bool apart) {
    constexpr size_t kYear = 4;
    const bool stretch = date.edtf.size() <= kYear || date.edtf.find('/') != std::string::npos;
    return (apart && stretch) || date.edtf.find("/..") != std::string::npos;
  }

  // What no known event tells needs a day (今年一季度…增长 says how things went) and words that
  // tell it: not 甲国官员9日称, 甲遭破坏后, nor 当地时间9日, which is all time.
  bool IsLoose(const text::DateMatch& date, const Clause& clause, const Event& event) const {
    constexpr size_t kDay = 10;  // YYYY-MM-DD
    if (date.kind == text::DateKind::kPeriod || ReporterActs(clause)) return false;
    if (date.edtf.size() < kDay || date.edtf.find('/') == kDay - 3) return true;
    if (clause.subject.mention.overlaps(date.span)) return true;
    size_t last = clause.words.end;
    while (last > event.word && r_.IsMark(last - 1)) --last;
    if (last == event.word) return true;
    const std::u32string_view end = r_.Text(last - 1);
    static constexpr std::u32string_view kOpens[] = {U"后", U"时",   U"前",   U"期间",
                                                     U"应", U"之际", U"之后", U"之前"};
    if (scene_.rules->speech.Contains(end)) return true;
    return std::any_of(std::begin(kOpens), std::end(kOpens),
                       [&](std::u32string_view word) { return end.ends_with(word); });
  }

  // 2022年某市经济迈上台阶: what no known event tells needs a subject of its own, and more than a
  // year if that is only a part of what is named; a period needs less (“十三五”期间建设).
  bool IsVague(const text::DateMatch& date, const Clause& clause) const {
    constexpr size_t kYear = 4;
    if (ReporterActs(clause) || date.kind == text::DateKind::kPeriod) return false;
    if (clause.noun_led || clause.subject.basis > SubjectBasis::kPossessor) return true;
    return clause.subject.basis == SubjectBasis::kPossessor && date.edtf.size() <= kYear;
  }

  // Whether words outside of the table of events make one: not a verb of saying (今年报告指出), nor
  // a noun that the date belongs to (2035年远景目标), nor an opening phrase.
  bool Tells(const Clause& clause, size_t date, const Event& event) const {
    if (scene_.rules->speech.Contains(r_.Text(event.word))) return false;
    if (clause.introduction || r_.Is(event.word, kState)) return false;
    const bool opening =
        r_.Is(clause.words.begin, kPreposition) && clause.subject.basis >= SubjectBasis::kEllipsis;
    if (opening && date >= clause.words.begin && date < clause.words.end) return false;
    return r_.IsVerb(event.word) || event.word != date + 1;
  }

  bool HoldsFigure(const Clause& clause, size_t from) const {
    for (size_t k = from; k < clause.words.end; ++k) {
      if (r_[k].kind != WordKind::kQuantity) continue;
      const auto& match = scene_.text.quantities[static_cast<size_t>(r_[k].index)];
      if (!match.vague && !match.bare) return true;
    }
    return false;
  }

  // The known event verb behind the date, or directly before it (成立于2017年); else, in the first
  // clause with a subject of its own, whatever that clause says.
  std::optional<Event> FindEvent(const Clause& clause, size_t from, size_t date, bool later) const {
    for (size_t k = from; k < clause.words.end; ++k) {
      if (r_[k].kind == WordKind::kDate) break;
      if (auto event = KnownEvent(k, clause.words.end)) return event;
    }
    if (!later) {
      if (auto before = EventBefore(clause, date)) return before;
    }
    const size_t begin = std::max(from, clause.predicate);
    for (size_t k = begin; k < clause.words.end; ++k) {
      if (r_[k].kind == WordKind::kDate) break;
      if (TellsEvent(clause, k)) return Event{k, k + 1, nullptr};
    }
    return ShortStatement(clause, begin);
  }

  // 直线加速器出束: what a clause with a subject of its own says, if that is short.
  std::optional<Event> ShortStatement(const Clause& clause, size_t begin) const {
    const bool own = clause.subject.basis <= SubjectBasis::kOwn;
    const size_t head = clause.head.begin < clause.head.end ? clause.head.begin : begin;
    if (!own || head >= clause.words.end || !r_.IsPlain(head)) return std::nullopt;
    constexpr size_t kShortStatement = 4;
    for (size_t k = head; k < clause.words.end; ++k) {
      if (k > head + kShortStatement || r_.Is(k, kPreposition)) return std::nullopt;
    }
    return Event{head, head + 1, nullptr};
  }

  // A verb of two characters or more that is no part of a phrase before 的.
  bool TellsEvent(const Clause& clause, size_t k) const {
    if (!r_.IsVerb(k) || r_.Is(k, kPreposition | kAdverb) || r_.Text(k).size() < 2) return false;
    const size_t next = k + 1;
    return next >= clause.words.end || !r_.IsDe(next);
  }

  std::optional<Event> KnownEvent(size_t k, size_t end) const {
    if (!r_.IsPlain(k)) return std::nullopt;
    const std::u32string& text = scene_.context().reading.text();
    const auto match =
        scene_.rules->events.StartingAt(text, r_[k].span.begin, r_[end - 1].span.end);
    if (!match) return std::nullopt;
    const uint32_t stop = r_[k].span.begin + match.length;
    size_t behind = k;
    while (behind < end && r_[behind].span.end <= stop) ++behind;
    if (behind == k || r_[behind - 1].span.end != stop) return std::nullopt;
    return Event{k, behind, match.value};
  }

  std::optional<Event> EventBefore(const Clause& clause, size_t date) const {
    if (date < clause.words.begin || date >= clause.words.end) return std::nullopt;
    constexpr size_t kReach = 3;
    // 公布了2023年名单: the year belongs to the noun.
    const size_t next = date + 1;
    if (next < clause.words.end && (r_.IsNominal(next) || r_.IsEntity(next))) return std::nullopt;
    for (size_t back = 1; back <= kReach && date >= clause.words.begin + back; ++back) {
      const size_t k = date - back;
      const auto event = KnownEvent(k, date);
      if (event) return event;
    }
    return std::nullopt;
  }

  void State(size_t index, size_t date, size_t from, const Event& event) {
    const Clause& clause = scene_.clauses[index];
    FactDraft draft;
    const std::u32string property = PropertyOf(clause, from, event);
    if (property.empty() || !SetSubject(index, event, draft)) return;
    draft.fact.set_property(text::EncodeUtf8(property));
    *draft.fact.mutable_date() =
        ToDateValue(DateOf(date), PrintedText(scene_.context(), DateOf(date).span));
    draft.value = DateOf(date).span;
    draft.evidence = text::Cover(scene_.ClauseAt(draft.value.begin)->span, clause.span);
    sink_.Add(std::move(draft));
  }

  // What is launched, published or built, if it is named behind the verb; else the subject.
  bool SetSubject(size_t index, const Event& event, FactDraft& draft) const {
    const Clause& clause = scene_.clauses[index];
    draft.rule = event.verb != nullptr ? "date.event." + event.verb->id : "date.verb";
    if (event.verb == nullptr || event.verb->object_first) {
      if (const size_t object = ObjectBehind(clause, event); object > 0) {
        draft.subject = r_.text().EntityOf(r_[object]);
        draft.subject_mention = r_[object].span;
        return true;
      }
    }
    if (clause.drifts) return false;  // it happened to the noun that the sentence turned to
    Subject subject = LaterSubject(index);
    if (const size_t name = NameBeforeDe(clause, event.word); name > 0) {
      subject = {r_.text().EntityOf(r_[name]), r_[name].span, SubjectBasis::kPossessor};
    }
    if (event.verb != nullptr && event.verb->of_person && !IsPerson(subject)) {
      subject = PersonBefore(clause, event.word);
    }
    if (ActsAsPhrase(clause, subject, event)) {
      subject = {-1, text::Cover(subject.mention, r_[clause.head.end - 1].span),
                 SubjectBasis::kExplicit};
    }
    if (!subject.known() || (event.verb != nullptr && OnlyActs(subject, *event.verb))) return false;
    knowledge::SetSubject(subject, draft);
    return true;
  }

  // 某地媒体发布消息: the name only begins the words for who acts.
  bool ActsAsPhrase(const Clause& clause, const Subject& subject, const Event& event) const {
    constexpr uint32_t kLongestPhrase = 24;
    if (subject.basis != SubjectBasis::kPossessor || subject.mention != clause.subject.mention ||
        scene_.text.Entity(subject.entity).type != v1::ENTITY_TYPE_PLACE) {
      return false;
    }
    if (clause.head.begin >= clause.head.end || event.word < clause.head.end) return false;
    if (!clause.span.contains(subject.mention) || !r_.IsNominal(clause.head.end - 1)) return false;
    return r_[clause.head.end - 1].span.end - subject.mention.begin <= kLongestPhrase;
  }

  // 某某主持召开会议: who does it is not what is held or published.
  bool OnlyActs(const Subject& subject, const EventVerb& verb) const {
    const bool acts =
        verb.id == "publish" || verb.id == "hold" || verb.id == "close" || verb.id == "draw_up";
    return acts && IsPerson(subject);
  }

  // 某模型的发布: the event is told as a noun. 0 if it is not.
  size_t NameBeforeDe(const Clause& clause, size_t word) const {
    if (word < clause.words.begin + 2 || !r_.IsDe(word - 1)) return 0;
    size_t name = word - 2;
    while (name > clause.words.begin && r_.IsQuoteMark(name)) --name;
    return r_.IsEntity(name) ? name : 0;
  }

  bool IsPerson(const Subject& subject) const {
    return subject.named() && scene_.text.Entity(subject.entity).type == v1::ENTITY_TYPE_PERSON;
  }

  // 某某,某院院长,1965年出生: the person that the sentence names last.
  Subject PersonBefore(const Clause& clause, size_t word) const {
    const text::Sentence& sentence = scene_.context().reading.sentences()[clause.sentence];
    for (size_t k = word; k > 0 && r_[k - 1].span.begin >= sentence.span.begin; --k) {
      if (r_.TypeOf(k - 1) == v1::ENTITY_TYPE_PERSON) {
        return {r_.text().EntityOf(r_[k - 1]), r_[k - 1].span, SubjectBasis::kEllipsis};
      }
    }
    return {};
  }

  // 自2017年方案批复以来,某中心…: the subject of a time clause stands in the main clause.
  const Subject& LaterSubject(size_t index) const {
    const Clause& clause = scene_.clauses[index];
    const Word& first = r_[clause.words.begin];
    const bool time_clause =
        clause.subject.basis >= SubjectBasis::kEllipsis &&
        (r_.Is(clause.words.begin, kPreposition) || scene_.text.Text(first) == U"自");
    if (!time_clause || !InSentence(index + 1, index)) return clause.subject;
    const Clause& next = scene_.clauses[index + 1];
    return next.subject.basis <= SubjectBasis::kOwn ? next.subject : clause.subject;
  }

  size_t ObjectBehind(const Clause& clause, const Event& event) const {
    const bool reporter = ReporterActs(clause);
    if (event.verb == nullptr && !reporter) return 0;
    size_t last = 0;
    for (size_t k = event.end; k < clause.words.end; ++k) {
      if (r_.IsEntity(k)) last = k;
    }
    return last;
  }

  // 记者来到某医院: the visit is an event of the hospital.
  bool ReporterActs(const Clause& clause) const {
    bool bracket = false;  // (记者某某) is a byline
    for (size_t k = clause.words.begin; k < clause.words.end; ++k) {
      if (r_.IsMark(k)) bracket = (bracket || r_.Text(k) == U"(") && r_.Text(k) != U")";
      if (!bracket && r_.Is(k, kReporter) && r_.Text(k) != U"电") return true;
    }
    return false;
  }

  std::u32string PropertyOf(const Clause& clause, size_t from, const Event& event) const {
    if (event.verb == nullptr && ReporterActs(clause)) return U"记者探访时间";
    if (event.verb != nullptr) {
      const bool planned = DateOf(DateBefore(from)).planned && !IsPast(DateOf(DateBefore(from)));
      const std::u32string property = text::DecodeUtf8(event.verb->property);
      return planned ? U"预计" + property : property;
    }
    std::u32string phrase;
    for (size_t k = event.word; k < clause.words.end && !r_.IsMark(k); ++k) phrase += r_.Text(k);
    if (phrase.size() > kLongestEvent) {
      if (!r_.IsVerb(event.word)) return U"";  // 某国警察进入…: the verb stands behind the noun
      phrase = std::u32string(r_.Text(event.word));
    }
    return phrase + U"时间";
  }

  // Before the year of publication: the word for a plan stands in a name (某某计划1988年启动).
  bool IsPast(const text::DateMatch& date) const {
    constexpr size_t kYear = 4;
    if (!scene_.context().published || date.edtf.size() < kYear) return false;
    return date.edtf.substr(0, kYear) < scene_.context().published->edtf().substr(0, kYear);
  }

  size_t DateBefore(size_t from) const {
    size_t i = from;
    while (i > 0 && r_[i - 1].kind != WordKind::kDate) --i;
    return i == 0 ? from : i - 1;
  }

  const Scene& scene_;
  const WordReader r_;
  FactSink& sink_;
};

}  // namespace

void FindDateFacts(const Scene& scene, FactSink& sink) { DateReader(scene, sink).Read(); }

}  // namespace yinzheng::knowledge
