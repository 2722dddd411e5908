// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_NAMES_SHORT_FORMS_H_
#define YINZHENG_INDEXER_KNOWLEDGE_NAMES_SHORT_FORMS_H_

#include "indexer/knowledge/names/document_names.h"
#include "indexer/knowledge/names/name_text.h"

namespace yinzheng::knowledge {

// Joins names of one thing that no bracket introduces: the full names of the text are shortened the
// way people shorten them (place left out, middle left out, legal form left out, head cut to one
// character), and the short forms that the text really uses become aliases. A short form that fits
// two full names is left alone.
void JoinShortForms(const NameText& text, DocumentNames& names);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_NAMES_SHORT_FORMS_H_
