package bench

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net"
	"slices"
	"strconv"
	"sync"
	"time"
)

// Figure is what one run of requests of one kind has shown.
type Figure struct {
	PerSecond float64
	P50, P99  time.Duration
	Requests  int
	CPU       time.Duration // of client and server together, for one request
}

// load sends requests round robin over connections for a while and times each answer. Every answer must be a 200.
func load(address string, connections int, span time.Duration, requests [][]byte) (Figure, error) {
	clients := make([]*client, connections)
	for i := range clients {
		c, err := dial(address)
		if err != nil {
			return Figure{}, err
		}
		defer c.conn.Close()
		clients[i] = c
	}
	start, used := time.Now(), cpu()
	var wait sync.WaitGroup
	for i, c := range clients {
		wait.Go(func() { c.run(requests, i, connections, start.Add(span)) })
	}
	wait.Wait()
	elapsed, used := time.Since(start), cpu()-used
	var spans []time.Duration
	for _, c := range clients {
		if c.err != nil {
			return Figure{}, c.err
		}
		spans = append(spans, c.spans...)
	}
	slices.Sort(spans)
	return Figure{
		PerSecond: float64(len(spans)) / elapsed.Seconds(),
		P50:       spans[len(spans)/2],
		P99:       spans[len(spans)*99/100],
		Requests:  len(spans),
		CPU:       used / time.Duration(len(spans)),
	}, nil
}

// client is one connection with what it has measured. It reads just enough of HTTP to find the end of an answer, so
// that the measuring costs little.
type client struct {
	conn  net.Conn
	in    *bufio.Reader
	spans []time.Duration
	err   error
}

func dial(address string) (*client, error) {
	conn, err := net.Dial("tcp", address)
	if err != nil {
		return nil, fmt.Errorf("connect to the server: %w", err)
	}
	return &client{conn: conn, in: bufio.NewReader(conn), spans: make([]time.Duration, 0, 1<<14)}, nil
}

// run sends requests until an instant, one at least.
func (c *client) run(requests [][]byte, first, step int, until time.Time) {
	at := time.Now()
	for i := first; at.Before(until) || len(c.spans) == 0; i += step {
		if _, c.err = c.conn.Write(requests[i%len(requests)]); c.err != nil {
			return
		}
		if _, c.err = c.answer(); c.err != nil {
			return
		}
		now := time.Now()
		c.spans = append(c.spans, now.Sub(at))
		at = now
	}
}

var (
	statusOK     = []byte("HTTP/1.1 200 ")
	lengthHeader = []byte("Content-Length:")
)

// answer reads one answer and returns the length of its body.
func (c *client) answer() (int, error) {
	status, err := c.in.ReadSlice('\n')
	if err != nil {
		return 0, fmt.Errorf("read answer: %w", err)
	}
	ok := bytes.HasPrefix(status, statusOK)
	line := string(status)
	length := 0
	for {
		header, err := c.in.ReadSlice('\n')
		if err != nil {
			return 0, fmt.Errorf("read answer: %w", err)
		}
		if len(header) <= 2 {
			break
		}
		if value, found := bytes.CutPrefix(header, lengthHeader); found {
			if length, err = strconv.Atoi(string(bytes.TrimSpace(value))); err != nil {
				return 0, fmt.Errorf("read answer: %w", err)
			}
		}
	}
	if !ok {
		body := make([]byte, length)
		if _, err := io.ReadFull(c.in, body); err != nil {
			return 0, fmt.Errorf("read answer: %w", err)
		}
		return 0, fmt.Errorf("the server answered %q with %s", line, body)
	}
	if _, err := c.in.Discard(length); err != nil {
		return 0, fmt.Errorf("read answer: %w", err)
	}
	return length, nil
}

// once sends one request and returns the length of its answer's body.
func once(address string, request []byte) (int, error) {
	c, err := dial(address)
	if err != nil {
		return 0, err
	}
	defer c.conn.Close()
	if _, err := c.conn.Write(request); err != nil {
		return 0, fmt.Errorf("send request: %w", err)
	}
	return c.answer()
}
