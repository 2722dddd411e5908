// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/scene.h"

#include <algorithm>

#include "indexer/knowledge/extract/anaphora.h"
#include "indexer/knowledge/extract/measured_thing.h"
#include "indexer/knowledge/extract/subject_finder.h"
#include "indexer/knowledge/extract/thing_words.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

// Walks through the clauses and carries over what they speak of.
class SceneReader {
 public:
  explicit SceneReader(Scene& scene) : scene_(scene), r_(scene.reader()), country_(FindCountry()) {}

  void Read() {
    const text::Reading& reading = scene_.context().reading;
    for (uint32_t i = 0; i < reading.sentences().size(); ++i) {
      const text::Sentence& sentence = reading.sentences()[i];
      ReadSentence(i, sentence);
    }
  }

 private:
  void ReadSentence(uint32_t index, const text::Sentence& sentence) {
    if (IsHeading(sentence) && TellsFigure(r_.WordsIn(sentence.span))) topic_ = {};
    current_ = topic_;
    if (current_.known()) current_.basis = SubjectBasis::kTopic;
    bool first = true;
    first_subject_ = {};
    noun_led_ = false;
    coordinated_.clear();
    for (const text::Span span : scene_.context().reading.Clauses(sentence.span)) {
      Clause clause;
      clause.span = span;
      clause.words = r_.WordsIn(span);
      clause.sentence = index;
      clause.paragraph = sentence.paragraph;
      clause.first = first;
      first = false;
      ReadClause(clause);
      scene_.clauses.push_back(std::move(clause));
    }
    if (first_subject_.known()) topic_ = first_subject_;
    if (shifted_.known()) topic_ = shifted_;
    shifted_ = {};
    ReadHeading(sentence);
  }

  void ReadClause(Clause& clause) {
    clause.introduction = IsIntroduction(clause);
    const text::Span inner = r_.WithoutMarks(clause.words);
    const SpeechFrame* frame = inner.empty() ? nullptr : FrameOf(scene_.frames, inner);
    if (frame != frame_) EnterFrame(frame);
    const SubjectWords words = FindSubjectWords(r_, clause.words);
    clause.predicate = words.predicate;
    clause.head = words.head;
    clause.subject = Resolve(words, clause);
    // 项目涵盖…: a word that points back at nothing is a noun like any other.
    const bool noun =
        words.kind == SubjectWords::Kind::kNoun || words.kind == SubjectWords::Kind::kAnaphor;
    clause.noun_led = noun && clause.subject.basis >= SubjectBasis::kEllipsis;
    if (words.kind != SubjectWords::Kind::kNone) noun_led_ = clause.noun_led;
    clause.drifts = noun_led_ && clause.subject.basis == SubjectBasis::kTopic;
    for (const size_t i : words.coordinated) {
      clause.coordinated.push_back(
          {r_.text().EntityOf(r_[i]), r_[i].span, SubjectBasis::kExplicit});
    }
    if (IsAgentOnly(clause)) MakeAgents(clause);
    if (clause.subject.basis <= SubjectBasis::kOwn) {
      coordinated_ = ActsAlone(clause) ? std::vector<Subject>() : clause.coordinated;
    } else if (clause.subject.basis == SubjectBasis::kEllipsis) {
      clause.coordinated = coordinated_;
    }
    if (clause.introduction) return;
    EnterPlace(clause, words);
    Carry(clause);
    ShiftTopic(clause);
  }

  // 某论坛由甲主办,乙承办: 乙 does something to the forum, the sentence goes on about that.
  bool IsAgentOnly(const Clause& clause) const {
    if (clause.subject.basis != SubjectBasis::kExplicit || !current_.known() || clause.first) {
      return false;
    }
    size_t end = clause.words.end;
    while (end > clause.predicate && r_.IsMark(end - 1)) --end;
    if (end != clause.predicate + 1 || !r_.IsPlain(clause.predicate)) return false;
    const auto* meanings = r_.rules().relations.Find(r_.Text(clause.predicate));
    if (meanings == nullptr || !meanings->front().inverse) return false;
    const WordRange before = scene_.clauses.back().words;
    for (size_t i = before.begin; i < before.end; ++i) {
      if (r_.Text(i) == U"由") return true;
    }
    return !scene_.clauses.back().agents.empty();
  }

