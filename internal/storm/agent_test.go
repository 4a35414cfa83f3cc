package storm

import (
	"fmt"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"
)

// serve looks at what the client's user has in hand, which must be as he left it, and does something with it.
func (c *client) serve(l *life) bool {
	data, err := c.stage.data(l.ctx, l.wire, c.user)
	if err == nil && data[c.user.id] == nil {
		err = errNobody
	}
	if err != nil {
		return c.goOn(l, "GetCurrentUserData", err)
	}
	s := data[c.user.id]
	c.model.do(func() {
		c.model.note((&userLook{user: c.user, sight: s, reborn: l.born, misses: l.canMiss()}).faults()...)
	})
	if len(s.hands) == 0 {
		return true
	}
	switch h := s.hands[c.chance.IntN(len(s.hands))]; h.state {
	case types.ContactStateConnecting:
		if c.chance.IntN(4) == 0 {
			return c.reject(l, h.contact)
		}
		return c.accept(l, h.contact)
	case types.ContactStateConnected:
		return c.hangUp(l, h.contact)
	case types.ContactStateEnded:
		return c.finish(l, h.contact)
	default:
		return c.dismiss(l, h.contact)
	}
}

// act is a change at the side door.
func (c *client) act(l *life, action, id string, ch change) bool {
	ch.what = action
	ch.send = func() error { return l.wire.act(l.ctx, c.stage.instance, c.user.id, id, action) }
	return c.change(l, ch)
}

func (c *client) accept(l *life, id string) bool {
	var this *contact
	return c.act(l, "accept", id, change{
		ask: func() {
			this = c.model.contact(id)
			this.accept(c.user)
		},
		grant: func() { this.agent = c.user.id },
		refuse: func(string) {
			delete(this.asked, c.user.id)
			delete(c.user.held, id)
		},
		refused: []string{conflict}, // it was withdrawn, or accepted for him
	})
}

func (c *client) reject(l *life, id string) bool {
	var block *register[bool]
	return c.act(l, "reject", id, change{
		ask: func() {
			block = c.user.block(id)
			block.ask(true)
		},
		grant:   func() { block.grant() },
		refuse:  func(string) { block.refuse() },
		refused: []string{conflict},
	})
}

func (c *client) hangUp(l *life, id string) bool {
	var this *contact
	return c.act(l, "disconnect", id, change{
		ask: func() {
			this = c.model.contact(id)
			this.touched = true
			this.hangUp.ask()
		},
		grant:   func() { this.hangUp.grant() },
		refuse:  func(string) { this.hangUp.refuse() },
		refused: []string{conflict}, // its owner has ended it
	})
}

// finish ends after-contact work, in one of two ways. Nobody else can, but for a limit.
func (c *client) finish(l *life, id string) bool {
	var this *contact
	ch := change{
		ask: func() {
			this = c.model.contact(id)
			this.touched = true
			this.work.ask()
		},
		grant:  func() { this.work.grant(); delete(c.user.held, id) },
		refuse: func(string) { this.work.refuse() },
	}
	if c.user.auto {
		ch.refused = []string{conflict, "ResourceNotFoundException"}
	}
	if c.chance.IntN(3) > 0 {
		return c.act(l, "complete", id, ch)
	}
	ch.what, ch.send = "DismissUserContact", func() error { return c.sendDismissal(l, id) }
	return c.change(l, ch)
}

func (c *client) sendDismissal(l *life, id string) error {
	_, err := l.wire.DismissUserContact(l.ctx, &sdk.DismissUserContactInput{
		InstanceId: &c.stage.instance, UserId: &c.user.id, ContactId: &id})
	return err
}

// dismiss clears a contact that the user has rejected, or missed.
func (c *client) dismiss(l *life, id string) bool {
	var block *register[bool]
	return c.change(l, change{
		what: "DismissUserContact",
		ask: func() {
			block = c.user.block(id)
			block.ask(false)
		},
		send:   func() error { return c.sendDismissal(l, id) },
		grant:  func() { block.grant() },
		refuse: func(string) { block.refuse() },
	})
}

