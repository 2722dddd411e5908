// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/markup/html_fields.h"

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "indexer/base/absl_string.h"
#include "indexer/ingest/markup/json_ld.h"

namespace yinzheng::ingest {
namespace {

// Names of <meta> by field, the most telling first.
constexpr auto kTitles = std::to_array<std::string_view>(
    {"og:title", "articletitle", "twitter:title", "dc.title", "headline", "title"});
constexpr auto kOutlets =
    std::to_array<std::string_view>({"contentsource", "mediaid", "og:site_name", "source",
                                     "publisher", "dc.publisher", "application-name", "sitename"});
constexpr auto kPublished = std::to_array<std::string_view>(
    {"article:published_time", "og:published_time", "datepublished", "publishdate", "pubdate",
     "publish_time", "publishtime", "pub_date"});
// Of what the date is, sites do not agree; a plain "date" may be that of the site's template.
constexpr auto kOtherDates = std::to_array<std::string_view>(
    {"og:release_date", "dc.date.issued", "dc.date", "weibo:article:create_at"});
constexpr auto kAuthors =
    std::to_array<std::string_view>({"author", "article:author", "dc.creator", "og:author"});
constexpr auto kAddresses = std::to_array<std::string_view>({"og:url", "twitter:url"});

bool IsAddress(std::string_view uri) {
  return absl::StartsWithIgnoreCase(base::AbslView(uri), "http://") ||
         absl::StartsWithIgnoreCase(base::AbslView(uri), "https://");
}

std::string Trimmed(std::string_view text) {
  std::string out;
  for (const absl::string_view word :
       absl::StrSplit(base::AbslView(text), absl::ByAnyChar(" \t\r\n\f"), absl::SkipEmpty())) {
    if (!out.empty()) out += ' ';
    out.append(word.data(), word.size());
  }
  return out;
}

class Reader {
 public:
  explicit Reader(const HtmlTree& tree) : tree_(tree) {}

  PageFields Read() {
    for (const HtmlElement& element : tree_.elements()) Take(element);
    StoryFields& page = fields_.page;
    page.title = First(kTitles);
    page.outlet = First(kOutlets);
    page.published = First(kPublished);
    page.sure = !page.published.empty();
    if (!page.sure) page.published = First(kOtherDates);
    for (const absl::string_view name :
         absl::StrSplit(First(kAuthors), absl::ByAnyChar(",;"), absl::SkipEmpty())) {
      page.authors.push_back(Trimmed(base::StdView(name)));
    }
    page.uri = IsAddress(canonical_) ? canonical_ : First(kAddresses);
    if (!IsAddress(page.uri)) page.uri.clear();
    for (StoryFields& story : fields_.stories) {
      if (!IsAddress(story.uri)) story.uri.clear();
    }
    return std::move(fields_);
  }

 private:
  void Take(const HtmlElement& element) {
    switch (element.tag) {
      case GUMBO_TAG_HTML:
        fields_.language = std::string(HtmlTree::Attribute(element, "lang"));
        if (fields_.language.empty()) {
          fields_.language = std::string(HtmlTree::Attribute(element, "xml:lang"));
        }
        break;
      case GUMBO_TAG_TITLE:
        if (fields_.document_title.empty()) {
          fields_.document_title = Trimmed(HtmlTree::TextOf(element));
        }
        break;
      case GUMBO_TAG_META:
        TakeMeta(element);
        break;
      case GUMBO_TAG_LINK:
        if (HtmlTree::Attribute(element, "rel") == "canonical") {
          canonical_ = Trimmed(HtmlTree::Attribute(element, "href"));
        }
        break;
      case GUMBO_TAG_TIME:
        TakeTime(element);
        break;
      case GUMBO_TAG_SCRIPT:
        if (HtmlTree::Attribute(element, "type") == "application/ld+json") {
          for (StoryFields& story : ReadJsonLd(HtmlTree::TextOf(element))) {
            fields_.stories.push_back(std::move(story));
          }
        }
        break;
      default:
        break;
    }
  }

  void TakeMeta(const HtmlElement& element) {
    const std::string content = Trimmed(HtmlTree::Attribute(element, "content"));
    if (content.empty()) return;
    for (const char* attribute : {"property", "name", "itemprop"}) {
      const std::string_view name = HtmlTree::Attribute(element, attribute);
      if (!name.empty()) meta_.emplace(absl::AsciiStrToLower(base::AbslView(name)), content);
    }
  }

  // A <time> is the day of publication if it says so; others may be of anything that is told.
  void TakeTime(const HtmlElement& element) {
    const std::string_view value = HtmlTree::Attribute(element, "datetime");
    if (value.empty()) return;
    const bool published = HtmlTree::Attribute(element, "itemprop") == "datePublished" ||
                           HtmlTree::HasAttribute(element, "pubdate");
    if (published) {
      meta_.emplace("datepublished", Trimmed(value));
    } else {
      fields_.times.push_back({element.span.begin, Trimmed(value)});
    }
  }

  template <size_t N>
  std::string First(const std::array<std::string_view, N>& names) const {
    for (const std::string_view name : names) {
      const auto found = meta_.find(std::string(name));
      if (found != meta_.end()) return found->second;
    }
    return "";
  }

  const HtmlTree& tree_;
  PageFields fields_;
  std::map<std::string, std::string> meta_;
  std::string canonical_;
};

}  // namespace

PageFields ReadHtmlFields(const HtmlTree& tree) { return Reader(tree).Read(); }

}  // namespace yinzheng::ingest
