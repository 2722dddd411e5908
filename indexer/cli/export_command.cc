// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include <google/protobuf/util/json_util.h>

#include <memory>
#include <string>

#include "absl/strings/str_cat.h"
#include "indexer/base/status_macros.h"
#include "indexer/cli/commands.h"
#include "indexer/pipeline/article_record.h"
#include "indexer/text/span.h"
#include "indexer/text/unicode.h"
#include "yinzheng/store/v1/export.pb.h"

namespace yinzheng::indexer {
namespace {

struct ExportFlags {
  std::string index;
  std::string generation;
  std::string what;
};

// Prints messages as proto3 JSON, one a line.
class Exporter {
 public:
  Exporter(const store::IndexSnapshot& snapshot, std::ostream& out)
      : snapshot_(snapshot), out_(out) {}

  absl::Status Run(const std::string& what) {
    if (what == "entities") {
      return snapshot_.entities().ForEach(
          [this](const v1::Entity& entity) { return Print(entity); });
    }
    if (what == "facts") {
      return snapshot_.facts().ForEach([this](const v1::Fact& fact) { return Print(fact); });
    }
    return snapshot_.articles().ForEach([&](const store::v1::ArticleRecord& record) {
      if (what == "articles") return Print(record.article());
      return what == "passages" ? PrintPassages(record) : PrintMentions(record);
    });
  }

 private:
  absl::Status Print(const google::protobuf::Message& message) {
    std::string json;
    const auto status = google::protobuf::util::MessageToJsonString(message, &json);
    if (!status.ok()) {
      return absl::InternalError(
          absl::StrCat("print ", message.GetTypeName(), ": ", std::string(status.message())));
    }
    out_ << json << '\n';
    if (out_.good()) return absl::OkStatus();
    return absl::UnavailableError("export: the output cannot be written");
  }

  // Each line stands alone: it carries what another index wants to know of the article.
  absl::Status PrintPassages(const store::v1::ArticleRecord& record) {
    const v1::Article& article = record.article();
    const std::u32string body = text::DecodeUtf8(article.body());
    store::v1::ExportedPassage passage;
    passage.set_article(article.name());
    passage.set_external_id(article.external_id());
    passage.set_title(article.title());
    passage.set_outlet(article.outlet());
    if (article.has_published()) *passage.mutable_published() = article.published();
    passage.set_language(article.language());
    passage.set_uri(article.uri());
    passage.set_reprint_group(record.reprint_group());
    int number = 0;
    for (const v1::TextSpan& span : record.passages()) {
      passage.set_name(absl::StrCat(article.name(), "/passages/", ++number));
      *passage.mutable_span() = span;
      const text::Span place{static_cast<uint32_t>(span.start()),
                             static_cast<uint32_t>(span.end())};
      passage.set_text(text::EncodeUtf8(text::Slice(body, place)));
      YZ_RETURN_IF_ERROR(Print(passage));
    }
    return absl::OkStatus();
  }

  absl::Status PrintMentions(const store::v1::ArticleRecord& record) {
    YZ_ASSIGN_OR_RETURN(const text::SourceMap map, RestoreSourceMap(record));
    for (v1::Mention mention : record.mentions()) {
      mention.set_article(record.article().name());
      YZ_ASSIGN_OR_RETURN(*mention.mutable_source(),
                          SourceOf(record.article(), map, mention.span()));
      YZ_RETURN_IF_ERROR(Print(mention));
    }
    return absl::OkStatus();
  }

  const store::IndexSnapshot& snapshot_;
  std::ostream& out_;
};

void RunExport(const ExportFlags& flags, CommandContext& context) {
  const auto snapshot = OpenGeneration(flags.index, flags.generation);
  context.Fail(snapshot.status(), ErrorSource::kIndex);
  if (!snapshot.ok()) return;
  context.Fail(Exporter(**snapshot, context.out()).Run(flags.what), ErrorSource::kIndex);
  context.out().flush();
}

}  // namespace

void AddExportCommand(CLI::App& app, CommandContext& context) {
  auto flags = std::make_shared<ExportFlags>();
  CLI::App* command = app.add_subcommand("export", "Print what a generation holds, as JSON lines");
  AddIndexOption(*command, flags->index);
  command->add_option("--what", flags->what, "articles, passages, entities, mentions or facts")
      ->required()
      ->check(CLI::IsMember({"articles", "passages", "entities", "mentions", "facts"}));
  command->add_option("--generation", flags->generation, "Default: the current one")
      ->type_name("ID");
  command->callback([flags, &context] { RunExport(*flags, context); });
}

}  // namespace yinzheng::indexer
