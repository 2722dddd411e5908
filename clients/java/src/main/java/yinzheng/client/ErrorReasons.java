// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

package yinzheng.client;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.protobuf.StatusProto;
import java.util.Optional;

/** Reads what the service says of its errors. */
public final class ErrorReasons {
  private ErrorReasons() {}

  /**
   * The reason of an error and the changing parts of its message, by name. Empty for errors that do not come from the service: no
   * connection, a deadline, a proxy.
   */
  public static Optional<ErrorInfo> infoOf(Throwable error) {
    Status status = StatusProto.fromThrowable(error);
    if (status == null) {
      return Optional.empty();
    }
    for (Any detail : status.getDetailsList()) {
      if (detail.is(ErrorInfo.class)) {
        return unpack(detail);
      }
    }
    return Optional.empty();
  }

  /** The reason, such as RESOURCE_NOT_FOUND: a name of {@code ErrorReason} without its prefix. Empty where there is none. */
  public static String reasonOf(Throwable error) {
    return infoOf(error).map(ErrorInfo::getReason).orElse("");
  }

  private static Optional<ErrorInfo> unpack(Any detail) {
    try {
      return Optional.of(detail.unpack(ErrorInfo.class));
    } catch (InvalidProtocolBufferException e) {
      return Optional.empty();
    }
  }
}
