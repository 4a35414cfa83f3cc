package main

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"os"
	"syscall"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/ratelimit"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/config"
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
)

// clientFlags say where a server is and as whom to ask it.
type clientFlags struct{ endpoint, region, profile *string }

// localEndpoint is where dev and serve listen when they are not told otherwise.
const localEndpoint = "http://127.0.0.1:4510"

// namedEndpoint is where AWS's tools are told to go, as dev asks for; empty: nowhere else than to Amazon.
func namedEndpoint() string {
	return cmp.Or(os.Getenv("AWS_ENDPOINT_URL_CONNECT"), os.Getenv("AWS_ENDPOINT_URL"))
}

func newClientFlags(flags *flag.FlagSet, endpoint string) clientFlags {
	return clientFlags{
		endpoint: flags.String("endpoint", endpoint, "`URL` of the server; that of AWS_ENDPOINT_URL_CONNECT without it; "+
			"empty: Amazon Connect's own"),
		region:  flags.String("region", "", "the AWS `REGION`; that of the AWS configuration without it"),
		profile: flags.String("profile", "", "the `NAME` of a profile of the AWS configuration"),
	}
}

// client returns Amazon's own client. Credentials are found as every AWS tool finds them; a server on this machine is
// asked with those of nobody where there are none. Who is done says so. Patience is the longest pause before a request
// is sent again.
func (f clientFlags) client(ctx context.Context, patience time.Duration) (
	c *sdk.Client, done func(), err error,
) {
	options := []func(*config.LoadOptions) error{config.WithRetryer(func() aws.Retryer { return again(patience) })}
	if *f.region != "" {
		options = append(options, config.WithRegion(*f.region))
	}
	if *f.profile != "" {
		options = append(options, config.WithSharedConfigProfile(*f.profile))
	}
	at, err := url.Parse(*f.endpoint)
	if err != nil || *f.endpoint != "" && (at.Host == "" || at.Scheme != "http" && at.Scheme != "https") {
		return nil, nil, misuse("--endpoint is %q; give one like %s", *f.endpoint, localEndpoint)
	}
	local := at.Hostname() == "localhost" || net.ParseIP(at.Hostname()).IsLoopback()
	if local && *f.profile == "" && os.Getenv("AWS_ACCESS_KEY_ID") == "" && os.Getenv("AWS_PROFILE") == "" {
		options = append(options, config.WithCredentialsProvider(aws.CredentialsProviderFunc(
			func(context.Context) (aws.Credentials, error) {
				return aws.Credentials{AccessKeyID: "none", SecretAccessKey: "none"}, nil
			})))
	}
	loaded, err := config.LoadDefaultConfig(ctx, options...)
	if err != nil {
		return nil, nil, fmt.Errorf("read the AWS configuration: %w", err)
	}
	if loaded.Region == "" && *f.endpoint != "" {
		loaded.Region = "us-east-1"
	}
	if loaded.Region == "" {
		return nil, nil, misuse("give --region, or set AWS_REGION")
	}
	way := awshttp.NewBuildableClient().GetTransport()
	return sdk.NewFromConfig(loaded, func(o *sdk.Options) {
		o.HTTPClient = &http.Client{Transport: way}
		if *f.endpoint != "" {
			o.BaseEndpoint = f.endpoint
		}
	}), way.CloseIdleConnections, nil
}

// again says which requests are sent again, and when. Amazon Connect allows most of them twice a second, so that a
// large instance is read against many refusals; their number is not bounded over all requests, but for each.
func again(patience time.Duration) aws.Retryer {
	const attempts = 12
	return retry.NewStandard(func(o *retry.StandardOptions) {
		o.MaxAttempts, o.RateLimiter = attempts, ratelimit.None
		o.Backoff = retry.NewExponentialJitterBackoff(cmp.Or(patience, retry.DefaultMaxBackoff))
		o.Retryables = append([]retry.IsErrorRetryable{retry.IsErrorRetryableFunc(func(err error) aws.Ternary {
			if errors.Is(err, syscall.ECONNREFUSED) {
				return aws.FalseTernary // nobody is there
			}
			return aws.UnknownTernary
		})}, o.Retryables...)
	})
}

// unheard gives an error words for who reads it, where nobody has answered.
func (f clientFlags) unheard(err error) error {
	if errors.Is(err, syscall.ECONNREFUSED) {
		return fmt.Errorf("nobody answers at %s; start a server with patchcord dev, or give its --endpoint", *f.endpoint)
	}
	return err
}
