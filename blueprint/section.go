package blueprint

import (
	"context"
	"maps"
	"reflect"
	"slices"

	"github.com/aws/aws-sdk-go-v2/aws"
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
)

// fields are the members of an entry that change.
type fields map[string]bool

// any reports whether one of the names is among the fields.
func (f fields) any(names ...string) bool {
	return slices.ContainsFunc(names, func(name string) bool { return f[name] })
}

// named is what lists tell of a thing.
type named struct{ name, id, arn *string }

// A nature is how things of one kind are listed, read, made, changed and taken away. Each is asked for in turn.
type nature[T any] struct {
	list     func(ctx context.Context, s *Site) ([]named, error)
	describe func(ctx context.Context, s *Site, name, id string) (T, error)
	create   func(ctx context.Context, s *Site, want T) (id, arn *string, err error)
	change   func(ctx context.Context, s *Site, id string, target T, changed fields) error
	remove   func(ctx context.Context, s *Site, id string) error // nil: Amazon has no such operation
	inOrder  bool                                                // they are made one after the other
	amazons  func(name string) bool                              // what is Amazon's own, and no part of a file
}

// A section is a list of the file, whatever is in it.
type section struct {
	kind, name string
	meet       func(ctx context.Context, s *Site) error
	read       func(ctx context.Context, s *Site) error
	entries    func(b *Blueprint) []any
	given      func(b *Blueprint) bool
	forget     func(b *Blueprint)
	create     func(ctx context.Context, s *Site, want any) (named, error)
	change     func(ctx context.Context, s *Site, target any, changed fields) error
	remove     func(ctx context.Context, s *Site, name string) error
	removable  bool
	loose      bool // things of the kind can be made at once, as their order does not matter
}

// sectionOf makes a section of a kind's nature.
func sectionOf[T any](kind, name string, of func(*Blueprint) *[]T, n nature[T]) section {
	own := func(name string) bool { return n.amazons == nil || !n.amazons(name) }
	return section{
		kind: kind, name: name, removable: n.remove != nil, loose: !n.inOrder,
		given:  func(b *Blueprint) bool { return *of(b) != nil },
		forget: func(b *Blueprint) { *of(b) = nil },
		entries: func(b *Blueprint) []any {
			var list []any
			for _, entry := range *of(b) {
				list = append(list, entry)
			}
			return list
		},
		meet: func(ctx context.Context, s *Site) error {
			found, err := n.list(ctx, s)
			for _, one := range found {
				s.meet(kind, aws.ToString(one.name), aws.ToString(one.id), aws.ToString(one.arn))
			}
			return err
		},
		read: func(ctx context.Context, s *Site) error {
			names := slices.DeleteFunc(slices.Clone(s.of(kind).order), func(name string) bool { return !own(name) })
			list := make([]T, len(names))
			known := s.of(kind)
			err := s.several(ctx, readAtOnce, "reading "+name, len(names), func(ctx context.Context, i int) (err error) {
				list[i], err = n.describe(ctx, s, names[i], known.ids[names[i]])
				return refused(err)
			})
			if err != nil {
				return err
			}
			*of(&s.Have) = list
			return nil
		},
		create: func(ctx context.Context, s *Site, want any) (named, error) {
			id, arn, err := n.create(ctx, s, want.(T))
			return named{aws.String(keyOf(want)), id, arn}, refused(err)
		},
		change: func(ctx context.Context, s *Site, target any, changed fields) error {
			if changed["tags"] {
				if err := s.retag(ctx, s.of(kind).arns[keyOf(target)], tagsOf(target)); err != nil {
					return refused(err)
				}
			}
			return refused(n.change(ctx, s, s.of(kind).ids[keyOf(target)], target.(T), changed))
		},
		remove: func(ctx context.Context, s *Site, name string) error {
			return refused(n.remove(ctx, s, s.of(kind).ids[name]))
		},
	}
}

