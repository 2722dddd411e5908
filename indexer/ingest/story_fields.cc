// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/story_fields.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/ingest/mask_finder.h"
#include "indexer/ingest/publication_date.h"
#include "indexer/text/unicode.h"
#include "re2/re2.h"

namespace yinzheng::ingest {
namespace {

using text::Span;

// Headings of the head that are shorter are no headline while a longer one stands there.
constexpr size_t kMinHeadline = 8;
// Lines of a headline that fills more than one are no longer than this.
constexpr size_t kMaxBrokenHeadline = 26;
// Credits stand in the last lines of a story.
constexpr size_t kEndLines = 4;

std::string Printed(const Page& page, const KeyedText& keyed, std::string_view part) {
  return text::EncodeUtf8(page.Text(keyed.ToPage(part)));
}

std::string WithoutSpaces(const std::string& name) {
  std::u32string out;
  for (const char32_t c : text::DecodeUtf8(name)) {
    if (!text::IsSpace(c)) out.push_back(c);
  }
  return text::EncodeUtf8(out);
}

bool IsLatin(const std::string& name) { return static_cast<unsigned char>(name.front()) < 0x80; }

// Gathers the fields of one story; earlier finds win over later ones.
class FieldReader {
 public:
  FieldReader(const CreditReader& credits, const Page& page, const StoryLines& story)
      : credits_(credits), page_(page), lines_(page.lines()), story_(story) {}

  void Read(v1::Article& article) {
    Title();
    ReadHead();
    ReadLeadAndText();
    ReadEnd();
    ReadPageHeader();
    if (article.outlet().empty()) article.set_outlet(Outlet());
    if (article.authors().empty()) {
      for (const std::string& name : authors_) article.add_authors(name);
    }
    if (article.editors().empty()) {
      for (const std::string& name : editors_) article.add_editors(name);
    }
    if (!article.has_published()) SetPublished(article);
  }

  // Also notes the site that a headline names, and falls back on 原标题.
  std::string Title() {
    std::string title;
    for (const PageLine* line : Headlines()) {
      std::string_view site;
      const std::string_view words = credits_.WithoutSite(line->keyed->key(), &site);
      if (!site.empty()) AddOutlet(title_outlets_, *line->keyed, site);
      if (!title.empty()) title += ' ';
      title += Printed(page_, *line->keyed, words);
    }
    if (title.empty()) {
      ReadHead();
      ReadLead();
      ReadEnd();
    }
    return title.empty() ? original_title_ : title;
  }

 private:
  void ReadHead() {
    for (size_t i = story_.first; i < story_.text; ++i) {
      if (lines_[i].keyed != nullptr) Take(*lines_[i].keyed, lines_[i].credits);
    }
  }

  // What stands above the first story of a page (date, paper, editors) is said of all; writers are
  // not.
  void ReadPageHeader() {
    for (size_t i = 0; i < story_.first && lines_[i].role != LineRole::kProse; ++i) {
      if (lines_[i].role != LineRole::kCredit) continue;
      Credits credits = lines_[i].credits;
      if (!editors_.empty()) credits.editors.clear();
      Take(*lines_[i].keyed, credits);
    }
  }

  // Bylines among the text belong to it too; datelines open paragraphs.
  void ReadLeadAndText() {
    for (size_t i = story_.text; i < story_.last; ++i) {
      const PageLine& line = lines_[i];
      if (line.role == LineRole::kByline || line.role == LineRole::kCredit) {
        Take(*line.keyed, line.credits);
      }
    }
    ReadLead();
  }

  void ReadLead() {
    if (story_.text >= story_.last) return;
    const KeyedText& first = *lines_[story_.text].keyed;
    Take(first, lines_[story_.text].credits);
    const Lead lead = credits_.ReadLead(first.key());
    if (!lead.outlet.empty()) AddOutlet(lead_outlets_, first, lead.outlet);
    if (original_title_.empty() && !lead.title.empty()) {
      original_title_ = Printed(page_, first, lead.title);
    }
    Take(first, lead.credits);
  }

  void ReadEnd() {
    size_t seen = 0;
    for (size_t i = story_.last; i > story_.text && seen < kEndLines; --i) {
      const PageLine& line = lines_[i - 1];
      if (line.role == LineRole::kBlank) continue;
      ++seen;
      if (line.role != LineRole::kByline && line.role != LineRole::kCredit) {
        Take(*line.keyed, credits_.ReadEnd(line.keyed->key()));
        if (seen == 1) TakeDateCode(*line.keyed);
      }
    }
  }

  // The Central News Agency ends its copy with the day: （編輯：某某）1100115.
  void TakeDateCode(const KeyedText& keyed) {
    static const RE2* const kCode = new RE2(R"(\)(1\d{6})$)");
    re2::StringPiece code;
    if (lead_outlets_.empty() || !RE2::PartialMatch(keyed.key(), *kCode, &code)) return;
    const std::string_view day(code.data(), code.size());
    if (std::optional<v1::DateValue> stated = StatedDate(day, Printed(page_, keyed, day))) {
      supported_dates_.push_back(*std::move(stated));
    }
  }

