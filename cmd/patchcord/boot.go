package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"net/http"

	"github.com/aws/aws-sdk-go-v2/aws"
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"

	"patchcord/blueprint"
)

// instanceFlag adds the flag that names the file of an instance to begin with.
func instanceFlag(flags *flag.FlagSet) *string {
	return flags.String("instance", "", "`FILE` of an instance, as patchcord apply reads it: made at the start, or "+
		"changed to what the file says")
}

// What users and prompts of a file get that does not say it: a password opens nothing here, and nothing is played.
const (
	bootPassword = "Opens-nothing-1"
	bootPrompts  = "s3://prompts"
)

// checkBoot tells what is wrong with the file of an instance before anything begins.
func checkBoot(file string) error {
	if file == "" {
		return nil
	}
	_, err := blueprint.Load(file)
	return err
}

// boot makes an instance as a file says, through a desk that asks nobody for keys and refuses nothing on purpose.
func boot(ctx context.Context, desk http.Handler, region, file string, log *slog.Logger) error {
	draft, err := blueprint.Load(file)
	if err != nil {
		return err
	}
	site := blueprint.NewSite(sdk.New(sdk.Options{
		BaseEndpoint: aws.String("http://boot"), Region: region, HTTPClient: &http.Client{Transport: inside{desk}},
		Credentials: aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
			return aws.Credentials{AccessKeyID: "none", SecretAccessKey: "none"}, nil
		}),
	}))
	var none *blueprint.NoInstanceError
	if err := site.Find(ctx, draft.Instance.Alias); err != nil && !errors.As(err, &none) {
		return err
	}
	options := blueprint.Options{Password: bootPassword, Prompts: bootPrompts}
	if none != nil {
		if _, err := blueprint.NewPlan(site, draft, options); err != nil {
			return err // before anything is made
		}
		if err := site.Found(ctx, draft.Instance, sleep); err != nil {
			return err
		}
	}
	if err := site.Survey(ctx); err != nil {
		return err
	}
	plan, err := blueprint.NewPlan(site, draft, options)
	if err != nil {
		return err
	}
	if err := site.Make(ctx, plan); err != nil {
		return fmt.Errorf("make the instance of %s: %w", file, err)
	}
	for _, note := range plan.Notes {
		log.Warn("instance", "note", note)
	}
	log.Info("instance", "file", file, "alias", draft.Instance.Alias, "id", site.ID(), "made", none != nil, "changes",
		len(plan.Steps))
	return nil
}

// inside is the way to a handler of this process, for a client.
type inside struct{ to http.Handler }

// RoundTrip is part of http.RoundTripper.
func (i inside) RoundTrip(r *http.Request) (*http.Response, error) {
	a := &answer{header: http.Header{}, status: http.StatusOK}
	asked := r.Clone(r.Context())
	if asked.Body == nil {
		asked.Body = http.NoBody
	}
	i.to.ServeHTTP(a, asked)
	return &http.Response{StatusCode: a.status, Header: a.header, Body: io.NopCloser(&a.body), Request: r,
		Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, ContentLength: int64(a.body.Len())}, nil
}

// answer keeps what a handler answers.
type answer struct {
	header http.Header
	status int
	body   bytes.Buffer
}

// Header is part of http.ResponseWriter.
func (a *answer) Header() http.Header { return a.header }

// WriteHeader is part of http.ResponseWriter.
func (a *answer) WriteHeader(status int) { a.status = status }

// Write is part of http.ResponseWriter.
func (a *answer) Write(p []byte) (int, error) { return a.body.Write(p) }
