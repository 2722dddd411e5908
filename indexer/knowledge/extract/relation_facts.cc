// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/relation_facts.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "indexer/knowledge/citation.h"
#include "indexer/knowledge/extract/object_names.h"
#include "indexer/knowledge/extract/relation_statement.h"

namespace yinzheng::knowledge {
namespace {

using Meanings = std::vector<RelationWord>;

// One relation word in a clause: words [begin, end).
struct RelationCue {
  size_t begin = 0;
  size_t end = 0;
  const Meanings* meanings = nullptr;
};

// A relation that waits for what its sentence makes.
struct Waiting {
  RelationCue cue;
  Subject subject;
  std::vector<size_t> names;
};

class RelationReader {
 public:
  RelationReader(const Scene& scene, FactSink& sink)
      : scene_(scene), r_(scene.reader()), sink_(sink) {}

  void Read() {
    for (const Clause& clause : scene_.clauses) {
      if (clause_ == nullptr || clause_->sentence != clause.sentence) {
        FlushWaiting();
        setting_ = {};
      }
      clause_ = &clause;
      if (const Subject setting = SettingOf(clause); setting.known()) setting_ = setting;
      for (const RelationCue& cue : Cues()) ReadCue(cue);
    }
    FlushWaiting();
  }

 private:
  std::vector<RelationCue> Cues() const {
    std::vector<RelationCue> cues;
    const std::u32string& text = scene_.context().reading.text();
    for (size_t i = clause_->words.begin; i < clause_->words.end; ++i) {
      if (!r_.IsPlain(i)) continue;
      const uint32_t stop = r_[clause_->words.end - 1].span.end;
      const auto match = scene_.rules->relations.StartingAt(text, r_[i].span.begin, stop);
      if (!match || InsideNoun(i)) continue;
      size_t end = i;
      while (end < clause_->words.end && r_[end].span.end <= r_[i].span.begin + match.length) ++end;
      if (end == i || r_[end - 1].span.end != r_[i].span.begin + match.length) continue;
      cues.push_back({i, end, match.value});
      i = end - 1;
    }
    return cues;
  }

  // 产品质量管理规范, 建设中的某站: the word relates nothing, it is part of a noun or describes
  // one.
  bool InsideNoun(size_t i) const {
    const size_t next = i + 1;
    if (next >= clause_->words.end) return false;
    if (r_.Text(next) == U"中" && next + 1 < clause_->words.end && r_.IsDe(next + 1)) return true;
    return i > clause_->words.begin && r_.IsNominal(i - 1) && r_.IsNominal(i) &&
           r_.IsNominal(next) && !r_.Is(i, kVerbLike | kHave);
  }

  void ReadCue(const RelationCue& cue) {
    if (cue.end < clause_->words.end && r_.IsDe(cue.end)) {
      ReadRelative(cue);
      return;
    }
    if (ReadAttributive(cue) || IsOfLeadingNoun(cue) || TellsWhatNounIs(cue)) return;
    if (MakesNothing(cue)) return;
    const std::vector<size_t> agents = NamesBehindWord(cue, U"由");
    if (clause_->subject.known()) {
      for (const size_t agent : agents) StatePassive(cue, NameAt(r_, agent));
      for (const Subject& agent : clause_->agents) StatePassive(cue, agent);
    }
    const Subject subject = SubjectFor(cue);
    const std::vector<size_t> objects = Objects(cue);
    if (Waits(cue) && subject.known() && !objects.empty()) {
      waiting_.push_back({cue, subject, objects});
      return;
    }
    for (const size_t partner : Partners(cue)) StateCooperation(cue, subject, NameAt(r_, partner));
    for (const size_t object : objects) ReadObject(cue, subject, object);
    for (const size_t brought : BroughtNames(cue)) StateFor(cue, subject, brought);
    if (objects.empty()) {
      ReadMutual(cue, subject);
      ReadPlaceWords(cue, subject);
    }
  }

  // 将甲、乙引进园区: what is brought stands between 将 and the verb.
  std::vector<size_t> BroughtNames(const RelationCue& cue) const {
    if (!Means(cue, "gathers")) return {};
    for (const std::u32string_view word :
         {std::u32string_view(U"将"), std::u32string_view(U"把")}) {
      const std::vector<size_t> names = NamesBehindWord(cue, word);
      if (names.empty()) continue;
      const size_t before = names.front() - 1;
      const bool disposes =
          r_.Text(before) == word || (r_.IsQuoteMark(before) && r_.Text(before - 1) == word);
      if (disposes) return names;
    }
    return {};
  }

