// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/marked_article.h"

#include <map>
#include <vector>

#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

v1::EntityType TypeOf(char32_t letter) {
  static const auto& types = *new std::map<char32_t, v1::EntityType>{
      {U'O', v1::ENTITY_TYPE_ORGANIZATION}, {U'C', v1::ENTITY_TYPE_COMPANY},
      {U'P', v1::ENTITY_TYPE_PLACE},        {U'F', v1::ENTITY_TYPE_FACILITY},
      {U'N', v1::ENTITY_TYPE_PERSON},       {U'T', v1::ENTITY_TYPE_PRODUCT},
      {U'J', v1::ENTITY_TYPE_PROJECT},      {U'L', v1::ENTITY_TYPE_POLICY},
      {U'E', v1::ENTITY_TYPE_EVENT},        {U'I', v1::ENTITY_TYPE_INDEX},
      {U'Y', v1::ENTITY_TYPE_TECHNOLOGY}};
  return types.at(letter);
}

// A marked name: where it stands in the plain text and which entity it names.
struct MarkedName {
  text::Span body;
  std::u32string canonical;
  v1::EntityType type;
};

struct ParsedText {
  std::u32string body;
  std::vector<MarkedName> names;
};

ParsedText Parse(const std::string& marked) {
  const std::u32string text = text::DecodeUtf8(marked);
  ParsedText parsed;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != U'{') {
      parsed.body += text[i];
      continue;
    }
    const size_t close = text.find(U'}', i);
    const std::u32string inside = text.substr(i + 3, close - i - 3);
    const size_t equals = inside.find(U'=');
    const std::u32string printed = inside.substr(0, equals);
    const auto begin = static_cast<uint32_t>(parsed.body.size());
    parsed.names.push_back({{begin, begin + static_cast<uint32_t>(printed.size())},
                            equals == std::u32string::npos ? printed : inside.substr(equals + 1),
                            TypeOf(text[i + 1])});
    parsed.body += printed;
    i = close;
  }
  return parsed;
}

void AddName(const MarkedName& name, const ArticleContext& context, DocumentEntities& entities) {
  const std::string canonical = text::EncodeUtf8(name.canonical);
  size_t index = 0;
  while (index < entities.entities.size() && entities.entities[index].names[0].text != canonical) {
    ++index;
  }
  const text::Span span = context.reading.FromBody(name.body);
  if (index == entities.entities.size()) {
    LocalEntity& entity = entities.entities.emplace_back();
    entity.type = name.type;
    LocalName& full = entity.names.emplace_back();
    full.text = canonical;
    full.introduced = span;
  }
  const std::string printed = text::EncodeUtf8(context.reading.Text(span));
  if (printed != canonical && entities.entities[index].names.size() == 1) {
    LocalName& alias = entities.entities[index].names.emplace_back();
    alias.text = printed;
    alias.kind = v1::ALIAS_KIND_ABBREVIATION;
    alias.introduced = span;
  }
  entities.mentions.push_back({span, static_cast<int32_t>(index)});
}

}  // namespace

MarkedArticle::MarkedArticle(const std::string& marked, const std::string& published,
                             const text::Segmenter& segmenter) {
  const ParsedText parsed = Parse(marked);
  article_.set_name("articles/marked");
  article_.set_body(text::EncodeUtf8(parsed.body));
  article_.set_uri("https://example.org/marked");
  if (!published.empty()) article_.mutable_published()->set_edtf(published);
  uint64_t byte = 0;
  for (const char32_t c : parsed.body) {
    const uint64_t size = text::EncodeUtf8(std::u32string(1, c)).size();
    source_map_.Append({byte, byte + size}).IgnoreError();  // offsets only grow
    byte += size;
  }
  context_ = std::make_unique<ArticleContext>(MakeArticleContext(article_, source_map_, segmenter));
  for (const MarkedName& name : parsed.names) AddName(name, *context_, knowledge_.entities);
  knowledge_.article = article_.name();
}

}  // namespace yinzheng::knowledge
