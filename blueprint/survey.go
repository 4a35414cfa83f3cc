package blueprint

import (
	"context"
	"fmt"
	"slices"
	"sync"
)

// readAtOnce is how many things are read at once.
const readAtOnce = 8

// Survey reads an instance. Without an instance there is nothing to read.
func (s *Site) Survey(ctx context.Context) error {
	if s.id == "" {
		return nil
	}
	clear(s.kinds)
	clear(s.scriptNames)
	clear(s.unread)
	for _, one := range sections() {
		s.of(one.kind) // while several things are read at once, nothing may be added
	}
	s.Notes, s.Have = nil, Blueprint{}
	if err := s.readInstance(ctx); err != nil {
		return err
	}
	for _, one := range sections() {
		if err := one.meet(ctx, s); err != nil && !s.cannot(one.kind, "", err) {
			return err
		}
	}
	for _, one := range sections() {
		if s.unread[one.kind] != "" {
			continue
		}
		if err := one.read(ctx, s); err != nil && !s.cannot(one.kind, "", err) {
			return err
		}
		for _, entry := range one.entries(&s.Have) {
			if of := s.lacks(entry); of != "" {
				s.unread[one.kind] = fmt.Sprintf("they name things of the kind %s, which cannot be read", spoken(of))
				one.forget(&s.Have)
				break
			}
		}
	}
	slices.Sort(s.Notes) // several things are read at once
	s.Have.settle()
	return nil
}

// several does something for each of some things, a few at once, and tells how far it is. It stops at the first error;
// of several at once the one of the foremost thing counts.
func (s *Site) several(ctx context.Context, atOnce int, doing string, count int,
	do func(ctx context.Context, i int) error,
) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	var mu sync.Mutex
	var all sync.WaitGroup
	next, done, worst, failed := 0, 0, count, error(nil)
	for range min(max(atOnce, 1), count) {
		all.Go(func() {
			for {
				mu.Lock()
				i := next
				next++
				mu.Unlock()
				if i >= count || ctx.Err() != nil {
					return
				}
				err := do(ctx, i)
				mu.Lock()
				done++
				if err != nil && i < worst && ctx.Err() == nil {
					worst, failed = i, err
					stop()
				}
				if s.Told != nil {
					s.Told(doing, done, count)
				}
				mu.Unlock()
			}
		})
	}
	all.Wait()
	if failed == nil && worst == count {
		return context.Cause(ctx)
	}
	return failed
}
