package connect

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
)

// isPlain says whether a byte of a string stands for itself and is a whole code point.
func isPlain(b byte) bool { return b >= ' ' && b < utf8.RuneSelf && b != '"' && b != '\\' }

// plainEnd returns where the plain bytes end that begin at a place: at the first that is not plain, or at the end. It
// looks at eight bytes at once; that it finds what isPlain finds byte by byte is tested.
func plainEnd(data []byte, at int) int {
	for ; at+8 <= len(data); at += 8 {
		if marks := oddMarks(binary.LittleEndian.Uint64(data[at:])); marks != 0 {
			return at + bits.TrailingZeros64(marks)/8
		}
	}
	for at < len(data) && isPlain(data[at]) {
		at++
	}
	return at
}

// Eight equal bytes in a word.
const (
	eachOne       = 0x0101010101010101
	eachTop       = 0x80 * eachOne
	eachSpace     = ' ' * eachOne
	eachQuote     = '"' * eachOne
	eachBackslash = '\\' * eachOne
)

// oddMarks sets the top bit of the first byte of a word that is not plain, and perhaps of later ones. A byte is below n
// if taking n off it borrows and its own top bit was clear; it is equal to n if what sets the two apart is below one. A
// borrow falsifies only bytes behind the first that is marked.
func oddMarks(word uint64) uint64 {
	control := (word - eachSpace) &^ word
	quote, backslash := word^eachQuote, word^eachBackslash
	quote = (quote - eachOne) &^ quote
	backslash = (backslash - eachOne) &^ backslash
	return (word | control | quote | backslash) & eachTop
}
