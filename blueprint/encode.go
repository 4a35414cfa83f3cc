package blueprint

import (
	"bytes"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// nodeOf returns the YAML of a value; nil where there is nothing to say. Empty lists are said: they are something to
// keep empty.
func nodeOf(v reflect.Value) *yaml.Node {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return nil
		}
		return nodeOf(v.Elem())
	case reflect.Struct:
		if file, ok := v.Interface().(File); ok {
			return scalarNode("!!str", file.Path)
		}
		return mappingNode(v)
	case reflect.Slice:
		if v.IsNil() {
			return nil
		}
		list := &yaml.Node{Kind: yaml.SequenceNode}
		for i := range v.Len() {
			list.Content = append(list.Content, nodeOf(v.Index(i)))
		}
		if kind := v.Type().Elem().Kind(); kind != reflect.Struct || v.Len() == 0 {
			list.Style = yaml.FlowStyle
		}
		return list
	case reflect.Map:
		return textsNode(v)
	case reflect.Bool:
		return scalarNode("!!bool", strconv.FormatBool(v.Bool()))
	case reflect.Int32:
		return scalarNode("!!int", strconv.FormatInt(v.Int(), 10))
	default:
		return scalarNode("!!str", v.String())
	}
}

func scalarNode(tag, text string) *yaml.Node {
	n := &yaml.Node{Kind: yaml.ScalarNode, Tag: tag, Value: text}
	if tag == "!!str" && strings.Contains(text, "\n") {
		n.Style = yaml.LiteralStyle
	}
	return n
}

// mappingNode returns the YAML of a struct. Empty words and tags are left out.
func mappingNode(v reflect.Value) *yaml.Node {
	n := &yaml.Node{Kind: yaml.MappingNode}
	small := !v.FieldByName("At").IsValid()
	for _, m := range members(v.Type()) {
		member := nodeOf(v.Field(m.index))
		if member == nil || member.Kind == yaml.ScalarNode && member.Tag == "!!str" && member.Value == "" {
			continue
		}
		n.Content = append(n.Content, scalarNode("!!str", m.name), member)
		small = small && member.Kind != yaml.MappingNode && !(member.Kind == yaml.SequenceNode && member.Style == 0)
	}
	if small {
		n.Style = yaml.FlowStyle
	}
	return n
}

// textsNode returns the YAML of a mapping of words to words.
func textsNode(v reflect.Value) *yaml.Node {
	texts, _ := v.Interface().(map[string]string)
	if len(texts) == 0 {
		return nil
	}
	n := &yaml.Node{Kind: yaml.MappingNode}
	for _, key := range slices.Sorted(maps.Keys(texts)) {
		n.Content = append(n.Content, scalarNode("!!str", key), scalarNode("!!str", texts[key]))
	}
	return n
}

// textOf returns a value in a line; empty where there is nothing.
func textOf(value any) string {
	v := reflect.ValueOf(value)
	n := nodeOf(v)
	if n == nil || len(n.Content) == 0 && n.Kind != yaml.MappingNode && n.Value == "" {
		return ""
	}
	flatten(n)
	text, err := yaml.Marshal(n)
	if err != nil {
		panic("a value of the file's form cannot be written: " + err.Error())
	}
	return strings.Join(strings.Fields(string(text)), " ")
}

// flatten lays a value out in one line.
func flatten(n *yaml.Node) {
	n.Style = yaml.FlowStyle
	if n.Kind == yaml.ScalarNode {
		n.Style = 0
		if strings.Contains(n.Value, "\n") {
			n.Style = yaml.DoubleQuotedStyle
		}
	}
	for _, below := range n.Content {
		flatten(below)
	}
}

// schemaLine is the line that tells editors the file's schema.
const schemaLine = "# yaml-language-server: $schema="

// Write returns a blueprint as the text of a file, which begins with remarks.
func (b Blueprint) Write(schema string, remarks ...string) ([]byte, error) {
	var out bytes.Buffer
	if schema != "" {
		out.WriteString(schemaLine + schema + "\n")
	}
	for _, remark := range remarks {
		out.WriteString("# " + remark + "\n")
	}
	encoder := yaml.NewEncoder(&out)
	encoder.SetIndent(2)
	top := nodeOf(reflect.ValueOf(b))
	top.Style = 0
	if err := encoder.Encode(top); err != nil {
		return nil, err
	}
	return out.Bytes(), encoder.Close()
}
