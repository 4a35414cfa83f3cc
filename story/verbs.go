package story

import (
	"maps"
	"slices"
	"strings"
)

// A verb is one thing that a line can say: how it is written, and how its words become a deed.
type verb struct {
	usage string
	read  func(*args) deed
}

// shares is what a routing profile and a user without one of his own have in common.
const shares = "[voice=N chat=N task=N email=N] [cross=any|current[@CHANNEL]] [timer=activity|inbound]"

// verbs returns every verb but the names of agent statuses, which are verbs too.
func verbs() map[string]verb {
	all := contactVerbs()
	maps.Copy(all, agentVerbs())
	maps.Copy(all, changeVerbs())
	return all
}

// contactVerbs returns the verbs of the set-up, and those about contacts.
func contactVerbs() map[string]verb {
	return map[string]verb{
		// the set-up
		"quotas":    {"quotas amazon", nil}, // Parse reads these two: they hold before anything else happens
		"customers": {"customers DURATION", nil},
		"attribute": {"attribute NAME VALUE ...", readAttributeVerb},
		"status":    {"status NAME custom", readStatus},
		"profile":   {"profile NAME QUEUE=PRIORITY[/DELAY][@CHANNEL] ... [manual=QUEUE[@CHANNEL]] " + shares, readProfile},
		"user": {"user NAME profile=NAME|QUEUE=PRIORITY ... [Name:Value=LEVEL] [autoaccept=CHANNEL] " +
			"[acw=DURATION[@CHANNEL]] " + shares, readUser},

		"module": {"module NAME, with a block a line below it or file=NAME", readModule},
		"flow":   {"flow NAME [TYPE], with a block a line below it or file=NAME", readFlow},

		"publish":  {"publish FLOW, with a block a line below it", readPublish},
		"outbound": {"outbound QUEUE FLOW", readOutbound},

		// contacts
		"queue": {"queue QUEUE [max=N], or queue CONTACT QUEUE|agent=USER " +
			"[channel= priority= age= method= life= ring= in= onresume= exit= subtype=]", readQueue},
		"start": {"start CONTACT [QUEUE] " +
			"[channel= priority= age= method= life= ring= in= onresume= flow= exit= subtype=]", readStart},
		"dial":       {"dial CONTACT [QUEUE] [preview=DURATION]", readDial},
		"create":     {"create CONTACT [USER] [channel= answers=CONTACT joins=CONTACT life=]", readCreate},
		"send":       {"send CONTACT", readSend},
		"routing":    {"routing CONTACT [priority=N] [age=SECONDS] [steps=none]", readRouting},
		"connect":    {"connect CONTACT", readConnect},
		"pause":      {"pause CONTACT [by=USER]", readPause},
		"resume":     {"resume CONTACT [QUEUE] [by=USER]", readResume},
		"reschedule": {"reschedule CONTACT DURATION", readReschedule},
		"expire":     {"expire CONTACT MINUTES", readExpire},
		"leave":      {"leave CONTACT [reason=REASON]", readLeave},
		"returns":    {"returns CONTACT", readReturns},
		"timeouts": {"timeouts CONTACT customer.idle=DURATION|none ..., where it is customer or agent, idle or leave",
			readTimeouts},
		"writes":   {"writes CONTACT customer|agent|bot", readWrites},
		"bot":      {"bot CONTACT joins|leaves", readBot},
		"stop":     {"stop CONTACT", readStop},
		"quick":    {"quick NAME QUEUE|agent=USER|phone=NUMBER [priority= age=]", readQuick},
		"give":     {"give CONTACT USER", readGive},
		"transfer": {"transfer CONTACT NEW [QUEUE|agent=USER] [priority= age=]", readTransfer},
		"enter":    {"enter CONTACT KEYS", readEnter},
		"means":    {"means CONTACT INTENT [SLOT=VALUE ...]", readMeans},
		"answer":   {"answer CONTACT [NAME=VALUE ...], or answer CONTACT fault=TEXT", readAnswer},
		"describe": {"describe CONTACT", readDescribe},
	}
}

