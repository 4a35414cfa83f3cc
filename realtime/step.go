package realtime

import (
	"strconv"

	"patchcord/acd"
)

// StepKey writes an expression so that two texts are equal exactly where the expressions are, the order of their lists
// included.
func StepKey(x *acd.Expression) string { return string(appendExpression(nil, x)) }

func appendExpression(to []byte, x *acd.Expression) []byte {
	if x.Attribute != nil {
		to = appendCondition(append(to, '='), x.Attribute)
	}
	if x.Not != nil {
		to = appendCondition(append(to, '!'), x.Not)
	}
	to = appendList(to, '&', x.And)
	return appendList(to, '|', x.Or)
}

func appendList(to []byte, sign byte, list []acd.Expression) []byte {
	if len(list) == 0 {
		return to
	}
	to = append(to, sign, '(')
	for i := range list {
		to = append(appendExpression(to, &list[i]), ',')
	}
	return append(to, ')')
}

func appendCondition(to []byte, c *acd.AttributeCondition) []byte {
	to = strconv.AppendQuote(to, c.Name)
	to = strconv.AppendQuote(to, c.Value)
	to = strconv.AppendQuote(to, string(c.Operator))
	to = appendLevel(to, c.Level)
	if c.Range != nil {
		to = appendLevel(appendLevel(to, c.Range.Min), c.Range.Max)
	}
	if c.AgentIDs != nil {
		for _, id := range *c.AgentIDs {
			to = strconv.AppendQuote(to, string(id))
		}
	}
	return to
}

func appendLevel(to []byte, level float32) []byte {
	const shortest, bits = -1, 32
	return append(strconv.AppendFloat(to, float64(level), 'g', shortest, bits), ';')
}