  void ReadObject(const RelationCue& cue, const Subject& subject, size_t object) {
    if (!StateFor(cue, subject, object)) return;
    for (const Subject& other : clause_->coordinated) StateFor(cue, other, object);
    StateSetting(cue, object);
    const RelationWord* meaning = MeaningFor(cue, subject, NameAt(r_, object));
    if (meaning != nullptr && meaning->inverse) Settle(cue, subject, object);
  }

  // 位于江城北三环外: a place that is no known name is told in the words of the text.
  void ReadPlaceWords(const RelationCue& cue, const Subject& subject) {
    constexpr uint32_t kLongest = 16;  // Characters.
    if (!subject.known() || subject.basis > SubjectBasis::kEllipsis || !Means(cue, "located")) {
      return;
    }
    size_t end = cue.end;
    while (end < clause_->words.end && !r_.IsMark(end)) {
      if (r_.IsVerb(end) || r_.IsDe(end) || r_.IsListSeparator(end)) return;
      ++end;
    }
    const text::Span words = r_.WithoutMarks({cue.end, end});
    if (words.size() < 2 || words.size() > kLongest || !IsPlace(cue.end)) return;
    FactDraft draft;
    SetSubject(subject, draft);
    draft.value = words;
    draft.rule = "attribute.place";
    draft.fact.set_property("位于");
    draft.fact.set_text(PrintedText(scene_.context(), words));
    sink_.Add(std::move(draft));
  }

  bool IsPlace(size_t i) const {
    return r_.TypeOf(i) == v1::ENTITY_TYPE_PLACE || (r_.IsPlain(i) && r_[i].tag == "ns");
  }

  // 联合甲、乙…, 依托甲…: what these say is about the thing that the rest of the sentence makes.
  static bool Waits(const RelationCue& cue) { return Means(cue, "joint") || Means(cue, "rest_on"); }

  // 联合甲发布《乙》: 甲 published 乙 too. 依托甲启动乙: 乙 rests on 甲.
  void Settle(const RelationCue& made, const Subject& maker, size_t object) {
    for (const Waiting& waiting : waiting_) {
      if (!SameThing(waiting.subject, maker)) continue;
      for (const size_t name : waiting.names) {
        if (Means(waiting.cue, "joint")) {
          StateFor(made, NameAt(r_, name), object);
        } else {
          StateFor(waiting.cue, NameAt(r_, object), name);
        }
      }
    }
    std::erase_if(waiting_, [&](const Waiting& w) { return SameThing(w.subject, maker); });
  }

  // The sentence made nothing: who stands beside whom is all it says.
  void FlushWaiting() {
    for (const Waiting& waiting : waiting_) {
      for (const size_t name : waiting.names) StateFor(waiting.cue, waiting.subject, name);
    }
    waiting_.clear();
  }

  // 甲和乙达成合作: the subjects of the clause are partners.
  void ReadMutual(const RelationCue& cue, const Subject& subject) {
    const bool ends = cue.end >= clause_->words.end || !r_.IsNominal(cue.end);
    if (clause_->subject.basis != SubjectBasis::kExplicit || !ends) return;
    for (const Subject& other : clause_->coordinated) StateCooperation(cue, subject, other);
  }

  void StateCooperation(const RelationCue& cue, const Subject& subject, const Subject& partner) {
    if (!subject.known()) return;
    for (const RelationWord& meaning : *cue.meanings) {
      if (meaning.id != "cooperate" || !Fits(meaning.left, subject) ||
          !Fits(meaning.right, partner)) {
        continue;
      }
      State(meaning, subject, partner, partner.mention);
    }
  }

  // 在某园,甲建成乙中心: what a sentence builds or counts up stands where the sentence is set.
  void StateSetting(const RelationCue& cue, size_t object) {
    if (!setting_.known() ||
        !(Means(cue, "build") || Means(cue, "parts") || Means(cue, "gathers"))) {
      return;
    }
    const auto* located = scene_.rules->relations.Find(U"位于");
    const v1::EntityType type = r_.TypeOf(object);
    const bool stands = type == v1::ENTITY_TYPE_FACILITY || type == v1::ENTITY_TYPE_ORGANIZATION ||
                        type == v1::ENTITY_TYPE_COMPANY;
    if (located == nullptr || !stands) return;
    const Subject thing = NameAt(r_, object);
    State(located->front(), thing, setting_, thing.mention);
  }

