package bench

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
)

// The one key of a bench, which lives as long as its process.
const (
	keyID  = "AKIAPATCHCORDBENCH00"
	secret = "a-secret-of-the-bench-that-opens-nothing"
	region = "us-east-1"
)

// signed returns a request as it goes over the wire, signed as the SDKs do.
func signed(address, method, path string, body []byte) ([]byte, error) {
	r, err := http.NewRequest(method, "http://"+address+path, bytes.NewReader(body))
	if err != nil {
		return nil, fmt.Errorf("make request: %w", err)
	}
	r.Header.Set("Content-Type", "application/json")
	hash := sha256.Sum256(body)
	credentials := aws.Credentials{AccessKeyID: keyID, SecretAccessKey: secret}
	err = v4.NewSigner().SignHTTP(context.Background(), credentials, r, hex.EncodeToString(hash[:]), "connect", region,
		time.Now())
	if err != nil {
		return nil, fmt.Errorf("sign request: %w", err)
	}
	var wire bytes.Buffer
	if err := r.Write(&wire); err != nil {
		return nil, fmt.Errorf("write request: %w", err)
	}
	return wire.Bytes(), nil
}
