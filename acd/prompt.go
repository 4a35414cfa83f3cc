package acd

// PromptID names a prompt.
type PromptID string

// Prompt is a recording that flows play. Only where it is kept is known here, not what is in it.
type Prompt struct {
	ID             PromptID
	Name           string
	Description    string
	S3URI          string // where the recording was when the prompt was made
	LastModifiedAt Time
}

// What may be asked about prompts.
type (
	// CreatePrompt adds a prompt.
	CreatePrompt struct {
		Prompt Prompt
		Tags   map[string]string
	}
	// UpdatePrompt changes a prompt; what is nil stays as it is.
	UpdatePrompt struct {
		ID          PromptID
		Name        *string
		Description *string
		S3URI       *string
	}
	// DeletePrompt removes a prompt.
	DeletePrompt struct{ ID PromptID }
)

// What happens to prompts.
type (
	// PromptCreated adds a prompt.
	PromptCreated struct{ Prompt Prompt }
	// PromptChanged replaces a prompt.
	PromptChanged struct{ Prompt Prompt }
	// PromptDeleted removes a prompt.
	PromptDeleted struct{ ID PromptID }
)

func (CreatePrompt) command() {}
func (UpdatePrompt) command() {}
func (DeletePrompt) command() {}

// Nature says that it is a fact.
func (PromptCreated) Nature() Nature { return Fact }

// Nature says that it is a fact.
func (PromptChanged) Nature() Nature { return Fact }

// Nature says that it is a fact.
func (PromptDeleted) Nature() Nature { return Fact }
