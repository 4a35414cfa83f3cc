package bench

import (
	"fmt"
	"io"
	"runtime"
	"text/tabwriter"
	"time"
)

// Write prints the report as a person reads it.
func (r *Report) Write(w io.Writer) error {
	fmt.Fprintf(w, "%s %s/%s, %d processors, client and server share them\n", runtime.Version(), runtime.GOOS,
		runtime.GOARCH, runtime.NumCPU())
	if len(r.Kinds) > 0 {
		if err := r.writeKinds(w); err != nil {
			return err
		}
	}
	if a := r.Archive; a.Contacts > 0 {
		fmt.Fprintf(w, "\n%d queued contacts: %.0f B of memory each, start from a snapshot in %s, "+
			"from the first record in %s\n",
			a.Contacts, a.BytesEach, a.FromSnapshot.Round(time.Millisecond), a.FromJournal.Round(time.Millisecond))
	}
	if h := r.History; h.Contacts > 0 {
		fmt.Fprintf(w, "\n%d ended contacts: %.0f B of disk each; inside the server DescribeContact p50 %s p99 %s,\n"+
			"newest 100 of a queue and day (of some %d) p50 %s p99 %s, a day by name p50 %s\n", h.Contacts, h.BytesEach,
			micros(h.Describe.P50), micros(h.Describe.P99), h.Found, short(h.Newest.P50), short(h.Newest.P99), short(h.Scan.P50))
	}
	return nil
}

// writeKinds prints a line for each kind of request.
func (r *Report) writeKinds(w io.Writer) error {
	o := r.Options
	fmt.Fprintf(w, "%d agents at work, %d contacts waiting, %d connections, medians of %d rounds of %s\n\n", o.Agents,
		o.Waiting, o.Connections, o.Rounds, o.Span)
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "request\tbody\tanswer\tours/s\tp50\tp99\tCPU\tbare/s\tp50\tp99\tCPU\tours/bare")
	for i := range r.Kinds {
		k := &r.Kinds[i]
		ours, bare := medians(k.Ours), medians(k.Bare)
		fmt.Fprintf(t, "%s\t%d B\t%d B\t%s\t%s\t%.2f\n", k.Name, k.RequestBytes, k.ResponseBytes, ours, bare, k.Ratio())
	}
	if err := t.Flush(); err != nil {
		return fmt.Errorf("write report: %w", err)
	}
	return nil
}

// String returns the columns of a figure.
func (f Figure) String() string {
	return fmt.Sprintf("%.0f\t%s\t%s\t%s", f.PerSecond, short(f.P50), short(f.P99), f.CPU.Round(time.Microsecond))
}

func micros(d time.Duration) string { return d.Round(time.Microsecond).String() }

func short(d time.Duration) string { return d.Round(10 * time.Microsecond).String() }

// medians returns the median of each figure over the rounds.
func medians(rounds []Figure) Figure {
	var perSecond, p50, p99, cpu []float64
	for _, f := range rounds {
		perSecond = append(perSecond, f.PerSecond)
		p50 = append(p50, float64(f.P50))
		p99 = append(p99, float64(f.P99))
		cpu = append(cpu, float64(f.CPU))
	}
	return Figure{PerSecond: median(perSecond), P50: time.Duration(median(p50)), P99: time.Duration(median(p99)),
		CPU: time.Duration(median(cpu))}
}
