// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/speech.h"

#include <algorithm>
#include <optional>

#include "indexer/knowledge/extract/quote_marks.h"
#include "indexer/knowledge/extract/speech_source.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

using text::Span;

bool IsPause(char32_t c) { return c == U',' || c == U':' || c == U' '; }

// One verb of saying at a place where it can introduce or follow speech.
struct Cue {
  Span span;
  const SpeechCue* kinds = nullptr;
};

class SpeechReader {
 public:
  SpeechReader(const AnnotatedText& text, const FactRules& rules, const std::vector<Role>& roles)
      : text_(text), rules_(rules), roles_(roles), reading_(text.context->reading.text()) {}

  std::vector<SpeechFrame> Read() {
    const text::Reading& reading = text_.context->reading;
    for (const text::Sentence& sentence : reading.sentences()) {
      if (sentence.paragraph != paragraph_) {
        paragraph_ = sentence.paragraph;
        if (!GoesOn(sentence.span)) open_frame_.reset();
      }
      ReadSentence(sentence.span);
    }
    std::sort(frames_.begin(), frames_.end(),
              [](const SpeechFrame& a, const SpeechFrame& b) { return a.content < b.content; });
    return std::move(frames_);
  }

 private:
  void ReadSentence(Span sentence) {
    quotes_ = FindQuotedSpans(reading_, sentence);
    used_.assign(quotes_.size(), false);
    const size_t before = frames_.size();
    for (const Cue& cue : FindCues(sentence)) ReadCue(cue, sentence);
    ReadQuotesWithoutCue(sentence);
    if (frames_.size() == before) ContinueOpenFrame(sentence);
    if (frames_.size() == before) NoteActor(sentence);
  }

  // 某院长甲主持会议。他指出: the person that opens a sentence, or what follows its first comma, is
  // who a pronoun behind it means.
  void NoteActor(Span sentence) {
    int commas = 0;
    bool opening = true;  // nothing but nouns and times since the comma
    for (size_t i = text_.WordAt(sentence.begin); i < text_.words.size(); ++i) {
      const Word& word = text_.words[i];
      if (word.span.begin >= sentence.end || commas > 1) return;
      const std::u32string_view printed = text_.Text(word);
      if (word.kind == WordKind::kPunctuation) {
        if (printed == U",") ++commas;
        opening |= printed == U",";
        continue;
      }
      const int32_t entity = text_.EntityOf(word);
      const bool person = entity >= 0 && text_.Entity(entity).type == v1::ENTITY_TYPE_PERSON;
      if (person && opening && !IsReporterName(word)) {
        actor_ = PersonSpeaker(roles_, entity, word.span);
        return;
      }
      const bool verb = word.kind == WordKind::kWord && !word.tag.empty() && word.tag[0] == 'v';
      opening &= !verb && !rules_.Is(printed, kPreposition);
    }
  }

  // Reported speech goes on over the sentences of a paragraph until somebody else speaks.
  void ContinueOpenFrame(Span sentence) {
    if (!open_frame_ || StartsWithReporter(sentence)) {
      open_frame_.reset();
      return;
    }
    SpeechFrame frame = *open_frame_;
    frame.content = sentence;
    frames_.push_back(frame);
  }

  // A paragraph that goes on with what the last one reported.
  bool GoesOn(Span sentence) const {
    return static_cast<bool>(rules_.links.StartingAt(reading_, sentence.begin, sentence.end));
  }

  // 据悉, 近日, 19日下午: the article itself goes on.
  bool StartsWithReporter(Span sentence) const {
    uint32_t begin = sentence.begin;
    while (begin < sentence.end && IsPause(reading_[begin])) ++begin;
    if (rules_.narrators.StartingAt(reading_, begin, sentence.end)) return true;
    const size_t word = text_.WordAt(begin);
    if (word >= text_.words.size() || text_.words[word].kind != WordKind::kDate) return false;
    constexpr size_t kDay = 10;  // YYYY-MM-DD
    return text_.dates[static_cast<size_t>(text_.words[word].index)].edtf.size() == kDay;
  }

  bool InsideQuote(uint32_t position) const {
    return std::any_of(quotes_.begin(), quotes_.end(), [&](const QuotedSpan& quote) {
      return quote.outer.contains(position) && (quote.sentence_like || quote.inner.size() > 12);
    });
  }

