package directory

import (
	"slices"

	"patchcord/acd"
)

// There is one config for each sort of data, so that its name is unique.
func storageKey(s *acd.StorageConfig) (id, name string) { return s.ID, s.ResourceType }

// StorageConfig returns the storage config with an id, if it is one of a sort of data.
func (d *Directory) StorageConfig(id, resourceType string) (acd.StorageConfig, bool) {
	s, ok := d.storage.byID[id]
	return s, ok && s.ResourceType == resourceType
}

// StorageConfigs returns the storage configs of a sort of data.
func (d *Directory) StorageConfigs(resourceType string) []acd.StorageConfig {
	return slices.DeleteFunc(d.storage.list(), func(s acd.StorageConfig) bool { return s.ResourceType != resourceType })
}

func (d *Directory) associateStorage(cmd acd.AssociateStorageConfig, c Chronicle) (string, error) {
	config := cmd.Config
	if err := checkStorage(&config); err != nil {
		return "", err
	}
	if all := d.StorageConfigs(config.ResourceType); len(all) > 0 {
		return "", acd.Errorf(acd.Conflict, "%s are put to a place already, by the association %s; update it, or remove it "+
			"first", config.ResourceType, all[0].ID)
	}
	config.ID = c.NewID(0)
	c.Emit(acd.StorageConfigSet{Config: config})
	return config.ID, nil
}

func (d *Directory) updateStorage(cmd acd.UpdateStorageConfig, c Chronicle) error {
	config := cmd.Config
	if err := firstOf(checkStorage(&config), d.knownStorage(config.ID, config.ResourceType)); err != nil {
		return err
	}
	c.Emit(acd.StorageConfigSet{Config: config})
	return nil
}

func (d *Directory) disassociateStorage(cmd acd.DisassociateStorageConfig, c Chronicle) error {
	if err := d.knownStorage(cmd.ID, cmd.ResourceType); err != nil {
		return err
	}
	c.Emit(acd.StorageConfigRemoved{ID: cmd.ID})
	return nil
}

func (d *Directory) knownStorage(id, resourceType string) error {
	if _, ok := d.StorageConfig(id, resourceType); !ok {
		return acd.Errorf(acd.NotFound, "no association of %s has the id %q; give one that the instance lists", resourceType,
			id)
	}
	return nil
}

// checkStorage checks that data of this sort can be put where it is to be put (A0225).
func checkStorage(s *acd.StorageConfig) error {
	if types := storageTypes(s.ResourceType); !slices.Contains(types, s.Type) {
		return acd.Errorf(acd.Invalid, "StorageType is %q; give one of %v for %s", s.Type, types, s.ResourceType)
	}
	return nil
}

// storageTypes returns where data of a sort may be put.
func storageTypes(resourceType string) []acd.StorageType {
	switch resourceType {
	case "MEDIA_STREAMS":
		return []acd.StorageType{acd.StorageVideo}
	case "CONTACT_TRACE_RECORDS":
		return []acd.StorageType{acd.StorageStream, acd.StorageFirehose}
	case "AGENT_EVENTS", "REAL_TIME_CONTACT_ANALYSIS_SEGMENTS", "REAL_TIME_CONTACT_ANALYSIS_CHAT_SEGMENTS",
		"REAL_TIME_CONTACT_ANALYSIS_VOICE_SEGMENTS":
		return []acd.StorageType{acd.StorageStream}
	}
	return []acd.StorageType{acd.StorageS3}
}
