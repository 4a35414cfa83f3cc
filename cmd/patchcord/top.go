package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/peterbourgon/ff/v3/ffcli"

	"patchcord/keys"
)

// topFlags are the flags of top.
type topFlags struct {
	url, instance, data, region *string
	every                       *time.Duration
	once                        *bool
}

// top is the command that shows the boards of a running server.
func (m *Main) top() *ffcli.Command {
	flags := newFlags("top")
	f := topFlags{
		url:      flags.String("url", "http://127.0.0.1:4510", "`URL` of the server"),
		instance: flags.String("instance", "", "`ID` of the instance to show; all without it"),
		data:     flags.String("data", "", "`DIR` of the server, to sign with a key of its; else that of the environment"),
		region:   flags.String("region", "us-east-1", "the AWS `REGION` for which requests are signed"),
		every:    flags.Duration("every", 2*time.Second, "`TIME` between two looks"),
		once:     flags.Bool("once", false, "look once, and end"),
	}
	return &ffcli.Command{
		Name:       "top",
		ShortHelp:  "shows who waits and who is at work, as it is now",
		ShortUsage: "patchcord top [flags]",
		LongHelp: `Examples:
  patchcord top
  patchcord top --once --instance 11111111-2222-4333-8444-555555555555
  patchcord top --url https://calls.example.com --data ./data`,
		FlagSet: flags,
		Exec: func(ctx context.Context, args []string) error {
			if _, err := positional(flags, args); err != nil {
				return err
			}
			if *f.every < time.Second/10 {
				return misuse("--every is %s; give 100ms or more", *f.every)
			}
			return m.runTop(ctx, f)
		},
	}
}

// runTop shows the boards until it is told to stop.
func (m *Main) runTop(ctx context.Context, f topFlags) error {
	v, err := m.viewer(f)
	if err != nil {
		return err
	}
	const clear = "\x1b[H\x1b[2J"
	tick := time.NewTicker(*f.every)
	defer tick.Stop()
	for {
		boards, err := v.boards(ctx, *f.instance)
		switch {
		case err != nil && ctx.Err() != nil:
			return nil
		case err != nil:
			return err
		case *f.once:
			_, err := io.WriteString(m.stdout, boards)
			return err
		}
		if _, err := io.WriteString(m.stdout, clear+boards); err != nil {
			return err
		}
		select {
		case <-ctx.Done():
			return nil
		case <-tick.C:
		}
	}
}

// viewer asks a server for its boards.
type viewer struct {
	url, region string
	credentials aws.Credentials
	now         func() time.Time
}

func (m *Main) viewer(f topFlags) (*viewer, error) {
	v := &viewer{url: strings.TrimSuffix(*f.url, "/"), region: *f.region, now: m.Now, credentials: aws.Credentials{
		AccessKeyID: os.Getenv("AWS_ACCESS_KEY_ID"), SecretAccessKey: os.Getenv("AWS_SECRET_ACCESS_KEY")}}
	if at, err := url.Parse(v.url); err != nil || at.Host == "" || at.Scheme != "http" && at.Scheme != "https" {
		return nil, misuse("--url is %q; give one like http://127.0.0.1:4510", *f.url)
	}
	if *f.data == "" {
		if v.credentials.AccessKeyID == "" { // a server that asks for no key takes any
			v.credentials = aws.Credentials{AccessKeyID: "none", SecretAccessKey: "none"}
		}
		return v, nil
	}
	ring, err := keys.NewRing(*f.data, m.Now, func(error) {})
	if err != nil {
		return nil, err
	}
	defer ring.Close() //nolint:errcheck // it was only read
	all, err := keys.NewCabinet(*f.data, m.Now).List()
	if err != nil {
		return nil, err
	}
	for _, one := range all {
		if key, ok := ring.Find(one.ID); ok && key.Role != keys.Agent {
			v.credentials = aws.Credentials{AccessKeyID: key.ID, SecretAccessKey: key.Secret}
			return v, nil
		}
	}
	return nil, fmt.Errorf("%s has no key that may read; make one with patchcord keys create --data %s --role read-only",
		*f.data, *f.data)
}

// boards returns the boards of an instance, or of all, one below the other.
func (v *viewer) boards(ctx context.Context, instance string) (string, error) {
	ids := []string{instance}
	if instance == "" {
		client := sdk.New(sdk.Options{BaseEndpoint: &v.url, Region: v.region, Credentials: aws.CredentialsProviderFunc(
			func(context.Context) (aws.Credentials, error) { return v.credentials, nil })})
		list, err := client.ListInstances(ctx, &sdk.ListInstancesInput{})
		if err != nil {
			return "", err
		}
		ids = nil
		for _, i := range list.InstanceSummaryList {
			ids = append(ids, *i.Id)
		}
	}
	var all []string
	for _, id := range ids {
		board, err := v.get(ctx, "/patchcord/v1/instances/"+url.PathEscape(id)+"/board")
		if err != nil {
			return "", err
		}
		all = append(all, board)
	}
	return strings.Join(all, "\n"), nil
}

// get asks the side door for a text.
func (v *viewer) get(ctx context.Context, path string) (string, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, v.url+path, nil)
	if err != nil {
		return "", err
	}
	empty := sha256.Sum256(nil)
	err = v4.NewSigner().SignHTTP(ctx, v.credentials, r, hex.EncodeToString(empty[:]), "connect", v.region, v.now())
	if err != nil {
		return "", err
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return "", err
	}
	defer answer.Body.Close()
	const boardMax = 16 << 20
	body, err := io.ReadAll(io.LimitReader(answer.Body, boardMax))
	switch {
	case err != nil:
		return "", err
	case answer.StatusCode != http.StatusOK:
		return "", errors.New(answer.Status + ": " + strings.TrimSpace(string(body)))
	}
	return string(body), nil
}
