package main

import (
	"net"
	"syscall"
	"testing"
)

// The connections of the server end when their client leaves unacknowledged what it was sent.
func TestSilenceOfClients(t *testing.T) {
	l, err := (&net.ListenConfig{Control: limitSilence}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	client, err := net.Dial("tcp", l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	taken, err := l.Accept()
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	raw, err := taken.(*net.TCPConn).SyscallConn()
	if err != nil {
		t.Fatal(err)
	}
	limit := 0
	raw.Control(func(fd uintptr) { limit, err = syscall.GetsockoptInt(int(fd), syscall.IPPROTO_TCP, tcpUserTimeout) })
	if err != nil || limit != int(silenceMax.Milliseconds()) {
		t.Errorf("a client may be silent for %d ms, %v", limit, err)
	}
}
