package keys

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// clock is a clock that a test turns.
type clock struct{ at time.Time }

func newClock() *clock { return &clock{time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)} }

func (c *clock) now() time.Time          { return c.at }
func (c *clock) advance(d time.Duration) { c.at = c.at.Add(d) }

func mustCreate(t *testing.T, c *Cabinet, g Grant) Key {
	t.Helper()
	key, err := c.Create(g)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func mustRing(t *testing.T, dir string, now func() time.Time, notice func(error)) *Ring {
	t.Helper()
	r, err := NewRing(dir, now, notice)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	return r
}

func TestCabinetCreate(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	c := NewCabinet(dir, newClock().now)
	admin := mustCreate(t, c, Grant{Role: Admin})
	ana := mustCreate(t, c, Grant{Role: Agent, InstanceID: "i", UserID: "ana"})
	if len(admin.ID) != 20 || !strings.HasPrefix(admin.ID, "AKIA") || len(admin.Secret) != 40 || admin.ID == ana.ID {
		t.Errorf("keys are %+v and %+v", admin, ana)
	}
	for name, want := range map[string]os.FileMode{".": 0o700, "keys.json": 0o600, "keys.lock": 0o600} {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil || info.Mode().Perm() != want {
			t.Errorf("%s has mode %v (%v), want %v", name, info.Mode().Perm(), err, want)
		}
	}
	listed, err := c.List()
	if err != nil || len(listed) != 2 {
		t.Fatalf("listed %v (%v)", listed, err)
	}
	admin.Secret, ana.Secret = "", ""
	if listed[0] != admin || listed[1] != ana {
		t.Errorf("listed %+v, want %+v and %+v", listed, admin, ana)
	}
}

func TestCabinetRefuses(t *testing.T) {
	c := NewCabinet(t.TempDir(), newClock().now)
	for about, g := range map[string]Grant{
		"no role":              {},
		"unknown role":         {Role: "root"},
		"agent without user":   {Role: Agent, InstanceID: "i"},
		"agent of no instance": {Role: Agent, UserID: "ana"},
		"admin of an instance": {Role: Admin, InstanceID: "i"},
		"endless id":           {Role: Agent, InstanceID: "i", UserID: strings.Repeat("x", 129)},
	} {
		if _, err := c.Create(g); err == nil {
			t.Errorf("%s: a key was made", about)
		}
	}
	if err := c.Revoke("AKIAAAAAAAAAAAAAAAAA"); !errors.Is(err, ErrUnknown) {
		t.Errorf("revoked what is not there: %v", err)
	}
	if listed, err := c.List(); err != nil || len(listed) != 0 {
		t.Errorf("listed %v (%v)", listed, err)
	}
}

// Several processes may write at once; here they are goroutines with a cabinet each.
func TestCabinetsTakeTurns(t *testing.T) {
	dir := t.TempDir()
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			c := NewCabinet(dir, newClock().now)
			for range 5 {
				kept, err := c.Create(Grant{Role: Admin})
				if err != nil {
					t.Error(err)
				}
				gone, err := c.Create(Grant{Role: ReadOnly})
				if err = errors.Join(err, c.Revoke(gone.ID)); err != nil {
					t.Errorf("beside %s: %v", kept.ID, err)
				}
			}
		})
	}
	all.Wait()
	if listed, err := NewCabinet(dir, newClock().now).List(); err != nil || len(listed) != 40 {
		t.Errorf("%d keys are there (%v), want 40", len(listed), err)
	}
}

func TestRingHonoursTheCabinet(t *testing.T) {
	dir, clock := t.TempDir(), newClock()
	r := mustRing(t, dir, clock.now, func(err error) { t.Error(err) })
	c := NewCabinet(dir, clock.now)
	key := mustCreate(t, c, Grant{Role: Admin})
	if _, ok := r.Find(key.ID); ok {
		t.Error("a new key is found before anybody looked")
	}
	clock.advance(lookEvery)
	if got, ok := r.Find(key.ID); !ok || got != key {
		t.Errorf("found %+v, want %+v", got, key)
	}
	if err := c.Revoke(key.ID); err != nil {
		t.Fatal(err)
	}
	clock.advance(lookEvery - 1)
	if _, ok := r.Find(key.ID); !ok {
		t.Error("the ring looked too early")
	}
	clock.advance(1)
	if _, ok := r.Find(key.ID); ok {
		t.Error("a revoked key is found")
	}
}

// The new version of the file has the length and the times of the old one.
func TestRingTellsVersionsApart(t *testing.T) {
	dir, clock := t.TempDir(), newClock()
	c := NewCabinet(dir, clock.now)
	first := mustCreate(t, c, Grant{Role: Admin})
	r := mustRing(t, dir, clock.now, func(err error) { t.Error(err) })
	for range 10 {
		if err := c.Revoke(first.ID); err != nil {
			t.Fatal(err)
		}
		second := mustCreate(t, c, Grant{Role: Admin})
		if err := os.Chtimes(path(dir), clock.at, clock.at); err != nil {
			t.Fatal(err)
		}
		clock.advance(lookEvery)
		if _, ok := r.Find(first.ID); ok {
			t.Error("a revoked key is found")
		}
		if _, ok := r.Find(second.ID); !ok {
			t.Error("a new key is not found")
		}
		first = second
	}
}

