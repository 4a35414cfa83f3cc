package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"patchcord/acd"
)

// belonging is the file that says to which account and region the data of a directory belongs. Every ARN that was
// handed out begins with them, so they must not change under those who keep ARNs.
const belonging = "patchcord.account"

// checkBelonging refuses to serve data under another account or region than before. The first start decides.
func checkBelonging(dir string, self acd.Account) error {
	path := filepath.Join(dir, belonging)
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		line := self.Number + " " + self.Region + "\n"
		if err := os.WriteFile(path, []byte(line), 0o600); err != nil {
			return fmt.Errorf("note account and region: %w", err)
		}
		return nil
	}
	if err != nil {
		return fmt.Errorf("read account and region: %w", err)
	}
	number, region, _ := strings.Cut(strings.TrimSpace(string(text)), " ")
	if number != self.Number || region != self.Region {
		return fmt.Errorf("the data in %s belongs to account %s in region %s, which every ARN names; give --account %s "+
			"--region %s", dir, number, region, number, region)
	}
	return nil
}
