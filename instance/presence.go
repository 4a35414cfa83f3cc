package instance

import "patchcord/acd"

// setPresence tells routing that nobody follows what comes to a user, or that somebody does again. The status of the
// silent is made when it is needed first.
func (i *Instance) setPresence(cmd acd.SetPresence) error {
	if cmd.Present {
		return i.router.ComeBack(cmd.UserID)
	}
	changes, err := i.router.CanFallSilent(cmd.UserID)
	if err != nil || !changes {
		return err
	}
	i.router.FallSilent(cmd.UserID, i.directory.Unreachable(i))
	return nil
}
