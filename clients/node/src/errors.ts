// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

import { fromBinary } from "@bufbuild/protobuf";
import { anyUnpack } from "@bufbuild/protobuf/wkt";
import { status, type Metadata, type ServiceError } from "@grpc/grpc-js";
import { ErrorInfoSchema, type ErrorInfo } from "./generated/google/rpc/error_details_pb.js";
import { StatusSchema } from "./generated/google/rpc/status_pb.js";

export const detailsKey = "grpc-status-details-bin";

/** A call that failed. */
export class YinzhengError extends Error {
  override readonly name = "YinzhengError";

  /**
   * @param code gRPC status code
   * @param details message of the service
   * @param reason one of `yinzheng.v1.ErrorReason` without `ERROR_REASON_`, such as `RESOURCE_NOT_FOUND`; empty where no server was
   *   reached
   * @param metadata which field or name it is about; error_reason.proto has an example of each reason
   */
  constructor(
    readonly code: status,
    readonly details: string,
    readonly reason = "",
    readonly metadata: Readonly<Record<string, string>> = {},
    options?: ErrorOptions,
  ) {
    super(`${status[code]}${reason && ` (${reason})`}: ${details}`, options);
  }

  /** Name of the status code, such as `NOT_FOUND`. */
  get codeName(): string {
    return status[this.code];
  }
}

export function fromServiceError(error: ServiceError): YinzhengError {
  const info = errorInfo(error.metadata);
  return new YinzhengError(error.code, error.details, info?.reason, info?.metadata, { cause: error });
}

function errorInfo(metadata: Metadata | undefined): ErrorInfo | undefined {
  for (const bytes of metadata?.get(detailsKey) ?? []) {
    if (typeof bytes === "string") continue;
    try {
      for (const detail of fromBinary(StatusSchema, bytes).details) {
        const info = anyUnpack(detail, ErrorInfoSchema);
        if (info) return info;
      }
    } catch {
      // Written by something between here and the service; the status code still says what happened.
    }
  }
  return undefined;
}
