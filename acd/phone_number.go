package acd

// PhoneNumberID names a claimed phone number. It stays the same when the number moves to another instance.
type PhoneNumberID string

// PhoneNumberType says who pays for a call, and how the number is made, as Amazon spells it.
type PhoneNumberType string

// The types of which numbers can be had here (A0220).
const (
	DirectDialling PhoneNumberType = "DID"
	TollFree       PhoneNumberType = "TOLL_FREE"
)

// PhoneNumber is a number that has been claimed for an instance: who dials it is led by its flow.
type PhoneNumber struct {
	ID          PhoneNumberID
	Number      string // in E.164 form
	Country     string // by its ISO code
	Type        PhoneNumberType
	Description string
	FlowID      FlowID // empty: nobody leads who dials it
	ClaimedAt   Time   // for whichever instance
}

// What may be asked about phone numbers. They lie above the instances: all but the flow of a number is asked of the
// account.
type (
	// ClaimPhoneNumber claims a number for an instance. Its country and type follow from the number.
	ClaimPhoneNumber struct {
		Number PhoneNumber
		Tags   map[string]string
		Token  ClientToken
	}
	// UpdatePhoneNumber moves a number to another instance. Its flow does not move with it.
	UpdatePhoneNumber struct {
		ID     PhoneNumberID
		Target InstanceID
		Token  ClientToken
	}
	// ReleasePhoneNumber gives a number back.
	ReleasePhoneNumber struct {
		ID    PhoneNumberID
		Token ClientToken
	}
	// AssociatePhoneNumberContactFlow lets a flow lead who dials a number; an empty one, none any more.
	AssociatePhoneNumberContactFlow struct {
		ID     PhoneNumberID
		FlowID FlowID
	}
)

// What happens to phone numbers.
type (
	// PhoneNumberClaimed gives an instance a number: one that was free, or another instance's.
	PhoneNumberClaimed struct{ Number PhoneNumber }
	// PhoneNumberChanged replaces what is known of a number.
	PhoneNumberChanged struct{ Number PhoneNumber }
	// PhoneNumberReleased takes a number from an instance.
	PhoneNumberReleased struct {
		ID    PhoneNumberID
		Moved bool // another instance takes it over
	}
)

func (ClaimPhoneNumber) command()                {}
func (UpdatePhoneNumber) command()               {}
func (ReleasePhoneNumber) command()              {}
func (AssociatePhoneNumberContactFlow) command() {}

// Nature says that it is a fact.
func (PhoneNumberClaimed) Nature() Nature { return Fact }

// Nature says that it is a fact.
func (PhoneNumberChanged) Nature() Nature { return Fact }

// Nature says that it is a fact.
func (PhoneNumberReleased) Nature() Nature { return Fact }
