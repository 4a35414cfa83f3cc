package history

import (
	"fmt"
	"iter"
	"slices"

	"patchcord/acd"
	"patchcord/journal"
)

// A Search is one query on its way: it meets the living contacts first, and then looks through the ended ones. What it
// finds is as the account was after one record: whoever asks shows it the contacts that live then, and names the
// record, and it leaves out what later records brought, so that each contact is found once, living or ended.
//
// That is so for each page by itself. The next page is as of a later record, but begins behind the same contact: what
// is there all the time is on one page, whatever comes and goes. Ended contacts that change show their latest state
// (A0166).
type Search struct {
	history *History
	query   Query
	leaf    leaf
}

// An Answer is one page.
type Answer struct {
	Contacts []acd.Contact
	Next     *Position // of the last contact, if there are more behind it
	Total    int64     // of all pages
}

// Search begins a search.
func (h *History) Search(q Query) *Search {
	if q.Sort.By == "" {
		q.Sort.By = Field(Initiated)
	}
	return &Search{history: h, query: q, leaf: leaf{sort: q.Sort, after: q.After, max: q.Max}}
}

// Meet shows the search a living contact. It keeps a copy if it wants one.
func (s *Search) Meet(c *acd.Contact) {
	if !s.query.holds(c) {
		return
	}
	s.leaf.total++
	if p := s.query.Sort.place(c); s.leaf.wants(p) {
		s.leaf.put(hit{p, new(*c), 0})
	}
}

// Answer ends a search that has met all contacts that live after a record.
func (s *Search) Answer(sequence int64) (Answer, error) {
	if !s.query.Criteria.Nothing {
		for _, l := range s.lanes() {
			if err := s.walk(l, sequence); err != nil {
				return Answer{}, fmt.Errorf("search contacts: %w", err)
			}
		}
	}
	answer := Answer{Total: s.leaf.total}
	for i, h := range s.leaf.hits {
		if i == s.query.Max {
			answer.Next = &s.leaf.hits[i-1].Position
			break
		}
		c, ok, err := s.open(h)
		if err != nil {
			return Answer{}, fmt.Errorf("search contacts: %w", err)
		}
		if ok {
			answer.Contacts = append(answer.Contacts, c)
		}
	}
	return answer, nil
}

// open returns the contact of a hit, unless it has been forgotten meanwhile.
func (s *Search) open(h hit) (c acd.Contact, ok bool, err error) {
	if h.contact != nil {
		return *h.contact, true, nil
	}
	return s.history.at(h.row)
}

// at returns the contact of a row.
func (h *History) at(row int64) (c acd.Contact, ok bool, err error) {
	e, ok, err := h.archive.Entry(row)
	if err != nil || !ok {
		return c, false, err
	}
	c, err = h.codec.open(e.Key, e.Value)
	return c, err == nil, err
}

// A lane is a part of a list in which contacts may be that are looked for.
type lane struct {
	span   journal.Span
	moment Moment // by which the list is ordered
	narrow bool   // the list holds nothing but what the queues, or the agents, of the query ask for
	exact  bool   // and nothing but what the range asks for
}

// lanes returns where to look: in the lists of the agents or of the queues, if it is asked for such, or else in the
// list of all; among those that began in the range or, where another moment is asked for, an hour before; and among
// the late.
func (s *Search) lanes() []lane {
	q := &s.query
	moment, from, to := q.Range.Moment, int64(q.Range.From), int64(q.Range.To)
	late := lane{span: journal.Span{Word: listOf(moment) + string(q.Instance), From: from, To: to}, moment: moment,
		narrow: len(q.Criteria.Agents) == 0 && len(q.Criteria.Queues) == 0, exact: true}
	if moment == Scheduled {
		return []lane{late}
	}
	var lanes []lane
	if moment != Initiated {
		lanes, from = append(lanes, late), from-int64(lateAfter)
	}
	words, narrow := s.words()
	for _, word := range words {
		lanes = append(lanes, lane{span: journal.Span{Word: word, From: from, To: to}, moment: Initiated,
			narrow: narrow, exact: moment == Initiated})
	}
	return lanes
}

// words returns the lists that together hold all that is looked for, and whether being in one is all that the query
// asks about agents and queues.
func (s *Search) words() (words []string, narrow bool) {
	k, instance := &s.query.Criteria, string(s.query.Instance)
	switch {
	case len(k.Agents) > 0:
		for _, id := range k.Agents {
			words = append(words, listOfAgent+instance+"/"+string(id))
		}
	case len(k.Queues) > 0:
		for _, id := range k.Queues {
			words = append(words, listOfQueue+instance+"/"+string(id))
		}
	default:
		words = append(words, listOfAll+instance)
	}
	slices.Sort(words)
	return slices.Compact(words), len(k.Agents) == 0 || len(k.Queues) == 0
}

