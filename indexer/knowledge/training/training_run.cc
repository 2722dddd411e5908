// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/training/training_run.h"

#include <algorithm>
#include <array>
#include <memory>
#include <ostream>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "indexer/base/data_dir.h"
#include "indexer/base/file_system.h"
#include "indexer/base/status_macros.h"
#include "indexer/knowledge/names/candidate_finders.h"
#include "indexer/knowledge/names/candidate_selection.h"
#include "indexer/knowledge/names/list_promotion.h"
#include "indexer/knowledge/tagger/learned_names.h"
#include "indexer/knowledge/tagger/name_features.h"
#include "indexer/knowledge/training/annotated_text.h"
#include "indexer/text/reading.h"
#include "indexer/text/segmenter.h"

namespace yinzheng::knowledge {
namespace {

struct Tools {
  std::unique_ptr<text::Segmenter> segmenter;
  std::unique_ptr<NameLexicon> lexicon;
};

absl::StatusOr<Tools> LoadTools() {
  Tools tools;
  YZ_ASSIGN_OR_RETURN(tools.segmenter, text::Segmenter::Create());
  YZ_ASSIGN_OR_RETURN(const std::string data, base::DataDir());
  YZ_ASSIGN_OR_RETURN(tools.lexicon, NameLexicon::Load(base::JoinPath(data, "knowledge")));
  return tools;
}

using Reader = absl::StatusOr<std::vector<AnnotatedText>> (*)(std::string_view, size_t);

absl::Status ReadAll(const std::vector<std::string>& paths, Reader reader, size_t clauses,
                     std::vector<AnnotatedText>& out) {
  for (const std::string& path : paths) {
    YZ_ASSIGN_OR_RETURN(const std::string contents, base::FileSystem::Real().ReadFile(path));
    absl::StatusOr<std::vector<AnnotatedText>> texts = reader(contents, clauses);
    if (!texts.ok()) {
      return absl::InvalidArgumentError(absl::StrCat(path, " ", texts.status().message()));
    }
    std::move(texts->begin(), texts->end(), std::back_inserter(out));
  }
  return absl::OkStatus();
}

absl::StatusOr<std::vector<AnnotatedText>> ReadSentences(std::string_view contents, size_t) {
  return ReadTokenSentences(contents);
}

std::vector<NameTag> TagsOf(const std::vector<AnnotatedText::Name>& names, size_t size) {
  std::vector<NameTag> tags(size, kOutside);
  for (const AnnotatedText::Name& name : names) {
    for (uint32_t i = name.span.begin; i < name.span.end; ++i) {
      NamePlace place = NamePlace::kInside;
      if (i == name.span.begin) place = NamePlace::kBegin;
      if (i + 1 == name.span.end) place = NamePlace::kEnd;
      if (name.span.size() == 1) place = NamePlace::kSingle;
      tags[i] = TagOf(name.name_class, place);
    }
  }
  return tags;
}

// A text as the recogniser sees it before it asks the model.
struct Sight {
  std::unique_ptr<text::Reading> reading;
  std::unique_ptr<NameText> text;
  NameCandidates candidates;
  std::vector<AnnotatedText::Name> names;  // in the reading
};

Sight See(const Tools& tools, const AnnotatedText& annotated) {
  Sight sight;
  sight.reading = std::make_unique<text::Reading>(annotated.text);
  const std::u32string& read = sight.reading->text();
  sight.text = std::make_unique<NameText>(read, tools.segmenter->Segment(read), *tools.lexicon);
  sight.candidates = FindCandidates(*sight.text);
  for (const AnnotatedText::Name& name : annotated.names) {
    const text::Span span = sight.reading->FromBody(name.span);
    if (!span.empty()) sight.names.push_back({span, name.name_class});
  }
  return sight;
}

TrainingText ToTrainingText(const Sight& sight) {
  const NameFeatures features(*sight.text, sight.candidates);
  TrainingText out;
  out.tags = TagsOf(sight.names, sight.text->size());
  out.features.resize(sight.text->size());
  for (uint32_t i = 0; i < sight.text->size(); ++i) features.Read(i, out.features[i]);
  return out;
}

struct Tally {
  size_t gold = 0;
  size_t found = 0;
  size_t right = 0;
};

std::string Describe(const Tally& tally) {
  const double precision = 100.0 * static_cast<double>(tally.right) /
                           static_cast<double>(std::max<size_t>(tally.found, 1));
  const double recall = 100.0 * static_cast<double>(tally.right) /
                        static_cast<double>(std::max<size_t>(tally.gold, 1));
  const double sum = std::max(precision + recall, 1e-9);
  return absl::StrFormat("precision %.1f  recall %.1f  f1 %.1f  gold %d", precision, recall,
                         2 * precision * recall / sum, tally.gold);
}

void Count(const Sight& sight, const NameCandidates& found, Tally& tally) {
  tally.gold += sight.names.size();
  for (const NameCandidate& candidate : found) {
    const std::optional<NameClass> name_class = NameClassOf(candidate.type);
    if (!name_class) continue;
    ++tally.found;
    const bool right = std::any_of(sight.names.begin(), sight.names.end(), [&](const auto& name) {
      return name.span == candidate.span && name.name_class == *name_class;
    });
    if (right) ++tally.right;
  }
}

void Measure(const Tools& tools, const TaggerModel& model, const std::vector<AnnotatedText>& texts,
             std::ostream& report) {
  Tally rules;
  Tally both;
  for (const AnnotatedText& annotated : texts) {
    Sight sight = See(tools, annotated);
    Count(sight, SelectCandidates(sight.candidates), rules);
    ApplyLearned(*sight.text, model, sight.candidates);
    Count(sight, SelectCandidates(sight.candidates), both);
  }
  report << "held out, rules alone:  " << Describe(rules) << '\n'
         << "held out, with model:   " << Describe(both) << '\n';
}

}  // namespace

absl::Status TrainingRun::Run(std::ostream& report) const {
  YZ_ASSIGN_OR_RETURN(const Tools tools, LoadTools());
  std::vector<AnnotatedText> annotated;
  YZ_RETURN_IF_ERROR(ReadAll(transcripts, ReadTranscripts, clauses, annotated));
  YZ_RETURN_IF_ERROR(ReadAll(sentences, ReadSentences, 0, annotated));
  std::vector<AnnotatedText> apart;
  YZ_RETURN_IF_ERROR(ReadAll(held_out, ReadSentences, 0, apart));
  std::vector<TrainingText> texts;
  texts.reserve(annotated.size());
  for (const AnnotatedText& text : annotated) texts.push_back(ToTrainingText(See(tools, text)));
  std::vector<AnnotatedText> calibrating;
  YZ_RETURN_IF_ERROR(ReadAll(calibration, ReadJsonLines, calibration_lines, calibrating));
  for (const AnnotatedText& text : calibrating) {
    TrainingText seen = ToTrainingText(See(tools, text));
    seen.calibrates = true;
    texts.insert(texts.end(), calibration_weight, seen);
  }
  TaggerTrainer trainer(std::move(texts), options);
  report << annotated.size() << " texts, " << trainer.feature_count() << " features\n";
  for (int epoch = 1; epoch <= options.epochs; ++epoch) {
    report << "epoch " << epoch << "  log-likelihood of a character " << trainer.RunEpoch()
           << std::endl;
  }
  const std::unique_ptr<TaggerModel> learned = trainer.Model();
  report << learned->size() << " features kept\n";
  if (!apart.empty()) Measure(tools, *learned, apart, report);
  return base::FileSystem::Real().WriteFile(model, learned->Encode());
}

}  // namespace yinzheng::knowledge