  void MakeAgents(Clause& clause) const {
    clause.agents = std::move(clause.coordinated);
    clause.agents.insert(clause.agents.begin(), clause.subject);
    clause.coordinated.clear();
    clause.subject = current_;
    clause.subject.basis = SubjectBasis::kEllipsis;
  }

  // 甲与乙合作,建成…: 乙 takes part in what this clause says; what follows is about 甲.
  bool ActsAlone(const Clause& clause) const {
    if (clause.coordinated.empty() || clause.predicate >= clause.words.end) return false;
    const size_t last = r_.text().WordAt(clause.coordinated.back().mention.begin);
    size_t i = r_.text().WordAt(clause.subject.mention.begin);
    for (; i < last; ++i) {
      if (r_.Text(i) == U"与" || r_.Text(i) == U"同") return !r_.IsMark(clause.predicate);
    }
    return false;
  }

  // The words of somebody begin: what is carried over starts anew with the speaker's house.
  void EnterFrame(const SpeechFrame* frame) {
    frame_ = frame;
    if (frame == nullptr) return;
    // 《某方案》提出,到2027年…: where nothing was named yet, what a document says is about itself.
    if (frame->mode == v1::ATTRIBUTION_MODE_DOCUMENT && !current_.known() &&
        frame->speaker.entity >= 0 && IsPolicy(frame->speaker.entity)) {
      current_ = {frame->speaker.entity, frame->introduction, SubjectBasis::kTopic};
    }
    if (frame->mode != v1::ATTRIBUTION_MODE_DIRECT) return;
    const Speaker& speaker = frame->speaker;
    const int32_t own = speaker.organization;
    if (own >= 0) current_ = {own, frame->introduction, SubjectBasis::kOwn};
  }

  bool IsPolicy(int32_t entity) const {
    return scene_.text.Entity(entity).type == v1::ENTITY_TYPE_POLICY;
  }

  bool IsIntroduction(const Clause& clause) const {
    return std::any_of(scene_.frames.begin(), scene_.frames.end(), [&](const SpeechFrame& frame) {
      return !frame.cue.empty() && clause.span.contains(frame.cue) &&
             !frame.content.contains(clause.span);
    });
  }

  Subject Resolve(const SubjectWords& words, Clause& clause) const {
    const bool unnamed =
        words.kind == SubjectWords::Kind::kNoun || words.kind == SubjectWords::Kind::kNone;
    if (unnamed) {
      if (const Subject country = CountryOf(clause); country.known()) return country;
    }
    switch (words.kind) {
      case SubjectWords::Kind::kName: {
        if (IsShareOfTopic(words, clause)) return CarriedOver(clause);
        const Word& name = r_[words.words.begin];
        const Subject named{r_.text().EntityOf(name), name.span,
                            words.possessor ? SubjectBasis::kPossessor : SubjectBasis::kExplicit};
        return words.possessor ? ThingOf(words, named, clause) : named;
      }
      case SubjectWords::Kind::kAnaphor: {
        clause.behind_pointer = words.words.end;
        const Subject found = ResolveAnaphor(r_, words.words, current_);
        return found.known() ? found : CarriedOver(clause);
      }
      case SubjectWords::Kind::kOwn:
        return Own(clause);
      case SubjectWords::Kind::kNoun:
        return ResolveNoun(words.words, clause);
      case SubjectWords::Kind::kNone:
        return CarriedOver(clause);
    }
    return {};
  }

  Subject Own(const Clause& clause) const {
    if (frame_ == nullptr) return CarriedOver(clause);
    const Speaker& speaker = frame_->speaker;
    const int32_t own = speaker.organization >= 0 ? speaker.organization : speaker.entity;
    if (own < 0) return CarriedOver(clause);
    return {own, frame_->introduction, SubjectBasis::kOwn};
  }

