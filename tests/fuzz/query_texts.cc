// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "tests/fuzz/query_texts.h"

#include <iterator>
#include <string_view>

#include "absl/strings/str_cat.h"
#include "indexer/text/unicode.h"

namespace yinzheng::fuzz {
namespace {

constexpr std::u32string_view kOperators[] = {
    U"\"",     U"“",      U"”",       U"「",      U"」",      U"『",     U"』",       U"-",
    U"－",     U"+",      U" OR ",    U" AND ",   U" NOT ",   U" NEAR ", U" NEAR/3 ", U" 邻近 ",
    U"|",      U"｜",     U"(",       U")",       U"（",      U"）",     U"*",        U"＊",
    U"title:", U"标题：", U"outlet:", U"author:", U"entity:", U"date:",  U"日期：",   U"number:",
    U"数值：", U"..",     U"…",       U">=",      U"<",       U" ",      U"　",       U"，",
    U"、",     U"。",     U"：",      U"；",      U"？",      U"\n",     U"~2",       U"^3",
    U"[",      U"]",      U"\\",      U"\0"};

constexpr std::u32string_view kRealQueries[] = {U"机器人大会 2023",
                                                U"\"人工智能\" -医疗",
                                                U"（长江 OR 黄河） 保护",
                                                U"title:两会 date:2022-03..2022-04",
                                                U"outlet:新闻联播 \"高质量发展\"",
                                                U"GDP 增长 6.5%",
                                                U"number:1000..30000 企业",
                                                U"北京 NEAR/5 冬奥会",
                                                U"中国* OR GDP*",
                                                U"日期：2023年7月 “一带一路”",
                                                U"二〇二二年九月二十四日",
                                                U"2.82万家企业",
                                                U"C919 OR 5G OR A股",
                                                U"習近平 -\"出席會議\"",
                                                U"entity:北京 (科技 AND 创新)",
                                                U"什么是新质生产力？",
                                                U"「十四五」規劃 number>=1200亿",
                                                U"\"2023年7月25日\" NEAR 开幕",
                                                U"ｔｉｔｌｅ：机器人　ＯＲ　无人机",
                                                U"+北京 +上海 -广州 -(深圳 OR 香港)"};

template <typename Characters>
std::string Repeated(const Characters& unit, size_t code_points) {
  std::u32string text;
  while (text.size() < code_points) text += unit;
  return text::EncodeUtf8(text.substr(0, code_points));
}

std::u32string Range(char32_t first, size_t size) {
  std::u32string text;
  for (size_t i = 0; i < size; ++i) text.push_back(first + static_cast<char32_t>(i));
  return text;
}

constexpr size_t kHostileSize = 1000;

}  // namespace

std::u32string QueryTexts::Fragment() {
  for (;;) {
    const std::u32string& text = texts_[Below(texts_.size())];
    if (text.empty()) continue;
    const size_t at = Below(text.size());
    return text.substr(at, 1 + Below(9));
  }
}

std::u32string QueryTexts::Composed() {
  std::u32string query;
  for (size_t left = 1 + Below(9); left > 0; --left) {
    query += Below(2) == 0 ? Fragment() : std::u32string(kOperators[Below(std::size(kOperators))]);
  }
  return query;
}

std::u32string QueryTexts::Mutated() {
  std::u32string query(kRealQueries[Below(std::size(kRealQueries))]);
  for (size_t changes = Below(4); changes > 0 && !query.empty(); --changes) {
    const size_t at = Below(query.size());
    switch (Below(4)) {
      case 0:
        query.erase(at, 1);
        break;
      case 1:
        query.insert(at, Fragment());
        break;
      case 2:
        query.insert(at, kOperators[Below(std::size(kOperators))]);
        break;
      default:
        query[at] = static_cast<char32_t>(Below(0x30000));
    }
  }
  return query;
}

std::string QueryTexts::Next() {
  switch (Below(4)) {
    case 0:
      return noise_.Bytes();
    case 1:
      return text::EncodeUtf8(Mutated());
    default:
      return text::EncodeUtf8(Composed());
  }
}

std::vector<std::pair<std::string, std::string>> HostileQueries() {
  std::vector<std::pair<std::string, std::string>> queries = {
      {"one character", Repeated(std::u32string_view(U"中"), kHostileSize)},
      {"one word", Repeated(std::u32string_view(U"中国"), kHostileSize)},
      {"one phrase of one word",
       "\"" + Repeated(std::u32string_view(U"中国"), kHostileSize - 2) + "\""},
      {"function characters", Repeated(std::u32string_view(U"的了是在不和有"), kHostileSize)},
      {"a phrase of function characters",
       "\"" + Repeated(std::u32string_view(U"的是在了"), kHostileSize - 2) + "\""},
      {"a phrase of one function character",
       "\"" + Repeated(std::u32string_view(U"的"), kHostileSize - 2) + "\""},
      {"one function character", "的"},
      {"short phrase of frequent characters", "\"的中\" \"国的\" \"一个\" \"在一\""},
      {"rare characters", text::EncodeUtf8(Range(U'\x4E00', kHostileSize))},
      {"rare characters past U+FFFF", text::EncodeUtf8(Range(U'\x20000', kHostileSize))},
      {"frequent characters",
       Repeated(std::u32string_view(U"中国人民大会发展经济社会建设工作全面新时代"), kHostileSize)},
      {"frequent words apart",
       Repeated(std::u32string_view(U"中国 发展 经济 我们 "), kHostileSize)},
      {"open brackets", std::string(kHostileSize, '(')},
      {"nested brackets", std::string(400, '(') + "中国" + std::string(400, ')')},
      {"quotation marks", std::string(kHostileSize, '"')},
      {"minus signs", Repeated(std::u32string_view(U"-中 "), kHostileSize)},
      {"bars", Repeated(std::u32string_view(U"中|"), kHostileSize)},
      {"a star after each character", Repeated(std::u32string_view(U"中*国*"), kHostileSize)},
      {"beginnings of one letter", Repeated(std::u32string_view(U"a* 1* b* 2* "), kHostileSize)},
      {"beginnings in phrases", Repeated(std::u32string_view(U"\"有1\"* "), kHostileSize)},
      {"beginnings near each other",
       Repeated(std::u32string_view(U"1* NEAR/100 2* "), kHostileSize)},
      {"pieces of runs", Repeated(std::u32string_view(U"\"qzx\" \"7qz\" "), kHostileSize)},
      {"all numbers", Repeated(std::u32string_view(U"number:0.. "), kHostileSize)},
      {"ranges of numbers", Repeated(std::u32string_view(U"number:1..1000000 "), kHostileSize)},
      {"all days", Repeated(std::u32string_view(U"1900..2100 "), kHostileSize)},
      {"titles", Repeated(std::u32string_view(U"title:中国 "), kHostileSize)},
      {"entities", Repeated(std::u32string_view(U"entity:中国 "), kHostileSize)}};
  std::string phrases;
  for (int i = 0; i < 60; ++i) {
    const auto first = static_cast<char32_t>(U'一' + i * 7);
    absl::StrAppend(&phrases, i == 0 ? "" : " OR ", "\"中国",
                    text::EncodeUtf8(std::u32string(1, first)), "\"");
  }
  queries.emplace_back("sixty phrases, either", phrases);
  queries.emplace_back("frequent phrases, either",
                       Repeated(std::u32string_view(U"\"中国\" OR \"发展\" OR \"我们\" OR "), 990));
  queries.emplace_back("frequent phrases, all",
                       Repeated(std::u32string_view(U"\"中国的\" \"的发展\" \"一个人\" "), 990));
  queries.emplace_back("many NEARs", Repeated(std::u32string_view(U"中国 NEAR/100 发展 "), 990));
  queries.emplace_back("NEAR of frequent characters",
                       Repeated(std::u32string_view(U"的 NEAR/100 一 NEAR/100 是 "), 990));
  queries.emplace_back("exclusions of frequent words",
                       Repeated(std::u32string_view(U"-的 -是 -中国 -在 "), 990));
  queries.emplace_back("groups side by side",
                       Repeated(std::u32string_view(U"(的 OR 是 -在) "), 990));
  return queries;
}

}  // namespace yinzheng::fuzz
