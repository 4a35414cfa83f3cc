package acd

// Slots is how much room an agent has on one channel of his routing profile.
type Slots struct {
	Channel Channel
	Max     int32 // what the profile allows
	Used    int32 // by contacts in hand that hold one
	Free    int32 // how many more the profile and his other contacts let him be routed; his status is not asked
	Alone   bool  // while he works on this channel he is routed no other
}
