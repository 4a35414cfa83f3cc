package realtime

import (
	"fmt"
	"strconv"
	"strings"
	"text/tabwriter"

	"patchcord/acd"
)

// String returns the sheet as text, for people: a line for each queue and channel, and one for each agent.
func (s Sheet) String() string {
	var to strings.Builder
	fmt.Fprintf(&to, "%s  %s\n", s.Instance, s.At.Std().Format("2006-01-02 15:04:05 UTC"))
	fmt.Fprintf(&to, "%d in queue, the oldest for %s; %d agents online, %d available, %d on contact, %d in error\n\n",
		s.All.InQueue, s.age(s.All.OldestSince), s.All.Online, s.All.Available, s.All.OnContact, s.All.Error)
	const padding = 2
	w := tabwriter.NewWriter(&to, 0, 0, padding, ' ', 0)
	fmt.Fprintln(w, "QUEUE\tCHANNEL\tIN QUEUE\tOLDEST\tWAIT\tSTAFFED\tAVAILABLE\tON CONTACT\tACW\tERROR\tSLOTS FREE")
	for _, q := range s.Queues {
		wait := "-"
		if q.Knows {
			wait = span(q.Wait)
		}
		fmt.Fprintf(w, "%s\t%s\t%d\t%s\t%s\t%d\t%d\t%d\t%d\t%d\t%d of %d\n", q.Queue, q.Channel, q.InQueue,
			s.age(q.OldestSince), wait, q.Staffed, q.Available, q.OnContact, q.AfterContact, q.Error, q.SlotsAvailable,
			q.SlotsMax)
	}
	fmt.Fprintln(w)
	fmt.Fprintln(w, "AGENT\tSTATUS\tACTIVITY\tSINCE\tCONTACTS")
	for _, a := range s.Agents {
		var contacts []string
		for _, c := range a.Contacts {
			contacts = append(contacts, strings.Join(strings.Fields(fmt.Sprintf("%s %s %s %s", c.Channel, c.State, c.Queue,
				s.age(c.Since))), " "))
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", a.Name, a.Status, a.Activity, s.age(a.Since), strings.Join(contacts, ", "))
	}
	w.Flush() //nolint:errcheck // a strings.Builder takes everything
	return trimLines(to.String())
}

// age returns how long ago something was; "-" for never.
func (s Sheet) age(since acd.Time) string {
	if since.IsZero() {
		return "-"
	}
	return span(s.At.Sub(since))
}

// span writes a span as minutes and seconds, or hours as well: 0:07, 12:40, 1:02:03.
func span(d acd.Duration) string {
	const sixty = 60
	all := int(max(0, d) / acd.Second)
	if all < sixty*sixty {
		return fmt.Sprintf("%d:%02d", all/sixty, all%sixty)
	}
	return strconv.Itoa(all/sixty/sixty) + fmt.Sprintf(":%02d:%02d", all/sixty%sixty, all%sixty)
}

// trimLines takes blanks from the ends of lines.
func trimLines(text string) string {
	lines := strings.Split(text, "\n")
	for n := range lines {
		lines[n] = strings.TrimRight(lines[n], " ")
	}
	return strings.Join(lines, "\n")
}
