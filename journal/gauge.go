package journal

// Where there was this much room on the disk, there is still enough for as many batches, the largest of which take 128
// MiB each.
const (
	gaugeBytesMin = 1 << 30
	gaugeReadsMax = 8
)

// A gauge tells the room on a disk. While there is plenty it asks for it now and then only, since a writer that is busy
// would ask some thousand times a second.
type gauge struct {
	ask func() (int64, error)

	room  int64 // when it was asked for last
	reads int   // since then
}

// read returns the room in bytes. One at a time may call it.
func (g *gauge) read() (int64, error) {
	if g.reads++; g.room >= gaugeBytesMin && g.reads < gaugeReadsMax {
		return g.room, nil
	}
	room, err := g.ask()
	if err != nil {
		room = 0
	}
	g.room, g.reads = room, 0
	return room, err
}
