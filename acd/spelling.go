package acd

import "strings"

// Nearest returns which of the names differs from a mistyped one by the fewest letters, and by fewer than within; of
// several the first. Capitals do not count. It is empty where none is so near.
func Nearest(given string, names []string, within int) string {
	nearest := ""
	for _, name := range names {
		if d := distance(strings.ToLower(given), strings.ToLower(name)); d < within {
			nearest, within = name, d
		}
	}
	return nearest
}

// distance returns how many letters must be put in, taken out or changed to make one word of another (Levenshtein).
func distance(a, b string) int {
	from, to := []rune(a), []rune(b)
	row := make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range from {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range to {
			change := diagonal
			if x != y {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(to)]
}
