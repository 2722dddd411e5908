// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/entity_recognizer.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "indexer/base/file_system.h"
#include "indexer/base/status_macros.h"
#include "indexer/knowledge/names/alias_finder.h"
#include "indexer/knowledge/names/bare_heads.h"
#include "indexer/knowledge/names/candidate_finders.h"
#include "indexer/knowledge/names/candidate_selection.h"
#include "indexer/knowledge/names/document_names.h"
#include "indexer/knowledge/names/list_promotion.h"
#include "indexer/knowledge/names/name_equivalence.h"
#include "indexer/knowledge/names/name_lexicon.h"
#include "indexer/knowledge/names/name_mending.h"
#include "indexer/knowledge/names/name_text.h"
#include "indexer/knowledge/names/person_mending.h"
#include "indexer/knowledge/names/short_forms.h"
#include "indexer/knowledge/pack/pack_reading.h"
#include "indexer/knowledge/tagger/learned_names.h"
#include "indexer/knowledge/tagger/tagger_model.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

// Turns the chosen occurrences into entities: names that mean the same are one entity.
class EntityBuilder {
 public:
  EntityBuilder(const NameText& text, const DocumentNames& names)
      : text_(text), names_(names), entity_of_(names.size(), -1) {}

  DocumentEntities Build(const NameCandidates& chosen) {
    for (const NameCandidate& candidate : chosen) {
      const size_t name = names_.Find(text_.Slice(candidate.span));
      if (name == names_.size()) continue;
      out_.mentions.push_back({candidate.span, EntityOf(names_.Root(name))});
      used_.resize(names_.size(), text::Span{0, 0});
      if (used_[name].empty()) used_[name] = candidate.span;
    }
    used_.resize(names_.size(), text::Span{0, 0});
    AddNames();
    return std::move(out_);
  }

 private:
  int32_t EntityOf(size_t root) {
    if (entity_of_[root] < 0) {
      entity_of_[root] = static_cast<int32_t>(out_.entities.size());
      LocalEntity entity;
      entity.type = names_[root].type;
      entity.rule = names_[root].rule;
      entity.curated = !names_[root].identity.empty();
      entity.identity = text::EncodeUtf8(
          entity.curated ? names_[root].identity : IdentityOf(text_.lexicon(), names_[root].text));
      out_.entities.push_back(std::move(entity));
    }
    return entity_of_[root];
  }

  LocalName NameOf(size_t index, v1::AliasKind kind) const {
    const EstablishedName& name = names_[index];
    LocalName local;
    local.text = text::EncodeUtf8(name.text);
    local.kind = kind;
    local.introduced = name.introduced.value_or(used_[index].empty() ? name.first : used_[index]);
    local.document_scoped = name.document_scoped;
    local.conditional = name.conditional;
    local.from_pack = name.from_pack && !name.introduced;
    return local;
  }

  void AddNames() {
    for (size_t i = 0; i < names_.size(); ++i) {
      const int32_t entity = entity_of_[names_.Root(i)];
      if (entity < 0 || names_.Root(i) != i) continue;
      // Of a pack's short name, whose full name the text lacks, the kind is known all the same.
      const v1::AliasKind kind =
          names_[i].identity.empty() ? v1::ALIAS_KIND_CANONICAL : names_[i].kind;
      out_.entities[static_cast<size_t>(entity)].names.push_back(NameOf(i, kind));
    }
    for (size_t i = 0; i < names_.size(); ++i) {
      const int32_t entity = entity_of_[names_.Root(i)];
      if (entity < 0 || names_.Root(i) == i) continue;
      const v1::AliasKind kind =
          names_[i].kind == v1::ALIAS_KIND_CANONICAL ? v1::ALIAS_KIND_VARIANT : names_[i].kind;
      out_.entities[static_cast<size_t>(entity)].names.push_back(NameOf(i, kind));
    }
  }

  const NameText& text_;
  const DocumentNames& names_;
  std::vector<int32_t> entity_of_;
  std::vector<text::Span> used_;
  DocumentEntities out_;
};

}  // namespace

EntityRecognizer::EntityRecognizer(std::unique_ptr<NameLexicon> lexicon,
                                   std::unique_ptr<TaggerModel> model,
                                   std::shared_ptr<const KnowledgePack> pack)
    : lexicon_(std::move(lexicon)), model_(std::move(model)), pack_(std::move(pack)) {}

EntityRecognizer::~EntityRecognizer() = default;

absl::StatusOr<std::unique_ptr<EntityRecognizer>> EntityRecognizer::Create(
    const text::Segmenter& segmenter, const std::string& data_dir,
    std::shared_ptr<const KnowledgePack> pack) {
  (void)segmenter;
  const std::string directory = base::JoinPath(data_dir, "knowledge");
  YZ_ASSIGN_OR_RETURN(std::unique_ptr<NameLexicon> lexicon, NameLexicon::Load(directory));
  YZ_ASSIGN_OR_RETURN(std::unique_ptr<TaggerModel> model,
                      TaggerModel::Load(base::JoinPath(directory, "names.model")));
  return std::unique_ptr<EntityRecognizer>(
      new EntityRecognizer(std::move(lexicon), std::move(model), std::move(pack)));
}

DocumentEntities EntityRecognizer::Recognize(const ArticleContext& context) const {
  return Recognize(context, pack_.get());
}

DocumentEntities EntityRecognizer::Recognize(const ArticleContext& context,
                                             const KnowledgePack* known) const {
  const NameText text(context.reading.text(), context.tokens, *lexicon_);
  const PackReading curated(known, text);
  NameCandidates candidates = FindCandidates(text);
  ApplyLearned(text, *model_, candidates);
  MendNames(text, candidates);
  MendPersons(text, candidates);
  if (known != nullptr) {
    // What somebody has curated overrules rules and model, and makes lists that they did not see.
    curated.Amend(candidates);
    PromoteListed(text, SelectCandidates(candidates), candidates);
  }
  const NameCandidates sure = SelectCandidates(candidates);
  DocumentNames names(text);
  for (const NameCandidate& candidate : sure) names.Add(text.Slice(candidate.span), candidate);
  FindIntroducedAliases(text, sure, names);
  JoinShortForms(text, names);
  FindBareHeads(text, names, candidates);
  JoinEquivalentNames(text, names);
  curated.Join(names);
  names.AddOccurrences(candidates);
  std::erase_if(candidates, [&](const NameCandidate& candidate) {
    const std::u32string_view words = text.Slice(candidate.span);
    const size_t name = names.Find(words);
    return name == names.size() || curated.Suppresses(words, names[names.Root(name)].type);
  });
  return EntityBuilder(text, names).Build(SelectCandidates(std::move(candidates)));
}

std::string EntityRecognizer::IdentityOf(std::u32string_view name) const {
  return text::EncodeUtf8(knowledge::IdentityOf(*lexicon_, name));
}

}  // namespace yinzheng::knowledge
