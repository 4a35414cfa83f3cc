package instance_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"

	"patchcord/acd"
	"patchcord/instance"
	"patchcord/realtime"
)

// life is a random contact centre and what is asked of it. Beside it lives a mirror that only replays, which is where
// the rules look to see how things stood before each event.
type life struct {
	seed    uint64
	rng     *rand.Rand
	options instance.Options
	inst    *instance.Instance
	mirror  *instance.Instance
	rules   *rules
	tally   *realtime.Tally

	queues     []acd.QueueID
	profiles   []acd.RoutingProfileID
	named      int // names that queues and profiles were given
	users      []acd.UserID
	statuses   []acd.AgentStatusID // the first is the routable one
	flows      []acd.FlowID
	hooked     []hooked
	quick      []acd.QuickConnectID
	attributes map[string][]string
	contacts   []acd.ContactID // every one that ever came in
	ended      map[acd.ContactID]acd.Contact

	deeds  []deed
	events []acd.Event
	kept   []keepsake
	faults []string
	tale   []string

	middle                   instance.State
	middleAt                 acd.Time
	middleDeed, middleEvents int
}

// leadLife leads the life of a seed to its end.
func leadLife(seed uint64) *life {
	l := &life{
		seed: seed, rng: rand.New(rand.NewPCG(seed, 1)), ended: map[acd.ContactID]acd.Contact{},
		attributes: map[string][]string{"Language": {"fr", "de"}, "Skill": {"x", "y"}},
	}
	if l.oneIn(4) {
		l.options.Quotas = acd.AmazonQuotas()
	}
	if l.oneIn(4) {
		l.options.ChatConnect = acd.Minute
	}
	l.inst, l.mirror = instance.New(l.options), instance.New(l.options)
	l.rules, l.tally = newRules(l), realtime.New()
	l.pass(acd.Time(1_767_225_600_000))
	l.furnish()
	steps := l.rng.IntN(lifeStepsMax) + 5
	for step := range steps {
		if step == steps/2 {
			l.middle, l.middleAt = l.inst.Snapshot(), l.inst.Now()
			l.middleDeed, l.middleEvents = len(l.deeds), len(l.events)
		}
		if l.oneIn(2) {
			l.pass(l.inst.Now() + l.pause())
		}
		l.doSomething()
	}
	l.pass(l.inst.Now() + acd.Time(2*acd.Minute))
	l.deeds = append(l.deeds, deed{at: l.inst.Now()})
	for _, k := range l.kept {
		if now := asText(k.value); now != k.then {
			l.fault("what was handed out as %s is now %s", k.then, now)
		}
	}
	return l
}

// pause is how long nothing is asked: often a round number, so that many things fall into one instant.
func (l *life) pause() acd.Time {
	due, ok := l.inst.Deadline()
	switch n := l.rng.IntN(60); {
	case n == 0:
		return acd.Time(l.rng.IntN(int(acd.Day)))
	case n < 15 && ok:
		return due - l.inst.Now()
	case n < 25:
		return acd.Time(l.rng.IntN(12_000))
	}
	return acd.Time(l.rng.IntN(3)*5_000 + l.rng.IntN(3)*1_000)
}

// pass lets time pass from deadline to deadline, and demands that nothing happens between them.
func (l *life) pass(to acd.Time) {
	for {
		due, ok := l.inst.Deadline()
		if !ok || due > to {
			break
		}
		if due <= l.inst.Now() && l.inst.Now() != 0 {
			l.fault("the deadline %d is not after the present %d", due, l.inst.Now())
			break
		}
		events := l.inst.Advance(due)
		for _, e := range events {
			if e.At != due {
				l.fault("%T happened at %d, between deadlines; the next was %d", e.Body, e.At, due)
			}
		}
		l.hear(events, nil)
	}
	if events := l.inst.Advance(to); len(events) > 0 {
		l.fault("%T happened at %d without a deadline", events[0].Body, events[0].At)
		l.hear(events, nil)
	}
}

