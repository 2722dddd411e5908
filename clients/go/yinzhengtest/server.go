// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

// Package yinzhengtest serves answers of a test's own to a real client, in memory: neither ports nor files.
//
//	type facts struct{ v1.UnimplementedFactServiceServer }
//
//	func (facts) GetFact(context.Context, *v1.GetFactRequest) (*v1.GetFactResponse, error) { … }
//
//	yinzheng := yinzhengtest.NewClient(t, yinzhengtest.Services{Fact: facts{}})
package yinzhengtest

import (
	"context"
	"net"
	"testing"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/grpc/test/bufconn"

	"yinzheng/client"
	v1 "yinzheng/client/yinzheng/v1"
)

// Services are what a test answers with. Calls to those left out are UNIMPLEMENTED.
type Services struct {
	Search  v1.SearchServiceServer
	Article v1.ArticleServiceServer
	Entity  v1.EntityServiceServer
	Fact    v1.FactServiceServer
	Check   v1.CheckServiceServer
	Index   v1.IndexServiceServer
}

// NewClient gives a client of a server in memory; both end with the test.
func NewClient(t testing.TB, services Services) *client.Client {
	t.Helper()
	listener := bufconn.Listen(1 << 20)
	server := grpc.NewServer()
	services.Register(server)
	go func() { _ = server.Serve(listener) }()
	t.Cleanup(server.Stop)

	dial := func(ctx context.Context, _ string) (net.Conn, error) { return listener.DialContext(ctx) }
	yinzheng, err := client.New(client.Options{
		Address:     "passthrough:///in-memory",
		DialOptions: []grpc.DialOption{grpc.WithContextDialer(dial)},
	})
	if err != nil {
		t.Fatalf("yinzhengtest: %v", err)
	}
	t.Cleanup(func() { _ = yinzheng.Close() })
	return yinzheng
}

// Register adds the services that are set to a server, for tests that need one of their own.
func (s Services) Register(server grpc.ServiceRegistrar) {
	if s.Search != nil {
		v1.RegisterSearchServiceServer(server, s.Search)
	}
	if s.Article != nil {
		v1.RegisterArticleServiceServer(server, s.Article)
	}
	if s.Entity != nil {
		v1.RegisterEntityServiceServer(server, s.Entity)
	}
	if s.Fact != nil {
		v1.RegisterFactServiceServer(server, s.Fact)
	}
	if s.Check != nil {
		v1.RegisterCheckServiceServer(server, s.Check)
	}
	if s.Index != nil {
		v1.RegisterIndexServiceServer(server, s.Index)
	}
}

// Error gives an error as the service sends it: reason without its prefix, metadata as the contract names it.
func Error(code codes.Code, reason string, metadata map[string]string, message string) error {
	info := &errdetails.ErrorInfo{Reason: reason, Domain: "yinzheng", Metadata: metadata}
	withInfo, err := status.New(code, message).WithDetails(info)
	if err != nil {
		return status.Errorf(codes.Internal, "yinzhengtest: cannot attach %v: %v", info, err)
	}
	return withInfo.Err()
}
