// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/pages/page_frame.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "clients/cli/pages/embedded.h"

namespace yinzheng::cli::pages {
namespace {

constexpr std::string_view kPolicy =
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; "
    "form-action 'none'";

}  // namespace

void OpenPage(HtmlWriter& html, const PageContext& context, std::string_view kind,
              std::string_view title) {
  html.Doctype().Open("html", {{"lang", context.labels.language()}}).Open("head");
  html.Void("meta", {{"charset", "utf-8"}});
  html.Void("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  html.Void("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", kPolicy}});
  html.Void("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
  html.Void("meta", {{"name", "referrer"}, {"content", "no-referrer"}});
  html.Leaf("title", {}, title).Style(PageStyle()).Close();
  html.Open("body", {{"class", kind}});
  if (const std::optional<Href> index = context.pages.Index();
      index.has_value() && kind != "site") {
    html.Open("nav", {{"class", "top"}});
    html.Link(index, {}, absl::StrCat("← ", std::string(context.labels("index")))).Close();
  }
}

std::string ClosePage(HtmlWriter& html, const PageContext& context) {
  html.Open("footer", {{"class", "foot"}}).Leaf("p", {}, context.labels("footer"));
  html.Open("p").Line(context.labels("generation")).Text(" ");
  html.Leaf("code", {}, context.generation).Close().Close();
  html.Script(PageScript());
  return html.Take();
}

}  // namespace yinzheng::cli::pages
