// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "tests/fuzz/random_text.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <string_view>

namespace yinzheng::fuzz {
namespace {

constexpr std::string_view kPieces[] = {
    // Numerals, quantities, ranks.
    "一", "二", "两", "十", "百", "千", "万", "亿", "零", "〇", "廿", "半", "几", "余", "多", "数",
    "0", "7", "12", "3.5", "1,000", "２８", ".", ",", "%", "％", "‰", "成", "折", "分之",
    "个百分点", "第", "首位", "排名", "位居", "榜首", "第三", "约", "近", "超过", "不足", "以上",
    "左右", "至", "—", "-", "~", "～", "家", "元", "美元", "平方公里", "公裡", "平方米", "倍",
    "翻一番", "增长", "下降", "占",
    // Dates.
    "2023年", "7月", "25日", "13月", "32日", "去年", "今年", "年底", "上半年", "三季度", "“十四五”",
    "截至", "目前", "预计", "将", "前三季度", "以来", "2月29日", "1999-02-30", "0000年",
    // News.
    "北京", "怀柔科学城", "懷柔科學城", "研究院", "（", "）", "(", ")", "说", "表示", "“", "”",
    "「", "」", "‘", "’", "《", "》", "，", "。", "！", "？", "；", "：", "、", "……", "记者", "张",
    "三", "有限公司",
    // Query syntax.
    "\"", " ", "OR", "AND", "NOT", "-", "+", "*", "title:", "outlet:", "author:", ":", "\\", "~",
    "^", "XOR", "subject", "amount", "kind", "published", "=", "!=", "<", "NEAR/3", "[", "]", "{",
    "}", "..", ">=", "null",
    // Markup and lines.
    "<p>", "</p>", "<", "&amp;", "&#x1F600;", "&#xD800;", "# ", "---\n", "\n", "\r\n", "\t", "　",
    "\v",
    // Oddities: NUL, BOM, zero width, combining, direction, astral, private, emoji sequence,
    // ligature.
    std::string_view("\0", 1), "\xEF\xBB\xBF", "\xE2\x80\x8B", "e\xCC\x81", "\xE2\x80\xAE",
    "\xF0\xA0\x80\x80", "\xEE\x80\x80", "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9",
    "\xEF\xAC\x81", "\xEF\xBF\xBD", "ß", "İ", "A", "z"};

}  // namespace

int Runs() {
  const char* runs = std::getenv("YINZHENG_FUZZ_RUNS");
  return runs == nullptr ? 3000 : std::max(1, std::atoi(runs));
}

size_t RandomText::Below(size_t bound) { return static_cast<size_t>(random_() % bound); }

std::string RandomText::Utf8() {
  std::string text;
  for (size_t left = Below(40); left > 0; --left) {
    const std::string_view piece = kPieces[Below(std::size(kPieces))];
    // A run of one piece is what makes careless code recurse or multiply.
    for (size_t times = Below(20) == 0 ? Below(60) : 1; times > 0; --times) text += piece;
  }
  return text;
}

std::string RandomText::Bytes() {
  std::string text = Utf8();
  for (size_t changes = text.empty() ? 0 : Below(6); changes > 0; --changes) {
    const size_t at = Below(text.size());
    switch (Below(3)) {
      case 0:
        text[at] = static_cast<char>(Below(256));
        break;
      case 1:
        text.erase(at, 1 + Below(3));
        break;
      default:
        text.insert(at, text.substr(at, 1 + Below(3)));
    }
    if (text.empty()) break;
  }
  return text;
}

}  // namespace yinzheng::fuzz