  // The place of a clause that says nothing else: 在某园,….
  Subject SettingOf(const Clause& clause) const {
    size_t i = clause.words.begin;
    while (i < clause.words.end && (r_.IsMark(i) || r_.IsAdverb(i))) ++i;
    if (i + 1 >= clause.words.end || r_.Text(i) != U"在" || !r_.IsEntity(i + 1)) return {};
    if (r_.TypeOf(i + 1) != v1::ENTITY_TYPE_PLACE) return {};
    for (size_t k = i + 2; k < clause.words.end; ++k) {
      if (!r_.IsMark(k)) return {};
    }
    return NameAt(r_, i + 1);
  }

  static bool Means(const RelationCue& cue, std::string_view id) {
    return std::any_of(cue.meanings->begin(), cue.meanings->end(),
                       [&](const RelationWord& word) { return word.id == id; });
  }

  // 会同某局,某委…: the subject of an opening phrase stands in the next clause.
  Subject SubjectFor(const RelationCue& cue) const {
    if (ListsParts(cue)) return (clause_ - 1)->subject;
    const bool opens = r_.Is(cue.begin, kPreposition) && cue.begin <= clause_->words.begin + 1;
    const Clause* next = clause_ + 1;
    const bool last = next == scene_.clauses.data() + scene_.clauses.size();
    if (opens && !last && next->sentence == clause_->sentence &&
        next->subject.basis <= SubjectBasis::kOwn) {
      return next->subject;
    }
    return clause_->subject;
  }

  // 位于甲的乙, 基于甲技术的乙: what the phrase says is about 乙, whatever else the clause says.
  bool ReadAttributive(const RelationCue& cue) {
    const bool located = Means(cue, "located") || Means(cue, "landed") || Means(cue, "from");
    const bool based = Means(cue, "use") || Means(cue, "rest_on");
    if (!located && !based) return false;
    size_t name = cue.end;
    while (name < clause_->words.end && r_.IsQuoteMark(name)) ++name;
    if (located) name = LastOfChain(name);
    size_t de = name;
    while (de < clause_->words.end && (!r_.IsMark(de) || r_.IsQuoteMark(de)) && !r_.IsDe(de)) {
      if (located ? de > name : !r_.IsNominal(de) && !r_.IsEntity(de) && !r_.IsQuoteMark(de)) break;
      ++de;
    }
    if (de + 1 >= clause_->words.end || !r_.IsDe(de)) return false;
    const size_t head = NameInPhrase(de + 1);
    if (head == 0) return based && !r_.IsEntity(name);
    if (r_.IsEntity(name)) StatePair(cue, head, name);
    return true;
  }

  // 位于湖北江城的乙: the last place of the chain.
  size_t LastOfChain(size_t name) const {
    while (name + 1 < clause_->words.end && r_.IsEntity(name) && r_.IsEntity(name + 1)) ++name;
    return name;
  }

  // The last name of the noun phrase that begins at `i` (美军某航母), but for a person, who is not
  // where the house before the name stands; 0 if it holds none.
  size_t NameInPhrase(size_t i) const {
    size_t found = 0;
    for (; i < clause_->words.end; ++i) {
      if (r_.IsEntity(i)) {
        if (found == 0 || r_.TypeOf(i) != v1::ENTITY_TYPE_PERSON) found = i;
      } else if (!r_.IsNominal(i) && !r_.IsQuoteMark(i)) {
        break;
      }
    }
    return found;
  }

  // 与甲合作: the names between 与 and a word of cooperation.
  std::vector<size_t> Partners(const RelationCue& cue) const {
    return Means(cue, "cooperate") ? NamesBehindWord(cue, U"与") : std::vector<size_t>();
  }

  // 甲（联合乙）研发的丙: the names before the verb made the name behind 的.
  void ReadRelative(const RelationCue& cue) {
    size_t product = 0;
    constexpr size_t kReach = 6;
    for (size_t i = cue.end + 1; i < clause_->words.end && i <= cue.end + kReach; ++i) {
      if (r_.IsEntity(i)) {
        product = i;
        break;
      }
      if (!r_.IsNominal(i) && !r_.IsQuoteMark(i) && r_[i].kind != WordKind::kQuantity) break;
    }
    if (product == 0) {
      ReadDefinition(cue);
      return;
    }
    for (const size_t maker : NamesBefore(cue.begin)) StatePair(cue, maker, product);
  }

