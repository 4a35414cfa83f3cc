//go:build !(linux || darwin)

package keys

import (
	"errors"
	"os"
)

// waitForLock refuses: of two writers without a lock, one would lose what it wrote.
func waitForLock(*os.File) error {
	return errors.New("file locks are known on Linux and macOS only")
}