// ask asks for something and holds what comes of it against the laws.
func (l *life) ask(cmd acd.Command) (created string, ok bool) {
	d := deed{at: l.inst.Now(), cmd: cmd}
	for _, id := range acd.ContactsNamed(cmd) {
		if c, ok := l.ended[id]; ok {
			d.ended = append(d.ended, c)
		}
	}
	l.deeds = append(l.deeds, d)
	l.say("%d ask %T %s", d.at, cmd, paper{cmd})
	keeps, foretold := l.rules.keepsRinging(cmd)
	created, events, err := l.inst.Do(cmd, d.ended...)
	if err != nil {
		l.say("    error: %v", err)
		if got, want := l.inst.Snapshot(), l.mirror.Snapshot(); !reflect.DeepEqual(got, want) {
			l.fault("the error %q changed something: %s", err,
				firstDifference("", reflect.ValueOf(got), reflect.ValueOf(want)))
		}
		return "", false
	}
	l.hear(events, cmd)
	if foretold {
		l.rules.judgeRinging(events, keeps)
	}
	return created, true
}

// hear lets the mirror see each event, and the rules judge it.
func (l *life) hear(events []acd.Event, cmd acd.Command) {
	l.rules.begin(cmd)
	for i := range events {
		l.say("    %d %d %T %s", events[i].Number, events[i].At, events[i].Body, paper{events[i].Body})
		l.rules.before(events[i:])
		l.mirror.Replay(events[i])
		l.tally.See(events[i], l.mirror)
		l.rules.after(events[i])
		if b, ok := events[i].Body.(acd.ContactInitiated); ok {
			l.contacts = append(l.contacts, b.Contact.ID)
		}
		l.leave(events[i])
		l.rules.judgeData(events[i])
		l.rules.judgeSilence(events[i])
	}
	l.events = append(l.events, events...)
	l.inst.TakeEnded()
	if due, ok := l.inst.Deadline(); ok && due <= l.inst.Now() {
		l.fault("the deadline %d is not after the present %d", due, l.inst.Now())
	}
	if len(events) > 0 || cmd == nil {
		l.rules.end()
	}
	if len(events) > 0 && len(l.events)%tallyEvery == 0 {
		l.judgeTally()
	}
	if l.oneIn(12) {
		l.keep(events)
		l.keep(l.inst.Contacts())
		l.keep(l.inst.Agents())
	}
}

// tallyEvery is after how many events the tally is recounted, where a batch ends there.
const tallyEvery = 3

// A keepsake is something that an instance has handed out, and what it was then.
type keepsake struct {
	value any
	then  string
}

// keep remembers something that was handed out. It must never change, as others read it while life goes on.
func (l *life) keep(value any) {
	if len(l.kept) < keptMax {
		l.kept = append(l.kept, keepsake{value, asText(value)})
	}
}

// keptMax is how many things of a life are remembered.
const keptMax = 9

// paper writes a value down, but only when it is told.
type paper struct{ value any }

func (p paper) String() string { return asText(p.value) }

func asText(value any) string {
	text, err := json.Marshal(value)
	if err != nil {
		return err.Error()
	}
	return string(text)
}

func (l *life) fault(format string, values ...any) {
	line := fmt.Sprintf(format, values...)
	l.faults = append(l.faults, line)
	l.say("    FAULT %s", line)
}

// say adds a line to the tale of the life, where one is wanted.
func (l *life) say(format string, values ...any) {
	if *oneSeed != 0 {
		l.tale = append(l.tale, fmt.Sprintf(format, values...))
	}
}

func (l *life) oneIn(n int) bool { return l.rng.IntN(n) == 0 }

// any picks one of a list; the zero value of an empty one.
func anyOf[T any](l *life, list []T) (one T) {
	if len(list) == 0 {
		return one
	}
	return list[l.rng.IntN(len(list))]
}

