#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# container_base.sh IMAGE: makes the local image IMAGE, a Debian 12 as slim as the one of the registries, for machines that reach Debian's
# packages and no registry of images. Mirrors, proxies and authorities are those of this machine's apt, and are in the image: it is for
# this machine. Does nothing where the image is there; the downloaded packages stay in build/containers/packages.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
# shellcheck source=tools/lib.sh
source tools/lib.sh
# shellcheck source=tools/container_engine.sh
source tools/container_engine.sh

image=$1
suite=bookworm
base=$container_state/base

# sources: the lines of sources.list that this machine's apt takes Debian 12 from.
sources() {
  # shellcheck disable=SC2016  # apt fills these in
  apt-get indextargets --format '$(ORIGIN) $(CODENAME) deb $(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
    awk -v suite="$suite" '$1 == "Debian" && index($2, suite) == 1 {print $3, $4, $5, $6}'
}

# slim: what the slim images of the registries leave out as well; licences stay.
slim() {
  echo 'Acquire::Languages "none";' >"$base/etc/apt/apt.conf.d/90no-languages"
  cat >"$base/etc/dpkg/dpkg.cfg.d/slim" <<'CONF'
path-exclude /usr/share/doc/*
path-include /usr/share/doc/*/copyright
path-exclude /usr/share/info/*
path-exclude /usr/share/locale/*
path-exclude /usr/share/man/*
CONF
  find "$base/usr/share/doc" -mindepth 2 ! -type d ! -name copyright -delete
  rm -rf "$base"/usr/share/{info,locale,man}/* "$base"/var/cache/apt/* "$base"/var/lib/apt/lists/* "$base"/var/log/*
}

# configure: how this machine reaches the packages.
configure() {
  sources >"$base/etc/apt/sources.list"
  apt-config dump | grep -E '^Acquire::(Check-Valid-Until|Check-Date|Retries|http|https)' >"$base/etc/apt/apt.conf.d/90machine" || true
  if compgen -G '/usr/local/share/ca-certificates/*.crt' >/dev/null; then
    mkdir -p "$base/usr/local/share/ca-certificates"
    cp /usr/local/share/ca-certificates/*.crt "$base/usr/local/share/ca-certificates/"
  fi
}

use_container_engine
podman image exists "$image" && exit
mirror=$(sources | awk -v suite="$suite" '$3 == suite {print $2; exit}')
[ -n "$mirror" ] || die "apt is not configured for Debian 12 ($suite) here; give BASE=IMAGE instead"
say "A base image of Debian's packages: $image"
rm -rf --one-file-system "$base"
mkdir -p "$container_state/packages"
debootstrap --variant=minbase --cache-dir="$container_state/packages" "$suite" "$base" "$mirror" >"$container_state/base.log" ||
  die "debootstrap failed; see $container_state/base.log"
configure
slim
tar -C "$base" --one-file-system --exclude='./dev/*' -cf - . | podman import --quiet - "$image" >/dev/null
rm -rf --one-file-system "$base"
