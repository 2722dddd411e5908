// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/circumstances.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/knowledge/citation.h"
#include "indexer/knowledge/value_conversion.h"
#include "indexer/text/edtf.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

using text::DateMatch;
using text::Span;

bool IsYear(std::u32string_view text, size_t i) {
  if (i + 4 > text.size() || (text[i] != U'1' && text[i] != U'2')) return false;
  for (size_t k = i; k < i + 4; ++k) {
    if (text[k] < U'0' || text[k] > U'9') return false;
  }
  const bool alone = i == 0 || text[i - 1] < U'0' || text[i - 1] > U'9';
  return alone && (i + 4 == text.size() || text[i + 4] < U'0' || text[i + 4] > U'9');
}

// Characters that may stand before a date that opens a sentence or clause: 截至.
constexpr uint32_t kOpening = 3;

class TimeReader {
 public:
  TimeReader(const Scene& scene, Span value, v1::Fact& fact)
      : scene_(scene), value_(value), fact_(fact) {}

  void Read() {
    const text::Sentence* sentence = scene_.context().reading.SentenceAt(value_.begin);
    if (sentence == nullptr || FromDate(LastDateIn(sentence->span), v1::TIME_BASIS_SENTENCE) ||
        FromIndexName(sentence->span)) {
      return;
    }
    const text::Paragraph& paragraph = scene_.context().reading.paragraphs()[sentence->paragraph];
    if (FromDate(DateFollowedOn(*sentence, paragraph), v1::TIME_BASIS_PARAGRAPH)) return;
    if (FromDate(OpeningDate(paragraph, sentence->span.begin), v1::TIME_BASIS_PARAGRAPH)) return;
    FromPublication();
  }

 private:
  // 自2017年…以来 is where something began, not when it was so. But 从2012年的30家增至50家: the
  // figure of that year.
  bool BeginsStretch(const DateMatch& date) const {
    if (date.span.begin == 0) return false;
    const std::u32string& text = scene_.context().reading.text();
    const char32_t before = text[date.span.begin - 1];
    const bool owns = date.span.end < text.size() && text[date.span.end] == U'的' &&
                      !HoldsFigure({date.span.end, value_.begin});
    return (before == U'自' || before == U'从') && !owns;
  }

  bool HoldsFigure(Span span) const {
    const auto& quantities = scene_.text.quantities;  // in order
    const auto first = std::partition_point(
        quantities.begin(), quantities.end(),
        [span](const text::QuantityMatch& match) { return match.span.begin < span.begin; });
    return first != quantities.end() && span.contains(first->span);
  }

  // 比上年增长, 较去年同期, 与2021年相比: what a figure is compared with, not when it was so.
  bool IsStandard(const DateMatch& date) const {
    static constexpr std::u32string_view kBefore = U"比较";
    static constexpr std::u32string_view kBeside = U"与同和跟";
    const std::u32string& text = scene_.context().reading.text();
    if (date.span.begin == 0) return false;
    const char32_t before = text[date.span.begin - 1];
    if (kBefore.find(before) != std::u32string_view::npos) return true;
    if (kBeside.find(before) == std::u32string_view::npos) return false;
    constexpr uint32_t kReach = 6;
    const std::u32string_view behind = text::Slice(text, {date.span.end, date.span.end + kReach});
    return behind.substr(0, behind.find(U',')).find(U"相比") != std::u32string_view::npos;
  }

  std::vector<DateMatch>::const_iterator FirstDateFrom(uint32_t position) const {
    return std::partition_point(
        scene_.text.dates.begin(), scene_.text.dates.end(),
        [position](const DateMatch& date) { return date.span.begin < position; });
  }

  const DateMatch* LastDateIn(Span sentence) const {
    const DateMatch* last = nullptr;
    for (auto next = FirstDateFrom(sentence.begin); next != scene_.text.dates.end(); ++next) {
      const DateMatch& date = *next;
      if (date.span.begin >= value_.begin) break;
      if (date.span.overlaps(value_)) continue;
      if (date.edtf.empty() || BeginsStretch(date) || IsStandard(date)) continue;
      last = &date;
    }
    return last;
  }

  // The last date that begins a clause of the sentence before, where the value's own sentence goes
  // on about what that one spoke of: 今天通报,11月24日,全国新增3103例。其中,境外输入62例。
  const DateMatch* DateFollowedOn(const text::Sentence& sentence,
                                  const text::Paragraph& paragraph) const {
    const Clause* clause = scene_.ClauseAt(value_.begin);
    const auto& sentences = scene_.context().reading.sentences();
    const auto index = static_cast<size_t>(&sentence - sentences.data());
    const bool goes_on = clause != nullptr && (clause->subject.basis >= SubjectBasis::kTopic ||
                                               IsShareOfBefore(sentence.span));
    if (!goes_on || index == paragraph.first_sentence || TellsOfNow(sentence.span)) {
      return nullptr;
    }
    const Span before = sentences[index - 1].span;
    const DateMatch* last = nullptr;
    for (auto next = FirstDateFrom(before.begin); next != scene_.text.dates.end(); ++next) {
      const DateMatch& date = *next;
      if (date.span.begin >= before.end) break;
      if (!before.contains(date.span) || date.edtf.empty() || date.vague || date.planned) continue;
      if (IsDayOfNews(date)) continue;
      if (date.kind == text::DateKind::kPeriod || BeginsStretch(date)) continue;
      if (IsStandard(date)) continue;
      if (BeginsClause(date, before)) last = &date;
    }
    return last;
  }

