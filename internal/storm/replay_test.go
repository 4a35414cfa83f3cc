package storm

import (
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/engine"
	"patchcord/journal"
	"patchcord/scribe"
)

// copyDir copies the directory of a server that is gone. The keys in it are for the owner's eyes only.
func (s *storm) copyDir() string {
	s.Helper()
	to := filepath.Join(s.TempDir(), "copy")
	err := os.CopyFS(to, os.DirFS(s.dir))
	if err == nil {
		err = os.Chmod(filepath.Join(to, "keys.json"), 0o600)
	}
	if err != nil {
		s.Fatalf("copy the directory: %v", err)
	}
	return to
}

// replayed demands of the journal of a server that is gone that nothing is lost or damaged, and that the state to which
// a snapshot and the records after it lead is the one to which all records lead. hasTail says that there must be such a
// snapshot, and records after it.
func (s *storm) replayed(dir string, hasTail bool) {
	s.Helper()
	report, err := journal.Verify(dir, nil)
	if err != nil || len(report.Losses) > 0 || len(report.Notices) > 0 {
		s.Fatalf("the journal is not whole: %v, lost %v, notices %v", err, report.Losses, report.Notices)
	}
	if hasTail && (len(report.Snapshots) == 0 || report.Snapshots[0] == report.Last) {
		s.Errorf("the journal has snapshots after %v and ends at %d: there is no tail", report.Snapshots, report.Last)
	}
	printed := s.program.must(s.T, "journal", "verify", "--data", dir)
	id, dictionary := scribe.Dictionary()
	j, err := journal.Open(dir, journal.Options{Dictionary: dictionary, DictionaryID: id, Renew: engine.Renew})
	if err != nil {
		s.Fatal(err)
	}
	defer j.Close()
	account := acd.Account{Number: "123456789012", Region: region}
	replay := func() (int64, [32]byte) {
		state, n, err := engine.Replay(j, account)
		if err != nil {
			s.Fatal(err)
		}
		return n, scribe.Hash(state)
	}
	n, hash := replay()
	if n != report.Last || !strings.Contains(printed, hex.EncodeToString(hash[:])) {
		s.Errorf("the replay ends at record %d of %d with %x, but journal verify prints\n%s", n, report.Last, hash, printed)
	}
	e, err := engine.Open(j, engine.Options{Account: account})
	if err != nil {
		s.Fatal(err)
	}
	if err := e.Close(s.Context()); err != nil {
		s.Fatal(err)
	}
	lived, state := e.Hash()
	if n, hash = replay(); n != lived || hash != state {
		s.Errorf("after record %d the state is %x; a replay from the first record ends at %d with %x", lived, state, n, hash)
	}
}

// testSleep kills the server while a chat rings, and starts it only when the ringing would be over. The agent has not
// missed it, and it rings anew; steps have expired at their own instants meanwhile.
func testSleep(t *testing.T, p program) {
	if testing.Short() {
		t.Skip("nothing is slept through in a short run")
	}
	s, c := newStorm(t, p, 4, 2)
	u := s.stage.users[1]
	l := s.live(c)
	got(l.wire.PutUserStatus(l.ctx, s.stage.putStatus(u, s.stage.statuses[available])))(t)
	chat := *got(l.wire.StartChatContact(l.ctx, &sdk.StartChatContactInput{
		InstanceId: &s.stage.instance, ContactFlowId: &s.stage.flow,
		ParticipantDetails: &types.ParticipantDetails{DisplayName: aws.String("Pat")}}))(t).ContactId
	rings := got(s.stage.data(l.ctx, l.wire, u))(t)[u.id].in(chat)
	if rings != types.ContactStateConnecting {
		t.Fatalf("the chat is %q with the only agent who is available", rings)
	}
	task := s.relaxing(l)
	c.kill()
	l.wire.close()
	<-time.After(ringMin + time.Second)

	c = p.start(t, s.dir)
	l = s.live(c)
	defer l.wire.close()
	sight := got(s.stage.data(l.ctx, l.wire, u))(t)[u.id]
	if state := sight.in(chat); state != types.ContactStateConnecting {
		t.Errorf("after the sleep the chat is %q with the agent; it should ring again", state)
	}
	u.status.known = s.stage.statuses[available]
	s.model.report((&userLook{user: u, sight: sight, reborn: c.born}).faults()...)
	task.from, task.sight = time.Now(), got(s.stage.describe(l.ctx, l.wire, task.may.id))(t)
	task.til = time.Now()
	s.model.report(task.faults()...)
	if n := task.sight.expired(); n != 2 {
		t.Errorf("%d steps of 5 seconds have expired while the server slept, not 2", n)
	}
	if err := c.terminate(); err != nil {
		t.Error(err)
	}
	s.finish(c)
	s.replayed(s.dir, false)
}

// relaxing starts a task with two steps that last 5 seconds, and a third, which nobody fits.
func (s *storm) relaxing(l *life) *look {
	s.Helper()
	id := got(startTask(l.ctx, l.wire, s.stage, start{"a task", "a token"}))(s.T)
	var steps []types.RoutingCriteriaInputStep
	for n := range 3 {
		name, value := attribute(n)
		step := types.RoutingCriteriaInputStep{Expression: &types.Expression{AttributeCondition: &types.AttributeCondition{
			Name: &name, Value: &value, ComparisonOperator: aws.String("NumberGreaterOrEqualTo"),
			ProficiencyLevel: aws.Float32(5)}}}
		if n < 2 {
			step.Expiry = &types.RoutingCriteriaInputStepExpiry{DurationInSeconds: aws.Int32(5)}
		}
		steps = append(steps, step)
	}
	got(l.wire.UpdateContactRoutingData(l.ctx, &sdk.UpdateContactRoutingDataInput{InstanceId: &s.stage.instance,
		ContactId: &id, RoutingCriteria: &types.RoutingCriteriaInput{Steps: steps}}))(s.T)
	c := s.model.contact(id)
	c.name, c.routing.known = "a task", routing{index: 0, criteria: textOf(steps)}
	return &look{must: *c, may: c}
}
