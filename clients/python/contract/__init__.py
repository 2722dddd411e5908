# SPDX-License-Identifier: Apache-2.0
# Copyright 2026 The Yinzheng Authors
"""The contract suite for the Python client."""
