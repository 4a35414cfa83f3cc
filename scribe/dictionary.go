package scribe

import _ "embed"

//go:embed dictionary-1.txt
var dictionary1 string

// Dictionary returns what the journal's packing begins with, and its id: text that is much like what records hold, the
// commonest last, so that even a short record shrinks. One id is one content for ever: what was packed with it is
// unpacked with it. A better one is a new file with a new id.
func Dictionary() (id uint32, content []byte) { return 1, []byte(dictionary1) }
