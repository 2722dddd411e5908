// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/speech.h"

#include <algorithm>
#include <optional>

#include "indexer/knowledge/extract/quote_marks.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

using text::Span;

bool IsPause(char32_t c) { return c == U',' || c == U':' || c == U' '; }

template <size_t N>
bool StartsWithAny(std::u32string_view words, const std::u32string_view (&openings)[N]) {
  return std::any_of(std::begin(openings), std::end(openings),
                     [&](std::u32string_view opening) { return words.starts_with(opening); });
}

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
    static constexpr std::u32string_view kLinks[] = {U"另一方面", U"同时", U"在“", U"此外,还",
                                                     U"其次"};
    return StartsWithAny(text_.Text(sentence), kLinks);
  }

  bool StartsWithReporter(Span sentence) const {
    static constexpr std::u32string_view kOwnVoice[] = {U"记者", U"据", U"近日", U"日前",
                                                        U"截至目前"};
    return StartsWithAny(text_.Text(sentence), kOwnVoice);
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
      if (!match || InsideQuote(i) || !CanCue({i, i + match.length}, sentence)) {
        ++i;
        continue;
      }
      cues.push_back({{i, i + match.length}, match.value});
      i += match.length;
    }
    return cues;
  }

  // A verb of saying is one where a pause or a quotation follows, or where it closes its sentence.
  bool CanCue(Span cue, Span sentence) const {
    const size_t word = text_.WordAt(cue.begin);
    if (word < text_.words.size() && text_.words[word].kind == WordKind::kEntity) return false;
    // 以下简称 is no 称.
    if (word < text_.words.size() && text_.words[word].span.begin != cue.begin) return false;
    uint32_t next = cue.end;
    while (next < sentence.end &&
           (reading_[next] == U'了' || reading_[next] == U'道' || reading_[next] == U'说')) {
      ++next;
    }
    if (next >= sentence.end) return true;
    const char32_t c = reading_[next];
    return c == U',' || c == U':' || c == U'“' || text::IsSentenceEnd(c);
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
    if (cue.kinds->learn && !cue.kinds->speech) return SourceOfLearning(part);
    if (auto person = PersonIn(part)) return person;
    if (auto described = DescribedIn(part)) return described;
    if (auto pronoun = PronounIn(part)) return pronoun;
    return InstitutionIn(part, cue);
  }

  // 记者从某某获悉.
  std::optional<Speaker> SourceOfLearning(Span part) const {
    const size_t from = text_.Text(part).find(U'从');
    if (from == std::u32string_view::npos) return std::nullopt;
    return EntitySpeaker(text_, {part.begin + static_cast<uint32_t>(from), part.end});
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
        if (begin > part.begin + 4 || !last_speaker_.known()) return std::nullopt;
        return last_speaker_;
      }
    }
    return std::nullopt;
  }

  // An institution or a document that speaks itself: its name must end the part, but for adverbs.
  std::optional<Speaker> InstitutionIn(Span part, const Cue& cue) const {
    constexpr uint32_t kReach = 8;
    std::optional<Speaker> speaker = EntitySpeaker(text_, part);
    if (!speaker || part.end - speaker->words.end > kReach) return GenericDocument(part, cue);
    const v1::EntityType type = text_.Entity(speaker->entity).type;
    const bool document = IsDocumentType(type);
    if (document ? cue.kinds->document : Speaks(type) && cue.kinds->speech) return speaker;
    return GenericDocument(part, cue);
  }

  static bool Speaks(v1::EntityType type) {
    return type == v1::ENTITY_TYPE_ORGANIZATION || type == v1::ENTITY_TYPE_COMPANY ||
           type == v1::ENTITY_TYPE_FACILITY;
  }

  static bool IsDocumentType(v1::EntityType type) {
    return type == v1::ENTITY_TYPE_POLICY || type == v1::ENTITY_TYPE_INDEX;
  }

  // 数据显示, 据统计, 报告指出, 政府工作报告提出.
  std::optional<Speaker> GenericDocument(Span part, const Cue& cue) const {
    static constexpr std::u32string_view kDocuments[] = {
        U"数据", U"报告", U"统计", U"调查", U"公告", U"通报", U"白皮书", U"文件", U"名单"};
    if (!cue.kinds->document) return std::nullopt;
    std::u32string_view words = text_.Text(part);
    if (words.size() > 1 && words.back() == U'中') words.remove_suffix(1);
    for (const std::u32string_view noun : kDocuments) {
      if (words.size() < noun.size() || words.substr(words.size() - noun.size()) != noun) continue;
      Speaker speaker;
      const auto end = part.begin + static_cast<uint32_t>(words.size());
      speaker.words = {end - static_cast<uint32_t>(noun.size()), end};
      if (noun == U"报告" && last_document_.known()) return last_document_;
      return speaker;
    }
    return std::nullopt;
  }

  bool IsDocument(const Speaker& speaker, const Cue& cue) const {
    if (speaker.entity >= 0) return IsDocumentType(text_.Entity(speaker.entity).type);
    return cue.kinds->document && speaker.title.empty();
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
    if (!document) open_frame_ = frame;
  }

  void Keep(const SpeechFrame& frame) {
    frames_.push_back(frame);
    if (frame.mode == v1::ATTRIBUTION_MODE_DOCUMENT) {
      last_document_ = frame.speaker;
    } else {
      last_speaker_ = frame.speaker;
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
