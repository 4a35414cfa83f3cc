package journal

import (
	"encoding/hex"
	"fmt"
	"iter"
	"slices"
)

// Limits. Each names its unit last.
const (
	PayloadBytesMax = 64 << 20 // of one batch, before compression
	ArchiveBytesMax = 64 << 20 // keys and values of one batch, before compression
	KeyBytesMax     = 1 << 10  // of one archive key
	WordBytesMax    = 256      // of one word of a mark
	NoteBytesMax    = 64       // of one entry's note
	MarksMax        = 16       // of one entry
	ForgetRowsMax   = 1000     // archive rows that one call of Forget removes
	SnapshotsKept   = 2        // newest snapshots that stay; the older one covers damage to the newer
)

// A Hash is a SHA-256 digest. A record's hash covers its predecessor's, so the
// hash of the end stands for the whole journal.
type Hash [32]byte

// String returns the hash in lower-case hexadecimal.
func (h Hash) String() string { return hex.EncodeToString(h[:]) }

// A BatchID names a batch at its place: it is derived from the previous hash,
// the sequence and the content. A writer that does not know whether its append
// arrived compares ids.
type BatchID [16]byte

// String returns the id in lower-case hexadecimal.
func (b BatchID) String() string { return hex.EncodeToString(b[:]) }

// A Batch is what one Append makes durable, all of it or nothing.
type Batch struct {
	Payload []byte  // opaque; at most PayloadBytesMax
	Archive []Entry // written in the same transaction; of two entries with one key the later stays
}

// An Entry is one row of the archive, the projection of what has ended. A new
// entry replaces the one with the same key.
type Entry struct {
	Key   string // not empty, at most KeyBytesMax; ordered byte by byte
	At    int64  // milliseconds since the epoch; Forget goes by it
	Value []byte

	Number int64  // settles the order of marks with one At
	Note   []byte // travels with each mark; at most NoteBytesMax
	Marks  []Mark // what the entry is found by, besides its key; no two alike
}

// A Mark puts an entry into the list of a word, at a place in its order.
type Mark struct {
	Word string // not empty, at most WordBytesMax; there are few words and many marks
	At   int64
}

// A Record is a batch as the journal keeps it.
type Record struct {
	Sequence int64 // the first is 1 and there are no gaps
	Batch    BatchID
	Previous Hash   // hash of the record before; zero for record 1
	Hash     Hash   // covers Previous, Sequence, Batch, Payload and Archive
	Archive  Hash   // digest of the batch's archive entries; zero if it had none
	Payload  []byte // belongs to the caller
}

// A Log is an ordered list of records with one writer.
type Log interface {
	// Append returns when the batch is durable. An error that is not ErrStopped has
	// changed nothing, and the batch may be told again. With ErrStopped nobody knows
	// whether the batch arrived, and every later write is refused: only a restart
	// can tell.
	Append(b Batch) (sequence int64, err error)

	// Read yields the records from one sequence to the end, each checked against
	// its checksum and its predecessor. From 0 it begins with the oldest that is
	// kept; a sequence below that is ErrTrimmed. An error is the last thing yielded.
	// Records appended meanwhile are met too.
	Read(from int64) iter.Seq2[Record, error]

	// End returns the last durable record's sequence and hash, 0 and zero when
	// there is none. It never waits behind a commit.
	End() (sequence int64, hash Hash)
}

// An Archive finds what batches have put there. It never waits behind a commit.
type Archive interface {
	Lookup(key string) (value []byte, ok bool, err error)

	// Range yields the entries with from <= key < to in the order of their keys.
	// An empty to is no bound. An error is the last thing yielded.
	Range(from, to string) iter.Seq2[Entry, error]

	// Forget removes entries older than before (milliseconds since the epoch), at
	// most ForgetRowsMax of them, oldest first; call again while n == ForgetRowsMax.
	Forget(before int64) (n int, err error)
}

// A Span is a part of the list of a word.
type Span struct {
	Word     string
	From, To int64  // of At, both included
	Back     bool   // from the last to the first
	Behind   *Place // begin behind this place, in the order of the walk; nil: at its beginning
	Until    int64  // leave out what records after this one brought first; 0: nothing
}

// A Place is where a mark stands in the list of its word.
type Place struct{ At, Number int64 }

// A Marked is a mark as it is found.
type Marked struct {
	Place
	Note []byte
	Row  int64 // where the entry lies
}

// An Index finds entries by their marks. It never waits behind a commit.
type Index interface {
	// Marks yields the marks of a span in the order of At and Number. An error is the last thing yielded. What is
	// appended or forgotten meanwhile may be met or not.
	Marks(s Span) iter.Seq2[Marked, error]

	// Count returns how many marks a span has.
	Count(s Span) (n int64, err error)

	// Entry returns the entry of a row, unless it has been forgotten.
	Entry(row int64) (e Entry, ok bool, err error)
}

// Snapshots keep states, so that replay need not begin at record 1.
type Snapshots interface {
	// SaveSnapshot keeps the state after the record of that sequence. Appends go
	// on meanwhile. The newest SnapshotsKept stay.
	SaveSnapshot(sequence int64, payload []byte) error

	// LatestSnapshot returns the newest snapshot that is whole, or 0 and nil if
	// there is none and the journal can be replayed from record 1.
	LatestSnapshot() (sequence int64, payload []byte, err error)

	// Trim drops the records below a sequence. It refuses to drop a record that
	// the oldest kept snapshot does not cover.
	Trim(below int64) error
}

// A Journal is all four. Closing it belongs to whoever opened it.
type Journal interface {
	Log
	Archive
	Index
	Snapshots
}

// check refuses a batch that is over a limit.
func (b Batch) check() error {
	if len(b.Payload) > PayloadBytesMax {
		return fmt.Errorf("payload of %d bytes is over the limit of %d", len(b.Payload), PayloadBytesMax)
	}
	size := 0
	for _, e := range b.Archive {
		if e.Key == "" || len(e.Key) > KeyBytesMax {
			return fmt.Errorf("archive key of %d bytes is not within 1 and %d", len(e.Key), KeyBytesMax)
		}
		if err := e.checkMarks(); err != nil {
			return err
		}
		size += len(e.Key) + len(e.Value)
	}
	if size > ArchiveBytesMax {
		return fmt.Errorf("archive entries of %d bytes are over the limit of %d", size, ArchiveBytesMax)
	}
	return nil
}

// checkMarks refuses an entry whose marks are over a limit.
func (e *Entry) checkMarks() error {
	if len(e.Marks) > MarksMax || len(e.Note) > NoteBytesMax {
		return fmt.Errorf("archive entry with %d marks and a note of %d bytes is over the limit of %d and %d",
			len(e.Marks), len(e.Note), MarksMax, NoteBytesMax)
	}
	for i, m := range e.Marks {
		if m.Word == "" || len(m.Word) > WordBytesMax {
			return fmt.Errorf("word of %d bytes is not within 1 and %d", len(m.Word), WordBytesMax)
		}
		if slices.Contains(e.Marks[:i], m) {
			return fmt.Errorf("archive entry with the mark %q twice", m.Word)
		}
	}
	return nil
}
