package connect

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/history"
	"patchcord/instance"
)

// searchSpanMax is how long the time range of a search may be (AG:contact-search, A0160).
const searchSpanMax = 8 * 7 * acd.Day

// searchContacts finds contacts, living and ended.
func (h *handlers) searchContacts(c *Call, in *sdk.SearchContactsInput) (*sdk.SearchContactsOutput, error) {
	p := c.place(in.InstanceId)
	if _, err := look(h, p, func(*instance.Instance) (struct{}, error) { return struct{}{}, nil }); err != nil {
		return nil, err
	}
	q, err := searchQuery(p, in)
	if err != nil {
		return nil, err
	}
	scope := scopeOf(c, p.ask(nil, nil, searchFilter(in)))
	if token := value(in.NextToken); token != "" {
		last, err := readToken(token, scope)
		if err != nil {
			return nil, err
		}
		if q.After, err = readPosition(last); err != nil {
			return nil, err
		}
	}
	answer, err := h.records.Search(q)
	if err != nil {
		return nil, err
	}
	out := &sdk.SearchContactsOutput{
		Contacts:   each(answer.Contacts, func(c acd.Contact) types.ContactSearchSummary { return searchSummary(p, c) }),
		TotalCount: &answer.Total,
	}
	if answer.Next != nil {
		out.NextToken = new(makeToken(scope, writePosition(*answer.Next)))
	}
	return out, nil
}

// searchFilter is all that a token of a search is bound to.
func searchFilter(in *sdk.SearchContactsInput) string {
	asked := *in
	asked.InstanceId, asked.NextToken, asked.MaxResults = nil, nil, nil
	return written(asked)
}

// A position of a search travels in its token.
func writePosition(p history.Position) string {
	return fmt.Sprintf("%d %d %s", p.At, p.Number, p.Word)
}

func readPosition(text string) (*history.Position, error) {
	at, rest, _ := strings.Cut(text, " ")
	number, word, _ := strings.Cut(rest, " ")
	a, err := strconv.ParseInt(at, 10, 64)
	if err != nil {
		return nil, acd.Errorf(acd.Invalid, "NextToken is not one of a search")
	}
	n, err := strconv.ParseInt(number, 10, 64)
	if err != nil {
		return nil, acd.Errorf(acd.Invalid, "NextToken is not one of a search")
	}
	return &history.Position{At: acd.Time(a), Number: n, Word: word}, nil
}

// searchQuery reads what is looked for.
func searchQuery(p *place, in *sdk.SearchContactsInput) (history.Query, error) {
	within, err := searchRange("TimeRange", in.TimeRange)
	if err != nil {
		return history.Query{}, err
	}
	if span := within.To.Sub(within.From); span > searchSpanMax {
		return history.Query{}, acd.Errorf(acd.Invalid, "TimeRange spans %d hours; search eight weeks (%d hours) at most",
			span/acd.Hour, searchSpanMax/acd.Hour)
	}
	q := history.Query{Instance: p.instance, Range: within, Max: pageDefault,
		Sort: history.Sort{By: history.Field(within.Moment), Back: true}} // (A0164)
	if in.MaxResults != nil {
		q.Max = int(*in.MaxResults)
	}
	if s := in.Sort; s != nil {
		q.Sort = history.Sort{By: history.Field(s.FieldName), Back: s.Order == types.SortOrderDescending}
	}
	if in.SearchCriteria != nil {
		q.Criteria, err = searchCriteria(p, in.SearchCriteria)
	}
	if p.err != nil {
		err = p.err
	}
	return q, err
}

// searchRange reads a range of time.
func searchRange(name string, r *types.SearchContactsTimeRange) (history.Range, error) {
	from, to := instantOf(r.StartTime), instantOf(r.EndTime)
	if to < from {
		return history.Range{}, acd.Errorf(acd.Invalid,
			"%s ends before it begins; give a StartTime that is not after EndTime", name)
	}
	return history.Range{Moment: history.Moment(r.Type), From: from, To: to}, nil
}

func instantOf(t *time.Time) acd.Time { return acd.TimeOf(value(t)) }

// searchCriteria reads what a contact must satisfy.
func searchCriteria(p *place, k *types.SearchCriteria) (history.Criteria, error) {
	to := history.Criteria{
		Agents:   idsAt[acd.UserID](p, acd.KindUser, k.AgentIds),
		Queues:   idsAt[acd.QueueID](p, acd.KindQueue, k.QueueIds),
		Channels: each(k.Channels, func(c types.Channel) acd.Channel { return acd.Channel(c) }),
		Methods: each(k.InitiationMethods, func(m types.ContactInitiationMethod) acd.InitiationMethod {
			return acd.InitiationMethod(m)
		}),
		Tags: searchTags(k.ContactTags),
		Nothing: transcriptsAsked(k.ContactAnalysis) ||
			len(k.ActiveRegions) > 0 && !slices.Contains(k.ActiveRegions, p.account.Region), // (A0167)
	}
	if g := k.AgentHierarchyGroups; g != nil {
		for i, ids := range [][]string{g.L1Ids, g.L2Ids, g.L3Ids, g.L4Ids, g.L5Ids} {
			if len(ids) > 0 {
				to.Groups = append(to.Groups, history.Groups{Depth: i + 1,
					IDs: idsAt[acd.HierarchyGroupID](p, acd.KindHierarchyGroup, ids)})
			}
		}
	}
	if n := k.Name; n != nil {
		to.Name = history.Texts{Match: history.Match(n.MatchType), Texts: n.SearchText}
	}
	if a := k.SearchableContactAttributes; a != nil {
		to.Attributes = history.Values{Match: history.Match(a.MatchType)}
		for _, c := range a.Criteria {
			to.Attributes.Keys = append(to.Attributes.Keys, history.Value{Key: value(c.Key), Values: c.Values})
		}
	}
	if a := k.SearchableSegmentAttributes; a != nil {
		to.Segment = history.Values{Match: history.Match(a.MatchType)}
		for _, c := range a.Criteria {
			to.Segment.Keys = append(to.Segment.Keys, history.Value{Key: value(c.Key), Values: c.Values})
		}
	}
	if r := k.RoutingCriteria; r != nil {
		for _, s := range r.Steps {
			if a := s.AgentCriteria; a != nil && len(a.AgentIds) > 0 {
				to.Steps = append(to.Steps, history.Preferred{Match: history.Match(a.MatchType),
					Agents: idsAt[acd.UserID](p, acd.KindUser, a.AgentIds)})
			}
		}
	}
	var err error
	if k.AdditionalTimeRange != nil {
		to.Times, err = searchTimes(k.AdditionalTimeRange)
	}
	return to, err
}

