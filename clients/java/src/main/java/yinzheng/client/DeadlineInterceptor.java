// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

package yinzheng.client;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.MethodDescriptor;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Gives a deadline to calls that have none. */
final class DeadlineInterceptor implements ClientInterceptor {
  private final Duration deadline;

  DeadlineInterceptor(Duration deadline) {
    this.deadline = deadline;
  }

  @Override
  public <Q, R> ClientCall<Q, R> interceptCall(MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
    CallOptions limited =
        options.getDeadline() == null ? options.withDeadlineAfter(deadline.toNanos(), TimeUnit.NANOSECONDS) : options;
    return next.newCall(method, limited);
  }
}