  // 丙是甲与乙共同发起设立的公司: the names between 是 and the cue made the subject.
  void ReadDefinition(const RelationCue& cue) {
    const size_t what = cue.end + 1;  // 是甲设立的第7年: a time, not what was made
    const bool made = what < clause_->words.end && r_.IsNominal(what) &&
                      !r_.Text(what).starts_with(U"第") && r_.Text(what) != U"时间";
    if (!clause_->subject.known() || !made) return;
    for (const size_t maker : NamesBehindWord(cue, U"是")) StatePassive(cue, NameAt(r_, maker));
  }

  // Names that reach up to the word at `end` through adverbs, 联合 and list separators.
  std::vector<size_t> NamesBefore(size_t end) const {
    std::vector<size_t> names;
    for (size_t i = end; i > clause_->words.begin; --i) {
      const size_t k = i - 1;
      if (r_.IsEntity(k)) {
        names.push_back(k);
      } else if (r_.IsMark(k) && r_.Text(k) == U")") {
        i = OpeningBracket(k) + 1;
      } else if (const size_t partner = PartnerBegin(k); partner > 0) {
        i = partner + 1;
      } else if (!r_.IsAdverb(k) && !r_.IsListSeparator(k) && r_.Text(k) != U"联合" &&
                 r_.Text(k) != U"自主" && r_.Text(k) != U"共同" && !r_.IsQuoteMark(k)) {
        break;
      }
    }
    return names;
  }

  // 联合某机构发布的: the nouns of a partner that is no known name, back to 联合. 0 if there are
  // none.
  size_t PartnerBegin(size_t last) const {
    constexpr size_t kLongest = 4;  // Words.
    size_t i = last + 1;
    while (i > clause_->words.begin && i + kLongest > last && r_.IsNominal(i - 1)) --i;
    const bool joined = i <= last && i > clause_->words.begin && r_.Text(i - 1) == U"联合";
    return joined ? i : 0;
  }

  size_t OpeningBracket(size_t close) const {
    size_t k = close;
    while (k > clause_->words.begin && r_.Text(k) != U"(") --k;
    return k;
  }

  // 由甲、乙等单位承建: the names between `word` and the cue.
  std::vector<size_t> NamesBehindWord(const RelationCue& cue, std::u32string_view word) const {
    size_t by = cue.begin;
    while (by > clause_->words.begin && r_.Text(by - 1) != word) --by;
    if (by == clause_->words.begin) return {};
    std::vector<size_t> names;
    for (size_t i = by; i < cue.begin; ++i) {
      if (i > by && r_.Text(i) == U"在") break;
      if (r_.IsEntity(i) && r_[i].span != clause_->subject.mention) names.push_back(i);
    }
    return names;
  }

  // The names that are objects of the cue. Not 包括向甲提供…, where a phrase stands before the
  // name; nor 建设美丽中国, where what is built is a country.
  std::vector<size_t> Objects(const RelationCue& cue) const {
    std::vector<size_t> names = ObjectNames(r_, {cue.end, ObjectEnd(cue)});
    if (names.empty()) return names;
    if (Means(cue, "parts")) {
      for (size_t i = cue.end; i < names.front(); ++i) {
        if (r_.Is(i, kPreposition) && !r_.IsListSeparator(i)) return {};
      }
    }
    if (Means(cue, "build_place")) {
      std::erase_if(names,
                    [&](size_t i) { return r_.Text(i) == U"中国" || r_.Text(i) == U"我国"; });
    }
    return names;
  }

  // …,包括甲、乙等均已上市: a clause that opens with the word lists parts of what the clause before
  // it speaks of, though they are the subject of its verb.
  bool ListsParts(const RelationCue& cue) const {
    if (!Means(cue, "parts") || !Opens(cue.begin)) return false;
    const bool first = clause_ == scene_.clauses.data();
    return !first && (clause_ - 1)->sentence == clause_->sentence;
  }

  // Nothing but a mark or an adverb stands before word `i` in its clause.
  bool Opens(size_t i) const {
    const size_t begin = clause_->words.begin;
    return i == begin || (i == begin + 1 && (r_.IsMark(begin) || r_.IsAdverb(begin)));
  }

