package blueprint

import (
	"errors"
	"fmt"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"
	"github.com/aws/smithy-go"
)

// refused tells what a server refused in a line: the operation, its exception and the sentence. What is at the bottom
// stays to be asked for.
func refused(err error) error {
	var operation *smithy.OperationError
	var api smithy.APIError
	var told *refusal
	if errors.As(err, &told) || !errors.As(err, &operation) || !errors.As(err, &api) {
		return err
	}
	words := append([]string{fmt.Sprintf("%s: %s: %s", operation.Operation(), api.ErrorCode(), api.ErrorMessage())},
		problemsOf(err)...)
	return &refusal{strings.Join(words, "\n  "), err}
}

// problemsOf tells what is wrong with the blocks of a flow, or the fields of a task template, for which it was refused.
func problemsOf(err error) []string {
	var flow *types.InvalidContactFlowException
	var module *types.InvalidContactFlowModuleException
	var properties *types.PropertyValidationException
	var problems []types.ProblemDetail
	var words []string
	switch {
	case errors.As(err, &flow):
		problems = flow.Problems
	case errors.As(err, &module):
		problems = module.Problems
	case errors.As(err, &properties):
		for _, p := range properties.PropertyList {
			words = append(words, aws.ToString(p.PropertyPath)+": "+aws.ToString(p.Message))
		}
	}
	for _, problem := range problems {
		words = append(words, aws.ToString(problem.Message))
	}
	return words
}

// A refusal is what a server has refused.
type refusal struct {
	words string
	err   error
}

// Error is part of error.
func (r *refusal) Error() string { return r.words }

// Unwrap returns what the server has answered.
func (r *refusal) Unwrap() error { return r.err }
