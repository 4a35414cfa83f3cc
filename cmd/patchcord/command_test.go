package main

import (
	"io"
	"reflect"
	"strings"
	"testing"

	"github.com/peterbourgon/ff/v3/ffcli"

	"patchcord/acd"
)

// Every command says how it is called, with examples, and describes each of its flags.
func TestHelp(t *testing.T) {
	w := newWorld(t)
	var visit func(c *ffcli.Command, path []string)
	visit = func(c *ffcli.Command, path []string) {
		for _, flag := range []string{"--help", "-h"} {
			code, stdout, stderr := w.run(append(path, flag)...)
			if code != exitOK || stderr != "" || !strings.Contains(stdout, "Usage:") ||
				!strings.Contains(stdout, "Examples:\n  patchcord") || strings.HasSuffix(stdout, "\n\n") {
				t.Errorf("patchcord %v %s: exit %d\n%s%s", path, flag, code, stdout, stderr)
			}
		}
		for _, below := range c.Subcommands {
			visit(below, append(path[:len(path):len(path)], below.Name))
		}
	}
	m := &Main{Now: w.now}
	visit(m.root(), nil)
}

func TestMisuse(t *testing.T) {
	w := newWorld(t)
	data := w.file("data")
	for _, tt := range []struct{ args, want string }{
		{"frobnicate", `there is no command "frobnicate" here`},
		{"keys frobnicate", `there is no command "frobnicate" here`},
		{"--frobnicate", "flag provided but not defined: -frobnicate"},
		{"dev --frobnicate", "Try: patchcord dev --help"},
		{"dev frobnicate", `"frobnicate" is one argument too many`},
		{"dev --seed x", `invalid value "x"`},
		{"dev --seed -1", `invalid value "-1"`},
		{"dev --clock sundial", `--clock is "sundial"; give real or manual`},
		{"dev --start 2026-01-01T00:00:00Z", "--start is for --clock manual only"},
		{"dev --clock manual --start yesterday", `--start is "yesterday"`},
		{"dev --clock manual --start 0001-01-01T00:00:00Z", "--start is"},
		{"dev --quotas some", `--quotas is "some"; give aws or off`},
		{"dev --quota-chats 1", "not defined"},
		{"dev --chat-connect-timeout=soon", "give 1s to 24h"},
		{"serve --data D --chat-connect-timeout=25h", "give 1s to 24h"},
		{"dev --presence-timeout 9s", "--presence-timeout is 9s; give 10s to 24h"},
		{"serve --data D --presence-timeout 25h", "--presence-timeout is 25h0m0s"},
		{"dev --events-kinds contact,calls --events-file F", `--events-kinds is "contact,calls"`},
		{"dev --events-kinds contact,contact", "--events-kinds is"},
		{"dev --events-url ftp://example.com/", "give one like https://example.com/events"},
		{"dev --events-url https:///events", "give one like https://example.com/events"},
		{"dev --events-batch 0", "--events-batch is 0; give 1 to 1000"},
		{"dev --events-batch 1001", "--events-batch is 1001"},
		{"dev --events-delay 61s", "--events-delay is 1m1s; give 0s to 1m"},
		{"dev --events-give-up 59s", "--events-give-up is 59s; give 1m to 720h"},
		{"serve --data D --events-secret-file F", "--events-secret-file is for --events-url only"},
		{"serve --data D --events-dead-letter F --events-file F", "--events-dead-letter is for --events-url only"},
		{"dev --throttle gcp", `--throttle is "gcp"; give aws or off`},
		{"serve --data D --throttle gcp", `--throttle is "gcp"`},
		{"dev --fault MakeCoffee=InternalServiceException", `no operation "MakeCoffee"`},
		{"dev --fault *=InternalServiceException@0%", "more than 0"},
		{"dev --late-fault *", "give one like StartTaskContact=InternalServiceException@10%"},
		{"serve --data D --delay *=1h", "of up to 30s"},
		{"dev --account 123", `--account is "123"; give twelve digits`},
		{"dev --region Mars", `--region is "Mars"`},
		{"dev --listen 4510", "--listen 4510 is no address"},
		{"serve", "give --data DIR"},
		{"serve --data D --quota-chats -2", "give a whole number"},
		{"serve --data D --retention-months 0", "give 1 to 1200"},
		{"serve --data D --records-kept -1", "--records-kept is -1"},
		{"serve --data D --tls-cert x", "go together"},
		{"serve --data D extra", "one argument too many"},
		{"keys create --data D", `the role "" is unknown`},
		{"keys create --data D --role root", `the role "root" is unknown`},
		{"keys create --data D --role agent", "needs the ids"},
		{"keys create --data D --role admin --user x", "only a key for an agent"},
		{"keys create --role admin", "give --data DIR"},
		{"keys list", "give --data DIR"},
		{"keys revoke --data D", "give the ID of a key"},
		{"keys revoke x --data D y", "one argument too many"},
		{"keys revoke x --frobnicate", "flag provided but not defined"},
		{"keys revoke x", "give --data DIR"},
		{"journal verify", "give --data DIR"},
		{"journal dump --data D --from -1", "--from 0 or more"},
		{"journal accept-loss --data D", "the refusal to start names"},
		{"backup --data D", "give the FILE to write"},
		{"restore file", "give --data DIR"},
		{"apply", "give the FILE to read"},
		{"apply FILE other", "one argument too many"},
		{"export", "give the FILE to write"},
		{"pull --prune", "not defined"},
		{"pull FILE --endpoint ftp://example.com", `--endpoint is "ftp://example.com"`},
		{"version 2", "one argument too many"},
	} {
		args := strings.Fields(strings.ReplaceAll(tt.args, "--data D", "--data "+data))
		code, stdout, stderr := w.run(args...)
		if code != exitUsage || !strings.Contains(stderr, tt.want) || !strings.Contains(stderr, "Try: patchcord") ||
			stdout != "" {
			t.Errorf("patchcord %s: exit %d, %q, %q; want %q", tt.args, code, stdout, stderr, tt.want)
		}
	}
	if code, stdout, stderr := w.run(); code != exitUsage || stdout != "" || !strings.Contains(stderr, "Commands:") {
		t.Errorf("patchcord alone: exit %d, %q, %q", code, stdout, stderr)
	}
}