// doSomething asks for one thing, mostly one that makes sense.
func (l *life) doSomething() {
	switch n := l.rng.IntN(1000); {
	case n < 230:
		l.startContact()
	case n < 250:
		l.rush()
	case n < 515:
		l.handle()
	case n < 540:
		l.hush()
	case n < 550:
		l.transfer()
	case n < 560:
		l.passOn()
	case n < 575:
		l.monitor()
	case n < 588:
		l.campaign()
	case n < 640:
		l.ask(acd.PutUserStatus{UserID: anyOf(l, l.users), StatusID: l.someStatus()})
	case n < 650:
		l.ask(acd.SetPresence{UserID: anyOf(l, l.users), Present: l.oneIn(2)})
	case n < 658:
		l.createContact()
	case n < 670:
		l.ask(acd.ConnectCustomer{ContactID: l.livingContact()})
	case n < 690:
		l.ask(acd.DisconnectCustomer{ContactID: l.livingContact()})
	case n < 700:
		l.associate()
	case n < 705:
		l.answerFlow()
	case n < 710:
		l.tellMedia()
	case n < 720:
		l.ask(acd.StopContact{ContactID: l.livingContact()})
	case n < 770:
		l.rest()
	case n < 830:
		l.reroute()
	case n < 866:
		l.changeProficiency()
	case n < 878:
		l.changeUser()
	case n < 890:
		l.resettle()
	case n < 900:
		l.ask(acd.UpdateQueueStatus{QueueID: anyOf(l, l.queues),
			Status: anyOf(l, []acd.QueueStatus{acd.QueueEnabled, acd.QueueDisabled})})
	case n < 915:
		l.widenProfile()
	case n < 925:
		l.grow()
	case n < 940:
		l.goDown()
	case n < 945:
		l.ask(acd.DeleteUser{UserID: anyOf(l, l.users)})
	case n < 975:
		l.changeData()
	case n < 980:
		l.ask(acd.DeletePredefinedAttribute{Name: anyOf(l, []string{"Language", "Skill", "Nothing"})})
	case n < 983:
		l.changeHours()
	case n < 985:
		l.changeReach()
	case n < 990:
		l.changeFlow()
	case n < 993:
		l.ask(acd.UpdateAgentStatus{ID: anyOf(l, l.statuses), Enabled: new(l.oneIn(2)), ResetOrder: l.oneIn(2)})
	default:
		l.nonsense()
	}
}

// someStatus returns a status, mostly the routable one.
func (l *life) someStatus() acd.AgentStatusID {
	if l.oneIn(3) {
		return anyOf(l, l.statuses)
	}
	return l.statuses[0]
}

func (l *life) startContact() {
	channel := anyOf(l, acd.Channels())
	method := acd.API
	if channel == acd.Voice {
		method = anyOf(l, []acd.InitiationMethod{acd.Inbound, acd.Inbound, acd.Outbound})
	}
	cmd := acd.StartContact{Operation: "Start", Channel: channel, InitiationMethod: method, FlowID: anyOf(l, l.flows)}
	if method == acd.Inbound && l.oneIn(6) { // another voice system's
		external := acd.ExternalAudio
		cmd.SegmentAttributes = map[string]acd.SegmentAttribute{acd.SubtypeAttribute: {String: &external}}
	}
	cmd.AgentExits = channel == acd.Chat && l.oneIn(3)
	if channel == acd.Voice && l.oneIn(4) {
		l.placeCall(&cmd)
	}
	if channel == acd.Task && l.oneIn(4) {
		cmd.ScheduledAt = l.soon()
	}
	if channel == acd.Task && l.oneIn(4) {
		l.byTemplate(&cmd)
	}
	if l.oneIn(10) {
		cmd.Life = acd.Seconds(1 + l.rng.IntN(60))
	}
	if l.oneIn(10) {
		cmd.Token = acd.ClientToken{Token: anyOf(l, []string{"a", "b", "c"}), Digest: anyOf(l, []string{"1", "1", "2"})}
	}
	if l.oneIn(10) {
		cmd.RelatedID = anyOf(l, l.contacts)
	} else if l.oneIn(10) {
		cmd.PreviousID = anyOf(l, l.contacts)
	}
	id, ok := l.ask(cmd)
	if ok && cmd.Token.Token == "" {
		l.rules.judgeTurnedAway(acd.ContactID(id))
	}
	if ok && channel == acd.Chat && l.oneIn(3) {
		l.setTimers(acd.ContactID(id))
	}
}