func TestRingNeverFallsOpen(t *testing.T) {
	one := `{"Version":1,"Keys":[{"ID":"AKIAAAAAAAAAAAAAAAAA","Secret":"` + strings.Repeat("s", 40) +
		`","Role":"admin","CreatedAt":"2026-01-01T00:00:00Z"}]}`
	if all, err := parse([]byte(one)); err != nil || len(all) != 1 {
		t.Fatalf("parsed %v (%v)", all, err)
	}
	for about, text := range map[string]string{
		"empty":            "",
		"cut short":        one[:len(one)-3],
		"followed":         one + "{}",
		"no object":        `[]`,
		"another version":  strings.Replace(one, `"Version":1`, `"Version":2`, 1),
		"unknown member":   strings.Replace(one, `"Role"`, `"Expires":1,"Role"`, 1),
		"unknown role":     strings.Replace(one, "admin", "root", 1),
		"no role":          strings.Replace(one, `"Role":"admin",`, "", 1),
		"short secret":     strings.Replace(one, "ss", "s", 1),
		"other ID":         strings.Replace(one, "AKIA", "ASIA", 1),
		"a member twice":   strings.Replace(one, `"Role"`, `"Role":"admin","Role"`, 1),
		"a key twice":      strings.Replace(one, `]`, one[strings.Index(one, `[{`)+1:strings.Index(one, `]`)]+`]`, 1),
		"agent of nowhere": strings.Replace(one, "admin", "agent", 1),
	} {
		t.Run(about, func(t *testing.T) {
			dir, clock := t.TempDir(), newClock()
			key := mustCreate(t, NewCabinet(dir, clock.now), Grant{Role: Admin})
			var told []error
			r := mustRing(t, dir, clock.now, func(err error) { told = append(told, err) })
			if err := os.WriteFile(path(dir), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
			for range 3 {
				clock.advance(lookEvery)
				if _, ok := r.Find(key.ID); ok || r.Len() != 0 {
					t.Error("a key is found in a damaged file")
				}
			}
			if len(told) != 1 || !strings.Contains(told[0].Error(), "keys.json is damaged") {
				t.Errorf("told %v", told)
			}
			if _, err := NewRing(dir, clock.now, nil); err == nil {
				t.Error("a server would start with it")
			}
			if _, err := NewCabinet(dir, clock.now).Create(Grant{Role: Admin}); err == nil {
				t.Error("a key was added to it")
			}
		})
	}
}

func TestRingWithoutAFile(t *testing.T) {
	dir, clock := t.TempDir(), newClock()
	key := mustCreate(t, NewCabinet(dir, clock.now), Grant{Role: Admin})
	r := mustRing(t, dir, clock.now, func(err error) { t.Error(err) })
	if r.Len() != 1 {
		t.Errorf("%d keys", r.Len())
	}
	if err := os.Remove(path(dir)); err != nil {
		t.Fatal(err)
	}
	clock.advance(-time.Hour) // and the clock is set back
	if _, ok := r.Find(key.ID); ok {
		t.Error("a key is found without a file")
	}
}

func TestKeysThatOthersCanRead(t *testing.T) {
	dir, clock := t.TempDir(), newClock()
	key := mustCreate(t, NewCabinet(dir, clock.now), Grant{Role: Admin})
	var told []error
	r := mustRing(t, dir, clock.now, func(err error) { told = append(told, err) })
	if err := os.Chmod(path(dir), 0o640); err != nil {
		t.Fatal(err)
	}
	clock.advance(lookEvery)
	if _, ok := r.Find(key.ID); ok || len(told) != 1 || !strings.Contains(told[0].Error(), "chmod 600") {
		t.Errorf("found %v, told %v", ok, told)
	}
	if err := os.Chmod(path(dir), 0o600); err != nil {
		t.Fatal(err)
	}
	clock.advance(lookEvery)
	if _, ok := r.Find(key.ID); !ok {
		t.Error("not found after the mode was put right")
	}
}

func TestRingServesMany(t *testing.T) {
	dir := t.TempDir()
	c := NewCabinet(dir, time.Now)
	key := mustCreate(t, c, Grant{Role: Admin})
	r := mustRing(t, dir, time.Now, func(err error) { t.Error(err) })
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 1000 {
				if _, ok := r.Find(key.ID); !ok {
					t.Error("not found")
				}
			}
		})
	}
	all.Wait()
}

func BenchmarkRingFind(b *testing.B) {
	dir := b.TempDir()
	key, err := NewCabinet(dir, time.Now).Create(Grant{Role: Admin})
	if err != nil {
		b.Fatal(err)
	}
	r, err := NewRing(dir, time.Now, nil)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		r.Find(key.ID)
	}
}
