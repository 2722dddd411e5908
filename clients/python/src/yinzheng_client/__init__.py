# SPDX-License-Identifier: Apache-2.0
# Copyright 2026 The Yinzheng Authors
"""Client of Yinzheng: cited facts, entities and full-text search over Chinese articles."""

from yinzheng_client import v1
from yinzheng_client.channel import Tls
from yinzheng_client.client import AsyncClient, Client
from yinzheng_client.errors import YinzhengError

__all__ = ["AsyncClient", "Client", "Tls", "YinzhengError", "v1"]
