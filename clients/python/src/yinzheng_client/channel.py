# SPDX-License-Identifier: Apache-2.0
# Copyright 2026 The Yinzheng Authors
"""How a channel is made: retries, balancing, TLS."""

from __future__ import annotations

import json
from dataclasses import dataclass
from os import PathLike
from pathlib import Path

import grpc

# A call that finds no server is sent again, up to four times in all. ReloadIndex acts, so it has no policy of its own but is
# named, which keeps the policy of all other methods from it.
SERVICE_CONFIG = json.dumps(
    {
        "loadBalancingConfig": [{"round_robin": {}}],
        "methodConfig": [
            {
                "name": [{}],
                "retryPolicy": {
                    "maxAttempts": 4,
                    "initialBackoff": "0.1s",
                    "maxBackoff": "1s",
                    "backoffMultiplier": 2,
                    "retryableStatusCodes": ["UNAVAILABLE"],
                },
            },
            {"name": [{"service": "yinzheng.v1.IndexService", "method": "ReloadIndex"}]},
        ],
    }
)

# FULL articles are long: a page of 50 may pass gRPC's default of 4 MiB.
MAX_MESSAGE_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True)
class Tls:
    """Files for TLS, all PEM. Without `root_certificates` those that gRPC ships are trusted; `certificate` and `key` go together."""

    root_certificates: str | PathLike[str] | None = None
    certificate: str | PathLike[str] | None = None
    key: str | PathLike[str] | None = None
    server_name: str | None = None
    """Name that the server's certificate must hold, where it is not that of the address."""

    def credentials(self) -> grpc.ChannelCredentials:
        """Reads the files; OSError where one cannot be read, ValueError where a certificate lacks its key."""
        if (self.certificate is None) != (self.key is None):
            raise ValueError("TLS: certificate and key go together; give both or neither")
        return grpc.ssl_channel_credentials(_read(self.root_certificates), _read(self.key), _read(self.certificate))


def channel_options(tls: Tls | None) -> list[tuple[str, str | int]]:
    """Options of every channel of this package."""
    options: list[tuple[str, str | int]] = [
        ("grpc.service_config", SERVICE_CONFIG),
        ("grpc.max_receive_message_length", MAX_MESSAGE_BYTES),
    ]
    if tls is not None and tls.server_name is not None:
        options.append(("grpc.ssl_target_name_override", tls.server_name))
    return options


def _read(path: str | PathLike[str] | None) -> bytes | None:
    return None if path is None else Path(path).read_bytes()
