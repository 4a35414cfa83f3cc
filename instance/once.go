package instance

import "patchcord/acd"

// once lets the directory decide a command, unless it has done so under the same ClientToken.
func (i *Instance) once(operation string, token acd.ClientToken, cmd acd.Command) (string, error) {
	if created, ok, err := i.tokens.Find(i.now, operation, token); ok || err != nil {
		return created, err
	}
	created, err := i.directory.Do(cmd, i.options.Quotas, i)
	if err == nil {
		i.remember(operation, token, created)
	}
	return created, err
}

// onceOf returns the operation and the ClientToken of a command about settings, none where it has none.
func onceOf(cmd acd.Command) (operation string, token acd.ClientToken) {
	switch cmd := cmd.(type) {
	case acd.UpdateInstanceAttribute:
		return "UpdateInstanceAttribute", cmd.Token
	case acd.AssociateStorageConfig:
		return "AssociateInstanceStorageConfig", cmd.Token
	case acd.UpdateStorageConfig:
		return "UpdateInstanceStorageConfig", cmd.Token
	case acd.DisassociateStorageConfig:
		return "DisassociateInstanceStorageConfig", cmd.Token
	case acd.AssociateLambdaFunction:
		return "AssociateLambdaFunction", cmd.Token
	case acd.DisassociateLambdaFunction:
		return "DisassociateLambdaFunction", cmd.Token
	case acd.CreateEmailAddress:
		return "CreateEmailAddress", cmd.Token
	case acd.AssociateQueueEmailAddresses:
		return "AssociateQueueEmailAddresses", cmd.Token
	case acd.DisassociateQueueEmailAddresses:
		return "DisassociateQueueEmailAddresses", cmd.Token
	case acd.UpdateEmailAddressMetadata:
		return "UpdateEmailAddressMetadata", cmd.Token
	}
	return "", acd.ClientToken{}
}
