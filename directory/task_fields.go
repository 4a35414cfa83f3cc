package directory

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"patchcord/acd"
)

// expiryMinutesMax is how long a task lives at most by its template (AG:task-templates).
const expiryMinutesMax = 129_600

// FillTask completes a new task by its template: the template's flow leads it, what it lacks is filled by the defaults,
// and the fields that are required must hold something (A0216).
func (d *Directory) FillTask(cmd acd.StartContact) (acd.StartContact, error) {
	t, err := d.taskTemplates.find(string(cmd.TaskTemplateID))
	if err != nil {
		return cmd, err
	}
	if t.Status != acd.TemplateActive {
		return cmd, acd.Errorf(acd.Improper, "task template %s is %s; tasks are made of ACTIVE templates", t.ID, t.Status)
	}
	if t.FlowID != "" {
		cmd.FlowID = t.FlowID
	}
	cmd.References = acd.Merged(cmd.References, nil)
	for _, f := range t.Fields {
		if err := checkField(f, cmd.References); err != nil {
			return cmd, err
		}
		if given, ok := t.DefaultOf(f.Name); ok {
			fillField(&cmd, f, given)
		}
		if slices.Contains(t.Required, f.Name) && !isFilled(&cmd, f) {
			return cmd, acd.Errorf(acd.Improper, "task template %s requires the field %q, of type %s; give it as %s", t.ID,
				f.Name, f.Type, placeOf(f))
		}
	}
	if cmd.FlowID == "" && cmd.QuickConnectID == "" {
		return cmd, acd.Errorf(acd.Improper, "task template %s has neither a flow nor a default quick connect; give it "+
			"one, or start the task with a ContactFlowId", t.ID)
	}
	return cmd, nil
}

// How long the values of texts may be (UpdateContactTaskTemplate in the API reference).
const (
	textFieldMax = 511
	textAreaMax  = 4095
)

// FitTask says whether the references of a task fit the fields of another template, and returns the template's name.
func (d *Directory) FitTask(id acd.TaskTemplateID, references map[string]acd.Reference) (name string, err error) {
	t, err := d.taskTemplates.find(string(id))
	if err != nil {
		return "", err
	}
	if t.Status != acd.TemplateActive {
		return "", acd.Errorf(acd.Improper, "task template %s is %s; tasks have ACTIVE templates", t.ID, t.Status)
	}
	for n, f := range t.Fields {
		path := "Fields[" + strconv.Itoa(n) + "]"
		if err := checkField(f, references); err != nil {
			return "", property(acd.BadFormat, path, "%s", err.(*acd.Error).Message)
		}
		most := map[acd.TaskFieldType]int{acd.FieldText: textFieldMax, acd.FieldTextArea: textAreaMax}[f.Type]
		value := references[f.Name].Value
		switch {
		case slices.Contains(t.Required, f.Name) && f.Type.IsCustom() && value == "":
			return "", property(acd.PropertyMissing, path, "the template requires the field %q; the task has no reference of "+
				"that name", f.Name)
		case most > 0 && utf8.RuneCountInString(value) > most:
			return "", property(acd.BadFormat, path, "the reference %q has %d characters; a field of type %s takes %d", f.Name,
				utf8.RuneCountInString(value), f.Type, most)
		}
	}
	return t.Name, nil
}

// checkField checks what a task holds for a field that users have made.
func checkField(f acd.TaskField, references map[string]acd.Reference) error {
	r, given := references[f.Name]
	want := f.Type.ReferenceType()
	switch {
	case !given || want == "" || r.Value == "":
		return nil
	case r.Type != want:
		return acd.Errorf(acd.Improper, "References[%q].Type is %q; the task template has a field of that name and the type "+
			"%s, which takes %s", f.Name, r.Type, f.Type, want)
	}
	if wanted := wantedOf(f, r.Value); wanted != "" {
		return acd.Errorf(acd.Invalid, "References[%q].Value is %q; the field of the task template takes %s", f.Name,
			r.Value, wanted)
	}
	return nil
}

// fillField gives a task the default of a field, unless it has something there. When a task is to begin, and whether an
// agent takes it himself, is asked of agents only.
func fillField(cmd *acd.StartContact, f acd.TaskField, value string) {
	switch {
	case isFilled(cmd, f):
	case f.Type == acd.FieldName:
		cmd.Name = value
	case f.Type == acd.FieldDescription:
		cmd.Description = value
	case f.Type == acd.FieldExpiry:
		minutes, _ := strconv.Atoi(value)
		cmd.Life = acd.Duration(minutes) * acd.Minute
	case f.Type == acd.FieldQuickConnect:
		if cmd.FlowID == "" {
			cmd.QuickConnectID = acd.QuickConnectID(acd.IDOf(value))
		}
	case f.Type.IsCustom():
		cmd.References[f.Name] = acd.Reference{Type: f.Type.ReferenceType(), Value: value}
	}
}

// isFilled says whether a task holds something for a field.
func isFilled(cmd *acd.StartContact, f acd.TaskField) bool {
	switch f.Type {
	case acd.FieldName:
		return cmd.Name != ""
	case acd.FieldDescription:
		return cmd.Description != ""
	case acd.FieldScheduledTime:
		return !cmd.ScheduledAt.IsZero()
	case acd.FieldExpiry:
		return cmd.Life != 0
	case acd.FieldQuickConnect:
		return cmd.QuickConnectID != "" || cmd.FlowID != ""
	case acd.FieldSelfAssign:
		return true // nobody can say it here, and a box that is not ticked says something
	}
	return cmd.References[f.Name].Value != ""
}

// placeOf says where a request holds a field.
func placeOf(f acd.TaskField) string {
	switch f.Type {
	case acd.FieldName:
		return "Name"
	case acd.FieldDescription:
		return "Description"
	case acd.FieldScheduledTime:
		return "ScheduledTime"
	case acd.FieldExpiry:
		return "the segment attribute connect:ContactExpiry"
	case acd.FieldQuickConnect:
		return "a default of the template"
	}
	return "a Reference of the type " + f.Type.ReferenceType() + " with the name of the field"
}

// wantedOf says what a field wants if it does not want a value, empty if it does. Addresses and texts are anything.
func wantedOf(f acd.TaskField, value string) string {
	switch f.Type {
	case acd.FieldNumber:
		if _, err := strconv.ParseFloat(value, 64); err != nil {
			return "a number"
		}
	case acd.FieldBoolean, acd.FieldSelfAssign:
		if !strings.EqualFold(value, "true") && !strings.EqualFold(value, "false") {
			return "true or false"
		}
	case acd.FieldSingleSelect:
		if !slices.Contains(f.Options, value) {
			return "one of " + strings.Join(f.Options, ", ")
		}
	case acd.FieldExpiry:
		if n, err := strconv.Atoi(value); err != nil || n < 1 || n > expiryMinutesMax {
			return "a number of minutes from 1 to " + strconv.Itoa(expiryMinutesMax)
		}
	}
	return ""
}