// rush brings in several contacts in one instant, and sometimes keeps everybody waiting for them together.
func (l *life) rush() {
	for range 2 + l.rng.IntN(5) {
		l.startContact()
	}
	if l.oneIn(2) {
		l.goDown()
	}
}

// livingContact returns a contact that lives, mostly.
func (l *life) livingContact() acd.ContactID {
	if list := l.inst.Contacts(); len(list) > 0 && !l.oneIn(12) {
		return anyOf(l, list).ID
	}
	return anyOf(l, l.contacts)
}

// handle lets an agent do with something in his hands what its state suggests.
func (l *life) handle() {
	type held struct {
		user acd.UserID
		acd.AgentContact
	}
	var hands []held
	for _, a := range l.inst.Agents() {
		for _, h := range a.Hands {
			hands = append(hands, held{a.UserID, h})
		}
	}
	if len(hands) == 0 {
		l.ask(acd.PutUserStatus{UserID: anyOf(l, l.users), StatusID: l.statuses[0]})
		return
	}
	h := anyOf(l, hands)
	u, c := h.user, h.ContactID
	if h.Method == acd.Monitor {
		l.listen(u, c)
		return
	}
	if previewed, _ := l.inst.Contact(c); previewed.IsPreviewed() && h.State == acd.HandConnected && !l.oneIn(4) {
		l.ask(acd.EndPreview{UserID: u, ContactID: c, Action: anyOf(l, []acd.UserAction{"CALL", "CALL", "DISCARD"})})
		return
	}
	switch h.State {
	case acd.HandConnecting:
		if l.oneIn(5) {
			l.ask(acd.RejectContact{UserID: u, ContactID: c})
		} else {
			l.ask(acd.AcceptContact{UserID: u, ContactID: c})
		}
	case acd.HandPaused:
		if l.oneIn(4) {
			l.ask(acd.DisconnectContact{UserID: u, ContactID: c})
		} else {
			l.ask(acd.ResumeContact{ContactID: c, UserID: u})
		}
	case acd.HandConnected:
		if h.Channel == acd.Task && l.oneIn(2) {
			l.ask(acd.PauseContact{ContactID: c, UserID: u})
		} else if l.oneIn(4) {
			l.ask(acd.HoldContact{UserID: u, ContactID: c})
		} else {
			l.ask(acd.DisconnectContact{UserID: u, ContactID: c})
		}
	case acd.HandOnHold:
		l.ask(acd.UnholdContact{UserID: u, ContactID: c})
	case acd.HandEnded:
		if l.oneIn(4) {
			l.ask(acd.DismissUserContact{UserID: u, ContactID: c})
		} else {
			l.ask(acd.CompleteContact{UserID: u, ContactID: c})
		}
	default:
		l.ask(acd.DismissUserContact{UserID: u, ContactID: c})
	}
}

// nonsense asks something that rarely fits.
func (l *life) nonsense() {
	u, c := anyOf(l, l.users), anyOf(l, l.contacts)
	l.ask(anyOf(l, []acd.Command{
		acd.AcceptContact{UserID: u, ContactID: c}, acd.RejectContact{UserID: u, ContactID: c},
		acd.HoldContact{UserID: u, ContactID: c}, acd.UnholdContact{UserID: u, ContactID: c},
		acd.DisconnectContact{UserID: u, ContactID: c}, acd.CompleteContact{UserID: u, ContactID: c},
		acd.DismissUserContact{UserID: u, ContactID: c}, acd.StopContact{ContactID: c},
		acd.DisconnectCustomer{ContactID: c}, acd.UpdateContactRoutingData{ContactID: c},
		acd.ConnectCustomer{ContactID: c}, acd.PauseContact{ContactID: c}, acd.ResumeContact{ContactID: c, UserID: u},
		acd.UpdateContactSchedule{ContactID: c, ScheduledAt: l.inst.Now() + 1}, acd.PauseContact{ContactID: c, UserID: u},
		acd.PutUserStatus{UserID: u, StatusID: "nowhere"}, acd.PutUserStatus{UserID: "nobody", StatusID: l.statuses[0]},
		acd.SetPresence{UserID: "nobody"}, acd.SetPresence{UserID: "nobody", Present: true},
		acd.AcceptContact{UserID: u, ContactID: "nothing"}, acd.StartContact{FlowID: "none", Channel: acd.Task},
	}))
}

