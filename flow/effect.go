package flow

import "patchcord/acd"

// Effect is what a block asks to be done to the contact that the flow leads.
type Effect interface{ effect() }

type (
	// SetQueue names the queue that a later TransferToQueue goes to: the contact's working queue
	// (AG:set-working-queue). Whether the queue exists is for the runner to find.
	SetQueue struct{ Queue acd.QueueRef }

	// SetRouting changes the contact's place in the order of its queue (AG:change-routing-priority). Exactly one
	// member is set.
	SetRouting struct {
		QueuePriority       *int64 // 1 and up, lower is earlier
		QueueTimeAdjustment *int32 // seconds added to its age in the order
	}

	// SetCriteria gives the contact routing criteria, which take effect when it enters a standard queue
	// (AG:set-routing-criteria). The steps keep the grammar of acd.ValidateSteps; whether the attributes and users
	// they name exist is for the runner to find. A user may be named by id or by user name. What the steps point at
	// is shared with the flow: never change it.
	SetCriteria struct{ Steps []acd.Step }

	// SetAttributes sets user-defined attributes, all or none (AG:set-contact-attributes). The runner refuses it with
	// NoMatchingError where the contact's attributes would exceed 32 KiB, or where there is no related contact.
	SetAttributes struct {
		Attributes map[string]string
		Related    bool // on the related contact instead of this one
	}

	// TransferToQueue places the contact in the queue that SetQueue named, and ends the flow where that succeeds
	// (AG:transfer-to-queue). A queue at capacity is QueueAtCapacity; no queue set, a disabled one, or a contact that
	// is queued already is NoMatchingError.
	TransferToQueue struct{}

	// SetHook names the flow that runs at an event of the contact's life (AG:set-event-flow). Whether the flow exists is
	// for the runner to find.
	SetHook struct {
		Event acd.ContactHook
		Flow  acd.FlowID
	}

	// Resume ends the rest of a paused contact (DG:contact-actions-updatecontactresumecontact). One that is not paused is
	// NoMatchingError.
	Resume struct{}

	// Compare asks for nothing: its result is the value (AG:check-contact-attributes).
	Compare struct{ Value string }

	// CheckHours comes out as InHours or OutOfHours; without hours, those of the working queue
	// (AG:check-hours-of-operation).
	CheckHours struct{ Hours acd.HoursID }

	// CheckQueue comes out as a number (AG:check-staffing, AG:check-queue-status). A queue that is none is
	// NoMatchingError.
	CheckQueue struct {
		Metric QueueMetric
		Queue  acd.QueueRef
	}

	// GetMetrics gathers the metrics of a queue under $.Metrics, of one channel or of all (AG:get-queue-metrics).
	GetMetrics struct {
		Queue   acd.QueueRef
		Channel acd.Channel // empty: all
	}

	// Distribute comes out as a number from 1 to 100 that is drawn (AG:distribute-by-percentage).
	Distribute struct{}

	// CheckOutbound comes out as what the detection of answering machines has found (AG:check-call-progress).
	CheckOutbound struct{}

	// GoToFlow goes on at the beginning of another flow (AG:transfer-to-flow).
	GoToFlow struct{ Flow acd.FlowID }

	// SetFlowData gathers attributes of this run alone (DG:flow-control-actions-updateflowattributes).
	SetFlowData struct{ Attributes map[string]string }

	// SetLogging lets the blocks of the contact's flows be logged, or no longer (AG:set-logging-behavior).
	SetLogging struct{ Enabled bool }

	// SetData changes what is known of the contact, or of the one it is related to; the members are named as in
	// UpdateContactData (AG:set-contact-attributes).
	SetData struct {
		Members    map[string]string
		References map[string]acd.Reference
		Related    bool
	}

	// Tag sets and removes the users' tags of the contact (AG:contact-tags-block).
	Tag struct {
		Set    map[string]string
		Remove []string
	}

	// Ask waits for keys that a caller enters (AG:get-customer-input, AG:store-customer-input).
	Ask struct {
		Limit   acd.Duration
		Store   bool   // as $.StoredCustomerInput, and without a result
		Phone   string // what a stored input must be: a phone number as E164 or Local; empty: anything
		Country string // whose calling code a Local number gets, like US
		Most    int    // characters of one that may be anything

		Between acd.Duration // keys, where some were entered ahead
	}

	// KeepKeys lets keys be kept that are entered before a block asks for them, or no longer
	// (AG:set-touchtone-buffer-behavior).
	KeepKeys struct {
		On    bool
		Store bool // what was kept until now, as $.StoredCustomerInput
	}

	// AskBot waits for what a bot has understood: the result is the intent (AG:get-customer-input).
	AskBot struct{ Limit acd.Duration } // zero: without end

	// Invoke asks a function that runs elsewhere; what it answers is gathered under $.External
	// (AG:invoke-lambda-function-block).
	Invoke struct {
		ARN        string
		Limit      acd.Duration
		Attributes map[string]string
		Nested     map[string]string // further ones, as JSON
		Flat       bool              // the answer is an object of texts
		Async      bool              // nobody waits for it; its id is $.LambdaInvocation.InvocationId afterwards
	}

	// LoadResult gathers under $.External what a function has answered that was invoked without waiting. One that has not
	// answered is NoMatchingError.
	LoadResult struct{ ID string }

	// RunModule lets a module run, and goes on when it returns (AG:invoke-module-block). What it is given is read under
	// $.Modules.Input there, by path.
	RunModule struct {
		Module acd.FlowModuleID
		Input  map[string]string
	}

	// Return ends a module (AG:return-module), in one of its ways where it has several. What it gives back is read under
	// $.Modules.ResultData, by path.
	Return struct {
		Result string // empty: none
		Data   map[string]string
	}

	// CreateTask brings in a task of its own (AG:create-task-block). Its id is $.Task.ContactId afterwards.
	CreateTask struct {
		Flow        acd.FlowID // empty: that of the template
		Name        string
		Description string
		TemplateID  string
		Attributes  map[string]string
		References  map[string]acd.Reference
		Delay       acd.Duration
		At          acd.Time // instead of a delay
	}

	// Pass asks for nothing that happens here.
	Pass struct{}

	// Loop comes out as LoopContinues as often as Count says, then as LoopDone, and begins anew (AG:loop). The runner
	// counts.
	Loop struct{ Count int32 }

	// Wait lets the flow rest, until its time is over or one of the events comes (AG:wait).
	Wait struct {
		For      acd.Duration
		Events   []string
		Returned string // which of them comes when a function has answered; empty: none
		Function string // under which id it was invoked
	}

	// Message tells the participant something (AG:play).
	Message struct {
		PromptID string
		Text     string
	}

	// Repeat tells something over and over, until it is interrupted (AG:loop-prompts); zero: by nothing but the end of
	// what the flow runs for.
	Repeat struct{ Interrupt acd.Duration }

	// Disconnect ends the contact (AG:disconnect-hang-up).
	Disconnect struct{}

	// End ends the flow. A contact that waits in a queue goes on waiting; one that no queue holds ends with its flow
	// (A0060).
	End struct{}
)

