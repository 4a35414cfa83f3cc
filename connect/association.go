package connect

import (
	"cmp"
	"strings"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/instance"
)

// lambdaPageDefault is how many functions a page has where the caller names no number: as many as he may name.
const lambdaPageDefault = 25

func (h *handlers) associateLambdaFunction(c *Call, in *sdk.AssociateLambdaFunctionInput) (
	*sdk.AssociateLambdaFunctionOutput, error,
) {
	if err := checkFunction(value(in.FunctionArn)); err != nil {
		return nil, err
	}
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.AssociateLambdaFunction{ARN: *in.FunctionArn, Token: clientToken(in)})
	return nil, err
}

// checkFunction checks the ARN of a Lambda function, of any account and region.
//
//	arn:aws:lambda:us-east-1:123456789012:function:lookup:live
func checkFunction(arn string) error {
	parts := strings.Split(arn, ":")
	if (len(parts) == 7 || len(parts) == 8) && parts[0] == "arn" && strings.HasPrefix(parts[1], "aws") &&
		parts[2] == "lambda" && parts[3] != "" && isAccount(parts[4]) && parts[5] == "function" && parts[6] != "" &&
		parts[len(parts)-1] != "" {
		return nil
	}
	return acd.Errorf(acd.Invalid, "FunctionArn is %q; give the ARN of a Lambda function, such as "+
		"arn:aws:lambda:us-east-1:123456789012:function:lookup", arn)
}

// isAccount says whether a text is the number of an account.
func isAccount(number string) bool {
	return len(number) == 12 && strings.Trim(number, "0123456789") == ""
}

func (h *handlers) disassociateLambdaFunction(c *Call, in *sdk.DisassociateLambdaFunctionInput) (
	*sdk.DisassociateLambdaFunctionOutput, error,
) {
	if err := checkFunction(value(in.FunctionArn)); err != nil {
		return nil, err
	}
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.DisassociateLambdaFunction{ARN: *in.FunctionArn, Token: clientToken(in)})
	return nil, err
}

func (h *handlers) listLambdaFunctions(c *Call, in *sdk.ListLambdaFunctionsInput) (
	*sdk.ListLambdaFunctionsOutput, error,
) {
	p := c.place(in.InstanceId)
	ask := p.ask(in.NextToken, in.MaxResults)
	if ask.Max == nil {
		ask.Max = new(int32(lambdaPageDefault))
	}
	return look(h, p, func(i *instance.Instance) (*sdk.ListLambdaFunctionsOutput, error) {
		found, next, err := page(c, ask, i.Directory().LambdaFunctions(), func(arn string) string { return arn })
		if err != nil {
			return nil, err
		}
		return &sdk.ListLambdaFunctionsOutput{NextToken: next, LambdaFunctions: found}, nil
	})
}

// target reads with which account data is shared: the instance's own where none is named.
func (p *place) target(given *string) (string, error) {
	account := cmp.Or(value(given), p.account.Number)
	if !isAccount(account) {
		return "", acd.Errorf(acd.Invalid, "TargetAccountId is %q; give the twelve digits of an account", account)
	}
	return account, nil
}

// shareARN writes the ARN of what the Resource Access Manager would call the sharing.
func (p *place) shareARN(s acd.DataShare) *string {
	return new("arn:aws:ram:" + p.account.Region + ":" + p.account.Number + ":resource-share/" + s.ShareID)
}

func (h *handlers) associateAnalyticsDataSet(c *Call, in *sdk.AssociateAnalyticsDataSetInput) (
	*sdk.AssociateAnalyticsDataSetOutput, error,
) {
	p := c.place(in.InstanceId)
	account, err := p.target(in.TargetAccountId)
	if err != nil {
		return nil, err
	}
	share := acd.DataShare{DataSetID: value(in.DataSetId), AccountID: account}
	share.ShareID, err = h.do(c, p, acd.AssociateAnalyticsDataSet{DataSetID: share.DataSetID, AccountID: account})
	if err != nil {
		return nil, err
	}
	return &sdk.AssociateAnalyticsDataSetOutput{
		DataSetId: &share.DataSetID, TargetAccountId: &share.AccountID, ResourceShareId: &share.ShareID,
		ResourceShareArn: p.shareARN(share),
	}, nil
}

func (h *handlers) disassociateAnalyticsDataSet(c *Call, in *sdk.DisassociateAnalyticsDataSetInput) (
	*sdk.DisassociateAnalyticsDataSetOutput, error,
) {
	p := c.place(in.InstanceId)
	account, err := p.target(in.TargetAccountId)
	if err != nil {
		return nil, err
	}
	_, err = h.do(c, p, acd.DisassociateAnalyticsDataSet{DataSetID: value(in.DataSetId), AccountID: account})
	return nil, err
}

func (h *handlers) listAnalyticsDataAssociations(c *Call, in *sdk.ListAnalyticsDataAssociationsInput) (
	*sdk.ListAnalyticsDataAssociationsOutput, error,
) {
	p := c.place(in.InstanceId)
	return look(h, p, func(i *instance.Instance) (*sdk.ListAnalyticsDataAssociationsOutput, error) {
		var shares []acd.DataShare
		for _, s := range i.Directory().DataShares() {
			if in.DataSetId == nil || s.DataSetID == *in.DataSetId {
				shares = append(shares, s)
			}
		}
		found, next, err := page(c, p.ask(in.NextToken, in.MaxResults, value(in.DataSetId)), shares,
			func(s acd.DataShare) string { return nameKey(s.DataSetID, s.AccountID) })
		if err != nil {
			return nil, err
		}
		return &sdk.ListAnalyticsDataAssociationsOutput{
			NextToken: next,
			Results: each(found, func(s acd.DataShare) types.AnalyticsDataAssociationResult {
				return types.AnalyticsDataAssociationResult{
					DataSetId: &s.DataSetID, TargetAccountId: &s.AccountID, ResourceShareId: &s.ShareID,
					ResourceShareArn: p.shareARN(s), ResourceShareStatus: new("ASSOCIATED"),
				}
			}),
		}, nil
	})
}