  std::vector<Cue> FindCues(Span sentence) const {
    std::vector<Cue> cues;
    uint32_t i = sentence.begin;
    while (i < sentence.end) {
      const auto match = rules_.speech.StartingAt(reading_, i, sentence.end);
      if (!match || InsideQuote(i) || !CanCue({{i, i + match.length}, match.value}, sentence)) {
        ++i;
        continue;
      }
      cues.push_back({{i, i + match.length}, match.value});
      i += match.length;
    }
    return cues;
  }

  // A verb of saying is one where a pause or a quotation follows, or where it closes its sentence.
  bool CanCue(const Cue& candidate, Span sentence) const {
    const Span cue = candidate.span;
    const size_t word = text_.WordAt(cue.begin);
    if (word < text_.words.size() && text_.words[word].kind == WordKind::kEntity) return false;
    // 以下简称 is no 称. But 媒体报道 is one word to the segmenter, and the verb is its end.
    const bool only_according = !candidate.kinds->speech && !candidate.kinds->document;
    const bool whole = word >= text_.words.size() || text_.words[word].span.begin == cue.begin ||
                       (only_according && text_.words[word].span.end == cue.end);
    if (!whole || IsNoun(cue)) return false;
    uint32_t next = cue.end;
    while (next < sentence.end &&
           (reading_[next] == U'了' || reading_[next] == U'道' || reading_[next] == U'说')) {
      ++next;
    }
    if (next >= sentence.end) return true;
    const char32_t c = reading_[next];
    return c == U',' || c == U':' || c == U'“' || text::IsSentenceEnd(c);
  }

  // 贯彻重要|指示, 决策|部署, 提出的|要求: what is said, told as a noun.
  bool IsNoun(Span cue) const {
    static constexpr std::u32string_view kNouns[] = {U"指示", U"部署", U"要求", U"讲话", U"建议",
                                                     U"倡议", U"评价", U"承诺", U"发言"};
    static constexpr std::u32string_view kBefore[] = {U"重要", U"决策", U"工作", U"有关",
                                                      U"各项", U"系列", U"的"};
    const std::u32string_view word = text_.Text(cue);
    if (std::find(std::begin(kNouns), std::end(kNouns), word) == std::end(kNouns)) return false;
    return std::any_of(std::begin(kBefore), std::end(kBefore), [&](std::u32string_view before) {
      return cue.begin >= before.size() &&
             reading_.compare(cue.begin - before.size(), before.size(), before) == 0;
    });
  }

  void ReadCue(const Cue& cue, Span sentence) {
    const Span clause = SpeakerClause(cue.span, sentence);
    const std::optional<Speaker> speaker = FindSpeaker(clause, cue);
    if (!speaker) return;
    SpeechFrame frame;
    frame.speaker = *speaker;
    frame.cue = cue.span;
    frame.introduction = {clause.begin, cue.span.end};
    const bool document = IsDocument(*speaker, cue);
    ReadQuoteBefore(frame, clause);
    ReadContentBehind(frame, sentence, document);
  }

  // From the last quotation or sentence mark before the cue.
  Span SpeakerClause(Span cue, Span sentence) const {
    uint32_t begin = sentence.begin;
    for (const QuotedSpan& quote : quotes_) {
      if (quote.outer.end <= cue.begin && quote.sentence_like) begin = quote.outer.end;
    }
    for (uint32_t i = cue.begin; i > begin; --i) {
      const char32_t c = reading_[i - 1];
      if (text::IsSentenceEnd(c) || c == U';') {
        begin = i;
        break;
      }
    }
    while (begin < cue.begin && IsPause(reading_[begin])) ++begin;
    return {begin, cue.begin};
  }

  // The stretch behind the last comma of `clause`.
  Span LastPart(Span clause) const {
    for (uint32_t i = clause.end; i > clause.begin; --i) {
      if (reading_[i - 1] == U',') return {i, clause.end};
    }
    return clause;
  }

  std::optional<Speaker> FindSpeaker(Span clause, const Cue& cue) {
    const Span part = LastPart(clause);
    std::optional<Speaker> speaker = SpeakerIn(part, cue);
    if (!speaker && part != clause && cue.kinds->speech) speaker = PersonIn(clause);
    return speaker;
  }

