package courier

import "time"

// The writer's limits.
const (
	takeLetters = 4096        // that are written at once, and the rest of a record's
	writeRetry  = time.Second // from a fault of the disk to the next try
)

// write puts what is posted into the outbox, as much at once as there is, until nothing more comes.
func (c *Courier) write() {
	defer close(c.written)
	var text []byte
	for {
		some, through, ok := c.take()
		if !ok {
			return
		}
		at := c.options.Now().UnixMilli()
		text = text[:0]
		count := 0
		for _, p := range some {
			lines := make([][]byte, len(p.letters))
			for i, l := range p.letters {
				lines[i] = l.Line()
			}
			count += len(lines)
			text = appendParcel(text, p.record, at, lines)
		}
		if len(some) == 0 || some[len(some)-1].record < through {
			text = appendParcel(text, through, at, nil)
		}
		for !c.put(text, through, at, len(some), count) {
			if !c.pause(writeRetry) {
				return
			}
		}
	}
}

// take waits for what is to be written next. With no letters, it is how far the outbox has come.
func (c *Courier) take() (some []posted, through int64, ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for len(c.queue) == 0 && min(c.wanted, c.last) <= c.durable && !c.closed {
		c.work.Wait()
	}
	n, letters := 0, 0
	for n < len(c.queue) && letters < takeLetters {
		letters += len(c.queue[n].letters)
		n++
	}
	switch {
	case n == len(c.queue) && c.last > c.durable:
		through = c.last // the records behind the last letter have none
	case n == 0:
		return nil, 0, false
	default:
		through = c.queue[n-1].record
	}
	return c.queue[:n:n], through, true
}

// put makes a text durable, and takes what it was made of out of the queue. It is false if the disk does not want it.
func (c *Courier) put(text []byte, through, at int64, records, letters int) bool {
	err := c.outbox.append(text, through, at)
	c.mu.Lock()
	defer c.mu.Unlock()
	defer c.done.Broadcast()
	if err != nil {
		if c.fault == nil {
			c.options.Log.Error("events wait in memory, for the outbox cannot be written", "error", err)
		}
		c.fault = err
		return false
	}
	if c.fault != nil {
		c.options.Log.Warn("the outbox can be written again")
	}
	clear(c.queue[:records])
	c.queue = c.queue[records:]
	c.letters -= letters
	c.durable, c.fault = through, nil
	return true
}

// pause waits, and says whether to go on.
func (c *Courier) pause(d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-c.stopping:
		return false
	}
}