// walk takes what is looked for in a lane to the page, and counts it.
func (s *Search) walk(l lane, sequence int64) error {
	l.span.Until = sequence
	sorted := s.query.Sort.By == Field(l.moment)
	l.span.Back = sorted && s.query.Sort.Back
	cards := s.needsCards()
	if sorted && l.exact && l.narrow && !cards && !s.needsRows() {
		return s.skim(l)
	}
	for m, err := range s.history.archive.Marks(l.span) {
		if err != nil {
			return err
		}
		if err := s.weigh(l, m); err != nil {
			return err
		}
	}
	return nil
}

// skim takes the page from a lane in which everything is looked for, in the order that is wanted. The rest is counted.
func (s *Search) skim(l lane) error {
	n, err := s.history.archive.Count(l.span)
	if err != nil {
		return err
	}
	s.leaf.total += n
	if after := s.leaf.after; after != nil {
		if after.At.IsZero() {
			return nil // all that have the moment come before
		}
		l.span.Behind = &journal.Place{At: int64(after.At), Number: after.Number}
	}
	for m, err := range s.history.archive.Marks(l.span) {
		if err != nil {
			return err
		}
		p := Position{At: acd.Time(m.At), Number: m.Number}
		if !s.leaf.wants(p) {
			return nil
		}
		s.leaf.put(hit{p, nil, m.Row})
	}
	return nil
}

// needsRows says whether the query asks for something that only a contact's row tells.
func (s *Search) needsRows() bool {
	k := &s.query.Criteria
	by := s.query.Sort.By
	return len(k.Groups)+len(k.Name.Texts)+len(k.Attributes.Keys)+len(k.Segment.Keys)+len(k.Steps)+len(k.Tags)+
		len(k.Times.Ranges)+len(k.Times.Absent) > 0 || by == Field(Scheduled) || by == Field(Expiry)
}

// needsCards says whether the query asks for something that the note of a mark tells.
func (s *Search) needsCards() bool {
	return len(s.query.Criteria.Channels) > 0 || len(s.query.Criteria.Methods) > 0
}

// weigh decides about one mark: by its note if that is enough, or else by the row.
func (s *Search) weigh(l lane, m journal.Marked) error {
	if l.moment == Initiated {
		if c, whole := readNote(m.Note, acd.Time(m.At)); whole {
			if !s.mayHold(l, &c) {
				return nil
			}
			if l.narrow && !s.needsRows() {
				s.take(s.query.Sort.placeOf(&c, m.Number), m.Row)
				return nil
			}
		}
	}
	c, ok, err := s.history.at(m.Row)
	if err != nil || !ok {
		return err
	}
	if !l.exact && isLate(c.InitiatedAt, s.query.Range.Moment.of(&c)) || !s.query.holds(&c) {
		return nil
	}
	s.take(s.query.Sort.place(&c), m.Row)
	return nil
}

// take counts a contact, and takes it to the page if it belongs there.
func (s *Search) take(p Position, row int64) {
	s.leaf.total++
	if s.leaf.wants(p) {
		s.leaf.put(hit{p, nil, row})
	}
}

// mayHold says whether a contact can be one that is looked for, going by its card. One whose moment is late is found in
// the list of the late.
func (s *Search) mayHold(l lane, c *card) bool {
	k, r := &s.query.Criteria, s.query.Range
	if !l.exact {
		if at := c.moment(r.Moment); at.IsZero() || at < r.From || at > r.To || isLate(c.began, at) {
			return false
		}
	}
	return (len(k.Channels) == 0 || slices.Contains(k.Channels, c.channel)) &&
		(len(k.Methods) == 0 || slices.Contains(k.Methods, c.method))
}

// placeOf returns the place of a contact in an order that its card tells.
func (s Sort) placeOf(c *card, number int64) Position {
	switch s.By {
	case ByMethod:
		return Position{Word: string(c.method), Number: number}
	case ByChannel:
		return Position{Word: string(c.channel), Number: number}
	}
	return Position{At: c.moment(Moment(s.By)), Number: number}
}

// Span yields the ended contacts of an instance that were disconnected from one instant on and before another. They
// come in the order in which they began, and behind them those that lived for more than an hour. An error is the last
// thing yielded.
func (h *History) Span(instance acd.InstanceID, from, before acd.Time) iter.Seq2[acd.Contact, error] {
	return func(yield func(acd.Contact, error) bool) {
		s := h.Search(Query{Instance: instance, Range: Range{Disconnected, from, before - 1}})
		lanes := s.lanes()
		slices.Reverse(lanes)
		for _, l := range lanes {
			for m, err := range h.archive.Marks(l.span) {
				if err != nil {
					yield(acd.Contact{}, fmt.Errorf("read the contacts of a span: %w", err))
					return
				}
				if c, whole := readNote(m.Note, acd.Time(m.At)); whole && !l.exact && !s.mayHold(l, &c) {
					continue
				}
				c, ok, err := h.at(m.Row)
				if err != nil {
					yield(acd.Contact{}, fmt.Errorf("read the contacts of a span: %w", err))
					return
				}
				late := isLate(c.InitiatedAt, c.DisconnectedAt)
				if ok && late == l.exact && s.query.Range.holds(&c) && !yield(c, nil) {
					return
				}
			}
		}
	}
}
