package story

import (
	"fmt"
	"slices"
	"strings"

	"patchcord/acd"
	"patchcord/directory"
)

// args reads the words of a line one after the other. The first fault stays; whatever is read after it is empty.
type args struct {
	line   int
	words  []word
	end    int // the column behind the last word
	body   []indented
	cast   *cast
	passes acd.Duration // how much time the line itself lets pass
	fault  *Fault
}

// An indented line belongs to the line above it.
type indented struct {
	line  int
	words []word
}

// A pair is a word of the form key=value.
type pair struct {
	word
	key, value string
}

// fail notes a fault at a word, if it is the first.
func (a *args) fail(w word, format string, values ...any) {
	if a.fault == nil {
		a.fault = &Fault{a.line, w.column, fmt.Sprintf(format, values...)}
	}
}

// more says whether a word without key follows.
func (a *args) more() bool {
	return a.fault == nil && len(a.words) > 0 && !strings.Contains(a.words[0].text, "=")
}

// next takes the next word, which must be a name.
func (a *args) next(what string) word {
	if !a.more() {
		at := word{column: a.end}
		if len(a.words) > 0 {
			at = a.words[0]
		}
		a.fail(at, "%s is missing", what)
		return word{}
	}
	w := a.words[0]
	a.words = a.words[1:]
	return w
}

// known takes the next word, which must be a name of the given kind.
func (a *args) known(kind kind) string {
	w := a.next("a " + string(kind))
	if w.text != "" && !a.cast.has(kind, w.text) {
		a.fail(w, "no %s is called %q up to here", kind, w.text)
	}
	return w.text
}

// fresh takes the next word and makes it a name of the given kind.
func (a *args) fresh(kind kind) string {
	w := a.next("a name for the " + string(kind))
	if w.text != "" && !a.cast.add(kind, w.text) {
		a.fail(w, "a %s is called %q already", kind, w.text)
	}
	return w.text
}

// take takes the word that is key=value, if there is one.
func (a *args) take(key string) *pair {
	for i, w := range a.words {
		if name, value, ok := strings.Cut(w.text, "="); ok && name == key {
			a.words = slices.Delete(a.words, i, i+1)
			return &pair{word: w, key: name, value: value}
		}
	}
	return nil
}

// pairs takes all words that are left, each of which must be key=value.
func (a *args) pairs() []pair {
	var pairs []pair
	for _, w := range a.words {
		key, value, ok := strings.Cut(w.text, "=")
		if !ok || key == "" || value == "" {
			a.fail(w, "%q is not of the form key=value", w.text)
			break
		}
		pairs = append(pairs, pair{w, key, value})
	}
	a.words = nil
	return pairs
}

// steps takes the indented lines as steps of routing criteria.
func (a *args) steps() []plannedStep {
	var steps []plannedStep
	for _, in := range a.body {
		step, fault := readStep(in)
		if fault != nil {
			if a.fault == nil {
				a.fault = fault
			}
			break
		}
		steps = append(steps, step)
	}
	a.body = nil
	return steps
}

// finish notes a fault when anything was left unread.
func (a *args) finish() {
	if len(a.words) > 0 {
		a.fail(a.words[0], "%q is one word too many", a.words[0].text)
	}
	if len(a.body) > 0 && a.fault == nil {
		a.fault = &Fault{a.body[0].line, a.body[0].words[0].column, "nothing can be indented below this verb"}
	}
}

// unknown notes the fault of a key that a verb does not have.
func (a *args) unknown(p pair, known string) {
	a.fail(p.word, "unknown key %q; known are %s", p.key, known)
}

// integer reads a whole number.
func (a *args) integer(p pair, least, most int64) int64 {
	var n int64
	if _, err := fmt.Sscanf(p.value+"\n", "%d\n", &n); err != nil || n < least || n > most {
		a.fail(p.word, "%s is %q; give a whole number from %d to %d", p.key, p.value, least, most)
	}
	return n
}

// duration reads a span of time.
func (a *args) duration(w word, text string) acd.Duration {
	d, ok := readDuration(text)
	if !ok {
		a.fail(w, "%q is no span of time; write it like 30s, 1m30s or 2h", text)
	}
	return d
}

// channels reads a list of channels in any case, separated by commas; all stands for every one.
func (a *args) channels(w word, text string) []acd.Channel {
	if strings.EqualFold(text, "all") {
		return acd.Channels()
	}
	var list []acd.Channel
	for name := range strings.SplitSeq(text, ",") {
		c, ok := acd.ParseChannel(name)
		if !ok {
			a.fail(w, "%q is no channel; give voice, chat, task or email", name)
		}
		list = append(list, c)
	}
	return list
}

// kind is what a name in a story stands for.
type kind string

const (
	aQueue   kind = "queue"
	aProfile kind = "routing profile"
	aUser    kind = "user"
	aStatus  kind = "status"
	aContact kind = "contact"
	aQuick   kind = "quick connect"
	aFlow    kind = "flow"
	aModule  kind = "module"
)

// cast holds the names that a story has brought up so far.
type cast struct {
	names map[kind]map[string]bool
	read  func(name string) ([]byte, error) // a file beside the story; nil: there are none
}

// basicQueue is the queue that every instance has.
const basicQueue = "BasicQueue"

func newCast() *cast {
	c := &cast{names: map[kind]map[string]bool{
		aQueue: {basicQueue: true}, aProfile: {}, aUser: {}, aStatus: {"available": true, "offline": true}, aContact: {},
		aQuick: {}, aFlow: {}, aModule: {},
	}}
	for _, f := range directory.FreshFlows() {
		c.names[aFlow][f.Name] = true
	}
	return c
}

func (c *cast) has(kind kind, name string) bool {
	return c.names[kind][name] || kind == aContact && c.names[kind][chainOf(name)]
}

// add says whether the name is new.
func (c *cast) add(kind kind, name string) bool {
	if c.has(kind, name) {
		return false
	}
	c.names[kind][name] = true
	return true
}
