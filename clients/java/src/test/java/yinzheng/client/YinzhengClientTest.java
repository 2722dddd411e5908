// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

package yinzheng.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import yinzheng.v1.FactServiceGrpc.FactServiceImplBase;
import yinzheng.v1.GetFactRequest;
import yinzheng.v1.GetFactResponse;
import yinzheng.v1.GetIndexStatusRequest;
import yinzheng.v1.GetIndexStatusResponse;
import yinzheng.v1.IndexServiceGrpc.IndexServiceImplBase;
import yinzheng.v1.ReloadIndexRequest;
import yinzheng.v1.ReloadIndexResponse;
import yinzheng.v1.SearchFactsRequest;
import yinzheng.v1.SearchFactsResponse;

class YinzhengClientTest {
  /** Is not to be reached twice before it answers. */
  private static final class FlakyIndex extends IndexServiceImplBase {
    final AtomicInteger calls = new AtomicInteger();

    @Override
    public void getIndexStatus(GetIndexStatusRequest request, StreamObserver<GetIndexStatusResponse> response) {
      if (calls.incrementAndGet() < 3) {
        response.onError(InMemoryServer.error(Status.UNAVAILABLE, "INDEX_NOT_READY", "", ""));
        return;
      }
      response.onNext(GetIndexStatusResponse.newBuilder().setServerVersion("0.1.0").build());
      response.onCompleted();
    }

    @Override
    public void reloadIndex(ReloadIndexRequest request, StreamObserver<ReloadIndexResponse> response) {
      calls.incrementAndGet();
      response.onError(InMemoryServer.error(Status.UNAVAILABLE, "INDEX_NOT_READY", "", ""));
    }
  }

  private static final class LostFacts extends FactServiceImplBase {
    @Override
    public void getFact(GetFactRequest request, StreamObserver<GetFactResponse> response) {
      response.onError(InMemoryServer.error(Status.NOT_FOUND, "RESOURCE_NOT_FOUND", "name", request.getName()));
    }

    @Override
    public void searchFacts(SearchFactsRequest request, StreamObserver<SearchFactsResponse> response) {
      // Never answers by itself.
    }
  }

  @Test
  void readsAreSentAgainWhenUnavailable() throws Exception {
    FlakyIndex index = new FlakyIndex();
    try (InMemoryServer server = InMemoryServer.of(index); YinzhengClient yinzheng = server.connect(YinzhengClient.builder())) {
      assertEquals("0.1.0", yinzheng.index().getIndexStatus(GetIndexStatusRequest.getDefaultInstance()).getServerVersion());
      assertEquals(3, index.calls.get());
    }
  }

  @Test
  void reloadIndexIsSentOnce() throws Exception {
    FlakyIndex index = new FlakyIndex();
    try (InMemoryServer server = InMemoryServer.of(index); YinzhengClient yinzheng = server.connect(YinzhengClient.builder())) {
      assertThrows(
          StatusRuntimeException.class, () -> yinzheng.index().reloadIndex(ReloadIndexRequest.getDefaultInstance()));
      assertEquals(1, index.calls.get());
    }
  }

  @Test
  void errorsTellReasonAndMetadata() throws Exception {
    GetFactRequest request = GetFactRequest.newBuilder().setName("facts/42").build();
    try (InMemoryServer server = InMemoryServer.of(new LostFacts()); YinzhengClient yinzheng = server.connect(YinzhengClient.builder())) {
      StatusRuntimeException error = assertThrows(StatusRuntimeException.class, () -> yinzheng.fact().getFact(request));
      assertEquals(Status.Code.NOT_FOUND, error.getStatus().getCode());
      assertEquals("RESOURCE_NOT_FOUND", ErrorReasons.reasonOf(error));
      assertEquals("facts/42", ErrorReasons.infoOf(error).orElseThrow().getMetadataOrThrow("name"));
    }
  }

  @Test
  void errorsOfOthersHaveNoReason() throws Exception {
    try (InMemoryServer server = InMemoryServer.of(); YinzhengClient yinzheng = server.connect(YinzhengClient.builder())) {
      StatusRuntimeException error =
          assertThrows(StatusRuntimeException.class, () -> yinzheng.fact().getFact(GetFactRequest.getDefaultInstance()));
      assertEquals(Status.Code.UNIMPLEMENTED, error.getStatus().getCode());
      assertEquals("", ErrorReasons.reasonOf(error));
      assertEquals("", ErrorReasons.reasonOf(new IllegalStateException("not a call")));
    }
  }

  @Test
  void deadlineHoldsWhereTheCallHasNone() throws Exception {
    ClientBuilder hasty = YinzhengClient.builder().deadline(Duration.ofMillis(50));
    try (InMemoryServer server = InMemoryServer.of(new LostFacts()); YinzhengClient yinzheng = server.connect(hasty)) {
      StatusRuntimeException error =
          assertThrows(StatusRuntimeException.class, () -> yinzheng.fact().searchFacts(SearchFactsRequest.getDefaultInstance()));
      assertEquals(Status.Code.DEADLINE_EXCEEDED, error.getStatus().getCode());
    }
  }
}
