package main

import (
	"fmt"
	"io"
	"strings"

	"patchcord/demo"
	"patchcord/engine"
)

// welcome tells a newcomer where he is and what he could try. Every line can be pasted into a shell. made is the demo,
// nil where there is none; file is that of the instance to begin with, empty where there is none.
func welcome(w io.Writer, address string, o engine.Options, made *demo.Demo, file string) {
	endpoint := "http://" + address
	var b strings.Builder
	clock := ""
	if !o.Manual.IsZero() {
		clock = ", its clock stands at " + o.Manual.Std().Format("2006-01-02T15:04:05Z")
	}
	fmt.Fprintf(&b, "Patchcord answers on %s: everything in memory, any credentials%s.\n", endpoint, clock)
	fmt.Fprintf(&b, `
  export AWS_ENDPOINT_URL_CONNECT=%s
  export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_DEFAULT_REGION=%s
`, endpoint, o.Account.Region)
	switch {
	case file != "":
		b.WriteString(fileWelcome(endpoint, file))
	case made == nil:
		b.WriteString(emptyWelcome(endpoint))
	default:
		b.WriteString(demoWelcome(endpoint, made, !o.Manual.IsZero()))
	}
	io.WriteString(w, b.String()) //nolint:errcheck // nobody listens
}

// demoWelcome shows a contact whose routing criteria relax twice until ana takes it.
func demoWelcome(endpoint string, made *demo.Demo, manual bool) string {
	events := fmt.Sprintf("curl -N '%s/patchcord/v1/instances/%s/events?lastEventId=0'", endpoint, made.Instance)
	if manual {
		events = fmt.Sprintf("curl -d '{\"AdvanceSeconds\": 10}' %s/patchcord/v1/clock", endpoint)
	}
	return fmt.Sprintf(`
The demo instance is %[1]s. Try this; the contact finds its agent after 20 seconds:

  CONTACT=$(aws connect start-task-contact --instance-id %[1]s `+
		`--contact-flow-id %[2]s --name Bonjour --query ContactId --output text); echo $CONTACT
  aws connect describe-contact --instance-id %[1]s --contact-id $CONTACT `+
		`--query 'Contact.RoutingCriteria.Steps[].Status'
  %[3]s
`, made.Instance, made.Flows[demo.Expert], events)
}

// fileWelcome shows how the instance of a file is found and changed.
func fileWelcome(endpoint, file string) string {
	return fmt.Sprintf(`
The instance is as %[2]s says. Try this, and change the file:

  INSTANCE=$(aws connect list-instances --query 'InstanceSummaryList[0].Id' --output text); echo $INSTANCE
  aws connect list-queues --instance-id $INSTANCE --queue-types STANDARD
  patchcord apply %[2]s --endpoint %[1]s --plan
`, endpoint, file)
}

func emptyWelcome(endpoint string) string {
	return fmt.Sprintf(`
There is no instance yet. Try this:

  aws connect create-instance --identity-management-type CONNECT_MANAGED --instance-alias mine `+
		`--inbound-calls-enabled --outbound-calls-enabled
  aws connect list-instances
  curl %s/patchcord/v1/operations
`, endpoint)
}
