// Package tidy holds the house rules as tests, so that nobody has to remember them in a review.
//
// A rule is one function: it looks at the whole checkout as a tree of parsed files and returns its findings, each with
// the file, the line, the rule and what to do instead. The list of all rules is in rule.go, the plan of the floors in
// floors.go, the table of what a room must never touch in never.go. Each rule has trials, small trees in memory that it
// must find fault with or let pass: a rule that catches nothing would be worse than none.
//
// The package never changes a file and imports no room of the house. Start reading at rule.go.
package tidy
