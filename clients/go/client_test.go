// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

package client_test

import (
	"context"
	"testing"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"yinzheng/client"
	v1 "yinzheng/client/yinzheng/v1"
	"yinzheng/client/yinzhengtest"
)

// flakyIndex is not to be reached twice before it answers.
type flakyIndex struct {
	v1.UnimplementedIndexServiceServer
	statusCalls, reloadCalls int
}

func (f *flakyIndex) GetIndexStatus(context.Context, *v1.GetIndexStatusRequest) (*v1.GetIndexStatusResponse, error) {
	f.statusCalls++
	if f.statusCalls < 3 {
		return nil, yinzhengtest.Error(codes.Unavailable, "INDEX_NOT_READY", nil, "no index is open yet")
	}
	return &v1.GetIndexStatusResponse{ServerVersion: "0.1.0"}, nil
}

func (f *flakyIndex) ReloadIndex(context.Context, *v1.ReloadIndexRequest) (*v1.ReloadIndexResponse, error) {
	f.reloadCalls++
	return nil, yinzhengtest.Error(codes.Unavailable, "INDEX_NOT_READY", nil, "no index is open yet")
}

func TestReadsAreSentAgainWhenUnavailable(t *testing.T) {
	index := &flakyIndex{}
	yinzheng := yinzhengtest.NewClient(t, yinzhengtest.Services{Index: index})
	response, err := yinzheng.Index.GetIndexStatus(t.Context(), &v1.GetIndexStatusRequest{})
	if err != nil || response.ServerVersion != "0.1.0" || index.statusCalls != 3 {
		t.Errorf("got %v, %v after %d calls, want an answer after 3", response, err, index.statusCalls)
	}
}

func TestReloadIndexIsSentOnce(t *testing.T) {
	index := &flakyIndex{}
	yinzheng := yinzhengtest.NewClient(t, yinzhengtest.Services{Index: index})
	_, err := yinzheng.Index.ReloadIndex(t.Context(), &v1.ReloadIndexRequest{})
	if status.Code(err) != codes.Unavailable || index.reloadCalls != 1 {
		t.Errorf("got %v after %d calls, want UNAVAILABLE after 1", err, index.reloadCalls)
	}
}

type lostFacts struct {
	v1.UnimplementedFactServiceServer
}

func (lostFacts) GetFact(_ context.Context, request *v1.GetFactRequest) (*v1.GetFactResponse, error) {
	return nil, yinzhengtest.Error(codes.NotFound, "RESOURCE_NOT_FOUND", map[string]string{"name": request.Name}, "no such fact")
}

// SearchFacts never answers by itself.
func (lostFacts) SearchFacts(ctx context.Context, _ *v1.SearchFactsRequest) (*v1.SearchFactsResponse, error) {
	<-ctx.Done()
	return nil, ctx.Err()
}

func TestErrorsTellReasonAndMetadata(t *testing.T) {
	yinzheng := yinzhengtest.NewClient(t, yinzhengtest.Services{Fact: lostFacts{}})
	_, err := yinzheng.Fact.GetFact(t.Context(), &v1.GetFactRequest{Name: "facts/42"})
	if status.Code(err) != codes.NotFound || client.ReasonOf(err) != "RESOURCE_NOT_FOUND" {
		t.Errorf("got %v with reason %q", err, client.ReasonOf(err))
	}
	if name := client.InfoOf(err).GetMetadata()["name"]; name != "facts/42" {
		t.Errorf("got name %q in the metadata", name)
	}
}

func TestErrorsOfOthersHaveNoReason(t *testing.T) {
	yinzheng := yinzhengtest.NewClient(t, yinzhengtest.Services{})
	_, err := yinzheng.Fact.GetFact(t.Context(), &v1.GetFactRequest{Name: "facts/42"})
	if status.Code(err) != codes.Unimplemented || client.ReasonOf(err) != "" || client.InfoOf(err) != nil {
		t.Errorf("got %v with reason %q", err, client.ReasonOf(err))
	}
	if client.ReasonOf(nil) != "" {
		t.Error("no error has a reason")
	}
}

func TestDeadlineHoldsWhereTheContextHasNone(t *testing.T) {
	address := serve(t, yinzhengtest.Services{Fact: lostFacts{}}, nil)
	yinzheng := connect(t, client.Options{Address: address, Deadline: 50 * time.Millisecond})
	_, err := yinzheng.Fact.SearchFacts(context.Background(), &v1.SearchFactsRequest{})
	if status.Code(err) != codes.DeadlineExceeded {
		t.Errorf("got %v, want DEADLINE_EXCEEDED", err)
	}
}
