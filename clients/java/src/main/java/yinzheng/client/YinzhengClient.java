// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

package yinzheng.client;

import io.grpc.ManagedChannel;
import java.util.concurrent.TimeUnit;
import yinzheng.v1.ArticleServiceGrpc;
import yinzheng.v1.CheckServiceGrpc;
import yinzheng.v1.EntityServiceGrpc;
import yinzheng.v1.FactServiceGrpc;
import yinzheng.v1.IndexServiceGrpc;
import yinzheng.v1.SearchServiceGrpc;

/**
 * Asks a Yinzheng server: one blocking stub for each service, over one connection. Safe for use by many threads: make one and keep
 * it.
 *
 * <pre>{@code
 * try (YinzhengClient yinzheng = YinzhengClient.builder().address("127.0.0.1:50151").build()) {
 *   yinzheng.search().ask(AskRequest.newBuilder().setQuestion("量子院有多少全职科研人员？").build());
 * }
 * }</pre>
 *
 * Errors are {@link io.grpc.StatusRuntimeException}; {@link ErrorReasons} reads what the service says of them.
 */
public final class YinzhengClient implements AutoCloseable {
  private static final long CLOSE_SECONDS = 5;

  private final ManagedChannel channel;

  YinzhengClient(ManagedChannel channel) {
    this.channel = channel;
  }

  /** Starts with a server on this machine, without TLS and token. */
  public static ClientBuilder builder() {
    return new ClientBuilder();
  }

  /** Full-text search, suggestions, similar articles, questions. */
  public SearchServiceGrpc.SearchServiceBlockingStub search() {
    return SearchServiceGrpc.newBlockingStub(channel);
  }

  /** Articles and passages by name. */
  public ArticleServiceGrpc.ArticleServiceBlockingStub article() {
    return ArticleServiceGrpc.newBlockingStub(channel);
  }

  /** Entities by any of their names, their mentions and relations. */
  public EntityServiceGrpc.EntityServiceBlockingStub entity() {
    return EntityServiceGrpc.newBlockingStub(channel);
  }

  /** Facts with citations, timelines, conflicts. */
  public FactServiceGrpc.FactServiceBlockingStub fact() {
    return FactServiceGrpc.newBlockingStub(channel);
  }

  /** Checks of claims and quotations, analysis of texts. */
  public CheckServiceGrpc.CheckServiceBlockingStub check() {
    return CheckServiceGrpc.newBlockingStub(channel);
  }

  /** The index itself, for operators. */
  public IndexServiceGrpc.IndexServiceBlockingStub index() {
    return IndexServiceGrpc.newBlockingStub(channel);
  }

  /** What the stubs speak through, for stubs of other kinds: {@code SearchServiceGrpc.newFutureStub(client.channel())}. */
  public ManagedChannel channel() {
    return channel;
  }

  /** Lets running calls end for some seconds, then ends them. */
  @Override
  public void close() {
    channel.shutdown();
    try {
      if (channel.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    channel.shutdownNow();
  }
}
