package main

import (
	"flag"
	"regexp"

	"patchcord/acd"
)

// placeFlags say where the server is, for those who ask it and for the names of what it holds.
type placeFlags struct{ listen, account, region *string }

func newPlaceFlags(flags *flag.FlagSet) placeFlags {
	return placeFlags{
		listen:  flags.String("listen", "127.0.0.1:4510", "`ADDRESS` to listen on, HOST:PORT"),
		account: flags.String("account", "123456789012", "the AWS account `NUMBER` in every ARN"),
		region:  flags.String("region", "us-east-1", "the AWS `REGION` in every ARN, for which requests are signed"),
	}
}

// account returns the account that the flags name.
func (p placeFlags) accountOf() (acd.Account, error) {
	if !regexp.MustCompile(`^[0-9]{12}$`).MatchString(*p.account) {
		return acd.Account{}, misuse("--account is %q; give twelve digits", *p.account)
	}
	if !regexp.MustCompile(`^[a-z][a-z0-9-]{1,30}$`).MatchString(*p.region) {
		return acd.Account{}, misuse("--region is %q; give one like us-east-1", *p.region)
	}
	return acd.Account{Number: *p.account, Region: *p.region}, nil
}
