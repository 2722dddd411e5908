// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

import { ChannelCredentials, credentials, type ClientOptions as ChannelOptions } from "@grpc/grpc-js";
import { readFileSync } from "node:fs";

/** PEM files for TLS. `certificate` and `key` go together, for servers that want to know who calls. */
export interface TlsFiles {
  /** Certificates to trust; default: those that Node.js ships. */
  rootCertificates?: string;
  certificate?: string;
  key?: string;
  /** Name that the server's certificate must hold, where it is not that of the address. */
  serverName?: string;
}

/** Where a client connects and what every call gets. */
export interface ClientOptions {
  /** `host:port`, `unix:PATH`, or `dns:///name:port`, all of whose addresses take turns. Default `127.0.0.1:50151`. */
  address?: string;
  /** Milliseconds for each call, retries included. Default 10,000. */
  deadlineMs?: number;
  /** Default: no TLS. */
  tls?: TlsFiles;
  /** Sent with every call as `authorization: Bearer TOKEN`; without TLS anyone on the way can read it. */
  token?: string;
}

// A call that finds no server is sent again, up to four times in all. ReloadIndex acts, so it has no policy of its own but is
// named, which keeps the policy of all other methods from it.
const serviceConfig = {
  loadBalancingConfig: [{ round_robin: {} }],
  methodConfig: [
    {
      name: [{}],
      retryPolicy: {
        maxAttempts: 4,
        initialBackoff: "0.1s",
        maxBackoff: "1s",
        backoffMultiplier: 2,
        retryableStatusCodes: ["UNAVAILABLE"],
      },
    },
    { name: [{ service: "yinzheng.v1.IndexService", method: "ReloadIndex" }] },
  ],
};

// FULL articles are long: a page of 50 may pass gRPC's default of 4 MiB.
const maxMessageBytes = 64 * 1024 * 1024;

export function channelOptions(tls: TlsFiles | undefined): ChannelOptions {
  return {
    "grpc.service_config": JSON.stringify(serviceConfig),
    "grpc.max_receive_message_length": maxMessageBytes,
    ...(tls?.serverName && { "grpc.ssl_target_name_override": tls.serverName, "grpc.default_authority": tls.serverName }),
  };
}

/** Reads the files; throws where one cannot be read or a certificate lacks its key. */
export function channelCredentials(tls: TlsFiles | undefined): ChannelCredentials {
  if (!tls) return credentials.createInsecure();
  if (!tls.certificate !== !tls.key) throw new TypeError("TLS: certificate and key go together; give both or neither");
  return credentials.createSsl(read(tls.rootCertificates), read(tls.key), read(tls.certificate));
}

function read(path: string | undefined): Buffer | null {
  return path === undefined ? null : readFileSync(path);
}