  // 其中,…: parts of what the sentence before counted.
  bool IsShareOfBefore(Span sentence) const {
    return scene_.text.Text(sentence).starts_with(U"其中");
  }

  // 已经投入运行的…, 累计… tell how things stand when it is printed.
  bool TellsOfNow(Span sentence) const {
    static constexpr std::array<std::u32string_view, 6> kNow = {U"已",   U"近日", U"日前",
                                                                U"如今", U"累计", U"目前"};
    const std::u32string_view words =
        scene_.text.Text(Span{sentence.begin, std::max(sentence.begin, value_.begin)});
    return std::any_of(kNow.begin(), kNow.end(), [&](std::u32string_view word) {
      return words.find(word) != std::u32string_view::npos;
    });
  }

  // 昨日, 今天: when something was told, not when it was so.
  bool IsDayOfNews(const DateMatch& date) const {
    const std::u32string_view words = scene_.text.Text(date.span);
    return date.relative && date.earliest == date.latest &&
           std::none_of(words.begin(), words.end(),
                        [](char32_t c) { return c >= U'0' && c <= U'9'; });
  }

  // Whether nothing but 截至 or the like stands between a date and the mark before it.
  bool BeginsClause(const DateMatch& date, Span sentence) const {
    const std::u32string& text = scene_.context().reading.text();
    const uint32_t reach = std::min(kOpening, date.span.begin - sentence.begin);
    for (uint32_t i = 1; i <= reach; ++i) {
      if (text::IsPunctuation(text[date.span.begin - i])) return true;
    }
    return date.span.begin <= sentence.begin + kOpening;
  }

  const DateMatch* OpeningDate(const text::Paragraph& paragraph, uint32_t before) const {
    const auto& sentences = scene_.context().reading.sentences();
    const DateMatch* last = nullptr;
    for (uint32_t i = 0; i < paragraph.sentence_count; ++i) {
      const Span sentence = sentences[paragraph.first_sentence + i].span;
      if (sentence.begin >= before) break;
      for (const DateMatch& date : scene_.text.dates) {
        if (date.edtf.empty() || date.span.begin < sentence.begin) continue;
        if (date.span.begin <= sentence.begin + kOpening && date.kind != text::DateKind::kPeriod) {
          last = &date;
        }
        break;
      }
    }
    return last;
  }

  bool FromDate(const DateMatch* date, v1::TimeBasis basis) {
    if (date == nullptr) return false;
    *fact_.mutable_time() = ToDateValue(*date, PrintedText(scene_.context(), date->span));
    fact_.set_time_basis(date->vague ? v1::TIME_BASIS_PUBLISHED : basis);
    return true;
  }

  // 《2021年…报告》显示: its figures are of 2021.
  bool FromIndexName(Span sentence) {
    for (const LocalMention& mention : scene_.text.entities->mentions) {
      if (!sentence.contains(mention.span) || mention.span.begin > value_.begin) continue;
      const v1::EntityType type = scene_.text.Entity(mention.entity).type;
      if (type != v1::ENTITY_TYPE_INDEX && type != v1::ENTITY_TYPE_POLICY) continue;
      const std::u32string_view name = scene_.text.Text(mention.span);
      for (size_t i = 0; i < name.size(); ++i) {
        if (!IsYear(name, i)) continue;
        *fact_.mutable_time() = ToDateValue(text::EncodeUtf8(name.substr(i, 4)));
        fact_.set_time_basis(v1::TIME_BASIS_SENTENCE);
        return true;
      }
    }
    return false;
  }

  void FromPublication() {
    if (!scene_.context().published) return;
    *fact_.mutable_time() = ToDateValue(scene_.context().published->edtf());
    fact_.set_time_basis(v1::TIME_BASIS_PUBLISHED);
  }

  const Scene& scene_;
  const Span value_;
  v1::Fact& fact_;
};

