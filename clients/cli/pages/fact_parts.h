// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_PAGES_FACT_PARTS_H_
#define YINZHENG_CLIENTS_CLI_PAGES_FACT_PARTS_H_

#include "clients/cli/pages/html_writer.h"
#include "clients/cli/pages/page_context.h"
#include "yinzheng/v1/citation.pb.h"
#include "yinzheng/v1/entity_ref.pb.h"
#include "yinzheng/v1/fact.pb.h"

// The parts of a fact that every kind of page shows, each as one element or a few.
namespace yinzheng::cli::pages {

// The name, as a link where the entity has a page.
void WriteEntity(HtmlWriter& html, const v1::EntityRef& entity, const PageContext& context);

// The value as printed, and what it was read as beside it.
void WriteValue(HtmlWriter& html, const v1::Fact& fact, const PageContext& context);

// Badges for what makes a fact less than a plain statement: plan, estimate, denial. Nothing for
// one.
void WriteBadges(HtmlWriter& html, const v1::Fact& fact, const PageContext& context);

// As-of time and how it was found; nothing where there is none.
void WriteTime(HtmlWriter& html, const v1::Fact& fact, const PageContext& context);

// Speaker, title, cue, and whether the words are the speaker's own.
void WriteSpeaker(HtmlWriter& html, const v1::Attribution& attribution, const PageContext& context);

// The quotation in one line, its value marked.
void WriteQuote(HtmlWriter& html, const v1::Citation& citation);

// Outlet, title and date, as a link to the fact on the article's page, else to the article's own
// address, else plain.
void WriteSource(HtmlWriter& html, const v1::Fact& fact, const v1::Citation& citation,
                 const PageContext& context);

}  // namespace yinzheng::cli::pages

#endif  // YINZHENG_CLIENTS_CLI_PAGES_FACT_PARTS_H_