// tellMedia reports something of a contact, which may come or go with it.
func (l *life) tellMedia() {
	score := float32(1 + l.rng.IntN(5))
	l.ask(acd.ReportMedia{
		ContactID: l.livingContact(),
		Customer:  anyOf(l, []acd.CustomerState{"", acd.CustomerBack, acd.CustomerCame, acd.CustomerLeft}),
		Reason:    anyOf(l, []string{"", "", "OTHER", "TELECOM_BUSY"}),
		Media: anyOf(l, []acd.Media{
			{}, {Recordings: []acd.Recording{{Location: "there"}}}, {ChatMetrics: &acd.ChatMetrics{}},
			{QualityMetrics: &acd.QualityMetrics{Agent: &acd.QualityOfSide{Audio: &acd.AudioQuality{QualityScore: score}}}},
			{AgentInfo: &acd.MediaAgent{VoiceEnhancementMode: "NONE"}},
		}),
	})
}

func (l *life) reroute() {
	cmd := acd.UpdateContactRoutingData{ContactID: l.livingContact()}
	if l.oneIn(3) {
		priority := int64(l.rng.IntN(8))
		cmd.QueuePriority = &priority
	}
	if l.oneIn(3) {
		age := int32(l.rng.IntN(80) - 40)
		cmd.QueueTimeAdjustment = &age
	}
	if l.oneIn(2) {
		steps := l.criteria()
		cmd.Steps = &steps
	}
	l.ask(cmd)
}

func (l *life) changeProficiency() {
	p := []acd.UserProficiency{l.proficiency()}
	user := anyOf(l, l.users)
	known, _ := l.inst.Directory().User(user)
	has := slices.ContainsFunc(known.Proficiencies, func(q acd.UserProficiency) bool {
		return q.AttributeName == p[0].AttributeName && q.AttributeValue == p[0].AttributeValue
	})
	switch {
	case !has || l.oneIn(20):
		l.ask(acd.AssociateUserProficiencies{UserID: user, Proficiencies: p})
	case l.oneIn(3):
		l.ask(acd.DisassociateUserProficiencies{UserID: user, Proficiencies: p})
	default:
		l.ask(acd.UpdateUserProficiencies{UserID: user, Proficiencies: p})
	}
}

// widenProfile adds to a profile a queue and channel that it lacks, if there is one a contact that waits there.
func (l *life) widenProfile() {
	p, _ := l.inst.Directory().RoutingProfile(anyOf(l, l.profiles))
	var pairs []acd.QueueChannel
	for _, c := range l.inst.Contacts() {
		if c.IsWaiting() && c.Queue.Type == acd.StandardQueue {
			pairs = append(pairs, acd.QueueChannel{QueueID: c.Queue.ID, Channel: c.Channel})
		}
	}
	pairs = append(pairs, acd.QueueChannel{QueueID: anyOf(l, l.queues), Channel: anyOf(l, acd.Channels())})
	for _, pair := range pairs {
		entry := l.entry(pair.QueueID, pair.Channel)
		if !slices.ContainsFunc(p.Queues, func(e acd.ProfileQueue) bool { return e.QueueChannel == pair }) {
			l.ask(acd.AssociateRoutingProfileQueues{ProfileID: p.ID, Queues: []acd.ProfileQueue{entry}})
			return
		}
	}
}

// goDown lets the machine pause. Nothing is asked before it is back.
func (l *life) goDown() {
	from := l.inst.Now()
	to := from + acd.Time(1+l.rng.IntN(30))*1_000
	l.ask(acd.Resume{From: from, To: to})
	if ringing := l.ringing(); ringing != "" {
		l.fault("%s rings on in a pause", ringing)
	}
	l.pass(to)
}

func (l *life) ringing() acd.ContactID {
	for _, c := range l.inst.Contacts() {
		if c.Offer != nil {
			return c.ID
		}
	}
	return ""
}
