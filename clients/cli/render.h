// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_RENDER_H_
#define YINZHENG_CLIENTS_CLI_RENDER_H_

#include <ostream>
#include <string>

#include "clients/cli/style.h"
#include "clients/cli/table.h"
#include "google/protobuf/repeated_field.h"
#include "yinzheng/v1/article.pb.h"
#include "yinzheng/v1/citation.pb.h"
#include "yinzheng/v1/entity.pb.h"
#include "yinzheng/v1/fact.pb.h"

// How resources of the contract look as text for people. Nothing here calls the service.
namespace yinzheng::cli {

// `ENTITY_TYPE_PLACE` as `place`, for enum value names with the given prefix.
std::string ShortEnum(const std::string& name, const std::string& prefix);

// The value as printed with its normalised reading where they differ: `2.82万家 (28200 家)`.
std::string ValueText(const v1::Fact& fact);

// `计划` for plans, `约` … : what hedges the fact besides its value; empty for plain assertions.
std::string HedgeText(const v1::Fact& fact);

// `新京报《…》2023-07~`: where a citation stands, for people.
std::string SourceText(const v1::Citation& citation);

// `file.txt:120-480`: the bytes of the quote in the input.
std::string PlaceText(const v1::SourceSpan& source);

// Quote, source, speaker, each on a line of its own, indented.
void PrintCitation(const v1::Citation& citation, const Style& style, std::ostream& out);

// Subject, property, value, time and all citations.
void PrintFact(const v1::Fact& fact, const Style& style, std::ostream& out);

// One line of an article: title, outlet, date, name.
void PrintArticleLine(const v1::Article& article, const Style& style, std::ostream& out);

// Name, type, counts, other names, description.
void PrintEntity(const v1::Entity& entity, const Style& style, std::ostream& out);

// One row a fact; a fact with several citations shows its first.
Table FactTable(const google::protobuf::RepeatedPtrField<v1::Fact>& facts);

// One row an article.
Table ArticleTable(const google::protobuf::RepeatedPtrField<v1::Article>& articles);

}  // namespace yinzheng::cli

#endif  // YINZHENG_CLIENTS_CLI_RENDER_H_
