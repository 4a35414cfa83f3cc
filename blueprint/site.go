package blueprint

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"
)

// The kinds of things, as flows name them.
const (
	kindAttribute       = "predefined-attribute"
	kindStatus          = "agent-status"
	kindHours           = "hours"
	kindGroup           = "hierarchy-group"
	kindSecurityProfile = "security-profile"
	kindQueue           = "queue"
	kindProfile         = "routing-profile"
	kindUser            = "user"
	kindModule          = "flow-module"
	kindFlow            = "flow"
	kindQuickConnect    = "quick-connect"
	kindNumber          = "phone-number"
	kindPrompt          = "prompt"
	kindEmail           = "email-address"
	kindTemplate        = "task-template"
	kindStorage         = "storage"
	kindFunction        = "lambda-function"
	kindDataSet         = "analytics-data-set"
)

// spoken returns a kind as a sentence has it.
func spoken(kind string) string { return strings.ReplaceAll(kind, "-", " ") }

// known is what a server calls the things of one kind.
type known struct {
	order []string          // their names, as listed
	ids   map[string]string // by name
	arns  map[string]string // by name
	names map[string]string // by id
}

// A Site is an instance on a server, as it was found there.
type Site struct {
	Have  Blueprint // what it is like; nothing where it is yet to be made
	Notes []string  // what cannot be said in a file

	Told   func(doing string, done, of int) // is told how far long work is; nil: nobody is
	AtOnce int                              // how many things are made and changed at once; 0: one after the other

	mu          sync.Mutex        // over Notes and unread, which are written while several things are read at once
	unread      map[string]string // kinds, and members of kinds, that the server does not let us read, and why
	client      *sdk.Client
	id, arn     string
	kinds       map[string]*known
	scriptNames map[string]string // how a flow's file names an id or ARN
	numberFlows map[string]string // the flows of phone numbers, by the ids of these
}

// NewSite returns a site where nothing has been found yet.
func NewSite(client *sdk.Client) *Site {
	return &Site{client: client, kinds: map[string]*known{}, scriptNames: map[string]string{},
		unread: map[string]string{}}
}

// ID returns the instance's id; empty where there is none yet.
func (s *Site) ID() string { return s.id }

func (s *Site) of(kind string) *known {
	k := s.kinds[kind]
	if k == nil {
		k = &known{ids: map[string]string{}, arns: map[string]string{}, names: map[string]string{}}
		s.kinds[kind] = k
	}
	return k
}

// meet notes that a thing is there.
func (s *Site) meet(kind, name, id, arn string) {
	k := s.of(kind)
	if _, twice := k.ids[name]; !twice {
		k.order = append(k.order, name)
	}
	k.ids[name], k.arns[name], k.names[id] = id, arn, name
	s.scriptNames[id] = scriptName(kind, "", name)
	if arn != "" {
		s.scriptNames[arn] = scriptName(kind, ".arn", name)
	}
}

// idOf returns the id of a thing by its name.
func (s *Site) idOf(kind, name string) (*string, error) {
	if id, ok := s.of(kind).ids[name]; ok {
		return &id, nil
	}
	return nil, fmt.Errorf("there is no %s %q", spoken(kind), name)
}

// idOfGiven is idOf for what may be absent.
func (s *Site) idOfGiven(kind string, name *string) (*string, error) {
	if name == nil || *name == "" {
		return nil, nil
	}
	return s.idOf(kind, *name)
}

// idsOf is idOf for many.
func (s *Site) idsOf(kind string, names []string) ([]string, error) {
	var all []string
	for _, name := range names {
		id, err := s.idOf(kind, name)
		if err != nil {
			return nil, err
		}
		all = append(all, *id)
	}
	return all, nil
}

// nameOf returns the name of a thing by its id or ARN. What is not there any more is noted.
func (s *Site) nameOf(kind string, id *string, whose string) *string {
	if aws.ToString(id) == "" {
		return nil
	}
	if name, ok := s.of(kind).names[bareID(*id)]; ok {
		return &name
	}
	if s.hidden(kind) == "" {
		s.note("%s names the %s %s, which is not there", whose, spoken(kind), *id)
	}
	return nil
}

