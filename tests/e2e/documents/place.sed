# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# How a command of a document is made to fit the place that the test gives it: PLACE is a folder that looks like a checkout, with the system's
# folders in it, and the server listens on a socket there rather than on a port.
s#(127\.0\.0\.1|localhost|0\.0\.0\.0|server\.example):50151#unix:PLACE/server.socket#g
s#/(etc|var/lib|var/backups)/yinzheng#PLACE/\1/yinzheng#g
s#/(usr/local|opt/yinzheng-[0-9.]+)/bin/(yz|yinzheng-)#PLACE/build/dev/bin/\2#g
# Ports for probes and metrics: any that is free.
s#(127\.0\.0\.1|0\.0\.0\.0):(50152|9464)\b#127.0.0.1:0#g
# What the unit starts.
s#^systemctl (start|restart|enable --now) yinzheng-server$#yinzheng-server --config PLACE/etc/yinzheng/server.textproto#
