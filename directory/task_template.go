package directory

import (
	"fmt"

	"patchcord/acd"
)

func taskTemplateKey(t *acd.TaskTemplate) (id, name string) { return string(t.ID), t.Name }

// TaskTemplate returns the task template with an id.
func (d *Directory) TaskTemplate(id acd.TaskTemplateID) (acd.TaskTemplate, bool) {
	t, ok := d.taskTemplates.byID[string(id)]
	return t, ok
}

// TaskTemplates returns all task templates by name, then id.
func (d *Directory) TaskTemplates() []acd.TaskTemplate { return d.taskTemplates.list() }

// doTaskTemplate decides a command about task templates, and says whether it was one.
func (d *Directory) doTaskTemplate(cmd acd.Command, q acd.Quotas, c Chronicle) (created string, was bool, err error) {
	switch cmd := cmd.(type) {
	case acd.CreateTaskTemplate:
		created, err = d.createTaskTemplate(cmd, q, c)
	case acd.UpdateTaskTemplate:
		err = d.updateTaskTemplate(cmd, q, c)
	case acd.DeleteTaskTemplate:
		if err = d.taskTemplates.known(string(cmd.ID)); err == nil {
			c.Emit(acd.TaskTemplateDeleted{ID: cmd.ID})
		}
	default:
		return "", false, nil
	}
	return created, true, err
}

func (d *Directory) createTaskTemplate(cmd acd.CreateTaskTemplate, q acd.Quotas, c Chronicle) (string, error) {
	template := cmd.Template
	if template.Status == "" {
		template.Status = acd.TemplateActive
	}
	err := firstOf(
		checkTemplate(&template),
		d.checkTemplateFlows(&template),
		d.templateName("", template.Name),
		d.taskTemplates.room(q.TaskTemplatesPerInstance),
		d.fieldRoom(&template, q),
	)
	if err != nil {
		return "", err
	}
	return create(c, acd.KindTaskTemplate, nil, func(id string) acd.Body {
		template.ID, template.CreatedAt, template.LastModifiedAt = acd.TaskTemplateID(id), c.Now(), c.Now()
		return acd.TaskTemplateCreated{Template: template}
	}), nil
}

// updateTaskTemplate replaces all that is in a template (UpdateTaskTemplate in the API reference), but for its name and
// status where none is given (A0215).
func (d *Directory) updateTaskTemplate(cmd acd.UpdateTaskTemplate, q acd.Quotas, c Chronicle) error {
	known, err := d.taskTemplates.find(string(cmd.Template.ID))
	if err != nil {
		return err
	}
	template := cmd.Template
	if template.Name == "" {
		template.Name = known.Name
	}
	if template.Status == "" {
		template.Status = known.Status
	}
	err = firstOf(
		checkTemplate(&template),
		d.checkTemplateFlows(&template),
		d.templateName(known.Name, template.Name),
		d.fieldRoom(&template, q),
	)
	if err != nil {
		return err
	}
	template.CreatedAt, template.LastModifiedAt = known.CreatedAt, c.Now()
	c.Emit(acd.TaskTemplateChanged{Template: template})
	return nil
}

// templateName says why a template cannot have a name.
func (d *Directory) templateName(was, name string) error {
	if err := d.taskTemplates.rename(was, name); err != nil {
		return property(acd.NameTaken, "Name", "the name %q is taken by another task template", name)
	}
	return nil
}

func (d *Directory) checkTemplateFlows(t *acd.TaskTemplate) error {
	for _, id := range []acd.FlowID{t.FlowID, t.SelfAssignFlowID} {
		if id == "" {
			continue
		}
		if _, err := d.leading(id); err != nil {
			return err
		}
	}
	return nil
}