// agentVerbs returns the verbs about agents.
func agentVerbs() map[string]verb {
	return map[string]verb{
		"accept":     {"accept USER CONTACT", readAccept},
		"reject":     {"reject USER CONTACT", readReject},
		"hold":       {"hold USER CONTACT", readHold},
		"unhold":     {"unhold USER CONTACT", readUnhold},
		"disconnect": {"disconnect USER CONTACT", readDisconnect},
		"complete":   {"complete USER CONTACT", readComplete},
		"pass":       {"pass USER CONTACT NEW QUICK", readPass},
		"call":       {"call USER CONTACT", readCall},
		"discard":    {"discard USER CONTACT", readDiscard},
		"monitor":    {"monitor USER CONTACT NEW [barge]", readMonitor},
		"barge":      {"barge USER CONTACT", readBarge},
		"listen":     {"listen USER CONTACT", readListen},
		"takeover":   {"takeover USER CONTACT", readTakeOver},
		"dismiss":    {"dismiss USER CONTACT", readDismiss},
		"silent":     {"silent USER", readSilent},
		"heard":      {"heard USER", readHeard},
		"agent":      {"agent USER", readAgent},
	}
}

// changeVerbs returns the verbs that change settings on the way.
func changeVerbs() map[string]verb {
	return map[string]verb{
		"proficiency":  {"proficiency USER Name:Value=LEVEL|none ...", readProficiency},
		"change":       {"change USER [profile=NAME] [autoaccept=CHANNEL] [acw=DURATION[@CHANNEL]]", readChange},
		"associate":    {"associate PROFILE QUEUE=PRIORITY[/DELAY][@CHANNEL] ...", readAssociate},
		"disassociate": {"disassociate PROFILE [QUEUE] [manual=QUEUE[@CHANNEL]]", readDisassociate},
		"reorder":      {"reorder PROFILE QUEUE=PRIORITY[/DELAY][@CHANNEL] ...", readReorder},
		"concurrency": {"concurrency PROFILE [voice=N chat=N task=N email=N] [cross=any|current[@CHANNEL]]",
			readConcurrency},
		"timer":    {"timer PROFILE activity|inbound", readTimer},
		"limit":    {"limit QUEUE N|none", readLimit},
		"hours":    {"hours QUEUE ZONE [DAY=FROM-TILL ...], where DAY is sunday to saturday, or daily", readHours},
		"override": {"override QUEUE NAME standard|open|closed|none [DATE..DATE] [DAY=FROM-TILL ...]", readOverride},
		"disable":  {"disable QUEUE or STATUS", readDisable},
		"enable":   {"enable QUEUE or STATUS", readEnable},
		"delete":   {"delete user USER, queue QUEUE, profile PROFILE or attribute NAME", readDelete},
		"downtime": {"downtime DURATION", readDowntime},
	}
}

// usages lists how every verb is written, in alphabetical order.
func usages() []string {
	list := []string{"STATUS USER ..., where STATUS is available, offline or one that the story has made"}
	all := verbs()
	for _, name := range slices.Sorted(maps.Keys(all)) {
		list = append(list, all[name].usage)
	}
	return list
}

// read makes a deed of the words of a line.
func (a *args) read() deed {
	name := a.words[0]
	v, known := verbs()[name.text]
	a.words = a.words[1:]
	var d deed
	switch {
	case known:
		d = v.read(a)
	case a.cast.has(aStatus, strings.ToLower(name.text)):
		d = readStatusChange(a, strings.ToLower(name.text))
	default:
		a.fail(name, "unknown verb %q; a line is one of: %s", name.text, strings.Join(usages(), "; "))
		return nil
	}
	a.finish()
	if a.fault != nil && known {
		a.fault.Reason += "; write " + v.usage
	}
	return d
}