  // A noun phrase without a name: a thing that was not recognised as one, a scope, whatever opens a
  // text that named nothing before; else a noun of what was spoken of.
  Subject ResolveNoun(WordRange words, Clause& clause) const {
    if (r_.Is(words.begin, kReporter)) return CarriedOver(clause);
    // 全国二十多个省市: what is counted, of what was spoken of.
    const bool counted =
        words.begin + 1 < clause.words.end && r_[words.begin + 1].kind == WordKind::kQuantity;
    const bool scope = r_.Is(words.begin, kScope) && !counted;
    if (!scope && current_.known() && IsCounted(words.end, clause)) return CarriedOver(clause);
    if (const WordRange thing = FindThing(r_, words); thing.begin < thing.end) {
      clause.head = {thing.end, std::max(thing.end, words.end)};
      clause.behind_pointer = thing.end;
      return {-1, r_.WithoutMarks(thing), SubjectBasis::kExplicit};
    }
    if (scope) {
      return IsFirst(words.begin + 1, clause) ? CarriedOver(clause) : Scope(words.begin);
    }
    constexpr size_t kLongestNoun = 3;  // Words.
    if (!current_.known() && words.end - words.begin <= kLongestNoun && !IsClockTime(words)) {
      const text::Span thing =
          MeasuredThing(r_.rules(), scene_.context().reading.text(), r_.WithoutMarks(words));
      if (!thing.empty()) return {-1, thing, SubjectBasis::kExplicit};
    }
    return CarriedOver(clause);
  }

  // 9月24日|0—24时: what is left of a date is no noun.
  bool IsClockTime(WordRange words) const {
    static constexpr std::u32string_view kClock = U"0123456789时点分秒日月年号:-—~";
    const std::u32string_view printed = scene_.text.Text(r_.WithoutMarks(words));
    return printed.find_first_not_of(kClock) == std::u32string_view::npos;
  }

  // 全国: the country, if the article names it; else nothing that was named before.
  Subject Scope(size_t word) const {
    const std::u32string_view scope = r_.Text(word);
    const bool country = scope == U"全国" || scope == U"国内";
    return {country ? country_ : -1, r_[word].span, SubjectBasis::kExplicit};
  }

  // 规模以上工业增加值, 社会消费品零售总额: of the country, where no place is spoken of. Unknown
  // for any other clause.
  Subject CountryOf(const Clause& clause) const {
    if (country_ < 0) return {};
    if (current_.named() && scene_.text.Entity(current_.entity).type == v1::ENTITY_TYPE_PLACE) {
      return {};
    }
    size_t i = clause.words.begin;
    while (i < clause.words.end && (r_.IsMark(i) || r_[i].kind == WordKind::kDate)) ++i;
    const size_t n = i < clause.words.end ? r_.PhraseLength(i, clause.words.end, kIndicator) : 0;
    if (n == 0) return {};
    return {country_, r_.WithoutMarks({i, i + n}), SubjectBasis::kAnaphor};
  }

  // 全国率先, 全国首个: how somebody did it, not of what.
  bool IsFirst(size_t i, const Clause& clause) const {
    if (i >= clause.words.end) return false;
    const std::u32string_view word = r_.Text(i);
    return word == U"率先" || word == U"领先" || word.front() == U'首' || word.starts_with(U"第一");
  }

  // The entity that 我国 names; -1 if the article names none.
  int32_t FindCountry() const {
    const auto& entities = scene_.text.entities->entities;
    const auto named = [](const LocalName& name) {
      return name.text == "我国" || name.text == "中国";
    };
    for (size_t i = 0; i < entities.size(); ++i) {
      if (std::any_of(entities[i].names.begin(), entities[i].names.end(), named)) {
        return static_cast<int32_t>(i);
      }
    }
    return -1;
  }

