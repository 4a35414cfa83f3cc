package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/peterbourgon/ff/v3/ffcli"

	"patchcord/blueprint"
)

// applyFlags are the flags of apply.
type applyFlags struct {
	client   clientFlags
	plan     *bool
	prune    *bool
	password *string
	prompts  *string
	atOnce   *int
}

// apply is the command that makes an instance as a file says.
func (m *Main) apply() *ffcli.Command {
	flags := newFlags("apply")
	f := applyFlags{
		client:   newClientFlags(flags, cmp.Or(namedEndpoint(), localEndpoint)),
		plan:     flags.Bool("plan", false, "say what would be changed, and change nothing"),
		prune:    flags.Bool("prune", false, "delete what the sections of the file do not name"),
		password: flags.String("password-file", "", "`FILE` with the first password of new users who have none in the file"),
		prompts: flags.String("prompts", "", "the folder, like `s3://bucket/folder`, of new prompts that have no source "+
			"in the file: each lies there under its name"),
		atOnce: flags.Int("at-once", 1, "`NUMBER` of things that are made at once, 1 to 32; 1 makes them in their order"),
	}
	return &ffcli.Command{
		Name:       "apply",
		ShortHelp:  "creates or changes an instance as a file says",
		ShortUsage: "patchcord apply FILE [flags]",
		LongHelp: `Things are known by their names, in the file and in its flows: {{queue:Support}} is the id of a queue,
{{queue.arn:Support}} its ARN. What the file does not name is left alone; with --prune it is deleted in those sections
that the file has, unless something in the file needs it. docs/instance.schema.json is the file's form.

Faults of the file are told all at once, with line and column, and nothing is changed then. What the server refuses
stops it: apply again when that is mended, and it goes on where it was. It exits with 0 when the instance is as the file
says, or the plan is told; with 1 when something is wrong with the file or refused; with 2 when the command is.

Examples:
  patchcord apply examples/instance.yaml --password-file password
  patchcord apply instance.yaml --plan
  patchcord apply instance.yaml --endpoint "" --region eu-central-1`,
		FlagSet: flags,
		Exec: func(ctx context.Context, args []string) error {
			files, err := positional(flags, args, "the FILE to read")
			if err != nil {
				return err
			}
			return m.runApply(ctx, files[0], f)
		},
	}
}

// runApply makes an instance as a file says, or says what it would do.
func (m *Main) runApply(ctx context.Context, file string, f applyFlags) error {
	if *f.atOnce < 1 || *f.atOnce > atOnceMax {
		return misuse("--at-once is %d; give 1 to %d", *f.atOnce, atOnceMax)
	}
	options := blueprint.Options{Prune: *f.prune, Prompts: *f.prompts}
	if *f.password != "" {
		text, err := os.ReadFile(*f.password)
		if err != nil {
			return fmt.Errorf("read password: %w", err)
		}
		options.Password = strings.TrimRight(string(text), "\r\n")
	}
	draft, err := blueprint.Load(file)
	if err != nil {
		return err
	}
	client, done, err := f.client.client(ctx, m.patience)
	if err != nil {
		return err
	}
	defer done()
	site := m.site(client)
	site.AtOnce = *f.atOnce
	var none *blueprint.NoInstanceError
	if err := site.Find(ctx, draft.Instance.Alias); err != nil && !errors.As(err, &none) {
		return f.client.unheard(err)
	}
	if err := site.Survey(ctx); err != nil {
		return err
	}
	plan, err := blueprint.NewPlan(site, draft, options)
	if err != nil {
		return err
	}
	if *f.plan {
		fmt.Fprint(m.stdout, plan)
		m.note(plan.Notes)
		return nil
	}
	told := plan
	if none != nil {
		if plan, err = m.found(ctx, site, draft, options); err != nil {
			return err
		}
		told.Join(plan)
	}
	fmt.Fprint(m.stdout, told)
	m.note(told.Notes)
	if none != nil {
		fmt.Fprintf(m.stdout, "The instance is %s.\n", site.ID())
	}
	if err := site.Make(ctx, plan); err != nil {
		return fmt.Errorf("%w\nWhat else is in the plan before this is done; apply again when it is mended", err)
	}
	return nil
}