  std::optional<Speaker> SpeakerIn(Span part, const Cue& cue) {
    kind_ = {};
    if (cue.kinds->learn && !cue.kinds->speech) return SourceOfLearning(text_, part);
    if (!cue.kinds->speech && !cue.kinds->document) {
      if (auto source = SourceAfterAccording(text_, rules_, part)) return source;
      return cue.kinds->house ? InstitutionIn(text_, part, *cue.kinds) : std::nullopt;
    }
    if (auto person = PersonIn(part)) return person;
    if (auto described = DescribedIn(part)) return described;
    if (auto source = SourceAfterAccording(text_, rules_, part)) return source;
    if (auto pronoun = PronounIn(part)) return pronoun;
    if (auto institution = InstitutionIn(text_, part, *cue.kinds)) return institution;
    return NamelessIn(part, cue);
  }

  std::optional<Speaker> PersonIn(Span part) const {
    std::optional<Speaker> found;
    for (size_t i = text_.WordAt(part.begin); i < text_.words.size(); ++i) {
      const Word& word = text_.words[i];
      if (word.span.begin >= part.end) break;
      const int32_t entity = text_.EntityOf(word);
      if (entity < 0 || text_.Entity(entity).type != v1::ENTITY_TYPE_PERSON) continue;
      if (IsReporterName(word)) continue;
      found = PersonSpeaker(roles_, entity, word.span);
    }
    return found;
  }

  // 本报记者某某 reports, it does not speak.
  bool IsReporterName(const Word& word) const {
    const uint32_t begin = word.span.begin;
    return begin >= 2 && reading_.substr(begin - 2, 2) == U"记者";
  }

  // 市发展改革委相关负责人: the institution speaks. Without an institution: only described.
  std::optional<Speaker> DescribedIn(Span part) const {
    for (uint32_t end = part.end; end > part.begin; --end) {
      const Span words = DescribedAtEnd(text_, rules_, {part.begin, end});
      if (words.empty()) continue;
      std::optional<Speaker> speaker = EntitySpeaker(text_, {part.begin, words.begin});
      if (text_.Text(Span{words.begin - std::min(words.begin, 2u), words.begin}).find(U'该') !=
          std::u32string_view::npos) {
        return last_speaker_.known() ? std::optional<Speaker>(last_speaker_) : std::nullopt;
      }
      if (!speaker) {
        speaker = Speaker();
        speaker->words = words;
      }
      speaker->title = words;
      return speaker;
    }
    return std::nullopt;
  }

  std::optional<Speaker> PronounIn(Span part) const {
    uint32_t begin = part.begin;
    for (; begin < part.end; ++begin) {
      for (uint32_t end = part.end; end > begin; --end) {
        if (!rules_.Is(text_.Text(Span{begin, end}), kPronoun)) continue;
        if (begin > part.begin + 4) return std::nullopt;
        if (actor_.known()) return actor_;
        return last_speaker_.known() ? std::optional<Speaker>(last_speaker_) : std::nullopt;
      }
    }
    return std::nullopt;
  }

  // 会议强调, 统计数据显示, 政府工作报告提出.
  std::optional<Speaker> NamelessIn(Span part, const Cue& cue) {
    const auto source = NamelessSourceIn(text_, rules_, part, *cue.kinds);
    if (!source) return std::nullopt;
    kind_ = source->kind;
    const bool report = text_.Text(source->speaker.words).ends_with(U"报告");
    return report && last_document_.known() ? last_document_ : source->speaker;
  }

  bool IsDocument(const Speaker& speaker, const Cue& cue) const {
    if (speaker.entity >= 0) return IsDocumentType(text_.Entity(speaker.entity).type);
    return (cue.kinds->document || cue.kinds->according) && speaker.title.empty() && !kind_.people;
  }

  // “……。”某某表示
  void ReadQuoteBefore(SpeechFrame frame, Span clause) {
    for (size_t i = 0; i < quotes_.size(); ++i) {
      const Span between{quotes_[i].outer.end, std::max(quotes_[i].outer.end, clause.begin)};
      if (used_[i] || !quotes_[i].sentence_like || quotes_[i].outer.end > clause.begin) continue;
      if (!OnlyPauses(between)) continue;
      frame.mode = v1::ATTRIBUTION_MODE_DIRECT;
      frame.content = quotes_[i].inner;
      used_[i] = true;
      Keep(frame);
    }
  }

  bool OnlyPauses(Span span) const {
    for (uint32_t i = span.begin; i < span.end; ++i) {
      if (!IsPause(reading_[i])) return false;
    }
    return true;
  }