// sections lists what a file consists of, each after what it depends on.
func sections() []section {
	return []section{
		sectionOf(kindStorage, "storage", func(b *Blueprint) *[]Storage { return &b.Storage }, storageNature()),
		sectionOf(kindFunction, "lambdaFunctions", func(b *Blueprint) *[]Function { return &b.Functions },
			functionNature()),
		sectionOf(kindDataSet, "analyticsDataSets", func(b *Blueprint) *[]DataSet { return &b.DataSets },
			dataSetNature()),
		sectionOf(kindAttribute, "predefinedAttributes", func(b *Blueprint) *[]Attribute { return &b.Attributes },
			attributeNature()),
		sectionOf(kindStatus, "agentStatuses", func(b *Blueprint) *[]Status { return &b.Statuses }, statusNature()),
		sectionOf(kindHours, "hours", func(b *Blueprint) *[]Hours { return &b.Hours }, hoursNature()),
		sectionOf(kindGroup, "hierarchyGroups", func(b *Blueprint) *[]Group { return &b.Groups }, groupNature()),
		sectionOf(kindSecurityProfile, "securityProfiles",
			func(b *Blueprint) *[]SecurityProfile { return &b.SecurityProfiles }, securityProfileNature()),
		sectionOf(kindEmail, "emailAddresses", func(b *Blueprint) *[]EmailAddress { return &b.EmailAddresses },
			emailNature()),
		sectionOf(kindQueue, "queues", func(b *Blueprint) *[]Queue { return &b.Queues }, queueNature()),
		sectionOf(kindProfile, "routingProfiles", func(b *Blueprint) *[]Profile { return &b.Profiles }, profileNature()),
		sectionOf(kindUser, "users", func(b *Blueprint) *[]User { return &b.Users }, userNature()),
		sectionOf(kindPrompt, "prompts", func(b *Blueprint) *[]Prompt { return &b.Prompts }, promptNature()),
		sectionOf(kindModule, "flowModules", func(b *Blueprint) *[]Module { return &b.Modules }, moduleNature()),
		sectionOf(kindFlow, "flows", func(b *Blueprint) *[]Flow { return &b.Flows }, flowNature()),
		sectionOf(kindQuickConnect, "quickConnects", func(b *Blueprint) *[]QuickConnect { return &b.QuickConnects },
			quickConnectNature()),
		sectionOf(kindNumber, "phoneNumbers", func(b *Blueprint) *[]Number { return &b.Numbers }, numberNature()),
		sectionOf(kindTemplate, "taskTemplates", func(b *Blueprint) *[]TaskTemplate { return &b.Templates },
			templateNature()),
	}
}

// tagsOf returns the tags of an entry.
func tagsOf(entry any) map[string]string {
	tags, _ := reflect.ValueOf(entry).FieldByName("Tags").Interface().(map[string]string)
	return tags
}

// retag gives a thing the tags that it is to have, and takes the others away.
func (s *Site) retag(ctx context.Context, arn string, want map[string]string) error {
	have, err := s.client.ListTagsForResource(ctx, &sdk.ListTagsForResourceInput{ResourceArn: &arn})
	if err != nil {
		return err
	}
	var gone []string
	for _, key := range slices.Sorted(maps.Keys(have.Tags)) {
		if _, stays := want[key]; !stays {
			gone = append(gone, key)
		}
	}
	if len(gone) > 0 {
		in := &sdk.UntagResourceInput{ResourceArn: &arn, TagKeys: gone}
		if _, err := s.client.UntagResource(ctx, in); err != nil {
			return err
		}
	}
	if len(want) == 0 {
		return nil
	}
	_, err = s.client.TagResource(ctx, &sdk.TagResourceInput{ResourceArn: &arn, Tags: want})
	return err
}

// tagsGiven returns tags for a request that makes something: Amazon wants none or some, not an empty mapping.
func tagsGiven(tags map[string]string) map[string]string {
	if len(tags) == 0 {
		return nil
	}
	return tags
}
