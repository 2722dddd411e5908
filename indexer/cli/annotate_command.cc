// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include <memory>
#include <string>
#include <string_view>

#include "absl/strings/str_cat.h"
#include "indexer/base/data_dir.h"
#include "indexer/base/status_macros.h"
#include "indexer/cli/commands.h"
#include "indexer/knowledge/article_extractor.h"
#include "indexer/text/segmenter.h"
#include "nlohmann/json.hpp"

namespace yinzheng::indexer {
namespace {

using Json = nlohmann::ordered_json;

// Enum names without the name of their type: ENTITY_TYPE_PLACE is PLACE.
std::string ShortName(const std::string& name, std::string_view type) {
  return name.starts_with(type) ? name.substr(type.size()) : name;
}

Json Placed(const v1::TextSpan& span) { return Json{{"start", span.start()}, {"end", span.end()}}; }

Json ToJson(const v1::AnalyzedMention& mention) {
  Json json = Placed(mention.span());
  json["type"] = ShortName(v1::EntityType_Name(mention.type()), "ENTITY_TYPE_");
  json["text"] = mention.text();
  return json;
}

Json ToJson(const v1::AnalyzedNumber& number) {
  Json json = Placed(number.span());
  json["text"] = number.text();
  json["amount"] = number.amount();
  json["kind"] = ShortName(v1::NumberKind_Name(number.kind()), "NUMBER_KIND_");
  return json;
}

Json ToJson(const v1::AnalyzedQuantity& analyzed) {
  const v1::Quantity& quantity = analyzed.quantity();
  Json json = Placed(analyzed.span());
  json["text"] = quantity.text();
  json["amount"] = quantity.amount();
  json["upperAmount"] = quantity.upper_amount();
  json["unit"] = quantity.unit();
  json["modifier"] = ShortName(v1::Quantity::Modifier_Name(quantity.modifier()), "MODIFIER_");
  return json;
}

Json ToJson(const v1::AnalyzedDate& analyzed) {
  Json json = Placed(analyzed.span());
  json["text"] = analyzed.date().text();
  json["edtf"] = analyzed.date().edtf();
  return json;
}

template <typename Messages>
Json ToJsonList(const Messages& messages) {
  Json list = Json::array();
  for (const auto& message : messages) list.push_back(ToJson(message));
  return list;
}

absl::StatusOr<Json> Annotate(const knowledge::ArticleExtractor& extractor,
                              const std::string& line) {
  const Json input = Json::parse(line, /*cb=*/nullptr, /*allow_exceptions=*/false);
  if (input.is_discarded() || !input.is_object()) {
    return absl::InvalidArgumentError("expected a JSON object {\"id\",\"text\",\"published\"?}");
  }
  const auto text = input.find("text");
  if (text == input.end() || !text->is_string()) {
    return absl::InvalidArgumentError("\"text\" is missing or no string");
  }
  const auto published = input.find("published");
  std::string reference;
  if (published != input.end() && published->is_string()) reference = published->get<std::string>();
  YZ_ASSIGN_OR_RETURN(const v1::AnalyzeTextResponse found,
                      extractor.Analyze(text->get<std::string>(), reference));
  Json output;
  output["id"] = input.contains("id") ? input["id"] : Json(nullptr);
  output["mentions"] = ToJsonList(found.mentions());
  output["numbers"] = ToJsonList(found.numbers());
  output["quantities"] = ToJsonList(found.quantities());
  output["dates"] = ToJsonList(found.dates());
  return output;
}

absl::Status RunAnnotate(CommandContext& context) {
  YZ_ASSIGN_OR_RETURN(const auto segmenter, text::Segmenter::Create());
  YZ_ASSIGN_OR_RETURN(const std::string data_dir, base::DataDir());
  YZ_ASSIGN_OR_RETURN(const auto extractor,
                      knowledge::ArticleExtractor::Create(*segmenter, data_dir));
  int number = 0;
  for (std::string line; std::getline(context.in(), line);) {
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const absl::StatusOr<Json> output = Annotate(*extractor, line);
    if (!output.ok()) {
      return absl::InvalidArgumentError(
          absl::StrCat("annotate line ", number, ": ", std::string(output.status().message())));
    }
    context.out() << output->dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
  }
  context.out().flush();
  return absl::OkStatus();
}

}  // namespace

void AddAnnotateCommand(CLI::App& app, CommandContext& context) {
  CLI::App* command =
      app.add_subcommand("annotate",
                         "Find names, numbers, quantities and dates in texts: JSON lines "
                         "{\"id\",\"text\",\"published\"?} "
                         "from standard input, spans in code points to standard output");
  command->callback([&context] { context.Fail(RunAnnotate(context), ErrorSource::kInput); });
}

}  // namespace yinzheng::indexer
