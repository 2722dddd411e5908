// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

// Contract runs the contract suite with the Go client: contract ADDRESS CASES_DIR GOLDEN_DIR. It closes with a line
// `N passed, N failed`.
package main

import (
	"context"
	"fmt"
	"os"

	"yinzheng/client"
)

func main() {
	if len(os.Args) != 4 {
		fmt.Fprintln(os.Stderr, "usage: contract ADDRESS CASES_DIR GOLDEN_DIR")
		os.Exit(2)
	}
	failed, err := run(os.Args[1], os.Args[2], os.Args[3])
	if err != nil {
		fmt.Fprintln(os.Stderr, "contract:", err)
		os.Exit(2)
	}
	if failed > 0 {
		os.Exit(1)
	}
}

func run(address, casesDir, goldenDir string) (int, error) {
	yinzheng, err := client.New(client.Options{Address: address})
	if err != nil {
		return 0, err
	}
	defer yinzheng.Close()
	ctx := context.Background()
	report := &report{}
	if err := runCases(ctx, yinzheng, casesDir, report); err != nil {
		return 0, err
	}
	if err := checkGolden(goldenDir, report); err != nil {
		return 0, err
	}
	report.add("citations are slices of their articles", checkSlices(ctx, yinzheng))
	fmt.Printf("%d passed, %d failed\n", report.passed, report.failed)
	return report.failed, nil
}

// report counts, and names what failed.
type report struct{ passed, failed int }

func (r *report) add(name string, err error) {
	if err == nil {
		r.passed++
		return
	}
	r.failed++
	fmt.Printf("FAILED %s: %v\n", name, err)
}
