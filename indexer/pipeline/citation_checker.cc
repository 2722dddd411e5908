// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/pipeline/citation_checker.h"

#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "indexer/base/digest.h"
#include "indexer/base/status_macros.h"
#include "indexer/ingest/gzip.h"
#include "indexer/ingest/source_text.h"
#include "indexer/text/span.h"
#include "indexer/text/unicode.h"

namespace yinzheng::indexer {
namespace {

// As much as ingest takes at most.
constexpr size_t kMaxFileBytes = size_t{1} << 30;

absl::Status Differs(const v1::Article& article, const std::string& what) {
  return absl::DataLossError(
      absl::StrCat(article.name(), " (", article.external_id(), "): ", what));
}

std::string SpanText(const v1::TextSpan& span) {
  return absl::StrCat("[", span.start(), ",", span.end(), ")");
}

}  // namespace

std::optional<std::string> InputCache::Read(const std::string& path,
                                            const std::string& sha256) const {
  for (const std::string& root : roots_) {
    absl::StatusOr<std::string> contents = files_.ReadFile(base::JoinPath(root, path));
    if (contents.ok() && absl::EndsWithIgnoreCase(path, ".gz")) {
      contents = ingest::Gunzip(*contents, kMaxFileBytes);
    }
    if (contents.ok() && base::Sha256Hex(*contents) == sha256) return *std::move(contents);
  }
  return std::nullopt;
}

const std::string* InputCache::Find(const std::string& path, const std::string& sha256) {
  const std::string key = absl::StrCat(sha256, " ", path);
  for (auto entry = entries_.begin(); entry != entries_.end(); ++entry) {
    if (entry->key != key) continue;
    entries_.splice(entries_.begin(), entries_, entry);
    return entry->contents ? &*entry->contents : nullptr;
  }
  if (entries_.size() >= kMaxFiles) entries_.pop_back();
  entries_.push_front({key, Read(path, sha256)});
  return entries_.front().contents ? &*entries_.front().contents : nullptr;
}

CitationChecker::CitationChecker(const v1::Article& article, const std::string* contents)
    : article_(article), body_(text::DecodeUtf8(article.body())) {
  if (contents != nullptr) reader_ = ingest::SourceReader::Open(*contents, article.extractor());
}

absl::Status CitationChecker::CheckArticle() const {
  if (base::Sha256Hex(article_.body()) != article_.body_sha256()) {
    return Differs(article_, "the body does not have the recorded digest");
  }
  if (static_cast<size_t>(article_.body_length()) != body_.size()) {
    return Differs(article_, absl::StrCat("the body has ", body_.size(),
                                          " code points, recorded are ", article_.body_length()));
  }
  int32_t end = 0;
  for (const v1::Mask& mask : article_.masks()) {
    if (mask.span().start() < end || mask.span().end() <= mask.span().start() ||
        mask.span().end() > article_.body_length()) {
      return Differs(article_, absl::StrCat("mask ", SpanText(mask.span()), " is out of order"));
    }
    end = mask.span().end();
  }
  return CheckSource(article_.source(), article_.body());
}

absl::Status CitationChecker::Check(const v1::Citation& citation) const {
  if (citation.article() != article_.name()) {
    return Differs(article_, absl::StrCat("a citation names ", citation.article()));
  }
  if (citation.quote().empty()) return Differs(article_, "a citation has no quote");
  const bool outside =
      citation.has_value_span() && (citation.value_span().start() < citation.span().start() ||
                                    citation.value_span().end() > citation.span().end());
  if (outside) {
    return Differs(article_, absl::StrCat("value ", SpanText(citation.value_span()),
                                          " is outside of its quote ", SpanText(citation.span())));
  }
  if (!citation.has_source()) return Differs(article_, "a citation has no source");
  return CheckText(citation.span(), citation.quote(), &citation.source());
}

absl::Status CitationChecker::CheckText(const v1::TextSpan& span, const std::string& words,
                                        const v1::SourceSpan* source) const {
  const bool inside =
      span.start() >= 0 && span.start() <= span.end() && span.end() <= article_.body_length();
  if (!inside) return Differs(article_, absl::StrCat(SpanText(span), " is outside of the body"));
  const text::Span place{static_cast<uint32_t>(span.start()), static_cast<uint32_t>(span.end())};
  const std::string printed = text::EncodeUtf8(text::Slice(body_, place));
  if (printed != words) {
    return Differs(article_, absl::StrCat("the body at ", SpanText(span), " is \"", printed,
                                          "\", cited as \"", words, "\""));
  }
  return source == nullptr ? absl::OkStatus() : CheckSource(*source, words);
}

absl::Status CitationChecker::CheckSource(const v1::SourceSpan& source,
                                          const std::string& words) const {
  if (source.path() != article_.source().path() || source.sha256() != article_.source().sha256()) {
    return Differs(article_,
                   absl::StrCat("a source names ", source.path(), ", not the article's file"));
  }
  if (!reader_) return absl::OkStatus();
  YZ_RETURN_IF_ERROR(reader_->status());
  const absl::StatusOr<std::string> read = (*reader_)->Read(
      {static_cast<uint64_t>(source.start_byte()), static_cast<uint64_t>(source.end_byte())});
  if (absl::IsOutOfRange(read.status())) {
    return Differs(article_, absl::StrCat("bytes ", source.start_byte(), " to ", source.end_byte(),
                                          " are outside of ", source.path()));
  }
  YZ_ASSIGN_OR_RETURN(const std::string decoded, read);
  if (decoded == words) return absl::OkStatus();
  return Differs(article_,
                 absl::StrCat("bytes ", source.start_byte(), " to ", source.end_byte(), " of ",
                              source.path(), " say \"", decoded, "\", cited as \"", words, "\""));
}

}  // namespace yinzheng::indexer
