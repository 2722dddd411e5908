// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

package client

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"os"
	"strings"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
)

// TLS says whom the client trusts and who it is. The files are PEM and are read once.
type TLS struct {
	// RootsFile holds the certificates of authorities to trust; default: those of the machine.
	RootsFile string
	// CertificateFile and KeyFile show the client to a server that asks for it (mTLS); default: none.
	CertificateFile, KeyFile string
	// ServerName is the name that the server's certificate must have; default: that of the address.
	ServerName string
}

var (
	errTokenInTheClear = errors.New("a token over a connection without TLS can be read on the way: set TLS, or AllowInsecureToken " +
		"where something else encrypts the connection")
	errHalfCertificate = errors.New("CertificateFile and KeyFile go together: one of them is empty")
)

func credentialOptions(options Options) ([]grpc.DialOption, error) {
	transport := insecure.NewCredentials()
	if options.TLS != nil {
		config, err := options.TLS.config()
		if err != nil {
			return nil, err
		}
		transport = credentials.NewTLS(config)
	}
	dial := []grpc.DialOption{grpc.WithTransportCredentials(transport)}
	if options.Token != "" {
		if options.TLS == nil && !options.AllowInsecureToken && !onThisMachine(options.Address) {
			return nil, errTokenInTheClear
		}
		dial = append(dial, grpc.WithPerRPCCredentials(bearerToken(options.Token)))
	}
	return dial, nil
}

func (t *TLS) config() (*tls.Config, error) {
	config := &tls.Config{ServerName: t.ServerName, MinVersion: tls.VersionTLS12}
	if t.RootsFile != "" {
		pem, err := os.ReadFile(t.RootsFile)
		if err != nil {
			return nil, fmt.Errorf("read root certificates: %w", err)
		}
		config.RootCAs = x509.NewCertPool()
		if !config.RootCAs.AppendCertsFromPEM(pem) {
			return nil, fmt.Errorf("read root certificates: %s holds no PEM certificate", t.RootsFile)
		}
	}
	if t.CertificateFile == "" && t.KeyFile == "" {
		return config, nil
	}
	if t.CertificateFile == "" || t.KeyFile == "" {
		return nil, errHalfCertificate
	}
	pair, err := tls.LoadX509KeyPair(t.CertificateFile, t.KeyFile)
	if err != nil {
		return nil, fmt.Errorf("read client certificate: %w", err)
	}
	config.Certificates = []tls.Certificate{pair}
	return config, nil
}

func onThisMachine(address string) bool {
	if strings.HasPrefix(address, "unix:") || strings.HasPrefix(address, "unix-abstract:") {
		return true
	}
	host, _, err := net.SplitHostPort(strings.TrimPrefix(address, "dns:///"))
	if err != nil {
		return false
	}
	return host == "localhost" || net.ParseIP(host).IsLoopback()
}

// bearerToken is checked against the kind of connection when the client is made.
type bearerToken string

func (t bearerToken) GetRequestMetadata(context.Context, ...string) (map[string]string, error) {
	return map[string]string{"authorization": "Bearer " + string(t)}, nil
}

func (bearerToken) RequireTransportSecurity() bool { return false }
