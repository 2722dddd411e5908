// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

package yinzheng.client;

import com.google.protobuf.Any;
import com.google.rpc.ErrorInfo;
import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.protobuf.StatusProto;
import java.io.IOException;

/** Serves answers of a test's own to a real client, without ports and files. */
final class InMemoryServer implements AutoCloseable {
  private final String name = InProcessServerBuilder.generateName();
  private final Server server;

  private InMemoryServer(BindableService... services) throws IOException {
    InProcessServerBuilder builder = InProcessServerBuilder.forName(name);
    for (BindableService service : services) {
      builder.addService(service);
    }
    server = builder.build().start();
  }

  static InMemoryServer of(BindableService... services) throws IOException {
    return new InMemoryServer(services);
  }

  YinzhengClient connect(ClientBuilder builder) {
    return builder.buildOver(InProcessChannelBuilder.forName(name));
  }

  /** An error as the service sends it. */
  static StatusRuntimeException error(Status code, String reason, String key, String value) {
    ErrorInfo info = ErrorInfo.newBuilder().setReason(reason).setDomain("yinzheng").putMetadata(key, value).build();
    return StatusProto.toStatusRuntimeException(
        com.google.rpc.Status.newBuilder().setCode(code.getCode().value()).addDetails(Any.pack(info)).build());
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