// fieldRoom says why there is no place for the fields of a template among those that users have made.
func (d *Directory) fieldRoom(t *acd.TaskTemplate, q acd.Quotas) error {
	most, fields := q.TaskFieldsPerInstance, customFields(t)
	for _, other := range d.TaskTemplates() {
		if other.ID != t.ID {
			fields += customFields(&other)
		}
	}
	if fields > 0 && acd.Exceeded(most, fields-1) {
		return acd.Errorf(acd.Limit, "the task templates of the instance would have %d of at most %d customized fields",
			fields, most)
	}
	return nil
}

func customFields(t *acd.TaskTemplate) int {
	n := 0
	for _, f := range t.Fields {
		if f.Type.IsCustom() {
			n++
		}
	}
	return n
}

// checkTemplate checks what is in a template, in the order in which it stands there (A0215).
func checkTemplate(t *acd.TaskTemplate) error {
	names, once := map[string]bool{}, map[acd.TaskFieldType]bool{}
	for i, f := range t.Fields {
		path := fmt.Sprintf("Fields[%d]", i)
		switch {
		case f.Name == "":
			return property(acd.PropertyMissing, path+".Id.Name", "the field has no name; give one")
		case f.Type == "":
			return property(acd.PropertyMissing, path+".Type", "the field %q has no type; give one", f.Name)
		case names[f.Name]:
			return property(acd.NotUnique, path+".Id.Name", "another field is called %q", f.Name)
		case once[f.Type] && !f.Type.IsCustom():
			return property(acd.NotUnique, path+".Type", "another field is of the type %s, which a task has once", f.Type)
		case f.Type == acd.FieldSingleSelect && len(f.Options) == 0:
			return property(acd.PropertyMissing, path+".SingleSelectOptions", "the field %q is a SINGLE_SELECT without options",
				f.Name)
		case f.Type != acd.FieldSingleSelect && len(f.Options) > 0:
			return property(acd.NotSupported, path+".SingleSelectOptions", "the field %q is of the type %s; only a "+
				"SINGLE_SELECT has options", f.Name, f.Type)
		}
		names[f.Name], once[f.Type] = true, true
	}
	return firstOf(
		checkConstraint(t, "RequiredFields", t.Required),
		checkConstraint(t, "ReadOnlyFields", t.ReadOnly),
		checkConstraint(t, "InvisibleFields", t.Invisible),
		checkDefaults(t),
	)
}

// checkConstraint checks that a constraint names fields of its template, each once.
func checkConstraint(t *acd.TaskTemplate, list string, names []string) error {
	seen := map[string]bool{}
	for i, name := range names {
		path := fmt.Sprintf("Constraints.%s[%d].Id.Name", list, i)
		if _, ok := t.FieldNamed(name); !ok {
			return property(acd.ReferenceUnknown, path, "the template has no field %q", name)
		}
		if seen[name] {
			return property(acd.NotUnique, path, "the field %q is named twice", name)
		}
		seen[name] = true
	}
	return nil
}

// checkDefaults checks that what fields hold by default could be given for them.
func checkDefaults(t *acd.TaskTemplate) error {
	seen := map[string]bool{}
	for i, given := range t.Defaults {
		path := fmt.Sprintf("Defaults.DefaultFieldValues[%d]", i)
		f, ok := t.FieldNamed(given.Field)
		if !ok {
			return property(acd.ReferenceUnknown, path+".Id.Name", "the template has no field %q", given.Field)
		}
		if seen[given.Field] {
			return property(acd.NotUnique, path+".Id.Name", "the field %q has two defaults", given.Field)
		}
		if wanted := wantedOf(f, given.Value); wanted != "" {
			return property(acd.BadFormat, path+".DefaultValue", "the default of the field %q is %q; give %s", f.Name,
				given.Value, wanted)
		}
		seen[given.Field] = true
	}
	return nil
}

// property refuses a member of a template at a path.
func property(reason acd.PropertyReason, path, format string, values ...any) error {
	problem := acd.PropertyProblem{Path: path, Reason: reason, Message: fmt.Sprintf(format, values...)}
	return &acd.Error{Code: acd.BadProperty, Message: path + ": " + problem.Message,
		Properties: []acd.PropertyProblem{problem}}
}
