package acd

// What may be asked about security profiles that are there.
type (
	// UpdateSecurityProfile changes a security profile; nil members stay as they are (A0195).
	UpdateSecurityProfile struct {
		ID                     SecurityProfileID
		Description            *string
		Permissions            []string
		AccessControlTags      map[string]string
		TagRestrictedResources []string
		HierarchyRestricted    []string
		AccessControlHierarchy *HierarchyGroupID
		Applications           []SecurityApplication
		AllowedFlowModuleIDs   []string
		PrimaryAttributeAccess []AttributeAccess
	}
	// DeleteSecurityProfile removes a security profile that nobody has.
	DeleteSecurityProfile struct{ ID SecurityProfileID }
)

// What happens to security profiles that are there.
type (
	// SecurityProfileChanged replaces a security profile.
	SecurityProfileChanged struct{ Profile SecurityProfile }
	// SecurityProfileDeleted removes a security profile.
	SecurityProfileDeleted struct{ ID SecurityProfileID }
)

func (UpdateSecurityProfile) command() {}
func (DeleteSecurityProfile) command() {}

// Nature says that it is a fact.
func (SecurityProfileChanged) Nature() Nature { return Fact }

// Nature says that it is a fact.
func (SecurityProfileDeleted) Nature() Nature { return Fact }