// What cannot be done exits with 1.
func TestFaults(t *testing.T) {
	w := newWorld(t)
	w.write("file", "")
	for args, want := range map[string]string{
		"serve --data FILE":                                                                  "not a directory",
		"serve --data D --tls-cert FILE --tls-key FILE":                                      "load certificate",
		"serve --data D --listen 127.0.0.1:99999":                                            "invalid port",
		"serve --data D --listen 0.0.0.0:0":                                                  "patchcord keys create --data",
		"serve --data D --listen :0":                                                         "there is no key yet",
		"serve --data D --listen 192.0.2.1:0":                                                "there is no key yet",
		"serve --data D --listen example.com:0":                                              "there is no key yet",
		"dev --listen 127.0.0.1:99999":                                                       "invalid port",
		"dev --listen 127.0.0.1:0 --events-file D":                                           "is a directory",
		"dev --listen 127.0.0.1:0 --events-url http://a --events-secret-file FILE":           "holds 0 bytes",
		"dev --listen 127.0.0.1:0 --events-url http://a --events-secret-file D/nothing":      "read secret",
		"serve --data D/s --listen 127.0.0.1:0 --events-url http://a --events-dead-letter D": "is a directory",
		"keys revoke AKIAAAAAAAAAAAAAAAAA --data D":                                          "no such key",
		"journal verify --data D/nothing":                                                    "verify journal",
		"journal dump --data D/nothing":                                                      "journal",
		"backup D/file --data D/nothing":                                                     "back up journal",
		"restore D/nothing --data D/new":                                                     "restore",
	} {
		args := strings.ReplaceAll(strings.ReplaceAll(args, "FILE", w.file("file")), "D", w.dir)
		code, stdout, stderr := w.run(strings.Fields(args)...)
		if code != exitFault || !strings.Contains(stderr, want) || stdout != "" {
			t.Errorf("patchcord %s: exit %d, %q, %q; want %q", args, code, stdout, stderr, want)
		}
	}
}

func TestConfigurationFiles(t *testing.T) {
	w := newWorld(t)
	for _, tt := range []struct{ text, want string }{
		{"seed 1\nfrobnicate 2\n", `config file flag "frobnicate" not defined`},
		{`{"seed": 1, "frobnicate": 2}`, `config file flag "frobnicate" not defined`},
		{`{"seed": 1`, "error parsing JSON config"},
		{"seed one", `"seed" from config file`},
		{"  \n\t{\"clock\": \"sundial\"}", `--clock is "sundial"`},
		{"listen=127.0.0.1:0", "not defined"},
		{"seed 1\nconfig other\n", "cannot name another one"},
		{`{"seed": 1, "config": "other"}`, "cannot name another one"},
		{"seed 1\nseed 2\n", `"seed" stands twice`},
		{`{"seed": 1, "seed": 2}`, "names a flag twice"},
		{`{"seed": [1, 2]}`, `"seed" stands twice`},
		{`{"seed": 1} {"quotas": "aws"}`, "goes on behind its object"},
	} {
		code, _, stderr := w.run("dev", "--config", w.write("config", tt.text))
		if code != exitUsage || !strings.Contains(stderr, tt.want) {
			t.Errorf("%q: exit %d, %q; want %q", tt.text, code, stderr, tt.want)
		}
	}
	if code, _, stderr := w.run("dev", "--config", w.file("nothing")); code != exitUsage {
		t.Errorf("no file: exit %d, %q", code, stderr)
	}
	for _, text := range []string{"# the clock\nclock manual # stands\nempty\n\nquotas aws\n",
		`{"clock": "manual", "empty": true, "quotas": "aws", "seed": 7}`, ""} {
		s := w.start("dev", "--config", w.write("config", text))
		if manual := strings.Contains(s.out.String(), "its clock stands at 2026-01-01T00:00:00Z"); manual != (text != "") {
			t.Errorf("%q: %s", text, s.out.String())
		}
		s.stop()
	}
}

func TestQuotaFlags(t *testing.T) {
	flags := newFlags("test")
	flags.SetOutput(io.Discard)
	q := newQuotaFlags(flags, "aws").addEach(flags)
	if err := flags.Parse([]string{"--quota-queues-per-profile", "0", "--quota-tasks=9"}); err != nil {
		t.Fatal(err)
	}
	got, err := q.quotas()
	want := acd.AmazonQuotas()
	want.QueuesPerProfile, want.Tasks = 0, 9
	if err != nil || got != want {
		t.Errorf("%+v (%v), want %+v", got, err, want)
	}
	*q.base = "off"
	if got, err = q.quotas(); err != nil || got != (acd.Quotas{Tasks: 9}) {
		t.Errorf("%+v (%v)", got, err)
	}
	if n := reflect.TypeFor[acd.Quotas]().NumField(); len(q.each) != n {
		t.Errorf("%d flags for %d quotas", len(q.each), n)
	}
}

func TestVersion(t *testing.T) {
	if text := newWorld(t).must("version"); !strings.HasPrefix(text, "patchcord ") || !strings.Contains(text, " go1.") {
		t.Errorf("%q", text)
	}
}
