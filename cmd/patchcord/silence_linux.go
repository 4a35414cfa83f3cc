package main

import "syscall"

// tcpUserTimeout is Linux's TCP_USER_TIMEOUT, which package syscall does not name.
const tcpUserTimeout = 0x12

// limitSilence lets the connections of a listener end soon after their client's machine is gone. By itself Linux goes
// on trying for a quarter of an hour, and whoever reads a stream would seem to be there.
func limitSilence(_, _ string, c syscall.RawConn) error {
	var fault error
	err := c.Control(func(fd uintptr) {
		fault = syscall.SetsockoptInt(int(fd), syscall.IPPROTO_TCP, tcpUserTimeout, int(silenceMax.Milliseconds()))
	})
	if err != nil {
		return err
	}
	return fault
}
