package journal

import "time"

// Where there was this much room on the disk a moment ago, there is still enough: no disk is filled faster.
const (
	gaugeBytesMin = 1 << 30
	gaugeAgeMax   = 50 * time.Millisecond
)

// A gauge tells the room on a disk. While there is plenty it asks for it now and then only, since a writer that is busy
// would ask some hundred times a second.
type gauge struct {
	ask func() (int64, error)
	now func() time.Time

	room int64     // when it was asked for last
	at   time.Time // when that was
}

// read returns the room in bytes. One at a time may call it.
func (g *gauge) read() (int64, error) {
	now := g.now()
	if age := now.Sub(g.at); g.room >= gaugeBytesMin && age >= 0 && age < gaugeAgeMax {
		return g.room, nil
	}
	room, err := g.ask()
	if err != nil {
		g.room = 0
		return 0, err
	}
	g.room, g.at = room, now
	return room, nil
}