  // Before the subject if that stands behind the cue: 位于丙的乙.
  size_t ObjectEnd(const RelationCue& cue) const {
    if (ListsParts(cue)) return clause_->words.end;
    const text::Span mention = clause_->subject.mention;
    for (size_t i = cue.end; i < clause_->words.end; ++i) {
      if (r_.IsEntity(i) && r_[i].span == mention) return i;
    }
    return clause_->words.end;
  }

  // A thing without a name fits any type but a person's.
  bool Fits(const std::set<v1::EntityType>& types, const Subject& thing) const {
    const bool person = types.size() == 1 && types.contains(v1::ENTITY_TYPE_PERSON);
    return types.empty() || (!thing.named() && !person) ||
           (thing.named() && types.contains(scene_.text.Entity(thing.entity).type));
  }

  // The first meaning of the cue that fits both, or null.
  const RelationWord* MeaningFor(const RelationCue& cue, const Subject& subject,
                                 const Subject& value) const {
    if (!subject.known() || SameThing(value, subject)) return nullptr;
    const auto fits =
        std::find_if(cue.meanings->begin(), cue.meanings->end(), [&](const RelationWord& meaning) {
          return Fits(meaning.left, subject) && Fits(meaning.right, value);
        });
    return fits == cue.meanings->end() ? nullptr : &*fits;
  }

  // 项目包括…, 某峰地处…: the noun that leads the clause is what stands there or has the parts, not
  // what was spoken of.
  bool IsOfLeadingNoun(const RelationCue& cue) const {
    const bool of_subject = Means(cue, "parts") || Means(cue, "located") || Means(cue, "from") ||
                            Means(cue, "crosses") || Means(cue, "connects");
    const bool before = clause_->head.begin < clause_->head.end && clause_->head.end <= cue.begin;
    return of_subject && clause_->noun_led && before;
  }

  // 硬环境的重点是加快建设某园: what a noun of the clause is, nothing that somebody spoken of
  // before did.
  bool TellsWhatNounIs(const RelationCue& cue) const {
    if (clause_->subject.basis < SubjectBasis::kEllipsis) return false;
    size_t i = cue.begin;
    while (i > clause_->words.begin && r_.IsPlain(i - 1) && r_.Text(i - 1) != U"是" &&
           (r_.IsVerb(i - 1) || r_.IsAdverb(i - 1))) {
      --i;
    }
    return i > clause_->words.begin + 1 && r_.Text(i - 1) == U"是" && r_.IsNominal(i - 2);
  }

  // 成立三十周年: how long ago, not what was founded. 建设美丽中国: an aim.
  bool MakesNothing(const RelationCue& cue) const {
    if (Means(cue, "found_by") && cue.end < clause_->words.end &&
        r_[cue.end].kind == WordKind::kQuantity) {
      const auto& match = scene_.text.quantities[static_cast<size_t>(r_[cue.end].index)];
      return match.unit == "周年" || match.unit == "年";
    }
    return false;
  }

  // False if no meaning of the cue fits.
  bool StateFor(const RelationCue& cue, const Subject& subject, size_t object) {
    const Subject value = NameAt(r_, object);
    const RelationWord* meaning = MeaningFor(cue, subject, value);
    if (meaning == nullptr) return false;
    if (meaning->inverse) {
      State(*meaning, value, subject, value.mention);
    } else {
      State(*meaning, subject, value, value.mention);
    }
    return true;
  }

  void StatePair(const RelationCue& cue, size_t maker, size_t product) {
    StateFor(cue, NameAt(r_, maker), product);
  }

  // 丙由甲承建.
  void StatePassive(const RelationCue& cue, const Subject& maker) {
    for (const RelationWord& meaning : *cue.meanings) {
      if (!meaning.inverse || !Fits(meaning.right, clause_->subject)) continue;
      State(meaning, clause_->subject, maker, maker.mention);
      return;
    }
  }

  void State(const RelationWord& meaning, const Subject& subject, const Subject& value,
             text::Span place) {
    StateRelation(scene_, meaning, {subject, value, place}, sink_);
  }

  const Scene& scene_;
  const WordReader r_;
  FactSink& sink_;
  const Clause* clause_ = nullptr;
  Subject setting_;               // where the sentence is set; unknown if it does not say
  std::vector<Waiting> waiting_;  // of this sentence
};

}  // namespace

void FindRelationFacts(const Scene& scene, FactSink& sink) { RelationReader(scene, sink).Read(); }

}  // namespace yinzheng::knowledge
