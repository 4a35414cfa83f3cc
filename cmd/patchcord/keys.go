package main

import (
	"context"
	"fmt"
	"text/tabwriter"
	"time"

	"github.com/peterbourgon/ff/v3/ffcli"

	"patchcord/acd"
	"patchcord/keys"
)

// keys is the command for the keys that sign requests.
func (m *Main) keys() *ffcli.Command {
	return &ffcli.Command{
		Name:       "keys",
		ShortHelp:  "makes, lists and revokes the keys that sign requests, also while a server runs",
		ShortUsage: "patchcord keys <create|list|revoke> --data DIR [flags]",
		LongHelp: `Examples:
  patchcord keys create --data ./data --role admin
  patchcord keys list --data ./data
  patchcord keys revoke AKIAEXAMPLEEXAMPLE22 --data ./data`,
		Subcommands: []*ffcli.Command{m.keysCreate(), m.keysList(), m.keysRevoke()},
	}
}

func (m *Main) keysCreate() *ffcli.Command {
	flags := newFlags("create")
	data := dataFlag(flags)
	role := flags.String("role", "", "`ROLE` of its holder: admin, read-only, or agent for one agent's own actions")
	instance := flags.String("instance", "", "with --role agent: the `ID` of his instance")
	user := flags.String("user", "", "with --role agent: the `ID` of his user")
	return &ffcli.Command{
		Name:       "create",
		ShortHelp:  "makes a key and shows its secret, this once",
		ShortUsage: "patchcord keys create --data DIR --role ROLE [--instance ID --user ID]",
		LongHelp: `Examples:
  patchcord keys create --data ./data --role admin
  patchcord keys create --data ./data --role agent --instance 11111111-... --user 22222222-...
  eval "$(patchcord keys create --data ./data --role read-only)"`,
		FlagSet: flags,
		Exec: func(_ context.Context, args []string) error {
			if _, err := positional(flags, args); err != nil {
				return err
			}
			grant := keys.Grant{Role: keys.Role(*role), InstanceID: acd.IDOf(*instance), UserID: acd.IDOf(*user)} // A0003
			if *data == "" {
				return misuse("give --data DIR")
			}
			if err := grant.Validate(); err != nil {
				return usageError{err}
			}
			key, err := keys.NewCabinet(*data, m.Now).Create(grant)
			if err != nil {
				return err
			}
			fmt.Fprintf(m.stdout, "export AWS_ACCESS_KEY_ID=%s\nexport AWS_SECRET_ACCESS_KEY=%s\n", key.ID, key.Secret)
			fmt.Fprintf(m.stderr, "The key %s is %s. Its secret is shown this once.\n", key.ID, key.Role)
			return nil
		},
	}
}

func (m *Main) keysList() *ffcli.Command {
	flags := newFlags("list")
	data := dataFlag(flags)
	return &ffcli.Command{
		Name:       "list",
		ShortHelp:  "lists the keys, without their secrets",
		ShortUsage: "patchcord keys list --data DIR",
		LongHelp:   "Examples:\n  patchcord keys list --data ./data",
		FlagSet:    flags,
		Exec: func(_ context.Context, args []string) error {
			if _, err := positional(flags, args); err != nil {
				return err
			}
			if *data == "" {
				return misuse("give --data DIR")
			}
			all, err := keys.NewCabinet(*data, m.Now).List()
			if err != nil {
				return err
			}
			table := tabwriter.NewWriter(m.stdout, 0, 2, 2, ' ', 0)
			fmt.Fprintln(table, "ID\tROLE\tCREATED\tINSTANCE\tUSER")
			for _, k := range all {
				fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\n", k.ID, k.Role, k.CreatedAt.Format(time.RFC3339), k.InstanceID,
					k.UserID)
			}
			return table.Flush()
		},
	}
}

func (m *Main) keysRevoke() *ffcli.Command {
	flags := newFlags("revoke")
	data := dataFlag(flags)
	return &ffcli.Command{
		Name:       "revoke",
		ShortHelp:  "revokes a key; a running server refuses it within a second",
		ShortUsage: "patchcord keys revoke ID --data DIR",
		LongHelp:   "Examples:\n  patchcord keys revoke AKIAEXAMPLEEXAMPLE22 --data ./data",
		FlagSet:    flags,
		Exec: func(_ context.Context, args []string) error {
			ids, err := positional(flags, args, "the ID of a key")
			if err != nil {
				return err
			}
			if *data == "" {
				return misuse("give --data DIR")
			}
			if err := keys.NewCabinet(*data, m.Now).Revoke(ids[0]); err != nil {
				return err
			}
			fmt.Fprintf(m.stdout, "The key %s is revoked.\n", ids[0])
			return nil
		},
	}
}
