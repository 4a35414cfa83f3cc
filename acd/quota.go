package acd

// Quotas are the limits of an account and its instances. Zero means no limit, None that nothing is allowed. They are
// asked when a command is decided, never when an event is replayed (A0033).
type Quotas struct {
	InstancesPerAccount         int
	UsersPerInstance            int
	QueuesPerInstance           int
	RoutingProfilesPerInstance  int
	QueuesPerProfile            int // queue and channel pairs; as many again for manual assignment
	HoursPerInstance            int
	OverridesPerHours           int
	AgentStatusesPerInstance    int
	SecurityProfilesPerInstance int
	FlowsPerInstance            int
	FlowModulesPerInstance      int
	PromptsPerInstance          int
	LambdaFunctionsPerInstance  int
	TaskTemplatesPerInstance    int
	TaskFieldsPerInstance       int // fields of task templates that users have made
	AttributesPerInstance       int // predefined attributes made by users
	ProficienciesPerUser        int
	ContactsPerAgentQueue       int
	QuickConnectsPerInstance    int
	QuickConnectsPerQueue       int
	PhoneNumbersPerInstance     int // and twice as many may be claimed and released in 180 days
	EmailAddressesPerInstance   int
	HierarchyGroupsPerInstance  int
	Calls                       int // contacts of the channel that have not ended, per instance
	Chats                       int
	Tasks                       int
	Emails                      int
	BritishMobileCalls          int // outbound calls to numbers that begin with +447, at once
	CampaignCalls               int // outbound calls of the traffic type CAMPAIGN, at once
}

// None is a quota that allows nothing at all.
const None = -1

// AmazonQuotas returns what a new account has at Amazon (AG:amazon-connect-service-limits).
func AmazonQuotas() Quotas {
	return Quotas{
		InstancesPerAccount:         2,
		UsersPerInstance:            500,
		QueuesPerInstance:           100,
		RoutingProfilesPerInstance:  500,
		QueuesPerProfile:            50,
		HoursPerInstance:            100,
		OverridesPerHours:           50,
		AgentStatusesPerInstance:    50,
		SecurityProfilesPerInstance: 100,
		FlowsPerInstance:            100,
		FlowModulesPerInstance:      200,
		PromptsPerInstance:          500,
		LambdaFunctionsPerInstance:  50,
		TaskTemplatesPerInstance:    50,
		TaskFieldsPerInstance:       50,
		AttributesPerInstance:       25,
		ProficienciesPerUser:        10,
		ContactsPerAgentQueue:       10,
		QuickConnectsPerInstance:    100,
		QuickConnectsPerQueue:       700,
		PhoneNumbersPerInstance:     5,
		EmailAddressesPerInstance:   100,
		HierarchyGroupsPerInstance:  500,
		Calls:                       10,
		Chats:                       500,
		Tasks:                       2500,
		Emails:                      1000,
		BritishMobileCalls:          None,
		CampaignCalls:               None,
	}
}

// ContactsAtOnce returns how many contacts of all channels an instance may have at once; 0: no limit, as where some
// channel has none.
func (q *Quotas) ContactsAtOnce() int {
	if q.Calls == 0 || q.Chats == 0 || q.Tasks == 0 || q.Emails == 0 {
		return 0
	}
	return max(q.Calls, 0) + max(q.Chats, 0) + max(q.Tasks, 0) + max(q.Emails, 0)
}

// Exceeded says whether one more would be too many.
func Exceeded(quota, present int) bool { return quota == None || quota > 0 && present >= quota }