// searchTimes reads further ranges of time.
func searchTimes(a *types.SearchContactsAdditionalTimeRange) (history.Times, error) {
	times := history.Times{Match: history.Match(a.MatchType)}
	for i, c := range a.Criteria {
		if (c.TimeRange == nil) == (c.TimestampCondition == nil) {
			return times, acd.Errorf(acd.Improper,
				"AdditionalTimeRange.Criteria[%d] must have a TimeRange or a TimestampCondition, and not both", i)
		}
		if c.TimestampCondition != nil { // there is one condition, that the contact does not have it
			times.Absent = append(times.Absent, history.Moment(c.TimestampCondition.Type))
			continue
		}
		r, err := searchRange(fmt.Sprintf("AdditionalTimeRange.Criteria[%d].TimeRange", i), c.TimeRange)
		if err != nil {
			return times, err
		}
		times.Ranges = append(times.Ranges, r)
	}
	return times, nil
}

// transcriptsAsked says whether a search asks for what was said, which nobody here writes down (A0165).
func transcriptsAsked(a *types.ContactAnalysis) bool {
	return a != nil && a.Transcript != nil && len(a.Transcript.Criteria) > 0
}

// searchTags reads conditions on tags: an OR of ANDs. Those of the three members hold together.
func searchTags(f *types.ControlPlaneTagFilter) [][]history.Tag {
	if f == nil {
		return nil
	}
	tag := func(c types.TagCondition) history.Tag { return history.Tag{Key: value(c.TagKey), Value: c.TagValue} }
	all := each(f.AndConditions, tag)
	if f.TagCondition != nil {
		all = append(all, tag(*f.TagCondition))
	}
	if len(f.OrConditions) == 0 {
		if len(all) == 0 {
			return nil
		}
		return [][]history.Tag{all}
	}
	return each(f.OrConditions, func(some []types.TagCondition) []history.Tag {
		return slices.Concat(all, each(some, tag))
	})
}

// searchSummary shows a contact that was found.
func searchSummary(p *place, c acd.Contact) types.ContactSearchSummary {
	shown := types.ContactSearchSummary{
		Arn:                 p.arn(acd.KindContact, string(c.ID)),
		Channel:             types.Channel(c.Channel),
		DisconnectTimestamp: stamp(c.DisconnectedAt),
		Id:                  new(string(c.ID)),
		InitialContactId:    word(c.InitialID),
		InitiationMethod:    types.ContactInitiationMethod(c.InitiationMethod),
		InitiationTimestamp: stamp(c.InitiatedAt),
		Name:                word(c.Name),
		PreviousContactId:   word(c.PreviousID),
		RoutingCriteria:     criteriaOut(c.Criteria),
		ScheduledTimestamp:  stamp(c.ScheduledAt),
		SegmentAttributes:   mapEach(c.SegmentAttributes, searchSegment),
		Tags:                notEmpty(c.Tags),
	}
	if c.Agent != nil {
		shown.AgentInfo = &types.ContactSearchSummaryAgentInfo{
			ConnectedToAgentTimestamp: stamp(c.Agent.ConnectedAt), Id: new(string(c.Agent.UserID))}
	}
	if !c.Queue.IsZero() {
		shown.QueueInfo = &types.ContactSearchSummaryQueueInfo{
			EnqueueTimestamp: stamp(c.EnqueuedAt), Id: new(string(c.Queue.ID))}
	}
	return shown
}

// searchSegment shows a segment attribute as a summary can: as text, or a map. A summary has no place for lists.
func searchSegment(a acd.SegmentAttribute) types.ContactSearchSummarySegmentAttributeValue {
	switch {
	case a.Map != nil:
		return types.ContactSearchSummarySegmentAttributeValue{ValueMap: mapEach(a.Map, segmentAttributeOut)}
	case a.Integer != nil:
		return types.ContactSearchSummarySegmentAttributeValue{ValueString: new(strconv.Itoa(int(*a.Integer)))}
	case a.ARN != nil:
		return types.ContactSearchSummarySegmentAttributeValue{ValueString: a.ARN}
	}
	return types.ContactSearchSummarySegmentAttributeValue{ValueString: a.String}
}