// bareID returns the id that an ARN ends in.
func bareID(id string) string { return id[strings.LastIndex(id, "/")+1:] }

// note notes what a file cannot say.
func (s *Site) note(format string, args ...any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.Notes = append(s.Notes, fmt.Sprintf(format, args...))
}

// all gathers the pages of a list.
func all[T any](fetch func(token *string) ([]T, *string, error)) ([]T, error) {
	var found []T
	var token *string
	for {
		page, next, err := fetch(token)
		if err != nil {
			return nil, refused(err)
		}
		found = append(found, page...)
		if aws.ToString(next) == "" {
			return found, nil
		}
		token = next
	}
}

// Find looks for an instance by alias or id. Without either it finds the only one.
func (s *Site) Find(ctx context.Context, alias string) error {
	list, err := all(func(token *string) ([]types.InstanceSummary, *string, error) {
		out, err := s.client.ListInstances(ctx, &sdk.ListInstancesInput{NextToken: token})
		if err != nil {
			return nil, nil, err
		}
		return out.InstanceSummaryList, out.NextToken, nil
	})
	if err != nil {
		return err
	}
	var aliases []string
	for _, i := range list {
		aliases = append(aliases, aws.ToString(i.InstanceAlias))
		if alias == aws.ToString(i.InstanceAlias) || alias == aws.ToString(i.Id) || alias == "" && len(list) == 1 {
			s.id, s.arn = aws.ToString(i.Id), aws.ToString(i.Arn)
			return nil
		}
	}
	slices.Sort(aliases)
	return &NoInstanceError{alias, aliases}
}

// NoInstanceError says that a server has no such instance.
type NoInstanceError struct {
	Alias string   // that was looked for; empty: the only one
	There []string // the aliases of those that are there
}

// Error is part of error.
func (e *NoInstanceError) Error() string {
	there := "there is none"
	if len(e.There) > 0 {
		there = "there are " + strings.Join(e.There, ", ")
	}
	if e.Alias == "" {
		return "which instance is meant? " + there + "; name one"
	}
	return fmt.Sprintf("there is no instance %q; %s%s", e.Alias, there, near(e.Alias, e.There))
}

// Found makes an instance of the name of the blueprint, and waits until it can be used.
func (s *Site) Found(ctx context.Context, want Instance, wait func(context.Context, time.Duration) error) error {
	identity := types.DirectoryTypeConnectManaged
	if want.Identity != nil {
		identity = types.DirectoryType(*want.Identity)
	}
	on := func(given *bool) *bool { return aws.Bool(given == nil || *given) }
	out, err := s.client.CreateInstance(ctx, &sdk.CreateInstanceInput{InstanceAlias: &want.Alias,
		IdentityManagementType: identity, InboundCallsEnabled: on(want.Inbound), OutboundCallsEnabled: on(want.Outbound)})
	if err != nil {
		return Fault{want.At, refused(err).Error()}
	}
	s.id, s.arn = aws.ToString(out.Id), aws.ToString(out.Arn)
	const looks, pause = 150, 2 * time.Second
	for range looks {
		seen, err := s.client.DescribeInstance(ctx, &sdk.DescribeInstanceInput{InstanceId: &s.id})
		if err != nil {
			return refused(err)
		}
		switch i := seen.Instance; i.InstanceStatus {
		case types.InstanceStatusActive:
			return nil
		case types.InstanceStatusCreationFailed:
			reason := ""
			if i.StatusReason != nil {
				reason = aws.ToString(i.StatusReason.Message)
			}
			return Fault{want.At, "the instance could not be made: " + reason}
		}
		if err := wait(ctx, pause); err != nil {
			return err
		}
	}
	return fmt.Errorf("the instance %s is still being made; apply again when it is there", s.id)
}
