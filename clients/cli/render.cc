// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/render.h"

#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/strip.h"

namespace yinzheng::cli {
namespace {

std::string QuantityText(const v1::Quantity& quantity) {
  std::string normal = quantity.amount();
  if (!quantity.upper_amount().empty()) absl::StrAppend(&normal, "–", quantity.upper_amount());
  if (!quantity.unit().empty()) absl::StrAppend(&normal, " ", quantity.unit());
  const std::string hedge =
      ShortEnum(v1::Quantity::Modifier_Name(quantity.modifier()), "MODIFIER_");
  if (quantity.modifier() > v1::Quantity::MODIFIER_EXACT) absl::StrAppend(&normal, ", ", hedge);
  return absl::StrCat(Unwrap(quantity.text()), " (", normal, ")");
}

std::string DateText(const v1::DateValue& date) {
  if (date.text().empty() || date.text() == date.edtf()) return date.edtf();
  return absl::StrCat(Unwrap(date.text()), " (", date.edtf(), ")");
}

std::string RankText(const v1::Rank& rank) {
  std::string text = absl::StrCat("第", rank.rank());
  if (!rank.scope().empty()) absl::StrAppend(&text, "，", rank.scope());
  if (!rank.list().empty()) absl::StrAppend(&text, "，", rank.list());
  return text;
}

std::string SpeakerText(const v1::Attribution& attribution) {
  std::string text = attribution.speaker().display_name();
  if (!attribution.title().empty()) absl::StrAppend(&text, "（", attribution.title(), "）");
  if (!attribution.cue().empty()) absl::StrAppend(&text, " ", attribution.cue());
  return text;
}

}  // namespace

std::string ShortEnum(const std::string& name, const std::string& prefix) {
  std::string text = absl::AsciiStrToLower(absl::StripPrefix(name, prefix));
  for (char& c : text) {
    if (c == '_') c = ' ';
  }
  return text;
}

std::string ValueText(const v1::Fact& fact) {
  switch (fact.value_case()) {
    case v1::Fact::kQuantity:
      return QuantityText(fact.quantity());
    case v1::Fact::kDate:
      return DateText(fact.date());
    case v1::Fact::kRank:
      return RankText(fact.rank());
    case v1::Fact::kEntity:
      return fact.entity().display_name();
    case v1::Fact::kText:
      return Unwrap(fact.text());
    case v1::Fact::VALUE_NOT_SET:
      break;
  }
  return "";
}

std::string HedgeText(const v1::Fact& fact) {
  std::vector<std::string> parts;
  if (fact.polarity() == v1::POLARITY_NEGATIVE) parts.push_back("denied");
  if (fact.modality() > v1::MODALITY_ASSERTED) {
    parts.push_back(ShortEnum(v1::Modality_Name(fact.modality()), "MODALITY_"));
  }
  if (fact.has_time()) parts.push_back(absl::StrCat("as of ", fact.time().edtf()));
  for (const v1::Qualifier& qualifier : fact.qualifiers()) {
    parts.push_back(absl::StrCat(qualifier.key(), "：", qualifier.value()));
  }
  return absl::StrJoin(parts, "; ");
}

std::string SourceText(const v1::Citation& citation) {
  std::string text = citation.outlet();
  if (!citation.title().empty()) absl::StrAppend(&text, "《", Unwrap(citation.title()), "》");
  if (citation.has_published()) {
    absl::StrAppend(&text, text.empty() ? "" : " ", citation.published().edtf());
  }
  return text.empty() ? citation.article() : text;
}

std::string PlaceText(const v1::SourceSpan& source) {
  return absl::StrCat(source.path(), source.record() > 0 ? absl::StrCat("#", source.record()) : "",
                      ":", source.start_byte(), "-", source.end_byte());
}

void PrintCitation(const v1::Citation& citation, const Style& style, std::ostream& out) {
  google::protobuf::RepeatedPtrField<v1::TextSpan> value;
  if (citation.has_value_span()) *value.Add() = citation.value_span();
  out << "    「" << style.Highlight(citation.quote(), citation.span().start(), value) << "」\n";
  out << "    — " << style.Link(SourceText(citation), citation.uri()) << "  "
      << style.Dim(PlaceText(citation.source())) << "\n";
  if (citation.has_attribution()) {
    out << "      " << SpeakerText(citation.attribution()) << "\n";
  }
}

void PrintFact(const v1::Fact& fact, const Style& style, std::ostream& out) {
  out << style.Heading(fact.subject().display_name()) << " · " << fact.property() << "："
      << style.Heading(ValueText(fact));
  if (const std::string hedge = HedgeText(fact); !hedge.empty()) out << "  [" << hedge << "]";
  out << "  " << style.Dim(fact.name()) << "\n";
  for (const v1::Citation& citation : fact.citations()) PrintCitation(citation, style, out);
  for (const std::string& note : fact.notes()) out << "    ! " << note << "\n";
}

void PrintArticleLine(const v1::Article& article, const Style& style, std::ostream& out) {
  out << style.Heading(article.title().empty() ? "(no title)" : Unwrap(article.title()));
  if (!article.outlet().empty()) out << "  " << article.outlet();
  if (article.has_published()) out << "  " << article.published().edtf();
  out << "  " << style.Dim(article.name()) << "\n";
}

void PrintEntity(const v1::Entity& entity, const Style& style, std::ostream& out) {
  out << style.Heading(entity.display_name()) << "  "
      << ShortEnum(v1::EntityType_Name(entity.type()), "ENTITY_TYPE_") << "  "
      << entity.mention_count() << " mentions in " << entity.article_count() << " articles  "
      << style.Dim(entity.name()) << "\n";
  std::vector<std::string> others;
  for (const v1::EntityAlias& alias : entity.aliases()) {
    if (alias.kind() == v1::ALIAS_KIND_CANONICAL) continue;
    others.push_back(absl::StrCat(alias.text(), " (",
                                  ShortEnum(v1::AliasKind_Name(alias.kind()), "ALIAS_KIND_"),
                                  alias.document_scoped() ? ", one article" : "", ")"));
  }
  if (!others.empty()) out << "  also: " << absl::StrJoin(others, ", ") << "\n";
  if (!entity.description().empty()) {
    out << "  " << Unwrap(entity.description()) << "\n";
    PrintCitation(entity.description_citation(), style, out);
  }
}

Table FactTable(const google::protobuf::RepeatedPtrField<v1::Fact>& facts) {
  Table table{{"subject", "property", "value", "hedge", "quote", "source", "place", "fact"}, {}};
  for (const v1::Fact& fact : facts) {
    const v1::Citation& citation =
        fact.citations_size() > 0 ? fact.citations(0) : v1::Citation::default_instance();
    table.rows.push_back({fact.subject().display_name(), fact.property(), ValueText(fact),
                          HedgeText(fact), Unwrap(citation.quote()), SourceText(citation),
                          PlaceText(citation.source()), fact.name()});
  }
  return table;
}

Table ArticleTable(const google::protobuf::RepeatedPtrField<v1::Article>& articles) {
  Table table{{"title", "outlet", "published", "article", "external_id"}, {}};
  for (const v1::Article& article : articles) {
    table.rows.push_back({article.title(), article.outlet(), article.published().edtf(),
                          article.name(), article.external_id()});
  }
  return table;
}

}  // namespace yinzheng::cli
