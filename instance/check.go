package instance

import (
	"strconv"

	"patchcord/acd"
	"patchcord/flow"
	"patchcord/routing"
)

// check runs the blocks that ask the instance something, or change what is known of a contact.
func (i *Instance) check(e *errand, effect flow.Effect) outcome {
	c, _ := i.router.Contact(e.contact)
	switch effect := effect.(type) {
	case flow.CheckHours:
		return i.checkHours(c, effect.Hours)
	case flow.CheckQueue:
		return i.checkQueue(effect)
	case flow.GetMetrics:
		return i.getMetrics(e, effect)
	case flow.CheckOutbound:
		return checkOutbound(c)
	case flow.SetLogging:
		if c.FlowLogging != effect.Enabled {
			i.Emit(acd.FlowLoggingSet{ContactID: c.ID, Enabled: effect.Enabled})
		}
		return outcome{}
	case flow.SetData:
		return i.setData(e, c, effect)
	case flow.Tag:
		tags := acd.Merged(userTags(c.Tags), effect.Set)
		for _, key := range effect.Remove {
			delete(tags, key)
		}
		return unless(i.setTags(c, tags))
	}
	return i.moveOn(e, effect)
}

// checkHours says whether hours are open now: those that are named, else those of the working queue. An agent queue has
// none (AG:check-hours-of-operation).
func (i *Instance) checkHours(c acd.Contact, id acd.HoursID) outcome {
	if id == "" && c.Target.Type == acd.StandardQueue {
		queue, _ := i.directory.Queue(c.Target.ID)
		id = queue.HoursID
	}
	open, ok := i.directory.IsOpen(id, i.now)
	switch {
	case !ok && id == "":
		return refused(flow.NoMatchingError, "no standard queue is the working queue, and no hours are named")
	case !ok:
		return refused(flow.NoMatchingError, "there are no hours of operation %s", id)
	case open:
		return came(flow.InHours)
	}
	return came(flow.OutOfHours)
}

// staffing counts for a queue that exists.
func (i *Instance) staffing(q acd.QueueRef, channel acd.Channel) (routing.Staffing, bool) {
	if !i.hasQueue(q) {
		return routing.Staffing{}, false
	}
	return i.router.Staffing(q, channel), true
}

// checkQueue answers one metric of a queue.
func (i *Instance) checkQueue(ask flow.CheckQueue) outcome {
	s, ok := i.staffing(ask.Queue, "")
	if !ok {
		return noQueue(ask.Queue)
	}
	switch ask.Metric {
	case flow.AgentsAvailable:
		return came(strconv.Itoa(s.Available))
	case flow.AgentsStaffed:
		return came(strconv.Itoa(s.Staffed))
	case flow.AgentsOnline:
		return came(strconv.Itoa(s.Online))
	case flow.QueueSize:
		return came(strconv.Itoa(s.Size))
	}
	return came(i.age(s, 1)) // in milliseconds, whatever its name says (A0295)
}

// age returns for how long the oldest contact of a queue has waited, in whole units of time.
func (i *Instance) age(s routing.Staffing, unit acd.Duration) string {
	if s.OldestSince.IsZero() {
		return "0"
	}
	return strconv.FormatInt(int64(i.now.Sub(s.OldestSince)/unit), 10)
}

// getMetrics gathers the metrics of a queue (AG:connect-attrib-list, queue attributes).
func (i *Instance) getMetrics(e *errand, ask flow.GetMetrics) outcome {
	s, ok := i.staffing(ask.Queue, ask.Channel)
	if !ok {
		return noQueue(ask.Queue)
	}
	queue, _ := i.directory.Queue(ask.Queue.ID)
	e.gather("Metrics", map[string]string{
		"Queue.Name":                    queue.Name,
		"Queue.ARN":                     i.options.Account.QueueARN(i.id, ask.Queue),
		"Queue.Size":                    strconv.Itoa(s.Size),
		"Queue.OldestContactAge":        i.age(s, acd.Second),
		"Agents.Online.Count":           strconv.Itoa(s.Online),
		"Agents.Available.Count":        strconv.Itoa(s.Available),
		"Agents.Staffed.Count":          strconv.Itoa(s.Staffed),
		"Agents.AfterContactWork.Count": strconv.Itoa(s.AfterContact),
		"Agents.Busy.Count":             strconv.Itoa(s.Busy),
		"Agents.Missed.Count":           strconv.Itoa(s.Missed),
		"Agents.NonProductive.Count":    strconv.Itoa(s.NonProductive),
		"Agents.Error.Count":            strconv.Itoa(s.Error),
	})
	return outcome{}
}

// checkOutbound says what answered an outbound call, as the media's side has told (AG:check-call-progress).
func checkOutbound(c acd.Contact) outcome {
	if c.Media == nil || c.Media.AnsweringMachineDetectionStatus == "" {
		return refused(flow.NoMatchingError, "nobody has told who or what has answered")
	}
	switch c.Media.AnsweringMachineDetectionStatus {
	case "HUMAN_ANSWERED", "ANSWERED":
		return came("CallAnswered")
	case "VOICEMAIL_BEEP":
		return came("VoicemailBeep")
	case "VOICEMAIL_NO_BEEP":
		return came("VoicemailNoBeep")
	}
	return came("NotDetected")
}

// setData changes what is known of a contact, or of the one it is related to, which must live. The language stays with
// the run.
func (i *Instance) setData(e *errand, c acd.Contact, effect flow.SetData) outcome {
	if effect.Related {
		related, ok := i.router.Contact(c.RelatedID)
		if !ok {
			return noRelated()
		}
		c = related
	}
	if err := acd.CheckReferences(acd.Merged(c.References, effect.References)); err != nil {
		return unless(err)
	}
	changed := acd.ContactDataChanged{ContactID: c.ID, References: effect.References}
	for name, value := range effect.Members { // order does not show: each has a place of its own
		switch name {
		case "Name":
			changed.Name = &value
		case "Description":
			changed.Description = &value
		case "CustomerId":
			changed.CustomerID = &value
		case "WisdomSessionArn":
			i.Emit(acd.MediaReported{ContactID: c.ID, Media: acd.Media{WisdomInfo: &acd.WisdomInfo{SessionArn: value}}})
		case "LanguageCode":
			e.gather("", map[string]string{name: value})
		}
	}
	i.Emit(changed)
	return outcome{}
}

// setAttributes sets attributes of a contact, or of the one it is related to, which must live.
func (i *Instance) setAttributes(c acd.Contact, effect flow.SetAttributes) outcome {
	if effect.Related {
		related, ok := i.router.Contact(c.RelatedID)
		if !ok {
			return noRelated()
		}
		c = related
	}
	return unless(i.setContactAttributes(c, effect.Attributes))
}
