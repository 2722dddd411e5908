// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/names/candidate_finders.h"

#include "indexer/knowledge/names/abbreviated_place_finder.h"
#include "indexer/knowledge/names/candidate_selection.h"
#include "indexer/knowledge/names/code_name_finder.h"
#include "indexer/knowledge/names/company_finder.h"
#include "indexer/knowledge/names/executive_company_finder.h"
#include "indexer/knowledge/names/foreign_name_finder.h"
#include "indexer/knowledge/names/known_name_finder.h"
#include "indexer/knowledge/names/list_promotion.h"
#include "indexer/knowledge/names/marked_name_finder.h"
#include "indexer/knowledge/names/numbered_name_finder.h"
#include "indexer/knowledge/names/person_finder.h"
#include "indexer/knowledge/names/suffix_name_finder.h"
#include "indexer/knowledge/names/technology_finder.h"

namespace yinzheng::knowledge {

NameCandidates FindCandidates(const NameText& text) {
  NameCandidates candidates;
  FindKnownNames(text, candidates);
  FindTaggedNames(text, candidates);
  FindAbbreviatedPlaces(text, candidates);
  FindSuffixNames(text, candidates);
  FindPersons(text, candidates);
  FindForeignNames(text, candidates);
  FindMarkedNames(text, candidates);
  FindCodeNames(text, candidates);
  FindNumberedNames(text, candidates);
  FindCompanies(text, candidates);
  FindCompaniesOfExecutives(text, candidates);
  FindTechnologies(text, candidates);
  PromoteListed(text, SelectCandidates(candidates), candidates);
  return candidates;
}

}  // namespace yinzheng::knowledge
