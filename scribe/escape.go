package scribe

import (
	"fmt"
	"strconv"
	"unicode/utf8"
)

// appendString writes text in quotes. What is not UTF-8 is replaced, so that no text whatever keeps a record from being
// written or read; the doors refuse such text.
func appendString(dst []byte, s string) []byte {
	dst = append(dst, '"')
	plain := 0 // from here on, up to i, nothing needs care
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c != '"' && c != '\\' && c < utf8.RuneSelf {
			i++
			continue
		}
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(s[i:])
			if r != utf8.RuneError || size > 1 {
				i += size
				continue
			}
			dst = append(append(dst, s[plain:i]...), "\ufffd"...)
		} else {
			dst = appendEscape(append(dst, s[plain:i]...), c)
		}
		i++
		plain = i
	}
	return append(append(dst, s[plain:]...), '"')
}

// appendEscape writes a character that may not stand in quotes by itself.
func appendEscape(dst []byte, c byte) []byte {
	const digits = "0123456789abcdef"
	switch c {
	case '"', '\\':
		return append(dst, '\\', c)
	case '\n':
		return append(dst, '\\', 'n')
	case '\t':
		return append(dst, '\\', 't')
	}
	return append(dst, '\\', 'u', '0', '0', digits[c>>4], digits[c&15])
}

// escaped takes off text in quotes that has an escape, the first at i.
func (t *text) escaped(i int) (string, error) {
	s := append([]byte(nil), t.rest[:i]...)
	for i < len(t.rest) && t.rest[i] != '"' {
		c := t.rest[i]
		if c < ' ' {
			return "", fmt.Errorf("a control character in text: %q", clip(t.rest[i:]))
		}
		if c != '\\' {
			s = append(s, c)
			i++
			continue
		}
		plain, size, err := unescape(t.rest[i:])
		if err != nil {
			return "", err
		}
		s = append(s, plain)
		i += size
	}
	if i == len(t.rest) {
		return "", fmt.Errorf("text without an end: %q", clip(t.rest))
	}
	t.rest = t.rest[i+1:]
	if !utf8.Valid(s) {
		return "", fmt.Errorf("text is not UTF-8: %q", clip(s))
	}
	return string(s), nil
}

// unescape reads one of the escapes that appendEscape writes.
func unescape(word []byte) (plain byte, size int, err error) {
	if len(word) > 1 {
		switch word[1] {
		case '"', '\\':
			return word[1], 2, nil
		case 'n':
			return '\n', 2, nil
		case 't':
			return '\t', 2, nil
		}
	}
	if len(word) >= 6 && string(word[:4]) == `\u00` {
		n, err := strconv.ParseUint(string(word[4:6]), 16, 7)
		return byte(n), 6, unreadable(err, word[:6])
	}
	return 0, 0, fmt.Errorf("an escape that is not written here: %q", clip(word[:min(len(word), 6)]))
}
