package main

import (
	"strings"
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
)

// A server begins with the instance of a file, has it again after a reset, and gives it the same ids each time. What
// the server does to clients on purpose does not disturb it.
func TestDevBoots(t *testing.T) {
	w := newWorld(t)
	file := w.every()
	flags := []string{"dev", "--instance", file, "--fault", "CreateQueue=InternalServiceException@100%"}
	s, twin := w.start(flags...), w.start(flags...)
	at := "--endpoint=http://" + s.address
	if again := w.must("apply", file, at); again != nothing {
		t.Errorf("applied again:\n%s", again)
	}
	if text := s.out.String(); !strings.Contains(text, "The instance is as "+file+" says.") {
		t.Errorf("the welcome is\n%s", text)
	}
	ids := func(s *running) (all []string) {
		instances, err := s.instances()
		if err != nil || len(instances) != 1 {
			t.Fatalf("%v %v", instances, err)
		}
		users, err := s.sdk().ListUsers(t.Context(), &sdk.ListUsersInput{InstanceId: &instances[0]})
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, instances[0])
		for _, u := range users.UserSummaryList {
			all = append(all, *u.Id)
		}
		return all
	}
	first := strings.Join(ids(s), " ")
	if other := strings.Join(ids(twin), " "); other != first {
		t.Errorf("one has the ids %s, the other %s", first, other)
	}
	w.edit(file, "maxContacts: 10", "maxContacts: 11")
	if status, answer := s.fetch("POST", "/patchcord/v1/reset", ""); status != 200 {
		t.Errorf("%d %s", status, answer)
	}
	if again := w.must("apply", file, at); again != nothing {
		t.Errorf("applied after a reset:\n%s", again)
	}
	s.stop()
	twin.stop()
}

// A durable server is brought to what the file says at each start; nothing is signed for that.
func TestServeBoots(t *testing.T) {
	w := newWorld(t)
	id, secret := w.key(w.file("data"), "--role", "read-only")
	t.Setenv("AWS_ACCESS_KEY_ID", id)
	t.Setenv("AWS_SECRET_ACCESS_KEY", secret)
	file := w.office()
	for _, most := range []string{"50", "60"} {
		s := w.start("serve", "--data", w.file("data"), "--instance", file)
		out := w.file("out" + most + "/instance.yaml")
		w.must("export", out, "--endpoint", "http://"+s.address)
		if text := w.folder("out" + most)["/instance.yaml"]; !strings.Contains(text, "maxContacts: "+most) {
			t.Errorf("there is no %s:\n%s", most, text)
		}
		s.stop()
		w.edit(file, "maxContacts: "+most, "maxContacts: 60")
	}
}

// A file that is wrong keeps a server from starting, and says where.
func TestBootRefusals(t *testing.T) {
	w := newWorld(t)
	file := w.write("wrong.yaml", "instance: {alias: a}\nqueus: []\n")
	late := w.write("late.yaml", "instance: {alias: a}\nqueues: [{name: q, hours: Nobody's}]\n")
	bad := w.write("bad.yaml", "instance: {alias: a}\nqueues: [{name: q, hours: Basic Hours, maxContacts: -1}]\n")
	for args, want := range map[string]string{
		"dev --instance " + file:                                 `wrong.yaml:2:1: the file has no member "queus"`,
		"serve --data " + w.file("data") + " --instance " + file: `wrong.yaml:2:1: the file has no member "queus"`,
		"dev --instance " + late:                                 `late.yaml:2:27: there is no hours "Nobody's"`,
		"dev --instance " + bad:                                  "bad.yaml:2:10: queue q: CreateQueue: InvalidParameter",
		"dev --instance " + w.file("none.yaml"):                  "no such file",
	} {
		code, _, said := w.run(append(strings.Fields(args), "--listen", "127.0.0.1:0")...)
		if code != exitFault || !strings.Contains(said, want) {
			t.Errorf("%s: exit %d, %s; want %s", args, code, said, want)
		}
	}
}
