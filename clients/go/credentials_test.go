// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

package client_test

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"

	"yinzheng/client"
	v1 "yinzheng/client/yinzheng/v1"
	"yinzheng/client/yinzhengtest"
)

// tokenEcho answers with the credentials that came along.
type tokenEcho struct {
	v1.UnimplementedIndexServiceServer
}

func (tokenEcho) GetIndexStatus(ctx context.Context, _ *v1.GetIndexStatusRequest) (*v1.GetIndexStatusResponse, error) {
	incoming, _ := metadata.FromIncomingContext(ctx)
	return &v1.GetIndexStatusResponse{ServerVersion: strings.Join(incoming.Get("authorization"), ",")}, nil
}

// mutualTLS gives credentials of a server that asks for a certificate of the authority in `folder`.
func mutualTLS(t *testing.T, folder string) credentials.TransportCredentials {
	pair, err := tls.LoadX509KeyPair(filepath.Join(folder, "server.pem"), filepath.Join(folder, "server.key"))
	must(t, err)
	roots, err := os.ReadFile(filepath.Join(folder, "roots.pem"))
	must(t, err)
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(roots)
	return credentials.NewTLS(&tls.Config{
		Certificates: []tls.Certificate{pair}, ClientCAs: pool, ClientAuth: tls.RequireAndVerifyClientCert, MinVersion: tls.VersionTLS12,
	})
}

func TestMutualTLSWithToken(t *testing.T) {
	folder := writeCertificates(t)
	address := serve(t, yinzhengtest.Services{Index: tokenEcho{}}, mutualTLS(t, folder))
	known := client.TLS{
		RootsFile:       filepath.Join(folder, "roots.pem"),
		CertificateFile: filepath.Join(folder, "client.pem"),
		KeyFile:         filepath.Join(folder, "client.key"),
	}
	for _, row := range []struct {
		name string
		tls  client.TLS
		want codes.Code
	}{
		{"known to each other", known, codes.OK},
		{"client without certificate", client.TLS{RootsFile: known.RootsFile}, codes.Unavailable},
		{"server of an unknown authority", client.TLS{CertificateFile: known.CertificateFile, KeyFile: known.KeyFile}, codes.Unavailable},
		{"server of another name", client.TLS{RootsFile: known.RootsFile, ServerName: "elsewhere.example"}, codes.Unavailable},
	} {
		t.Run(row.name, func(t *testing.T) {
			yinzheng := connect(t, client.Options{Address: address, TLS: &row.tls, Token: "open-sesame"})
			response, err := yinzheng.Index.GetIndexStatus(t.Context(), &v1.GetIndexStatusRequest{})
			if status.Code(err) != row.want {
				t.Fatalf("got %v, want %v", err, row.want)
			}
			if err == nil && response.ServerVersion != "Bearer open-sesame" {
				t.Errorf("the server saw the credentials %q", response.ServerVersion)
			}
		})
	}
}

func TestOptionsThatCannotWork(t *testing.T) {
	empty := filepath.Join(t.TempDir(), "empty.pem")
	must(t, os.WriteFile(empty, nil, 0o600))
	for _, row := range []struct {
		name    string
		options client.Options
		want    string
	}{
		{"token in the clear", client.Options{Address: "yinzheng.example:443", Token: "t"}, "without TLS"},
		{"roots that are not there", client.Options{TLS: &client.TLS{RootsFile: "/nonexistent.pem"}}, "read root certificates"},
		{"roots without certificate", client.Options{TLS: &client.TLS{RootsFile: empty}}, "no PEM certificate"},
		{"certificate without key", client.Options{TLS: &client.TLS{CertificateFile: "client.pem"}}, "go together"},
	} {
		t.Run(row.name, func(t *testing.T) {
			if _, err := client.New(row.options); err == nil || !strings.Contains(err.Error(), row.want) {
				t.Errorf("got %v, want %q in it", err, row.want)
			}
		})
	}
}

func TestTokensWithoutTLSWhereNobodyListens(t *testing.T) {
	for _, options := range []client.Options{
		{Address: "localhost:1"}, {Address: "127.0.0.1:1"}, {Address: "[::1]:1"}, {Address: "unix:/run/yinzheng.sock"}, {},
		{Address: "yinzheng.example:50151", AllowInsecureToken: true},
	} {
		options.Token = "open-sesame"
		if _, err := client.New(options); err != nil {
			t.Errorf("%q: %v", options.Address, err)
		}
	}
}
