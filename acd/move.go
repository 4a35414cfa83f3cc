package acd

// What may be asked about the moves of a contact. A move ends one segment and begins the next one of the same chain
// (AG:contacts-contact-chains-attributes).
type (
	// TransferContact moves a task or an email to another queue or agent; a flow leads the new segment. Queue is the
	// working queue that it begins with; zero: the flow sets one (A0110).
	TransferContact struct {
		ContactID ContactID
		Queue     QueueRef
		FlowID    FlowID
		Operation string // the Connect operation, for the ClientToken
		Token     ClientToken
	}
	// TransferByQuickConnect passes on a contact that an agent has. He leaves it at once (A0115).
	TransferByQuickConnect struct {
		UserID         UserID
		ContactID      ContactID
		QuickConnectID QuickConnectID
	}
	// AssociateContactWithUser offers a contact that waits to one user, whatever he does (A0117).
	AssociateContactWithUser struct {
		ContactID ContactID
		UserID    UserID
	}
)

// NextContact is the segment that a contact went on as.
type NextContact struct {
	ID          ContactID
	InitiatedAt Time
	Method      InitiationMethod // how it came to be; empty: by a move

	// The quick connect that led there, as it was then; empty: none did.
	QuickConnectID   QuickConnectID
	QuickConnectName string
	QuickConnectType QuickConnectType
}

// ContactTransferred says which segment a contact goes on as.
type ContactTransferred struct {
	ContactID ContactID
	Next      NextContact
}

// ContactAssociated says to whom somebody wants a contact to be offered.
type ContactAssociated struct {
	ContactID ContactID
	UserID    UserID
}

// ChainMax is how many segments a chain has at most (AG:transfer-to-queue).
const ChainMax = 12

func (TransferContact) command()          {}
func (TransferByQuickConnect) command()   {}
func (AssociateContactWithUser) command() {}

// Nature says that a transfer is a fact.
func (ContactTransferred) Nature() Nature { return Fact }

// Nature says that it is a fact.
func (ContactAssociated) Nature() Nature { return Fact }
