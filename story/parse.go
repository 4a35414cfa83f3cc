package story

import (
	"strings"
	"unicode"

	"patchcord/acd"
)

// Parse takes a story apart. What it cannot understand it answers with a *Fault.
func Parse(text string) (*Script, error) { return ParseBeside(text, nil) }

// ParseBeside takes a story apart that may name files beside it, such as exported flows. read returns what is in one;
// nil: there are none.
func ParseBeside(text string, read func(name string) ([]byte, error)) (*Script, error) {
	p := parser{script: &Script{}, cast: newCast()}
	p.cast.read = read
	number := 0
	for line := range strings.Lines(text) {
		number++
		if fault := p.line(strings.TrimRight(line, "\r\n"), number); fault != nil {
			return nil, fault
		}
	}
	if fault := p.close(); fault != nil {
		return nil, fault
	}
	p.script.Below = p.above
	return p.script, nil
}

// parser reads a story line by line. An act is understood when the next one begins, as lines below it belong to it.
type parser struct {
	script *Script
	cast   *cast
	above  []string
	open   *Act
	body   []indented
	moment acd.Duration
}

func (p *parser) line(text string, number int) *Fault {
	blank := strings.TrimSpace(text) == ""
	switch {
	case strings.HasPrefix(text, answerMark) || text == strings.TrimRight(answerMark, " "):
		if p.open == nil || len(p.above) > 0 {
			return &Fault{number, 1, "an answer stands directly below the line that it answers"}
		}
		p.open.Answer = append(p.open.Answer, strings.TrimPrefix(text, answerMark))
	case blank || p.explains(text):
		p.above = append(p.above, text)
	case unicode.IsSpace(rune(text[0])):
		return p.indented(text, number)
	default:
		if fault := p.close(); fault != nil {
			return fault
		}
		p.open = &Act{Above: p.above, Line: number, Text: text}
		p.above = nil
	}
	return nil
}

// explains says whether a line is a comment that stands by itself; one among indented lines belongs to them.
func (p *parser) explains(text string) bool {
	belongs := unicode.IsSpace(rune(text[0])) && p.open != nil && len(p.above) == 0 && len(p.open.Answer) == 0
	return strings.HasPrefix(strings.TrimSpace(text), "#") && !belongs
}

// indented adds a line to the act above it.
func (p *parser) indented(text string, number int) *Fault {
	words, fault := split(text, number)
	switch {
	case fault != nil:
		return fault
	case p.open == nil || len(p.above) > 0 || len(p.open.Answer) > 0:
		return &Fault{number, 1, "an indented line stands directly below the line that it belongs to"}
	}
	p.open.Body = append(p.open.Body, text)
	if len(words) > 0 {
		p.body = append(p.body, indented{number, words})
	}
	return nil
}

// close understands the act that has been read.
func (p *parser) close() *Fault {
	act := p.open
	if act == nil {
		return nil
	}
	words, fault := split(act.Text, act.Line)
	if fault != nil {
		return fault
	}
	a := &args{line: act.Line, words: words, end: len([]rune(act.Text)) + 1, body: p.body, cast: p.cast}
	if first := words[0]; first.text != "" && first.text[0] >= '0' && first.text[0] <= '9' {
		p.readMoment(a, act)
	}
	switch {
	case len(a.words) == 0:
		a.finish()
	case a.words[0].text == "quotas":
		p.readQuotas(a)
	case a.words[0].text == "customers":
		p.readCustomers(a)
	default:
		act.deed = a.read()
	}
	if a.fault != nil {
		return a.fault
	}
	p.moment += a.passes
	p.script.Acts = append(p.script.Acts, *act)
	p.open, p.body = nil, nil
	return nil
}

// readMoment takes the time from the beginning of a line. Time does not go back.
func (p *parser) readMoment(a *args, act *Act) {
	w := a.words[0]
	moment := a.duration(w, w.text)
	if moment < p.moment {
		a.fail(w, "%s lies before %s, and time does not go back", w.text, formatDuration(p.moment))
	}
	p.moment, act.moment = moment, &moment
	a.words = a.words[1:]
}

// readQuotas takes the quotas, which hold before anything else happens.
func (p *parser) readQuotas(a *args) {
	name := a.words[0]
	a.words = a.words[1:]
	if len(p.script.Acts) > 0 {
		a.fail(name, "quotas stand above everything else")
	}
	if w := a.next("the name of the quotas"); w.text != "amazon" {
		a.fail(w, "%q are no quotas; write %s", w.text, verbs()["quotas"].usage)
	}
	a.finish()
	p.script.rules.Quotas = acd.AmazonQuotas()
}

// readCustomers takes how long the customers of chats have to connect, which holds before anything else happens.
func (p *parser) readCustomers(a *args) {
	name := a.words[0]
	a.words = a.words[1:]
	if len(p.script.Acts) > 0 {
		a.fail(name, "what holds for customers stands above everything else")
	}
	w := a.next("how long they have to connect")
	p.script.rules.ChatConnect = a.duration(w, w.text)
	a.finish()
}
