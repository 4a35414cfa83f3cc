package acd

// TaskTemplateID names a task template.
type TaskTemplateID string

// TaskFieldType says what a field of a task template holds.
type TaskFieldType string

// The types of fields (CreateTaskTemplate in the API reference). The first six are properties of every task; fields of
// the others are made by users, and a task keeps them as references.
const (
	FieldName          TaskFieldType = "NAME"
	FieldDescription   TaskFieldType = "DESCRIPTION"
	FieldScheduledTime TaskFieldType = "SCHEDULED_TIME"
	FieldQuickConnect  TaskFieldType = "QUICK_CONNECT"
	FieldSelfAssign    TaskFieldType = "SELF_ASSIGN"
	FieldExpiry        TaskFieldType = "EXPIRY_DURATION"
	FieldURL           TaskFieldType = "URL"
	FieldNumber        TaskFieldType = "NUMBER"
	FieldText          TaskFieldType = "TEXT"
	FieldTextArea      TaskFieldType = "TEXT_AREA"
	FieldDateTime      TaskFieldType = "DATE_TIME"
	FieldBoolean       TaskFieldType = "BOOLEAN"
	FieldSingleSelect  TaskFieldType = "SINGLE_SELECT"
	FieldEmail         TaskFieldType = "EMAIL"
)

// IsCustom says whether users make fields of a type.
func (t TaskFieldType) IsCustom() bool { return t.ReferenceType() != "" }

// ReferenceType returns the type of the references in which tasks keep the values of such a field, empty for a property
// of every task (A0216).
func (t TaskFieldType) ReferenceType() string {
	switch t {
	case FieldURL, FieldNumber, FieldEmail:
		return string(t)
	case FieldText, FieldTextArea, FieldBoolean, FieldSingleSelect:
		return "STRING"
	case FieldDateTime:
		return "DATE"
	}
	return ""
}

// The statuses of task templates. Tasks are made of active ones only.
const (
	TemplateActive   = "ACTIVE"
	TemplateInactive = "INACTIVE"
)

// TaskTemplate is a form by which tasks are made (AG:task-templates).
type TaskTemplate struct {
	ID               TaskTemplateID
	Name             string
	Description      string
	FlowID           FlowID // leads the tasks
	SelfAssignFlowID FlowID // leads those that agents give themselves
	Status           string
	Fields           []TaskField
	Required         []string // names of fields
	ReadOnly         []string
	Invisible        []string
	Defaults         []TaskDefault
	CreatedAt        Time
	LastModifiedAt   Time
}

// TaskField is a field of a task template.
type TaskField struct {
	Name        string
	Description string
	Type        TaskFieldType
	Options     []string // of a SINGLE_SELECT
}

// TaskDefault is what a field holds if nobody fills it.
type TaskDefault struct {
	Field string
	Value string
}

// FieldNamed returns the field with a name.
func (t *TaskTemplate) FieldNamed(name string) (TaskField, bool) {
	for _, f := range t.Fields {
		if f.Name == name {
			return f, true
		}
	}
	return TaskField{}, false
}

// DefaultOf returns what a field holds if nobody fills it.
func (t *TaskTemplate) DefaultOf(field string) (value string, ok bool) {
	for _, d := range t.Defaults {
		if d.Field == field {
			return d.Value, true
		}
	}
	return "", false
}

// What may be asked about task templates.
type (
	// CreateTaskTemplate adds a template.
	CreateTaskTemplate struct {
		Template TaskTemplate
		Token    ClientToken
	}
	// UpdateTaskTemplate replaces what is in a template. An empty name or status stays as it is.
	UpdateTaskTemplate struct{ Template TaskTemplate }
	// DeleteTaskTemplate removes a template.
	DeleteTaskTemplate struct{ ID TaskTemplateID }
)

// What happens to task templates.
type (
	// TaskTemplateCreated adds a template.
	TaskTemplateCreated struct{ Template TaskTemplate }
	// TaskTemplateChanged replaces a template.
	TaskTemplateChanged struct{ Template TaskTemplate }
	// TaskTemplateDeleted removes a template.
	TaskTemplateDeleted struct{ ID TaskTemplateID }
)

func (CreateTaskTemplate) command() {}
func (UpdateTaskTemplate) command() {}
func (DeleteTaskTemplate) command() {}

// Nature says that it is a fact.
func (TaskTemplateCreated) Nature() Nature { return Fact }

// Nature says that it is a fact.
func (TaskTemplateChanged) Nature() Nature { return Fact }

// Nature says that it is a fact.
func (TaskTemplateDeleted) Nature() Nature { return Fact }

// UpdateContactTaskTemplate gives a task another template, or its first, before an agent has it.
type UpdateContactTaskTemplate struct {
	ContactID  ContactID
	TemplateID TaskTemplateID
}

func (UpdateContactTaskTemplate) command() {}

// ContactTaskTemplateSet gives a task another template.
type ContactTaskTemplateSet struct {
	ContactID  ContactID
	TemplateID TaskTemplateID
	Name       string
}

// Nature says that it is a fact.
func (ContactTaskTemplateSet) Nature() Nature { return Fact }

// TemplateChangesMax is how often a task may get another template (UpdateContactTaskTemplate in the API reference).
const TemplateChangesMax = 5
