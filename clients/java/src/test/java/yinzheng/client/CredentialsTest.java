// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

package yinzheng.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.TlsServerCredentials;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yinzheng.v1.GetIndexStatusRequest;
import yinzheng.v1.GetIndexStatusResponse;
import yinzheng.v1.IndexServiceGrpc.IndexServiceImplBase;

class CredentialsTest {
  private static final AtomicReference<String> authorization = new AtomicReference<>();
  private static TestCertificate ours;
  private static TestCertificate theirs;
  private static Server server;

  private static final class Index extends IndexServiceImplBase {
    @Override
    public void getIndexStatus(GetIndexStatusRequest request, StreamObserver<GetIndexStatusResponse> response) {
      response.onNext(GetIndexStatusResponse.getDefaultInstance());
      response.onCompleted();
    }
  }

  private static final class NoteAuthorization implements ServerInterceptor {
    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
      authorization.set(headers.get(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER)));
      return next.startCall(call, headers);
    }
  }

  @BeforeAll
  static void serveMutualTls(@TempDir Path folder) throws Exception {
    ours = TestCertificate.make(folder, "client");
    theirs = TestCertificate.make(folder, "server");
    TlsServerCredentials.Builder credentials =
        TlsServerCredentials.newBuilder()
            .keyManager(theirs.certificate(), theirs.key())
            .trustManager(ours.certificate())
            .clientAuth(TlsServerCredentials.ClientAuth.REQUIRE);
    server =
        Grpc.newServerBuilderForPort(0, credentials.build()).addService(new Index()).intercept(new NoteAuthorization()).build().start();
  }

  @AfterAll
  static void stop() {
    server.shutdownNow();
  }

  private static ClientBuilder builder() {
    return YinzhengClient.builder().address("localhost:" + server.getPort());
  }

  private static Status.Code codeOf(ClientBuilder builder) {
    try (YinzhengClient yinzheng = builder.build()) {
      yinzheng.index().getIndexStatus(GetIndexStatusRequest.getDefaultInstance());
      return Status.Code.OK;
    } catch (StatusRuntimeException e) {
      return e.getStatus().getCode();
    }
  }

  @Test
  void knownToEachOtherWithToken() throws IOException {
    ClientBuilder known = builder().rootCertificates(theirs.certificate()).clientCertificate(ours.certificate(), ours.key());
    assertEquals(Status.Code.OK, codeOf(known.token("open-sesame")));
    assertEquals("Bearer open-sesame", authorization.get());
  }

  @Test
  void clientWithoutCertificate() throws IOException {
    assertEquals(Status.Code.UNAVAILABLE, codeOf(builder().rootCertificates(theirs.certificate())));
  }

  @Test
  void serverOfAnUnknownAuthority() throws IOException {
    assertEquals(Status.Code.UNAVAILABLE, codeOf(builder().tls().clientCertificate(ours.certificate(), ours.key())));
  }

  @Test
  void serverOfAnotherName() throws IOException {
    ClientBuilder elsewhere = builder().rootCertificates(theirs.certificate()).clientCertificate(ours.certificate(), ours.key());
    assertEquals(Status.Code.UNAVAILABLE, codeOf(elsewhere.serverName("elsewhere.example")));
  }

  @Test
  void noTokenInTheClear() {
    ClientBuilder careless = YinzhengClient.builder().address("yinzheng.example:443").token("open-sesame");
    assertThrows(IllegalStateException.class, careless::build);
    careless.allowInsecureToken().build().close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:1", "127.0.0.1:1", "[::1]:1", "dns:///localhost:1"})
  void tokensStayOnThisMachine(String address) {
    YinzhengClient.builder().address(address).token("open-sesame").build().close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost.example:1", "10.0.0.1:1", "[::2]:1", "dns:///127.0.0.1.example:1"})
  void tokensDoNotLeaveThisMachine(String address) {
    assertThrows(IllegalStateException.class, () -> YinzhengClient.builder().address(address).token("open-sesame").build());
  }
}
