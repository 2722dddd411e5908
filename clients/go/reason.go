// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

package client

import (
	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/status"
)

// InfoOf gives what the server says of an error: its reason and the changing parts of its message, by name. Nil for errors that do
// not come from the service (no connection, deadline, a proxy).
func InfoOf(err error) *errdetails.ErrorInfo {
	for _, detail := range status.Convert(err).Details() {
		if info, is := detail.(*errdetails.ErrorInfo); is {
			return info
		}
	}
	return nil
}

// ReasonOf gives the reason of an error, such as RESOURCE_NOT_FOUND: the names of v1.ErrorReason without their prefix. Empty where
// InfoOf is nil.
func ReasonOf(err error) string { return InfoOf(err).GetReason() }
