# SPDX-License-Identifier: Apache-2.0
# Copyright 2026 The Yinzheng Authors
"""Every message and enum of `yinzheng.v1` in one module, so that callers need not know which file declares which."""

from yinzheng.v1 import *