// choose chooses a status, which clears what the user has rejected, and his after-contact work if he wants no contacts.
func (c *client) choose(l *life) bool {
	next := c.stage.statuses[available]
	if c.chance.IntN(4) == 0 {
		next = c.stage.statuses[offline]
	}
	return c.change(l, change{
		what: "PutUserStatus",
		ask: func() {
			c.user.status.ask(next)
			for _, block := range c.user.blocks {
				block.ask(false)
			}
			if next == c.stage.statuses[offline] {
				c.model.clearWork(c.user)
			}
		},
		send: func() error { _, err := l.wire.PutUserStatus(l.ctx, c.stage.putStatus(c.user, next)); return err },
		grant: func() {
			c.user.status.grant()
			for _, block := range c.user.blocks {
				block.grant()
			}
		},
		refuse: func(string) {
			c.user.status.refuse()
			for _, block := range c.user.blocks {
				block.refuse()
			}
		},
	})
}

// learn gives a user a proficiency, changes its level or takes it away.
func (c *client) learn(l *life) bool {
	place := c.chance.IntN(len(skills{}))
	next := c.user.skills.known
	was := next[place]
	next[place] = 1 + c.chance.IntN(5)
	if was != 0 && c.chance.IntN(3) == 0 {
		next[place] = 0
	}
	name, value := attribute(place)
	level := float32(next[place])
	list := []types.UserProficiency{{AttributeName: &name, AttributeValue: &value, Level: &level}}
	return c.change(l, change{
		what: "change proficiencies",
		ask:  func() { c.user.skills.ask(next) },
		send: func() (err error) {
			switch {
			case was == 0:
				_, err = l.wire.AssociateUserProficiencies(l.ctx, &sdk.AssociateUserProficienciesInput{
					InstanceId: &c.stage.instance, UserId: &c.user.id, UserProficiencies: list})
			case next[place] == 0:
				_, err = l.wire.DisassociateUserProficiencies(l.ctx, &sdk.DisassociateUserProficienciesInput{
					InstanceId: &c.stage.instance, UserId: &c.user.id, UserProficiencies: []types.UserProficiencyDisassociate{
						{AttributeName: &name, AttributeValue: &value}}})
			default:
				_, err = l.wire.UpdateUserProficiencies(l.ctx, &sdk.UpdateUserProficienciesInput{
					InstanceId: &c.stage.instance, UserId: &c.user.id, UserProficiencies: list})
			}
			return err
		},
		grant:  func() { c.user.skills.grant() },
		refuse: func(string) { c.user.skills.refuse() },
	})
}

// label puts a tag on the user.
func (c *client) label(l *life) bool {
	next := c.name("tag")
	return c.change(l, change{
		what: "TagResource",
		ask:  func() { c.user.tag.ask(next) },
		send: func() error {
			_, err := l.wire.TagResource(l.ctx, &sdk.TagResourceInput{ResourceArn: &c.user.arn,
				Tags: map[string]string{tagKey: next}})
			return err
		},
		grant:  func() { c.user.tag.grant() },
		refuse: func(string) { c.user.tag.refuse() },
	})
}

// open makes a queue.
func (c *client) open(l *life) bool {
	name, queues := queuePrefix+c.name("queue"), 0
	c.model.do(func() { queues = len(c.model.queues) })
	if queues >= queuesMax {
		return c.label(l)
	}
	return c.change(l, change{
		what: "CreateQueue " + fmt.Sprint(queues),
		ask:  func() { c.model.queues[name] = &deed{asked: true} },
		send: func() error {
			_, err := l.wire.CreateQueue(l.ctx, &sdk.CreateQueueInput{
				InstanceId: &c.stage.instance, Name: &name, HoursOfOperationId: &c.stage.hours})
			return err
		},
		grant:  func() { c.model.queues[name].grant() },
		refuse: func(string) { delete(c.model.queues, name) },
	})
}
