// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/decoding.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucnv_err.h>
#include <unicode/ucsdet.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "indexer/base/absl_string.h"
#include "indexer/base/status_macros.h"
#include "indexer/text/unicode.h"

namespace yinzheng::text {
namespace {

constexpr std::string_view kUtf8 = "UTF-8";
constexpr std::string_view kUtf16Le = "UTF-16LE";
constexpr std::string_view kUtf16Be = "UTF-16BE";
constexpr std::string_view kGb18030 = "GB18030";
constexpr std::string_view kBig5 = "Big5-HKSCS";
constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

// ICU counts in 32 bits; articles are far smaller.
constexpr size_t kMaxBytes = size_t{1} << 30;

// A file counts as damaged UTF-8, not as another encoding, if it has this many good multibyte
// sequences to a bad one.
constexpr size_t kGoodPerBad = 20;

// A file with no more zero bytes than one in so many is text with a stray one.
constexpr size_t kBytesPerZero = 100;

// Bytes that ICU's detector looks at; more do not change its mind.
constexpr size_t kDetectedBytes = 16384;

// Counts ill-formed sequences and lets ICU substitute U+FFFD. ICU prescribes the parameters.
// NOLINTNEXTLINE(readability-function-size)
void CountAndSubstitute(const void* context, UConverterToUnicodeArgs* arguments, const char* bytes,
                        int32_t size, UConverterCallbackReason reason, UErrorCode* error) {
  if (reason == UCNV_UNASSIGNED || reason == UCNV_ILLEGAL || reason == UCNV_IRREGULAR) {
    ++*static_cast<size_t*>(const_cast<void*>(context));
    UCNV_TO_U_CALLBACK_SUBSTITUTE(nullptr, arguments, bytes, size, reason, error);
  }
}

void AppendCodePoints(const std::vector<UChar>& units, const std::vector<int32_t>& offsets,
                      DecodedText& decoded) {
  const auto size = static_cast<int32_t>(units.size());
  for (int32_t i = 0; i < size;) {
    const int32_t first = i;
    UChar32 c = 0;
    U16_NEXT(units.data(), i, size, c);
    decoded.text.push_back(static_cast<char32_t>(c));
    decoded.byte_offset.push_back(static_cast<uint64_t>(offsets[static_cast<size_t>(first)]));
  }
}

absl::StatusOr<DecodedText> DecodeByIcu(std::string_view bytes, std::string_view encoding) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, void (*)(UConverter*)> converter(
      ucnv_open(std::string(encoding).c_str(), &error), &ucnv_close);
  if (U_FAILURE(error)) {
    return absl::InvalidArgumentError(
        absl::StrCat("decode text: unknown encoding \"", base::AbslView(encoding), "\""));
  }
  DecodedText decoded;
  decoded.encoding = std::string(encoding);
  ucnv_setToUCallBack(converter.get(), &CountAndSubstitute, &decoded.repaired, nullptr, nullptr,
                      &error);
  std::vector<UChar> units(bytes.size() + 16);
  std::vector<int32_t> offsets(units.size());
  UChar* target = units.data();
  const char* source = bytes.data();
  ucnv_toUnicode(converter.get(), &target, units.data() + units.size(), &source,
                 bytes.data() + bytes.size(), offsets.data(), /*flush=*/true, &error);
  if (U_FAILURE(error)) {
    return absl::InternalError(absl::StrCat("decode ", bytes.size(), " bytes as ",
                                            base::AbslView(encoding), ": ", u_errorName(error)));
  }
  units.resize(static_cast<size_t>(target - units.data()));
  AppendCodePoints(units, offsets, decoded);
  decoded.byte_offset.push_back(bytes.size());
  return decoded;
}

DecodedText DecodeFromUtf8(std::string_view bytes) {
  DecodedText decoded;
  decoded.encoding = std::string(kUtf8);
  const auto* const data = reinterpret_cast<const uint8_t*>(bytes.data());
  const auto size = static_cast<int64_t>(bytes.size());
  decoded.byte_offset.reserve(bytes.size() / 3 + 1);
  for (int64_t i = 0; i < size;) {
    decoded.byte_offset.push_back(static_cast<uint64_t>(i));
    UChar32 c = 0;
    U8_NEXT(data, i, size, c);
    decoded.repaired += c < 0 ? 1 : 0;
    decoded.text.push_back(c < 0 ? U'\uFFFD' : static_cast<char32_t>(c));
  }
  decoded.byte_offset.push_back(bytes.size());
  return decoded;
}

// No text holds U+0000; what writes it is a fault, and what reads it often stops there.
DecodedText ReplaceZeros(DecodedText decoded) {
  for (char32_t& c : decoded.text) {
    if (c != U'\0') continue;
    c = U'\uFFFD';
    ++decoded.repaired;
  }
  return decoded;
}

absl::StatusOr<DecodedText> DecodeWithoutMark(std::string_view bytes, std::string_view encoding) {
  if (bytes.size() > kMaxBytes) {
    return absl::InvalidArgumentError(absl::StrCat(
        "decode text of ", bytes.size(), " bytes: the limit is ", kMaxBytes, "; split the file"));
  }
  if (encoding == kUtf8) return ReplaceZeros(DecodeFromUtf8(bytes));
  YZ_ASSIGN_OR_RETURN(DecodedText decoded, DecodeByIcu(bytes, encoding));
  return ReplaceZeros(std::move(decoded));
}

struct ByteOrderMark {
  std::string_view encoding;
  size_t size;
};

std::optional<ByteOrderMark> FindMark(std::string_view bytes) {
  if (bytes.substr(0, 3) == kUtf8Mark) return ByteOrderMark{kUtf8, 3};
  if (bytes.substr(0, 2) == "\xFF\xFE") return ByteOrderMark{kUtf16Le, 2};
  if (bytes.substr(0, 2) == "\xFE\xFF") return ByteOrderMark{kUtf16Be, 2};
  return std::nullopt;
}

size_t CountMultibyteSequences(std::string_view bytes) {
  return static_cast<size_t>(std::count_if(
      bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xC0; }));
}