// A plan word that is a noun (行动计划) or a preposition (将优势转化为) plans nothing: a verb, an
// adverb, a preposition or a time must follow.
bool Plans(const WordReader& r, size_t i, size_t end) {
  if (r.rules().modality_alone.Contains(r.Text(i))) return true;
  const size_t next = i + 1;
  if (next >= end) return false;
  // 进|一步 is read as a figure: what the words say counts.
  const auto phrase = r.rules().words.StartingAt(r.text().context->reading.text(),
                                                 r[next].span.begin, r[end - 1].span.end);
  if (phrase && (*phrase.value & kAdverb) != 0) return true;
  return r.IsVerb(next) || r.IsAdverb(next) || r.Is(next, kPreposition | kHave | kCopula) ||
         r[next].kind == WordKind::kDate || r[next].kind == WordKind::kQuantity;
}

std::optional<v1::Modality> ModalityIn(const WordReader& r, WordRange words, uint32_t before) {
  for (size_t i = words.begin; i < words.end && r[i].span.begin < before; ++i) {
    if (!r.IsPlain(i)) continue;
    const v1::Modality* modality = r.rules().modality.Find(r.Text(i));
    if (modality != nullptr && Plans(r, i, words.end)) return *modality;
  }
  return std::nullopt;
}

bool DeniedIn(const Scene& scene, const Clause& clause, uint32_t before) {
  const std::u32string& text = scene.context().reading.text();
  for (uint32_t i = clause.span.begin; i < before; ++i) {
    if (scene.rules->denials.StartingAt(text, i, before)) return true;
  }
  return false;
}

bool LiesAhead(const Scene& scene, const v1::DateValue& time) {
  return scene.context().published && !time.earliest().empty() &&
         time.earliest() > text::FormatDay(scene.context().published->latest());
}

// 某市将加快建设,推动创新: what is planned goes on over clauses that name no subject of their own,
// up to one that says that something was done.
std::optional<v1::Modality> ModalityBefore(const Scene& scene, const Clause& clause) {
  const WordReader reader = scene.reader();
  const auto done = [&](const Clause& c) {
    for (size_t i = c.words.begin; i < c.words.end; ++i) {
      const std::u32string_view word = reader.Text(i);
      if (reader.IsAspect(i) || word == U"已" || word == U"已经" || word == U"正在") return true;
    }
    return false;
  };
  constexpr int kReach = 6;  // Clauses.
  const Clause* c = &clause;
  for (int n = 0; n < kReach && c != scene.clauses.data(); ++n) {
    if (done(*c) || c->subject.basis != SubjectBasis::kEllipsis) return std::nullopt;
    const Clause* before = c - 1;
    if (before->sentence != clause.sentence || before->introduction) return std::nullopt;
    c = before;
    const auto modality = ModalityIn(reader, c->words, c->span.end);
    if (modality == v1::MODALITY_PLANNED) return modality;
  }
  return std::nullopt;
}

}  // namespace

void SetTime(const Scene& scene, text::Span value, v1::Fact& fact) {
  if (!fact.has_time()) TimeReader(scene, value, fact).Read();
}

void SetModality(const Scene& scene, text::Span value, v1::Fact& fact) {
  const Clause* clause = scene.ClauseAt(value.begin);
  if (fact.polarity() == v1::POLARITY_UNSPECIFIED) {
    const bool denied = clause != nullptr && DeniedIn(scene, *clause, value.begin);
    fact.set_polarity(denied ? v1::POLARITY_NEGATIVE : v1::POLARITY_POSITIVE);
  }
  if (fact.modality() != v1::MODALITY_UNSPECIFIED) return;
  std::optional<v1::Modality> modality;
  if (clause != nullptr) {
    // A value may begin with the word itself: 愿意加强合作.
    modality = ModalityIn(scene.reader(), clause->words, value.begin + 1);
    if (!modality) modality = ModalityBefore(scene, *clause);
  }
  if (!modality && LiesAhead(scene, fact.has_date() ? fact.date() : fact.time())) {
    modality = v1::MODALITY_PLANNED;
  }
  fact.set_modality(modality.value_or(v1::MODALITY_ASSERTED));
}

void SetAttribution(const Scene& scene, text::Span value, v1::Citation& citation) {
  const SpeechFrame* frame = FrameOf(scene.frames, value);
  if (frame == nullptr) return;
  const Speaker& speaker = frame->speaker;
  v1::Attribution& attribution = *citation.mutable_attribution();
  attribution.set_mode(frame->mode);
  v1::EntityRef& ref = *attribution.mutable_speaker();
  if (speaker.entity >= 0) {
    ref.set_entity(LocalEntityId(speaker.entity));
    ref.set_display_name(scene.text.Entity(speaker.entity).names[0].text);
  } else {
    ref.set_display_name(PrintedText(scene.context(), speaker.words));
  }
  if (!speaker.title.empty()) {
    attribution.set_title(PrintedText(scene.context(), speaker.title));
  }
  if (!frame->cue.empty()) attribution.set_cue(PrintedText(scene.context(), frame->cue));
}

}  // namespace yinzheng::knowledge
