// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_RECORD_SUBJECT_NAMING_H_
#define YINZHENG_SERVICES_RECORD_SUBJECT_NAMING_H_

#include "yinzheng/v1/fact.pb.h"

namespace yinzheng::services {

// Whether every sentence that `fact` is cited from names its subject itself, not only as part of a
// longer name (北京大熊猫基地开工 dates nothing of 北京) and not only by what was said before.
// Either script, across hard line breaks; of several places where the name stands one suffices. A
// sentence or a name that is empty says nothing against it. By the characters beside the name,
// without words: it may be wrong either way, and serves where a doubt is reason enough to leave
// something out. A pure function; one pass over the sentences.
bool NamesItself(const v1::Fact& fact);

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_RECORD_SUBJECT_NAMING_H_
