#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# How the scripts for containers call podman and buildah: as root, with images, settings and state of their own below build/containers,
# so that nothing of the machine's other containers is touched. Sourced, never run; the caller stands in the repository's root.
# What the settings are for: machines without systemd, without a network for containers, or with few open files to give.

container_state=$PWD/build/containers

# missing_for_containers: why containers cannot be built and run here; nothing where they can.
missing_for_containers() {
  local tool
  for tool in buildah podman runc debootstrap ip unshare; do
    command -v "$tool" >/dev/null || { echo "no $tool here (./dev setup containers)"; return; }
  done
  [ "$(id -u)" -eq 0 ] || { echo "building a base and containers needs root"; return; }
  unshare --net true 2>/dev/null || echo "no network namespaces here"
}

# Copying whole layers (vfs) works everywhere; an overlay of them is quicker where the kernel permits it.
_storage_driver() {
  local try=$container_state/overlay-try
  mkdir -p "$try"/{lower,upper,work,merged}
  if unshare --mount mount -t overlay overlay -o "lowerdir=$try/lower,upperdir=$try/upper,workdir=$try/work" "$try/merged" 2>/dev/null; then
    echo overlay
  else
    echo vfs
  fi
  rm -rf "$try"
}

# use_container_engine: writes the settings and makes podman and buildah read them.
use_container_engine() {
  mkdir -p "$container_state"
  export CONTAINERS_CONF=$container_state/containers.conf
  export CONTAINERS_STORAGE_CONF=$container_state/storage.conf
  export BUILDAH_ISOLATION=chroot
  if [ ! -f "$CONTAINERS_STORAGE_CONF" ]; then
    printf '[storage]\ndriver = "%s"\ngraphroot = "%s"\nrunroot = "%s"\n' \
      "$(_storage_driver)" "$container_state/storage" "$container_state/run" >"$CONTAINERS_STORAGE_CONF"
  fi
  cat >"$CONTAINERS_CONF" <<CONF
[containers]
netns = "host"
default_ulimits = ["nofile=4096:4096", "nproc=4096:4096"]
log_driver = "k8s-file"
[network]
network_backend = "netavark"
network_config_dir = "$container_state/networks"
[engine]
runtime = "runc"
cgroup_manager = "cgroupfs"
events_logger = "file"
CONF
}