// found makes the instance, and plans what its new things still lack.
func (m *Main) found(ctx context.Context, site *blueprint.Site, draft *blueprint.Draft, o blueprint.Options) (
	*blueprint.Plan, error,
) {
	if err := site.Found(ctx, draft.Instance, sleep); err != nil {
		return nil, err
	}
	if err := site.Survey(ctx); err != nil {
		return nil, err
	}
	return blueprint.NewPlan(site, draft, o)
}

// atOnceMax bounds how many things are made at once.
const atOnceMax = 32

// site returns a site that tells, of long work, how far it is.
func (m *Main) site(client *sdk.Client) *blueprint.Site {
	site, last := blueprint.NewSite(client), m.Now()
	site.Told = func(doing string, done, of int) {
		if now := m.Now(); done < of && now.Sub(last) >= progressEvery {
			last = now
			fmt.Fprintf(m.stderr, "%s: %d of %d\n", doing, done, of)
		}
	}
	return site
}

// note tells what a file cannot say.
func (m *Main) note(notes []string) {
	for _, note := range notes {
		fmt.Fprintf(m.stderr, "note: %s\n", note)
	}
}

// sleep waits, unless the wait is called off.
func sleep(ctx context.Context, d time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(d):
		return nil
	}
}

// export is the command that writes an instance of a server to a file.
func (m *Main) export() *ffcli.Command {
	return m.writer("export", cmp.Or(namedEndpoint(), localEndpoint), "writes an instance of a running server to a file",
		`The file is one for patchcord apply. Its flows go beside it, and so does its schema. What a new instance brings is
left out unless it was changed.

Examples:
  patchcord export instance.yaml
  patchcord export support.yaml --instance support --overwrite`)
}

// pull is the command that writes an instance of Amazon Connect to a file.
func (m *Main) pull() *ffcli.Command {
	return m.writer("pull", namedEndpoint(), "writes an instance of Amazon Connect to a file, with your own credentials",
		`It only reads: the credentials need the List, Describe, Search and Get actions of Amazon Connect. What they do not
allow is left out, and the file says so. Passwords and the sounds of prompts cannot be read. Amazon Connect answers most
requests twice a second, so that a large instance takes its time; how far it is is told.

Examples:
  patchcord pull instance.yaml --region eu-central-1 --instance support
  patchcord pull instance.yaml --profile production --instance 11111111-2222-4333-8444-555555555555`)
}

// writer is a command that writes an instance to a file.
func (m *Main) writer(name, endpoint, short, long string) *ffcli.Command {
	flags := newFlags(name)
	where := newClientFlags(flags, endpoint)
	instance := flags.String("instance", "", "`ALIAS` or id of the instance; the only one without it")
	over := flags.Bool("overwrite", false, "write over a file that is there")
	return &ffcli.Command{
		Name:       name,
		ShortHelp:  short,
		ShortUsage: "patchcord " + name + " FILE [flags]",
		LongHelp:   long,
		FlagSet:    flags,
		Exec: func(ctx context.Context, args []string) error {
			files, err := positional(flags, args, "the FILE to write")
			if err != nil {
				return err
			}
			client, done, err := where.client(ctx, m.patience)
			if err != nil {
				return err
			}
			defer done()
			site := m.site(client)
			if err := site.Find(ctx, *instance); err != nil {
				return where.unheard(err)
			}
			if err := site.Survey(ctx); err != nil {
				return err
			}
			m.note(site.Notes)
			for _, line := range site.Unread() {
				fmt.Fprintln(m.stderr, line)
			}
			if err := site.Save(files[0], *over); err != nil {
				return err
			}
			fmt.Fprintf(m.stdout, "%s is written.\n", files[0])
			return nil
		},
	}
}
