package directory

import (
	"slices"

	"patchcord/acd"
)

// InstanceAttribute says whether a switch of the instance is on.
func (d *Directory) InstanceAttribute(a acd.InstanceAttribute) bool {
	switch a {
	case acd.InboundCalls:
		return d.instance.InboundCalls
	case acd.OutboundCalls:
		return d.instance.OutboundCalls
	}
	return d.switched[a] != a.IsOnAtFirst()
}

func (d *Directory) updateInstanceAttribute(cmd acd.UpdateInstanceAttribute, c Chronicle) error {
	if !slices.Contains(acd.InstanceAttributes(), cmd.Attribute) {
		return acd.Errorf(acd.Invalid, "AttributeType is %q; give one of %v", cmd.Attribute, acd.InstanceAttributes())
	}
	c.Emit(acd.InstanceAttributeChanged{Attribute: cmd.Attribute, On: cmd.On})
	return nil
}

// turn lets a switch of the instance be on or off. Those that are not as at first are remembered.
func (d *Directory) turn(a acd.InstanceAttribute, on bool) {
	switch {
	case a == acd.InboundCalls:
		d.instance.InboundCalls = on
	case a == acd.OutboundCalls:
		d.instance.OutboundCalls = on
	case on != a.IsOnAtFirst():
		d.switched[a] = true
	default:
		delete(d.switched, a)
	}
}

// switchedAttributes returns the switches that are not as at first, in Amazon's order.
func (d *Directory) switchedAttributes() []acd.InstanceAttribute {
	return slices.DeleteFunc(acd.InstanceAttributes(), func(a acd.InstanceAttribute) bool { return !d.switched[a] })
}
