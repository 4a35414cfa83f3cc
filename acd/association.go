package acd

// DataShare is a set of analytics data that an instance shares with an account.
type DataShare struct {
	DataSetID string
	AccountID string // with whom; twelve digits
	ShareID   string // of the Resource Access Manager, as Amazon would name the share
}

// What may be asked about what an instance is associated with.
type (
	// AssociateLambdaFunction lets flows invoke a function.
	AssociateLambdaFunction struct {
		ARN   string
		Token ClientToken
	}
	// DisassociateLambdaFunction takes a function from the flows.
	DisassociateLambdaFunction struct {
		ARN   string
		Token ClientToken
	}
	// AssociateAnalyticsDataSet shares a data set with an account.
	AssociateAnalyticsDataSet struct {
		DataSetID string
		AccountID string
	}
	// DisassociateAnalyticsDataSet ends the sharing of a data set.
	DisassociateAnalyticsDataSet struct {
		DataSetID string
		AccountID string
	}
)

// What happens to them.
type (
	// LambdaFunctionAssociated adds a function.
	LambdaFunctionAssociated struct{ ARN string }
	// LambdaFunctionDisassociated removes a function.
	LambdaFunctionDisassociated struct{ ARN string }
	// AnalyticsDataSetAssociated adds a share.
	AnalyticsDataSetAssociated struct{ Share DataShare }
	// AnalyticsDataSetDisassociated removes a share.
	AnalyticsDataSetDisassociated struct{ DataSetID, AccountID string }
)

func (AssociateLambdaFunction) command()      {}
func (DisassociateLambdaFunction) command()   {}
func (AssociateAnalyticsDataSet) command()    {}
func (DisassociateAnalyticsDataSet) command() {}

// Nature says that it is a fact.
func (LambdaFunctionAssociated) Nature() Nature { return Fact }

// Nature says that it is a fact.
func (LambdaFunctionDisassociated) Nature() Nature { return Fact }

// Nature says that it is a fact.
func (AnalyticsDataSetAssociated) Nature() Nature { return Fact }

// Nature says that it is a fact.
func (AnalyticsDataSetDisassociated) Nature() Nature { return Fact }
