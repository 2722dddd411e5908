// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// UTF-8 to code points and back, and the character classes that Chinese text processing asks for.
// All positions in this project count code points, so text is decoded once and worked on as
// u32string. Not normalisation or case (fold.h), not other encodings (decoding.h).
//
// Everything here is pure and safe for concurrent use.

#ifndef YINZHENG_INDEXER_TEXT_UNICODE_H_
#define YINZHENG_INDEXER_TEXT_UNICODE_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace yinzheng::text {

// Decodes UTF-8. Each maximal ill-formed sequence becomes one U+FFFD, as web browsers do it.
std::u32string DecodeUtf8(std::string_view bytes);

// How many replacements DecodeUtf8 would make; 0 means valid UTF-8.
size_t CountInvalidUtf8(std::string_view bytes);

// Encodes as UTF-8. Surrogates and values past U+10FFFF are written as U+FFFD: the result is always
// valid.
std::string EncodeUtf8(std::u32string_view text);

// EncodeUtf8 of one code point, added to `out`.
void AppendUtf8(char32_t c, std::string& out);

// A Chinese character: ideographs of every block (extensions A to H, compatibility ideographs), 〇
// and 々.
bool IsHan(char32_t c);

// A letter of the Latin script, full-width forms included.
bool IsLatinLetter(char32_t c);

// 0-9 or the full-width ０-９. Chinese numerals are not digits (numeral.h).
bool IsDigit(char32_t c);

// Horizontal white space and line ends, the ideographic and the no-break space included.
bool IsSpace(char32_t c);

// Line feed, carriage return, U+2028, U+2029 and the like.
bool IsLineBreak(char32_t c);

// Marks without width or glyph (zero-width space and joiners, soft hyphen, byte order mark).
bool IsInvisible(char32_t c);

// 。！？!?… and their variants. Not ；: that ends a clause. Not the ASCII full stop, which is a
// decimal point more often than not.
bool IsSentenceEnd(char32_t c);

// ，,；;：: and the like: a clause ends here. Not 、, which joins the members of a list.
bool IsClauseEnd(char32_t c);

// ” ’ 」 』 ﹂ ﹄.
bool IsClosingQuote(char32_t c);

// “ ‘ 「 『 ﹁ ﹃.
bool IsOpeningQuote(char32_t c);

// ） ) 】 〕 》 〉 ] and the like; no quotes.
bool IsClosingBracket(char32_t c);

// （ ( 【 〔 《 〈 [ and the like; no quotes.
bool IsOpeningBracket(char32_t c);

// Punctuation or symbol in Unicode's sense, full width included; no letters, digits, spaces or
// controls.
bool IsPunctuation(char32_t c);

}  // namespace yinzheng::text

#endif  // YINZHENG_INDEXER_TEXT_UNICODE_H_
