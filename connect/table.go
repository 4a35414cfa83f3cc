package connect

import (
	_ "embed" // the tables travel inside the binary
	"fmt"
	"strings"
)

// The three tables of Amazon's published model: every operation with its method, address and declared exceptions;
// every member of the inputs with its bounds; every exception with its status. They are data, which nothing changes.
var (
	//go:embed api/operations.tsv
	operationsTable string
	//go:embed api/inputs.tsv
	inputsTable string
	//go:embed api/errors.tsv
	errorsTable string
)

// limitsTable says of operations that are served in what they are not as at Amazon. It is ours.
//
//go:embed limits.tsv
var limitsTable string

// Operation is one of the things that Amazon Connect's API can be asked.
type Operation struct {
	Name   string   // as Amazon spells it: "UpdateContactRoutingData"
	Method string   // HTTP method
	URI    string   // template with labels in braces: "/contacts/{InstanceId}/{ContactId}/routing-data"
	Errors []string // names of the exceptions it declares, with the ending "Exception"
	Tier   string   // how near to routing it is: A, B or C; empty for what Patchcord is not about
	Served bool     // whether this server answers it; others get NotImplemented
	Limits string   // in what it is not as at Amazon, empty: in nothing that is known
}

// declares says whether the operation's clients know the exception as a type of its own.
func (o *Operation) declares(exception string) bool {
	for _, name := range o.Errors {
		if name == exception {
			return true
		}
	}
	return false
}

// member is one line of the table of inputs: one member of one operation's input, at any depth.
type member struct {
	path     string // "RoutingCriteria.Steps[].Expiry"; [] is an element, {} a map's value, {key} a map's key
	kind     string // the model's word: string, integer, structure, ...
	required bool
	location string // "body", "uri:InstanceId", "querystring:maxResults"; empty below the top
	bounds   string // "min=1 max=127 pattern=..."
}

// readOperations returns Amazon's operations in the table's order.
func readOperations() []*Operation {
	limits := make(map[string]string)
	for _, cells := range readTable(limitsTable, 2) {
		limits[cells[0]] = cells[1]
	}
	var all []*Operation
	for _, cells := range readTable(operationsTable, 6) {
		o := &Operation{Name: cells[1], Method: cells[2], URI: cells[3], Tier: strings.Trim(cells[0], "-"),
			Limits: limits[cells[1]]}
		for name := range strings.SplitSeq(cells[4], ",") {
			o.Errors = append(o.Errors, name+"Exception")
		}
		all = append(all, o)
	}
	return all
}

// readInputs returns the members of each operation's input in the table's order: parents before children.
func readInputs() map[string][]member {
	all := make(map[string][]member)
	for _, cells := range readTable(inputsTable, 6) {
		all[cells[0]] = append(all[cells[0]], member{
			path: cells[1], kind: cells[2], required: cells[3] == "required", location: cells[4],
			bounds: strings.TrimSpace(cells[5]),
		})
	}
	return all
}

// readTable splits a table into its lines and cells, without the heading.
func readTable(table string, width int) [][]string {
	lines := strings.Split(strings.TrimRight(table, "\n"), "\n")
	rows := make([][]string, 0, len(lines))
	for i, line := range lines[1:] {
		cells := strings.Split(line, "\t")
		if len(cells) != width {
			panic(fmt.Sprintf("connect: line %d of an embedded table has %d cells, not %d", i+2, len(cells), width))
		}
		rows = append(rows, cells)
	}
	return rows
}
