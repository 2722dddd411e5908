// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_SERVER_SIGNAL_WAIT_H_
#define YINZHENG_SERVICES_SERVER_SIGNAL_WAIT_H_

namespace yinzheng::services {

// Blocks SIGTERM and SIGINT in this thread and all that it starts from now on. Call it first in
// main: a signal that arrives before WaitForStopSignal() then waits for it.
void BlockStopSignals();

// Waits for SIGTERM or SIGINT and returns its number.
int WaitForStopSignal();

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_SERVER_SIGNAL_WAIT_H_
