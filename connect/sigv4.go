package connect

import (
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
)

// Signatures, as AWS calls them: Signature Version 4.
const (
	signatureScheme = "AWS4-HMAC-SHA256"
	signingName     = "connect"
	scopeEnd        = "aws4_request"
	dateLayout      = "20060102T150405Z"
	dayLength       = len("20060102")
	skewMax         = 5 * time.Minute
)

// Authenticator finds out who sent a request. It signs the request anew with the key that the caller names, by AWS's
// own signer, and compares. It keeps nothing of a request and may be used by many goroutines.
type Authenticator struct {
	keys    Keys // nil: everybody is let in
	region  string
	now     func() time.Time
	signers sync.Map // of Key pairs that were found: signerID to *v4.Signer, which caches the day's signing key
}

// signerID names a signer. The secret belongs to it: the signer's cache looks at the key's ID alone.
type signerID struct{ id, secret string }

// NewAuthenticator makes an Authenticator for the keys of one region. The clock is the wall's, also where the engine
// runs on a manual one: signatures age by the clock of whoever made them.
func NewAuthenticator(keys Keys, region string, now func() time.Time) *Authenticator {
	return &Authenticator{keys: keys, region: region, now: now}
}

// Unsigned makes an Authenticator that takes any credentials or none and lets everybody in as an Admin.
func Unsigned() *Authenticator { return &Authenticator{} }

// signature is what an Authorization header says.
type signature struct {
	keyID   string
	scope   string // "20260101/us-east-1/connect/aws4_request"
	headers []string
	value   string // 64 hexadecimal digits
	date    string // of the request, "20260101T120000Z"
	at      time.Time
}

// Authenticate returns the key that signed a request, or an *Exception with one of AWS's common names. The body is what
// was sent, byte for byte; its hash is part of the signature.
func (a *Authenticator) Authenticate(r *http.Request, body []byte) (Key, error) {
	if a.keys == nil {
		return Key{Role: Admin}, nil
	}
	s, err := readSignature(r)
	if err != nil {
		return Key{}, err
	}
	if err := a.checkScope(s); err != nil {
		return Key{}, err
	}
	key, ok := a.keys.Find(s.keyID)
	if !ok {
		return Key{}, common("UnrecognizedClientException", "The security token included in the request is invalid.")
	}
	if err := a.checkAge(s); err != nil {
		return Key{}, err
	}
	made, err := a.sign(r, s, key, body)
	if err != nil {
		return Key{}, fmt.Errorf("sign request: %w", err)
	}
	if subtle.ConstantTimeCompare([]byte(made), []byte(s.value)) != 1 {
		return Key{}, common("InvalidSignatureException", "The request signature we calculated does not match the"+
			" signature you provided. Check your AWS Secret Access Key and signing method. Consult the service"+
			" documentation for details.")
	}
	return key, nil
}

// readSignature takes the Authorization header apart:
//
//	AWS4-HMAC-SHA256 Credential=ID/20260101/us-east-1/connect/aws4_request, SignedHeaders=host;x-amz-date, Signature=...
func readSignature(r *http.Request) (signature, error) {
	header := r.Header.Get("Authorization")
	if header == "" {
		return signature{}, common("MissingAuthenticationToken", "Missing Authentication Token")
	}
	parts, ok := strings.CutPrefix(header, signatureScheme+" ")
	if !ok {
		return signature{}, incomplete("a scheme of " + signatureScheme)
	}
	var s signature
	var credential, headers string
	for part := range strings.SplitSeq(parts, ",") {
		name, value, _ := strings.Cut(strings.TrimSpace(part), "=")
		switch name {
		case "Credential":
			credential = value
		case "SignedHeaders":
			headers = value
		case "Signature":
			s.value = value
		}
	}
	s.keyID, s.scope, _ = strings.Cut(credential, "/")
	s.headers = strings.Split(headers, ";")
	switch {
	case s.keyID == "" || s.scope == "":
		return signature{}, incomplete("'Credential' parameter")
	case headers == "":
		return signature{}, incomplete("'SignedHeaders' parameter")
	case s.value == "":
		return signature{}, incomplete("'Signature' parameter")
	case !slices.Contains(s.headers, "host") || !slices.Contains(s.headers, "x-amz-date"):
		return signature{}, incomplete("'host' and 'x-amz-date' among the SignedHeaders")
	}
	return s.dated(r.Header.Get("X-Amz-Date"))
}