  void ReadContentBehind(SpeechFrame frame, Span sentence, bool document) {
    uint32_t begin = frame.cue.end;
    while (begin < sentence.end && (IsPause(reading_[begin]) || reading_[begin] == U'道' ||
                                    reading_[begin] == U'说' || reading_[begin] == U'了')) {
      ++begin;
    }
    if (begin >= sentence.end || text::IsSentenceEnd(reading_[begin])) return;
    for (size_t i = 0; i < quotes_.size(); ++i) {
      if (used_[i] || quotes_[i].outer.begin != begin) continue;
      if (!quotes_[i].sentence_like && quotes_[i].outer.end + 1 < sentence.end) continue;
      frame.mode = v1::ATTRIBUTION_MODE_DIRECT;
      frame.content = quotes_[i].inner;
      used_[i] = true;
      Keep(frame);
      return;
    }
    frame.mode = document ? v1::ATTRIBUTION_MODE_DOCUMENT : v1::ATTRIBUTION_MODE_INDIRECT;
    frame.content = {begin, sentence.end};
    Keep(frame);
    if (!document || kind_.goes_on) open_frame_ = frame;
  }

  void Keep(const SpeechFrame& frame) {
    frames_.push_back(frame);
    if (frame.mode == v1::ATTRIBUTION_MODE_DOCUMENT) {
      last_document_ = frame.speaker;
    } else {
      last_speaker_ = frame.speaker;
      actor_ = {};
    }
  }

  // A quotation of whole sentences whose speaker stands near: a name behind it in the sentence, or
  // who spoke last.
  void ReadQuotesWithoutCue(Span sentence) {
    for (size_t i = 0; i < quotes_.size(); ++i) {
      const QuotedSpan& quote = quotes_[i];
      if (used_[i]) continue;
      const bool instruction = IsInstruction(quote, sentence);
      if (!instruction && (!quote.sentence_like || !EndsLikeSpeech(quote))) continue;
      std::optional<Speaker> speaker;
      if (!instruction) speaker = PersonIn({quote.outer.end, sentence.end});
      if (!speaker) speaker = PersonIn({sentence.begin, quote.outer.begin});
      if (!speaker && last_speaker_.known()) speaker = last_speaker_;
      if (!speaker) continue;
      SpeechFrame frame;
      frame.speaker = *speaker;
      frame.mode = v1::ATTRIBUTION_MODE_DIRECT;
      frame.content = quote.inner;
      frame.near = true;
      Keep(frame);
    }
  }

  // 某某关于“……”的重要指示.
  bool IsInstruction(const QuotedSpan& quote, Span sentence) const {
    static constexpr std::u32string_view kNouns[] = {U"指示", U"讲话", U"论述",
                                                     U"嘱托", U"要求", U"号召"};
    constexpr uint32_t kReach = 8;
    constexpr uint32_t kShortest = 8;
    if (quote.inner.size() < kShortest) return false;
    const std::u32string_view behind =
        text_.Text(Span{quote.outer.end, std::min(sentence.end, quote.outer.end + kReach)});
    if (behind.empty() || behind.front() != U'的') return false;
    const bool noun = std::any_of(std::begin(kNouns), std::end(kNouns), [&](auto word) {
      return behind.find(word) != std::u32string_view::npos;
    });
    return noun && PersonIn({sentence.begin, quote.outer.begin}).has_value();
  }

  bool EndsLikeSpeech(const QuotedSpan& quote) const {
    return text::IsSentenceEnd(reading_[quote.inner.end - 1]);
  }

  const AnnotatedText& text_;
  const FactRules& rules_;
  const std::vector<Role>& roles_;
  const std::u32string& reading_;
  std::vector<QuotedSpan> quotes_;
  std::vector<bool> used_;
  std::vector<SpeechFrame> frames_;
  std::optional<SpeechFrame> open_frame_;
  Speaker last_speaker_;
  Speaker actor_;    // the person that a sentence behind the last speech began with
  SpeechNoun kind_;  // of the speaker found last, if that has no name
  Speaker last_document_;
  uint32_t paragraph_ = UINT32_MAX;
};

}  // namespace

std::vector<SpeechFrame> FindSpeech(const AnnotatedText& text, const FactRules& rules,
                                    const std::vector<Role>& roles) {
  return SpeechReader(text, rules, roles).Read();
}

const SpeechFrame* FrameOf(const std::vector<SpeechFrame>& frames, text::Span span) {
  const SpeechFrame* best = nullptr;
  for (const SpeechFrame& frame : frames) {
    if (frame.content.begin > span.begin) break;
    if (!frame.content.contains(span)) continue;
    if (best == nullptr || frame.content.size() < best->content.size()) best = &frame;
  }
  return best;
}

}  // namespace yinzheng::knowledge
