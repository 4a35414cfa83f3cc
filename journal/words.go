package journal

import (
	"encoding/binary"
	"errors"
	"fmt"
	"sync"

	"github.com/ncruces/go-sqlite3"
)

// The words of marks are kept once, each under a small number. They are few, and
// none is ever forgotten, so all of them are in memory. It is safe for concurrent
// use; only the writer adds.
type words struct {
	mu    sync.RWMutex
	ids   map[string]int64
	texts []string // of id 1 and up
}

// loadWords reads every word.
func loadWords(c *sqlite3.Conn, format int) (*words, error) {
	w := &words{ids: map[string]int64{}}
	if format == formatOfKeys {
		return w, nil
	}
	err := ask(c, "SELECT id, word FROM word ORDER BY id", func(st *sqlite3.Stmt) bool {
		if st.ColumnInt64(0) != int64(len(w.texts)+1) {
			return false
		}
		w.add([]string{string(st.ColumnBlob(1, nil))})
		return true
	})
	if err != nil {
		return nil, fmt.Errorf("read words: %w", err)
	}
	return w, nil
}

// add gives words the next ids.
func (w *words) add(texts []string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, text := range texts {
		w.texts = append(w.texts, text)
		w.ids[text] = int64(len(w.texts))
	}
}

// id returns the id of a word, 0 if it has none.
func (w *words) id(text string) int64 {
	w.mu.RLock()
	defer w.mu.RUnlock()
	return w.ids[text]
}

// next returns the id that the next word would get.
func (w *words) next() int64 {
	w.mu.RLock()
	defer w.mu.RUnlock()
	return int64(len(w.texts)) + 1
}

// text returns the word of an id.
func (w *words) text(id int64) (string, bool) {
	w.mu.RLock()
	defer w.mu.RUnlock()
	if id < 1 || id > int64(len(w.texts)) {
		return "", false
	}
	return w.texts[id-1], true
}

// A stamp is a mark as the tables keep it.
type stamp struct {
	word, at, number, row int64
}

// appendMarks writes what a row keeps of its marks, so that they can be found
// again when the row goes:
//
//	number  how many  word  at, from that of the entry ...  note
//
// each a varint, but the note, which is the rest. Nothing stands for nothing.
func appendMarks(dst []byte, e *Entry, id func(word string) (int64, error)) ([]byte, error) {
	if e.Number == 0 && len(e.Note) == 0 && len(e.Marks) == 0 {
		return dst, nil
	}
	dst = binary.AppendVarint(dst, e.Number)
	dst = binary.AppendUvarint(dst, uint64(len(e.Marks)))
	for _, m := range e.Marks {
		word, err := id(m.Word)
		if err != nil {
			return nil, err
		}
		dst = binary.AppendUvarint(dst, uint64(word))
		dst = binary.AppendVarint(dst, m.At-e.At)
	}
	return append(dst, e.Note...), nil
}

// stamps reads the marks of a row.
func (e *entryRow) stamps() (list []stamp, note []byte, err error) {
	if len(e.marks) == 0 {
		return nil, nil, nil
	}
	b := e.marks
	varint := func() (n int64) {
		n, size := binary.Varint(b)
		if size <= 0 {
			err = errors.New("its marks are cut short")
			return 0
		}
		b = b[size:]
		return n
	}
	unsigned := func() (n uint64) {
		n, size := binary.Uvarint(b)
		if size <= 0 {
			err = errors.New("its marks are cut short")
			return 0
		}
		b = b[size:]
		return n
	}
	number := varint()
	count := unsigned()
	for i := uint64(0); i < count && err == nil; i++ {
		word := int64(unsigned())
		list = append(list, stamp{word: word, at: e.at + varint(), number: number, row: e.row})
	}
	if err != nil {
		return nil, nil, fmt.Errorf("%w: archive entry %q: %w", ErrDamaged, e.key, err)
	}
	return list, b, nil
}

// number is the number that a row's marks have.
func (e *entryRow) number() int64 {
	n, _ := binary.Varint(e.marks)
	return n
}