func (SetQueue) effect()        {}
func (SetRouting) effect()      {}
func (SetCriteria) effect()     {}
func (SetAttributes) effect()   {}
func (TransferToQueue) effect() {}
func (SetHook) effect()         {}
func (Resume) effect()          {}
func (Compare) effect()         {}
func (CheckHours) effect()      {}
func (CheckQueue) effect()      {}
func (GetMetrics) effect()      {}
func (Distribute) effect()      {}
func (CheckOutbound) effect()   {}
func (GoToFlow) effect()        {}
func (SetFlowData) effect()     {}
func (SetLogging) effect()      {}
func (SetData) effect()         {}
func (Tag) effect()             {}
func (Ask) effect()             {}
func (AskBot) effect()          {}
func (KeepKeys) effect()        {}
func (Invoke) effect()          {}
func (LoadResult) effect()      {}
func (RunModule) effect()       {}
func (Return) effect()          {}
func (CreateTask) effect()      {}
func (Pass) effect()            {}
func (Loop) effect()            {}
func (Wait) effect()            {}
func (Message) effect()         {}
func (Repeat) effect()          {}
func (Disconnect) effect()      {}
func (End) effect()             {}

// Failure is the way in which a block went wrong, as its error branches name it. The empty Failure is success.
type Failure string

// The failures that branches of the present blocks name. NoMatchingError stands for every failure that has no branch of
// its own (DG:contact-actions-transfercontacttoqueue).
const (
	NoFailure           Failure = ""
	NoMatchingError     Failure = "NoMatchingError"
	NoMatchingCondition Failure = "NoMatchingCondition"
	QueueAtCapacity     Failure = "QueueAtCapacity"
	ParticipantNotFound Failure = "ParticipantNotFound"
)