  // 某市儿童医院项目: the name only begins what the clause speaks of, if the nouns directly behind
  // it end as the names of things do. Else the name.
  Subject ThingOf(const SubjectWords& words, const Subject& named, Clause& clause) const {
    const size_t name = words.words.begin;
    size_t end = words.head.end;
    if (words.head.begin != name + 1) return named;
    while (end > name + 1 && r_.Is(end - 1, kProjectNoun)) --end;
    for (size_t i = name + 1; i < end; ++i) {
      if (!r_.IsNominal(i)) return named;
    }
    if (end == name + 1 ||
        !NamesThing(r_, r_.text().Text(text::Cover(named.mention, r_[end - 1].span)))) {
      return named;
    }
    clause.head = {words.head.end, words.head.end};
    clause.behind_pointer = words.head.end;
    clause.possessor = named;
    return {-1, text::Cover(named.mention, r_[end - 1].span), SubjectBasis::kExplicit};
  }

  // 上市公司35家: the noun is what is counted, of what was spoken of.
  bool IsCounted(size_t figure, const Clause& clause) const {
    while (figure < clause.words.end && (r_.Is(figure, kCopula) || r_.IsAdverb(figure))) ++figure;
    if (figure >= clause.words.end || r_[figure].kind != WordKind::kQuantity) return false;
    const auto index = static_cast<size_t>(r_[figure].index);
    return r_.rules().Is(text::DecodeUtf8(r_.text().quantities[index].unit), kCountUnit);
  }

  // 其中某院院士5人: the name belongs to what is counted.
  bool IsShareOfTopic(const SubjectWords& words, const Clause& clause) const {
    return current_.known() && words.possessor && r_.Text(clause.words.begin) == U"其中" &&
           IsCounted(words.head.end, clause);
  }

  Subject CarriedOver(const Clause&) const { return current_; }

  void Carry(const Clause& clause) {
    const SubjectBasis basis = clause.subject.basis;
    if (!clause.subject.known()) return;
    const bool named = basis == SubjectBasis::kExplicit || basis == SubjectBasis::kPossessor ||
                       basis == SubjectBasis::kAnaphor || basis == SubjectBasis::kOwn;
    if (!named) return;
    current_ = clause.subject;
    if (current_.basis != SubjectBasis::kOwn) current_.basis = SubjectBasis::kEllipsis;
    const bool pointed = clause.behind_pointer > 0 && (!topic_.known() || !topic_.named());
    const bool measure = r_.EndsInMeasure(scene_.text.Text(clause.subject.mention));
    const bool lasting = clause.subject.named() || (pointed && !measure);  // not 生产指数
    if (lasting && !first_subject_.known()) first_subject_ = current_;
  }

  // 在某园,…: a clause that is nothing but a place says what the next ones are about.
  void EnterPlace(const Clause& clause, const SubjectWords& words) {
    if (words.kind != SubjectWords::Kind::kNone || clause.words.begin == clause.words.end) return;
    size_t i = clause.words.begin;
    while (i < clause.words.end && (r_.IsMark(i) || r_.IsAdverb(i))) ++i;
    if (i + 1 >= clause.words.end || r_.Text(i) != U"在" || !r_.IsEntity(i + 1)) return;
    if (r_.TypeOf(i + 1) != v1::ENTITY_TYPE_PLACE) return;
    // 在某省某市某镇: what the nouns name, if the last of them is no known place.
    size_t last = i + 1;
    for (size_t k = i + 2; k < clause.words.end; ++k) {
      if (r_.IsMark(k)) continue;
      if (last + 1 != k || !(r_.IsEntity(k) || r_.IsNominal(k)) || r_.Is(k, kLocal)) return;
      last = k;
    }
    current_ = {r_.text().EntityOf(r_[last]), r_[last].span, SubjectBasis::kEllipsis};
    if (!r_.IsEntity(last)) current_.mention = text::Cover(r_[i + 1].span, r_[last].span);
  }

