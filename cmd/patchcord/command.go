package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/peterbourgon/ff/v3"
	"github.com/peterbourgon/ff/v3/ffcli"
)

// usageError is a fault in how the program was called.
type usageError struct{ error }

// Unwrap returns what was wrong.
func (e usageError) Unwrap() error { return e.error }

func misuse(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// parseErrorPrefix is what ff puts before what the flags say.
const parseErrorPrefix = "error parsing commandline arguments: "

// newFlags returns the flags of a command.
func newFlags(name string) *flag.FlagSet { return flag.NewFlagSet(name, flag.ContinueOnError) }

// direct prepares a command and those below it: what the flags have to say goes to out, in the form of usage.
func direct(c *ffcli.Command, out io.Writer) {
	if c.FlagSet == nil {
		c.FlagSet = newFlags(c.Name)
	}
	c.FlagSet.SetOutput(out)
	c.UsageFunc = usage
	for _, below := range c.Subcommands {
		direct(below, out)
	}
}

// called returns the command that the arguments name, as far as they do.
func called(root *ffcli.Command, args []string) string {
	name := root.Name
	for at := root; len(args) > 0; args = args[1:] {
		var next *ffcli.Command
		for _, below := range at.Subcommands {
			if strings.EqualFold(below.Name, args[0]) {
				next = below
			}
		}
		if next == nil {
			return name
		}
		name += " " + next.Name
		at = next
	}
	return name
}

// positional returns the arguments that are not flags, of which there must be as many as are named. Flags may stand
// before, between and after them.
func positional(flags *flag.FlagSet, args []string, names ...string) ([]string, error) {
	var found []string
	for len(args) > 0 {
		found = append(found, args[0])
		if err := flags.Parse(args[1:]); err != nil {
			return nil, usageError{err}
		}
		args = flags.Args()
	}
	switch {
	case len(found) < len(names):
		return nil, misuse("give %s", names[len(found)])
	case len(found) > len(names):
		return nil, misuse("%q is one argument too many", found[len(names)])
	}
	return found, nil
}

// configurable lets a command take its flags from a file too.
func configurable(flags *flag.FlagSet) []ff.Option {
	flags.String("config", "", "read flags from `FILE`, a line \"name value\" each, or a JSON object")
	return []ff.Option{ff.WithConfigFileFlag("config"), ff.WithConfigFileParser(parseConfig)}
}

// parseConfig reads a configuration file in either form. A name that is no flag is an error, and so is one that stands
// twice or asks for a further file.
func parseConfig(r io.Reader, set func(name, value string) error) error {
	text, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	seen := map[string]bool{}
	once := func(name, value string) error {
		switch {
		case name == "config":
			return errors.New("a config file cannot name another one")
		case seen[name]:
			return fmt.Errorf("config file flag %q stands twice", name)
		}
		seen[name] = true
		return set(name, value)
	}
	if !bytes.HasPrefix(bytes.TrimLeft(text, " \t\r\n"), []byte("{")) {
		return ff.PlainParser(bytes.NewReader(text), once)
	}
	if err := ff.JSONParser(bytes.NewReader(text), once); err != nil {
		return err
	}
	if !jsontext.Value(text).IsValid() { // to which the parser is blind
		return errors.New("config file names a flag twice, or goes on behind its object")
	}
	return nil
}

// usage tells how a command is called.
func usage(c *ffcli.Command) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s\n\nUsage:\n  %s\n", c.Name, c.ShortHelp, c.ShortUsage)
	if c.LongHelp != "" {
		fmt.Fprintf(&b, "\n%s\n", c.LongHelp)
	}
	if len(c.Subcommands) > 0 {
		b.WriteString("\nCommands:\n")
		table := tabwriter.NewWriter(&b, 0, 2, 2, ' ', 0)
		for _, below := range c.Subcommands {
			fmt.Fprintf(table, "  %s\t%s\n", below.Name, below.ShortHelp)
		}
		table.Flush() //nolint:errcheck // a builder takes all
	}
	heading := "\nFlags:\n"
	c.FlagSet.VisitAll(func(f *flag.Flag) {
		value, about := flag.UnquoteUsage(f)
		fmt.Fprintf(&b, "%s  --%s", heading, f.Name)
		heading = ""
		if value != "" {
			b.WriteString(" " + value)
		}
		fmt.Fprintf(&b, "\n      %s", about)
		if f.DefValue != "" && f.DefValue != "false" {
			fmt.Fprintf(&b, " (default %s)", f.DefValue)
		}
		b.WriteString("\n")
	})
	return strings.TrimSuffix(b.String(), "\n") // whoever prints it ends the line
}