func (s signature) dated(date string) (signature, error) {
	at, err := time.Parse(dateLayout, date)
	if err != nil {
		return signature{}, incomplete("existence of an 'X-Amz-Date' header like " + dateLayout)
	}
	s.date, s.at = date, at
	return s, nil
}

func incomplete(what string) error {
	return common("IncompleteSignature", "Authorization header requires "+what+".")
}

// checkScope makes sure that the signature was meant for this service, here and today.
func (a *Authenticator) checkScope(s signature) error {
	parts := strings.Split(s.scope, "/")
	if len(parts) != 4 || parts[3] != scopeEnd {
		return incomplete("a Credential of the form ID/YYYYMMDD/REGION/SERVICE/" + scopeEnd)
	}
	why := ""
	switch {
	case parts[0] != s.date[:dayLength]:
		why = fmt.Sprintf("Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP:"+
			" '%s' != '%s', from '%s'.", shorten([]byte(parts[0])), s.date[:dayLength], s.date)
	case parts[1] != a.region:
		why = "Credential should be scoped to a valid region, here '" + a.region + "'."
	case parts[2] != signingName:
		why = "Credential should be scoped to correct service: '" + signingName + "'."
	default:
		return nil
	}
	return common("InvalidSignatureException", why)
}

// checkAge refuses what was signed too long ago or is still to come.
func (a *Authenticator) checkAge(s signature) error {
	const bound = "%s (%s %s 5 min.)"
	now := a.now().UTC()
	first, last := now.Add(-skewMax), now.Add(skewMax)
	switch {
	case s.at.Before(first):
		return common("RequestExpired", fmt.Sprintf("Signature expired: %s is now earlier than "+bound, s.date,
			first.Format(dateLayout), now.Format(dateLayout), "-"))
	case s.at.After(last):
		return common("RequestExpired", fmt.Sprintf("Signature not yet current: %s is still later than "+bound, s.date,
			last.Format(dateLayout), now.Format(dateLayout), "+"))
	default:
		return nil
	}
}

// sign returns the signature that the key makes for the request. It builds a request with only the headers that were
// signed and hands it to AWS's signer, which signs all it is given:
//   - names stay in lower case, else the signer would pass over a few, as User-Agent, that some clients do sign;
//   - the date it sets itself; the length it signs only if it stands in the request's field;
//   - the path is given as it was sent, since another encoding of the same path has another signature.
func (a *Authenticator) sign(r *http.Request, s signature, key Key, body []byte) (string, error) {
	bare := &http.Request{
		Method: r.Method,
		Host:   r.Host,
		URL:    &url.URL{Host: r.Host, Opaque: "//" + r.Host + sentPath(r), RawQuery: r.URL.RawQuery},
		Header: make(http.Header, len(s.headers)+1),
	}
	for _, name := range s.headers {
		switch name {
		case "host", "x-amz-date":
		case "content-length":
			bare.ContentLength = int64(len(body))
		default:
			bare.Header[name] = r.Header.Values(name)
		}
	}
	hash := sha256.Sum256(body)
	credentials := aws.Credentials{AccessKeyID: key.ID, SecretAccessKey: key.Secret}
	err := a.signer(key).SignHTTP(r.Context(), credentials, bare, hex.EncodeToString(hash[:]), signingName, a.region, s.at)
	if err != nil {
		return "", err
	}
	_, made, _ := strings.Cut(bare.Header.Get("Authorization"), "Signature=")
	return made, nil
}

// signer returns the signer of a key. There are never more than keys were found since the start.
func (a *Authenticator) signer(key Key) *v4.Signer {
	id := signerID{key.ID, key.Secret}
	if s, ok := a.signers.Load(id); ok {
		return s.(*v4.Signer)
	}
	s, _ := a.signers.LoadOrStore(id, v4.NewSigner())
	return s.(*v4.Signer)
}