  void Take(const KeyedText& keyed, const Credits& credits) {
    if (!credits.only_credits && !credits.opens_with_outlet) return;
    for (const std::string_view name : credits.authors) AddName(keyed, name, authors_);
    for (const std::string_view name : credits.editors) AddName(keyed, name, editors_);
    for (const std::string_view name : credits.outlets) AddOutlet(outlets_, keyed, name);
    if (original_title_.empty() && !credits.titles.empty()) {
      original_title_ = Printed(page_, keyed, credits.titles.front());
    }
    // A date beside other credits is the story's; a date alone may be that of a reprint or of the
    // page.
    const bool supported =
        !credits.authors.empty() || !credits.editors.empty() || credits.outlets.size() > 1;
    for (const std::string_view date : credits.dates) {
      if (std::optional<v1::DateValue> stated = StatedDate(date, Printed(page_, keyed, date))) {
        (supported ? supported_dates_ : dates_).push_back(*std::move(stated));
      }
    }
  }

  void AddName(const KeyedText& keyed, std::string_view part, std::vector<std::string>& names) {
    std::string name = Printed(page_, keyed, part);
    if (name.empty()) return;
    if (!IsLatin(name)) name = WithoutSpaces(name);
    if (std::find(names.begin(), names.end(), name) == names.end()) {
      names.push_back(std::move(name));
    }
  }

  void AddOutlet(std::vector<std::string>& outlets, const KeyedText& keyed, std::string_view part) {
    std::string name = Printed(page_, keyed, part);
    if (!name.empty() && !IsOwnWord(part)) outlets.push_back(std::move(name));
  }

  // 本报 says that there is an outlet, not which.
  static bool IsOwnWord(std::string_view key) {
    return key.starts_with("本") || key.starts_with("该");
  }

  std::string Outlet() {
    for (const auto* found : {&outlets_, &lead_outlets_, &title_outlets_}) {
      if (!found->empty()) return found->front();
    }
    return MostMentionedOutlet();
  }

  // The outlet whose reporters the people in the text speak to; the first of equals.
  std::string MostMentionedOutlet() const {
    std::map<std::string, int> count;
    std::vector<std::string> order;
    for (size_t i = story_.first; i < story_.last; ++i) {
      if (lines_[i].role != LineRole::kProse) continue;
      for (const std::string_view part : credits_.MentionedOutlets(lines_[i].keyed->key())) {
        std::string name = Printed(page_, *lines_[i].keyed, part);
        if (++count[name] == 1) order.push_back(std::move(name));
      }
    }
    const auto most = std::max_element(
        order.begin(), order.end(),
        [&count](const std::string& a, const std::string& b) { return count[a] < count[b]; });
    return most == order.end() ? std::string() : *most;
  }

  bool IsHeadline(size_t i, bool any_length) const {
    if (lines_[i].role != LineRole::kHeading) return false;
    if (!any_length && lines_[i].span.size() < kMinHeadline) return false;
    const std::u32string_view words = page_.Text(lines_[i].span);
    if (words.starts_with(U"——") || words.starts_with(U"--")) return false;  // A second headline.
    for (size_t other = i + 1; other < story_.text; ++other) {
      if (lines_[other].role == LineRole::kHeading && IsCutCopy(lines_[i], lines_[other])) {
        return false;
      }
    }
    return true;
  }

  // A headline broken over two lines has two short ones.
  static bool Continues(const PageLine& line, const PageLine& next) {
    return line.span.size() <= kMaxBrokenHeadline && next.span.size() <= kMaxBrokenHeadline;
  }

  // The lines of the first headline: neighbours without a blank line between are one.
  std::vector<const PageLine*> Headlines() const {
    for (const bool any_length : {false, true}) {
      std::vector<const PageLine*> headlines;
      for (size_t i = story_.first; i < story_.text; ++i) {
        if (!headlines.empty() && !Continues(*headlines.back(), lines_[i])) break;
        // Without text, what follows the headline is no head but all there is.
        if (!headlines.empty() && story_.text == story_.last) break;
        if (IsHeadline(i, any_length || !headlines.empty())) {
          headlines.push_back(&lines_[i]);
        } else if (!headlines.empty()) {
          break;
        }
      }
      if (!headlines.empty()) return headlines;
    }
    return {};
  }

  void SetPublished(v1::Article& article) const {
    if (!supported_dates_.empty()) {
      *article.mutable_published() = supported_dates_.front();
    } else if (!dates_.empty()) {
      *article.mutable_published() = dates_.front();
    }
  }

  const CreditReader& credits_;
  const Page& page_;
  const std::vector<PageLine>& lines_;
  const StoryLines& story_;
  std::vector<std::string> authors_;
  std::vector<std::string> editors_;
  std::vector<std::string> outlets_;
  std::vector<std::string> lead_outlets_;
  std::vector<std::string> title_outlets_;
  std::string original_title_;
  std::vector<v1::DateValue> supported_dates_;
  std::vector<v1::DateValue> dates_;
};

}  // namespace

void ReadStoryFields(const CreditReader& credits, const Page& page, const StoryLines& story,
                     v1::Article& article) {
  FieldReader(credits, page, story).Read(article);
}

std::string ReadTitle(const CreditReader& credits, const Page& page, const StoryLines& story) {
  FieldReader reader(credits, page, story);
  return reader.Title();
}

}  // namespace yinzheng::ingest
