// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_NAMES_NAME_EDITION_H_
#define YINZHENG_INDEXER_KNOWLEDGE_NAMES_NAME_EDITION_H_

#include <string_view>

#include "indexer/knowledge/names/name_text.h"

namespace yinzheng::knowledge {

// The name with the year that stands directly before or behind it: 2023年|北京市政府工作报告,
// 国际科技创新中心指数|2021.
text::Span WithYear(const NameText& text, text::Span name);

// The name of an event with its year and number: 2024|东湖论坛, 第七届|东湖论坛.
text::Span WithEdition(const NameText& text, text::Span name);

// The name of a site with the part of it that stands behind: 东湖生命科学园|二期, 东湖科学城|西区.
text::Span WithPart(const NameText& text, text::Span name);

// The name without the year and number at its front; the whole name if it has none.
std::u32string_view WithoutEdition(std::u32string_view name);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_NAMES_NAME_EDITION_H_
