package connect

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"reflect"
	"slices"
	"strings"
	"time"

	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/smithy-go"
	smithyhttp "github.com/aws/smithy-go/transport/http"
)

// This file asks for operations that the official client does not know yet, with its endpoint, its keys and its signer.

// askUnknown sends an input whose type is ours and reads the answer.
func askUnknown(client *sdk.Client, name string, given reflect.Value) (reflect.Value, error) {
	in := given.Type().Elem()
	body := map[string]any{}
	var path string
	var method string
	for _, o := range readOperations() {
		if o.Name == name {
			path, method = o.URI, o.Method
		}
	}
	for i := range in.NumField() {
		member, v := in.Field(i).Name, given.Elem().Field(i)
		label := "{" + member + "}"
		switch {
		case strings.Contains(path, label) && (v.IsNil() || v.Elem().String() == ""):
			return reflect.Value{}, errors.New("the label " + member + " is empty")
		case strings.Contains(path, label):
			path = strings.ReplaceAll(path, label, escapeLabel(v.Elem().String()))
		case !v.IsZero():
			body[member] = v.Interface()
		}
	}
	text, err := json.Marshal(body)
	if err != nil {
		return reflect.Value{}, err
	}
	answer, err := sendSigned(client.Options(), method, path, text)
	if err != nil {
		return reflect.Value{}, err
	}
	rows := rowsOf(nil)
	at := slices.IndexFunc(rows, func(r row) bool { return r.operation == name })
	read := reflect.New(rows[at].out)
	return read, json.Unmarshal(answer, read.Interface())
}

// plainOfLabels is what stands in a label as it is.
const plainOfLabels = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-._~"

// escapeLabel encodes all that Amazon's clients encode in a label.
func escapeLabel(value string) string {
	var b strings.Builder
	for _, c := range []byte(value) {
		if bytes.IndexByte([]byte(plainOfLabels), c) >= 0 {
			b.WriteByte(c)
		} else {
			b.WriteString("%" + strings.ToUpper(hex.EncodeToString([]byte{c})))
		}
	}
	return b.String()
}

func sendSigned(o sdk.Options, method, path string, body []byte) ([]byte, error) {
	ctx := context.Background()
	request, err := http.NewRequest(method, *o.BaseEndpoint+path, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	request.Header.Set("Content-Type", "application/json")
	keys, err := o.Credentials.Retrieve(ctx)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(body)
	err = v4.NewSigner().SignHTTP(ctx, keys, request, hex.EncodeToString(sum[:]), "connect", o.Region, time.Now())
	if err != nil {
		return nil, err
	}
	response, err := o.HTTPClient.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode == http.StatusOK {
		return text, err
	}
	var refusal struct{ Message string }
	if err := json.Unmarshal(text, &refusal); err != nil {
		return nil, err
	}
	return nil, &awshttp.ResponseError{RequestID: testRequest, ResponseError: &smithyhttp.ResponseError{
		Response: &smithyhttp.Response{Response: response},
		Err:      unknownError{response.Header.Get("X-Amzn-ErrorType"), refusal.Message},
	}}
}

// unknownError is a refusal of an operation that the client does not know.
type unknownError struct{ name, message string }

func (e unknownError) Error() string                 { return e.name + ": " + e.message }
func (e unknownError) ErrorCode() string             { return e.name }
func (e unknownError) ErrorMessage() string          { return e.message }
func (e unknownError) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