  // 启动了“某”项目, …: what was launched is what the next clauses speak of.
  void ShiftTopic(const Clause& clause) {
    for (size_t i = clause.predicate; i < clause.words.end; ++i) {
      if (!r_.IsPlain(i)) continue;
      const auto* meanings = r_.rules().relations.Find(r_.Text(i));
      if (meanings == nullptr) continue;
      const size_t object = ObjectName(i + 1, clause.words.end);
      if (object == 0) continue;
      const v1::EntityType type = r_.TypeOf(object);
      const bool shifts =
          std::any_of(meanings->begin(), meanings->end(), [&](const RelationWord& relation) {
            return relation.makes_topic &&
                   (relation.right.empty() || relation.right.contains(type));
          });
      if (!shifts) continue;
      current_ = {r_.text().EntityOf(r_[object]), r_[object].span, SubjectBasis::kEllipsis};
      shifted_ = current_;
      return;
    }
  }

  // The one name that is the object behind a verb, at most 项目 or 工程 behind it. 0 if there is
  // none.
  size_t ObjectName(size_t i, size_t end) const {
    size_t last = 0;
    for (; i < end; ++i) {
      if (r_.IsListSeparator(i) && last > 0) return 0;
      if (r_.IsEntity(i)) last = i;
    }
    if (last == 0) return 0;
    for (size_t j = last + 1; j < end; ++j) {
      if (!r_.IsMark(j) && !r_.Is(j, kProjectNoun)) return 0;
    }
    return last;
  }

  // A heading that tells something begins another story, which is not about what the last one was.
  bool IsHeadline(WordRange words) const {
    constexpr size_t kShortest = 4;  // Words.
    if (words.end - words.begin < kShortest) return false;
    for (size_t i = words.begin; i < words.end; ++i) {
      if (r_.IsVerb(i)) return true;
    }
    return false;
  }

  // 九部门发布15条措施: a headline with a figure, which is none of what the last story was about.
  bool TellsFigure(WordRange words) const {
    for (size_t i = words.begin; i < words.end; ++i) {
      if (r_[i].kind == WordKind::kQuantity) return IsHeadline(words);
    }
    return false;
  }

  bool IsHeading(const text::Sentence& sentence) const {
    const text::Paragraph& paragraph = scene_.context().reading.paragraphs()[sentence.paragraph];
    return paragraph.kind == text::ParagraphKind::kHeading;
  }

  // A heading that names one thing says what follows is about.
  void ReadHeading(const text::Sentence& sentence) {
    if (!IsHeading(sentence) || first_subject_.known()) return;
    const WordRange words = r_.WordsIn(sentence.span);
    if (IsHeadline(words)) topic_ = {};
    for (size_t i = words.begin; i < words.end; ++i) {
      if (r_.Is(i, kReporter)) return;  // 某网消息
    }
    for (size_t i = words.begin; i < words.end; ++i) {
      if (r_.IsEntity(i) && r_.TypeOf(i) != v1::ENTITY_TYPE_PERSON) {
        topic_ = {r_.text().EntityOf(r_[i]), r_[i].span, SubjectBasis::kTopic};
      }
    }
  }

  Scene& scene_;
  const WordReader r_;
  const int32_t country_;
  Subject topic_;                     // what the last sentences spoke of
  Subject current_;                   // what the last clause spoke of
  Subject first_subject_;             // of the sentence
  std::vector<Subject> coordinated_;  // beside current_, in the same sentence
  Subject shifted_;
  bool noun_led_ = false;  // in this sentence
  const SpeechFrame* frame_ = nullptr;
};

}  // namespace

const Clause* Scene::ClauseAt(uint32_t position) const {
  const auto behind =
      std::upper_bound(clauses.begin(), clauses.end(), position,
                       [](uint32_t p, const Clause& clause) { return p < clause.span.begin; });
  return behind == clauses.begin() ? nullptr : &*(behind - 1);
}

Scene MakeScene(const ArticleContext& context, const DocumentEntities& entities,
                const FactRules& rules) {
  Scene scene;
  scene.rules = &rules;
  scene.text = Annotate(context, entities);
  scene.roles = FindRoles(scene.text, rules);
  scene.frames = FindSpeech(scene.text, rules, scene.roles);
  SceneReader(scene).Read();
  return scene;
}

}  // namespace yinzheng::knowledge
