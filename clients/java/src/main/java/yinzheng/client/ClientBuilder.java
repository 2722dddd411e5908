// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

package yinzheng.client;

import io.grpc.ChannelCredentials;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.TlsChannelCredentials;
import io.grpc.stub.MetadataUtils;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Says where a client connects and how. */
public final class ClientBuilder {
  /** Fifty whole articles in one response may well be more than the 4 MiB that gRPC admits by itself. */
  private static final int MAX_RESPONSE_BYTES = 64 << 20;

  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  /** Every call but ReloadIndex reads only, so it may be sent again when no server was reached. */
  private static final Map<String, ?> SERVICE_CONFIG =
      Map.of(
          "loadBalancingConfig",
          List.of(Map.of("round_robin", Map.of())),
          "methodConfig",
          List.of(
              Map.of(
                  "name",
                  List.of(Map.of()),
                  "retryPolicy",
                  Map.of(
                      "maxAttempts", 4.0,
                      "initialBackoff", "0.1s",
                      "maxBackoff", "1s",
                      "backoffMultiplier", 2.0,
                      "retryableStatusCodes", List.of("UNAVAILABLE"))),
              Map.of("name", List.of(Map.of("service", "yinzheng.v1.IndexService", "method", "ReloadIndex")))));

  private String address = "127.0.0.1:50151";
  private Duration deadline = Duration.ofSeconds(10);
  private TlsChannelCredentials.Builder tls;
  private String serverName;
  private String token;
  private boolean insecureToken;

  ClientBuilder() {}

  /** {@code host:port}, {@code unix:PATH} or another gRPC target; the addresses of a name are used in turn. */
  public ClientBuilder address(String target) {
    this.address = target;
    return this;
  }

  /** Deadline of each call that has none of its own; 10 seconds if not set. */
  public ClientBuilder deadline(Duration ofEachCall) {
    this.deadline = ofEachCall;
    return this;
  }

  /** TLS with the authorities that the machine trusts. */
  public ClientBuilder tls() {
    if (tls == null) {
      tls = TlsChannelCredentials.newBuilder();
    }
    return this;
  }

  /** TLS with the authorities of a PEM file. */
  public ClientBuilder rootCertificates(File pem) throws IOException {
    tls().tls.trustManager(pem);
    return this;
  }

  /** Certificate and key of the client, PEM, for servers that ask for them (mTLS). */
  public ClientBuilder clientCertificate(File certificatePem, File keyPem) throws IOException {
    tls().tls.keyManager(certificatePem, keyPem);
    return this;
  }

  /** The name that the server's certificate must have, where it is not that of the address. */
  public ClientBuilder serverName(String name) {
    this.serverName = name;
    return this;
  }

  /** Sent as {@code authorization: Bearer TOKEN} with each call; refused without TLS, except to this machine. */
  public ClientBuilder token(String bearer) {
    this.token = bearer;
    return this;
  }

  /** Lets the token go without TLS to another machine, where something else encrypts the connection. */
  public ClientBuilder allowInsecureToken() {
    this.insecureToken = true;
    return this;
  }

  /**
   * Makes the client. It does not connect: a wrong address shows at the first call, as UNAVAILABLE.
   *
   * @throws IllegalStateException where a token could be read on the way
   */
  public YinzhengClient build() {
    if (token != null && tls == null && !insecureToken && !LocalAddress.matches(address)) {
      throw new IllegalStateException(
          "yinzheng client for " + address + ": a token over a connection without TLS can be read on the way; "
              + "use TLS, or allowInsecureToken() where something else encrypts the connection");
    }
    ChannelCredentials credentials = tls == null ? InsecureChannelCredentials.create() : tls.build();
    ManagedChannelBuilder<?> channel = Grpc.newChannelBuilder(address, credentials);
    if (serverName != null) {
      channel.overrideAuthority(serverName);
    }
    return buildOver(channel);
  }

  /** Makes the client over a channel of the caller's: an in-process one in tests. Address, TLS and server name are the channel's. */
  public YinzhengClient buildOver(ManagedChannelBuilder<?> channel) {
    if (token != null) {
      Metadata headers = new Metadata();
      headers.put(AUTHORIZATION, "Bearer " + token);
      channel.intercept(MetadataUtils.newAttachHeadersInterceptor(headers));
    }
    return new YinzhengClient(
        channel
            .intercept(new DeadlineInterceptor(deadline))
            .defaultServiceConfig(SERVICE_CONFIG)
            .enableRetry()
            .maxInboundMessageSize(MAX_RESPONSE_BYTES)
            .build());
  }
}
