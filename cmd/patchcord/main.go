package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"
	"time"

	"github.com/peterbourgon/ff/v3/ffcli"
)

// What the program returns to its caller.
const (
	exitOK    = 0
	exitFault = 1 // it could not do what it was asked
	exitUsage = 2 // it does not understand what it was asked
)

// Main is the program, so that a test can run it whole.
type Main struct {
	Ready func(address string) // told where contacts can be routed, as soon as they can; nil: nobody is told
	Now   func() time.Time     // the wall's clock

	patience       time.Duration // the longest pause before a refused request is sent again; 0: 20 seconds
	stdout, stderr io.Writer
}

// gcPercent lets the heap grow to four times what lives before it is collected: what lives is small beside what
// requests leave behind. GOGC in the environment goes before it.
const gcPercent = 300

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	go func() {
		<-ctx.Done()
		stop() // who asks twice does not want to wait
	}()
	m := &Main{Now: time.Now}
	os.Exit(m.Run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// Run does what the arguments ask for, until it is done or ctx ends, and returns what the program is to exit with.
func (m *Main) Run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	m.stdout, m.stderr = stdout, stderr
	var help bytes.Buffer
	root := m.root()
	direct(root, &help)
	err := root.Parse(args)
	var bare ffcli.NoExecError
	switch {
	case err == nil:
		err = root.Run(ctx)
	case errors.As(err, &bare) && bare.Command.FlagSet.NArg() == 0:
		io.WriteString(stderr, usage(bare.Command)+"\n") //nolint:errcheck // nobody listens
		return exitUsage
	case errors.As(err, &bare):
		err = misuse("there is no command %q here", bare.Command.FlagSet.Arg(0))
	default:
		err = usageError{err}
	}
	var misused usageError
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, flag.ErrHelp):
		help.WriteTo(stdout) //nolint:errcheck // nobody listens
		return exitOK
	case errors.As(err, &misused):
		words := strings.TrimPrefix(err.Error(), parseErrorPrefix)
		fmt.Fprintf(stderr, "patchcord: %s\nTry: %s --help\n", words, called(root, args))
		return exitUsage
	default:
		fmt.Fprintf(stderr, "patchcord: %v\n", err)
		return exitFault
	}
}

// root lists what can be asked of the program.
func (m *Main) root() *ffcli.Command {
	return &ffcli.Command{
		Name:       "patchcord",
		ShortHelp:  "routes contacts to agents and speaks the API of Amazon Connect",
		ShortUsage: "patchcord <command> [flags]",
		LongHelp: `Examples:
  patchcord dev
  patchcord serve --data ./data
  patchcord <command> --help`,
		Subcommands: []*ffcli.Command{
			m.dev(),
			m.serve(),
			m.keys(),
			m.journal(),
			m.backup(),
			m.restore(),
			m.apply(),
			m.export(),
			m.pull(),
			m.bench(),
			m.top(),
			m.version(),
		},
	}
}
