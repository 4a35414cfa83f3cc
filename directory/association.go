package directory

import (
	"cmp"
	"maps"
	"slices"

	"patchcord/acd"
)

// share names what is shared, and with whom.
type share struct{ dataSet, account string }

// LambdaFunctions returns the ARNs of the functions that flows may invoke, in their order.
func (d *Directory) LambdaFunctions() []string { return slices.Sorted(maps.Keys(d.lambdas)) }

// HasLambdaFunction says whether flows may invoke a function.
func (d *Directory) HasLambdaFunction(arn string) bool { return d.lambdas[arn] }

// DataShares returns what the instance shares, by data set, then account.
func (d *Directory) DataShares() []acd.DataShare {
	return slices.SortedFunc(maps.Values(d.shares), func(a, b acd.DataShare) int {
		return cmp.Or(cmp.Compare(a.DataSetID, b.DataSetID), cmp.Compare(a.AccountID, b.AccountID))
	})
}

// DataShare returns the sharing of a data set with an account.
func (d *Directory) DataShare(dataSet, account string) (acd.DataShare, bool) {
	s, ok := d.shares[share{dataSet, account}]
	return s, ok
}

// doAssociation decides a command about what an instance is associated with, and says whether it was one.
func (d *Directory) doAssociation(cmd acd.Command, q acd.Quotas, c Chronicle) (created string, was bool, err error) {
	switch cmd := cmd.(type) {
	case acd.AssociateLambdaFunction:
		err = d.associateLambda(cmd, q, c)
	case acd.DisassociateLambdaFunction:
		if !d.lambdas[cmd.ARN] {
			return "", true, acd.Errorf(acd.NotFound, "function %s is not associated with the instance; give one that is listed",
				cmd.ARN)
		}
		c.Emit(acd.LambdaFunctionDisassociated{ARN: cmd.ARN})
	case acd.AssociateAnalyticsDataSet:
		created = d.shareData(cmd, c)
	case acd.DisassociateAnalyticsDataSet:
		if _, there := d.DataShare(cmd.DataSetID, cmd.AccountID); !there {
			return "", true, acd.Errorf(acd.NotFound, "data set %q is not associated with account %s; give an association "+
				"that is listed", cmd.DataSetID, cmd.AccountID)
		}
		c.Emit(acd.AnalyticsDataSetDisassociated{DataSetID: cmd.DataSetID, AccountID: cmd.AccountID})
	default:
		return "", false, nil
	}
	return created, true, err
}

// shareData shares a data set and returns the id of the share, which may be there already (A0214).
func (d *Directory) shareData(cmd acd.AssociateAnalyticsDataSet, c Chronicle) string {
	if s, there := d.DataShare(cmd.DataSetID, cmd.AccountID); there {
		return s.ShareID
	}
	id := c.NewID(0)
	c.Emit(acd.AnalyticsDataSetAssociated{Share: acd.DataShare{DataSetID: cmd.DataSetID, AccountID: cmd.AccountID,
		ShareID: id}})
	return id
}

func (d *Directory) associateLambda(cmd acd.AssociateLambdaFunction, q acd.Quotas, c Chronicle) error {
	if d.lambdas[cmd.ARN] {
		return acd.Errorf(acd.Conflict, "function %s is associated with the instance already", cmd.ARN)
	}
	if acd.Exceeded(q.LambdaFunctionsPerInstance, len(d.lambdas)) {
		return acd.Errorf(acd.Limit, "the instance has %d of at most %d functions; raise the quota", len(d.lambdas),
			q.LambdaFunctionsPerInstance)
	}
	c.Emit(acd.LambdaFunctionAssociated{ARN: cmd.ARN})
	return nil
}

// replayAssociation lets an event about what an instance is associated with take effect.
func (d *Directory) replayAssociation(e acd.Body) {
	switch b := e.(type) {
	case acd.LambdaFunctionAssociated:
		d.lambdas[b.ARN] = true
	case acd.LambdaFunctionDisassociated:
		delete(d.lambdas, b.ARN)
	case acd.AnalyticsDataSetAssociated:
		d.shares[share{b.Share.DataSetID, b.Share.AccountID}] = b.Share
	case acd.AnalyticsDataSetDisassociated:
		delete(d.shares, share{b.DataSetID, b.AccountID})
	}
}