// The share of 16-bit units, read in that order, that are plain ASCII, Chinese or its punctuation.
double PlausibleShare(std::string_view bytes, size_t high_byte) {
  size_t plausible = 0;
  for (size_t i = 0; i + 1 < bytes.size(); i += 2) {
    const auto high = static_cast<unsigned char>(bytes[i + high_byte]);
    const auto low = static_cast<unsigned char>(bytes[i + 1 - high_byte]);
    const bool ascii = high == 0 && (low >= 0x20 || (low >= 0x09 && low <= 0x0D));
    const bool chinese =
        (high >= 0x4E && high <= 0x9F) || high == 0x30 || high == 0x20 || high == 0xFF;
    plausible += ascii || chinese ? 1 : 0;
  }
  const size_t units = bytes.size() / 2;
  return units == 0 ? 0.0 : static_cast<double>(plausible) / static_cast<double>(units);
}

// In UTF-16 every other byte of Western text is zero, and half of Chinese text is no letter.
bool IsNearlyAscii(std::string_view bytes) {
  const auto ascii = static_cast<size_t>(std::count_if(bytes.begin(), bytes.end(), [](char c) {
    return (c >= 0x20 && c < 0x7F) || c == '\t' || c == '\n' || c == '\r';
  }));
  return ascii * 10 > bytes.size() * 9;
}

std::optional<std::string_view> LooksLikeUtf16(std::string_view bytes) {
  constexpr double kEnough = 0.95;
  // Two small letters make a Chinese character.
  if (bytes.size() % 2 != 0 || IsNearlyAscii(bytes)) return std::nullopt;
  const double little = PlausibleShare(bytes, 1);
  const double big = PlausibleShare(bytes, 0);
  if (std::max(little, big) < kEnough) return std::nullopt;
  return little >= big ? kUtf16Le : kUtf16Be;
}

// GB18030 or Big5, whichever the detector ranks first; nothing if it thinks of neither.
std::optional<std::string_view> DetectChinese(std::string_view bytes) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, void (*)(UCharsetDetector*)> detector(ucsdet_open(&error),
                                                                                &ucsdet_close);
  const std::string_view sample = bytes.substr(0, kDetectedBytes);
  ucsdet_setText(detector.get(), sample.data(), static_cast<int32_t>(sample.size()), &error);
  int32_t count = 0;
  const UCharsetMatch** const matches = ucsdet_detectAll(detector.get(), &count, &error);
  for (int32_t i = 0; U_SUCCESS(error) && i < count; ++i) {
    const std::string_view name = ucsdet_getName(matches[i], &error);
    if (name == "GB18030") return kGb18030;
    if (name == "Big5") return kBig5;
  }
  return std::nullopt;
}

absl::StatusOr<std::string_view> DetectEncoding(std::string_view bytes) {
  const auto zeros = static_cast<size_t>(std::count(bytes.begin(), bytes.end(), '\0'));
  if (zeros == 0 && IsMostlyUtf8(bytes)) return kUtf8;
  if (const auto utf16 = LooksLikeUtf16(bytes)) return *utf16;
  if (zeros * kBytesPerZero <= bytes.size() && IsMostlyUtf8(bytes)) return kUtf8;
  if (zeros * kBytesPerZero > bytes.size()) {
    return absl::InvalidArgumentError(
        "detect the encoding: the bytes hold zeros and are not UTF-16; this is no text file");
  }
  return DetectChinese(bytes).value_or(kUtf8);
}

}  // namespace

bool IsMostlyUtf8(std::string_view bytes) {
  const size_t bad = CountInvalidUtf8(bytes);
  return bad == 0 || CountMultibyteSequences(bytes) > bad * kGoodPerBad;
}

absl::StatusOr<DecodedText> DecodeText(std::string_view bytes) {
  if (const auto mark = FindMark(bytes)) return DecodeAs(bytes, mark->encoding);
  YZ_ASSIGN_OR_RETURN(const std::string_view encoding, DetectEncoding(bytes));
  return DecodeWithoutMark(bytes, encoding);
}

absl::StatusOr<DecodedText> DecodeAs(std::string_view bytes, std::string_view encoding) {
  const auto mark = FindMark(bytes);
  const size_t skipped = mark.has_value() && mark->encoding == encoding ? mark->size : 0;
  YZ_ASSIGN_OR_RETURN(DecodedText decoded, DecodeWithoutMark(bytes.substr(skipped), encoding));
  for (uint64_t& offset : decoded.byte_offset) offset += skipped;
  return decoded;
}

absl::StatusOr<std::u32string> DecodeSpan(std::string_view bytes, std::string_view encoding) {
  YZ_ASSIGN_OR_RETURN(DecodedText decoded, DecodeWithoutMark(bytes, encoding));
  if (decoded.repaired > 0) {
    return absl::InvalidArgumentError(absl::StrCat("decode ", bytes.size(), " cited bytes as ",
                                                   base::AbslView(encoding), ": ", decoded.repaired,
                                                   " ill-formed sequences"));
  }
  return std::move(decoded.text);
}

}  // namespace yinzheng::text
